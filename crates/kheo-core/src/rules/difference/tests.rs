//! What two sets of rules say differently: a row for each part of the rules.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use kheo_calendar::{Calendar, Confidence, Extension, LimitUnit, TimeLimit};

use super::{Change, Difference, Fate, Presence};
use crate::case::tests::kind;
use crate::case::{
    CaseKind, Circumstances, Competence, Complexity, ComplexityRule, Condition, Deed, FieldType,
    FormField, Guard, KeptClosed, Need, Part, Party, Phase, Privacy, ProofKind, Publicity, Reason,
    Retention, Step, Term, Topic, Trigger,
};
use crate::duty::{Duty, OwedBy, Per};
use crate::id::{ActionId, DutyId, FieldId, GuardId, LetterId, ReasonId, StepId, TopicId};
use crate::letter::{Head, LetterTemplate, Pattern, Readers};
use crate::measure::{Good, Measure};
use crate::period::PeriodLength;
use crate::post::Role;
use crate::quantity::Quantity;
use crate::review::ReviewPlan;
use crate::rules::Rules;
use crate::text::Bounds;
use crate::unit::Level;

const FROM: Date = date(2014, 7, 1);

/// The kind of the other tests with a question, a condition and a reason.
fn full() -> CaseKind {
    let mut kind = kind();
    kind.fields = vec![FormField {
        id: FieldId::new("people"),
        takes: FieldType::Number { least: None, most: Some(Quantity::whole(9)) },
        required: false,
        privacy: Privacy::Office,
        follows: None,
    }];
    let when = Condition::parse(r#"number("people") > 2.0"#).unwrap();
    kind.guards = vec![Guard { id: GuardId::new("many"), when, rule: None }];
    let rule = kind.clocks.first().unwrap().rule.clone();
    kind.reasons = vec![Reason { id: ReasonId::new("anonymous"), when: None, rule }];
    kind
}

fn rules(kinds: Vec<CaseKind>) -> Rules {
    Rules {
        kinds,
        letters: BTreeMap::new(),
        milestones: Vec::new(),
        measures: BTreeMap::new(),
        review: ReviewPlan::default(),
        calendar: Calendar::vietnam(),
    }
}

/// `clock answer limit: running`, with `+` for a new item and `-` for one that is gone.
fn told(change: &Change) -> String {
    let Change { item, aspect, before, after, presence } = change;
    assert_ne!(before, after);
    let presence = match presence {
        Presence::New => "+",
        Presence::Gone => "-",
        Presence::Kept => "",
    };
    let name = item.name().map(|name| format!(" {name}")).unwrap_or_default();
    format!("{presence}{}{name} {}: {}", item.word(), aspect.word, aspect.concerns.word())
}

/// What is told of a version that `changed` changes where it stands.
fn in_place(changed: impl FnOnce(&mut CaseKind)) -> Vec<String> {
    let (old, mut new) = (full(), full());
    changed(&mut new);
    let difference = Difference::between(&rules(vec![old]), &rules(vec![new]));
    let [version] = difference.versions.as_slice() else { panic!("{difference:?}") };
    assert_eq!((version.fate, version.from), (Fate::Changed, FROM));
    version.changes.iter().map(told).collect()
}

type Row = (fn(&mut CaseKind), &'static [&'static str]);

#[track_caller]
fn assert_rows(rows: &[Row]) {
    for (changed, expected) in rows {
        assert_eq!(in_place(*changed), *expected);
    }
}

#[test]
fn what_concerns_new_cases_only_is_told_so() {
    assert_rows(&[
        (|kind| kind.until = Some(date(2026, 6, 30)), &["kind until: new"]),
        (|kind| kind.prefix = "PA".into(), &["kind prefix: new"]),
        (|kind| kind.self_service = false, &["kind self-service: new"]),
        (|kind| kind.escalates = false, &["kind escalates: new"]),
        (|kind| kind.requires = [Part::Phone].into(), &["kind requires: new"]),
        (|kind| kind.first_step = StepId::new("accepted"), &["kind first-step: new"]),
        (|kind| kind.form = vec![FieldId::new("people")], &["kind form: new"]),
        (|kind| kind.receipt = Some(LetterId::new("receipt")), &["kind receipt: new"]),
        (
            |kind| kind.topics.insert(0, Topic::new(TopicId::new("power"), Level::District)),
            &["+topic power competent: new"],
        ),
    ]);
}

#[test]
fn who_is_competent_and_who_opens_what_is_sealed_concerns_running_cases_too() {
    assert_rows(&[
        (
            |kind| {
                let topic = kind.topics.first_mut().unwrap();
                let until = Some(date(2025, 6, 30));
                topic.competent.insert(0, Competence { level: Level::District, until });
            },
            &["topic roads competent: running"],
        ),
        (
            |kind| kind.bound = vec![Deed::Accept.into(), Trigger::Action(ActionId::new("note"))],
            &["kind bound: running"],
        ),
        (|kind| kind.openers = Some([Role::Head, Role::Inspector]), &["kind openers: running"]),
        (|kind| kind.topics.first_mut().unwrap().bodies = true, &["topic roads bodies: running"]),
        (
            |kind| kind.topics.first_mut().unwrap().only_this_level = true,
            &["topic roads only-this-level: running"],
        ),
        (
            |kind| kind.topics.first_mut().unwrap().nameless = true,
            &["topic roads nameless: running"],
        ),
        (
            |kind| kind.topics.push(Topic::new(TopicId::new("power"), Level::Commune)),
            &["kind catch-all: running", "+topic power competent: new"],
        ),
    ]);
}

#[test]
fn what_concerns_running_cases_is_told_so() {
    assert_rows(&[
        (|kind| kind.public.extend([Publicity::Answer]), &["kind public: running"]),
        (|kind| kind.stripped = Some(FieldId::new("people")), &["kind stripped: running"]),
        (
            |kind| {
                let rule = kind.reasons.first().unwrap().rule.clone();
                kind.retention = Some(Retention { years: 10, rule });
            },
            &["kind retention: running", "kind retention-rule: running"],
        ),
        (
            |kind| {
                let rule = kind.reasons.first().unwrap().rule.clone();
                kind.kept_closed = Some(KeptClosed { days: 30, remote: Some(45), rule });
            },
            &[
                "kind kept-closed: running",
                "kind kept-closed: running",
                "kind kept-closed-rule: running",
            ],
        ),
        (
            |kind| kind.steps.first_mut().unwrap().phase = Phase::Waiting,
            &["step received phase: running"],
        ),
        (
            |kind| {
                kind.steps.push(Step { id: StepId::new("asked"), phase: Phase::Waiting });
            },
            &["+step asked phase: running"],
        ),
        (|kind| kind.reasons.clear(), &["-reason anonymous rule: running"]),
        (
            |kind| {
                let when = Condition::parse(r#"number("people") < 2.0"#).unwrap();
                kind.reasons.first_mut().unwrap().when = Some(when);
            },
            &["reason anonymous only-if: running"],
        ),
        (
            |kind| kind.reasons.first_mut().unwrap().rule.article = Some("9".into()),
            &["reason anonymous rule: running"],
        ),
        (
            |kind| {
                let guard = kind.guards.first_mut().unwrap();
                guard.when = Condition::parse(r#"number("people") > 5.0"#).unwrap();
            },
            &["guard many when: running"],
        ),
    ]);
}

#[test]
fn every_part_of_a_clock_is_compared() {
    assert_rows(&[
        (|kind| clock(kind).terms.ordinary.limit.count = 15, &["clock answer limit: running"]),
        (|kind| clock(kind).terms.ordinary.limit.roll = false, &["clock answer limit: running"]),
        (
            |kind| {
                let about = Circumstances { complexity: Complexity::Complex, remote: true };
                let limit = TimeLimit::rolling(30, LimitUnit::WorkingDays);
                let extension = Some(Extension::Total { count: 45 });
                clock(kind).terms.variants.push((about, Term { limit, extension }));
            },
            &["clock answer extension: running", "clock answer limit: running"],
        ),
        (
            |kind| clock(kind).when = Some(Condition::parse(r#"given("people")"#).unwrap()),
            &["clock answer only-if: running"],
        ),
        (
            |kind| clock(kind).counted_by = Some(FieldId::new("people")),
            &["clock answer counted-by: running"],
        ),
        (
            |kind| clock(kind).starts = vec![Trigger::Action(ActionId::new("reopen"))],
            &["clock answer starts: running"],
        ),
        (|kind| clock(kind).pauses = false, &["clock answer pauses: running"]),
        (|kind| clock(kind).starts_at_registration = false, &["clock answer starts: running"]),
        (|kind| clock(kind).stops.truncate(1), &["clock answer stops: running"]),
        (|kind| clock(kind).rule.confidence = Confidence::High, &["clock answer rule: running"]),
    ]);
}

fn clock(kind: &mut CaseKind) -> &mut crate::case::Clock {
    kind.clocks.first_mut().unwrap()
}

/// What an extension says stays what it was when only the limit beside it is another.
#[test]
fn another_limit_is_no_other_extension() {
    let extended = |count| {
        let mut kind = full();
        let ordinary = &mut clock(&mut kind).terms.ordinary;
        ordinary.extension = Some(Extension::Total { count: 45 });
        ordinary.limit.count = count;
        rules(vec![kind])
    };
    let difference = Difference::between(&extended(20), &extended(15));
    let changes: Vec<String> =
        difference.versions.iter().flat_map(|version| &version.changes).map(told).collect();
    assert_eq!(changes, ["clock answer limit: running"]);
}

#[test]
fn by_what_a_case_is_complex_and_what_heads_owe_is_compared() {
    fn with_duty(kind: &mut CaseKind, times: u16) {
        kind.duties = vec![Duty {
            id: DutyId::new("receives"),
            owed_by: OwedBy::Level(Level::Commune),
            times,
            per: Per::Week,
            until: None,
            field: FieldId::new("who"),
            counts: ["chair".to_owned()].into(),
            rule: clock(kind).rule.clone(),
        }];
    }
    assert_rows(&[(
        |kind| {
            let when = Condition::parse(r#"number("people") > 5.0"#).unwrap();
            let rule = clock(kind).rule.clone();
            kind.complexity = vec![ComplexityRule { is: Complexity::Complex, when, rule }];
        },
        &["kind complexity: running", "kind complexity-rule: running"],
    )]);
    let (mut old, mut new) = (full(), full());
    with_duty(&mut old, 1);
    with_duty(&mut new, 2);
    let difference = Difference::between(&rules(vec![old]), &rules(vec![new]));
    let [version] = difference.versions.as_slice() else { panic!("{difference:?}") };
    let all: Vec<String> = version.changes.iter().map(told).collect();
    assert_eq!(all, ["duty receives times: figures"]);
}

#[test]
fn every_part_of_an_action_is_compared() {
    fn answer(kind: &mut CaseKind) -> &mut crate::case::Action {
        kind.actions.iter_mut().find(|action| action.id.as_str() == "answer").unwrap()
    }
    assert_rows(&[
        (
            |kind| answer(kind).deed = Deed::Confirm,
            &["action answer deed: running", "action answer settles: running"],
        ),
        (|kind| answer(kind).least = 30, &["action answer least: running"]),
        (|kind| answer(kind).settles = false, &["action answer settles: running"]),
        (|kind| answer(kind).from.push(StepId::new("received")), &["action answer from: running"]),
        (|kind| answer(kind).to = None, &["action answer to: running"]),
        (|kind| answer(kind).who.push(Party::Role(Role::Head)), &["action answer who: running"]),
        (|kind| answer(kind).needs.push(Need::Post), &["action answer needs: running"]),
        (|kind| answer(kind).asks.push(FieldId::new("people")), &["action answer asks: running"]),
        (|kind| answer(kind).guards.push(GuardId::new("many")), &["action answer guards: running"]),
        (|kind| answer(kind).once = true, &["action answer once: running"]),
        (
            |kind| answer(kind).reasons.push(ReasonId::new("anonymous")),
            &["action answer reasons: running"],
        ),
        (|kind| answer(kind).proof = ProofKind::Picture, &["action answer proof: running"]),
        (
            |kind| answer(kind).letter = Some(LetterId::new("answer")),
            &["action answer letter: running"],
        ),
    ]);
}

#[test]
fn every_part_of_a_question_is_compared() {
    fn people(kind: &mut CaseKind) -> &mut FormField {
        kind.fields.first_mut().unwrap()
    }
    assert_rows(&[
        (|kind| people(kind).required = true, &["field people required: running"]),
        (|kind| people(kind).privacy = Privacy::Identity, &["field people privacy: running"]),
        (
            |kind| {
                let (least, most) = (Some(Quantity::whole(1)), Some(Quantity::whole(9)));
                people(kind).takes = FieldType::Number { least, most };
            },
            &["field people least: running"],
        ),
        (
            |kind| people(kind).takes = FieldType::Line(Bounds { least: 1, most: 9 }),
            &["field people least: running", "field people takes: running"],
        ),
        (
            |kind| people(kind).takes = FieldType::Choice(vec!["few".into(), "many".into()]),
            &[
                "field people choices: running",
                "field people most: running",
                "field people takes: running",
            ],
        ),
    ]);
}

#[test]
fn the_same_rules_differ_in_nothing_in_whatever_order_they_name_what_has_no_order() {
    let mut other = full();
    clock(&mut other).stops.reverse();
    other.actions.iter_mut().for_each(|action| action.from.reverse());
    let difference = Difference::between(&rules(vec![full()]), &rules(vec![other]));
    assert!(difference.is_empty());
    assert_eq!(difference.concerning_running(), 0);
}

#[test]
fn a_new_version_concerns_new_cases_and_is_compared_with_the_one_before() {
    let mut old = full();
    let mut new = CaseKind { from: date(2026, 7, 1), ..full() };
    clock(&mut new).terms.ordinary.limit.count = 15;
    old.until = Some(date(2026, 6, 30));
    let after = rules(vec![old, new]);
    let difference = Difference::between(&rules(vec![full()]), &after);
    let [ended, begun] = difference.versions.as_slice() else { panic!("{difference:?}") };
    assert_eq!(ended.changes.iter().map(told).collect::<Vec<_>>(), ["kind until: new"]);
    assert_eq!(begun.fate, Fate::New { instead_of: Some(FROM) });
    assert_eq!(begun.changes.iter().map(told).collect::<Vec<_>>(), ["clock answer limit: running"]);
    assert_eq!(begun.changes.first().map(|change| begun.concern(change).word()), Some("new"));
    assert_eq!(difference.concerning_running(), 0);
}

#[test]
fn a_kind_that_is_new_replaces_none_and_one_that_is_gone_leaves_its_cases_without_rules() {
    let difference = Difference::between(&rules(vec![]), &rules(vec![full()]));
    let [new] = difference.versions.as_slice() else { panic!("{difference:?}") };
    assert_eq!(new.fate, Fate::New { instead_of: None });
    assert!(new.changes.iter().all(|change| change.presence == Presence::New));
    let difference = Difference::between(&rules(vec![full()]), &rules(vec![]));
    let [gone] = difference.versions.as_slice() else { panic!("{difference:?}") };
    assert_eq!((gone.fate, gone.changes.len()), (Fate::Gone, 0));
    assert_eq!(difference.concerning_running(), 1);
    let moved = CaseKind { from: date(2015, 1, 1), ..full() };
    let difference = Difference::between(&rules(vec![full()]), &rules(vec![moved]));
    let fates: Vec<_> = difference.versions.iter().map(|version| version.fate).collect();
    assert_eq!(fates, [Fate::Gone, Fate::New { instead_of: Some(FROM) }]);
}

fn letter(body: &str) -> LetterTemplate {
    let about: Pattern = body.parse().unwrap();
    LetterTemplate {
        id: LetterId::new("answer"),
        readers: Readers::Petitioner,
        head: Head::Office,
        gathers: Vec::new(),
        kind: String::new(),
        symbol: String::new(),
        about,
        to: Vec::new(),
        decides: Pattern::default(),
        basis: Vec::new(),
        body: Vec::new(),
        signatures: Vec::new(),
        recipients: Vec::new(),
    }
}

fn measure(least: i32) -> Measure {
    Measure {
        id: crate::id::MeasureId::new("sessions"),
        measured_in: "time".into(),
        period: PeriodLength::Half,
        adds_up: true,
        stock: false,
        good: Good::Neither,
        least: Some(Quantity::whole(least)),
        most: None,
    }
}

#[test]
fn letters_measures_and_the_review_are_compared() {
    let with = |text: &str, least: i32, section: &str| {
        let (letter, measure) = (letter(text), measure(least));
        Rules {
            letters: BTreeMap::from([(letter.id.clone(), letter)]),
            measures: BTreeMap::from([(measure.id.clone(), measure)]),
            review: ReviewPlan { sections: vec![section.into()], ..ReviewPlan::default() },
            ..rules(vec![full()])
        }
    };
    let old = with("Đơn { $code }", 0, "party");
    let difference = Difference::between(&old, &with("Đơn số { $code }", 1, "government"));
    let all: Vec<String> = difference.rest.iter().map(told).collect();
    assert_eq!(
        all,
        [
            "letter answer about: running",
            "measure sessions least: figures",
            "review sections: figures",
        ]
    );
    assert!(difference.versions.is_empty());
    assert_eq!(difference.concerning_running(), 1);
}
