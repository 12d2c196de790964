//! Files are stored when nothing is refused any more: a refused form leaves none on disk.

use crate::client::File;
use crate::desk::Desk;
use crate::site::{FORM, PICTURE, Site};

const PHOTO: [File<'static>; 1] = [File { name: "a.png", content: PICTURE }];

#[test]
fn a_refused_request_leaves_no_file() {
    let site = Site::open();
    let rows = [
        ("kind", "war", 422),
        ("topic", "war", 422),
        ("unit", "atlantis", 422),
        ("unit", "old", 422),
        ("text", "ngắn", 422),
        ("phone", "gọi tôi", 422),
    ];
    for (field, value, status) in rows {
        let fields = FORM.map(|(name, kept)| (name, if name == field { value } else { kept }));
        let answer = site.post_files(&fields, &PHOTO);
        assert_eq!(answer.status, status, "{field}={value}");
        answer.says("hãy chọn lại tệp");
        assert!(site.stored().is_empty(), "{field}={value} left a file");
    }
    let two = [File { name: "a.png", content: PICTURE }, File { name: "b.exe", content: b"MZ" }];
    assert_eq!(site.post_files(&FORM, &two).status, 422);
    assert!(site.stored().is_empty());
    assert_eq!(site.post_files(&FORM, &PHOTO).status, 303);
    assert_eq!(site.stored().len(), 1);
}

#[test]
fn a_refused_action_leaves_no_file() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let rows: [(&str, &[_], u16); 8] = [
        ("answer", &[("seen", "2"), ("text", "Đã sửa.")], 409),
        ("assign", &[("seen", "3"), ("post", "north-handler")], 422),
        ("refuse", &[("seen", "3"), ("text", " ")], 422),
        ("transfer", &[("seen", "3"), ("unit", "old")], 422),
        ("transfer", &[("seen", "3"), ("unit", "north")], 422),
        ("transfer", &[("seen", "3"), ("unit", "atlantis")], 422),
        ("dance", &[("seen", "3")], 404),
        ("confirm", &[("seen", "3")], 422),
    ];
    for (action, fields, status) in rows {
        let answer = clerk.post_files(&format!("/cases/{code}/{action}"), fields, &PHOTO);
        assert_eq!(answer.status, status, "{action}");
        assert!(site.stored().is_empty(), "{action} left a file");
    }
    assert_eq!(clerk.act(&code, "accept", &[]).status, 303);
    let elsewhere = [("seen", "5"), ("post", "south-clerk")];
    let answer = clerk.post_files(&format!("/cases/{code}/assign"), &elsewhere, &PHOTO);
    assert_eq!(answer.status, 422);
    assert!(site.stored().is_empty());
    let good = [("seen", "5"), ("text", "Đã sửa.")];
    assert_eq!(clerk.post_files(&format!("/cases/{code}/answer"), &good, &PHOTO).status, 303);
    assert_eq!(site.stored().len(), 1);
}

#[test]
fn whoever_comes_back_and_adds_a_picture_is_not_told_that_it_was_sent_before() {
    let site = Site::open();
    let first = site.post_files(&FORM, &[]);
    let again = site.post_files(&FORM, &PHOTO);
    assert_ne!(first.header("location"), again.header("location"));
    let twice = site.post_files(&FORM, &PHOTO);
    assert_eq!(twice.header("location"), again.header("location"));
    assert_eq!(site.cases().len(), 2);
}
