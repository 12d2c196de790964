//! How letters are sorted under the shipped packs.

use jiff::civil::{Date, date};
use kheo_calendar::Confidence;
use kheo_core::Refusal;
use kheo_core::case::{Act, Seat};
use kheo_core::id::{TopicId, UnitId};
use kheo_core::post::Role;
use kheo_core::unit::{Level, Rank};

use crate::lives::{Life, every_refusal_says_what_comes_next, guarded, versions};

pub(crate) const ELIGIBLE: [&str; 4] =
    ["in-vietnamese", "dated", "with-name-and-address", "with-signature"];
pub(crate) const EVIDENCE: [&str; 3] = ["names-offender", "concrete-evidence", "can-be-checked"];
const ON: Date = date(2026, 3, 2);

fn letter(on: Date, signature: &str) -> Life {
    let form = [("signature", signature), ("arrived-by", "by-post")];
    Life::begin("petition", on, Level::Province, "unsorted-letter", &form)
}

pub(crate) fn sorted<'a>(
    on: Date,
    signature: &str,
    sort: &'a str,
    more: &[(&'a str, &'a str)],
) -> Life {
    let mut life = letter(on, signature);
    let typed: Vec<_> = [("sorted-as", sort)].into_iter().chain(more.iter().copied()).collect();
    life.take("sort", on, &typed).unwrap();
    life
}

pub(crate) fn all<'a>(field: &'a str, choices: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    choices.iter().map(|&choice| (field, choice)).collect()
}

#[test]
fn a_letter_of_one_sort_becomes_a_case() {
    for sort in ["as-complaint", "as-denunciation", "as-recommendation"] {
        let mut life = sorted(ON, "signed", sort, &all("eligible", &ELIGIBLE));
        assert_eq!(
            life.take("split-letter", ON, &[("part-codes", "KN-2026-0001, KN-2026-0002")]),
            guarded("mixed")
        );
        life.take("open-case", ON, &[("opened-code", "KLD-2026-0001")]).unwrap();
        assert!(life.is_closed() && life.case().running.is_empty());
    }
    let opened = [("opened-code", "KLD-2026-0001")];
    let mut undated = sorted(ON, "signed", "as-complaint", &all("eligible", &ELIGIBLE[1..]));
    assert_eq!(undated.take("open-case", ON, &opened), guarded("letter-eligible"));
}

#[test]
fn a_letter_that_accuses_a_head_goes_up_unsorted_and_nothing_else_is_done_with_it_below() {
    let topics = ["letter-accuses-commune-head", "letter-accuses-district-head"];
    for version in versions("petition") {
        for topic in topics.map(TopicId::new) {
            let below = version.seat(&topic, Rank::at(Level::Commune), version.from);
            assert_eq!(below, Seat::Below, "{topic} {}", version.from);
            let left = version.actions.iter().filter(|action| version.permits(below, action));
            let left: Vec<&str> = left.map(|action| action.id.as_str()).collect();
            assert_eq!(left, ["transfer", "send-up", "note"], "{topic} {}", version.from);
        }
    }
    let form = [("signature", "signed"), ("arrived-by", "by-post")];
    let mut life = Life::begin("petition", ON, Level::Commune, topics[0], &form);
    life.seat = Seat::Below;
    let sort = [("sorted-as", "as-denunciation")];
    let refused = life.take("sort", ON, &sort);
    assert_eq!(refused, Err(Refusal::NotCompetent { level: Level::Province }));
    life.take("send-up", ON, &[]).unwrap();
    assert_eq!(life.step(), "received");
    let again = life.take_with("send-up", ON, &[], |act| act.unit = Some(UnitId::new("bac-kan")));
    assert_eq!(again, guarded("belongs-above"));
    life.take("sort", ON, &sort).unwrap();

    let mut own = letter(ON, "signed");
    assert_eq!(own.take("send-up", ON, &[]), guarded("belongs-above"), "it is sorted first");
}

#[test]
fn a_mixed_letter_is_split_by_content() {
    let mut life = sorted(ON, "signed", "as-mixed", &all("eligible", &ELIGIBLE));
    let opened = [("opened-code", "KLD-2026-0001")];
    assert_eq!(life.take("open-case", ON, &opened), guarded("one-sort"));
    assert_eq!(life.take("transfer", ON, &[]), guarded("one-sort"));
    let parts = [("part-codes", "KLD-2026-0001, TC-2026-0002")];
    life.take("split-letter", ON, &parts).unwrap();
    assert_eq!((life.step().as_str(), life.is_closed()), ("split", true));
}

#[test]
fn an_unsigned_letter_is_taken_up_only_with_evidence() {
    let opened = [("information-code", "KN-2026-0001")];
    // The law of 2018 came before the circular of 2021.
    for on in [date(2019, 6, 3), ON] {
        let open = |signature, evidence: &[&'static str]| {
            let mut life = sorted(on, signature, "as-denunciation", &all("evidence", evidence));
            life.take("open-information", on, &opened)
        };
        assert_eq!(open("unsigned", &EVIDENCE), Ok(()));
        assert_eq!(open("unsigned", &EVIDENCE[1..]), guarded("unsigned-with-evidence"));
        assert_eq!(open("signed", &EVIDENCE), guarded("unsigned-with-evidence"));
    }
}

#[test]
fn a_letter_is_forwarded_once() {
    for on in [date(2016, 5, 4), ON] {
        let mut life = sorted(on, "signed", "as-complaint", &all("eligible", &ELIGIBLE));
        life.take("transfer", on, &[]).unwrap();
        assert_eq!(life.step(), "received");
        assert!(life.due("sorting").is_some(), "counted anew where it arrived");
        life.take("sort", on, &[("sorted-as", "as-complaint")]).unwrap();
        let back = life.take_with("transfer", on, &[], |act| {
            act.unit = Some(UnitId::new("song-cau"));
        });
        assert_eq!(back, guarded("forwarded-once"));
    }
}

#[test]
fn a_letter_that_was_sent_up_can_be_forwarded_once_by_whoever_is_asked() {
    for version in versions("petition") {
        let on = version.from;
        let form = [("signature", "signed"), ("arrived-by", "by-post")];
        let topic = "letter-accuses-commune-head";
        let mut life = Life::begin("petition", on, Level::Commune, topic, &form);
        life.seat = Seat::Below;
        life.take("send-up", on, &[]).unwrap();
        let sort: Vec<_> = [("sorted-as", "as-denunciation")]
            .into_iter()
            .chain(all("eligible", &ELIGIBLE))
            .collect();
        life.take("sort", on, &sort).unwrap();
        let to = |unit| move |act: &mut Act| act.unit = Some(UnitId::new(unit));
        life.take_with("transfer", on, &[], to("bac-kan")).unwrap();
        life.take("sort", on, &sort).unwrap();
        let again = life.take_with("transfer", on, &[], to("cho-moi"));
        assert_eq!(again, guarded("forwarded-once"), "{on}");
    }
}

#[test]
fn who_wrote_stays_with_those_who_sort() {
    for version in versions("petition") {
        assert!(version.is_sealed() && version.public.is_empty());
        assert!(!version.takes_in(Role::Handler));
    }
    let mut life = sorted(ON, "signed", "as-denunciation", &all("eligible", &ELIGIBLE));
    life.take("hand-over", ON, &[("stripped-letter", "Ông B thu tiền không có biên lai.")])
        .unwrap();
    assert!(!life.is_escalated(), "nobody knows yet who is competent");
}

#[test]
fn the_limit_to_sort_is_shown_as_unconfirmed() {
    let life = letter(ON, "signed");
    let (day, _, confidence) = life.due("sorting").unwrap();
    assert_eq!((day, confidence), (date(2026, 3, 16), Confidence::Unconfirmed));
    for version in versions("petition").into_iter().filter(|v| v.from < date(2021, 11, 15)) {
        let rules = version.guards.iter().filter_map(|guard| guard.rule.as_ref());
        let mut rules = rules.filter(|rule| rule.law.contains("07/2014")).peekable();
        assert!(rules.peek().is_some());
        assert!(rules.all(|rule| rule.confidence == Confidence::Unconfirmed));
    }
}

#[test]
fn a_letter_that_is_kept_on_file_says_what_comes_next() {
    every_refusal_says_what_comes_next("petition", "keep-on-file", |on, _| {
        sorted(on, "unsigned", "as-recommendation", &[])
    });
    let mut guided = sorted(ON, "signed", "as-complaint", &[]);
    guided.take("guide", ON, &[]).unwrap();
    assert!(guided.is_closed() && guided.case().running.is_empty());
}
