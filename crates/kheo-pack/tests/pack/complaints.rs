//! The lives of complaints under the shipped packs.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use kheo_calendar::Confidence;
use kheo_core::Refusal;
use kheo_core::case::{Circumstances, Complexity, Deed, FieldFault, Publicity};
use kheo_core::id::{ActionId, FieldId, KindId, TopicId};
use kheo_core::letter::Variable;
use kheo_core::unit::{Level, Rank};

use crate::life::begin_about;
use crate::lives::{
    Life, PACKS, Typed, does, every_refusal_says_what_comes_next, guarded, kind_on, too_early,
    versions,
};

const FIRST: Typed<'_> = &[
    ("decision-complained", "Quyết định số 12/QĐ-UBND"),
    ("known-on", "1/4/2012"),
    ("filed-on", "2/4/2012"),
    ("signature", "signed"),
    ("about", "about-recovery"),
];

const SECOND: Typed<'_> = &[
    ("decision-complained", "Quyết định số 12/QĐ-UBND"),
    ("first-outcome", "first-overdue"),
    ("second-from", "1/4/2012"),
    ("area", "ordinary-area"),
    ("filed-on", "2/4/2012"),
    ("signature", "fingerprint"),
    ("about", "about-penalty"),
];

fn first(on: Date) -> Life {
    Life::begin("complaint", on, Level::Commune, "commune-decision", FIRST)
}

fn second(on: Date) -> Life {
    Life::begin("second-complaint", on, Level::Province, "decided-by-commune", SECOND)
}

/// What the form says where `reason` is one to refuse; it is in time from the day in `cause` on.
fn bearing_out<'a>(reason: &str, cause: &'a str) -> Vec<(&'a str, &'a str)> {
    match reason {
        "letter-unsigned" => vec![("signature", "unsigned")],
        "out-of-time" => vec![(cause, "1/1/2012")],
        _ => Vec::new(),
    }
}

/// A first complaint that was accepted, decided and published on that day.
pub(crate) fn accepted_and_published(on: Date) -> Life {
    let mut life = accepted(first, on);
    life.take("assign", on, &[]).unwrap();
    life.take("decide", on, &decided("kept")).unwrap();
    life.take("publish-decision", on, &[]).unwrap();
    life
}

/// A complaint of that kind with other texts in some fields of its form.
pub(crate) fn complaint(kind: &str, on: Date, others: &[(&str, &str)]) -> Life {
    let (level, topic, form) = match kind {
        "complaint" => (Level::Commune, "commune-decision", FIRST),
        _ => (Level::Province, "decided-by-commune", SECOND),
    };
    Life::begin(kind, on, level, topic, &with(form, others))
}

/// The form of `typed` with other texts in some fields.
fn with<'a>(typed: Typed<'a>, others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let other = |field: &str| others.iter().find(|(own, _)| *own == field).map(|(_, text)| *text);
    typed.iter().map(|(field, text)| (*field, other(field).unwrap_or(text))).collect()
}

fn accept(life: &mut Life, on: Date, complexity: Complexity, remote: bool) {
    let circumstances = Circumstances { complexity, remote };
    life.take_with("accept", on, &[], |act| act.circumstances = circumstances).unwrap();
}

fn accepted(begun: impl Fn(Date) -> Life, on: Date) -> Life {
    let mut life = begun(on);
    accept(&mut life, on, Complexity::Ordinary, false);
    life
}

#[test]
fn a_complaint_is_accepted_in_ten_days_and_settled_in_thirty() {
    let mut life = first(date(2016, 5, 4));
    let high = Confidence::High;
    // The 14th of May 2016 is a Saturday.
    assert_eq!(life.due("accept"), Some((date(2016, 5, 16), "27".into(), high)));
    accept(&mut life, date(2016, 5, 4), Complexity::Ordinary, false);
    assert_eq!(life.due("accept"), None);
    assert_eq!(life.due("resolve"), Some((date(2016, 6, 3), "28".into(), high)));
    life.take("assign", date(2016, 5, 4), &[]).unwrap();
    life.take("dialogue", date(2016, 5, 20), &[("dialogue-on", "20/5/2016")]).unwrap();
    life.take("decide", date(2016, 6, 3), &decided("amended")).unwrap();
    assert_eq!(life.due("effect"), Some((date(2016, 7, 4), "44.1".into(), high)));
    assert!(life.is_closed(), "nothing was to be published in 2016, as far as is known");
    let early = life.take("take-effect", date(2016, 7, 3), &[]);
    assert_eq!(early, too_early("effect", date(2016, 7, 4)));
    life.take("take-effect", date(2016, 7, 4), &[]).unwrap();
    assert_eq!(life.step(), "in-effect");
}

#[test]
fn complex_and_remote_complaints_have_longer() {
    let on = date(2016, 5, 4);
    let (plain, complex) = (Complexity::Ordinary, Complexity::Complex);
    // First complaints: 30 days, to 45; remote 45, to 60. Second: 45, to 60; remote 60, to 70.
    let rows = [
        (first as fn(Date) -> Life, plain, false, date(2016, 6, 3), None),
        (first, complex, false, date(2016, 6, 3), Some((15, date(2016, 6, 20)))),
        (first, plain, true, date(2016, 6, 20), None),
        (first, complex, true, date(2016, 6, 20), Some((15, date(2016, 7, 4)))),
        (second, plain, false, date(2016, 6, 20), None),
        (second, complex, false, date(2016, 6, 20), Some((15, date(2016, 7, 4)))),
        (second, plain, true, date(2016, 7, 4), None),
        (second, complex, true, date(2016, 7, 4), Some((10, date(2016, 7, 13)))),
    ];
    for (begun, complexity, remote, due, extended) in rows {
        let mut life = begun(on);
        accept(&mut life, on, complexity, remote);
        assert_eq!(life.day("resolve"), Some(due), "{complexity:?} {remote}");
        let Some((most, until)) = extended else {
            assert_eq!(life.extend("extend", 1, on), Err(Refusal::NothingToExtend));
            continue;
        };
        assert!(life.extend("extend", most + 1, on).is_err());
        life.extend("extend", most, on).unwrap();
        assert_eq!(life.day("resolve"), Some(until));
        assert!(life.extend("extend", 1, on).is_err(), "once only");
    }
}

#[test]
fn the_law_of_complaints_knows_ordinary_and_complex_alone() {
    let known = BTreeSet::from([Complexity::Ordinary, Complexity::Complex]);
    for kind in ["complaint", "second-complaint"] {
        for version in versions(kind) {
            assert_eq!(version.complexities(), known, "{kind} {}", version.from);
            let on = version.from;
            let mut life = complaint(kind, on, &[]);
            let complexity = Complexity::EspeciallyComplex;
            let circumstances = Circumstances { complexity, remote: false };
            let refused =
                life.take_with("accept", on, &[], |act| act.circumstances = circumstances);
            let known = known.clone();
            assert_eq!(refused, Err(Refusal::UnknownComplexity { complexity, known }), "{on}");
            accept(&mut life, on, Complexity::Complex, false);
        }
    }
}

#[test]
fn what_turns_out_complex_may_be_extended_then() {
    let on = date(2016, 5, 4);
    let mut life = accepted(first, on);
    assert_eq!(life.extend("extend", 15, on), Err(Refusal::NothingToExtend));
    let complex = Circumstances { complexity: Complexity::Complex, remote: false };
    life.take_with("find-complex", on, &[], |act| act.circumstances = complex).unwrap();
    life.extend("extend", 15, on).unwrap();
    assert_eq!(life.day("resolve"), Some(date(2016, 6, 20)));
}

#[test]
fn the_version_follows_the_day() {
    let rows = [
        (date(2012, 7, 1), date(2012, 7, 1), false, false),
        (date(2020, 12, 9), date(2012, 7, 1), false, false),
        (date(2020, 12, 10), date(2020, 12, 10), true, false),
        (date(2025, 6, 30), date(2020, 12, 10), true, false),
        (date(2025, 7, 1), date(2025, 7, 1), true, false),
        (date(2026, 6, 30), date(2025, 7, 1), true, false),
        (date(2026, 7, 1), date(2026, 7, 1), true, true),
    ];
    for kind in ["complaint", "second-complaint"] {
        for (on, from, published, in_part) in rows {
            let version = kind_on(kind, on);
            assert_eq!(version.from, from, "{kind} {on}");
            let has = |action| version.action(&ActionId::new(action)).is_some();
            assert_eq!((has("publish-decision"), has("withdraw-part")), (published, in_part));
            assert!(!version.publishes(Publicity::Answer) && !version.self_service);
        }
    }
}

#[test]
fn districts_are_competent_until_the_end_of_june_2025() {
    let competent = |kind, topic: &str, on| {
        let version = kind_on(kind, on);
        let topic = version.topics.iter().find(|own| own.id.as_str() == topic)?;
        topic.competent_on(on)
    };
    let (last, next) = (date(2025, 6, 30), date(2025, 7, 1));
    assert_eq!(competent("complaint", "district-decision", last), Some(Level::District));
    assert_eq!(competent("complaint", "district-decision", next), None);
    let decided = |on| competent("second-complaint", "decided-by-commune", on);
    assert_eq!((decided(last), decided(next)), (Some(Level::District), Some(Level::Province)));
}

#[test]
fn since_december_2020_the_decision_is_published_and_stays_posted() {
    let on = date(2021, 1, 4);
    let rows = [(first as fn(Date) -> Life, date(2021, 2, 3)), (second, date(2021, 2, 18))];
    for (begun, due) in rows {
        let mut life = accepted(begun, on);
        assert_eq!(life.day("resolve"), Some(due));
        life.take("assign", on, &[]).unwrap();
        life.take("decide", date(2021, 1, 11), &decided("kept")).unwrap();
        assert!(!life.is_closed(), "somebody still has to publish it");
        let high = Confidence::High;
        assert_eq!(life.due("publish"), Some((date(2021, 1, 26), "29.3".into(), high)));
        life.take("publish-decision", date(2021, 1, 12), &[]).unwrap();
        assert!(life.is_closed());
        assert_eq!(life.due("posting"), Some((date(2021, 1, 27), "29.3.b".into(), high)));
        let early = life.take("end-posting", date(2021, 1, 26), &[]);
        assert_eq!(early, too_early("posting", date(2021, 1, 27)));
        life.take("end-posting", date(2021, 1, 28), &[]).unwrap();
        life.take("take-effect", date(2021, 2, 11), &[]).unwrap();
        assert!(life.case().running.is_empty());
    }
}

#[test]
fn figures_of_the_amendment_of_2026_are_shown_as_less_sure() {
    let life = first(date(2026, 7, 1));
    // The 11th of July 2026 is a Saturday.
    assert_eq!(life.due("accept"), Some((date(2026, 7, 13), "27".into(), Confidence::Medium)));
    let before = first(date(2026, 6, 30));
    assert_eq!(before.due("accept"), Some((date(2026, 7, 10), "27".into(), Confidence::High)));
}

#[test]
fn a_complaint_may_be_withdrawn_at_any_time_in_writing() {
    let on = date(2016, 5, 4);
    let mut fresh = first(on);
    let unproven = fresh.take_with("withdraw", on, &[], |act| act.proofs.clear());
    assert_eq!(unproven, Err(Refusal::Empty { field: "proof" }));
    let mut assigned = accepted(second, on);
    assigned.take("assign", on, &[]).unwrap();
    for mut life in [fresh, accepted(first, on), assigned] {
        life.take("withdraw", on, &[]).unwrap();
        assert_eq!((life.step().as_str(), life.is_closed()), ("withdrawn", true));
        assert!(life.case().running.is_empty(), "settling stops");
        assert_eq!(life.case().done.get(&Deed::Withdraw), Some(&1));
    }
}

#[test]
fn a_part_is_withdrawn_from_july_2026_and_the_rest_goes_on() {
    let on = date(2026, 7, 6);
    let mut life = accepted(first, on);
    let due = life.day("resolve");
    let part = [("withdrawn-part", "Phần bồi thường cây trồng")];
    life.take("withdraw-part", on, &part).unwrap();
    assert_eq!((life.step().as_str(), life.day("resolve")), ("accepted", due));
    life.take("dialogue", on, &[("dialogue-on", "6/7/2026"), ("attendance", "absent")]).unwrap();
    life.take("assign", on, &[]).unwrap();
    life.take("decide", on, &decided("kept")).unwrap();
    let mut again = first(on);
    again.refuse("refuse", "withdrawn-before", on).unwrap();
    let mut before = first(date(2026, 6, 30));
    assert!(before.refuse("refuse", "withdrawn-before", date(2026, 6, 30)).is_err());
}

#[test]
fn every_refusal_of_a_complaint_says_what_comes_next() {
    every_refusal_says_what_comes_next("complaint", "refuse", |on, reason| {
        complaint("complaint", on, &bearing_out(reason, "known-on"))
    });
    every_refusal_says_what_comes_next("second-complaint", "refuse", |on, reason| {
        complaint("second-complaint", on, &bearing_out(reason, "second-from"))
    });
    for version in versions("complaint") {
        let unsure =
            version.reasons.iter().filter(|r| r.rule.confidence == Confidence::Unconfirmed);
        let unsure: Vec<_> = unsure.map(|reason| reason.id.as_str()).collect();
        assert_eq!(unsure, ["in-court"]);
    }
}

#[test]
fn a_late_or_unsigned_complaint_is_not_accepted() {
    let on = date(2016, 5, 4);
    let begun = |others: &[(&'static str, &'static str)]| {
        Life::begin("complaint", on, Level::Commune, "other", &with(FIRST, others))
    };
    let late = [("known-on", "2/1/2016"), ("filed-on", "2/4/2016")];
    let mut on_the_91st_day = begun(&late);
    assert_eq!(on_the_91st_day.take("accept", on, &[]), guarded("in-time"));
    on_the_91st_day.take("accept", on, &[("lateness", "good-reason")]).unwrap();
    let mut on_the_90th_day = begun(&[("known-on", "2/1/2016"), ("filed-on", "1/4/2016")]);
    on_the_90th_day.take("accept", on, &[]).unwrap();
    let mut unsigned = begun(&[("signature", "unsigned")]);
    assert_eq!(unsigned.take("accept", on, &[]), guarded("signed"));
}

#[test]
fn what_was_filed_before_its_cause_was_known_is_not_accepted() {
    let on = date(2016, 5, 4);
    let other = [("known-on", "3/4/2016"), ("filed-on", "2/4/2016")];
    let form = with(FIRST, &other);
    let why = FieldFault::BeforeItsCause { since: date(2016, 4, 3) };
    let early = begin_about("complaint", on, "other", &form).err();
    let filed_on = FieldId::new("filed-on");
    assert_eq!(early, Some(Refusal::Unfilled { field: filed_on, why }));
    let other = [("second-from", "3/4/2016"), ("filed-on", "2/4/2016")];
    let form = with(SECOND, &other);
    let topic = "decided-by-commune";
    let mut early = Life::begin("second-complaint", on, Level::District, topic, &form);
    assert_eq!(early.take("accept", on, &[]), guarded("second-cause-first"));
    early.refuse("refuse", "first-not-ended", on).unwrap();
    let same_day = with(FIRST, &[("known-on", "2/4/2016"), ("filed-on", "2/4/2016")]);
    let mut life = Life::begin("complaint", on, Level::Commune, "other", &same_day);
    life.take("accept", on, &[]).unwrap();
}

#[test]
fn a_suspended_complaint_goes_on_within_thirty_days_or_ends() {
    let on = date(2016, 5, 4);
    for begun in [first, second] {
        let suspended = || {
            let mut life = accepted(begun, on);
            life.take("suspend", date(2016, 5, 10), &[]).unwrap();
            life
        };
        let mut life = suspended();
        let due = (date(2016, 6, 9), "11.8".to_owned(), Confidence::Medium);
        assert_eq!(life.due("lapse"), Some(due));
        assert_eq!(life.case().due_on(), None, "the time is that of the complainant");
        assert!(!life.case().is_prolonged(date(2016, 9, 1)));
        assert_eq!(life.take("lapse", date(2016, 6, 9), &[]), guarded("lapse-over"));
        life.take("lapse", date(2016, 6, 10), &[]).unwrap();
        assert!(life.is_closed() && life.case().running.is_empty());
        assert!(life.stopped_late().is_empty());

        let mut late = suspended();
        assert_eq!(late.take("go-on", date(2016, 6, 10), &[]), guarded("may-go-on"));
        let mut life = suspended();
        let resolve = accepted(begun, on).day("resolve").unwrap();
        life.take("go-on", date(2016, 5, 20), &[]).unwrap();
        assert_eq!(life.due("lapse"), None);
        assert!(life.day("resolve").unwrap() > resolve, "what was left of the time to settle it");
        life.take("withdraw", date(2016, 5, 21), &[]).unwrap();
        assert!(life.is_closed() && life.case().running.is_empty());
    }
}

#[test]
fn a_second_complaint_waits_while_a_first_that_is_known_is_in_time() {
    for version in versions("second-complaint") {
        let guard = version.guards.iter().find(|guard| guard.id.as_str() == "first-ended");
        let rule = guard.and_then(|guard| guard.rule.clone()).unwrap();
        assert_eq!(rule.article.as_deref(), Some("33"), "{}", version.from);
    }
    let mut life = second(date(2012, 7, 2));
    life.in_time = [KindId::new("complaint")].into();
    assert_eq!(life.take("accept", date(2012, 7, 3), &[]), guarded("first-ended"));
    life.in_time.clear();
    life.take("accept", date(2012, 7, 3), &[]).unwrap();
}

#[test]
fn a_second_complaint_has_thirty_days_and_forty_five_in_remote_areas() {
    let on = date(2016, 6, 30);
    let rows = [
        ("ordinary-area", "31/5/2016", true),
        ("ordinary-area", "1/6/2016", false),
        ("remote-area", "15/6/2016", true),
        ("remote-area", "16/6/2016", false),
    ];
    for (area, filed_on, in_time) in rows {
        let others = [("area", area), ("second-from", "1/5/2016"), ("filed-on", filed_on)];
        let form = with(SECOND, &others);
        let topic = "decided-by-commune";
        let mut life = Life::begin("second-complaint", on, Level::District, topic, &form);
        let expected = if in_time { Ok(()) } else { guarded("second-in-time") };
        assert_eq!(life.take("accept", on, &[]), expected, "{area} {filed_on}");
    }
}

#[test]
fn only_a_first_complaint_can_be_escalated() {
    let on = date(2016, 5, 4);
    let above = Life::begin("complaint", on, Level::District, "commune-decision", FIRST);
    assert!(above.is_escalated());
    assert!(!first(on).is_escalated());
    assert!(!second(on).is_escalated(), "above the district, which is competent in 2016");
    assert_eq!(second(on).due("accept").unwrap().1, "36");
    assert_eq!(accepted(second, on).due("resolve").unwrap().1, "37");
}

/// What a decision says beside its words, as article 31 asks, with that outcome.
const fn decided(outcome: &str) -> [(&str, &str); 4] {
    [
        ("complained-party", "Chủ tịch UBND phường"),
        ("legal-grounds", "Luật Khiếu nại số 02/2011/QH13"),
        ("decision-outcome", outcome),
        ("what-is-decided", "Giữ nguyên điều 1; hủy điều 2 của quyết định."),
    ]
}

#[test]
fn a_decision_says_whom_it_binds_on_what_grounds_and_what_exactly_is_kept_or_changed() {
    for kind in ["complaint", "second-complaint"] {
        for version in versions(kind) {
            let decide = version.action(&ActionId::new("decide")).expect("a decision");
            let letter = &PACKS.rules.letters[decide.letter.as_ref().expect("its letter")];
            for field in
                ["complained-party", "legal-grounds", "decision-outcome", "what-is-decided"]
            {
                let field = FieldId::new(field);
                assert!(decide.asks.contains(&field), "{kind} from {}: {field}", version.from);
                assert!(version.field(&field).is_some_and(|field| field.required), "{field}");
                assert!(letter.says(&Variable::Field(field)), "{}", letter.id);
            }
            let compensation = FieldId::new("compensation");
            assert!(version.field(&compensation).is_some_and(|field| !field.required));
            assert!(letter.says(&Variable::Field(compensation)), "{}", letter.id);
        }
    }
}

#[test]
fn an_extension_for_a_complex_complaint_goes_when_it_is_found_ordinary() {
    // Luật Khiếu nại 2011, art. 28: 30 days, up to 45 when complex.
    let on = date(2016, 5, 4);
    let mut life = accepted(first, on);
    let find = |life: &mut Life, complexity, on| {
        let circumstances = Circumstances { complexity, remote: false };
        life.take_with("find-complex", on, &[], |act| act.circumstances = circumstances).unwrap();
    };
    let ordinary = life.day("resolve");
    find(&mut life, Complexity::Complex, on);
    life.extend("extend", 15, date(2016, 5, 20)).unwrap();
    assert_ne!(life.day("resolve"), ordinary);
    find(&mut life, Complexity::Ordinary, date(2016, 5, 23));
    assert_eq!(life.day("resolve"), ordinary, "30 days, as if it had never been complex");
    assert!(life.extend("extend", 1, date(2016, 5, 24)).is_err());
    find(&mut life, Complexity::Complex, date(2016, 5, 24));
    life.extend("extend", 15, date(2016, 5, 24)).unwrap();
}

#[test]
fn a_dialogue_does_not_lie_before_the_acceptance() {
    for (begun, accepted_on) in
        [(first as fn(Date) -> Life, date(2016, 5, 4)), (second, date(2016, 5, 4))]
    {
        let mut life = accepted(begun, accepted_on);
        let on = date(2016, 5, 12);
        let mut hold = |day| life.take("dialogue", on, &[("dialogue-on", day)]);
        assert_eq!(hold("3/5/2016"), guarded("dialogue-after-acceptance"));
        hold("4/5/2016").unwrap();
        hold("12/5/2016").unwrap();
    }
}

#[test]
fn a_body_decides_on_its_own_act_and_no_other_level_accepts() {
    use Level::{Commune, District, Province};
    let department = Rank { own: None, under: Some(Province) };
    let rows = [
        ("complaint", "commune-decision", Rank::at(Commune), Rank::at(District)),
        ("complaint", "district-decision", Rank::at(District), Rank::at(Commune)),
        ("complaint", "department-decision", department, Rank::at(Commune)),
        ("second-complaint", "decided-by-commune", Rank::at(District), Rank::at(Commune)),
        ("second-complaint", "other", Rank::at(Province), Rank::at(District)),
    ];
    let on = date(2016, 5, 4);
    for (kind, topic, own, other) in rows {
        let version = kind_on(kind, on);
        let seat = |rank| version.seat(&TopicId::new(topic), rank, on);
        for deed in [Deed::Accept, Deed::Assign, Deed::Answer] {
            assert!(does(&version, deed, seat(own)), "{kind} {topic}");
            assert!(!does(&version, deed, seat(other)), "{kind} {topic}");
        }
        assert!(does(&version, Deed::Refuse, seat(other)), "for want of competence");
    }
}
