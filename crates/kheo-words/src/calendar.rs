//! What the calendar of days off does not know, in the reader's words.

use kheo_calendar::CalendarError;

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
}
