//! What every page carries: headers, language, structure.

use crate::client;
use crate::site::{FORM, Site};

const PAGES: [&str; 6] = ["/", "/ask", "/follow", "/answers", "/login", "/nowhere"];

#[test]
fn every_page_carries_the_headers_that_protect_its_reader() {
    let site = Site::open();
    for path in PAGES {
        let page = site.get(path);
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(page.header("referrer-policy"), "same-origin", "{path}");
        for inline in ["<style", " style=", "onclick=", "<script>"] {
            page.keeps_silent_about(inline);
        }
    }
}

#[test]
fn every_page_has_one_heading_a_language_and_says_that_it_is_a_demonstration() {
    let site = Site::open();
    for path in PAGES {
        for (lang, words) in [("vi", "Đây là bản minh họa"), ("en", "This is a demonstration")]
        {
            let cookie = format!("kheo-lang={lang}");
            let page = site.get_with(path, &[("cookie", &cookie)]);
            page.says(&format!("<html lang=\"{lang}\">"));
            page.says(words);
            page.says("href=\"#main\"");
            assert_eq!(page.body.matches("<h1").count(), 1, "{path} {lang}");
            page.keeps_silent_about("⟨");
            for field in ids(&page.body, "<label for=\"") {
                page.says(&format!("id=\"{field}\""));
            }
            assert!(page.body.len() < 60_000, "{path} is {} bytes", page.body.len());
        }
    }
}

fn ids(body: &str, start: &str) -> Vec<String> {
    let rest = body.split(start).skip(1);
    rest.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn switching_the_language_keeps_the_page_and_its_state() {
    let site = Site::open();
    let page = site.get("/answers?unit=north&page=1");
    page.says("href=\"/answers?unit=north&amp;page=1&amp;lang=en\"");
    let switched = site.get("/answers?unit=north&page=1&lang=en");
    assert_eq!(switched.status, 303);
    assert_eq!(switched.header("location"), "/answers?unit=north&page=1");
    let cookie = switched.cookie();
    let english = site.get_with(switched.header("location"), &[("cookie", &cookie)]);
    english.says("What has been answered");
    english.says("<option value=\"north\" selected>Unit north</option>");
}

#[test]
fn the_style_sheet_never_changes_under_its_address() {
    let site = Site::open();
    let page = site.get("/");
    let start = "<link rel=\"stylesheet\" href=\"";
    let address = ids(&page.body, start).remove(0);
    let sheet = site.get(&address);
    assert_eq!(sheet.status, 200);
    assert!(sheet.header("cache-control").contains("immutable"));
    let image = sheet.body.split("url(\"").nth(1).and_then(|rest| rest.split('"').next());
    assert_eq!(site.get(image.expect("a picture")).header("content-type"), "image/svg+xml");
    assert_eq!(site.get("/assets/kheo-0000000000000000.css").status, 404);
}

#[test]
fn a_fault_tells_its_reader_a_number_and_its_keeper_the_cause() {
    let site = Site::open();
    let code = site.ask();
    let proof = site.answer(&code);
    site.damage(&proof);
    let answer = site.get(&format!("/files/{}", proof.hash));
    assert_eq!(answer.status, 500);
    let faults = site.faults.lock().expect("the list").clone();
    assert_eq!(faults.len(), 1);
    let (reference, cause) = faults[0].split_once(": ").expect("a number and a cause");
    answer.says(reference);
    answer.keeps_silent_about(cause);
}

#[test]
fn only_what_everybody_may_see_is_kept_and_compressed() {
    let site = Site::open();
    let code = site.ask();
    let cookie = site.sign_in("clerk");
    let (nobody, clerk) = ("", cookie.as_str());
    let style = ids(&site.get("/").body, "<link rel=\"stylesheet\" href=\"").remove(0);
    let (followed, api) = (format!("/follow/{code}"), format!("/api/v1/cases/{code}"));
    let forever = "public, max-age=31536000, immutable";
    let rows = [
        ("/", nobody, "no-cache", "gzip", "cookie"),
        ("/ask", nobody, "no-cache", "gzip", "cookie"),
        ("/answers?unit=north", nobody, "no-cache", "gzip", "cookie"),
        (style.as_str(), nobody, forever, "gzip", ""),
        (&style, clerk, forever, "gzip", ""),
        ("/", clerk, "no-store", "", "cookie"),
        ("/ask", clerk, "no-store", "", "cookie"),
        ("/answers", clerk, "no-store", "", "cookie"),
        ("/answers", "kheo-session=ended", "no-store", "", "cookie"),
        ("/login", nobody, "no-store", "", "cookie"),
        ("/login?next=%2Fcases", nobody, "no-store", "", "cookie"),
        ("/work", clerk, "no-store", "", "cookie"),
        ("/nowhere", nobody, "no-store", "", "cookie"),
        (&followed, nobody, "no-store", "", "cookie"),
        (&api, nobody, "no-store", "", "accept-language"),
    ];
    for (path, cookie, keep, coding, varies) in rows {
        let page = site.get_with(path, &[("cookie", cookie), ("accept-encoding", "gzip")]);
        assert_eq!(page.header("cache-control"), keep, "{path} {cookie}");
        assert_eq!(page.header("content-encoding"), coding, "{path} {cookie}");
        let vary = page.headers.iter().filter(|(name, _)| name == "vary");
        let named: Vec<&str> = vary.map(|(_, value)| value.as_str()).collect();
        let named: Vec<&str> = named.into_iter().filter(|by| *by != "accept-encoding").collect();
        assert_eq!(named.join(","), varies, "{path} {cookie}");
    }
    let refused = site.post_with("/ask", &[("text", "riêng")], &[("accept-encoding", "gzip")]);
    assert_eq!(refused.header("cache-control"), "no-store");
    assert_eq!(refused.header("content-encoding"), "");
}

#[test]
fn only_pages_are_switched_to_another_language_and_asking_for_the_head_alone_switches_too() {
    let site = Site::open();
    let code = site.ask();
    let style = ids(&site.get("/").body, "<link rel=\"stylesheet\" href=\"").remove(0);
    for path in [format!("/api/v1/cases/{code}"), style] {
        let answer = site.get(&format!("{path}?lang=en"));
        assert_eq!((answer.status, answer.header("set-cookie")), (200, ""), "{path}");
    }
    let head = client::send(site.at, "HEAD", "/answers?page=1&lang=en", &[], b"");
    assert_eq!((head.status, head.header("location")), (303, "/answers?page=1"));
}

#[test]
fn a_page_that_breaks_off_tells_a_number_and_nothing_of_what_was_typed() {
    let site = Site::open();
    site.break_next();
    let answer = site.get("/ask");
    assert_eq!(answer.status, 500);
    let faults = site.faults.lock().expect("the list").clone();
    assert_eq!(faults.len(), 1);
    let (reference, cause) = faults[0].split_once(": ").expect("a number and a cause");
    answer.says(reference);
    assert!(!cause.is_empty() && !cause.contains("Trần Văn Thử"), "{cause}");
    answer.keeps_silent_about("Trần Văn Thử");
    site.break_next();
    let answer = site.post("/ask", &FORM);
    assert_eq!(answer.status, 503);
    answer.says("hệ thống chỉ ghi nhận một lần");
    answer.says("Đèn đầu ngõ 12 hỏng đã hai tuần, xin sửa giúp.</textarea>");
    assert_eq!((site.get("/ask").status, site.cases().len()), (200, 0));
}
