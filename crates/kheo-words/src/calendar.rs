//! What the calendar of days off does not know and what no rule allows, in the reader's words.

use kheo_calendar::{CalendarError, ExtensionError, LimitUnit};

use crate::Tongue;

impl Tongue<'_> {
    /// Why a day could not be told, as a sentence.
    #[must_use]
    pub fn not_counted(self, why: &CalendarError) -> String {
        let (key, days) = match why {
            CalendarError::Unknown { date, first, last } => {
                ("calendar-outside", vec![("day", *date), ("first", *first), ("last", *last)])
            }
            CalendarError::Undecided { date } => ("calendar-not-decided", vec![("day", *date)]),
            CalendarError::BackwardHours => ("calendar-backward-hours", Vec::new()),
            CalendarError::NoHours { date } => ("calendar-no-hours", vec![("day", *date)]),
        };
        let days: Vec<(&str, String)> =
            days.into_iter().map(|(name, day)| (name, self.date(day))).collect();
        let days: Vec<(&str, &str)> =
            days.iter().map(|(name, day)| (*name, day.as_str())).collect();
        self.say_with(key, &days)
    }

    /// Why a limit cannot be extended so, as a sentence.
    #[must_use]
    pub fn not_extended(self, why: &ExtensionError) -> String {
        match why {
            ExtensionError::NoMore => self.say("extension-no-more"),
            ExtensionError::RunOut { on } => {
                self.say_with("extension-run-out", &[("day", &self.date(*on))])
            }
            ExtensionError::TooLong { most, unit } => {
                let key = match unit {
                    LimitUnit::CalendarDays => "extension-most-calendar-days",
                    LimitUnit::WorkingDays => "extension-most-working-days",
                    LimitUnit::WorkingHours => "extension-most-working-hours",
                    LimitUnit::Months => "extension-most-months",
                };
                self.say_count(key, i64::from(*most), &[])
            }
            ExtensionError::Calendar(why) => self.not_counted(why),
        }
    }
}
