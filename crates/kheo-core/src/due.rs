//! When something is due, seen from a day.

use jiff::civil::Date;

/// How pressing something is by its due day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueGroup {
    /// Due before the day.
    Overdue,
    /// Due on the day.
    Today,
    /// Due after it, in the same week.
    Week,
    /// Due after that week, or on no day.
    Later,
}

impl DueGroup {
    /// All groups, the most pressing first.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Today, Self::Week, Self::Later];

    /// The word for it in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Week => "week",
            Self::Later => "later",
        }
    }

    /// The group of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.word() == word)
    }

    /// The group of what is due on `day`.
    #[must_use]
    pub fn of(day: Date, today: Date) -> Self {
        match day {
            day if day < today => Self::Overdue,
            day if day == today => Self::Today,
            day if day <= week_end(today) => Self::Week,
            _ => Self::Later,
        }
    }

    /// The first and the last due day of the group. A first day after the last says that no day is
    /// in it: on a Sunday nothing else is due in the same week.
    #[must_use]
    pub fn days(self, today: Date) -> (Date, Date) {
        let after = |day: Date| day.tomorrow().unwrap_or(day);
        match self {
            Self::Overdue => (Date::MIN, today.yesterday().unwrap_or(today)),
            Self::Today => (today, today),
            Self::Week => (after(today), week_end(today)),
            Self::Later => (after(week_end(today)), Date::MAX),
        }
    }
}

/// The last day of the week of `day`: its Sunday.
fn week_end(day: Date) -> Date {
    let left = 6 - i32::from(day.weekday().to_monday_zero_offset());
    day.checked_add(jiff::Span::new().days(left)).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::{DueGroup, week_end};
    use jiff::civil::date;

    #[test]
    fn a_week_ends_on_its_sunday() {
        let rows = [
            (date(2016, 6, 27), date(2016, 7, 3)),
            (date(2016, 6, 30), date(2016, 7, 3)),
            (date(2016, 7, 3), date(2016, 7, 3)),
        ];
        for (day, end) in rows {
            assert_eq!(week_end(day), end, "{day}");
        }
    }

    #[test]
    fn every_day_is_among_the_days_of_its_group_and_of_no_other() {
        let week = || date(2016, 6, 26).series(jiff::Span::new().days(1)).take(9);
        for today in week() {
            for day in date(2016, 6, 20).series(jiff::Span::new().days(1)).take(24) {
                let groups: Vec<DueGroup> = DueGroup::ALL
                    .into_iter()
                    .filter(|group| {
                        let (first, last) = group.days(today);
                        (first..=last).contains(&day)
                    })
                    .collect();
                assert_eq!(groups, [DueGroup::of(day, today)], "{day} seen from {today}");
            }
        }
    }
}
