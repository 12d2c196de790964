use jiff::Timestamp;
use jiff::civil::{Date, Time};
use kheo_calendar::VIETNAM_TIME;
use kheo_core::period::{Period, PeriodLength};

use crate::{Lang, Tongue};

impl Tongue<'_> {
    /// `03/05/2016` in Vietnamese, `3 May 2016` in English.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        let (day, year) = (date.day(), date.year());
        match self.lang() {
            Lang::Vi => format!("{day:02}/{:02}/{year}", date.month()),
            Lang::En => {
                let month = self.say(&format!("month-{}", date.month()));
                format!("{day} {month} {year}")
            }
        }
    }

    /// A day and the time of day in Vietnam: `03/05/2016 08:10`.
    #[must_use]
    pub fn date_time(self, at: Timestamp) -> String {
        let local = VIETNAM_TIME.to_datetime(at);
        let time: Time = local.time();
        format!("{} {:02}:{:02}", self.date(local.date()), time.hour(), time.minute())
    }

    /// A moment in seconds since 1970, as the clock of somebody else told it.
    #[must_use]
    pub fn told_at(self, seconds: u64) -> String {
        let moment = i64::try_from(seconds).ok().and_then(|at| Timestamp::from_second(at).ok());
        moment.map_or_else(|| seconds.to_string(), |moment| self.date_time(moment))
    }

    /// The name of a period: `6 tháng đầu năm 2016`, `first half of 2016`.
    #[must_use]
    pub fn period(self, period: Period) -> String {
        let key = match (period.length(), period.number()) {
            (PeriodLength::Month, _) => "period-month",
            (PeriodLength::Quarter, _) => "period-quarter",
            (PeriodLength::Half, Some(1)) => "period-first-half",
            (PeriodLength::Half, _) => "period-second-half",
            (PeriodLength::Year, _) => "period-year",
        };
        let number = period.number().unwrap_or_default();
        let part = match (self.lang(), period.length()) {
            (Lang::En, PeriodLength::Month) => self.say(&format!("month-{number}")),
            _ => number.to_string(),
        };
        self.say_with(key, &[("year", &period.year().to_string()), ("part", &part)])
    }
}
