//! The Vietnamese lunar calendar: when Tết and the Hùng Kings' day fall.
//!
//! A lunar month begins on the day of the new moon, a lunar year is arranged so that the winter
//! solstice falls in its eleventh month, both by the clock of Hà Nội (UTC+7); so Tết sometimes is
//! another day than in China (1985, 2007, 2030). The method is the one published by Hồ Ngọc Đức,
//! with the series of J. Meeus, *Astronomical Algorithms*. Only here does the crate compute with
//! floats: the moon does not move in whole numbers.

use std::f64::consts::TAU;

use jiff::SignedDuration;
use jiff::civil::{Date, date};

/// Julian day number of 1 January 1970.
const EPOCH: i32 = 2_440_588;
/// Julian day of the new moon from which months are numbered (1 January 1900).
const FIRST_NEW_MOON: f64 = 2_415_021.076_998_695;
/// Mean length of a lunar month in days.
const LUNAR_MONTH: f64 = 29.530_588_853;
/// Julian day of the year 2000, and days in a century.
const YEAR_2000: f64 = 2_451_545.0;
const CENTURY: f64 = 36_525.0;
/// Hà Nội is ahead of Greenwich by this part of a day.
const HANOI: f64 = 7.0 / 24.0;

/// First day of the lunar year that begins in solar `year`: mùng 1 Tết.
#[must_use]
pub fn tet(year: i16) -> Date {
    first_of_month(year, 1)
}

/// The tenth day of the third lunar month: Giỗ Tổ Hùng Vương.
#[must_use]
pub fn hung_kings(year: i16) -> Date {
    first_of_month(year, 3).saturating_add(SignedDuration::from_hours(9 * 24))
}

/// First day of lunar `month` (1 to 10, not the leap one) of the lunar year begun in `year`.
fn first_of_month(year: i16, month: i32) -> Date {
    let (eleventh, next) = (eleventh_month(year - 1), eleventh_month(year));
    let since_eleventh = month + 1;
    let leap = if next.day - eleventh.day > 365 { leap_month(eleventh) } else { i32::MAX };
    let passed = since_eleventh + i32::from(since_eleventh >= leap);
    civil(new_moon(eleventh.number + passed))
}

/// A lunar month: its number since 1900 and the Julian day it begins.
#[derive(Clone, Copy)]
struct Month {
    number: i32,
    day: i32,
}

impl Month {
    fn numbered(number: i32) -> Self {
        Self { number, day: new_moon(number) }
    }
}

/// The month that holds the winter solstice of `year`.
fn eleventh_month(year: i16) -> Month {
    let last_day = f64::from(julian(date(year, 12, 31)));
    let month = Month::numbered(whole((last_day - FIRST_NEW_MOON) / LUNAR_MONTH));
    let solstice_is_past = sun_sign(month.day) >= 9;
    if solstice_is_past { Month::numbered(month.number - 1) } else { month }
}

/// How many months after `eleventh` the leap month comes: the first in which the sun enters no
/// new sign.
fn leap_month(eleventh: Month) -> i32 {
    (1..13)
        .find(|&n| {
            let begins = sun_sign(new_moon(eleventh.number + n));
            begins == sun_sign(new_moon(eleventh.number + n + 1))
        })
        .unwrap_or(13)
}

/// Which twelfth of its circle the sun is in when `day` begins in Hà Nội (0 from the spring equinox).
fn sun_sign(day: i32) -> i32 {
    let t = (f64::from(day) - 0.5 - HANOI - YEAR_2000) / CENTURY;
    let mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t * t;
    let anomaly = 357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t * t;
    let centre = (1.914_600 - 0.004_817 * t - 0.000_014 * t * t) * sine(anomaly)
        + (0.019_993 - 0.000_101 * t) * sine(2.0 * anomaly)
        + 0.000_290 * sine(3.0 * anomaly);
    let seen = -0.005_69 - 0.004_78 * sine(125.04 - 1_934.136 * t);
    whole((mean + centre + seen).rem_euclid(360.0) / 30.0)
}

/// The waves that move a new moon from its mean time:
/// days, and how often the sun's anomaly, the moon's anomaly and the moon's latitude turn in it.
const WAVES: [(f64, [f64; 3]); 13] = [
    (0.1734, [1.0, 0.0, 0.0]),
    (0.0021, [2.0, 0.0, 0.0]),
    (-0.4068, [0.0, 1.0, 0.0]),
    (0.0161, [0.0, 2.0, 0.0]),
    (-0.0004, [0.0, 3.0, 0.0]),
    (0.0104, [0.0, 0.0, 2.0]),
    (-0.0051, [1.0, 1.0, 0.0]),
    (-0.0074, [1.0, -1.0, 0.0]),
    (0.0004, [1.0, 0.0, 2.0]),
    (-0.0004, [-1.0, 0.0, 2.0]),
    (-0.0006, [0.0, 1.0, 2.0]),
    (0.0010, [0.0, -1.0, 2.0]),
    (0.0005, [1.0, 2.0, 0.0]),
];

/// The Julian day, in Hà Nội, of new moon number `number`.
fn new_moon(number: i32) -> i32 {
    let k = f64::from(number);
    let t = k / 1_236.85;
    let mean = 2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t * t
        - 0.000_000_155 * t * t * t
        + 0.000_33 * sine(166.56 + 132.87 * t - 0.009_173 * t * t);
    let sun = 359.224_2 + 29.105_356_08 * k - 0.000_033_3 * t * t;
    let moon = 306.025_3 + 385.816_918_06 * k + 0.010_730_6 * t * t;
    let latitude = 21.296_4 + 390.670_506_46 * k - 0.001_652_8 * t * t;
    let waves: f64 =
        WAVES.iter().map(|(days, [s, m, l])| days * sine(s * sun + m * moon + l * latitude)).sum();
    let sun_wanes = -0.000_393 * t * sine(sun);
    let clock_drift = -0.000_278 + 0.000_265 * t + 0.000_262 * t * t;
    whole(mean + waves + sun_wanes - clock_drift + 0.5 + HANOI)
}

fn sine(degrees: f64) -> f64 {
    (degrees / 360.0 * TAU).sin()
}

#[expect(clippy::cast_possible_truncation, reason = "day numbers fit in 32 bits for millennia")]
fn whole(x: f64) -> i32 {
    x.floor() as i32
}

fn julian(day: Date) -> i32 {
    let hours = day.duration_since(date(1970, 1, 1)).as_hours();
    EPOCH.saturating_add(i32::try_from(hours / 24).unwrap_or(i32::MAX))
}

fn civil(julian: i32) -> Date {
    let hours = i64::from(julian - EPOCH) * 24;
    date(1970, 1, 1).saturating_add(SignedDuration::from_hours(hours))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tet_and_hung_kings_fall_on_the_published_days() {
        let rows = [
            (2014, (1, 31), (4, 9)),
            (2015, (2, 19), (4, 28)),
            (2016, (2, 8), (4, 16)),
            (2017, (1, 28), (4, 6)),
            (2018, (2, 16), (4, 25)),
            (2019, (2, 5), (4, 14)),
            (2020, (1, 25), (4, 2)),
            (2021, (2, 12), (4, 21)),
            (2022, (2, 1), (4, 10)),
            (2023, (1, 22), (4, 29)),
            (2024, (2, 10), (4, 18)),
            (2025, (1, 29), (4, 7)),
            (2026, (2, 17), (4, 26)),
            (2027, (2, 6), (4, 16)),
            (2028, (1, 26), (4, 4)),
            (2029, (2, 13), (4, 23)),
            (2030, (2, 2), (4, 12)),
        ];
        for (year, (tet_month, tet_day), (kings_month, kings_day)) in rows {
            assert_eq!(tet(year), date(year, tet_month, tet_day), "Tết {year}");
            assert_eq!(hung_kings(year), date(year, kings_month, kings_day), "10/3 in {year}");
        }
    }

    #[test]
    fn tet_differs_from_china_where_the_hour_in_hanoi_says_so() {
        assert_eq!(tet(1985), date(1985, 1, 21), "China: 20 February");
        assert_eq!(tet(2007), date(2007, 2, 17), "China: 18 February");
        assert_eq!(tet(2030), date(2030, 2, 2), "China: 3 February");
    }

    #[test]
    fn a_leap_month_between_the_solstice_and_tet_moves_tet() {
        assert_eq!(tet(2034), date(2034, 2, 19), "leap eleventh month in the winter of 2033");
    }
}
