//! Spans of the calendar that are reported on.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Refusal;

/// A span that units report on and a review covers.
///
/// - Format: `2016`, `2016-H1`, `2016-Q2`, `2016-05`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: i16,
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    Year,
    Half(i8),
    Quarter(i8),
    Month(i8),
}

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeriodLength {
    /// One month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// Twelve months.
    Year,
}

/// A text that names no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no period; write 2016, 2016-H1, 2016-Q2 or 2016-05")]
pub struct PeriodError(String);

impl Period {
    /// The half of a year; `half` is 1 or 2.
    #[must_use]
    pub const fn half(year: i16, half: i8) -> Option<Self> {
        match half {
            1 | 2 => Some(Self { year, part: Part::Half(half) }),
            _ => None,
        }
    }

    /// The period of `length` in which `day` lies.
    #[must_use]
    pub fn containing(day: Date, length: PeriodLength) -> Self {
        let month = day.month();
        let part = match length {
            PeriodLength::Month => Part::Month(month),
            PeriodLength::Quarter => Part::Quarter((month - 1) / 3 + 1),
            PeriodLength::Half => Part::Half((month - 1) / 6 + 1),
            PeriodLength::Year => Part::Year,
        };
        Self { year: day.year(), part }
    }

    /// How long this period is.
    #[must_use]
    pub const fn length(self) -> PeriodLength {
        match self.part {
            Part::Year => PeriodLength::Year,
            Part::Half(_) => PeriodLength::Half,
            Part::Quarter(_) => PeriodLength::Quarter,
            Part::Month(_) => PeriodLength::Month,
        }
    }

    /// The year the period lies in.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Which half, quarter or month of the year; nothing for a whole year.
    #[must_use]
    pub const fn number(self) -> Option<i8> {
        match self.part {
            Part::Year => None,
            Part::Half(n) | Part::Quarter(n) | Part::Month(n) => Some(n),
        }
    }

    /// Refuses a period of which there is nothing to tell: one that has not begun on `today`, or one that
    /// was over before `since`, the first day that the calendar knows.
    ///
    /// # Errors
    /// [`Refusal::NotBegun`], [`Refusal::BeforeCalendar`].
    pub fn can_be_told(self, since: Date, today: Date) -> Result<(), Refusal> {
        match self {
            period if period.first() > today => Err(Refusal::NotBegun { period }),
            period if period.last() < since => Err(Refusal::BeforeCalendar { period, since }),
            _ => Ok(()),
        }
    }

    /// The first day.
    #[must_use]
    pub fn first(self) -> Date {
        let month = match self.part {
            Part::Year => 1,
            Part::Half(n) => (n - 1) * 6 + 1,
            Part::Quarter(n) => (n - 1) * 3 + 1,
            Part::Month(n) => n,
        };
        Date::constant(self.year, month, 1)
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> Date {
        let month = match self.part {
            Part::Year => 12,
            Part::Half(n) => n * 6,
            Part::Quarter(n) => n * 3,
            Part::Month(n) => n,
        };
        Date::constant(self.year, month, 1).last_of_month()
    }

    /// Whether `day` lies in it.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.first() <= day && day <= self.last()
    }

    /// The same period a year earlier.
    #[must_use]
    pub const fn year_before(self) -> Self {
        Self { year: self.year - 1, part: self.part }
    }

    /// The period of `length` that holds this one's last day: the year of a half, for instance.
    #[must_use]
    pub fn widened_to(self, length: PeriodLength) -> Self {
        if length == self.length() { self } else { Self::containing(self.last(), length) }
    }

    /// The part of its year that has passed at its end, in percent.
    #[must_use]
    pub fn percent_of_year_at_end(self) -> i32 {
        i32::from(self.last().month()) * 100 / 12
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Year => write!(f, "{:04}", self.year),
            Part::Half(n) => write!(f, "{:04}-H{n}", self.year),
            Part::Quarter(n) => write!(f, "{:04}-Q{n}", self.year),
            Part::Month(n) => write!(f, "{:04}-{n:02}", self.year),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let wrong = || PeriodError(text.chars().take(20).collect());
        let (year, part) = text.split_once('-').map_or((text, None), |(y, p)| (y, Some(p)));
        let digits = |part: &str, long: usize| {
            part.len() == long && part.bytes().all(|b| b.is_ascii_digit())
        };
        if !digits(year, 4) {
            return Err(wrong());
        }
        let year: i16 = year.parse().map_err(|_| wrong())?;
        let part = match part {
            None => Part::Year,
            Some("H1") => Part::Half(1),
            Some("H2") => Part::Half(2),
            Some(quarter @ ("Q1" | "Q2" | "Q3" | "Q4")) => {
                Part::Quarter(quarter.trim_start_matches('Q').parse().map_err(|_| wrong())?)
            }
            Some(month) if digits(month, 2) => match month.parse() {
                Ok(n @ 1..=12) => Part::Month(n),
                _ => return Err(wrong()),
            },
            Some(_) => return Err(wrong()),
        };
        if (1900..=2100).contains(&year) { Ok(Self { year, part }) } else { Err(wrong()) }
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::{Period, PeriodLength};
    use jiff::civil::date;

    #[test]
    fn periods_know_their_days() {
        let rows = [
            ("2016", date(2016, 1, 1), date(2016, 12, 31)),
            ("2016-H1", date(2016, 1, 1), date(2016, 6, 30)),
            ("2016-H2", date(2016, 7, 1), date(2016, 12, 31)),
            ("2016-Q2", date(2016, 4, 1), date(2016, 6, 30)),
            ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ];
        for (text, first, last) in rows {
            let period: Period = text.parse().unwrap();
            assert_eq!((period.first(), period.last()), (first, last), "{text}");
            assert_eq!(period.to_string(), text);
            assert_eq!(Period::containing(last, period.length()), period);
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in ["", "16", "2016-H3", "2016-Q0", "2016-13", "2016-5", "2016-é1", "0001"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_half_widens_to_its_year() {
        let half: Period = "2016-H1".parse().unwrap();
        assert_eq!(half.widened_to(PeriodLength::Year).to_string(), "2016");
        assert_eq!(half.percent_of_year_at_end(), 50);
    }
}
