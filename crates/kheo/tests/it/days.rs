//! Due dates, the calendar, and what a correction of it moves, from the command line.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{city, copy, kheo, text};

const SWAP: &str = "version = \"thu-2016\"\n\n[[swap]]\noff = 2016-07-06\nworked = 2016-07-09\n\
                    source = \"Công văn thử\"\nconfidence = \"high\"\n";

/// A file that corrects the calendar.
fn correction(folder: &Path, content: &str) -> String {
    let file = folder.join("calendar.toml");
    fs::write(&file, content).unwrap();
    text(&file)
}

#[test]
fn a_due_date_is_told_with_its_arithmetic_in_both_languages() {
    let ask = ["due", "--kind", "recommendation", "--step", "answer", "--from", "2016-04-11"];
    let said = kheo(&ask).well();
    for part in
        ["12 May 2016", "20 working days", "16 April 2016", "vn-2026.2", "No statute is confirmed"]
    {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    let said = kheo(&[&ask[..], &["--lang", "vi"]].concat()).well();
    for part in [
        "12/05/2016",
        "20 ngày làm việc",
        "Giỗ Tổ Hùng Vương",
        "Chưa có văn bản pháp luật nào được xác nhận",
    ] {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
}

#[test]
fn a_due_date_is_data_for_programs() {
    let said = kheo(&[
        "due",
        "--kind",
        "feedback",
        "--step",
        "answer",
        "--from",
        "2016-04-25",
        "--remote",
        "--json",
    ])
    .well();
    let told: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(told["due"]["on"], "2016-05-11");
    assert_eq!(told["due"]["start"], "2016-04-25");
    assert_eq!(told["due"]["skipped"][0]["why"], "reunification");
    assert_eq!(told["due"]["rule"]["confidence"], "unconfirmed");
    assert_eq!(told["version"], "2014-07-01");
    assert_eq!(told["circumstances"]["remote"], true);
    assert_eq!(
        told["explanation"]["vi"].as_array().unwrap().len(),
        told["explanation"]["en"].as_array().unwrap().len()
    );
}

#[test]
fn only_degrees_that_the_law_of_a_kind_knows_are_counted() {
    let due = |kind, step, degree| {
        kheo(&["due", "--kind", kind, "--step", step, "--from", "2026-03-02", degree])
    };
    assert!(due("complaint", "resolve", "--complex").well().contains("1 April 2026"));
    let refused = due("complaint", "resolve", "--especially-complex").refused();
    assert!(refused.contains("do not know “especially complex”"), "{refused}");
    assert!(refused.contains("ordinary; complex"), "{refused}");
    due("denunciation", "resolve", "--especially-complex").well();
}

#[test]
fn what_cannot_be_counted_names_what_there_is_or_what_is_missing() {
    let due =
        |kind, step, from| kheo(&["due", "--kind", kind, "--step", step, "--from", from]).refused();
    let unknown = due("complaints", "answer", "2016-04-11");
    assert!(unknown.contains("recommendation (2014-07-01)"), "{unknown}");
    let named = |kind: &str| unknown.matches(&format!(" {kind} (")).count();
    assert_eq!((named("complaint"), named("denunciation")), (1, 1), "each kind once: {unknown}");
    assert!(due("recommendation", "reply", "2016-04-11").contains("answer"));
    assert!(due("recommendation", "answer", "2013-04-11").contains("--law-on"));
    assert!(due("recommendation", "answer", "2027-01-25").contains("4 February 2027"));
    assert!(due("recommendation", "answer", "2027-01-25").contains("calendar.toml"));
    let outside = due("recommendation", "answer", "2040-12-20");
    assert!(
        outside.contains("31 December 2040") && !outside.contains("calendar.toml"),
        "{outside}"
    );
    assert!(due("recommendation", "answer", "2015-02-29").contains("there is no day “2015-02-29”"));
    for strange in ["29/02/2016", "2016-02-01Z", "2016-02-01 10:00+07", "2016-02-01T25:00"] {
        let said = due("recommendation", "answer", strange);
        assert!(said.contains("cannot be used") && said.contains("such as 2016-05-31"), "{said}");
    }
    for year in ["2045", "-5", "99999"] {
        let said = kheo(&["calendar", year]).refused();
        assert!(said.contains(&format!("the year {year}.")) && said.contains("31 December 2040"));
    }
}

#[test]
fn a_limit_that_a_field_counts_is_told_for_so_many_days() {
    let ask = ["due", "--kind", "dossier", "--step", "result", "--from", "2016-05-04"];
    let long = |length| kheo(&[&ask[..], &["--length", length]].concat());
    assert!(long("10").well().contains("Day of the result: 18 May 2016"));
    assert!(kheo(&ask).refused().contains("--length UNITS, from 1 to 365 working days"));
    for length in ["366", "0", "-1", "70000"] {
        let said = long(length).refused();
        assert!(said.contains(&format!("cannot be {length}.")), "{said}");
        assert!(said.contains("from 1 to 365 working days"), "{said}");
    }
    let other = ["due", "--kind", "feedback", "--step", "answer", "--from", "2016-05-04"];
    let other = kheo(&[&other[..], &["--length", "3"]].concat()).refused();
    assert!(other.contains("Leave --length out"), "{other}");
}

#[test]
fn a_step_tells_all_limits_that_begin_there() {
    let due = |step, more: &[&str]| {
        let ask = ["due", "--kind", "urban-report", "--from", "2016-05-06T08:00", "--step", step];
        kheo(&[&ask[..], more].concat())
    };
    let said = due("graded", &["--lang", "vi"]).well();
    for limit in ["khẩn cấp: 09/05/2016 08:30", "thông thường: ", "phức tạp: "] {
        assert!(said.contains(limit), "{limit} is not in: {said}");
    }
    let told: serde_json::Value = serde_json::from_str(&due("graded", &["--json"]).well()).unwrap();
    assert_eq!(told["step"], "graded");
    assert_eq!(told["limits"].as_array().unwrap().len(), 3);
    let one: serde_json::Value =
        serde_json::from_str(&due("report-received", &["--json"]).well()).unwrap();
    assert_eq!(one["limits"][0]["clock"], "grading");
    for step in ["confirmed", "nowhere"] {
        let said = due(step, &[]).refused();
        assert!(said.contains("report-received, graded") && said.contains("mend-urgent"), "{said}");
    }
}

#[test]
fn hours_of_work_after_a_day_without_a_time_say_from_when_they_count() {
    let due = |from| {
        let ask = ["due", "--kind", "urban-report", "--step", "grading", "--from", from];
        kheo(&[&ask[..], &["--lang", "vi"]].concat()).well()
    };
    let said = due("2016-05-06");
    assert!(said.contains("đếm từ 09/05/2016 07:30"), "the 6th was a Friday: {said}");
    assert!(said.contains("ghi thêm giờ vào --from"), "{said}");
    let said = due("2016-05-06T08:00");
    assert!(!said.contains("--from") && said.contains("tính từ 06/05/2016 08:00"), "{said}");
}

#[test]
fn what_makes_no_difference_to_a_limit_is_said() {
    let ask = ["due", "--kind", "feedback", "--step", "answer", "--from", "2016-04-25"];
    let (plain, remote) = (kheo(&ask).well(), kheo(&[&ask[..], &["--remote"]].concat()).well());
    let said = "The rule gives such a matter no other limit than any other.";
    assert_eq!(
        remote.lines().filter(|line| *line != said).collect::<Vec<_>>().join("\n"),
        plain.trim_end()
    );
    assert!(remote.contains(said) && !plain.contains(said));
}

#[test]
fn the_calendar_of_a_year_names_its_sources() {
    let said = kheo(&["calendar", "2026"]).well();
    let line = said.lines().find(|line| line.starts_with("2 January 2026")).unwrap();
    assert!(line.contains("12729/VPCP-KGVX") && line.contains("10 January 2026"), "{line}");
    let cited = "Letter 12729/VPCP-KGVX, 25 December 2025 [Công văn 12729/VPCP-KGVX, 25/12/2025]";
    assert!(line.ends_with(cited), "{line}");
    let vietnamese = kheo(&["calendar", "2026", "--lang", "vi"]).well();
    assert!(vietnamese.contains("\n02/01/2026 "), "{vietnamese}");
    assert!(vietnamese.contains("— Công văn 12729/VPCP-KGVX, 25/12/2025\n"), "{vietnamese}");
    assert!(said.contains("07:30–11:30, 13:30–17:00"), "{said}");
    let open = kheo(&["calendar", "2027", "--json"]).well();
    let open: serde_json::Value = serde_json::from_str(&open).unwrap();
    let undecided = open["days"].as_array().unwrap().iter().filter(|day| day["is"] == "undecided");
    assert_eq!(undecided.count(), 4);
    assert_eq!(open["version"], "vn-2026.2");
}

#[test]
fn the_calendar_is_an_icalendar_whose_events_end_the_day_after() {
    let said = kheo(&["calendar", "2016", "--ics", "--lang", "vi"]).well();
    assert!(said.starts_with("BEGIN:VCALENDAR\r\n") && said.ends_with("END:VCALENDAR\r\n"));
    assert!(said.lines().all(|line| line.trim_end().len() <= 75));
    let begun = said.matches("BEGIN:VEVENT").count();
    assert_eq!((begun, said.matches("END:VEVENT").count()), (10, 10));
    let tet = said.split("BEGIN:VEVENT").find(|event| event.contains("Tết Nguyên đán")).unwrap();
    for line in ["DTSTART;VALUE=DATE:20160207", "DTEND;VALUE=DATE:20160212"] {
        assert!(tet.contains(line), "five days, the last the 11th: {tet}");
    }
}

#[test]
fn a_mistake_in_a_corrected_calendar_is_shown_with_its_line() {
    let folder = TempDir::new().unwrap();
    let wrong = correction(folder.path(), &SWAP.replace("2016-07-09", "2016-07-08"));
    let checked = kheo(&["pack", "check", "--calendar", &wrong]);
    assert_eq!(checked.code, Some(2));
    assert!(checked.said.contains("calendar.toml:3:1: KH0291"), "{}", checked.said);
    let said = kheo(&["calendar", "2016", "--calendar", &wrong]).refused();
    assert!(said.contains("KH0291") && said.contains("^^^"), "{said}");
    assert!(said.contains(&format!("kheo pack check --calendar {wrong}")), "{said}");
    let said = kheo(&["calendar", "2016", "--calendar", &wrong, "--lang", "vi"]).refused();
    assert!(
        said.contains("Hãy ghi ngày thứ bảy hoặc chủ nhật"),
        "the mistake, in Vietnamese: {said}"
    );
    let missing = text(&folder.path().join("nothing.toml"));
    assert!(kheo(&["calendar", "2016", "--calendar", &missing]).refused().contains(&missing));
}

#[test]
fn limits_that_a_correction_moves_are_listed_then_moved_and_told_once() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("city");
    copy(Path::new(city()), &data);
    let (data, calendar) = (text(&data), correction(folder.path(), SWAP));
    let moved =
        |more: &[&str]| kheo(&[&["calendar", "moved", "--data", &data], more].concat()).well();
    assert!(moved(&[]).starts_with("0 limits would move"), "the same calendar moves nothing");

    let listed = moved(&["--calendar", &calendar]);

    let count = listed.lines().filter(|line| line.contains(" → ")).count();
    assert!(count > 3, "{listed}");
    assert!(listed.contains("6 July 2016 → 7 July 2016"), "{listed}");
    assert!(
        listed.contains(&format!("{count} limits would move by calendar thu-2016")),
        "{listed}"
    );
    assert_eq!(moved(&["--calendar", &calendar]), listed, "a list changes nothing");
    let applied = moved(&["--calendar", &calendar, "--apply"]);
    assert!(applied.contains(&format!("Moved {count} limits by calendar thu-2016")), "{applied}");
    assert!(moved(&["--calendar", &calendar, "--apply"]).starts_with("Moved 0 limits"));
    let vietnamese = kheo(&["calendar", "--lang", "vi", "moved", "--data", &data]).well();
    assert!(vietnamese.contains("sẽ dời theo lịch"), "{vietnamese}");
    for before in [["--calendar", &calendar], ["2016", "--json"]] {
        let misplaced = [&["calendar"][..], &before, &["moved", "--data", &data, "--apply"]];
        assert!(kheo(&misplaced.concat()).refused().contains("after “moved”"), "{before:?}");
    }
    kheo(&["ledger", "check", "--data", &data]).well();
}

#[test]
fn the_day_that_may_be_vietnam_culture_day_is_told_as_unconfirmed() {
    let said = kheo(&["calendar", "2026", "--lang", "vi"]).well();
    let line = said.lines().find(|line| line.starts_with("24/11/2026")).unwrap();
    assert!(line.contains("tính là ngày làm việc") && line.contains("chưa xác nhận"), "{line}");
    let english = kheo(&["calendar", "2026"]).well();
    let line = english.lines().find(|line| line.starts_with("24 November 2026")).unwrap();
    assert!(line.contains("unconfirmed") && line.contains("Resolutions 80-NQ/TW"), "{line}");
    assert!(!kheo(&["calendar", "2025"]).well().contains("24 November 2025"));
    let ask = ["due", "--kind", "feedback", "--step", "answer", "--from", "2026-11-19"];
    let said = kheo(&ask).well();
    assert!(said.lines().next().unwrap().ends_with("3 December 2026 (unconfirmed)"), "{said}");
    assert!(said.contains("24 November 2026 counts as a working day"), "{said}");
}
