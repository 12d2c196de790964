//! The time of day and the day in Vietnam.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{self, Offset};

/// The time of Vietnam: UTC+7 all year, everywhere.
pub const VIETNAM_TIME: Offset = tz::offset(7);

/// The day it is in Vietnam at that moment. Every day that Khéo writes down or counts is such a day.
///
/// # Example
/// ```
/// use jiff::civil::date;
/// let late_in_london: jiff::Timestamp = "2016-06-29T17:00:00Z".parse().unwrap();
/// assert_eq!(kheo_calendar::day_in_vietnam(late_in_london), date(2016, 6, 30));
/// ```
#[must_use]
pub fn day_in_vietnam(at: Timestamp) -> Date {
    VIETNAM_TIME.to_datetime(at).date()
}
