//! Whatever people do, in whatever order: what is counted is what happened, and the read tables are
//! what the ledger says.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use kheo_core::case::{Act, Case, CaseEvent, Deed, Metric, Phase};
use kheo_core::id::{ActionId, CaseCode, KindId, TopicId, UnitId};
use kheo_core::matter::{Link, is_end, together};
use kheo_core::origin::Origin;
use kheo_core::period::{Period, PeriodLength};
use kheo_core::post::{Actor, Role};
use kheo_core::quantity::Quantity;
use kheo_core::unit::Level;
use kheo_store::case::{Behind, CodeChoice, Filing};
use kheo_store::ledger::{check, dump, rebuild};
use kheo_store::{Db, Recorded, WriteError};
use kheo_testkit::{CITY, Installation, WARDS, actor, filing, on};
use proptest::prelude::*;

use crate::behind::{rows, tally_on};
use crate::kept::patient;
use crate::{plain, with_proof};

#[derive(Debug, Clone)]
enum Command {
    Register { ward: usize, school: bool, again: Option<usize>, made_up: bool },
    Link { one: usize, other: usize, undo: bool },
    Judge { case: usize, withdraw: bool },
    Act { case: usize, action: usize, ward: usize, proof: bool, by: usize, stale: bool, late: bool },
}

/// How many days without word make a request count as kept closed.
const DAYS: u16 = 12;

const ACTIONS: [&str; 9] =
    ["accept", "assign", "transfer", "answer", "refuse", "note", "confirm", "reopen", "fail"];

fn command() -> impl Strategy<Value = Command> {
    let register =
        (0_usize..4, any::<bool>(), prop::option::weighted(0.2, 0_usize..9), any::<bool>())
            .prop_map(|(ward, school, again, made_up)| Command::Register {
                ward,
                school,
                again,
                made_up,
            });
    let act = (0_usize..9, 0_usize..9, 0_usize..3, any::<bool>(), 0_usize..4, 0..20, 0..8)
        .prop_map(|(case, action, ward, proof, by, stale, late)| {
            let (stale, late) = (stale == 0, late == 0);
            Command::Act { case, action, ward, proof, by, stale, late }
        });
    let link = (0_usize..9, 0_usize..9, 0..3).prop_map(|(one, other, undo)| Command::Link {
        one,
        other,
        undo: undo == 0,
    });
    let judge =
        (0_usize..9, any::<bool>()).prop_map(|(case, withdraw)| Command::Judge { case, withdraw });
    prop_oneof![4 => register, 12 => act, 3 => link, 1 => judge]
}

/// Does what `command` says on `today`; answers whether it was allowed.
fn carry_out(
    db: &Db,
    codes: &mut Vec<CaseCode>,
    links: &mut BTreeSet<Link>,
    command: &Command,
    today: Date,
) -> bool {
    let pick = |n: usize| codes.get(n % codes.len().max(1)).cloned();
    let done: Result<Option<CaseCode>, WriteError> = match *command {
        Command::Register { ward, school, again, made_up } => {
            let unit = WARDS.get(ward).copied().unwrap_or(CITY);
            let filing = Filing {
                code: CodeChoice::Next,
                topic: TopicId::new(if school { "schools" } else { "roads" }),
                again: again.and_then(pick),
                origin: if made_up { Origin::Demonstration } else { Origin::Entered },
                ..filing(unit, "")
            };
            db.write_now(move |tx| {
                kheo_store::case::register(tx, &patient(DAYS), filing, on(today), &Actor::Citizen)
            })
            .map(|registered| {
                let link = |earlier| Link::between(earlier, registered.code.clone());
                links.extend(again.and_then(pick).map(link));
                Some(registered.code)
            })
        }
        Command::Link { one, other, undo } => match pick(one).zip(pick(other)) {
            Some((one, other)) => say(db, links, Link::between(one, other), undo, today),
            None => return true,
        },
        Command::Judge { case, withdraw } => match pick(case) {
            Some(code) => judge(db, code, withdraw, today),
            None => return true,
        },
        Command::Act { case, action, ward, proof, by, stale, late } => {
            let Some(code) = pick(case) else { return true };
            let day = if late { today.checked_sub(20.days()).unwrap() } else { today };
            db.write_now(move |tx| {
                let version = kheo_store::case::find(tx, &code)?.unwrap().seen;
                let act = chosen(action, ward, proof, version + u64::from(stale));
                let who = [
                    Actor::Import,
                    Actor::Citizen,
                    actor(CITY, Role::Head),
                    actor(WARDS[ward], Role::Clerk),
                ];
                kheo_store::case::act(tx, &patient(DAYS), &who[by], &code, act, on(day))
                    .map(|_| None)
            })
        }
    };
    match done {
        Ok(code) => {
            codes.extend(code);
            true
        }
        Err(WriteError::Refused(_)) => false,
        Err(WriteError::Store(why)) => panic!("{why}"),
    }
}

fn say(
    db: &Db,
    links: &mut BTreeSet<Link>,
    link: Link,
    undo: bool,
    today: Date,
) -> Result<Option<CaseCode>, WriteError> {
    let said = link.clone();
    db.write_now(move |tx| {
        let (rules, by) = (patient(DAYS), Actor::Import);
        if undo {
            kheo_store::matter::unlink(tx, &rules, &by, &said, on(today))
        } else {
            kheo_store::matter::link(tx, &rules, &by, &said, on(today))
        }
    })?;
    let _ = if undo { links.remove(&link) } else { links.insert(link) };
    Ok(None)
}

fn judge(
    db: &Db,
    code: CaseCode,
    withdraw: bool,
    today: Date,
) -> Result<Option<CaseCode>, WriteError> {
    let reasons = Some("Đã giải quyết.".to_owned());
    db.write_now(move |tx| {
        if withdraw {
            kheo_store::matter::withdraw(tx, &Actor::Import, &code, reasons, on(today))
        } else {
            kheo_store::matter::judge(tx, &Actor::Import, &code, reasons, on(today))
        }
    })
    .map(|()| None)
}

fn chosen(action: usize, ward: usize, proof: bool, seen: u64) -> Act {
    let mut act = plain(ActionId::new(ACTIONS[action]), seen);
    act.unit = Some(UnitId::new(WARDS[ward]));
    act.post = Some(kheo_core::id::PostId::new(format!("{}-handler", WARDS[ward])));
    if proof {
        with_proof(&mut act);
    }
    act
}

type Told = Vec<Recorded<CaseEvent>>;

/// The cases as they stood at the end of `day`, told from their events alone; nothing takes effect
/// before what was recorded earlier.
fn at(all: &[Told], day: Date) -> Vec<Case> {
    let case = |told: &Told| {
        let mut last = Date::MIN;
        let until = told.iter().take_while(|one| {
            last = last.max(one.effective_on);
            last <= day
        });
        Case::fold(until.map(|one| &one.what))
    };
    all.iter().filter_map(case).collect()
}

fn codes_of(cases: impl Iterator<Item = CaseCode>) -> BTreeSet<String> {
    cases.map(|code| code.to_string()).collect()
}

/// Every tally has as many records behind it as it counts, and stocks hold what the events say.
fn figures_agree(db: &Db, all: &[Told], period: Period, today: Date) {
    let city = UnitId::new(CITY);
    let figures = db.read_now(|r| kheo_store::measure::figures(r, &city, period, today)).unwrap();
    let day = period.last().min(today);
    let that_day = at(all, day);
    for unit in [CITY].into_iter().chain(WARDS) {
        for metric in Metric::ALL {
            let id = UnitId::new(unit);
            let counted = |count: fn(&kheo_core::review::Tally) -> i64| -> i64 {
                let of = |t: &&kheo_core::review::Tally| t.unit == id && t.metric == metric;
                figures.tallies().filter(of).map(count).sum()
            };
            let behind = rows(db, CITY, Some(unit), &tally_on(metric, period, today));
            let made_up = behind.iter().filter(|row| row.origin.is_demonstration()).count();
            assert_eq!(counted(|t| t.count), i64::try_from(behind.len()).unwrap());
            assert_eq!(counted(|t| t.demonstration), i64::try_from(made_up).unwrap());
            let holds = |case: &&Case| match metric {
                Metric::Open => case.unit == id && case.phase != Phase::Closed,
                _ => case.unit == id && case.is_kept_closed(day),
            };
            if metric.is_stock() {
                let expected = that_day.iter().filter(holds).map(|case| case.code.clone());
                let expected = codes_of(expected);
                assert_eq!(
                    codes_of(behind.into_iter().map(|row| row.code)),
                    expected,
                    "{metric:?}"
                );
            }
        }
        let overdue = rows(db, CITY, Some(unit), &Behind::Overdue { period, today });
        let late = |case: &&Case| {
            case.unit.as_str() == unit && case.running.iter().any(|(_, due)| due.on < day)
        };
        let expected = codes_of(that_day.iter().filter(late).map(|case| case.code.clone()));
        assert_eq!(codes_of(overdue.into_iter().map(|row| row.code)), expected, "{unit} {day}");
        let pending = rows(db, CITY, Some(unit), &Behind::Pending { period, today });
        let alone = UnitId::new(unit);
        assert_eq!(
            figures.pending(&[&alone].into()).value,
            Quantity::whole(i32::try_from(pending.len()).unwrap()),
            "{unit} {day}"
        );
    }
    let of_all =
        |metric| -> i64 { figures.tallies().filter(|t| t.metric == metric).map(|t| t.count).sum() };
    for metric in Metric::ALL {
        let kind: Option<KindId> = None;
        let behind = rows(db, CITY, None, &Behind::Tally { kind, metric, period, today });
        assert_eq!(of_all(metric), i64::try_from(behind.len()).unwrap(), "{metric:?}");
    }
    assert_eq!(
        of_all(Metric::AnsweredInTime) + of_all(Metric::AnsweredLate),
        of_all(Metric::Answered),
        "an open request has a clock, and an answer that stops two clocks is one answer"
    );
}

/// Whether a unit of `level` was through with a case by the end of `by`, told day by day from how it
/// stood at its end, and deed by deed from how it stood before.
fn is_through(told: &Told, level: Level, by: Date) -> bool {
    let of = |unit: &UnitId| if unit.as_str() == CITY { Level::District } else { Level::Commune };
    let lies_late =
        |case: Case, day| of(&case.unit) == level && case.due_on().is_some_and(|due| due < day);
    let mut last = Date::MIN;
    let done = (0..told.len()).any(|at| {
        last = last.max(told[at].effective_on);
        let Some(before) = Case::fold(told[..at].iter().map(|one| &one.what)) else { return false };
        let ends = is_end(&told[at].what) && of(&before.unit) == level;
        let acted = matches!(told[at].what, CaseEvent::Acted(_));
        last <= by && (ends || acted && lies_late(before, last))
    });
    let mut days = date(2016, 2, 1).series(1.day()).take_while(|day| *day <= by);
    let all = std::slice::from_ref(told);
    done || days.any(|day| at(all, day).into_iter().any(|case| lies_late(case, day)))
}

/// Whether each case is escalated is what the definition says, told from nothing but what happened.
fn escalation_agrees(db: &Db, codes: &[CaseCode], all: &[Told], links: &BTreeSet<Link>) {
    for (code, own) in codes.iter().zip(all) {
        let kept = db.read_now(|r| kheo_store::case::find(r, code)).unwrap().unwrap();
        let competent =
            if kept.topic.as_str() == "schools" { Level::District } else { Level::Commune };
        let above = kept.addressed_to.as_str() == CITY && competent == Level::Commune;
        let matter = together(links, code);
        let others = codes.iter().zip(all).filter(|(other, _)| *other != code);
        let through = others
            .filter(|(other, _)| matter.contains(*other))
            .any(|(_, told)| is_through(told, competent, kept.registered_on));
        assert_eq!(kept.escalated, above && !through, "{code} {own:#?}");
        let id = db.read_now(|r| kheo_store::matter::of(r, code)).unwrap();
        assert_eq!(id.is_some(), matter.len() > 1);
        if let Some(id) = id {
            let city = UnitId::new(CITY);
            let open =
                db.read_now(|r| kheo_store::matter::open(r, id, &city, 100)).unwrap().unwrap();
            let members: BTreeSet<_> = open.members.into_iter().map(|m| m.case.code).collect();
            assert_eq!(members, matter);
        }
    }
}

/// A case was brought again by cases of its matter alone, and by each that came after its answer, in time
/// for it, unless another one did before.
fn recurrences_agree(db: &Db, codes: &[CaseCode], links: &BTreeSet<Link>) {
    let row = |code: &CaseCode| db.read_now(|r| kheo_store::case::find(r, code)).unwrap().unwrap();
    for code in codes {
        let (case, matter) = (row(code), together(links, code));
        assert!(case.recurred.iter().all(|one| matter.contains(&one.by)), "{code}");
        let said = |by: &CaseCode| case.recurred.iter().any(|one| one.ends || one.by == *by);
        let answer = case.answer.as_ref().map(|answer| (answer.on, answer.silence_until));
        let Some((on, Some(until))) = answer else { continue };
        for other in matter.iter().filter(|other| *other != code) {
            let registered = row(other).registered_on;
            assert!(registered <= on || registered > until || said(other), "{code} {other}");
        }
    }
}

fn sorted(mut case: Case) -> Case {
    case.running.sort_by(|one, other| one.0.cmp(&other.0));
    case
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..Default::default() })]

    #[test]
    fn what_is_counted_is_what_happened(
        commands in prop::collection::vec((command(), 0_i64..9), 1..30),
    ) {
        let installation = Installation::city();
        let db = &installation.db;
        let (mut today, mut codes) = (date(2016, 3, 1), Vec::new());
        let mut links = BTreeSet::new();
        for (command, days) in &commands {
            today = today.checked_add(days.days()).unwrap();
            let before = db.read_now(dump).unwrap();
            if !carry_out(db, &mut codes, &mut links, command, today) {
                prop_assert_eq!(db.read_now(dump).unwrap(), before, "a refusal changes nothing");
            }
        }
        let all: Vec<Told> = codes
            .iter()
            .map(|code| db.read_now(|r| kheo_store::case::timeline(r, code)).unwrap())
            .collect();
        for (code, told) in codes.iter().zip(&all) {
            let kept = db.read_now(|r| kheo_store::case::find(r, code)).unwrap().unwrap();
            let folded = Case::fold(told.iter().map(|one| &one.what)).unwrap();
            prop_assert_eq!(sorted(kept.state()), sorted(folded));
            let last = told.iter().rev().find_map(|one| match &one.what {
                CaseEvent::Acted(acted) if acted.deed == Deed::Answer => Some(acted.late),
                _ => None,
            });
            prop_assert!(kept.answer.is_none_or(|answer| Some(answer.late) == last));
        }
        escalation_agrees(db, &codes, &all, &links);
        recurrences_agree(db, &codes, &links);
        for day in [-17_i64, 0, 9, 40].map(|days| today.checked_add(days.days()).unwrap()) {
            for length in [PeriodLength::Month, PeriodLength::Half] {
                figures_agree(db, &all, Period::containing(today, length), day);
            }
            figures_agree(db, &all, "2016-03".parse().unwrap(), day);
        }

        let live = db.read_now(dump).unwrap();
        prop_assert!(check(db).is_ok());
        rebuild(db).unwrap();
        prop_assert_eq!(db.read_now(dump).unwrap(), live, "rebuilt equals lived");
    }
}
