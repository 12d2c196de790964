//! Due dates explain themselves in both languages.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::{date, datetime};
use kheo_calendar::{
    Calendar, Citation, Confidence, Due, Extension, ExtensionError, LimitUnit, Sense, TimeLimit,
    due,
};
use kheo_words::{Lang, Words};

fn citation(confidence: Confidence) -> Citation {
    Citation {
        law: "Luật Khiếu nại số 02/2011/QH13".into(),
        law_en: "Law on Complaints, No. 02/2011/QH13".into(),
        article: Some("28".into()),
        from: Some(date(2012, 7, 1)),
        confidence,
    }
}

fn lines(due: &Due, lang: Lang) -> Vec<String> {
    Words::load(&[]).unwrap().in_lang(lang).explained(due).lines()
}

#[test]
fn thirty_days_that_end_on_a_day_off() {
    let limit = TimeLimit::rolling(30, LimitUnit::CalendarDays);
    let counted = due(date(2016, 3, 31), limit, &Calendar::vietnam()).unwrap();
    let due = counted.citing(citation(Confidence::High));
    assert_eq!(
        lines(&due, Lang::Vi),
        [
            "30 ngày, không tính ngày bắt đầu 31/03/2016.",
            "  30/04/2016: Ngày Chiến thắng 30 tháng 4",
            "  01/05/2016: Ngày Quốc tế lao động 1 tháng 5",
            "  02/05/2016 – 03/05/2016: nghỉ bù",
            "Ngày 30/04/2016 là ngày nghỉ nên hạn chuyển sang ngày làm việc kế tiếp (Bộ luật Dân sự 2005, \
             đ. 153.5; Bộ luật Dân sự 2015, đ. 148.5; các luật chuyên ngành không nhắc lại). Căn cứ này \
             chưa được xác nhận.",
            "Vì vậy hạn cuối là 04/05/2016.",
            "Căn cứ: Điều 28 Luật Khiếu nại số 02/2011/QH13 (quy định áp dụng từ 01/07/2012).",
            "Lịch ngày nghỉ: phiên bản vn-2026.2.",
        ]
    );
    let english = lines(&due, Lang::En);
    let told = "Basis: Law on Complaints, No. 02/2011/QH13, article 28 (the version that applies since 1 July \
                2012).";
    assert!(english.iter().any(|line| line == told), "{english:#?}");
    assert_eq!(english.len(), 8);
    let rolled = "30 April 2016 is a day off, so the limit ends on the next working day (Civil Code 2005, \
                  art. 153.5; Civil Code 2015, art. 148.5; the special laws do not repeat it). [Bộ luật \
                  Dân sự 2005, đ. 153.5; Bộ luật Dân sự 2015, đ. 148.5; các luật chuyên ngành không nhắc \
                  lại]";
    assert!(english.iter().any(|line| line.starts_with(rolled)), "{english:#?}");
}

#[test]
fn what_happened_to_a_limit_is_told_in_both_languages() {
    let calendar = Calendar::vietnam();
    let limit = TimeLimit::fixed(10, LimitUnit::WorkingDays);
    let once = Extension::Times { times: 1, count: 5 };
    let counted = due(date(2016, 5, 4), limit, &calendar).unwrap();
    let longer = counted.extend(3, date(2016, 5, 10), once, &calendar).unwrap();
    let waiting = longer.pause(date(2016, 5, 12));
    let again = waiting.resume(date(2016, 5, 23), &calendar).unwrap();
    let cited = again.citing(citation(Confidence::Medium));
    let told = [
        (&waiting, Lang::Vi, "Tạm dừng từ 12/05/2016."),
        (&waiting, Lang::Vi, "Đồng hồ đang dừng, chưa có hạn cuối."),
        (&waiting, Lang::En, "The clock stands still; there is no last day yet."),
        (&cited, Lang::Vi, "Gia hạn thêm 3 ngày làm việc, quyết định ngày 10/05/2016."),
        (&cited, Lang::En, "Extended by 3 working days, decided on 10 May 2016."),
        (
            &cited,
            Lang::En,
            "It stood still from 12 May 2016 to 23 May 2016; that time does not count.",
        ),
        (&cited, Lang::En, "So the last day is 1 June 2016."),
    ];
    for (due, lang, line) in told {
        let lines = lines(due, lang);
        assert!(lines.iter().any(|one| one == line), "{line}\n{lines:#?}");
    }
    let basis =
        lines(&cited, Lang::Vi).into_iter().find(|line| line.starts_with("Căn cứ")).unwrap();
    assert!(basis.ends_with("chưa đối chiếu với văn bản gốc."), "{basis}");
}

/// A rule that is cited but not confirmed is not called none at all.
#[test]
fn what_no_source_bears_says_whether_a_rule_is_cited() {
    let words = Words::load(&[]).unwrap();
    let cited = citation(Confidence::Unconfirmed);
    let custom = Citation { article: None, ..cited.clone() };
    let doubt = |rule, lang| words.in_lang(lang).basis(rule).doubt.unwrap();
    assert_eq!(doubt(&cited, Lang::Vi), "Căn cứ này chưa được xác nhận.");
    assert_eq!(doubt(&cited, Lang::En), "This basis is not confirmed.");
    assert_eq!(doubt(&custom, Lang::En), "No statute is confirmed to say so.");
}

#[test]
fn a_refused_extension_tells_what_is_allowed() {
    let words = Words::load(&[]).unwrap();
    let too_long = |most, unit| ExtensionError::TooLong { most, unit };
    let rows = [
        (ExtensionError::NoMore, Lang::Vi, "Quy định không cho gia hạn thêm."),
        (
            ExtensionError::RunOut { on: date(2016, 6, 3) },
            Lang::Vi,
            "Thời hạn đã hết ngày 03/06/2016; chỉ gia hạn được khi thời hạn còn chạy.",
        ),
        (too_long(15, LimitUnit::CalendarDays), Lang::Vi, "Được gia hạn từ 1 đến 15 ngày."),
        (
            too_long(3, LimitUnit::WorkingDays),
            Lang::En,
            "It may be extended by 1 to 3 working days.",
        ),
        (too_long(1, LimitUnit::Months), Lang::En, "It may be extended by 1 month."),
        (
            too_long(8, LimitUnit::WorkingHours),
            Lang::En,
            "It may be extended by 1 to 8 working hours.",
        ),
    ];
    for (why, lang, told) in rows {
        assert_eq!(words.in_lang(lang).not_extended(&why), told);
    }
}

#[test]
fn every_sort_of_limit_has_its_words() {
    let calendar = Calendar::vietnam();
    let start = datetime(2016, 5, 4, 8, 0, 0, 0);
    let limit = |count, unit, sense| TimeLimit { sense, ..TimeLimit::fixed(count, unit) };
    let rows = [
        (limit(4, LimitUnit::WorkingHours, Sense::AtMost), "So the last day is 4 May 2016 14:00."),
        (
            limit(15, LimitUnit::CalendarDays, Sense::AtLeast),
            "So it has to last at least to the end of 19 May 2016.",
        ),
        (
            limit(10, LimitUnit::CalendarDays, Sense::After),
            "So it is lawful only from 15 May 2016 on.",
        ),
        (limit(-3, LimitUnit::CalendarDays, Sense::AtMost), "So the last day is 1 May 2016."),
        (limit(-3, LimitUnit::WorkingDays, Sense::AtMost), "So the last day is 27 April 2016."),
        (limit(-1, LimitUnit::Months, Sense::AtMost), "So the last day is 4 April 2016."),
    ];
    for (limit, ends) in rows {
        let due = due(start, limit, &calendar).unwrap();
        for lang in [Lang::Vi, Lang::En] {
            let lines = lines(&due, lang);
            assert!(lines.iter().all(|line| !line.contains('⟨')), "{lines:#?}");
        }
        let english = lines(&due, Lang::En);
        assert!(english.iter().any(|line| line == ends), "{ends}\n{english:#?}");
    }
}
