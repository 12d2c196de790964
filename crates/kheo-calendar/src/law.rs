//! Which Labour Code gives a day off, by date.

use jiff::civil::{Date, date};

use crate::table::Confidence;

/// A Labour Code: from when, what it is called, and how well its text is known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LabourCode {
    pub(crate) from: Date,
    /// The article on holidays.
    pub(crate) holidays: &'static str,
    pub(crate) confidence: Confidence,
    /// The article on holidays that fall on a weekly rest day.
    pub(crate) substitutes: &'static str,
    pub(crate) substitutes_confidence: Confidence,
}

const CODES: [LabourCode; 3] = [
    LabourCode {
        from: Date::MIN,
        holidays: "Bộ luật Lao động 1994 (sửa đổi), đ. 73",
        // Second-hand (the package `holidays` cites it), but the breaks announced for 2011 and 2013 fit.
        confidence: Confidence::Medium,
        substitutes: "Bộ luật Lao động 1994 (sửa đổi), đ. 73: nghỉ bù ngày tiếp theo",
        substitutes_confidence: Confidence::Medium,
    },
    LabourCode {
        from: date(2013, 5, 1),
        holidays: "Bộ luật Lao động 10/2012/QH13, đ. 115.1",
        confidence: Confidence::High,
        // The wording was not found; the substitutes announced for 2016 fit.
        substitutes: "Bộ luật Lao động 10/2012/QH13, đ. 115.3",
        substitutes_confidence: Confidence::Medium,
    },
    LabourCode {
        from: date(2021, 1, 1),
        holidays: "Bộ luật Lao động 45/2019/QH14, đ. 112.1",
        confidence: Confidence::High,
        substitutes: "Bộ luật Lao động 45/2019/QH14, đ. 111.3",
        substitutes_confidence: Confidence::High,
    },
];

/// The code in force on `day`.
pub(crate) fn labour_code(day: Date) -> LabourCode {
    let [first, ..] = CODES;
    CODES.into_iter().rev().find(|code| code.from <= day).unwrap_or(first)
}

/// Tết has five days off from this year; before it four, one before the first day of the year.
///
/// - Law: Labour Code 2012, art. 115.1.b, in force from 1 May 2013; before it the Labour Code 1994,
///   art. 73, whose four days the breaks announced for 2011 and 2013 confirm.
pub(crate) const FIVE_DAYS_OF_TET_FROM: i16 = 2014;

/// 24 November may be a holiday, Vietnam Culture Day, from this year on: it was chosen, but that the law was
/// amended is not confirmed.
///
/// - Law: none confirmed; Resolution 80-NQ/TW of the Politburo and Resolution 30/NQ-CP of the Government,
///   2026, which order an amendment of the Labour Code 2019, art. 112.
pub(crate) const CULTURE_DAY_FROM: i16 = 2026;

/// Who chose it.
pub(crate) const CULTURE_DAY_CHOSEN: &str =
    "Nghị quyết 80-NQ/TW và Nghị quyết 30/NQ-CP (2026): yêu cầu sửa đ. 112 Bộ luật Lao động";

/// National Day has two days off from this year; before it one.
///
/// - Law: Labour Code 2019 (45/2019/QH14), art. 112.1.đ, in force from 1 January 2021.
pub(crate) const TWO_NATIONAL_DAYS_FROM: i16 = 2021;
