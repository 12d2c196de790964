//! Numbers with what they are counted in.

use kheo_words::{Lang, Words};

#[test]
fn one_is_told_as_one_and_more_as_more() {
    let english =
        "measured-in-visit = { $count ->\n    [one] { $n } visit\n   *[other] { $n } visits\n}";
    let vietnamese = "measured-in-visit = { $n } lượt";
    let words = [(Lang::En, english.to_owned()), (Lang::Vi, vietnamese.to_owned())];
    let words = Words::load(&words).unwrap();
    let rows = [
        ("1", "1 visit", "1 lượt"),
        ("0", "0 visits", "0 lượt"),
        ("0.5", "0.5 visits", "0,5 lượt"),
        ("1.5", "1.5 visits", "1,5 lượt"),
        ("1200", "1,200 visits", "1.200 lượt"),
    ];
    for (value, english, vietnamese) in rows {
        let said = |lang| words.in_lang(lang).measured(value.parse().unwrap(), "visit");
        assert_eq!((said(Lang::En), said(Lang::Vi)), (english.into(), vietnamese.into()));
    }
    assert_eq!(words.in_lang(Lang::En).counted_in("visit"), "visits");
}
