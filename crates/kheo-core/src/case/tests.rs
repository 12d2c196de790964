mod clocks;

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use kheo_calendar::{Calendar, Citation, Confidence, LimitUnit, TimeLimit};
use proptest::prelude::*;

use super::{
    Act, Action, Case, CaseEvent, CaseKind, Circumstances, Clock, Deed, Metric, Need, Party,
    Petition, Phase, Proof, Registration, Step, Terms, Topic, act, allowed, marks, register,
};
use crate::Refusal;
use crate::id::{ActionId, CaseCode, ClockId, FileHash, KindId, PostId, StepId, TopicId, UnitId};
use crate::origin::Origin;
use crate::post::{Actor, Post, Role};
use crate::unit::Level;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::vietnam);
const RECEIVED_ON: Date = date(2016, 4, 11);

fn action(
    id: &str,
    deed: Deed,
    from: &[&str],
    to: Option<&str>,
    party: Party,
    needs: &[Need],
) -> Action {
    Action {
        from: from.iter().copied().map(StepId::new).collect(),
        to: to.map(StepId::new),
        who: vec![party],
        needs: needs.to_vec(),
        ..Action::new(ActionId::new(id), deed)
    }
}

fn rule() -> Citation {
    Citation {
        law: "Quy định của thử nghiệm".into(),
        law_en: "A rule of the test".into(),
        article: Some("28".into()),
        from: None,
        confidence: Confidence::Unconfirmed,
    }
}

fn kind() -> CaseKind {
    let step = |id, phase| Step { id: StepId::new(id), phase };
    let staff = Party::Role(Role::Handler);
    let open = ["received", "accepted"];
    CaseKind {
        prefix: "KN".into(),
        first_step: StepId::new("received"),
        steps: vec![
            step("received", Phase::Open),
            step("accepted", Phase::Open),
            step("answered", Phase::Closed),
            step("refused", Phase::Closed),
        ],
        actions: vec![
            action("accept", Deed::Accept, &["received"], Some("accepted"), staff, &[]),
            action("refuse", Deed::Refuse, &open, Some("refused"), staff, &[Need::Text]),
            action("transfer", Deed::Transfer, &open, Some("received"), staff, &[Need::Unit]),
            action(
                "answer",
                Deed::Answer,
                &["accepted"],
                Some("answered"),
                staff,
                &[Need::Text, Need::Proof],
            ),
            action("note", Deed::Note, &open, None, staff, &[Need::Text]),
            action("confirm", Deed::Confirm, &["answered"], None, Party::Citizen, &[]),
            action(
                "reopen",
                Deed::Reopen,
                &["answered"],
                Some("accepted"),
                Party::Citizen,
                &[Need::Text],
            ),
        ],
        clocks: vec![Clock {
            id: ClockId::new("answer"),
            starts_at_registration: true,
            starts: vec![Deed::Reopen],
            stops: vec![Deed::Answer, Deed::Refuse],
            pauses: true,
            terms: Terms::of(TimeLimit::rolling(20, LimitUnit::WorkingDays)),
            rule: rule(),
        }],
        topics: vec![Topic::new(TopicId::new("roads"), Level::Commune)],
        ..CaseKind::new(KindId::new("recommendation"), date(2014, 7, 1))
    }
}

fn registration(level: Level) -> Registration {
    Registration {
        code: CaseCode::new("KN-2016-0001-ABCD"),
        unit: UnitId::new("song-cau"),
        level: Some(level),
        topic: TopicId::new("roads"),
        again: None,
        petition: Petition { subject: "Đường hỏng".into(), ..Petition::default() },
        files: Vec::new(),
        origin: Origin::Entered,
    }
}

fn handler() -> Actor {
    Actor::Post(Post {
        id: PostId::new("song-cau-xu-ly"),
        unit: UnitId::new("song-cau"),
        role: Role::Handler,
        title: String::new(),
        title_en: String::new(),
    })
}

fn proof() -> Proof {
    Proof { hash: FileHash::new("00"), media_type: "image/png".into(), size: 1 }
}

fn complete(action: &str, seen: u64) -> Act {
    Act {
        text: Some("Đã làm xong.".into()),
        unit: Some(UnitId::new("duc-xuan")),
        proofs: vec![proof()],
        ..Act::plain(ActionId::new(action), seen)
    }
}

fn begun() -> (Case, Vec<CaseEvent>) {
    let events = register(&kind(), registration(Level::Commune), RECEIVED_ON, &CALENDAR).unwrap();
    (Case::fold(&events).unwrap(), events)
}

/// Takes `action` on `on` and adds what it did to `events`.
fn take(events: &mut Vec<CaseEvent>, action: &str, by: &Actor, on: Date) -> Result<(), Refusal> {
    take_under(&kind(), events, action, by, on)
}

fn take_under(
    kind: &CaseKind,
    events: &mut Vec<CaseEvent>,
    action: &str,
    by: &Actor,
    on: Date,
) -> Result<(), Refusal> {
    let case = Case::fold(events.iter()).unwrap();
    let act = complete(action, case.seen);
    events.extend(super::act(kind, &case, by, true, act, on, &CALENDAR)?);
    Ok(())
}

/// The same procedure with three clocks: five and twenty working days to answer, of which only the
/// longer one runs again when a case is reopened, and ten for the citizen to confirm.
fn kind_with_more_clocks() -> CaseKind {
    let mut kind = kind();
    let answer = kind.clocks[0].clone();
    let days = |count| Terms::of(TimeLimit { count, ..answer.terms.ordinary.limit });
    kind.clocks.push(Clock {
        id: ClockId::new("first-answer"),
        starts: Vec::new(),
        terms: days(5),
        ..answer.clone()
    });
    kind.clocks.push(Clock {
        id: ClockId::new("confirm"),
        starts_at_registration: false,
        starts: vec![Deed::Answer],
        stops: vec![Deed::Confirm, Deed::Reopen],
        terms: days(10),
        ..answer
    });
    kind
}

fn kind_without_clocks() -> CaseKind {
    CaseKind { clocks: Vec::new(), ..kind() }
}

fn begun_under(kind: &CaseKind) -> Vec<CaseEvent> {
    register(kind, registration(Level::Commune), RECEIVED_ON, &CALENDAR).unwrap()
}

/// How many answers were given, were in time, were late.
fn answers(events: &[CaseEvent]) -> (i32, i32, i32) {
    let count = |metric| tally(events, metric);
    (count(Metric::Answered), count(Metric::AnsweredInTime), count(Metric::AnsweredLate))
}

fn tally(events: &[CaseEvent], metric: Metric) -> i32 {
    let mut case: Option<Case> = None;
    let mut sum = 0;
    for event in events {
        let added = marks(case.as_ref(), event, RECEIVED_ON);
        sum += added.iter().filter(|m| m.metric == metric).map(|m| i32::from(m.count)).sum::<i32>();
        match (&mut case, event) {
            (None, CaseEvent::Registered(registered)) => case = Some(Case::begun(registered)),
            (Some(case), event) => case.apply(event),
            (None, _) => {}
        }
    }
    sum
}

#[test]
fn registering_starts_the_clock_of_the_kind() {
    let (case, _) = begun();
    // 20 working days after 11 April 2016, over the days off of 18 April, 2 and 3 May.
    assert_eq!(case.due_on(), Some(date(2016, 5, 12)));
}

#[test]
fn a_case_above_the_competent_level_is_escalated_unless_it_was_brought_before() {
    let rows = [
        (Level::Commune, None, false),
        (Level::District, None, true),
        (Level::District, Some("KN-2015-0009-WXYZ"), false),
    ];
    for (level, again, expected) in rows {
        let again = again.map(CaseCode::new);
        let registration = Registration { again, ..registration(level) };
        let events = register(&kind(), registration, RECEIVED_ON, &CALENDAR).unwrap();
        let Some(CaseEvent::Registered(registered)) = events.first() else { panic!("no case") };
        assert_eq!(registered.escalated, expected, "{level:?}");
    }
}

#[test]
fn an_answer_needs_words_and_proof() {
    let (_, mut events) = begun();
    take(&mut events, "accept", &handler(), RECEIVED_ON).unwrap();
    let case = Case::fold(&events).unwrap();
    let whole = complete("answer", case.seen);
    let rows = [
        (Act { text: None, ..whole.clone() }, "text"),
        (Act { proofs: Vec::new(), ..whole.clone() }, "proof"),
    ];
    for (missing, field) in rows {
        let refused = act(&kind(), &case, &handler(), true, missing, RECEIVED_ON, &CALENDAR);
        assert_eq!(refused, Err(Refusal::Empty { field }));
    }
    assert!(act(&kind(), &case, &handler(), true, whole, RECEIVED_ON, &CALENDAR).is_ok());
}

#[test]
fn what_is_not_allowed_is_refused_with_its_reason() {
    let (case, _) = begun();
    let decide = |by: &Actor, within, wanted| {
        act(&kind(), &case, by, within, wanted, RECEIVED_ON, &CALENDAR)
    };
    assert_eq!(
        decide(&handler(), true, complete("accept", case.seen - 1)),
        Err(Refusal::Stale { seen: case.seen - 1, now: case.seen })
    );
    assert_eq!(
        decide(&Actor::Citizen, true, complete("accept", case.seen)),
        Err(Refusal::NotYours)
    );
    assert_eq!(decide(&handler(), false, complete("accept", case.seen)), Err(Refusal::NotYours));
    assert!(matches!(
        decide(&handler(), true, complete("answer", case.seen)),
        Err(Refusal::NotNow { .. })
    ));
    assert!(matches!(
        decide(&handler(), true, complete("burn", case.seen)),
        Err(Refusal::UnknownAction { .. })
    ));
    let here = Act { unit: Some(UnitId::new("song-cau")), ..complete("transfer", case.seen) };
    assert!(matches!(decide(&handler(), true, here), Err(Refusal::AlreadyThere { .. })));
}

#[test]
fn the_day_it_is_due_is_in_time_and_the_day_after_is_late() {
    for (on, metric) in
        [(date(2016, 5, 12), Metric::AnsweredInTime), (date(2016, 5, 13), Metric::AnsweredLate)]
    {
        let (_, mut events) = begun();
        take(&mut events, "accept", &handler(), RECEIVED_ON).unwrap();
        take(&mut events, "answer", &handler(), on).unwrap();
        assert_eq!(tally(&events, metric), 1, "{on}");
        assert_eq!(
            tally(&events, Metric::AnsweredInTime) + tally(&events, Metric::AnsweredLate),
            1
        );
        assert_eq!(tally(&events, Metric::KeptClosed), 1);
    }
}

#[test]
fn an_answer_counts_once_however_many_clocks_it_stops() {
    let (soon, later, too_late) = (date(2016, 4, 15), date(2016, 5, 12), date(2016, 5, 13));
    let (kind, much_later) = (kind_with_more_clocks(), date(2016, 6, 30));
    let rows = [
        (&kind, vec![("answer", soon)], (1, 1, 0)),
        (&kind, vec![("answer", later)], (1, 0, 1)),
        (&kind, vec![("answer", too_late)], (1, 0, 1)),
        (&kind, vec![("answer", soon), ("confirm", soon)], (1, 1, 0)),
        (&kind, vec![("answer", soon), ("confirm", much_later)], (1, 1, 0)),
        (&kind, vec![("answer", later), ("reopen", later), ("answer", much_later)], (2, 0, 2)),
        (&kind_without_clocks(), vec![("answer", later)], (1, 0, 0)),
    ];
    for (kind, actions, expected) in rows {
        let mut events = begun_under(kind);
        take_under(kind, &mut events, "accept", &handler(), RECEIVED_ON).unwrap();
        for (action, on) in &actions {
            let by = if *action == "answer" { handler() } else { Actor::Citizen };
            take_under(kind, &mut events, action, &by, *on).unwrap();
        }
        assert_eq!(answers(&events), expected, "{actions:?}");
    }
}

#[test]
fn reopening_and_recurring_end_kept_closed_once() {
    let (_, mut events) = begun();
    take(&mut events, "accept", &handler(), RECEIVED_ON).unwrap();
    take(&mut events, "answer", &handler(), RECEIVED_ON).unwrap();
    let recurred = CaseEvent::Recurred { by: CaseCode::new("KN-2016-0002-EFGH") };
    events.push(recurred);
    assert_eq!(tally(&events, Metric::KeptClosed), 0);
    take(&mut events, "reopen", &Actor::Citizen, RECEIVED_ON).unwrap();
    assert_eq!((tally(&events, Metric::KeptClosed), tally(&events, Metric::Open)), (0, 1));
    assert!(Case::fold(&events).unwrap().due_on().is_some(), "the clock runs again");
}

#[test]
fn a_matter_comes_back_only_after_an_answer_that_stands() {
    let rows: [(&[&str], i32); 4] = [
        (&[], 0),
        (&["accept", "answer"], 1),
        (&["accept", "answer", "reopen"], 0),
        (&["refuse"], 0),
    ];
    for (actions, expected) in rows {
        let (_, mut events) = begun();
        for action in actions {
            let by = if *action == "reopen" { Actor::Citizen } else { handler() };
            take(&mut events, action, &by, RECEIVED_ON).unwrap();
        }
        events.push(CaseEvent::Recurred { by: CaseCode::new("KN-2016-0002-EFGH") });
        assert_eq!(tally(&events, Metric::CameBack), expected, "{actions:?}");
    }
}

#[test]
fn a_refusal_counts_as_no_answer() {
    let (_, mut events) = begun();
    take(&mut events, "refuse", &handler(), RECEIVED_ON).unwrap();
    assert_eq!(tally(&events, Metric::Refused), 1);
    assert_eq!(tally(&events, Metric::AnsweredInTime) + tally(&events, Metric::AnsweredLate), 0);
    assert_eq!(tally(&events, Metric::Open), 0);
}

/// How many answers of `events` stopped a clock: told from the clocks that ran before each.
fn answers_that_stopped_a_clock(kind: &CaseKind, events: &[CaseEvent]) -> usize {
    let stops = |clock: &ClockId| {
        let rule = kind.clocks.iter().find(|rule| rule.id == *clock).unwrap();
        rule.stops.contains(&Deed::Answer)
    };
    let answers = (0..events.len()).filter(|at| match &events[*at] {
        CaseEvent::Acted(acted) if acted.deed == Deed::Answer => {
            let before = Case::fold(&events[..*at]).unwrap();
            before.running.iter().any(|(clock, _)| stops(clock))
        }
        _ => false,
    });
    answers.count()
}

proptest! {
    /// Whatever is tried, the tallies agree with the case as it stands.
    #[test]
    fn tallies_agree_with_the_case(
        tries in prop::collection::vec((0_usize..7, 0_i8..25), 0..30),
        clocks in 0_usize..3,
    ) {
        let names = ["accept", "refuse", "transfer", "answer", "note", "confirm", "reopen"];
        let kind = &[kind_without_clocks(), kind(), kind_with_more_clocks()][clocks];
        let mut events = begun_under(kind);
        for (at, day) in tries {
            let name = names[at];
            let by = if matches!(name, "confirm" | "reopen") { Actor::Citizen } else { handler() };
            let _ = take_under(kind, &mut events, name, &by, date(2016, 5, 1 + day));
            let case = Case::fold(&events).unwrap();
            prop_assert_eq!(tally(&events, Metric::Open), i32::from(case.phase != Phase::Closed));
            prop_assert_eq!(tally(&events, Metric::KeptClosed), i32::from(case.kept_closed));
            let (answered, in_time, late) = answers(&events);
            let stopped = answers_that_stopped_a_clock(kind, &events);
            prop_assert_eq!(in_time + late, i32::try_from(stopped).unwrap());
            prop_assert!(in_time + late <= answered);
            prop_assert_eq!(tally(&events, Metric::TransferredIn), tally(&events, Metric::TransferredOut));
            let to_answer = |(clock, _): &&(ClockId, _)| clock.as_str() == "answer";
            prop_assert_eq!(
                case.running.iter().filter(to_answer).count(),
                usize::from(case.phase != Phase::Closed && clocks > 0)
            );
            for action in allowed(kind, &case, &handler(), true) {
                prop_assert!(action.from.contains(&case.step));
            }
        }
    }
}
