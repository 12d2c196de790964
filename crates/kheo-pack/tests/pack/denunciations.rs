//! The lives of denunciations under the shipped packs.

use jiff::civil::{Date, date};
use kheo_calendar::Confidence;
use kheo_core::Refusal;
use kheo_core::case::{Circumstances, Complexity};
use kheo_core::id::ActionId;
use kheo_core::post::Role;
use kheo_core::unit::Level;

use crate::lives::{
    Life, Typed, every_refusal_says_what_comes_next, guarded, kind_on, too_early, versions,
};

const OLD: Typed<'_> =
    &[("accused", "Ông B"), ("denouncer-named", "named"), ("competent", "competent-here")];
const NEW: Typed<'_> = &[
    ("accused", "Ông B"),
    ("denouncer-named", "named"),
    ("competent", "competent-here"),
    ("sent-by", "sent-by-denouncer"),
];
const CONDITIONS: [(&str, &str); 5] = [
    ("conditions", "condition-form"),
    ("conditions", "condition-capacity"),
    ("conditions", "condition-competence"),
    ("conditions", "condition-basis"),
    ("after-complaint", "no-complaint-before"),
];
const STRIPPED: Typed<'_> = &[("stripped-letter", "Ông B thu tiền không có biên lai.")];

pub(crate) const TOLD: Typed<'_> = &[("told-of-forwarding", "denouncer-told")];

pub(crate) fn begun(on: Date) -> Life {
    let form = if on < date(2019, 1, 1) { OLD } else { NEW };
    Life::begin("denunciation", on, Level::Commune, "commune-staff", form)
}

/// One under the law of 2011 that gives no name.
pub(crate) fn nameless(on: Date) -> Life {
    let form = [OLD[0], ("denouncer-named", "nameless"), OLD[2]];
    Life::begin("denunciation", on, Level::Commune, "commune-staff", &form)
}

/// One that was accepted, concluded and published on that day.
pub(crate) fn concluded_and_published(on: Date) -> Life {
    let mut life = accepted(on, &[]);
    life.take("assign", on, STRIPPED).unwrap();
    life.take("conclude", on, &[]).unwrap();
    life.take("publish-conclusion", on, &[]).unwrap();
    life
}

/// The form of 2018 with another text in one field.
pub(crate) fn with(field: &str, text: &'static str) -> Vec<(&'static str, &'static str)> {
    NEW.iter().map(|(own, old)| (*own, if *own == field { text } else { old })).collect()
}

/// What is said at acceptance: all conditions, and these criteria.
pub(crate) fn accepting<'a>(criteria: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    CONDITIONS.into_iter().chain(criteria.iter().map(|&one| ("criteria", one))).collect()
}

pub(crate) fn accepted(on: Date, criteria: &[&str]) -> Life {
    let mut life = begun(on);
    life.take("accept", on, &accepting(criteria)).unwrap();
    life
}

#[test]
fn under_the_law_of_2011_it_is_checked_in_ten_days_and_settled_in_sixty() {
    let mut life = begun(date(2016, 5, 4));
    // The 14th of May 2016 is a Saturday.
    let high = Confidence::High;
    assert_eq!(life.due("accept"), Some((date(2016, 5, 16), "20.1.a".into(), high)));
    let mut extend = |places: &str| {
        let typed = [("places", places)];
        life.take_with("extend-check", date(2016, 5, 6), &typed, |act| act.length = Some(5))
    };
    assert_eq!(extend("1"), guarded("several-places"));
    extend("2").unwrap();
    assert_eq!(life.day("accept"), Some(date(2016, 5, 19)));
    let on = date(2016, 5, 10);
    let rows = [
        (Complexity::Ordinary, date(2016, 7, 11), 30, date(2016, 8, 8)),
        (Complexity::Complex, date(2016, 8, 8), 60, date(2016, 10, 7)),
    ];
    for (complexity, due, most, until) in rows {
        let mut life = begun(on);
        let circumstances = Circumstances { complexity, remote: false };
        life.take_with("accept", on, &[], |act| act.circumstances = circumstances).unwrap();
        assert_eq!(life.due("resolve"), Some((due, "21".into(), Confidence::Medium)));
        assert!(life.extend("extend", most + 1, on).is_err());
        life.extend("extend", most, on).unwrap();
        assert_eq!(life.day("resolve"), Some(until));
    }
}

#[test]
fn under_the_law_of_2018_it_is_checked_in_seven_working_days_and_settled_in_thirty() {
    let mut life = begun(date(2026, 3, 2));
    let high = Confidence::High;
    assert_eq!(life.due("accept"), Some((date(2026, 3, 11), "24.1".into(), high)));
    assert!(life.extend("extend-check", 4, date(2026, 3, 3)).is_err());
    life.extend("extend-check", 3, date(2026, 3, 3)).unwrap();
    assert_eq!(life.day("accept"), Some(date(2026, 3, 16)), "ten working days in all");
    life.take("accept", date(2026, 3, 5), &accepting(&[])).unwrap();
    // The 4th of April 2026 is a Saturday.
    assert_eq!(life.due("resolve"), Some((date(2026, 4, 6), "30".into(), high)));
    assert_eq!(life.due("notify-denouncer"), Some((date(2026, 3, 12), "29.3".into(), high)));
    assert_eq!(life.due("inform-accused"), Some((date(2026, 3, 12), "29.3".into(), high)));
    life.take("notify-denouncer", date(2026, 3, 6), &[]).unwrap();
    assert!(life.due("inform-accused").is_some(), "one notice does not stand for the other");
    let told = [("told-content", "Bị tố cáo thu tiền không có biên lai.")];
    life.take("inform-accused", date(2026, 3, 6), &told).unwrap();
    life.take("assign", date(2026, 3, 6), STRIPPED).unwrap();
    life.take("conclude", date(2026, 4, 6), &[]).unwrap();
    assert_eq!(
        life.due("publish-conclusion"),
        Some((date(2026, 4, 15), "40".into(), Confidence::Medium))
    );
    life.take("publish-conclusion", date(2026, 4, 7), &[]).unwrap();
    let early = life.take("end-posting", date(2026, 4, 21), &[]);
    assert_eq!(early, too_early("posting", date(2026, 4, 22)));
    life.take("end-posting", date(2026, 4, 23), &[]).unwrap();
    assert!(life.is_closed() && life.case().running.is_empty());
}

#[test]
fn how_often_it_is_extended_follows_from_the_criteria() {
    let on = date(2026, 3, 5);
    let rows: [(&[&str], &[Date]); 3] = [
        (&[], &[]),
        (&["two-contents"], &[date(2026, 5, 4)]),
        (&["two-contents", "foreign"], &[date(2026, 5, 4), date(2026, 6, 3)]),
    ];
    for (criteria, days) in rows {
        let mut life = accepted(on, criteria);
        for day in days {
            life.extend("extend", 30, on).unwrap();
            assert_eq!(life.day("resolve"), Some(*day));
        }
        assert!(life.extend("extend", 1, on).is_err(), "{criteria:?}");
    }
    let mut life = accepted(on, &["foreign"]);
    life.take("find-complex", on, &[("criteria", "foreign"), ("criteria", "many-people")]).unwrap();
    assert_eq!(life.case().circumstances.complexity, Complexity::EspeciallyComplex);
}

#[test]
fn the_version_follows_the_day() {
    let rows = [
        (date(2018, 12, 31), "20.1.a", false, false),
        (date(2019, 1, 1), "24.1", false, false),
        (date(2019, 5, 27), "24.1", false, false),
        (date(2019, 5, 28), "24.1", true, false),
        (date(2021, 11, 14), "24.1", true, false),
        (date(2021, 11, 15), "24.1", true, true),
        (date(2026, 6, 30), "24.1", true, true),
        (date(2026, 7, 1), "24.1", true, true),
    ];
    for (on, article, criteria, once) in rows {
        let life = begun(on);
        assert_eq!(life.due("accept").unwrap().1, article, "{on}");
        assert_eq!(!life.kind.complexity.is_empty(), criteria, "{on}");
        let transfer = life.kind.action(&ActionId::new("transfer")).unwrap();
        let guards = transfer.guards.iter().filter_map(|id| life.kind.guard(id));
        let cited = guards.filter(|guard| guard.rule.is_some()).count() > 0;
        assert_eq!(cited, once, "{on}: a rule of the office before that");
    }
    let unsure = begun(date(2026, 7, 1)).due("accept").unwrap().2;
    assert_eq!(unsure, Confidence::Medium, "the law of 2025 was not read in full");
}

#[test]
fn whoever_sent_it_on_is_answered_in_twenty_days() {
    let on = date(2026, 3, 2);
    for sender in ["sent-by-press", "sent-by-body"] {
        let form = with("sent-by", sender);
        let mut life = Life::begin("denunciation", on, Level::Commune, "commune-staff", &form);
        let due = (date(2026, 3, 23), "26.2".to_owned(), Confidence::High);
        assert_eq!(life.due("reply-sender"), Some(due), "the 22nd is a Sunday");
        life.take("note", on, &[]).unwrap();
        assert!(life.due("reply-sender").is_some());
        life.take("reply-sender", on, &[]).unwrap();
        assert_eq!(life.due("reply-sender"), None);
    }
    assert_eq!(begun(on).due("reply-sender"), None);
    let mut own = begun(on);
    assert_eq!(own.take("reply-sender", on, &[]), guarded("from-another-body"));
}

#[test]
fn that_it_is_complex_is_not_found_without_saying_by_what() {
    let mut life = accepted(date(2026, 3, 5), &[]);
    let field = kheo_core::id::FieldId::new("criteria");
    let empty = Refusal::Unfilled { field, why: kheo_core::case::FieldFault::Empty };
    assert_eq!(life.take("find-complex", date(2026, 3, 9), &[]), Err(empty));
    life.take("find-complex", date(2026, 3, 9), &[("criteria", "foreign")]).unwrap();
}

#[test]
fn what_was_found_complex_is_found_ordinary_again() {
    for on in [date(2019, 6, 3), date(2022, 3, 7), date(2025, 8, 4), date(2026, 8, 3)] {
        let mut life = accepted(on, &["foreign", "many-people"]);
        let (complexity, criteria) =
            (|life: &Life| life.case().circumstances.complexity, "criteria");
        assert_eq!(complexity(&life), Complexity::EspeciallyComplex, "{on}");
        life.take("find-complex", on, &[(criteria, "foreign")]).unwrap();
        assert_eq!(complexity(&life), Complexity::Complex, "{on}");
        life.extend("extend", 30, on).unwrap();
        let longer = life.day("resolve");
        life.take("find-complex", on, &[]).unwrap();
        assert_eq!(complexity(&life), Complexity::Ordinary, "{on}");
        assert!(life.day("resolve") < longer, "{on}: the extension goes with the finding");
        assert_eq!(life.day("resolve"), accepted(on, &[]).day("resolve"), "{on}");
        assert!(life.extend("extend", 30, on).is_err(), "{on}");
    }
    // From January to May 2019 whoever accepts it says so.
    let on = date(2019, 3, 4);
    let say = |life: &mut Life, complexity| {
        life.take_with("find-complex", on, &[], |act| act.circumstances.complexity = complexity)
    };
    let mut life = accepted(on, &[]);
    say(&mut life, Complexity::Complex).unwrap();
    say(&mut life, Complexity::Ordinary).unwrap();
    assert_eq!(life.case().circumstances.complexity, Complexity::Ordinary);
}

#[test]
fn the_letter_of_an_extended_check_speaks_of_the_check() {
    for version in versions("denunciation") {
        let action = version.actions.iter().find(|action| action.id.as_str() == "extend-check");
        let letter = action.and_then(|action| action.letter.as_ref()).unwrap();
        let said = crate::lives::PACKS.rules.letters[letter].about.to_string();
        assert!(said.contains("kiểm tra điều kiện thụ lý"), "{said}");
    }
}

#[test]
fn whoever_sent_it_on_can_be_answered_after_a_refusal_and_after_the_conclusion() {
    let on = date(2026, 3, 2);
    let form = with("sent-by", "sent-by-press");
    let begin = || Life::begin("denunciation", on, Level::Commune, "commune-staff", &form);
    let mut refused = begin();
    refused.refuse("refuse", "no-basis", on).unwrap();
    assert_eq!(refused.day("reply-sender"), Some(date(2026, 3, 23)), "art. 26.2: it is owed yet");
    refused.take("reply-sender", on, &[]).unwrap();
    assert!(refused.is_closed() && refused.case().running.is_empty());
    let mut concluded = begin();
    concluded.take("accept", on, &accepting(&[])).unwrap();
    concluded.take("assign", on, STRIPPED).unwrap();
    concluded.take("conclude", on, &[]).unwrap();
    assert!(concluded.due("reply-sender").is_some(), "the conclusion does not tell the sender");
    concluded.take("reply-sender", on, &[]).unwrap();
    assert_eq!(concluded.due("reply-sender"), None);
    concluded.take("publish-conclusion", on, &[]).unwrap();
    concluded.take("reply-sender", on, &[]).unwrap();
}

#[test]
fn whoever_sent_it_on_is_answered_though_it_was_forwarded_or_published_first() {
    for version in versions("denunciation").into_iter().filter(|v| v.from >= date(2019, 1, 1)) {
        let on = version.from;
        let mut form = with("sent-by", "sent-by-body");
        form.retain(|(field, _)| *field != "competent");
        form.push(("competent", "competent-elsewhere"));
        let mut sent = Life::begin("denunciation", on, Level::Commune, "commune-staff", &form);
        let due = sent.day("reply-sender");
        let typed = [TOLD, &[("forwarded-to", "Cơ quan thanh tra")]].concat();
        sent.take("forward-outside", on, &typed).unwrap();
        assert!(sent.is_closed(), "{on}");
        assert!(due.is_some() && sent.day("reply-sender") == due, "{on}: the day stays");
        sent.take("reply-sender", on, &[]).unwrap();
        assert!(sent.case().running.is_empty() && sent.left_out().is_empty(), "{on}");
    }
    let on = date(2026, 3, 2);
    let form = with("sent-by", "sent-by-press");
    let mut published = Life::begin("denunciation", on, Level::Commune, "commune-staff", &form);
    published.take("accept", on, &accepting(&[])).unwrap();
    published.take("assign", on, STRIPPED).unwrap();
    published.take("conclude", on, &[]).unwrap();
    published.take("publish-conclusion", on, &[]).unwrap();
    published.take("reply-sender", date(2026, 3, 24), &[]).unwrap();
    assert_eq!(published.stopped_late(), ["reply-sender"]);
}

#[test]
fn a_conclusion_in_time_is_in_time_though_a_notice_was_forgotten() {
    let mut life = accepted(date(2026, 3, 5), &[]);
    life.take("assign", date(2026, 3, 6), STRIPPED).unwrap();
    life.take("conclude", date(2026, 4, 6), &[]).unwrap();
    assert_eq!(life.was_late(), Some(false));
    assert_eq!(life.stopped_late(), ["notify-denouncer", "inform-accused"]);
}

#[test]
fn a_notice_that_the_conclusion_overtook_counts_as_left_out() {
    // Luật Tố cáo 2018, art. 29.3: five working days. Concluded on the next day, nobody was told.
    let mut life = accepted(date(2026, 3, 5), &[]);
    life.take("assign", date(2026, 3, 6), STRIPPED).unwrap();
    life.take("notify-denouncer", date(2026, 3, 6), &[]).unwrap();
    life.take("conclude", date(2026, 3, 6), &[]).unwrap();
    assert_eq!(life.left_out(), ["inform-accused"], "the other notice was given");
    assert!(life.stopped_late().is_empty());
    assert_eq!(life.was_late(), Some(false));
}

#[test]
fn what_turns_out_to_be_complex_has_ninety_days_and_may_be_extended_by_sixty() {
    let on = date(2016, 5, 10);
    let mut life = begun(on);
    life.take("accept", on, &[]).unwrap();
    assert_eq!(life.day("resolve"), Some(date(2016, 7, 11)));
    let complex = Circumstances { complexity: Complexity::Complex, remote: true };
    life.take_with("find-complex", date(2016, 6, 1), &[], |act| act.circumstances = complex)
        .unwrap();
    assert_eq!(life.due("resolve"), Some((date(2016, 8, 8), "21".into(), Confidence::Medium)));
    assert!(!life.case().circumstances.remote, "settled when it was accepted");
    life.extend("extend", 60, date(2016, 8, 1)).unwrap();
    assert_eq!(life.day("resolve"), Some(date(2016, 10, 7)), "150 days in all");
}

#[test]
fn only_an_overdue_denunciation_makes_the_superior_ask_for_a_report_in_five_days() {
    for (cause, due) in [("cause-overdue", true), ("cause-wrong", false)] {
        let form = [("further-cause", cause)];
        for on in [date(2026, 3, 2), date(2026, 7, 1)] {
            let life = Life::begin("further-denunciation", on, Level::Province, "other", &form);
            assert_eq!(life.due("ask-report").is_some(), due, "{cause} {on}");
        }
    }
}

#[test]
fn it_is_accepted_only_when_the_conditions_are_met() {
    let on = date(2026, 3, 2);
    let three: Vec<_> = CONDITIONS.into_iter().skip(1).collect();
    assert_eq!(begun(on).take("accept", on, &three), guarded("conditions-met"));
    let mut settled = CONDITIONS.to_vec();
    settled[4] = ("after-complaint", "no-evidence");
    assert_eq!(begun(on).take("accept", on, &settled), guarded("evidence-against-settler"));
    let form = with("denouncer-named", "nameless");
    let mut nameless = Life::begin("denunciation", on, Level::Commune, "other", &form);
    assert_eq!(nameless.take("accept", on, &accepting(&[])), guarded("named"));
}

#[test]
fn who_denounced_stays_with_those_who_take_it_in() {
    for kind in ["denunciation", "further-denunciation"] {
        for version in versions(kind) {
            assert!(version.is_sealed() && version.public.is_empty() && !version.self_service);
            assert!(!version.takes_in(Role::Handler), "{kind} {}", version.from);
            let assign = version.action(&ActionId::new("assign")).unwrap();
            assert!(assign.asks.iter().any(|id| Some(id) == version.stripped.as_ref()));
        }
    }
    let mut life = accepted(date(2026, 3, 5), &[]);
    let unstripped = life.take_with("assign", date(2026, 3, 5), STRIPPED, |act| act.filled.clear());
    assert!(matches!(unstripped, Err(Refusal::Unfilled { .. })), "{unstripped:?}");
}

#[test]
fn an_overdue_denunciation_is_brought_further_without_being_escalated() {
    let mut life = accepted(date(2026, 3, 5), &[]);
    let further = |life: &mut Life, on| life.take("record-further", on, &[]);
    assert_eq!(further(&mut life, date(2026, 4, 6)), guarded("resolve-overdue"));
    further(&mut life, date(2026, 4, 7)).unwrap();
    let form = [("further-cause", "cause-overdue"), ("denunciation-code", "TC-2026-0001")];
    let begin =
        |on, level| Life::begin("further-denunciation", on, level, "settled-by-commune", &form);
    let on = date(2026, 4, 7);
    let mut above = begin(on, Level::Province);
    assert!(!above.is_escalated());
    assert_eq!(above.due("ask-report"), Some((date(2026, 4, 14), "38.2".into(), Confidence::High)));
    above.take("ask-report", on, &[("report-days", "10")]).unwrap();
    above.take("assign", on, STRIPPED).unwrap();
    above.take("settle-further", on, &[]).unwrap();
    assert!(above.is_closed() && above.case().running.is_empty());
    let mut old = begin(date(2016, 5, 4), Level::Province);
    assert!(!old.is_escalated(), "above the district, which is competent in 2016");
    assert!(old.case().running.is_empty(), "the law of 2011 gives no limit");
    old.take("accept", date(2016, 5, 4), &[]).unwrap();
}

#[test]
fn every_refusal_of_a_denunciation_says_what_comes_next() {
    every_refusal_says_what_comes_next("denunciation", "refuse", |on, reason| {
        if reason == "nameless-letter" { nameless(on) } else { begun(on) }
    });
    every_refusal_says_what_comes_next("further-denunciation", "refuse", |on, _| {
        let form = [("further-cause", "cause-wrong")];
        Life::begin("further-denunciation", on, Level::Province, "other", &form)
    });
    assert!(kind_on("denunciation", date(2016, 5, 4)).action(&ActionId::new("withdraw")).is_none());
}

#[test]
fn an_extension_goes_with_the_finding_that_allowed_it() {
    // Luật Tố cáo 2018, art. 30.2 and 30.3: 30 days once when complex, twice when especially so.
    let on = date(2026, 3, 5);
    let mut life = accepted(on, &["two-contents", "foreign"]);
    life.extend("extend", 30, on).unwrap();
    life.extend("extend", 30, on).unwrap();
    assert_eq!(life.day("resolve"), Some(date(2026, 6, 3)));
    life.take("find-complex", on, &[("criteria", "foreign")]).unwrap();
    assert_eq!(life.day("resolve"), Some(date(2026, 5, 4)), "complex: one of them stays");
}
