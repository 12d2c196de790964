//! Lists of staff: filters in the address, files of exactly what is shown, figures and tasks.

use std::collections::BTreeSet;

use crate::desk::{Desk, count, rows};
use crate::ground::{fill, owe, plant};
use crate::site::{FORM, Site};

#[test]
fn a_file_holds_exactly_what_the_list_shows() {
    let site = Site::open();
    fill(&site, 120);
    site.ask();
    let city = Desk::at(&site, "city-clerk");
    let rows_of = [
        ("/cases", 121),
        ("/cases?unit=north", 61),
        ("/cases?unit=south&due=overdue", 60),
        ("/cases?due=week", 0),
        ("/cases?due=later", 1),
        ("/cases?topic=schools", 0),
        ("/cases?step=received&phase=open&order=received", 121),
        ("/cases?metric=overdue&unit=city&period=2016-H1", 120),
    ];
    for (path, expected) in rows_of {
        let file = if path.contains('?') { "&format=csv" } else { "?format=csv" };
        assert_eq!(count(&city.get(path)), expected, "{path}");
        assert_eq!(rows(&city.get(&format!("{path}{file}"))), expected, "{path}");
    }
    city.get("/cases?topic=schools").says("Không có đơn nào khớp với bộ lọc.");
    let first = city.get("/cases?unit=north");
    first.says("<a href=\"#rows\">Xem thêm 40 dòng của trang này</a>");
    assert_eq!(first.body.matches("data-row ").count(), 50, "a desk shows them all");
    let second = city.get("/cases?unit=north&page=2");
    second.says("Xem thêm 1 dòng của trang này");
    second.says("Trang 2 trên 2");
    second.says("href=\"/cases?unit=north&amp;page=1\"");
    second.says("<option value=\"north\" selected>");
    assert_eq!(count(&second), 61);
}

#[test]
fn a_file_that_is_read_in_parts_holds_every_case_once() {
    let site = Site::open();
    fill(&site, 500);
    let city = Desk::at(&site, "city-clerk");
    let behind = "/cases?metric=received&unit=city&period=2016-H1&format=csv";
    for expected in [500, 501] {
        for path in ["/cases?format=csv", behind] {
            let file = city.get(path);
            assert_eq!(rows(&file), expected, "{path}");
            let codes: BTreeSet<&str> =
                file.body.lines().filter_map(|row| row.split(',').next()).collect();
            assert_eq!(codes.len(), expected + 1, "{path}");
        }
        site.ask();
    }
}

#[test]
fn what_a_citizen_typed_does_not_compute_in_a_spreadsheet() {
    let site = Site::open();
    let mut form = FORM;
    form[4].1 = "=HYPERLINK(\"http://evil.example\";\"x\")";
    assert_eq!(site.post("/ask", &form).status, 303);
    let clerk = Desk::of(&site, "clerk");
    clerk.get("/cases?format=csv").says("\"'=HYPERLINK(\"\"http://evil.example\"\"");
}

#[test]
fn a_value_that_names_nothing_is_named_and_the_list_is_shown_without_it() {
    let site = Site::open();
    fill(&site, 4);
    let clerk = Desk::of(&site, "clerk");
    let rows = [
        ("/cases?due=never", "Thời hạn: không có giá trị “never”."),
        ("/cases?phase=dancing", "Tình trạng: không có giá trị “dancing”."),
        ("/cases?kind=war&topic=joy&step=up", "Bước: không có giá trị “up”."),
        ("/cases?handler=nobody", "Người phụ trách: không có giá trị “nobody”."),
        ("/cases?order=chaos", "Sắp xếp: không có giá trị “chaos”."),
        ("/cases?unit=nowhere", "Đơn vị: không có giá trị “nowhere”."),
        ("/cases?page=x", "Trang: không có giá trị “x”."),
        ("/cases?format=xls", "Định dạng: không có giá trị “xls”."),
        ("/figures?period=tomorrow", "Kỳ: không có giá trị “tomorrow”."),
        ("/figures?area=moon", "Mảng công việc: không có giá trị “moon”."),
        ("/figures/trees?period=2016-H9", "Kỳ: không có giá trị “2016-H9”."),
        ("/tasks?state=joy", "Trạng thái: không có giá trị “joy”."),
        ("/review?period=x&unit=nowhere", "Đơn vị: không có giá trị “nowhere”."),
        ("/work?whose=theirs", "Việc của ai: không có giá trị “theirs”."),
        ("/units?format=xls", "Định dạng: không có giá trị “xls”."),
        ("/answers?page=x", "Trang: không có giá trị “x”."),
        ("/answers?unit=nowhere&topic=joy", "Lĩnh vực: không có giá trị “joy”."),
        ("/cases?due=%3Cb%3E", "không có giá trị “&lt;b&gt;”."),
    ];
    for (path, words) in rows {
        let page = clerk.get(path);
        assert_eq!(page.status, 200, "{path}");
        page.says(words);
    }
    assert_eq!(count(&clerk.get("/cases?due=never&kind=war")), 2);
    clerk.get("/cases").keeps_silent_about("không có giá trị");
}

#[test]
fn a_filter_can_be_cleared_only_where_one_is_set() {
    let site = Site::open();
    fill(&site, 4);
    let clerk = Desk::of(&site, "clerk");
    for path in ["/cases", "/cases?order=received", "/cases?topic=&page=1"] {
        clerk.get(path).keeps_silent_about("Bỏ lọc");
    }
    clerk.get("/cases?due=overdue").says("<a href=\"/cases\">Bỏ lọc</a>");
}

#[test]
fn a_page_beyond_the_end_is_the_last() {
    let site = Site::open();
    fill(&site, 120);
    let clerk = Desk::of(&site, "clerk");
    for page in ["2", "99", "99999999999999999999999999"] {
        clerk.get(&format!("/cases?page={page}")).says("Trang 2 trên 2");
    }
    assert_eq!(site.get("/answers?page=99999999999999999999999999").status, 200);
}

#[test]
fn other_records_than_were_asked_for_are_not_given() {
    let site = Site::open();
    let clerk = Desk::of(&site, "clerk");
    let rows = [
        ("/cases?metric=joy&period=2016-H1", 400, "Con số: không có giá trị “joy”."),
        ("/cases?metric=open&period=2016-H9", 400, "Kỳ: không có giá trị “2016-H9”."),
        ("/cases?metric=open", 400, "Kỳ: không có giá trị “”."),
        ("/cases?due=never&format=csv", 400, "Thời hạn: không có giá trị “never”."),
        ("/tasks?state=joy&format=csv", 400, "Trạng thái: không có giá trị “joy”."),
        ("/figures?period=x&format=csv", 400, "Kỳ: không có giá trị “x”."),
        ("/cases/YC-2016-9999-ZZZZ", 404, "Không tìm thấy trang"),
        ("/figures/joy", 404, "Không tìm thấy trang"),
        ("/units/nowhere", 404, "Không tìm thấy trang"),
        ("/review/2016-H9/north", 404, "Không tìm thấy trang"),
        ("/review/2016-H1/nowhere", 404, "Không tìm thấy trang"),
        ("/review/2016-H1/north/document.exe", 404, "Không tìm thấy trang"),
        ("/review/2016-H1/north/figure/reading:joy", 404, "Không tìm thấy trang"),
        ("/review/1900/north", 422, "ở trước ngày 01/01/2010"),
        ("/review/1900-H2/north/document.pdf", 422, "Hãy chọn kỳ sau đó."),
        ("/review/2016-H2/north", 422, "chưa bắt đầu (bắt đầu từ ngày 01/07/2016)"),
        ("/review/2016-07/north/document.pdf", 422, "Kỳ tháng 7 năm 2016 chưa bắt đầu"),
        ("/review/2016/north", 200, "(năm 2016) chưa kết thúc"),
    ];
    for (path, expected, words) in rows {
        let page = clerk.get(path);
        assert_eq!(page.status, expected, "{path}");
        page.says(words);
    }
}

#[test]
fn only_periods_that_have_begun_are_offered_for_review() {
    let site = Site::open();
    let clerk = Desk::of(&site, "clerk");
    let form = clerk.get("/review");
    form.says("value=\"2016-H1\"");
    form.keeps_silent_about("2016-H2");
}

#[test]
fn a_figure_stands_beside_its_plan_and_opens_into_its_readings() {
    let site = Site::open();
    plant(&site);
    let city = Desk::at(&site, "city-compiler");
    let grid = city.get("/figures?period=2016-H1");
    for text in [
        "Đơn vị north",
        "1.500,5 cây",
        "KH 3.000",
        "(50%)",
        "cộng từ các đơn vị",
        "minh họa",
        "đã công bố",
    ] {
        grid.says(text);
    }
    assert_eq!(rows(&city.get("/figures?period=2016-H1&format=csv")), 3);
    let href = "/figures/trees?period=2016-H1&amp;unit=city";
    grid.says(&format!("href=\"{href}\""));
    let readings = city.get(&href.replace("&amp;", "&"));
    assert_eq!(count(&readings), 4);
    for text in ["https://example.org/bao-cao", "Bản in khác.", "20/06/2016", "Không dùng"] {
        readings.says(text);
    }
    assert_eq!(rows(&city.get("/figures/trees?period=2016-H1&format=csv")), 4);
    let percent = city.get("/review/2016-H1/city/figure/percent:trees");
    percent.says("reading:trees");
    percent.says("plan:trees");
    let north = Desk::of(&site, "compiler").get("/figures?period=2016-H1");
    north.says("1.200 cây");
    north.keeps_silent_about("Đơn vị south");
}

#[test]
fn a_unit_reports_on_its_tasks_and_on_no_other() {
    let site = Site::open();
    owe(&site);
    let head = Desk::of(&site, "head");
    head.get("/work").says("Trồng hết số cây còn lại");
    head.get("/work").says("Quá hạn 1 ngày");
    let list = head.get("/tasks");
    list.keeps_silent_about("Đơn vị south");
    assert_eq!(count(&list), 1);
    for elsewhere in ["c1-south", "none"] {
        let path = format!("/tasks/{elsewhere}");
        assert_eq!(head.get(&path).status, 404);
        assert_eq!(head.post(&path, &[("seen", "0"), ("text", "")]).status, 404);
    }
    let empty = head.post("/tasks/c1-north", &[("seen", "0"), ("done", "yes")]);
    assert_eq!(empty.status, 422);
    empty.says("href=\"#report-c1-north\"");
    let short = head.post("/tasks/c1-north", &[("seen", "0"), ("text", "ok"), ("done", "yes")]);
    assert_eq!(short.status, 422, "a report is a sentence");
    short.says("ít nhất 20 ký tự");
    let report = [("seen", "0"), ("text", "Đã trồng 200 cây xanh.")];
    assert_eq!(head.post("/tasks/c1-north", &report).header("location"), "/tasks/c1-north");
    head.get("/tasks/c1-north").says("Đã trồng 200 cây xanh.");
    let again = head.post("/tasks/c1-north", &report);
    assert_eq!(again.header("location"), "/tasks/c1-north", "sent again, it is recorded once");
    let other = [("seen", "0"), ("text", "Đã trồng 210 cây xanh.")];
    let twice = head.post("/tasks/c1-north", &other);
    assert_eq!(twice.status, 409);
    twice.says("<td>0</td><td><strong>1</strong></td>");
    twice.says("<td>Chưa có báo cáo.</td><td><strong>Đã trồng 200 cây xanh.</strong></td>");
    twice.says("Diễn ra sau khi bạn mở trang");
    twice.says(
        "name=\"text\" rows=\"3\" aria-describedby=\"report-c1-north-error\">\nĐã trồng 210 cây xanh.",
    );
    assert_eq!(head.get("/tasks").body.matches("Đã trồng 200 cây xanh.").count(), 1);
    let done = [("seen", "1"), ("text", "Đã trồng xong cả 300 cây."), ("done", "yes")];
    assert_eq!(head.post("/tasks/c1-north", &done).status, 303);
    let late = [("seen", "1"), ("text", "Còn 12 cây <i> chưa trồng")];
    let finished = head.post("/tasks/c1-north", &late);
    assert_eq!(finished.status, 409);
    finished.says("<td>Đang thực hiện</td><td><strong>Đã hoàn thành</strong></td>");
    finished.says("readonly>\nCòn 12 cây &lt;i&gt; chưa trồng</textarea>");
    assert_eq!(count(&head.get("/tasks?state=open")), 0);
    assert_eq!(rows(&head.get("/tasks?state=done&format=csv")), 1);
    let others = head.post("/tasks/c1-south", &report);
    assert_eq!(others.status, 404);
    assert_eq!(Desk::of(&site, "clerk").post("/tasks/c1-north", &done).status, 404);
}

#[test]
fn every_staff_page_answers_in_both_languages_and_no_style_stands_in_it() {
    let site = Site::open();
    plant(&site);
    owe(&site);
    fill(&site, 4);
    let head = Desk::of(&site, "head");
    let pages = [
        "/work",
        "/work?whose=unit",
        "/cases",
        "/cases/YC-2016-0000-AAAA",
        "/tasks",
        "/figures",
        "/figures/trees",
        "/units",
        "/units/north",
        "/review",
        "/review/2016-H1/north",
        "/review/2016-H1/north/figure/reading:trees",
    ];
    for path in pages {
        let (vi, en) = (head.get(path), head.get_in_english(path));
        assert_eq!((vi.status, en.status), (200, 200), "{path}");
        vi.says("<html lang=\"vi\">");
        en.says("<html lang=\"en\">");
        for page in [&vi, &en] {
            assert_eq!(page.body.matches("<h1").count(), 1, "{path}");
            page.keeps_silent_about(" style=");
        }
    }
    for (file, begins) in
        [("html", "<!DOCTYPE html>"), ("docx", "PK"), ("pdf", "%PDF-"), ("json", "{")]
    {
        let answer = head.get(&format!("/review/2016-H1/north/document.{file}"));
        assert_eq!(answer.status, 200, "{file}");
        assert!(answer.body.starts_with(begins), "{file}");
        assert!(answer.header("content-disposition").ends_with(&format!("-vi.{file}\"")), "{file}");
    }
}
