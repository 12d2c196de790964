//! From when on a case counts as kept closed, and what ends that.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use proptest::prelude::*;

use super::*;
use crate::case::{KeptClosed, counted_since};

const ANSWERED_ON: Date = date(2016, 5, 5);

/// The kind of the other tests, whose cases count as kept closed after 30 days without word.
fn patient() -> CaseKind {
    CaseKind { kept_closed: Some(KeptClosed { days: 30, remote: None, rule: rule() }), ..kind() }
}

#[test]
fn what_proves_that_nothing_was_settled_never_counts() {
    let mut kind = patient();
    kind.actions.iter_mut().for_each(|action| action.settles = action.deed != Deed::Answer);
    let mut told = Told::answered(&kind);
    assert!(told.case().answered.is_some_and(|answered| answered.silence_until.is_none()));
    told.take(&kind, "confirm", date(2016, 5, 9));
    assert_eq!(told.kept(), []);
    kind.actions.iter_mut().for_each(|action| action.settles = true);
    told.take(&kind, "reopen", date(2016, 5, 10));
    told.take(&kind, "answer", date(2016, 5, 12));
    assert_eq!(told.kept(), [(date(2016, 6, 12), date(2016, 8, 31))], "a later answer settles it");
}

/// What happened on which day; nothing takes effect before what was recorded earlier.
struct Told(Vec<(Date, CaseEvent)>);

impl Told {
    fn answered(kind: &CaseKind) -> Self {
        let mut told = Self::begun(kind);
        told.take(kind, "accept", RECEIVED_ON);
        told.take(kind, "answer", ANSWERED_ON);
        told
    }

    fn begun(kind: &CaseKind) -> Self {
        Self(begun_under(kind).into_iter().map(|event| (RECEIVED_ON, event)).collect())
    }

    fn case(&self) -> Case {
        Case::fold(self.0.iter().map(|(_, event)| event)).unwrap()
    }

    fn push(&mut self, event: CaseEvent, on: Date) {
        let last = self.0.last().map_or(on, |(last, _)| *last);
        self.0.push((on.max(last), event));
    }

    /// Takes `action` on `on`, if it is possible.
    fn take(&mut self, kind: &CaseKind, action: &str, on: Date) {
        let case = self.case();
        let wanted = complete(action, case.seen);
        let done = act(kind, &case, &Actor::Import, &own(), wanted, on, &CALENDAR);
        for event in done.unwrap_or_default() {
            self.push(event, on);
        }
    }

    fn recur(&mut self, by: &str, on: Date) {
        self.push(CaseEvent::Recurred { by: CaseCode::new(by), on: Some(on) }, on);
    }

    /// The case by what had happened until `day`.
    fn until(&self, day: Date) -> Option<Case> {
        Case::fold(self.0.iter().take_while(|(on, _)| *on <= day).map(|(_, event)| event))
    }

    /// What is counted of `metric`, by day.
    fn counted(&self, metric: Metric) -> BTreeMap<Date, i32> {
        let mut counted = BTreeMap::new();
        let mut before: Option<Case> = None;
        for (on, event) in &self.0 {
            for mark in marks(before.as_ref(), event, *on) {
                if mark.metric == metric {
                    *counted.entry(mark.on).or_default() += i32::from(mark.count);
                }
            }
            match (&mut before, event) {
                (None, CaseEvent::Registered(registered)) => before = Some(Case::begun(registered)),
                (Some(case), event) => case.apply(event),
                (None, _) => {}
            }
        }
        counted
    }

    /// The stock of `metric` at the end of `day`.
    fn stock(&self, metric: Metric, day: Date) -> i32 {
        self.counted(metric).range(..=day).map(|(_, count)| count).sum()
    }

    /// The days on which it counts as kept closed, from the first to the last.
    fn kept(&self) -> Vec<(Date, Date)> {
        let mut spans: Vec<(Date, Date)> = Vec::new();
        for day in RECEIVED_ON.series(1.day()).take_while(|day| *day <= date(2016, 8, 31)) {
            let kept = self.until(day).is_some_and(|case| case.is_kept_closed(day));
            assert_eq!(self.stock(Metric::KeptClosed, day), i32::from(kept), "{day}");
            match spans.last_mut().filter(|(_, last)| last.tomorrow().ok() == Some(day)) {
                Some((_, last)) if kept => *last = day,
                _ if kept => spans.push((day, day)),
                _ => {}
            }
        }
        spans
    }
}

const COUNTS_FROM: Date = date(2016, 6, 5);
const END: Date = date(2016, 8, 31);

#[test]
fn thirty_days_without_word_make_it_count() {
    let told = Told::answered(&patient());
    assert_eq!(told.case().kept_closed_from(), Some(COUNTS_FROM));
    assert_eq!(told.kept(), [(COUNTS_FROM, END)]);
    let at_once = Told::answered(&kind());
    assert_eq!(at_once.kept(), [(ANSWERED_ON, END)], "where nothing is waited for");
}

#[test]
fn in_a_remote_area_it_may_take_longer() {
    let longer = KeptClosed { days: 30, remote: Some(45), rule: rule() };
    let mut kind = CaseKind { kept_closed: Some(longer), ..kind() };
    kind.actions.first_mut().unwrap().needs = vec![Need::Circumstances];
    for (remote, expected) in [(false, COUNTS_FROM), (true, date(2016, 6, 20))] {
        let mut told = Told::begun(&kind);
        let case = told.case();
        let circumstances = Circumstances { remote, ..Circumstances::default() };
        let accept = Act { circumstances, ..complete("accept", case.seen) };
        let accepted =
            act(&kind, &case, &Actor::Import, &own(), accept, RECEIVED_ON, &CALENDAR).unwrap();
        for event in accepted {
            told.push(event, RECEIVED_ON);
        }
        told.take(&kind, "answer", ANSWERED_ON);
        assert_eq!(told.kept(), [(expected, END)]);
    }
}

#[test]
fn a_confirmation_makes_it_count_from_its_day() {
    let day = date(2016, 5, 12);
    let mut told = Told::answered(&patient());
    told.take(&patient(), "confirm", day);
    assert_eq!(told.kept(), [(day, END)]);
    let mut late = Told::answered(&patient());
    late.take(&patient(), "confirm", date(2016, 7, 1));
    assert_eq!(late.kept(), [(COUNTS_FROM, END)], "it counted before");
}

#[test]
fn what_was_reopened_before_its_day_never_counted() {
    for (day, expected) in [
        (date(2016, 5, 20), Vec::new()),
        (COUNTS_FROM, Vec::new()),
        (date(2016, 7, 1), vec![(COUNTS_FROM, date(2016, 6, 30))]),
    ] {
        let mut told = Told::answered(&patient());
        told.take(&patient(), "reopen", day);
        assert_eq!(told.kept(), expected, "{day}");
    }
    let mut again = Told::answered(&patient());
    again.take(&patient(), "reopen", date(2016, 5, 20));
    again.take(&patient(), "answer", date(2016, 6, 1));
    assert_eq!(again.kept(), [(date(2016, 7, 2), END)], "the new answer waits as long");
}

#[test]
fn brought_again_in_time_it_never_counts_and_later_it_goes_on_to() {
    for (day, expected) in [
        (date(2016, 5, 6), Vec::new()),
        (COUNTS_FROM.yesterday().unwrap(), Vec::new()),
        (COUNTS_FROM, vec![(COUNTS_FROM, END)]),
        (COUNTS_FROM.tomorrow().unwrap(), vec![(COUNTS_FROM, END)]),
    ] {
        let mut told = Told::answered(&patient());
        told.recur("KN-2016-0002", day);
        assert_eq!(told.kept(), expected, "{day}");
        assert_eq!(told.counted(Metric::CameBack), BTreeMap::from([(day, 1)]), "{day}");
    }
    let mut confirmed = Told::answered(&patient());
    let (said, again) = (date(2016, 5, 10), date(2016, 5, 20));
    confirmed.take(&patient(), "confirm", said);
    confirmed.recur("KN-2016-0002", again);
    assert_eq!(confirmed.kept(), [(said, date(2016, 5, 19))], "a confirmation does not hinder it");
}

#[test]
fn a_recurrence_that_is_taken_back_leaves_everything_as_it_was() {
    let by = CaseCode::new("KN-2016-0002");
    let withdrawn = CaseEvent::RecurrenceWithdrawn { by: by.clone() };
    let mut told = Told::answered(&patient());
    told.recur(by.as_str(), date(2016, 5, 20));
    told.push(withdrawn.clone(), date(2016, 5, 20));
    assert_eq!(told.kept(), [(COUNTS_FROM, END)]);
    assert_eq!(told.counted(Metric::CameBack).values().sum::<i32>(), 0);
    let mut two = Told::answered(&patient());
    two.recur(by.as_str(), date(2016, 5, 20));
    two.recur("KN-2016-0003", date(2016, 5, 21));
    two.push(withdrawn, date(2016, 5, 21));
    assert_eq!(two.kept(), [], "the other one stands");
    let came_back = two.counted(Metric::CameBack);
    assert_eq!(came_back, BTreeMap::from([(date(2016, 5, 20), 0), (date(2016, 5, 21), 1)]));
}

#[test]
fn an_entry_of_a_recurrence_without_a_day_ends_it_as_it_did() {
    let mut told = Told::answered(&patient());
    let by = CaseCode::new("KN-2016-0002");
    told.push(CaseEvent::Recurred { by, on: None }, date(2016, 7, 1));
    assert_eq!(told.kept(), [(COUNTS_FROM, date(2016, 6, 30))]);
}

/// The kind whose answers have to be published before the case is closed.
fn published() -> CaseKind {
    let mut kind = patient();
    kind.steps.push(Step { id: StepId::new("published"), phase: Phase::Closed });
    let answered = kind.steps.iter_mut().find(|step| step.id.as_str() == "answered").unwrap();
    answered.phase = Phase::Waiting;
    let staff = Party::Role(Role::Handler);
    kind.actions.push(action("publish", Deed::Note, &["answered"], Some("published"), staff, &[]));
    kind
}

#[test]
fn what_is_closed_later_counts_when_it_is_closed() {
    for (day, expected) in
        [(date(2016, 5, 10), COUNTS_FROM), (date(2016, 6, 20), date(2016, 6, 20))]
    {
        let mut told = Told::answered(&published());
        told.take(&published(), "publish", day);
        assert_eq!(told.kept(), [(expected, END)], "{day}");
    }
}

const ACTIONS: [&str; 7] = ["accept", "transfer", "answer", "note", "confirm", "reopen", "publish"];

proptest! {
    /// Whatever happens, in whatever order it is learned: on every day the stock is one when the case
    /// says that it is kept closed, and nothing otherwise; and what came back is what was brought again
    /// and not taken back.
    #[test]
    fn on_every_day_the_stock_is_what_the_case_says(
        tried in prop::collection::vec((0_usize..9, 0_i8..20, 0_usize..4), 0..25),
        which in 0_usize..3,
    ) {
        let kind = [kind, patient, published][which]();
        let mut told = Told::begun(&kind);
        let mut today = RECEIVED_ON;
        for (what, days, which) in tried {
            today = today.checked_add(i64::from(days).days()).unwrap();
            // Every fourth is learned later than it happened.
            let on = if which == 3 { today.checked_sub(15.days()).unwrap() } else { today };
            let by = format!("KN-2016-000{which}-EFGH");
            let known = told.case().recurred.iter().any(|one| one.by.as_str() == by);
            match ACTIONS.get(what) {
                Some(action) => told.take(&kind, action, on),
                None if known => {
                    told.push(CaseEvent::RecurrenceWithdrawn { by: CaseCode::new(by) }, on);
                }
                None => told.recur(&by, on),
            }
        }
        let spans = told.kept();
        if today <= END {
            let counts = counted_since(told.0.iter().map(|(on, event)| (*on, event)));
            let first = spans.last().filter(|(_, last)| *last == END).map(|(first, _)| *first);
            let counts = counts.filter(|day| *day <= END);
            // What was reopened and answered again on one day counts anew from it, though the evening before
            // and that evening look the same.
            let anew = counts.is_some_and(|day| {
                first.is_some_and(|first| first < day) && told.0.iter().any(|(on, _)| *on == day)
            });
            prop_assert!(counts == first || anew, "{counts:?} {first:?}");
        }
        let came_back = told.case().recurred.iter().filter(|one| one.counted_for.is_some()).count();
        let counted = told.counted(Metric::CameBack);
        prop_assert!(counted.values().all(|count| *count >= 0));
        prop_assert_eq!(counted.values().sum::<i32>(), i32::try_from(came_back).unwrap());
    }
}
