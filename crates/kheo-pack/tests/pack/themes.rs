//! The report of a city's conference of 2016, theme by theme, and the review that the packs write.

use std::collections::BTreeSet;

use kheo_core::case::{Deed, Metric};
use kheo_core::review::FigureRef;

use crate::lives::PACKS;

/// What the report tells of the half year and concludes for the next, in its own words and order,
/// each with the paragraph of the review.
const THEMES: [(&str, &str); 33] = [
    ("tăng cường công tác lãnh đạo, chỉ đạo", "leadership"),
    ("công tác tổ chức cuộc bầu cử", "election"),
    ("công tác chuẩn bị tổ chức Hội thi “Dân vận khéo”", "contest"),
    ("đẩy nhanh tiến độ sản xuất vụ Xuân", "spring-crop"),
    ("công tác giải phóng mặt bằng, tái định cư", "clearance"),
    ("công tác cải cách thủ tục hành chính", "procedures"),
    ("nâng cao trách nhiệm của công chức, viên chức", "service"),
    ("xây dựng thôn, tổ phố đảm bảo an ninh trật tự", "areas"),
    ("bảo vệ an toàn các sự kiện chính trị", "political-events"),
    ("giải quyết dứt điểm các vụ việc tồn đọng", "outstanding"),
    ("đơn thư khiếu nại, tố cáo, tranh chấp trong nội bộ nhân dân", "complaints"),
    ("tuyên truyền, vận động đoàn viên, hội viên và nhân dân", "front-outreach"),
    ("triển khai đầy đủ các bước của công tác bầu cử", "consultations"),
    ("thực hiện đầy đủ các chế độ, chính sách", "member-policies"),
    ("hỗ trợ hội viên phát triển kinh tế", "livelihood"),
    ("tham gia hoạt động từ thiện, gây quỹ", "charity"),
    ("giáo dục truyền thống", "tradition"),
    ("khuyến học, khuyến tài", "learning"),
    ("xây dựng đời sống văn hóa", "culture"),
    ("tuyên truyền giáo dân, sống tốt đời đẹp đạo", "community-outreach"),
    ("Khối dân vận xã phường tham mưu cho cấp ủy, chính quyền cơ sở", "blocs"),
    ("tuyên truyền vận động nhân dân tham gia phát triển kinh tế – xã hội", "outreach"),
    ("thực hiện tốt quy chế dân chủ cơ sở", "democracy"),
    ("thăm nắm tình hình", "blocs"),
    ("giữ gìn an ninh trật tự", "areas"),
    ("quản lý đô thị, giữ gìn vệ sinh môi trường, “xanh, sạch, đẹp”", "urban-order"),
    ("tổ chức thành công Hội thi “Dân vận khéo”", "contest"),
    ("200 ngày đêm lao động – sản xuất – học tập", "peak-campaign"),
    ("kiểm tra việc thực hiện Quy chế dân chủ cơ sở và Quy chế công tác dân vận", "democracy"),
    ("tham mưu giải quyết những kiến nghị của công dân", "petitions"),
    ("hạn chế tình trạng đơn thư vượt cấp, kéo dài", "escalation"),
    ("vận động nhân dân bảo đảm an ninh trật tự trên địa bàn", "areas"),
    ("phối hợp với khối Dân vận làm tốt công tác dân vận cơ sở", "blocs"),
];

/// What the review tells beside them.
const FURTHER: [&str; 12] = [
    "crime",
    "defence",
    "denunciations",
    "economy",
    "elderly",
    "farming",
    "nam-cat",
    "receptions",
    "traffic",
    "urban-reports",
    "women",
    "youth",
];

#[test]
fn every_theme_of_the_report_has_its_paragraph() {
    let paragraphs = &PACKS.rules.review.paragraphs;
    let paragraphs: BTreeSet<&str> = paragraphs.iter().map(|it| it.id.as_str()).collect();
    for (theme, paragraph) in THEMES {
        assert!(paragraphs.contains(paragraph), "{theme}: no paragraph `{paragraph}`");
    }
    let themes = THEMES.iter().map(|(_, paragraph)| *paragraph);
    let told: BTreeSet<&str> = themes.chain(FURTHER).collect();
    assert_eq!(paragraphs, told);
}

/// The figures that the review tells, those that its formulas are made of included.
fn told() -> BTreeSet<FigureRef> {
    let review = &PACKS.rules.review;
    let said = review.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences);
    let said = said.flat_map(|sentence| sentence.figures.values());
    said.flat_map(|reference| match reference {
        FigureRef::Indicator(id) => review.indicators[id].formula.references().to_vec(),
        other => vec![other.clone()],
    })
    .collect()
}

#[test]
fn a_kind_that_the_review_counts_is_also_counted_where_it_ends_without_an_answer() {
    let told = told();
    let mut tried = 0;
    for kind in &PACKS.rules.kinds {
        let of_kind = |metric| FigureRef::Cases(Some(kind.id.clone()), metric);
        if !told.contains(&of_kind(Metric::Received)) {
            continue;
        }
        for (deed, metric) in [(Deed::Refuse, Metric::Refused), (Deed::Withdraw, Metric::Withdrawn)]
        {
            if kind.actions.iter().any(|action| action.deed == deed) {
                assert!(told.contains(&of_kind(metric)), "{}: {}", kind.id, metric.word());
                tried += 1;
            }
        }
    }
    assert!(tried >= 20, "only {tried} were tried");
}
