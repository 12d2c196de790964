use jiff::civil::{Date, Time};
use kheo_calendar::{
    Citation, Confidence, DayOff, Due, Extended, LimitUnit, Pause, Sense, Skipped, Whose,
};

use crate::{Lang, Tongue};

/// Why a due date is the day it is, in the reader's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// How long, and from when.
    pub rule: String,
    /// How it was extended and when it stood still.
    pub changes: Vec<String>,
    /// The days off that were not counted, each with its reason.
    pub skipped: Vec<String>,
    /// That the end moved, the hours that were counted, and what of it is not confirmed.
    pub settings: Vec<Said>,
    /// When it ends.
    pub ends: String,
    /// The law.
    pub basis: Option<Said>,
    /// The calendar that was used.
    pub calendar: String,
}

/// Something that a source bears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What.
    pub text: String,
    /// The source as it is cited in Vietnam, for who reads it in another language.
    pub original: Option<String>,
    /// That the source is weak, or that there is none.
    pub doubt: Option<String>,
}

impl Explained {
    /// All of it, line by line.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let said = |said: &Said| {
            let original = said.original.as_ref().map(|original| format!(" [{original}]"));
            let doubt = said.doubt.as_ref().map(|doubt| format!(" {doubt}"));
            format!("{}{}{}", said.text, original.unwrap_or_default(), doubt.unwrap_or_default())
        };
        let mut lines = vec![self.rule.clone()];
        lines.extend(self.changes.iter().cloned());
        lines.extend(self.skipped.iter().map(|skipped| format!("  {skipped}")));
        lines.extend(self.settings.iter().map(said));
        lines.push(self.ends.clone());
        lines.extend(self.basis.iter().map(said));
        lines.push(self.calendar.clone());
        lines
    }
}

impl Tongue<'_> {
    /// Why `due` is the day it is.
    #[must_use]
    pub fn explained(self, due: &Due) -> Explained {
        let extended = due.extended.iter().map(|extended| self.extended(due, *extended));
        let paused = due.paused.iter().map(|pause| self.paused(pause));
        Explained {
            rule: self.rule(due),
            changes: extended.chain(paused).collect(),
            skipped: due.skipped.iter().map(|skipped| self.off(skipped)).collect(),
            settings: self.settings(due),
            ends: self.ends(due),
            basis: due.rule.as_ref().map(|rule| self.basis(rule)),
            calendar: self.say_with("due-calendar", &[("version", &due.calendar)]),
        }
    }

    /// A day, with the time of day where it matters.
    #[must_use]
    pub fn moment(self, day: Date, at: Option<Time>) -> String {
        let day = self.date(day);
        match at {
            Some(at) => format!("{day} {:02}:{:02}", at.hour(), at.minute()),
            None => day,
        }
    }

    /// The day of a limit, with the time of day where it matters, and that it is not confirmed; or that nobody
    /// can tell it yet.
    #[must_use]
    pub fn ends_on(self, due: &Due) -> String {
        if due.undecided.is_some() {
            return self.say("due-undecided-on");
        }
        let day = self.moment(due.on, due.at);
        if due.unconfirmed.is_empty() {
            return day;
        }
        self.say_with("due-unconfirmed-on", &[("day", &day)])
    }

    fn rule(self, due: &Due) -> String {
        let start = self.moment(due.start, due.start_at);
        let variables = [("start", start.as_str())];
        let count = i64::from(due.limit.count);
        if count == 0 {
            return self.say_with("due-same-day", &variables);
        }
        let key = match (due.limit.unit, count < 0) {
            (LimitUnit::CalendarDays, false) => "due-calendar-days",
            (LimitUnit::WorkingDays, false) => "due-working-days",
            (LimitUnit::WorkingHours, _) if due.start_at.is_none() => "due-working-hours-next",
            (LimitUnit::WorkingHours, _) => "due-working-hours",
            (LimitUnit::Months, false) => "due-months",
            (LimitUnit::CalendarDays, true) => "due-calendar-days-before",
            (LimitUnit::WorkingDays, true) => "due-working-days-before",
            (LimitUnit::Months, true) => "due-months-before",
        };
        self.say_count(key, count.abs(), &variables)
    }

    fn extended(self, due: &Due, extended: Extended) -> String {
        let key = match due.limit.unit {
            LimitUnit::CalendarDays => "due-extended-calendar-days",
            LimitUnit::WorkingDays => "due-extended-working-days",
            LimitUnit::WorkingHours => "due-extended-working-hours",
            LimitUnit::Months => "due-extended-months",
        };
        self.say_count(key, i64::from(extended.by), &[("day", &self.date(extended.on))])
    }

    fn paused(self, pause: &Pause) -> String {
        let from = self.moment(pause.from.day, pause.from.time);
        match pause.until {
            Some(until) => {
                let until = self.moment(until.day, until.time);
                self.say_with("due-paused", &[("from", &from), ("until", &until)])
            }
            None => self.say_with("due-paused-still", &[("from", &from)]),
        }
    }

    fn off(self, skipped: &Skipped) -> String {
        let why = self.day_off(skipped.why);
        let from = self.date(skipped.from);
        if skipped.from == skipped.until {
            format!("{from}: {why}")
        } else {
            format!("{from} – {}: {why}", self.date(skipped.until))
        }
    }

    /// Why a day is off.
    #[must_use]
    pub fn day_off(self, why: DayOff) -> String {
        self.say(match why {
            DayOff::Weekend => "day-off-weekend",
            DayOff::NewYear => "day-off-new-year",
            DayOff::Tet => "day-off-tet",
            DayOff::HungKings => "day-off-hung-kings",
            DayOff::Reunification => "day-off-reunification",
            DayOff::LabourDay => "day-off-labour-day",
            DayOff::NationalDay => "day-off-national-day",
            DayOff::CultureDay => "day-off-culture-day",
            DayOff::Substitute => "day-off-substitute",
            DayOff::Swap => "day-off-swap",
        })
    }

    fn settings(self, due: &Due) -> Vec<Said> {
        let rolled = due.rolled.as_ref().map(|rolled| {
            let from = self.date(rolled.from);
            let (source, original) = self.source(&rolled.by.source);
            let variables = [("from", from.as_str()), ("source", source.as_str())];
            let key = if due.limit.count < 0 { "due-rolled-back" } else { "due-rolled" };
            let text = self.say_with(key, &variables);
            Said { text, original, doubt: self.doubt(rolled.by.confidence) }
        });
        let hours = due.hours.as_ref().map(|hours| {
            let (source, original) = self.source(&hours.source);
            let text = self.say_with("due-hours", &[("source", &source)]);
            Said { text, original, doubt: self.doubt(hours.confidence) }
        });
        let unconfirmed = due.unconfirmed.iter().map(|day| {
            let text = self.say_with("due-unconfirmed-day", &[("day", &self.date(*day))]);
            Said { text, original: None, doubt: None }
        });
        rolled.into_iter().chain(hours).chain(unconfirmed).collect()
    }

    fn ends(self, due: &Due) -> String {
        if due.is_paused() {
            return self.say("due-stands-still");
        }
        if let Some(day) = due.undecided {
            return self.say_with("due-undecided", &[("day", &self.date(day))]);
        }
        let key = match (due.limit.sense, due.limit.whose) {
            (Sense::AtMost, Whose::Authority) => "due-ends",
            (Sense::AtMost, Whose::Petitioner) => "due-ends-petitioner",
            (Sense::AtMost, Whose::Parties) => "due-ends-parties",
            (Sense::AtLeast, _) => "due-lasts",
            (Sense::After, _) => "due-begins",
        };
        self.say_with(key, &[("day", &self.ends_on(due))])
    }

    /// A rule as it is cited, and how sure it is.
    #[must_use]
    pub fn basis(self, rule: &Citation) -> Said {
        let cited = self.cited(rule);
        let text = match rule.from {
            Some(from) => {
                let from = self.date(from);
                self.say_with("due-basis-since", &[("basis", &cited), ("day", &from)])
            }
            None => self.say_with("due-basis", &[("basis", &cited)]),
        };
        let doubt = match rule.confidence {
            Confidence::Unconfirmed if rule.article.is_none() => Some(self.say("due-no-statute")),
            confidence => self.doubt(confidence),
        };
        Said { text, original: None, doubt }
    }

    /// A source of the calendar in the reader's words, and as it is cited in Vietnam where that is
    /// another text.
    #[must_use]
    pub fn source(self, source: &str) -> (String, Option<String>) {
        match self.lang() {
            Lang::Vi => (source.to_owned(), None),
            Lang::En => {
                let unnamed = || self.say("due-source-in-vietnamese");
                let english = kheo_calendar::in_english(source).map_or_else(unnamed, str::to_owned);
                (english, Some(source.to_owned()))
            }
        }
    }

    /// A source of the calendar on one line.
    #[must_use]
    pub fn source_line(self, source: &str) -> String {
        let (said, original) = self.source(source);
        original.map_or(said.clone(), |original| format!("{said} [{original}]"))
    }

    fn doubt(self, confidence: Confidence) -> Option<String> {
        match confidence {
            Confidence::High => None,
            Confidence::Medium => Some(self.say("due-second-hand")),
            Confidence::Unconfirmed => Some(self.say("due-unconfirmed")),
        }
    }
}
