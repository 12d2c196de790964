//! What is learned from a past that was made up, with dice that always fall the same.

mod sample;

use jiff::ToSpan as _;
use jiff::civil::date;
use proptest::prelude::*;

use super::{
    Factor, Hold, LEAST_ENDED, LEAST_MISSED, Off, Past, Run, Running, Warning, Warnings, learn,
};
use crate::case::Undone;
use crate::id::{ClockId, KindId, StepId, UnitId};
use sample::{Dice, TODAY, planted, run};

fn now<'a>(
    kind: &'a KindId,
    clock: &'a ClockId,
    step: &'a StepId,
    unit: &'a UnitId,
    days: i64,
) -> Running<'a> {
    let start = TODAY.checked_sub(days.days()).unwrap();
    Running {
        kind,
        clock,
        step,
        unit,
        start,
        due_on: start.checked_add(20.days()).unwrap(),
        changed_on: start,
    }
}

fn ask(warnings: &Warnings, kind: &str, unit: &str, days: i64) -> Warning {
    let (kind, clock) = (KindId::new(kind), ClockId::new("answer"));
    let (step, unit) = (StepId::new("received"), UnitId::new(unit));
    warnings.of(now(&kind, &clock, &step, &unit, days)).expect("a warning")
}

#[test]
fn a_planted_dependency_is_found() {
    // Of the slow kind, seven in ten are missed; of the quick kind one in ten.
    let warnings = learn(&planted(1_500, |kind, _| if kind == "slow" { 0.7 } else { 0.1 }), TODAY);
    assert!(matches!(warnings, Warnings::On(_)), "{:?}", warnings.judgement());
    let slow = ask(&warnings, "slow", "north", 1);
    let quick = ask(&warnings, "quick", "north", 1);
    assert!((slow.chance.value() - 0.7).abs() < 0.1, "{slow:?}");
    assert!((quick.chance.value() - 0.1).abs() < 0.1, "{quick:?}");
    assert_eq!(slow.reasons[0].factor, Factor::Kind);
    assert!(slow.reasons[0].raises && !quick.reasons[0].raises);
}

#[test]
fn a_unit_that_was_often_late_is_warned_about() {
    let warnings = learn(&planted(1_500, |_, unit| if unit == "north" { 0.6 } else { 0.1 }), TODAY);
    let (north, south) = (ask(&warnings, "quick", "north", 1), ask(&warnings, "quick", "south", 1));
    assert!(north.chance.value() > south.chance.value() + 0.3, "{north:?}\n{south:?}");
    assert!(north.situation.missed_before > 0.5 && south.situation.missed_before < 0.2);
}

#[test]
fn the_longer_a_case_lies_the_likelier_it_is_late() {
    let warnings = learn(&planted(1_500, |_, _| 0.3), TODAY);
    let chances = [1, 10, 20].map(|days| ask(&warnings, "quick", "north", days).chance);
    assert!(chances[0] < chances[1] && chances[1] < chances[2], "{chances:?}");
    assert!(chances[2].is_likely() && chances[2].percent() <= 99);
}

#[test]
fn what_is_said_is_what_happens() {
    let warnings = learn(&planted(3_000, |kind, _| if kind == "slow" { 0.6 } else { 0.2 }), TODAY);
    let judgement = warnings.judgement().expect("a judgement");
    let full = judgement.bins.iter().filter(|bin| bin.said >= 100);
    for bin in full.clone() {
        let (said, came) = (bin.said_percent().unwrap(), bin.missed_percent().unwrap());
        assert!((said - came).abs() <= 12, "{bin:?}");
        assert!((i64::from(bin.from)..=i64::from(bin.until)).contains(&said), "{bin:?}");
    }
    assert!(full.count() >= 3);
    let all: usize = judgement.bins.iter().map(|bin| bin.said).sum();
    assert_eq!(all, judgement.judged.looked_at);
    assert!(judgement.model < judgement.count_down_rates);
    assert!(judgement.count_down_rates <= judgement.count_down);
}

#[test]
fn a_model_is_never_judged_on_limits_that_it_was_fitted_on() {
    let past = planted(1_500, |_, _| 0.3);
    let warnings = learn(&past, TODAY);
    let judgement = warnings.judgement().expect("a judgement");
    assert!(judgement.fitted.last < judgement.judged.first);
    assert!(judgement.fitted.limits + judgement.judged.limits <= past.runs.len());
    assert!(judgement.judged.missed > 0 && judgement.judged.missed < judgement.judged.limits);
}

#[test]
fn a_thin_past_teaches_nothing_and_says_so() {
    let few = planted(LEAST_ENDED - 1, |_, _| 0.5);
    let Warnings::Off(Off::Thin { ended, missed }) = learn(&few, TODAY) else { panic!("on") };
    assert_eq!(ended, LEAST_ENDED - 1);
    assert!(missed > LEAST_MISSED);
    let punctual = planted(1_000, |_, _| 0.01);
    assert!(matches!(learn(&punctual, TODAY), Warnings::Off(Off::Thin { ended: 1_000, .. })));
    assert!(matches!(
        learn(&Past::default(), TODAY),
        Warnings::Off(Off::Thin { ended: 0, missed: 0 })
    ));
    let off = learn(&few, TODAY);
    assert_eq!(off.judgement(), None);
}

#[test]
fn a_past_without_a_late_half_is_uneven() {
    // All that were missed were missed at first.
    let mut past = planted(1_000, |_, _| 0.3);
    past.runs.sort_by_key(|run| run.start);
    let half = past.runs.len() / 2;
    for run in past.runs.iter_mut().skip(half) {
        for hold in &mut run.holds {
            hold.until = hold.until.min(hold.due_on).or(hold.due_on);
        }
    }
    assert!(matches!(learn(&past, TODAY), Warnings::Off(Off::Uneven)));
}

#[test]
fn a_model_that_is_no_better_than_counting_down_is_off() {
    // Until the last day nothing is known, and then everything: the rule of the calendar is as good
    // as rules get, and what was learned from the first years is wrong in the last.
    let mut past = planted(900, |kind, _| if kind == "slow" { 0.9 } else { 0.05 });
    past.runs.sort_by_key(|run| run.start);
    let at = past.runs.len() * 2 / 3;
    for run in past.runs.iter_mut().skip(at) {
        run.kind = KindId::new(if run.kind.as_str() == "slow" { "quick" } else { "slow" });
    }
    let warnings = learn(&past, TODAY);
    let Warnings::Off(Off::NoBetter(judgement)) = &warnings else { panic!("{warnings:?}") };
    assert!(!judgement.is_better());
    assert_eq!(warnings.judgement(), Some(judgement));
    let (kind, clock) = (KindId::new("slow"), ClockId::new("answer"));
    let (step, unit) = (StepId::new("received"), UnitId::new("north"));
    assert_eq!(warnings.of(now(&kind, &clock, &step, &unit, 3)), None);
}

#[test]
fn the_same_past_gives_the_same_bits() {
    let bits = || {
        let warnings =
            learn(&planted(700, |_, unit| if unit == "west" { 0.5 } else { 0.2 }), TODAY);
        let chance = ask(&warnings, "slow", "west", 12).chance.value().to_bits();
        (chance, warnings.judgement().map(|judgement| judgement.model.value().to_bits()))
    };
    assert_eq!(bits(), bits());
}

#[test]
fn what_can_be_told_apart_wholly_gives_numbers_all_the_same() {
    let warnings = learn(&planted(900, |kind, _| if kind == "slow" { 1.0 } else { 0.0 }), TODAY);
    let slow = ask(&warnings, "slow", "north", 5).chance;
    let quick = ask(&warnings, "quick", "north", 5).chance;
    assert!(slow.value().is_finite() && slow.percent() >= 90, "{slow:?}");
    assert!(quick.value().is_finite() && quick.percent() <= 10, "{quick:?}");
}

#[test]
fn a_limit_that_is_missed_already_gets_no_chance() {
    let warnings = learn(&planted(900, |_, _| 0.3), TODAY);
    let (kind, clock) = (KindId::new("slow"), ClockId::new("answer"));
    let (step, unit) = (StepId::new("received"), UnitId::new("north"));
    assert!(warnings.of(now(&kind, &clock, &step, &unit, 20)).is_some(), "the last day");
    assert_eq!(warnings.of(now(&kind, &clock, &step, &unit, 21)), None);
}

#[test]
fn a_limit_counts_by_its_last_day_and_not_before_that_day_has_passed() {
    let (day, unit) = (date(2016, 3, 1), UnitId::new("north"));
    let hold = |until, due_on| Hold { unit: unit.clone(), from: day, until, due_on };
    let of = |holds| Run { holds, ..run("slow", "north", day, 20, None) };
    let due = Some(date(2016, 3, 21));
    let extended = Some(date(2016, 3, 31));
    let rows = [
        (vec![hold(due, due)], Some(false)),
        (vec![hold(Some(date(2016, 3, 22)), due)], Some(true)),
        (vec![hold(None, due)], Some(true)),
        (vec![hold(Some(day), due), hold(Some(date(2016, 3, 25)), extended)], Some(false)),
        (vec![hold(Some(day), due), hold(Some(date(2016, 3, 9)), None)], Some(false)),
        (vec![hold(Some(day), due), hold(None, None)], None),
        (vec![hold(Some(day), None)], None),
        (vec![], None),
    ];
    for (holds, missed) in rows {
        let past = Past { runs: vec![of(holds)], ..Past::default() };
        let found: Vec<bool> = past.ended(TODAY).map(|(_, outcome)| outcome.missed).collect();
        assert_eq!(found, missed.into_iter().collect::<Vec<_>>());
        assert_eq!(past.ended(date(2016, 3, 9)).count(), 0, "its day has not passed");
    }
}

#[test]
fn what_was_left_out_is_missed_and_what_was_owed_no_more_in_time_teaches_nothing() {
    let (in_time, late) = (Some(18), Some(25));
    let rows = [
        (in_time, None, Some(false)),
        (in_time, Some(Undone::Failed), Some(true)),
        (in_time, Some(Undone::Lapsed), None),
        (late, Some(Undone::Failed), Some(true)),
        (late, Some(Undone::Lapsed), Some(true)),
    ];
    for (days, undone, missed) in rows {
        let run = Run { undone, ..run("slow", "north", date(2016, 3, 1), 20, days) };
        let past = Past { runs: vec![run], ..Past::default() };
        let found = past.ended(TODAY).map(|(_, outcome)| outcome.missed).next();
        assert_eq!(found, missed, "{days:?} {undone:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn chances_are_chances_whatever_the_past(
        seed in any::<u64>(),
        slow in 0.0..=1.0_f64,
        quick in 0.0..=1.0_f64,
        days in 0_i64..=20,
    ) {
        let mut dice = Dice::new(seed);
        let runs = (0..600).map(|_| {
            let kind = if dice.falls(0.5) { "slow" } else { "quick" };
            let missed = dice.falls(if kind == "slow" { slow } else { quick });
            sample::drawn(&mut dice, kind, "north", missed)
        });
        let warnings = learn(&Past { runs: runs.collect(), ..Past::default() }, TODAY);
        if let Warnings::On(_) = warnings {
            let said = ask(&warnings, "slow", "north", days);
            prop_assert!((0.0..=1.0).contains(&said.chance.value()));
            prop_assert!((1..=99).contains(&said.chance.percent()));
            prop_assert!(said.reasons.len() <= 2);
        }
        if let Some(judgement) = warnings.judgement() {
            for error in [judgement.model, judgement.count_down, judgement.same_for_all] {
                prop_assert!((0.0..=1.0).contains(&error.value()));
            }
        }
    }
}

#[test]
fn a_unit_that_has_more_to_do_is_never_warned_about_less() {
    // Of the ward that is in time there is most to read: more work seems to help, and must not.
    let mut past = planted(1_500, |_, unit| if unit == "north" { 0.1 } else { 0.5 });
    let quiet = past.runs.iter().filter(|run| run.holds[0].unit.as_str() == "north");
    let busy: Vec<Run> = quiet.cloned().collect();
    past.runs.extend(busy);
    let usual = ask(&learn(&past, TODAY), "quick", "south", 10).chance;
    let south = past.running.iter().find(|hold| hold.unit.as_str() == "south").unwrap().clone();
    past.running.extend(std::iter::repeat_n(south, 60));
    let laden = ask(&learn(&past, TODAY), "quick", "south", 10).chance;
    assert!(laden >= usual, "{laden:?} is less than {usual:?}");
}
