//! Numbers with what they are counted in.

use kheo_core::Refusal;
use kheo_core::quantity::Quantity;
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

#[test]
fn a_range_that_is_open_at_one_end_says_so() {
    let words = Words::load(&[]).unwrap();
    let told = |lang, least, most| {
        let whole = |end: Option<i32>| end.map(Quantity::whole);
        let why = Refusal::OutOfBounds {
            value: Quantity::whole(-5),
            least: whole(least),
            most: whole(most),
        };
        let tongue = words.in_lang(lang);
        let figures = tongue.figures_of(&why);
        let figures: Vec<_> = figures.iter().map(|(name, text)| (*name, text.as_str())).collect();
        tongue.say_with("refused-out-of-bounds", &figures)
    };
    let rows = [
        (Some(0), None, "phải là số từ 0 trở lên", "must be 0 or more"),
        (None, Some(9), "phải là số không quá 9", "must be 9 or less"),
        (Some(0), Some(9), "phải là số từ 0 đến 9", "must be from 0 to 9"),
    ];
    for (least, most, vietnamese, english) in rows {
        let (vi, en) = (told(Lang::Vi, least, most), told(Lang::En, least, most));
        assert!(vi.contains(vietnamese) && en.contains(english), "{vi} {en}");
    }
}
