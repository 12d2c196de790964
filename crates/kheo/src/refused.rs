//! Why the rules refuse something, for the person at the terminal: with the names that were written.

use kheo_core::Refusal;
use kheo_core::case::FieldFault;
use kheo_words::Tongue;

/// The refusal as a sentence: `refused-` and its code.
pub(crate) fn in_words(why: &Refusal, tongue: Tongue<'_>) -> String {
    let field = why.field().map(|field| ("field", field.to_owned()));
    let variables: Vec<(&str, String)> = field.into_iter().chain(variables(why, tongue)).collect();
    let variables: Vec<(&str, &str)> =
        variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    tongue.say_with(&format!("refused-{}", why.code()), &variables)
}

fn variables(why: &Refusal, tongue: Tongue<'_>) -> Vec<(&'static str, String)> {
    match why {
        Refusal::TooShort { least, .. } => vec![("least", least.to_string())],
        Refusal::NotACount { least, most, .. } => {
            vec![("least", least.to_string()), ("most", most.to_string())]
        }
        Refusal::TooLong { most, got, .. } => {
            vec![("most", most.to_string()), ("got", got.to_string())]
        }
        Refusal::UnknownUnit { unit: name }
        | Refusal::AlreadyThere { unit: name }
        | Refusal::NobodyThere { unit: name } => vec![("name", name.to_string())],
        Refusal::UnknownPost { post: name } | Refusal::PostElsewhere { post: name } => {
            vec![("name", name.to_string())]
        }
        Refusal::UnknownCase { code } => vec![("name", code.to_string())],
        Refusal::UnknownKind { kind } => vec![("name", kind.to_string())],
        Refusal::UnknownTopic { topic } => vec![("name", topic.to_string())],
        Refusal::UnknownMeasure { measure } => vec![("name", measure.to_string())],
        Refusal::UnknownConclusion { conclusion } => vec![("name", conclusion.to_string())],
        Refusal::UnknownTask { task } | Refusal::AlreadyDone { task } => {
            vec![("name", task.to_string())]
        }
        Refusal::UnknownAction { action } => vec![("name", action.to_string())],
        Refusal::Taken { name } => vec![("name", name.clone())],
        Refusal::EndsBeforeItBegins { since, until } => {
            vec![("since", tongue.date(*since)), ("until", tongue.date(*until))]
        }
        Refusal::WrongPeriod { period, .. } => vec![("period", period.to_string())],
        Refusal::NotBegun { period } => {
            vec![("period", tongue.period(*period)), ("since", tongue.date(period.first()))]
        }
        Refusal::OutOfBounds { value, least, most } => {
            let bound = |bound: Option<_>| bound.map_or("…".to_owned(), |at| tongue.number(at));
            let value = tongue.number(*value);
            vec![("value", value), ("least", bound(*least)), ("most", bound(*most))]
        }
        Refusal::Stale { seen, now } => {
            vec![("seen", seen.to_string()), ("now", now.to_string())]
        }
        Refusal::NotNow { action, step } => {
            let action = named(tongue, "action", action.as_str());
            vec![("action", action), ("step", named(tongue, "step", step.as_str()))]
        }
        Refusal::TooEarly { clock, until } => {
            let clock = named(tongue, "clock", clock.as_str());
            vec![("clock", clock), ("until", tongue.date(*until))]
        }
        Refusal::NotExtended { clock, why } => {
            let clock = named(tongue, "clock", clock.as_str());
            vec![("clock", clock), ("why", tongue.not_extended(why))]
        }
        Refusal::NoCalendar { why } => vec![("why", tongue.not_counted(why))],
        Refusal::Unfilled { why, .. } => bounds(*why, tongue),
        Refusal::Guarded { guard } => vec![("why", tongue.say(&format!("guard-{guard}")))],
        Refusal::UnknownReason { reason } => vec![("name", reason.to_string())],
        _ => Vec::new(),
    }
}

/// What packs call something; its id where their words are not at hand.
fn named(tongue: Tongue<'_>, family: &str, id: &str) -> String {
    let key = format!("{family}-{id}");
    if tongue.has(&key) { tongue.say(&key) } else { id.to_owned() }
}

/// The bounds that an answer to a question of a pack lies outside of.
fn bounds(why: FieldFault, tongue: Tongue<'_>) -> Vec<(&'static str, String)> {
    match why {
        FieldFault::Length { least, most, .. } => {
            vec![("least", least.to_string()), ("most", most.to_string())]
        }
        FieldFault::OutOfBounds { least, most } => {
            let bound = |bound: Option<_>| bound.map_or("…".to_owned(), |at| tongue.number(at));
            vec![("least", bound(least)), ("most", bound(most))]
        }
        FieldFault::BeforeItsCause { since } => vec![("day", tongue.date(since))],
        _ => Vec::new(),
    }
}
