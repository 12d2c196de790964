//! Which limit a letter names.

use kheo_calendar::Due;

use crate::case::{Action, Case, CaseEvent, CaseKind, Clock, Deed};
use crate::id::ClockId;

/// The limit that a letter names which was made at an event of a case: `own` is what that event did
/// to clocks, `after` the case as they left it.
///
/// An extension names what it extended. What else starts limits names one of them: before all the
/// limit of the answer, so that an acceptance tells when the matter will be decided rather than when
/// somebody has to be notified. Where nothing began, it is the limit that runs out first.
#[must_use]
pub fn named_limit<'c>(kind: &CaseKind, after: &'c Case, own: &[&CaseEvent]) -> Option<&'c Due> {
    let rank = |id: &ClockId| {
        let has = |what: fn(&CaseEvent) -> Option<&ClockId>| {
            own.iter().filter_map(|event| what(event)).any(|clock| clock == id)
        };
        let answers = kind.clocks.iter().any(|clock| clock.id == *id && is_of_answer(kind, clock));
        match (has(extended), has(started)) {
            (true, _) => 0,
            (_, true) if answers => 1,
            (_, true) => 2,
            _ => 3,
        }
    };
    // A limit of others is told to them where it begins.
    let named = after.running.iter().map(|(id, due)| (rank(id), due));
    let named = named.filter(|(rank, due)| due.runs_out() || due.ends() && *rank < 3);
    named.min_by_key(|(rank, due)| (*rank, due.on)).map(|(_, due)| due)
}

/// Whether an answer stops `clock`.
fn is_of_answer(kind: &CaseKind, clock: &Clock) -> bool {
    let answers = kind.actions.iter().filter(|action| action.deed == Deed::Answer);
    answers.into_iter().any(|Action { id, deed, .. }| clock.stops_by(id, *deed))
}

const fn extended(event: &CaseEvent) -> Option<&ClockId> {
    match event {
        CaseEvent::ClockExtended { clock, .. } => Some(clock),
        _ => None,
    }
}

const fn started(event: &CaseEvent) -> Option<&ClockId> {
    match event {
        CaseEvent::ClockStarted { clock, .. } => Some(clock),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use kheo_calendar::{Calendar, LimitUnit, TimeLimit, due};

    use super::*;
    use crate::case::tests::{self, begun_at};
    use crate::case::{Terms, Trigger};

    const DAY: Date = date(2016, 5, 4);

    /// Five days to tell somebody and thirty to answer, both from acceptance.
    fn kind() -> CaseKind {
        let mut kind = tests::kind();
        let answer = kind.clocks.first().expect("one clock").clone();
        kind.clocks = vec![
            Clock {
                id: ClockId::new("notice"),
                stops: vec![Deed::Note.into()],
                lapses: vec![Deed::Answer.into()],
                fails: Vec::new(),
                terms: Terms::of(TimeLimit::rolling(5, LimitUnit::WorkingDays)),
                ..answer.clone()
            },
            Clock { stops: vec![Trigger::Action(crate::id::ActionId::new("answer"))], ..answer },
        ];
        kind
    }

    fn started_on(clock: &str, days: i16) -> CaseEvent {
        let limit = TimeLimit::rolling(days, LimitUnit::CalendarDays);
        let due = due(DAY, limit, &Calendar::vietnam()).expect("a decided year");
        CaseEvent::ClockStarted { clock: ClockId::new(clock), due }
    }

    fn after(events: &[&CaseEvent]) -> Case {
        let mut case = begun_at(DAY);
        for event in events {
            case.apply(event);
        }
        case
    }

    #[test]
    fn an_acceptance_names_the_limit_of_the_answer_not_that_of_a_notice() {
        let (notice, answer) = (started_on("notice", 5), started_on("answer", 30));
        let own = [&notice, &answer];
        let case = after(&own);
        assert_eq!(named_limit(&kind(), &case, &own).map(|due| due.on), Some(date(2016, 6, 3)));
        let own = [&notice];
        let case = after(&own);
        assert_eq!(named_limit(&kind(), &case, &own).map(|due| due.on), Some(date(2016, 5, 9)));
    }

    #[test]
    fn an_extension_names_what_it_extended() {
        let (notice, answer) = (started_on("notice", 5), started_on("answer", 30));
        let CaseEvent::ClockStarted { clock, due } = started_on("answer", 40) else { return };
        let extended = CaseEvent::ClockExtended { clock, due };
        let case = after(&[&notice, &answer, &extended]);
        let named = named_limit(&kind(), &case, &[&extended]).map(|due| due.on);
        assert_eq!(named, Some(date(2016, 6, 13)));
        assert_eq!(named_limit(&kind(), &case, &[]).map(|due| due.on), Some(date(2016, 5, 9)));
    }
}
