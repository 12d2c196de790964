//! A limit, and the day on which it ends.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};
use kheo_calendar::{
    Calendar, CalendarError, Citation, Due as DueDate, Extension, LimitUnit, Moment, TimeLimit, due,
};
use kheo_core::Refusal;
use kheo_core::case::{CaseKind, Circumstances, Clock, Complexity, Terms};
use kheo_core::id::KindId;
use kheo_core::milestone::Milestone;
use kheo_words::{Lang, Tongue, Words};
use serde_json::{Value, json};

use crate::command_line::{Due, Matter};
use crate::failure::Failure;

/// What gives a limit.
#[derive(Clone, Copy)]
enum Giver<'r> {
    /// A clock of a kind of case.
    Clock(&'r Clock),
    /// A milestone.
    Milestone(&'r Milestone),
}

/// A limit of a kind of case or of another procedure.
pub(super) struct Limit<'r> {
    procedure: &'r KindId,
    /// The first day of the version of the rules that it stands in.
    version: Date,
    giver: Giver<'r>,
    /// How hard a case of the procedure can be; nothing where no case tells.
    known: Option<BTreeSet<Complexity>>,
}

impl<'r> Limit<'r> {
    pub(super) fn of_clock(kind: &'r CaseKind, clock: &'r Clock) -> Self {
        let known = Some(kind.complexities());
        Self { procedure: &kind.id, version: kind.from, giver: Giver::Clock(clock), known }
    }

    pub(super) const fn of_milestone(one: &'r Milestone) -> Self {
        let giver = Giver::Milestone(one);
        Self { procedure: &one.of, version: one.from, giver, known: None }
    }

    /// The sort of name that it has, and the name.
    fn name(&self) -> (&'static str, &'r str) {
        match self.giver {
            Giver::Clock(clock) => ("clock", clock.id.as_str()),
            Giver::Milestone(one) => ("milestone", one.id.as_str()),
        }
    }

    const fn terms(&self) -> &'r Terms {
        match self.giver {
            Giver::Clock(clock) => &clock.terms,
            Giver::Milestone(one) => &one.terms,
        }
    }

    fn rule(&self) -> Citation {
        let rule = match self.giver {
            Giver::Clock(clock) => &clock.rule,
            Giver::Milestone(one) => &one.rule,
        };
        Citation { from: Some(self.version), ..rule.clone() }
    }

    /// How long it is under some circumstances. A field of its cases may count it: then `length` says what
    /// stands in it.
    fn under(
        &self,
        under: Circumstances,
        length: Option<i64>,
        tongue: Tongue<'_>,
    ) -> Result<TimeLimit, Failure> {
        let limit = self.terms().under(under).limit;
        let counted = matches!(self.giver, Giver::Clock(Clock { counted_by: Some(_), .. }));
        let fits = |count: &i16| (1..=limit.count).contains(count);
        let told = length.and_then(|length| i16::try_from(length).ok()).filter(fits);
        let clock = self.name().1;
        match (counted, length, told) {
            (false, None, _) => Ok(limit),
            (true, _, Some(count)) => Ok(TimeLimit { count, ..limit }),
            (true, given, None) => {
                let failure = match given {
                    Some(length) => Failure::new("due-length").with("length", length),
                    None => Failure::new("due-counted"),
                };
                let most = tongue.length(i64::from(limit.count), limit.unit);
                Err(failure.with("clock", clock).with("most", most))
            }
            (false, Some(_), _) => Err(Failure::new("due-not-counted").with("clock", clock)),
        }
    }
}

/// A due date with the rule behind it.
pub(super) struct Counted<'r> {
    of: Limit<'r>,
    under: Circumstances,
    due: DueDate,
    /// What may be added.
    extension: Option<Extension>,
    /// The day that all of it leads to; nothing where no rule says how much that is.
    latest: Option<DueDate>,
    /// For hours of work after a day whose time is not known: when the first of them begins.
    opens: Option<DateTime>,
}

impl<'r> Counted<'r> {
    pub(super) fn of(
        wanted: &Due,
        of: Limit<'r>,
        calendar: &Calendar,
        tongue: Tongue<'_>,
    ) -> Result<Self, Failure> {
        let Matter { complex, especially_complex, remote } = wanted.matter;
        let complexity = match (complex, especially_complex) {
            (_, true) => Complexity::EspeciallyComplex,
            (true, false) => Complexity::Complex,
            (false, false) => Complexity::Ordinary,
        };
        if let Some(known) = of.known.clone().filter(|known| !known.contains(&complexity)) {
            let why = Refusal::UnknownComplexity { complexity, known };
            return Err(Failure::new("due-complexity").because(vec![why]));
        }
        let under = Circumstances { complexity, remote };
        let limit = of.under(under, wanted.length, tongue)?;
        let extension = of.terms().under(under).extension;
        let ends = |limit| {
            let due = due(wanted.from, limit, calendar);
            due.map_err(|why| {
                let failure = match why {
                    CalendarError::Unknown { .. } => Failure::new("due-outside"),
                    _ => Failure::new("no-due"),
                };
                failure.because(vec![Refusal::NoCalendar { why }])
            })
        };
        let longest = extension.and_then(|allowed| allowed.longest(limit));
        let latest = longest.map(ends).transpose()?;
        let due = ends(limit)?.citing(of.rule());
        let opens = opens(calendar, wanted.from, limit);
        Ok(Self { of, under, due, extension, latest, opens })
    }

    pub(super) fn told(&self, tongue: Tongue<'_>) -> Vec<String> {
        let (family, name) = self.of.name();
        let of_kind = format!("kind-{}", self.of.procedure);
        let procedure = if tongue.has(&of_kind) {
            tongue.say(&of_kind)
        } else {
            tongue.say(&format!("procedure-{}", self.of.procedure))
        };
        let clock = tongue.say(&format!("{family}-{name}"));
        let day = tongue.ends_on(&self.due);
        let variables = [("kind", procedure.as_str()), ("clock", &clock), ("day", &day)];
        let mut lines = vec![tongue.say_with("due-told", &variables)];
        let terms = self.of.terms();
        if self.under != Circumstances::default() && terms.under(self.under) == terms.ordinary {
            lines.push(tongue.say("due-told-same-for-all"));
        }
        if let Giver::Milestone(one) = self.of.giver {
            let event = tongue.say(&format!("event-{}", one.event));
            lines.push(tongue.say_with("due-told-event", &[("event", &event)]));
        }
        if let Some(opens) = self.opens {
            let opens = tongue.moment(opens.date(), Some(opens.time()));
            let day = tongue.date(self.due.start);
            lines.push(tongue.say_with("due-told-opens", &[("opens", &opens), ("day", &day)]));
        }
        lines.extend(tongue.explained(&self.due).lines());
        if let Some(latest) = &self.latest {
            let day = tongue.ends_on(latest);
            lines.push(tongue.say_with("due-told-longest", &[("day", &day)]));
        }
        lines
    }

    pub(super) fn json(&self, wanted: &Due, words: &Words) -> Value {
        let explained = |lang| words.in_lang(lang).explained(&self.due).lines();
        let (family, name) = self.of.name();
        let mut told = json!({
            "kind": self.of.procedure,
            "version": self.of.version,
            "law_on": wanted.law_on.unwrap_or(wanted.from.day),
            "circumstances": self.under,
            "due": self.due,
            "extension": self.extension,
            "latest": self.latest,
            "counted_from": self.opens,
            "explanation": { "vi": explained(Lang::Vi), "en": explained(Lang::En) },
        });
        if let Some(told) = told.as_object_mut() {
            told.insert(family.to_owned(), json!(name));
            if let Giver::Milestone(one) = self.of.giver {
                told.insert("event".to_owned(), json!(one.event));
            }
        }
        told
    }
}

/// When offices first open after the day `from`, for a limit in hours of work whose event has no time.
fn opens(calendar: &Calendar, from: Moment, limit: TimeLimit) -> Option<DateTime> {
    if limit.unit != LimitUnit::WorkingHours || from.time.is_some() {
        return None;
    }
    let mut day = from.day.tomorrow().ok()?;
    while !calendar.is_working(day).ok()? {
        day = day.tomorrow().ok()?;
    }
    let session = calendar.hours(day).ok()?.sessions.first()?;
    Some(day.to_datetime(session.opens))
}
