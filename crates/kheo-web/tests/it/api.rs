//! The API for programs.

use serde_json::{Value, json};

use crate::client::{self, Answer};
use crate::site::Site;

fn good() -> Value {
    json!({
        "kind": "request",
        "unit": "north",
        "subject": "Đèn đường hỏng",
        "text": "Đèn đầu ngõ 12 hỏng đã hai tuần.",
    })
}

fn post(site: &Site, key: &str, body: &[u8]) -> Answer {
    let headers = [("content-type", "application/json"), ("idempotency-key", key)];
    client::send(site.at, "POST", "/api/v1/cases", &headers, body)
}

#[test]
fn the_same_key_gets_the_same_answer_and_makes_one_case() {
    let site = Site::open();
    let body = good().to_string();
    let key = "counter-7/0001";
    let first = post(&site, key, body.as_bytes());
    assert_eq!(first.status, 201, "{}", first.body);
    let answer = first.json();
    assert_eq!(answer["due_on"], "2016-07-07");
    assert_eq!(answer["url"], format!("/follow/{}", answer["code"].as_str().unwrap_or_default()));
    assert_eq!(post(&site, key, body.as_bytes()).json(), answer);
    assert_eq!(site.cases().len(), 1);
    assert_ne!(post(&site, "counter-7/0002", body.as_bytes()).json()["code"], answer["code"]);
    assert_eq!(site.cases().len(), 2);
}

#[test]
fn a_key_is_needed_and_names_one_request_for_good() {
    let site = Site::open();
    let body = good().to_string();
    assert_eq!(post(&site, "counter-7/0001", body.as_bytes()).status, 201);
    let other = body.replace("12", "14");
    let no_key = [("content-type", "application/json")];
    for refused in [
        post(&site, "counter-7/0001", other.as_bytes()),
        post(&site, "", body.as_bytes()),
        client::send(site.at, "POST", "/api/v1/cases", &no_key, body.as_bytes()),
    ] {
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert_eq!(refused.json()["errors"][0]["field"], "Idempotency-Key");
    }
    assert_eq!(site.cases().len(), 1);
}

#[test]
fn a_case_is_followed_without_what_is_private() {
    let site = Site::open();
    let code = site.ask();
    site.answer(&code);
    let found = site.get(&format!("/api/v1/cases/{code}"));
    let case = found.json();
    assert_eq!((found.status, case["step"].as_str()), (200, Some("answered")));
    assert_eq!(case["subject"], "Đèn đường hỏng");
    assert_eq!(case["demonstration"], false);
    let events = case["events"].as_array().expect("events");
    assert!(events.iter().any(|event| event["text"] == "Đã thay bóng đèn ngày 30/6."));
    let missing = site.get("/api/v1/cases/YC-2016-9999-AAAA");
    assert_eq!(missing.status, 404);
    assert_eq!(missing.header("content-type"), "application/problem+json");
    assert_eq!(missing.json()["status"], 404);
}

#[test]
fn wrong_fields_are_named() {
    let site = Site::open();
    let rows = [
        ("subject", json!(""), "subject"),
        ("subject", json!(12), "subject"),
        ("text", Value::Null, "text"),
        ("unit", json!("atlantis"), "unit"),
        ("kind", json!("war"), "kind"),
        ("phone", json!("gọi tôi"), "phone"),
        ("persons", json!(0), "persons"),
        ("persons", json!(2.5), "persons"),
        ("persons", json!("đông"), "persons"),
        ("persons", json!([12]), "persons"),
        ("religion", json!("x"), "religion"),
    ];
    for (field, value, named) in rows {
        let mut body = good();
        body[field] = value;
        let answer = post(&site, "counter-7/0001", body.to_string().as_bytes());
        assert_eq!(answer.status, 422, "{body}");
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let errors = answer.json()["errors"].clone();
        assert_eq!(errors.as_array().map(Vec::len), Some(1), "{errors}");
        assert_eq!(errors[0]["field"], named);
        assert!(errors[0]["detail"].as_str().is_some_and(|detail| !detail.is_empty()));
    }
    assert!(site.cases().is_empty());
}

#[test]
fn a_kind_that_is_brought_to_an_office_is_refused_before_anything_is_asked_about_it() {
    let site = Site::with_shipped_packs();
    for body in [json!({ "kind": "denunciation" }), json!({ "kind": " complaint ", "text": 7 })] {
        let answer = post(&site, "counter-7/0001", body.to_string().as_bytes());
        assert_eq!(answer.status, 422, "{body}");
        let errors = answer.json()["errors"].clone();
        assert_eq!(errors.as_array().map(Vec::len), Some(1), "{errors}");
        assert_eq!(errors[0]["field"], "kind");
        let detail = errors[0]["detail"].as_str().expect("words");
        assert!(
            detail.contains("không gửi qua API") && detail.contains("recommendation"),
            "{detail}"
        );
    }
}

#[test]
fn a_petition_of_many_says_for_how_many_as_a_number_or_a_text() {
    let site = Site::open();
    for (at, persons) in [json!(12), json!("12"), Value::Null].into_iter().enumerate() {
        let mut body = good();
        body["persons"] = persons;
        let key = format!("counter-7/{at}");
        assert_eq!(post(&site, &key, body.to_string().as_bytes()).status, 201, "{body}");
    }
    let mut persons: Vec<u32> =
        site.cases().iter().map(|case| case.petition.persons.get()).collect();
    persons.sort_unstable();
    assert_eq!(persons, [1, 12, 12]);
}

#[test]
fn what_cannot_be_read_has_a_status_of_its_own() {
    let site = Site::open();
    let huge = format!("{{\"text\":\"{}\"}}", "x".repeat(1 << 20));
    let rows: [(&str, &[u8], u16); 6] = [
        ("application/json", b"{", 400),
        ("application/json", b"{\"text\":\"\xff\"}", 400),
        ("application/json", b"[]", 400),
        ("application/json", huge.as_bytes(), 413),
        ("text/plain", b"{}", 415),
        ("application/x-www-form-urlencoded", b"kind=request", 415),
    ];
    for (media, body, status) in rows {
        let answer =
            client::send(site.at, "POST", "/api/v1/cases", &[("content-type", media)], body);
        assert_eq!(answer.status, status, "{media}");
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(answer.json()["status"], status);
    }
}

#[test]
fn problems_are_told_in_the_language_that_is_accepted() {
    let site = Site::open();
    let title = |languages: &[(&str, &str)]| {
        let answer = client::send(site.at, "GET", "/api/v1/cases/NONE", languages, b"");
        answer.json()["title"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(title(&[]), "Không tìm thấy trang");
    assert_eq!(title(&[("accept-language", "en-GB, vi;q=0.5")]), "There is no such page");
}
