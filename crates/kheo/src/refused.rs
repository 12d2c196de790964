//! Why the rules refuse something, for the person at the terminal: with the names that were written.

use kheo_core::Refusal;
use kheo_core::sealing::StaysSealed;
use kheo_words::Tongue;

/// The refusal as a sentence: `refused-` and its code.
pub(crate) fn in_words(why: &Refusal, tongue: Tongue<'_>) -> String {
    let mut variables = tongue.figures_of(why);
    variables.extend(why.field().map(|field| ("field", field.to_owned())));
    variables.extend(names(why, tongue));
    let variables: Vec<(&str, &str)> =
        variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    tongue.say_with(&format!("refused-{}", why.code()), &variables)
}

/// What the refusal is about, as it was written or has to be.
fn names(why: &Refusal, tongue: Tongue<'_>) -> Vec<(&'static str, String)> {
    match why {
        Refusal::UnknownUnit { unit: name }
        | Refusal::AlreadyThere { unit: name }
        | Refusal::NobodyThere { unit: name }
        | Refusal::NotCompetentThere { unit: name, .. }
        | Refusal::UnitBeyond { unit: name }
        | Refusal::OfUnitBelow { unit: name } => vec![("name", name.to_string())],
        Refusal::UnknownPost { post: name }
        | Refusal::ErasesNot { post: name }
        | Refusal::PostElsewhere { post: name }
        | Refusal::PostCannotGoOn { post: name }
        | Refusal::GivenToAnother { post: name } => vec![("name", name.to_string())],
        Refusal::NotACount { least, most, .. } => {
            vec![("least", least.to_string()), ("most", most.to_string())]
        }
        Refusal::UnknownCase { code } | Refusal::Erased { code } | Refusal::StillOpen { code } => {
            vec![("name", code.to_string())]
        }
        Refusal::StillOwed { code, clock } => {
            let clock = named(tongue, "clock", clock.as_str());
            vec![("name", code.to_string()), ("clock", clock)]
        }
        Refusal::UnknownKind { kind } => vec![("name", kind.to_string())],
        Refusal::VersionGone { kind, version } => {
            vec![("name", kind.to_string()), ("day", tongue.date(*version))]
        }
        Refusal::UnknownTopic { topic } => vec![("name", topic.to_string())],
        Refusal::UnknownMeasure { measure } => vec![("name", measure.to_string())],
        Refusal::UnknownConclusion { conclusion } => vec![("name", conclusion.to_string())],
        Refusal::UnknownTask { task } | Refusal::AlreadyDone { task } => {
            vec![("name", task.to_string())]
        }
        Refusal::UnknownAction { action } => vec![("name", action.to_string())],
        Refusal::UnknownReason { reason } => vec![("name", reason.to_string())],
        Refusal::Stale { seen, now } | Refusal::NeverShown { seen, now } => {
            vec![("seen", seen.to_string()), ("now", now.to_string())]
        }
        Refusal::Sealed(StaysSealed::NoKeys { role }) => {
            vec![("role", tongue.say(&format!("staff-role-{}", role.word())))]
        }
        Refusal::DoneOnce { action } => {
            vec![("action", named(tongue, "action", action.as_str()))]
        }
        Refusal::NotNow { action, step } => {
            let action = named(tongue, "action", action.as_str());
            vec![("action", action), ("step", named(tongue, "step", step.as_str()))]
        }
        Refusal::TooEarly { clock, .. } | Refusal::NotExtended { clock, .. } => {
            vec![("clock", named(tongue, "clock", clock.as_str()))]
        }
        _ => Vec::new(),
    }
}

/// What packs call something; its id where their words are not at hand.
fn named(tongue: Tongue<'_>, family: &str, id: &str) -> String {
    let key = format!("{family}-{id}");
    if tongue.has(&key) { tongue.say(&key) } else { id.to_owned() }
}
