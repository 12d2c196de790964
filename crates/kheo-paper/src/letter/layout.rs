//! Which layout is in force on a day, and what it demands.

use jiff::civil::{Date, date};
use serde::Serialize;

use crate::PaperError;

/// The layout of letters of State bodies under one instrument.
///
/// What an instrument leaves open within bounds, and what could not be confirmed in its text, is a
/// choice of ours: each field says so. A choice is the same in both layouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Layout {
    /// The instrument, as it is cited in Vietnamese.
    pub instrument: &'static str,
    /// The first day on which letters follow it.
    pub since: Date,
    /// Where the number of the page stands from the second page on.
    ///
    /// - Law: Thông tư 01/2011/TT-BNV, at the bottom right; Nghị định 30/2020/NĐ-CP, Phụ lục I, in the
    ///   middle of the top margin and not on the first page. That the first page has none under the
    ///   circular too is our choice.
    pub page_number: PageNumber,
    /// The margins of an A4 page.
    ///
    /// - Law: Nghị định 30/2020/NĐ-CP, Phụ lục I: top and bottom 20–25 mm, left 30–35 mm, right
    ///   15–20 mm. For 2011 the same is our choice.
    pub margins: Margins,
    /// The sizes of letters.
    pub sizes: Sizes,
}

/// Where the number of a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PageNumber {
    /// In the bottom margin, at the right.
    BottomRight,
    /// In the middle of the top margin.
    TopCentre,
}

/// The margins of a page in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Margins {
    /// At the top.
    pub top: u32,
    /// At the bottom.
    pub bottom: u32,
    /// At the left, where the paper is bound.
    pub left: u32,
    /// At the right.
    pub right: u32,
}

/// Sizes of letters in points.
///
/// - Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, for the heading, the motto, the issuing body, the number,
///   place and date, the body and the number of the page, each within the bounds it sets. The others,
///   and all of them for 2011, are our choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sizes {
    /// The name of the nation (quốc hiệu); the law sets 12–13.
    pub nation: u32,
    /// The motto (tiêu ngữ) and the place and date; the law sets 13–14 for both.
    pub motto: u32,
    /// The issuing body and the one above it; the law sets 12–13 for the issuing body.
    pub issuer: u32,
    /// Number and symbol; the law sets 13.
    pub number: u32,
    /// The subject of an ordinary letter, under its number.
    pub about: u32,
    /// The body and the number of the page, for which the law sets 13–14, and the kind, subject and
    /// signature that go with them.
    pub body: u32,
    /// The words over the recipients.
    pub recipients_title: u32,
    /// The recipients.
    pub recipients: u32,
}

const MARGINS: Margins = Margins { top: 20, bottom: 20, left: 30, right: 15 };

const SIZES: Sizes = Sizes {
    nation: 12,
    motto: 13,
    issuer: 12,
    number: 13,
    about: 12,
    body: 14,
    recipients_title: 12,
    recipients: 11,
};

/// All layouts, the latest first.
///
/// The circular is of 19 January 2011. On which day of that year it took effect is not confirmed, so
/// no letter of 2011 is laid out. It allows A5 for slips and receipts; all our letters are A4.
static LAYOUTS: [Layout; 2] = [
    Layout {
        instrument: "Nghị định 30/2020/NĐ-CP",
        since: date(2020, 3, 5),
        page_number: PageNumber::TopCentre,
        margins: MARGINS,
        sizes: SIZES,
    },
    Layout {
        instrument: "Thông tư 01/2011/TT-BNV",
        since: date(2012, 1, 1),
        page_number: PageNumber::BottomRight,
        margins: MARGINS,
        sizes: SIZES,
    },
];

impl Layout {
    /// The layout in force on a day.
    ///
    /// # Errors
    /// [`PaperError::NoLayout`] for a day before the first that is known.
    pub fn on(day: Date) -> Result<&'static Self, PaperError> {
        LAYOUTS
            .iter()
            .find(|layout| layout.since <= day)
            .ok_or(PaperError::NoLayout { day, first: LAYOUTS[LAYOUTS.len() - 1].since })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_a_letter_decides_its_layout() {
        let rows = [
            (date(2012, 1, 1), "Thông tư 01/2011/TT-BNV", PageNumber::BottomRight),
            (date(2016, 6, 30), "Thông tư 01/2011/TT-BNV", PageNumber::BottomRight),
            (date(2020, 3, 4), "Thông tư 01/2011/TT-BNV", PageNumber::BottomRight),
            (date(2020, 3, 5), "Nghị định 30/2020/NĐ-CP", PageNumber::TopCentre),
            (date(2026, 7, 1), "Nghị định 30/2020/NĐ-CP", PageNumber::TopCentre),
        ];
        for (day, instrument, page_number) in rows {
            let layout = Layout::on(day).unwrap();
            assert_eq!((layout.instrument, layout.page_number), (instrument, page_number), "{day}");
        }
    }

    #[test]
    fn a_day_before_the_first_known_layout_is_refused() {
        let error = Layout::on(date(2011, 12, 31)).unwrap_err();
        assert!(error.to_string().contains("2011-12-31"), "{error}");
    }
}
