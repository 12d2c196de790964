//! The procedure of a kind of case as a state diagram, said in the reader's language.

use kheo_calendar::{LimitUnit, Sense, TimeLimit, Whose};
use kheo_core::case::{Action, CaseKind, Circumstances, Clock, Complexity, Phase};
use kheo_core::id::StepId;
use kheo_words::Tongue;

use crate::state_diagram::{ClockMark, ClockNote, Key, Move, State, StateDiagram};

/// The state diagram of one version of a kind.
#[must_use]
pub fn diagram(kind: &CaseKind, tongue: Tongue<'_>) -> StateDiagram {
    let place = |step: &StepId| kind.steps.iter().position(|other| other.id == *step);
    let registration =
        kind.clocks.iter().zip(0..).filter(|(clock, _)| clock.starts_at_registration);
    let start = (
        tongue.say("procedure-registration"),
        registration.map(|(_, number)| ClockMark::Starts(number)).collect(),
    );
    let step = |step: &kheo_core::case::Step| State {
        label: tongue.say(&format!("step-{}", step.id)),
        phase: step.phase,
    };
    let action = |action: &Action| Move {
        label: tongue.say(&format!("action-{}", action.id)),
        from: action.from.iter().filter_map(place).collect(),
        to: action.to.as_ref().and_then(place),
        clocks: marks(kind, action),
    };
    let clocks: Vec<ClockNote> = kind.clocks.iter().map(|clock| note(clock, tongue)).collect();
    StateDiagram {
        title: title(kind, tongue),
        alt: told(kind, &clocks, tongue),
        start,
        first: place(&kind.first_step).unwrap_or_default(),
        steps: kind.steps.iter().map(step).collect(),
        moves: kind.actions.iter().map(action).collect(),
        clocks,
        key: key(tongue),
    }
}

/// What the procedure is, and since when.
#[must_use]
pub fn title(kind: &CaseKind, tongue: Tongue<'_>) -> String {
    let (name, from) = (tongue.say(&format!("kind-{}", kind.id)), tongue.date(kind.from));
    match kind.until {
        None => tongue.say_with("procedure-title", &[("kind", &name), ("from", &from)]),
        Some(until) => tongue.say_with(
            "procedure-title-until",
            &[("kind", &name), ("from", &from), ("until", &tongue.date(until))],
        ),
    }
}

/// How long a clock runs: in ordinary matters, and in those that its rule tells apart.
fn lengths(clock: &Clock, tongue: Tongue<'_>) -> Vec<String> {
    let ordinary = length(clock.terms.ordinary.limit, tongue);
    if let Some(field) = &clock.counted_by {
        let field = tongue.say(&format!("field-{field}"));
        let said = [("field", field.as_str()), ("length", &ordinary)];
        return vec![tongue.say_with("procedure-counted", &said)];
    }
    let variant = |about: &Circumstances, limit| {
        let complexity = match about.complexity {
            Complexity::Ordinary => "ordinary",
            Complexity::Complex => "complex",
            Complexity::EspeciallyComplex => "especially-complex",
        };
        let remote = if about.remote { "remote" } else { "anywhere" };
        tongue.say_with(
            "procedure-variant",
            &[("complexity", complexity), ("remote", remote), ("length", &length(limit, tongue))],
        )
    };
    let variants = clock.terms.variants.iter().map(|(about, term)| variant(about, term.limit));
    std::iter::once(ordinary).chain(variants).collect()
}

fn marks(kind: &CaseKind, action: &Action) -> Vec<ClockMark> {
    let mark = |(clock, number): (&Clock, usize)| {
        let starts = clock.starts_by(&action.id, action.deed).then_some(ClockMark::Starts(number));
        let stops = clock.ends_by(&action.id, action.deed).then_some(ClockMark::Stops(number));
        [starts, stops].into_iter().flatten()
    };
    kind.clocks.iter().zip(0..).flat_map(mark).collect()
}

fn length(limit: TimeLimit, tongue: Tongue<'_>) -> String {
    let unit = match limit.unit {
        LimitUnit::CalendarDays => "procedure-calendar-days",
        LimitUnit::WorkingDays => "procedure-working-days",
        LimitUnit::WorkingHours => "procedure-working-hours",
        LimitUnit::Months => "procedure-months",
    };
    let length = tongue.say_count(unit, i64::from(limit.count).abs(), &[]);
    let sense = match (limit.sense, limit.count < 0) {
        (Sense::AtMost, false) => "procedure-at-most",
        (Sense::AtLeast, false) => "procedure-at-least",
        (Sense::After, false) => "procedure-after",
        (_, true) => "procedure-before",
    };
    tongue.say_with(sense, &[("length", &length)])
}

fn note(clock: &Clock, tongue: Tongue<'_>) -> ClockNote {
    let mut lines = lengths(clock, tongue);
    match clock.terms.ordinary.limit.whose {
        Whose::Authority => {}
        Whose::Petitioner => lines.push(tongue.say("procedure-of-petitioner")),
        Whose::Parties => lines.push(tongue.say("procedure-of-parties")),
    }
    if clock.when.is_some() {
        lines.push(tongue.say("procedure-sometimes"));
    }
    if clock.pauses {
        lines.push(tongue.say("procedure-pauses"));
    }
    let basis = tongue.basis(&clock.rule);
    lines.push(basis.text);
    lines.extend(basis.doubt);
    ClockNote { label: tongue.say(&format!("clock-{}", clock.id)), lines }
}

fn key(tongue: Tongue<'_>) -> Key {
    let phase = |phase, key| (phase, tongue.say(key));
    Key {
        phases: [
            phase(Phase::Open, "procedure-phase-open"),
            phase(Phase::Waiting, "procedure-phase-waiting"),
            phase(Phase::Closed, "procedure-phase-closed"),
        ],
        stays: tongue.say("procedure-stays"),
        starts: tongue.say("procedure-clock-starts"),
        stops: tongue.say("procedure-clock-stops"),
    }
}

/// What can be done at each step, and which limits run, in sentences.
fn told(kind: &CaseKind, clocks: &[ClockNote], tongue: Tongue<'_>) -> String {
    let name = |step: &StepId| tongue.say(&format!("step-{step}"));
    let action = |action: &Action| {
        let label = tongue.say(&format!("action-{}", action.id));
        match &action.to {
            Some(to) => {
                tongue.say_with("procedure-told-leads", &[("action", &label), ("step", &name(to))])
            }
            None => label,
        }
    };
    let step = |step: &StepId| {
        let actions = kind.actions.iter().filter(|action| action.from.contains(step));
        let actions: Vec<String> = actions.map(action).collect();
        if actions.is_empty() {
            return tongue.say_with("procedure-told-end", &[("step", &name(step))]);
        }
        let actions = actions.join("; ");
        tongue.say_with("procedure-told", &[("step", &name(step)), ("actions", &actions)])
    };
    let first = tongue.say_with("procedure-told-first", &[("step", &name(&kind.first_step))]);
    let steps = kind.steps.iter().map(|one| step(&one.id));
    let clocks = clocks.iter().map(|clock| format!("{}: {}", clock.label, clock.lines.join(" ")));
    std::iter::once(first).chain(steps).chain(clocks).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use kheo_calendar::{Citation, Confidence};
    use kheo_core::case::{Condition, Deed, Term, Terms};
    use kheo_core::id::{ClockId, FieldId};
    use kheo_words::{Lang, Words};

    use super::*;

    /// A clock with a length of each sort.
    fn clock() -> Clock {
        let term = |count, unit, sense| Term {
            limit: TimeLimit { sense, ..TimeLimit::rolling(count, unit) },
            extension: None,
        };
        let about = |complexity, remote| Circumstances { complexity, remote };
        Clock {
            id: ClockId::new("decide"),
            starts_at_registration: true,
            starts: Vec::new(),
            stops: vec![Deed::Answer.into()],
            lapses: Vec::new(),
            when: None,
            pauses: true,
            counted_by: None,
            terms: Terms {
                ordinary: term(30, LimitUnit::CalendarDays, Sense::AtMost),
                variants: vec![
                    (
                        about(Complexity::Complex, true),
                        term(60, LimitUnit::WorkingDays, Sense::AtMost),
                    ),
                    (about(Complexity::Ordinary, true), term(1, LimitUnit::Months, Sense::AtLeast)),
                    (
                        about(Complexity::EspeciallyComplex, false),
                        term(-2, LimitUnit::WorkingHours, Sense::AtMost),
                    ),
                ],
            },
            rule: Citation {
                law: "Luật".to_owned(),
                law_en: "Law".to_owned(),
                article: None,
                from: None,
                confidence: Confidence::High,
            },
        }
    }

    #[test]
    fn every_length_of_a_clock_is_told_with_what_it_is_for() {
        let clock = clock();
        let words = Words::load(&[]).unwrap();
        assert_eq!(
            lengths(&clock, words.in_lang(Lang::Vi)),
            [
                "Không quá 30 ngày.",
                "Vụ việc phức tạp, vùng sâu, vùng xa: Không quá 60 ngày làm việc.",
                "Vụ việc thông thường, vùng sâu, vùng xa: Ít nhất 1 tháng.",
                "Vụ việc đặc biệt phức tạp: Trước đó ít nhất 2 giờ làm việc.",
            ]
        );
        assert_eq!(
            lengths(&clock, words.in_lang(Lang::En)),
            [
                "At most 30 days.",
                "Complex matters, in remote areas: At most 60 working days.",
                "Ordinary matters, in remote areas: At least 1 month.",
                "Especially complex matters: At least 2 working hours before.",
            ]
        );
        let counted = Clock { counted_by: Some(FieldId::new("days")), ..clock.clone() };
        let told = lengths(&counted, words.in_lang(Lang::En));
        assert!(
            told[0].contains("field-days") && told[0].ends_with("At most 30 days."),
            "{told:?}"
        );
        let told = note(&clock, words.in_lang(Lang::En)).lines;
        assert_eq!(told[4], "Stands still while somebody outside is waited for.");
        assert!(told[5].contains("Law"), "{told:?}");
        let when = Condition::parse("done(\"answer\") < 1.0").ok();
        let sometimes = note(&Clock { when, ..clock }, words.in_lang(Lang::En)).lines;
        assert_eq!(sometimes[4], "Runs only for cases that it concerns.");
    }
}
