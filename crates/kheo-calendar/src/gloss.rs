//! What the sources of the shipped calendar are called in English.
//!
//! Sources are kept as they are cited in Vietnam, in the calendar and in every due date.

/// Sources and their English, in the order of the table.
const GLOSSES: &[(&str, &str)] = &[
    ("Bộ luật Lao động 1994 (sửa đổi), đ. 73", "Labour Code 1994 (as amended), art. 73"),
    (
        "Bộ luật Lao động 1994 (sửa đổi), đ. 73: nghỉ bù ngày tiếp theo",
        "Labour Code 1994 (as amended), art. 73: the next day is off instead",
    ),
    ("Bộ luật Lao động 10/2012/QH13, đ. 115.1", "Labour Code 10/2012/QH13, art. 115.1"),
    ("Bộ luật Lao động 10/2012/QH13, đ. 115.3", "Labour Code 10/2012/QH13, art. 115.3"),
    ("Bộ luật Lao động 45/2019/QH14, đ. 112.1", "Labour Code 45/2019/QH14, art. 112.1"),
    ("Bộ luật Lao động 45/2019/QH14, đ. 111.3", "Labour Code 45/2019/QH14, art. 111.3"),
    (
        crate::law::CULTURE_DAY_CHOSEN,
        "Resolutions 80-NQ/TW and 30/NQ-CP (2026), which order an amendment of the Labour Code, art. 112",
    ),
    (
        "Bộ luật Dân sự 2005, đ. 153.5; Bộ luật Dân sự 2015, đ. 148.5; các luật chuyên ngành không \
         nhắc lại",
        "Civil Code 2005, art. 153.5; Civil Code 2015, art. 148.5; the special laws do not repeat it",
    ),
    (
        "Giờ làm việc tạm dùng; mỗi địa phương quy định riêng",
        "provisional working hours; each locality sets its own",
    ),
    (
        "Báo Lao Động: ấn định thời gian nghỉ Tết Giáp Ngọ và ngày lễ 2014",
        "the newspaper Lao Động on the days off at Tết and the holidays of 2014",
    ),
    (
        "Tờ trình 89/TTr-LĐTBXH, 20/11/2014, phương án 1",
        "Submission 89/TTr-LĐTBXH, 20 November 2014, option 1",
    ),
    ("Lịch nghỉ Tết Bính Thân 2016 (báo chí)", "the days off at Tết 2016 (the press)"),
    (
        "VnExpress, 15/11/2016: Thủ tướng đồng ý nghỉ Tết 26/1–1/2/2017",
        "VnExpress, 15 November 2016: the Prime Minister agrees to Tết from 26 January to 1 February 2017",
    ),
    (
        "Báo Ninh Bình: Chính phủ đồng ý nghỉ Tết 2018 bảy ngày, hai ngày trước Tết",
        "the newspaper Báo Ninh Bình: the Government agrees to seven days off at Tết 2018, two before it",
    ),
    (
        "VnExpress, 15/7/2018: nghỉ Tết Kỷ Hợi 2/2–10/2/2019",
        "VnExpress, 15 July 2018: Tết from 2 to 10 February 2019",
    ),
    (
        "Sở Công Thương Đắk Lắk, 7/1/2020: nghỉ Tết 23/1–29/1/2020",
        "Department of Industry and Trade of Đắk Lắk, 7 January 2020: Tết from 23 to 29 January 2020",
    ),
    (
        "VietNamNet: phương án nghỉ Tết Tân Sửu 10/2–16/2/2021",
        "VietNamNet: a plan for Tết from 10 to 16 February 2021",
    ),
    (
        "Báo Bình Thuận: Phó Thủ tướng đồng ý nghỉ Tết 31/1–4/2/2022",
        "the newspaper Báo Bình Thuận: a Deputy Prime Minister agrees to Tết from 31 January to \
         4 February 2022",
    ),
    (
        "Báo Nhân Dân: văn bản của VPCP ngày 1/12/2022, nghỉ Tết 20/1–26/1/2023",
        "the newspaper Nhân Dân: a letter of the Office of the Government of 1 December 2022, Tết from \
         20 to 26 January 2023",
    ),
    (
        "Việt Nam News, 5/11/2023: Thủ tướng đồng ý nghỉ Tết 8/2–14/2/2024",
        "Việt Nam News, 5 November 2023: the Prime Minister agrees to Tết from 8 to 14 February 2024",
    ),
    (
        "Lịch nghỉ Tết Ất Tỵ 25/1–2/2/2025 (báo chí)",
        "the days off at Tết, 25 January to 2 February 2025 (the press)",
    ),
    (
        "TTXVN, 17/10/2025: nghỉ Tết Bính Ngọ 16/2–20/2/2026",
        "Vietnam News Agency, 17 October 2025: Tết from 16 to 20 February 2026",
    ),
    (
        "VietNamNet: nghỉ Quốc khánh 2/9–5/9/2021",
        "VietNamNet: National Day from 2 to 5 September 2021",
    ),
    (
        "Báo Bình Thuận: Phó Thủ tướng đồng ý nghỉ Quốc khánh 1/9–2/9/2022",
        "the newspaper Báo Bình Thuận: a Deputy Prime Minister agrees to National Day on 1 and \
         2 September 2022",
    ),
    (
        "Báo Nhân Dân: văn bản của VPCP ngày 1/12/2022, nghỉ 1/9–4/9/2023",
        "the newspaper Nhân Dân: a letter of the Office of the Government of 1 December 2022, off from \
         1 to 4 September 2023",
    ),
    (
        "Việt Nam News, 5/11/2023: nghỉ Quốc khánh 31/8–3/9/2024",
        "Việt Nam News, 5 November 2023: National Day from 31 August to 3 September 2024",
    ),
    (
        "Lịch nghỉ Quốc khánh 30/8–2/9/2025 (báo chí)",
        "the days off at National Day, 30 August to 2 September 2025 (the press)",
    ),
    (
        "Lịch nghỉ Quốc khánh 29/8–2/9/2026 (báo chí)",
        "the days off at National Day, 29 August to 2 September 2026 (the press)",
    ),
    (
        "Danh mục ngày nghỉ của thư viện phần mềm `holidays` (PyPI); chưa đối chiếu văn bản gốc",
        "the list of holidays in the software package `holidays` (PyPI); not compared with the original",
    ),
    (
        "Văn bản 5971/VPCP-KGVX (VnEconomy, 26/8/2010)",
        "Letter 5971/VPCP-KGVX (VnEconomy, 26 August 2010)",
    ),
    (
        "Báo Lạng Sơn: công văn của VPCP về hoán đổi ngày nghỉ dịp Tết Tân Mão và Giỗ Tổ 2011",
        "the newspaper Báo Lạng Sơn: a letter of the Office of the Government on the swaps at Tết and \
         the Hùng Kings’ commemoration of 2011",
    ),
    (
        "Tiền Phong: công văn của VPCP ngày 23/11/2012; Báo Thái Nguyên, 28/12/2012",
        "the newspaper Tiền Phong: a letter of the Office of the Government of 23 November 2012; the \
         newspaper Báo Thái Nguyên, 28 December 2012",
    ),
    ("Báo Lao Động: nghỉ Tết Giáp Ngọ 2014", "the newspaper Lao Động on the days off at Tết 2014"),
    ("Báo Đồng Tháp, 18/12/2013", "the newspaper Báo Đồng Tháp, 18 December 2013"),
    (
        "Báo Mới: lịch nghỉ Tết Dương lịch 2015",
        "the news site Báo Mới on the days off at New Year 2015",
    ),
    ("Tờ trình 89/TTr-LĐTBXH, phương án 1", "Submission 89/TTr-LĐTBXH, option 1"),
    (
        "Công văn 6519/VPCP-KGVX (2018); VnExpress, 15/7/2018",
        "Letter 6519/VPCP-KGVX (2018); VnExpress, 15 July 2018",
    ),
    ("Công văn 2450/VPCP-KGVX (2024)", "Letter 2450/VPCP-KGVX (2024)"),
    ("Thông báo 6150/TB-BLĐTBXH (2024)", "Notice 6150/TB-BLĐTBXH (2024)"),
    ("Công văn 12729/VPCP-KGVX, 25/12/2025", "Letter 12729/VPCP-KGVX, 25 December 2025"),
    ("Lịch nghỉ Quốc khánh 2026 (báo chí)", "the days off at National Day 2026 (the press)"),
];

/// What a source is called in English; nothing for those of a corrected calendar.
#[must_use]
pub fn in_english(source: &str) -> Option<&'static str> {
    GLOSSES.iter().find(|(cited, _)| *cited == source).map(|(_, english)| *english)
}

#[cfg(test)]
mod tests {
    use super::in_english;
    use crate::Calendar;

    #[test]
    fn every_source_of_the_shipped_calendar_has_its_english() {
        let calendar = Calendar::vietnam();
        let (first, last) = (calendar.first_day().year(), calendar.last_day().year());
        let mut sources: Vec<String> = (first..=last)
            .flat_map(|year| calendar.days_of(year).expect("a year of the table"))
            .map(|day| day.source.clone())
            .collect();
        sources.extend(calendar.decisions().iter().map(|decision| decision.source.to_string()));
        sources.push(calendar.roll().source.clone());
        sources.push(calendar.hours(calendar.last_day()).expect("hours").source.clone());
        for source in sources.iter().filter(|source| !source.is_empty()) {
            assert!(in_english(source).is_some(), "{source}");
        }
        assert_eq!(in_english("Công văn thử"), None);
    }
}
