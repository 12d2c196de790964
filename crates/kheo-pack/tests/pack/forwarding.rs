//! Who settles a denunciation, and what is done with one that belongs elsewhere.

use jiff::civil::date;
use kheo_calendar::Confidence;
use kheo_core::Refusal;
use kheo_core::case::{Deed, Party, Seat, brings_on};
use kheo_core::id::{ActionId, FieldId, StepId, TopicId, UnitId};
use kheo_core::post::Role;
use kheo_core::unit::{Level, Rank};

use crate::denunciations::{TOLD, accepting, begun, with};
use crate::lives::{Life, does, guarded, kind_on, versions};

#[test]
fn a_denunciation_that_belongs_elsewhere_is_forwarded_in_five_working_days_and_once() {
    assert_eq!(begun(date(2026, 3, 2)).due("forward"), None);
    let form = with("competent", "competent-elsewhere");
    let on = date(2026, 3, 2);
    let mut life = Life::begin("denunciation", on, Level::Commune, "commune-staff", &form);
    assert_eq!(life.due("forward"), Some((date(2026, 3, 9), "24.2".into(), Confidence::High)));
    let untold = life.take_with("transfer", date(2026, 3, 6), TOLD, |act| act.filled.clear());
    assert!(matches!(untold, Err(Refusal::Unfilled { .. })), "the denouncer is told: {untold:?}");
    life.take("transfer", date(2026, 3, 6), TOLD).unwrap();
    assert_eq!(life.due("forward"), None);
    assert_eq!(life.day("accept"), Some(date(2026, 3, 17)), "counted anew where it arrived");
    let again = life.take_with("transfer", date(2026, 3, 9), TOLD, |act| {
        act.unit = Some(UnitId::new("song-cau"));
    });
    assert_eq!(again, guarded("forwarded-once"));
}

#[test]
fn a_denunciation_does_not_go_round_between_units_under_any_law() {
    for version in versions("denunciation") {
        let on = version.from;
        let form = with("competent", "competent-elsewhere");
        let asks = |field: &str| version.form.iter().any(|own| own.as_str() == field);
        let form: Vec<_> = form.into_iter().filter(|(field, _)| asks(field)).collect();
        let mut life = Life::begin("denunciation", on, Level::Commune, "commune-staff", &form);
        let told =
            if version.field(&FieldId::new("told-of-forwarding")).is_some() { TOLD } else { &[] };
        let first = life.day("accept").unwrap();
        let sent = date(on.year(), on.month(), on.day()).tomorrow().unwrap();
        life.take("transfer", sent, told).unwrap();
        let anew = life.day("accept").unwrap();
        assert!(anew >= first, "{on}: counted from the day it arrived");
        let back = life.take_with("transfer", sent, told, |act| {
            act.unit = Some(UnitId::new("song-cau"));
        });
        assert_eq!(back, guarded("forwarded-once"), "{on}");
        assert_eq!(life.day("accept"), Some(anew), "{on}");
        // Where it came it is settled, whatever was ticked where it was taken in.
        life.refuse("refuse", "no-basis", sent).unwrap();
    }
}

#[test]
fn what_another_level_settles_is_forwarded_in_five_days_whatever_was_ticked() {
    for on in [date(2016, 3, 2), date(2019, 3, 4), date(2020, 3, 2), date(2026, 3, 2)] {
        let begun = |level, topic, ticked| {
            let form: Vec<_> = with("competent", ticked);
            let asks = |field: &str| {
                kind_on("denunciation", on).form.iter().any(|own| own.as_str() == field)
            };
            let form: Vec<_> = form.into_iter().filter(|(field, _)| asks(field)).collect();
            Life::begin("denunciation", on, level, topic, &form)
        };
        let runs = |level, topic, ticked| begun(level, topic, ticked).day("forward").is_some();
        let (commune, province) = (Level::Commune, Level::Province);
        assert!(!runs(commune, "commune-staff", "competent-here"), "{on}");
        assert!(runs(commune, "commune-head", "competent-here"), "{on}");
        assert!(runs(commune, "department-staff", "competent-unclear"), "{on}");
        assert!(runs(commune, "commune-staff", "competent-elsewhere"), "{on}: of another commune");
        assert!(runs(commune, "other", "competent-elsewhere"), "{on}");
        assert!(!runs(province, "department-head", "competent-here"), "{on}");

        let mut life = begun(commune, "commune-head", "competent-here");
        life.seat = Seat::Below;
        assert!(matches!(life.refuse("refuse", "", on), Err(Refusal::NotCompetent { .. })), "{on}");
        let typed = [
            ("forwarded-to", "Ban Tổ chức của một huyện khác"),
            ("told-of-forwarding", "denouncer-told"),
        ];
        let forward = life.kind.action(&ActionId::new("forward-outside")).unwrap();
        let asks = |field| forward.asks.iter().any(|own| own.as_str() == field);
        let typed: Vec<_> = typed.into_iter().filter(|(field, _)| asks(*field)).collect();
        let bare = life.take_with("forward-outside", on, &typed, |act| act.proofs.clear());
        assert_eq!(bare, Err(Refusal::Empty { field: "proof" }), "{on}: the dispatch proves it");
        life.take("forward-outside", on, &typed).unwrap();
        assert!(life.is_closed() && life.due("forward").is_none(), "{on}");
    }
}

#[test]
fn what_the_head_signs_by_law_is_done_by_the_head_alone() {
    let heads = [Party::Role(Role::Head)];
    let signed = [
        ("complaint", &["accept", "refuse", "decide"][..]),
        ("second-complaint", &["accept", "refuse", "decide"]),
        ("denunciation", &["accept", "refuse", "conclude"]),
        ("further-denunciation", &["accept", "ask-report", "refuse", "settle-further"]),
    ];
    for (kind, actions) in signed {
        for version in versions(kind) {
            let own = actions.iter().filter_map(|id| version.action(&ActionId::new(*id)));
            for action in own {
                assert_eq!(action.who, heads, "{kind} {} {}", version.from, action.id);
            }
            let step = StepId::new("assigned");
            assert!(brings_on(&version, &step, Role::Handler), "a handler reports what was found");
            let report = version.action(&ActionId::new("report")).unwrap();
            assert_eq!(report.who, [Party::Role(Role::Handler)]);
        }
    }
}

#[test]
fn only_the_level_above_settles_what_a_head_is_accused_of() {
    use Level::{Commune, District, Province};
    let office = |level| Rank { own: None, under: Some(level) };
    // Whom it is against, on which day, then which unit is competent and which are not.
    let rows = [
        (
            "commune-staff",
            date(2016, 5, 4),
            Rank::at(Commune),
            [Rank::at(District), office(Commune)],
        ),
        (
            "commune-head",
            date(2016, 5, 4),
            Rank::at(District),
            [Rank::at(Commune), office(District)],
        ),
        (
            "commune-head",
            date(2026, 3, 2),
            Rank::at(Province),
            [Rank::at(Commune), office(Province)],
        ),
        (
            "district-head",
            date(2020, 5, 4),
            Rank::at(Province),
            [Rank::at(District), Rank::at(Commune)],
        ),
        (
            "department-staff",
            date(2026, 3, 2),
            office(Province),
            [Rank::at(Commune), office(Commune)],
        ),
        (
            "department-head",
            date(2026, 3, 2),
            Rank::at(Province),
            [office(Province), Rank::at(Commune)],
        ),
    ];
    for (topic, on, own, others) in rows {
        let version = kind_on("denunciation", on);
        let topic_id = TopicId::new(topic);
        let seat = |rank| version.seat(&topic_id, rank, on);
        assert_eq!(seat(own), Seat::Competent, "{topic} {on}");
        for rank in others {
            for deed in [Deed::Accept, Deed::Refuse, Deed::Assign, Deed::Answer] {
                assert!(!does(&version, deed, seat(rank)), "{topic} {on} {rank:?}");
            }
            assert!(does(&version, Deed::Transfer, seat(rank)), "{topic} {on} {rank:?}");
        }
    }
}

#[test]
fn what_was_said_to_belong_elsewhere_is_neither_accepted_nor_refused_before_it_was_sent_on() {
    let on = date(2026, 3, 2);
    let form = with("competent", "competent-elsewhere");
    let mut life = Life::begin("denunciation", on, Level::Commune, "other", &form);
    assert_eq!(life.take("accept", on, &accepting(&[])), guarded("competent-here"));
    assert_eq!(life.refuse("refuse", "no-basis", on), guarded("competent-here"));
    life.take("transfer", on, TOLD).unwrap();
    life.take("accept", on, &accepting(&[])).unwrap();
}
