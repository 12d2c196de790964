//! Counting working days, without walking through them.

use jiff::civil::Date;

use super::{Calendar, CalendarError, outside};

impl Calendar {
    /// The `count`-th working day after `start`; before it, when `count` is below 0; `start` itself
    /// for 0.
    ///
    /// # Errors
    /// [`CalendarError`] when a day on the way is not known.
    pub fn add_working_days(&self, start: Date, count: i32) -> Result<Date, CalendarError> {
        let from = self.number(start)?;
        let found = match count {
            0 => from,
            1.. => {
                let up_to_start = i32::from(self.days.working_before(from + 1));
                let found = self.days.working_day(up_to_start + count - 1);
                self.decided(from + 1, found.unwrap_or(u16::MAX))?;
                found.ok_or_else(|| outside(after(self.last_day())))?
            }
            ..0 => {
                let before_start = i32::from(self.days.working_before(from));
                let found = self.days.working_day(before_start + count);
                self.decided_back(found.unwrap_or(0), from)?;
                found.ok_or_else(|| outside(before_day(self.first_day())))?
            }
        };
        self.days.date(found).ok_or_else(|| outside(start))
    }

    /// `day` itself if offices work on it, else the next day they do.
    ///
    /// # Errors
    /// [`CalendarError`] when a day on the way is not known.
    pub fn working_day_from(&self, day: Date) -> Result<Date, CalendarError> {
        let from = self.number(day)?;
        let found = self.days.working_day(i32::from(self.days.working_before(from)));
        self.decided(from, found.unwrap_or(u16::MAX))?;
        let found = found.ok_or_else(|| outside(after(self.last_day())))?;
        self.days.date(found).ok_or_else(|| outside(day))
    }

    /// `day` itself if offices work on it, else the last day before it on which they did.
    ///
    /// # Errors
    /// [`CalendarError`] when a day on the way is not known.
    pub fn working_day_until(&self, day: Date) -> Result<Date, CalendarError> {
        let until = self.number(day)?;
        let found = self.days.working_day(i32::from(self.days.working_before(until + 1)) - 1);
        self.decided_back(found.unwrap_or(0), until + 1)?;
        let found = found.ok_or_else(|| outside(before_day(self.first_day())))?;
        self.days.date(found).ok_or_else(|| outside(day))
    }

    /// How many working days follow `after`, up to and with `until`; 0 when `until` is not later.
    ///
    /// # Errors
    /// [`CalendarError`] when a day between is not known.
    pub fn working_days_between(&self, after: Date, until: Date) -> Result<u16, CalendarError> {
        if until <= after {
            return Ok(0);
        }
        let (from, to) = (self.number(after)? + 1, self.number(until)?);
        self.decided(from, to)?;
        Ok(self.days.working_before(to + 1) - self.days.working_before(from))
    }

    fn number(&self, day: Date) -> Result<u16, CalendarError> {
        self.days.number(day).ok_or_else(|| outside(day))
    }

    /// That no day from `from` to `to` is undecided; else the first that is.
    fn decided(&self, from: u16, to: u16) -> Result<(), CalendarError> {
        self.refuse(self.days.undecided_from(from).filter(|day| *day <= to))
    }

    /// That no day from `from` to the one before `to` is undecided; else the last that is.
    fn decided_back(&self, from: u16, to: u16) -> Result<(), CalendarError> {
        let last = to.checked_sub(1).and_then(|last| self.days.undecided_until(last));
        self.refuse(last.filter(|day| *day >= from))
    }

    fn refuse(&self, undecided: Option<u16>) -> Result<(), CalendarError> {
        match undecided.and_then(|number| self.days.date(number)) {
            Some(date) => Err(CalendarError::Undecided { date }),
            None => Ok(()),
        }
    }
}

fn after(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}

fn before_day(day: Date) -> Date {
    day.yesterday().unwrap_or(day)
}
