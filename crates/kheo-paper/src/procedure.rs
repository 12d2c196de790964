//! The procedure of a kind of case as a state diagram, said in the reader's language.

use kheo_calendar::{Citation, LimitUnit, Sense, TimeLimit, Whose};
use kheo_core::case::{
    Action, CaseKind, Circumstances, Clock, Complexity, Condition, Fact, Phase, Term,
};
use kheo_core::id::{FieldId, StepId};
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
    if let Some(field) = &clock.counted_by {
        let counted = counted(field, clock.terms.ordinary.limit.unit, tongue);
        return vec![extended(counted, clock.terms.ordinary, &clock.rule, tongue)];
    }
    let ordinary = term(clock.terms.ordinary, &clock.rule, tongue);
    let variant = |about: &Circumstances, limits: Term| {
        let complexity = match about.complexity {
            Complexity::Ordinary => "ordinary",
            Complexity::Complex => "complex",
            Complexity::EspeciallyComplex => "especially-complex",
        };
        let remote = if about.remote { "remote" } else { "anywhere" };
        tongue.say_with(
            "procedure-variant",
            &[
                ("complexity", complexity),
                ("remote", remote),
                ("length", &term(limits, &clock.rule, tongue)),
            ],
        )
    };
    let variants = clock.terms.variants.iter().map(|(about, term)| variant(about, *term));
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

/// That each case has the length that `field` says; the most that can be filled in is no law.
fn counted(field: &FieldId, unit: LimitUnit, tongue: Tongue<'_>) -> String {
    let unit = match unit {
        LimitUnit::CalendarDays => "calendar-days",
        LimitUnit::WorkingDays => "working-days",
        LimitUnit::WorkingHours => "working-hours",
        LimitUnit::Months => "months",
    };
    let field = tongue.say(&format!("field-{field}"));
    tongue.say_with("procedure-counted", &[("field", &field), ("unit", unit)])
}

/// How long a limit is, and how it may be extended by the same rule.
fn term(term: Term, rule: &Citation, tongue: Tongue<'_>) -> String {
    extended(length(term.limit, tongue), term, rule, tongue)
}

fn extended(
    length: String,
    Term { limit, extension }: Term,
    rule: &Citation,
    tongue: Tongue<'_>,
) -> String {
    let Some(extension) = extension else { return length };
    let extension = tongue.extension(extension, limit.unit);
    let said = match tongue.article(rule) {
        Some(article) => tongue
            .say_with("procedure-extension", &[("extension", &extension), ("article", &article)]),
        None => tongue.say_with("procedure-extension-no-article", &[("extension", &extension)]),
    };
    format!("{length} {said}")
}

fn length(limit: TimeLimit, tongue: Tongue<'_>) -> String {
    let length = tongue.length(i64::from(limit.count).abs(), limit.unit);
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
    lines.extend(clock.when.as_ref().map(|condition| when(condition, tongue)));
    if clock.pauses {
        lines.push(tongue.say("procedure-pauses"));
    }
    let basis = tongue.basis(&clock.rule);
    lines.push(basis.text);
    lines.extend(basis.doubt);
    ClockNote { label: tongue.say(&format!("clock-{}", clock.id)), lines }
}

/// For which cases a clock runs: by the choices of which one is enough, or else by what is asked.
fn when(condition: &Condition, tongue: Tongue<'_>) -> String {
    let field = |field: &FieldId| tongue.say(&format!("field-{field}"));
    if let Some(choices) = condition.any_chosen() {
        let or = |one: String, other: String| {
            tongue.say_with("procedure-when-or", &[("one", &one), ("other", &other)])
        };
        let choice = |(_, choice): &(&FieldId, &str)| {
            let choice = tongue.say(&format!("choice-{choice}"));
            tongue.say_with("procedure-when-choice", &[("choice", &choice)])
        };
        let of_field = |same: &[(&FieldId, &str)]| {
            let (of, _) = same.first()?;
            let choices = same.iter().map(choice).reduce(or)?;
            let said = [("field", field(of)), ("choices", choices)];
            let said = said.each_ref().map(|(name, said)| (*name, said.as_str()));
            Some(tongue.say_with("procedure-when-chosen", &said))
        };
        let same_field = |one: &(&FieldId, &str), other: &(&FieldId, &str)| one.0 == other.0;
        let cases = choices.chunk_by(same_field).filter_map(of_field).reduce(or);
        let cases = cases.unwrap_or_default();
        return tongue.say_with("procedure-when", &[("cases", &cases)]);
    }
    let asked = |fact: &Fact| match fact {
        Fact::Given(id)
        | Fact::Number(id)
        | Fact::DaysSince(id)
        | Fact::Chosen(id, _)
        | Fact::Count(id) => field(id),
        Fact::Done(deed) => tongue.say(&format!("changed-deed-{}", deed.word())),
        Fact::Taken(action) => tongue.say(&format!("action-{action}")),
        Fact::Competent => tongue.say("procedure-when-competent"),
        Fact::EarlierInTime(kind) => tongue.say(&format!("kind-{kind}")),
        Fact::Late(clock) | Fact::DaysRun(clock) | Fact::DaysLeft(clock) => {
            tongue.say(&format!("clock-{clock}"))
        }
    };
    let mut asked: Vec<String> = condition.facts().iter().map(asked).collect();
    asked.dedup();
    tongue.say_with("procedure-when-asks", &[("asked", &asked.join("; "))])
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
    use kheo_calendar::{Confidence, Extension};
    use kheo_core::case::{Deed, Terms};
    use kheo_core::id::ClockId;
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
            fails: Vec::new(),
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
            told[0].contains("field-days") && told[0].starts_with("As many days as"),
            "{told:?}"
        );
        assert!(!told[0].contains("30"), "the most that can be filled in is no law: {told:?}");
        let told = note(&clock, words.in_lang(Lang::En)).lines;
        assert_eq!(
            told[4],
            "Stands still while somebody outside is waited for; no source confirms that it does."
        );
        assert!(told[5].contains("Law"), "{told:?}");
    }

    #[test]
    fn every_length_tells_how_often_and_by_how_much_it_may_be_extended_and_by_which_article() {
        let mut clock = clock();
        clock.rule.article = Some("20.1.a".to_owned());
        clock.terms.ordinary.extension = Some(Extension::Times { times: 1, count: 15 });
        clock.terms.variants[0].1.extension = Some(Extension::Total { count: 70 });
        clock.terms.variants[1].1.extension = Some(Extension::Open { times: 2 });
        let words = Words::load(&[]).unwrap();
        let vietnamese = lengths(&clock, words.in_lang(Lang::Vi));
        assert_eq!(
            vietnamese[..3],
            [
                "Không quá 30 ngày. Được gia hạn tối đa 1 lần, mỗi lần không quá 15 ngày (điểm a khoản 1 \
                 Điều 20).",
                "Vụ việc phức tạp, vùng sâu, vùng xa: Không quá 60 ngày làm việc. Được gia hạn đến tổng \
                 cộng không quá 70 ngày làm việc (điểm a khoản 1 Điều 20).",
                "Vụ việc thông thường, vùng sâu, vùng xa: Ít nhất 1 tháng. Được gia hạn tối đa 2 lần, độ \
                 dài do người quyết định ấn định (điểm a khoản 1 Điều 20).",
            ]
        );
        clock.rule.article = None;
        let english = lengths(&clock, words.in_lang(Lang::En));
        assert_eq!(english[0], "At most 30 days. It may be extended once, by at most 15 days.");
        clock.terms.ordinary.extension = Some(Extension::Open { times: 10 });
        let vietnamese = lengths(&clock, words.in_lang(Lang::Vi));
        assert!(vietnamese[0].ends_with("chưa có nguồn nào xác nhận."), "{vietnamese:?}");
    }

    #[test]
    fn a_clock_of_some_cases_tells_of_which() {
        let packs = [
            "field-way = Way\nchoice-post = By post\nchoice-press = The press\n",
            "clock-decide = Time to decide\nfield-places = Places\n",
        ];
        let words = Words::load(&packs.map(|text| (Lang::En, text.to_owned()))).unwrap();
        let told = |condition: &str| {
            let clock = Clock { when: Condition::parse(condition).ok(), ..clock() };
            note(&clock, words.in_lang(Lang::En)).lines.swap_remove(4)
        };
        let one = r#"chosen("way", "post")"#;
        let other = r#"chosen("way", "press")"#;
        assert_eq!(told(one), "Runs only when “Way” is “By post”.");
        assert_eq!(
            told(&format!("{one} || {other}")),
            "Runs only when “Way” is “By post” or “The press”."
        );
        let asks = "Runs only for some cases, by what is told of: Way.";
        assert_eq!(told(&format!("{one} && {other}")), asks);
        assert_eq!(told(&format!("!{one}")), asks);
        let all = r#"number("places") > 1.0 && !late("decide") && done("answer") < 1.0"#;
        assert_eq!(
            told(all),
            "Runs only for some cases, by what is told of: Places; Time to decide; answer."
        );
    }
}
