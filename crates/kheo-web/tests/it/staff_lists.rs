//! Lists of staff: filters in the address, files of exactly what is shown, figures and tasks.

use jiff::civil::date;
use kheo_core::id::{ConclusionId, MeasureId, TaskId, UnitId};
use kheo_core::measure::{Plan, Reading};
use kheo_core::origin::Origin;
use kheo_core::post::Actor;
use kheo_core::task::{Conclusion, Task};
use kheo_store::WriteError;
use kheo_testkit::{filing, on, rules};

use crate::desk::{Desk, count, rows};
use crate::site::{FORM, Site};

/// `n` more cases, every second one for the ward `south`.
fn fill(site: &Site, n: usize) {
    let registered = site.city.db.write_now(move |tx| {
        for number in 0..n {
            let unit = if number % 2 == 0 { "north" } else { "south" };
            let case = filing(unit, &format!("YC-2016-{number:04}-AAAA"));
            let stamp = on(date(2016, 5, 16));
            kheo_store::case::register(tx, &rules(), case, stamp, &Actor::Citizen)?;
        }
        Ok::<(), WriteError>(())
    });
    registered.map_err(|why| why.to_string()).expect("cases");
}

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
    city.get("/cases?topic=schools").says("Không có vụ việc nào khớp với bộ lọc.");
    let second = city.get("/cases?unit=north&page=2");
    second.says("Trang 2 trên 2");
    second.says("href=\"/cases?unit=north&amp;page=1\"");
    second.says("<option value=\"north\" selected>");
    assert_eq!(count(&second), 61);
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
fn an_address_that_names_nothing_is_refused() {
    let site = Site::open();
    let clerk = Desk::of(&site, "clerk");
    let rows = [
        ("/cases?due=never", 400),
        ("/cases?phase=dancing", 400),
        ("/cases?metric=joy&period=2016-H1", 400),
        ("/cases?metric=open&period=2016-H9", 400),
        ("/cases?unit=nowhere", 404),
        ("/cases/YC-2016-9999-ZZZZ", 404),
        ("/figures?period=tomorrow", 400),
        ("/figures/joy", 404),
        ("/units/nowhere", 404),
        ("/review/2016-H9/north", 404),
        ("/review/2016-H1/nowhere", 404),
        ("/review/2016-H1/north/document.exe", 404),
        ("/review/2016-H1/north/figure/reading:joy", 404),
        ("/tasks?state=joy", 400),
    ];
    for (path, expected) in rows {
        assert_eq!(clerk.get(path).status, expected, "{path}");
    }
}

fn value(measure: &str, unit: &str, value: &str, origin: Origin) -> Reading {
    Reading {
        measure: MeasureId::new(measure),
        unit: UnitId::new(unit),
        period: "2016-H1".parse().expect("a period"),
        value: value.parse().expect("a number"),
        origin,
        set_aside: false,
        note: None,
        note_en: None,
    }
}

fn plant(site: &Site) {
    let planted = site.city.db.write_now(|tx| {
        let stamp = on(date(2016, 6, 20));
        let source = Origin::Reported { source: "https://example.org/bao-cao".to_owned() };
        let readings = [
            value("trees", "north", "1200", source.clone()),
            value("trees", "south", "300.5", Origin::Demonstration),
            Reading {
                set_aside: true,
                note: Some("Bản in khác.".to_owned()),
                ..value("trees", "north", "1250", source)
            },
        ];
        for reading in readings {
            kheo_store::measure::report(tx, &rules(), reading, stamp, &Actor::Import)?;
        }
        let plan = Plan {
            measure: MeasureId::new("trees"),
            unit: UnitId::new("city"),
            period: "2016".parse().expect("a period"),
            value: "3000".parse().expect("a number"),
            origin: Origin::Entered,
        };
        kheo_store::measure::plan(tx, &rules(), plan, stamp, &Actor::Import)
    });
    planted.map_err(|why: WriteError| why.to_string()).expect("figures");
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
        "(50 %)",
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

fn owe(site: &Site) {
    let owed = site.city.db.write_now(|tx| {
        let stamp = on(date(2016, 6, 1));
        let conclusion = Conclusion {
            id: ConclusionId::new("c1"),
            unit: UnitId::new("city"),
            concluded: "2016-H1".parse().expect("a period"),
            text: "Trồng hết số cây còn lại".to_owned(),
            text_en: "Plant the trees that are left".to_owned(),
            origin: Origin::Entered,
        };
        kheo_store::task::conclude(tx, conclusion, stamp, &Actor::Import)?;
        for (unit, due_on) in [("north", date(2016, 6, 29)), ("south", date(2016, 9, 30))] {
            let task = Task {
                id: TaskId::new(format!("c1-{unit}")),
                conclusion: ConclusionId::new("c1"),
                unit: UnitId::new(unit),
                due_on,
                origin: Origin::Entered,
            };
            kheo_store::task::assign(tx, task, stamp, &Actor::Import)?;
        }
        Ok(())
    });
    owed.map_err(|why: WriteError| why.to_string()).expect("tasks");
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
    let empty = head.post("/tasks/c1-north", &[("seen", "0"), ("done", "yes")]);
    assert_eq!(empty.status, 422);
    empty.says("href=\"#report-c1-north\"");
    let report = [("seen", "0"), ("text", "Đã trồng 200 cây.")];
    assert_eq!(head.post("/tasks/c1-north", &report).header("location"), "/tasks#c1-north");
    let twice = head.post("/tasks/c1-north", &report);
    assert_eq!(twice.status, 409);
    assert_eq!(head.get("/tasks").body.matches("Đã trồng 200 cây.").count(), 1);
    let done = [("seen", "1"), ("text", "Xong."), ("done", "yes")];
    assert_eq!(head.post("/tasks/c1-north", &done).status, 303);
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
