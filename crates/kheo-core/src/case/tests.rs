mod acting;
mod clocks;
mod conditions;
mod kept;
mod replaying;
mod starting;
mod tallies;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use kheo_calendar::{Calendar, Citation, Confidence, LimitUnit, TimeLimit};

use super::{
    Act, Action, Case, CaseEvent, CaseKind, Circumstances, Clock, Deed, Metric, Need, Party,
    Petition, Phase, Position, Proof, Reach, Registration, Step, Terms, Topic, act, allowed, marks,
    register,
};
use crate::Refusal;
use crate::id::{ActionId, CaseCode, ClockId, FileHash, KindId, PostId, StepId, TopicId, UnitId};
use crate::origin::Origin;
use crate::post::{Actor, Post, Role};
use crate::unit::{Level, Rank};

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

pub(crate) fn kind() -> CaseKind {
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
            starts: vec![Deed::Reopen.into()],
            stops: vec![Deed::Answer.into(), Deed::Refuse.into()],
            lapses: Vec::new(),
            fails: Vec::new(),
            when: None,
            pauses: true,
            counted_by: None,
            terms: Terms::of(TimeLimit::rolling(20, LimitUnit::WorkingDays)),
            rule: rule(),
        }],
        topics: vec![Topic::new(TopicId::new("roads"), Level::Commune)],
        ..CaseKind::new(KindId::new("recommendation"), date(2014, 7, 1))
    }
}

/// A case of that kind before anything runs.
pub(crate) fn begun_at(day: Date) -> Case {
    let kind = CaseKind { clocks: Vec::new(), ..kind() };
    let events = register(&kind, registration(Level::Commune), day, &CALENDAR).unwrap();
    Case::fold(&events).unwrap()
}

fn registration(level: Level) -> Registration {
    Registration {
        code: CaseCode::new("KN-2016-0001"),
        unit: UnitId::new("song-cau"),
        rank: Rank::at(level),
        topic: TopicId::new("roads"),
        again: None,
        through: BTreeSet::new(),
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

/// In the unit that has the case, where it is given to nobody.
fn own() -> Position {
    Position { reach: Reach::Own, ..Position::default() }
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
    events.extend(super::act(kind, &case, by, &own(), act, on, &CALENDAR)?);
    Ok(())
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
