//! When a unit was through with a case.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use kheo_calendar::{Calendar, LimitUnit, Moment, TimeLimit, due};

use crate::case::event::{Acted, Registered, Words};
use crate::case::{Case, CaseEvent, Deed, Petition, Phase};
use crate::id::{ActionId, CaseCode, ClockId, KindId, StepId, TopicId, UnitId};
use crate::matter::{is_escalated, through as days_through};
use crate::origin::Origin;
use crate::unit::Level::{self, Commune, District, Province};

static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::vietnam);

const BEGAN: Date = date(2016, 5, 2);

fn registered(unit: &str) -> CaseEvent {
    CaseEvent::Registered(Registered {
        code: CaseCode::new("KN-2016-0001"),
        case_kind: KindId::new("complaint"),
        version: date(2014, 7, 1),
        unit: UnitId::new(unit),
        topic: TopicId::new("land"),
        step: StepId::new("received"),
        unasked: false,
        escalated: false,
        again: None,
        files: Vec::new(),
        origin: Origin::Entered,
        private: Petition::default(),
    })
}

/// Ten days from [`BEGAN`]: until 12 May.
fn clock() -> kheo_calendar::Due {
    due(BEGAN, TimeLimit::rolling(10, LimitUnit::CalendarDays), &CALENDAR).unwrap()
}

fn started() -> CaseEvent {
    CaseEvent::ClockStarted { clock: ClockId::new("answer"), due: clock() }
}

fn acted(deed: Deed, unit: &str) -> CaseEvent {
    let closes = matches!(deed, Deed::Answer | Deed::Refuse);
    CaseEvent::Acted(Acted {
        action: ActionId::new("act"),
        deed,
        step: StepId::new("step"),
        phase: if closes { Phase::Closed } else { Phase::Open },
        unit: UnitId::new(unit),
        post: None,
        circumstances: None,
        reason: None,
        letter: None,
        by_office: false,
        late: None,
        counts_from: None,
        unsettled: false,
        proofs: Vec::new(),
        private: Words::default(),
    })
}

/// The units that were through with it by the end of `by`.
fn through(told: &[(Date, CaseEvent)], by: Date) -> Vec<String> {
    let days = days_through(told.iter().map(|(on, event)| (*on, event)));
    days.into_iter().filter(|(_, day)| *day <= by).map(|(unit, _)| unit.to_string()).collect()
}

fn may(day: i8) -> Date {
    date(2016, 5, day)
}

#[test]
fn a_unit_is_through_with_what_it_answered_refused_or_let_run_out() {
    let begun = || vec![(BEGAN, registered("ward")), (BEGAN, started())];
    assert_eq!(through(&begun(), may(12)), [] as [&str; 0], "the last day is in time");
    assert_eq!(through(&begun(), may(13)), ["ward"]);
    assert_eq!(through(&begun(), may(1)), [] as [&str; 0]);

    for deed in [Deed::Answer, Deed::Refuse] {
        let told = [begun(), vec![(may(5), acted(deed, "ward"))]].concat();
        assert_eq!(through(&told, may(4)), [] as [&str; 0]);
        assert_eq!(through(&told, may(5)), ["ward"]);
    }
    for deed in [Deed::Accept, Deed::Note, Deed::Assign] {
        let told = [begun(), vec![(may(5), acted(deed, "ward"))]].concat();
        assert_eq!(through(&told, may(12)), [] as [&str; 0], "{deed:?}");
    }
}

#[test]
fn what_was_handed_on_in_time_is_through_where_it_ended() {
    let to_city = (may(4), acted(Deed::Transfer, "city"));
    let told = [(BEGAN, registered("ward")), (BEGAN, started()), to_city];
    assert_eq!(through(&told, may(12)), [] as [&str; 0]);
    assert_eq!(through(&told, may(13)), ["city"]);
    let late = (may(20), acted(Deed::Transfer, "city"));
    let told = [(BEGAN, registered("ward")), (BEGAN, started()), late];
    assert_eq!(through(&told, may(20)), ["city", "ward"], "it lay past its day with both");
    let [begun, started, late] = told;
    let stopped = CaseEvent::ClockStopped {
        clock: ClockId::new("answer"),
        due_on: may(12),
        late: true,
        uncounted: false,
        undone: None,
    };
    let told = [begun, started, late, (may(20), stopped)];
    assert_eq!(through(&told, may(30)), ["ward"], "its days began anew with the one that got it");
    let noted = (may(13), acted(Deed::Note, "ward"));
    let told = [(BEGAN, registered("ward")), (BEGAN, self::started()), noted];
    assert_eq!(through(&told, may(13)), ["ward"], "it acted on the day after the last one");
}

#[test]
fn time_that_was_given_in_time_counts_and_what_stands_still_does_not_run_out() {
    let clock_id = || ClockId::new("answer");
    let paused =
        CaseEvent::ClockPaused { clock: clock_id(), due: clock().pause(Moment::from(may(6))) };
    let told = [(BEGAN, registered("ward")), (BEGAN, started()), (may(6), paused)];
    assert_eq!(through(&told, may(30)), [] as [&str; 0]);

    let allowed = kheo_calendar::Extension::Times { times: 1, count: 10 };
    // The rules refuse to extend what has run out; an older ledger may hold it.
    let longer = |on| {
        let mut due = clock().extend(10, may(10), allowed, &CALENDAR).unwrap();
        due.extended.last_mut().unwrap().on = on;
        CaseEvent::ClockExtended { clock: clock_id(), due }
    };
    let in_time = [(BEGAN, registered("ward")), (BEGAN, started()), (may(10), longer(may(10)))];
    assert_eq!(through(&in_time, may(13)), [] as [&str; 0]);
    let too_late = [(BEGAN, registered("ward")), (BEGAN, started()), (may(16), longer(may(16)))];
    assert_eq!(through(&too_late, may(17)), ["ward"], "the limit had run out before");

    let prolonged = |told: &[(Date, CaseEvent)], today| {
        Case::fold(told.iter().map(|(_, event)| event)).unwrap().is_prolonged(today)
    };
    assert!(!prolonged(&in_time, may(22)));
    assert!(prolonged(&in_time, may(24)), "past the longer day too");
    assert!(prolonged(&too_late, may(17)));
    assert!(!prolonged(&told, date(2016, 9, 1)));
}

#[test]
fn an_answer_after_the_day_stays_prolonged_and_one_in_time_never_is() {
    let stopped = |late| CaseEvent::ClockStopped {
        clock: ClockId::new("answer"),
        due_on: may(12),
        late,
        uncounted: false,
        undone: None,
    };
    for late in [false, true] {
        let told = [registered("ward"), started(), acted(Deed::Answer, "ward"), stopped(late)];
        let case = Case::fold(&told).unwrap();
        assert_eq!(case.is_prolonged(may(13)), late);
        assert_eq!(case.is_prolonged(date(2017, 5, 1)), late);
        assert_eq!(case.overran, late.then_some(may(12)));
    }
}

#[test]
fn only_what_lies_above_a_level_that_is_not_through_is_escalated() {
    let rows: [(Option<Level>, Level, &[Level], bool); 9] = [
        (Some(Commune), Commune, &[], false),
        (Some(District), Commune, &[], true),
        (Some(Province), Commune, &[], true),
        (Some(Commune), District, &[], false),
        (None, Commune, &[], false),
        // A second complaint; a denunciation to the superior after the limit.
        (Some(District), Commune, &[Commune], false),
        (Some(Province), District, &[Commune, District], false),
        // What others decided is no step at the competent level.
        (Some(Province), District, &[Commune], true),
        (Some(District), Commune, &[District, Province], true),
    ];
    for (addressed, competent, through, expected) in rows {
        let through: BTreeSet<Level> = through.iter().copied().collect();
        let known = is_escalated(addressed, Some(competent), through.clone());
        assert_eq!(known, expected, "{addressed:?} {competent:?} {through:?}");
    }
}
