//! The dated table: what the law fixes and what is decided each year, each row with its source.

use std::borrow::Cow;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use self::Beside::{After, Before};
use self::Confidence::{High, Medium};
use self::TetBefore::{OneDay, TwoDays};

/// One decision of a year, with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What was decided.
    pub ruling: Ruling,
    /// Number and date of the decision where known, else who reported it.
    pub source: Cow<'static, str>,
    /// How well the source bears it.
    pub confidence: Confidence,
}

/// What the Government decides about the days off of the public sector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Ruling {
    /// How the five days of Tết lie around the first day of the lunar year.
    Tet {
        /// Solar year in which Tết falls.
        year: i16,
        /// Days off before the first day of the lunar year.
        before: TetBefore,
    },
    /// Which day beside 2 September is off (from 2021).
    NationalDay {
        /// The year.
        year: i16,
        /// The day beside.
        beside: Beside,
    },
    /// A working day given off for a weekly rest day that is worked.
    Swap {
        /// The working day that is off.
        off: Date,
        /// The weekly rest day worked instead.
        worked: Date,
    },
    /// There was no such swap: the day was worked after all.
    NoSwap {
        /// The day that an earlier row gave off.
        off: Date,
    },
    /// 24 November is a day off from this year on.
    CultureDay {
        /// The first year.
        from: i16,
    },
}

/// Days off before the first day of the lunar year; Tết has five in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TetBefore {
    /// The last day of the old year; four days of the new one follow.
    OneDay,
    /// The last two days of the old year; three days of the new one follow.
    TwoDays,
}

/// The day off beside National Day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Beside {
    /// 1 September.
    Before,
    /// 3 September.
    After,
}

/// How well a source bears a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// The decision, or a report of it whose dates match.
    High,
    /// A proposal, or a second-hand list.
    Medium,
    /// Nothing bears it yet; every screen says so.
    Unconfirmed,
}

/// Version of the shipped table.
pub(crate) const VERSION: &str = "vn-2026.2";
/// First day of the table: swaps have been decided since 2010.
pub(crate) const FIRST: Date = date(2010, 1, 1);
/// Last day of the table.
pub(crate) const LAST: Date = date(2040, 12, 31);

/// The decisions of 2010 to 2026.
pub(crate) const DECISIONS: &[Decision] = &[
    tet(2014, OneDay, "Báo Lao Động: ấn định thời gian nghỉ Tết Giáp Ngọ và ngày lễ 2014", High),
    tet(2015, TwoDays, "Tờ trình 89/TTr-LĐTBXH, 20/11/2014, phương án 1", Medium),
    tet(2016, OneDay, "Lịch nghỉ Tết Bính Thân 2016 (báo chí)", Medium),
    tet(2017, TwoDays, "VnExpress, 15/11/2016: Thủ tướng đồng ý nghỉ Tết 26/1–1/2/2017", High),
    tet(
        2018,
        TwoDays,
        "Báo Ninh Bình: Chính phủ đồng ý nghỉ Tết 2018 bảy ngày, hai ngày trước Tết",
        High,
    ),
    tet(2019, OneDay, "VnExpress, 15/7/2018: nghỉ Tết Kỷ Hợi 2/2–10/2/2019", High),
    tet(2020, TwoDays, "Sở Công Thương Đắk Lắk, 7/1/2020: nghỉ Tết 23/1–29/1/2020", High),
    tet(2021, TwoDays, "VietNamNet: phương án nghỉ Tết Tân Sửu 10/2–16/2/2021", Medium),
    tet(2022, OneDay, "Báo Bình Thuận: Phó Thủ tướng đồng ý nghỉ Tết 31/1–4/2/2022", High),
    tet(
        2023,
        TwoDays,
        "Báo Nhân Dân: văn bản của VPCP ngày 1/12/2022, nghỉ Tết 20/1–26/1/2023",
        High,
    ),
    tet(2024, TwoDays, "Việt Nam News, 5/11/2023: Thủ tướng đồng ý nghỉ Tết 8/2–14/2/2024", High),
    tet(2025, TwoDays, "Lịch nghỉ Tết Ất Tỵ 25/1–2/2/2025 (báo chí)", Medium),
    tet(2026, OneDay, "TTXVN, 17/10/2025: nghỉ Tết Bính Ngọ 16/2–20/2/2026", High),
    national_day(2021, After, "VietNamNet: nghỉ Quốc khánh 2/9–5/9/2021", Medium),
    national_day(
        2022,
        Before,
        "Báo Bình Thuận: Phó Thủ tướng đồng ý nghỉ Quốc khánh 1/9–2/9/2022",
        High,
    ),
    national_day(
        2023,
        Before,
        "Báo Nhân Dân: văn bản của VPCP ngày 1/12/2022, nghỉ 1/9–4/9/2023",
        High,
    ),
    national_day(2024, After, "Việt Nam News, 5/11/2023: nghỉ Quốc khánh 31/8–3/9/2024", High),
    national_day(2025, Before, "Lịch nghỉ Quốc khánh 30/8–2/9/2025 (báo chí)", Medium),
    national_day(2026, Before, "Lịch nghỉ Quốc khánh 29/8–2/9/2026 (báo chí)", High),
    swap(date(2010, 2, 19), date(2010, 2, 27), LISTED, Medium),
    swap(
        date(2010, 9, 3),
        date(2010, 9, 11),
        "Văn bản 5971/VPCP-KGVX (VnEconomy, 26/8/2010)",
        High,
    ),
    swap(date(2011, 1, 31), date(2011, 1, 29), DISPATCH_2011, High),
    swap(date(2011, 2, 1), date(2011, 1, 30), DISPATCH_2011, High),
    swap(date(2011, 4, 11), date(2011, 4, 9), DISPATCH_2011, High),
    swap(date(2012, 1, 27), date(2012, 2, 4), LISTED, Medium),
    swap(date(2012, 12, 31), date(2013, 1, 5), DISPATCH_2013, High),
    swap(date(2013, 2, 15), date(2013, 2, 23), DISPATCH_2013, High),
    swap(date(2013, 4, 29), date(2013, 5, 4), DISPATCH_2013, High),
    swap(date(2014, 1, 28), date(2014, 1, 25), "Báo Lao Động: nghỉ Tết Giáp Ngọ 2014", High),
    swap(date(2014, 1, 29), date(2014, 2, 8), "Báo Lao Động: nghỉ Tết Giáp Ngọ 2014", High),
    swap(date(2014, 5, 2), date(2014, 4, 26), "Báo Đồng Tháp, 18/12/2013", Medium),
    swap(date(2014, 9, 1), date(2014, 9, 6), LISTED, Medium),
    swap(date(2015, 1, 2), date(2014, 12, 27), "Báo Mới: lịch nghỉ Tết Dương lịch 2015", High),
    swap(date(2015, 2, 16), date(2015, 2, 14), "Tờ trình 89/TTr-LĐTBXH, phương án 1", Medium),
    swap(date(2015, 4, 29), date(2015, 4, 25), LISTED, Medium),
    swap(date(2018, 12, 31), date(2019, 1, 5), PLAN_2019, Medium),
    swap(date(2019, 4, 29), date(2019, 5, 4), PLAN_2019, Medium),
    swap(date(2024, 4, 29), date(2024, 5, 4), "Công văn 2450/VPCP-KGVX (2024)", Medium),
    swap(date(2025, 5, 2), date(2025, 4, 26), "Thông báo 6150/TB-BLĐTBXH (2024)", High),
    swap(date(2026, 1, 2), date(2026, 1, 10), "Công văn 12729/VPCP-KGVX, 25/12/2025", High),
    swap(date(2026, 8, 31), date(2026, 8, 22), "Lịch nghỉ Quốc khánh 2026 (báo chí)", High),
];

const DISPATCH_2011: &str =
    "Báo Lạng Sơn: công văn của VPCP về hoán đổi ngày nghỉ dịp Tết Tân Mão và Giỗ Tổ 2011";
const DISPATCH_2013: &str =
    "Tiền Phong: công văn của VPCP ngày 23/11/2012; Báo Thái Nguyên, 28/12/2012";
const PLAN_2019: &str = "Công văn 6519/VPCP-KGVX (2018); VnExpress, 15/7/2018";
const LISTED: &str =
    "Danh mục ngày nghỉ của thư viện phần mềm `holidays` (PyPI); chưa đối chiếu văn bản gốc";

const fn tet(
    year: i16,
    before: TetBefore,
    source: &'static str,
    confidence: Confidence,
) -> Decision {
    Decision { ruling: Ruling::Tet { year, before }, source: Cow::Borrowed(source), confidence }
}

const fn national_day(
    year: i16,
    beside: Beside,
    source: &'static str,
    confidence: Confidence,
) -> Decision {
    let ruling = Ruling::NationalDay { year, beside };
    Decision { ruling, source: Cow::Borrowed(source), confidence }
}

const fn swap(off: Date, worked: Date, source: &'static str, confidence: Confidence) -> Decision {
    Decision { ruling: Ruling::Swap { off, worked }, source: Cow::Borrowed(source), confidence }
}
