//! Letters as a ward sends them.

use jiff::civil::{Date, date};
use kheo_paper::letter::{Letter, Passage, Signatory};

/// A day under the circular of 2011, and one under the decree of 2020.
pub(crate) const DAYS: [Date; 2] = [date(2016, 5, 4), date(2026, 2, 2)];

fn list(entries: &[&str]) -> Vec<String> {
    entries.iter().map(|&entry| entry.to_owned()).collect()
}

/// A short notice with a kind, to one person.
pub(crate) fn notice(day: Date) -> Letter {
    let paragraph = |text: &str| Passage::Paragraph(text.to_owned());
    Letter {
        parent: "UBND THÀNH PHỐ BẮC KẠN".to_owned(),
        issuer: "ỦY BAN NHÂN DÂN PHƯỜNG SÔNG CẦU".to_owned(),
        number: "12".to_owned(),
        symbol: "TB-UBND".to_owned(),
        place: "Sông Cầu".to_owned(),
        date: day,
        kind: "THÔNG BÁO".to_owned(),
        about: "Về việc thụ lý kiến nghị của công dân".to_owned(),
        addressees: list(&["Bà Hoàng Thị Mẫu, tổ 7, phường Sông Cầu"]),
        body: vec![
            paragraph(
                "Ngày 25 tháng 4 năm 2016, Ủy ban nhân dân phường nhận được kiến nghị của bà về \
                 đoạn cống thoát nước dài 45 m tại ngõ 12, tổ 7 bị vỡ, gây ngập khi mưa.",
            ),
            paragraph(
                "Sau khi xem xét, Ủy ban nhân dân phường thông báo kiến nghị đã được thụ lý để giải \
                 quyết theo thẩm quyền. Kết quả được trả lời bằng văn bản trước ngày 25 tháng 5 năm \
                 2016.",
            ),
            paragraph("Vậy thông báo để bà biết, theo dõi và phối hợp thực hiện./."),
        ],
        signatories: vec![Signatory {
            signed_as: list(&["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
            name: "Nguyễn Văn Mẫu".to_owned(),
        }],
        recipients: list(&["Như trên", "Ban Tiếp công dân thành phố (để báo cáo)", "Lưu: VT, TCD"]),
        ..Letter::default()
    }
}

/// An ordinary letter without a kind, to several bodies.
pub(crate) fn ordinary(day: Date) -> Letter {
    Letter {
        number: String::new(),
        symbol: "UBND-TCD".to_owned(),
        kind: String::new(),
        about: "trả lời kiến nghị của cử tri về đường vào tổ 5".to_owned(),
        addressees: list(&[
            "Thường trực Hội đồng nhân dân thành phố",
            "Phòng Quản lý đô thị",
            "Ban Quản lý dự án đầu tư xây dựng",
        ]),
        signatories: vec![Signatory {
            signed_as: list(&["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
            name: String::new(),
        }],
        ..notice(day)
    }
}

/// A decision of two pages with articles, clauses and points.
pub(crate) fn decision(day: Date) -> Letter {
    let text = "Giao bộ phận Tài chính - Kế toán phối hợp với cán bộ địa chính khảo sát, lập dự toán \
                sửa chữa đoạn cống bị hư hỏng, trình Chủ tịch Ủy ban nhân dân phường xem xét";
    let article = |text: &str| Passage::Article(text.to_owned());
    let mut body = vec![article("Giải quyết kiến nghị của bà Hoàng Thị Mẫu, cụ thể như sau:")];
    for _ in 0..5 {
        body.push(Passage::Clause(format!("{text}:")));
        for _ in 0..4 {
            body.push(Passage::Point(format!("{text};")));
        }
    }
    body.push(article("Quyết định này có hiệu lực kể từ ngày ký."));
    body.push(article(
        "Văn phòng, các bộ phận chuyên môn và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi \
         hành Quyết định này./.",
    ));
    Letter {
        number: "37".to_owned(),
        symbol: "QĐ-UBND".to_owned(),
        kind: "QUYẾT ĐỊNH".to_owned(),
        about: "Về việc giải quyết kiến nghị của bà Hoàng Thị Mẫu".to_owned(),
        addressees: Vec::new(),
        decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG SÔNG CẦU".to_owned(),
        basis: list(&[
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
            "Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013",
            "Xét đề nghị của công chức Tư pháp - Hộ tịch",
        ]),
        body,
        recipients: list(&["Như Điều 3", "Bà Hoàng Thị Mẫu", "Lưu: VT"]),
        ..notice(day)
    }
}

/// Minutes that four sign, in the name of the office or of those who sign.
pub(crate) fn minutes(day: Date, of_office: bool) -> Letter {
    let item = |text: &str| Passage::Item(text.to_owned());
    let signs =
        |role: &str, name: &str| Signatory { signed_as: list(&[role]), name: name.to_owned() };
    let ordinary = notice(day);
    Letter {
        issuer: if of_office { ordinary.issuer.clone() } else { String::new() },
        symbol: "BB-UBND".to_owned(),
        kind: "BIÊN BẢN".to_owned(),
        about: "Hòa giải tranh chấp đất đai".to_owned(),
        addressees: Vec::new(),
        body: vec![
            item("Thời gian: 08 giờ 00 đến 10 giờ 30"),
            item("Thành phần: bà Hoàng Thị Mẫu, người yêu cầu\nông Nông Văn Mẫu, bên còn lại"),
            Passage::Paragraph("Hai bên thống nhất ranh giới theo hiện trạng".to_owned()),
        ],
        signatories: vec![
            signs("NGƯỜI YÊU CẦU", "Hoàng Thị Mẫu"),
            signs("CÁC BÊN CÒN LẠI", ""),
            signs("NGƯỜI GHI BIÊN BẢN", ""),
            signs("NGƯỜI CHỦ TRÌ", ""),
        ],
        recipients: list(&["Các bên", "Lưu: VT, hồ sơ"]),
        ..ordinary
    }
}
