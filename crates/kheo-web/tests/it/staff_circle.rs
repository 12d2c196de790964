//! The circle by hand: from a request to the figures and back to the records behind them.

use crate::client::File;
use crate::desk::{Desk, count, rows};
use crate::site::{PICTURE, Site, without_key};

/// The figures of a review that count cases: what each says, and the list it leads to.
fn tallies(desk: &Desk<'_>, review: &str) -> Vec<(usize, String)> {
    let (folder, _) = review.rsplit_once('/').expect("a folder");
    let page = desk.get(review).body;
    let links = page.split("<a href=\"").skip(1).filter_map(|rest| {
        let (href, rest) = rest.split_once('"')?;
        let text = rest.split_once('>')?.1;
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        href.contains("/figure/").then_some((digits.parse().ok()?, format!("{folder}/{href}")))
    });
    let lists = links.map(|(value, href)| (value, desk.get(&href).header("location").to_owned()));
    lists.filter(|(_, list)| list.starts_with("/cases?")).collect()
}

/// What the review says of a metric of all units together: the table ends with it.
pub(crate) fn whole(tallies: &[(usize, String)], metric: &str) -> usize {
    let metric = format!("?metric={metric}&");
    let last = tallies.iter().rfind(|(_, to)| to.contains(&metric) && !to.contains("alone=yes"));
    last.expect("the figure").0
}

/// The figures of a review that count cases, each of which opens into as many.
pub(crate) fn figures(desk: &Desk<'_>, review: &str) -> Vec<(usize, String)> {
    let found = tallies(desk, review);
    for (value, to) in &found {
        assert_eq!(count(&desk.get(to)), *value, "the list at {to}");
        assert_eq!(rows(&desk.get(&format!("{to}&format=csv"))), *value, "the file at {to}");
    }
    found
}

#[test]
fn the_circle_turns_and_every_figure_opens_into_exactly_its_records() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let city = Desk::at(&site, "city-compiler");
    let list = clerk.get("/cases?unit=north&phase=open");
    list.says(without_key(&code));
    list.says("hạn 07/07/2016");

    let case = format!("/cases/{}", without_key(&code));
    assert_eq!(clerk.act(&code, "accept", &[]).header("location"), case);
    assert_eq!(clerk.act(&code, "assign", &[("post", "north-handler")]).status, 303);
    let handler = Desk::of(&site, "handler");
    handler.get("/work").says("Đèn đường hỏng");
    let seen = handler.get(&case).hidden("seen");
    let told = [("seen", seen.as_str()), ("text", "Đã thay bóng đèn.")];
    let proof = [File { name: "sau khi sửa.png", content: PICTURE }];
    assert_eq!(handler.post_files(&format!("{case}/answer"), &told, &proof).status, 303);
    handler.get("/work").keeps_silent_about("Đèn đường hỏng");

    let followed = site.get(&format!("/follow/{code}"));
    followed.says("Đã thay bóng đèn.");
    followed.says("/files/");
    let review = "/review/2016-H1/city";
    let before = figures(&city, review);
    assert!(before.len() >= 20, "a row for the ward and one for all: {before:?}");
    for (metric, expected) in
        [("received", 1), ("answered-in-time", 1), ("open", 0), ("kept-closed", 1)]
    {
        assert_eq!(whole(&before, metric), expected, "{metric}");
    }

    let reopened = [("seen", &*followed.hidden("seen")), ("text", "Đèn lại tắt rồi.")];
    assert_eq!(site.post(&format!("/follow/{code}/reopen"), &reopened).status, 303);
    let after = figures(&city, review);
    for (metric, expected) in [("received", 1), ("reopened", 1), ("open", 1), ("kept-closed", 0)] {
        assert_eq!(whole(&after, metric), expected, "{metric}");
    }
    city.get("/cases?metric=reopened&unit=city&period=2016-H1").says(without_key(&code));
    clerk.get(&case).says("Đèn lại tắt rồi.");
}

#[test]
fn a_case_handed_on_stays_readable_for_those_who_held_it_but_is_not_theirs_to_act_on() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let south = Desk::at(&site, "south-clerk");
    assert_eq!(south.get(&format!("/cases/{code}")).status, 404);
    assert_eq!(clerk.act(&code, "transfer", &[("unit", "south")]).status, 303);
    let page = clerk.get(&format!("/cases/{code}"));
    page.says("Đơn vị south");
    page.keeps_silent_about("/accept\"");
    let refused = clerk.post(&format!("/cases/{code}/accept"), &[("seen", "4")]);
    assert!((400..500).contains(&refused.status), "{}", refused.status);
    let figure = "/cases?metric=transferred-out&unit=north&period=2016-H1";
    clerk.get(figure).says(without_key(&code));
    assert_eq!(south.act(&code, "accept", &[]).status, 303);
}
