use kheo_paper::json::render;

use crate::sample::{HOSTILE, SOURCES, hostile, review};

#[test]
fn figures_keep_their_origin_and_charts_their_exact_numbers() {
    let text = render(&review()).unwrap();
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["format"], "kheo-document/1");
    let document = &file["document"];
    assert_eq!(document["date"], "2016-07-05");
    let cases = &document["blocks"][2]["content"][5];
    assert_eq!(cases["span"], "figure");
    assert_eq!(cases["content"]["origin"], "demonstration");
    assert_eq!(document["blocks"][3]["content"]["kind"]["bars"][0]["done"], 34_545);
    let segment = &document["blocks"][5]["content"]["kind"]["bars"][0]["segments"][0];
    assert_eq!((&segment["value"], &segment["figure"]["mark"]), (&81.into(), &"(m)".into()));
    assert_eq!(segment["figure"]["period"], "2016-H1");
    let sources = &document["blocks"][12]["content"];
    assert_eq!(sources[0]["href"], sources[0]["text"]);
    assert_eq!(sources[1], serde_json::json!({ "text": SOURCES[1], "href": null }));
    assert_eq!(text, render(&review()).unwrap());
}

#[test]
fn hostile_text_comes_back_unchanged() {
    let file: serde_json::Value = serde_json::from_str(&render(&hostile()).unwrap()).unwrap();
    assert_eq!(file["document"]["title"], HOSTILE);
}

#[test]
fn every_figure_of_paragraphs_and_tables_is_counted() {
    assert_eq!(review().figures().count(), 4 + 4 * 4);
}
