//! What tells who somebody is, wherever it stands in a text.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::folded;

/// How somebody is addressed, before a name: no part of it.
const ADDRESSED: [&str; 12] =
    ["ong", "ba", "anh", "chi", "em", "co", "chu", "bac", "cu", "di", "cau", "ten"];

/// What stands before many words, and before a name of one word where that has a capital: `tôi`, `là`.
const NAMING: [&str; 2] = ["toi", "la"];

/// The fewest words of an address that is looked for: `tổ 3` is said of many things.
const ADDRESS: usize = 3;

/// The fewest digits of a telephone number that is looked for, without the 0 or the 84 before them.
const PHONE: usize = 7;

/// What stands where something was taken out.
const GONE: &str = "[…]";

/// A stretch of a text, in bytes.
type Place = Range<usize>;

/// Whether `text` holds `name`: its words in their order, whatever their case and marks, without how somebody is
/// addressed. A name of one word, which is a word like others, is found with its marks where somebody is addressed or
/// named by it.
///
/// # Example
/// ```
/// use kheo_core::text::has_name;
/// assert!(has_name("Theo bà NGUYEN VAN-AN trình bày", "Ông Nguyễn Văn An"));
/// assert!(has_name("Bà Phương ở phường này", "Phương"));
/// assert!(!has_name("Phường này; Văn An trình bày", "Phương") && !has_name("an toàn", "An"));
/// ```
#[must_use]
pub fn has_name(text: &str, name: &str) -> bool {
    !places_of_name(text, name).is_empty()
}

/// Whether `text` holds `address` as it is written, whatever its case, marks and punctuation. One without a number,
/// which names a ward or a village, or of two words is too weak to be found.
#[must_use]
pub fn has_address(text: &str, address: &str) -> bool {
    !places_of_address(text, address).is_empty()
}

/// Whether `text` holds the telephone number `phone`, however its digits are set apart, with 0 or +84 before them.
#[must_use]
pub fn has_phone(text: &str, phone: &str) -> bool {
    !places_of_phone(text, phone).is_empty()
}

/// Where `text` holds `name`, as [`has_name`] finds it.
pub(crate) fn places_of_name(text: &str, given: &str) -> Vec<Place> {
    let name = words(given);
    let bare = match name.as_slice() {
        [first, rest @ ..] if ADDRESSED.contains(&first.as_str()) => rest,
        whole => whole,
    };
    match bare {
        [lone] => places_of_lone_name(text, lone, given),
        _ => [name.as_slice(), bare]
            .into_iter()
            .flat_map(|name| places_of_words(text, name))
            .collect(),
    }
}

/// Where somebody is addressed or named by a name of one word, `lone` as it is folded, which ends `given`.
fn places_of_lone_name(text: &str, lone: &str, given: &str) -> Vec<Place> {
    let marked = |text: &str| text.nfc().collect::<String>().to_lowercase();
    let name = words_at(given).pop().and_then(|(place, _)| given.get(place)).map(marked);
    let words = words_at(text);
    let named = words.windows(2).filter(|two| match two {
        [(_, before), (place, word)] => {
            let written = text.get(place.clone()).unwrap_or_default();
            let capital = written.starts_with(char::is_uppercase);
            let is_named = ADDRESSED.contains(&before.as_str())
                || capital && NAMING.contains(&before.as_str());
            is_named && word == lone && Some(marked(written)) == name
        }
        _ => false,
    });
    named.filter_map(|two| Some(two.last()?.0.clone())).collect()
}

/// Where `text` holds `address`, as [`has_address`] finds it.
pub(crate) fn places_of_address(text: &str, address: &str) -> Vec<Place> {
    let address = words(address);
    let numbered = address.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
    if numbered && address.len() >= ADDRESS { places_of_words(text, &address) } else { Vec::new() }
}

/// Where `text` holds `phone`, as [`has_phone`] finds it, with what brackets it and stands before it.
pub(crate) fn places_of_phone(text: &str, phone: &str) -> Vec<Place> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let number = national(&digits);
    if number.len() < PHONE {
        return Vec::new();
    }
    let mut found = Vec::new();
    for run in runs_of_digits(text) {
        let written: String = run.iter().map(|(_, digit)| *digit).collect();
        for (at, _) in written.match_indices(number) {
            let before = written.get(..at).unwrap_or_default();
            let dialled = ["84", "0"].into_iter().find(|code| before.ends_with(code));
            let first = at - dialled.map_or(0, str::len);
            let ends = run.get(first).zip(run.get(at + number.len() - 1));
            found
                .extend(ends.map(|((start, _), (last, _))| bracketed(text, start.start..last.end)));
        }
    }
    found
}

/// `text` without what stands at `places`.
pub(crate) fn taken_out(text: &str, mut places: Vec<Place>) -> String {
    places.sort_by_key(|place| (place.start, place.end));
    let (mut kept, mut from) = (String::with_capacity(text.len()), 0);
    for place in places {
        if place.start >= from {
            kept.push_str(text.get(from..place.start).unwrap_or_default());
            kept.push_str(GONE);
        }
        from = from.max(place.end);
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    kept
}

/// The digits of a number without the 0 or the 84 that is dialled before them.
fn national(digits: &str) -> &str {
    let bare = digits.strip_prefix("84").or_else(|| digits.strip_prefix('0'));
    bare.unwrap_or(digits)
}

/// The digits of a text that only signs of telephone numbers set apart, each with its place.
fn runs_of_digits(text: &str) -> Vec<Vec<(Place, char)>> {
    let apart = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | '-' | '/' | '(' | ')' | '+');
    let mut runs = vec![Vec::new()];
    for (place, c) in plain_at(text) {
        match runs.last_mut() {
            Some(run) if c.is_ascii_digit() => run.push((place, c)),
            Some(run) if !run.is_empty() && !apart(c) => runs.push(Vec::new()),
            _ => {}
        }
    }
    runs
}

/// `place` with `+` and brackets that belong to the number in it.
fn bracketed(text: &str, place: Place) -> Place {
    let before = text.get(..place.start).unwrap_or_default();
    let start = before.trim_end_matches(['(', '+']).len();
    let own = text.get(start..place.end).unwrap_or_default();
    let open = own.matches('(').count() > own.matches(')').count();
    let closed = open && text.get(place.end..).is_some_and(|rest| rest.starts_with(')'));
    start..place.end + usize::from(closed)
}

/// Whether `text` holds a telephone number of Vietnam, whosever it is: ten or eleven digits after 0, or as many less
/// that after +84, however they are set apart.
///
/// # Example
/// ```
/// use kheo_core::text::holds_phone;
/// assert!(holds_phone("Gọi 0912.345.678 hoặc +84 91 234 5678"));
/// assert!(holds_phone("0912345678 / 0987654321, từ 05/10/2015"));
/// assert!(!holds_phone("Quyết định số 0123 ngày 05/10/2015, 120 000 000 đồng"));
/// assert!(!holds_phone("Từ 01.07.2016 30 ngày"));
/// ```
#[must_use]
pub fn holds_phone(text: &str) -> bool {
    runs_of_digits(text).iter().any(|run| {
        let groups = groups(run);
        (0..groups.len()).any(|first| {
            let from = groups.get(first..).unwrap_or_default();
            (1..=from.len()).any(|count| is_phone(from.get(..count).unwrap_or_default()))
        })
    })
}

/// The digits of a run as they are set apart.
fn groups(run: &[(Place, char)]) -> Vec<String> {
    let together = run.chunk_by(|(one, _), (next, _)| one.end == next.start);
    together.map(|group| group.iter().map(|(_, digit)| *digit).collect()).collect()
}

/// Whether digits that are set apart so are a telephone number, and no date among others.
fn is_phone(groups: &[String]) -> bool {
    let is_date = |three: &[String]| three.iter().map(String::len).eq([2, 2, 4]);
    let digits = groups.concat();
    let is_long = (digits.starts_with('0') && matches!(digits.len(), 10 | 11))
        || (digits.starts_with("84") && matches!(digits.len(), 11 | 12));
    is_long && !groups.windows(3).any(is_date)
}

/// The characters of a text without those that nobody sees, in their plain form, each with the place of what is
/// written there.
fn plain_at(text: &str) -> impl Iterator<Item = (Place, char)> {
    let unseen = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    text.char_indices().flat_map(move |(at, written)| {
        let place = at..at + written.len_utf8();
        let plain = std::iter::once(written).nfkc().filter(move |c| !unseen(*c));
        plain.map(move |c| (place.clone(), c))
    })
}

/// The words of a text as they are compared, letters and digits, folded, each with its place.
fn words_at(text: &str) -> Vec<(Place, String)> {
    let mut words: Vec<(Place, String)> = Vec::new();
    let mut within = false;
    for (place, c) in plain_at(text) {
        let letters = folded(c.encode_utf8(&mut [0; 4]));
        match words.last_mut() {
            // A mark alone folds to nothing, and belongs to the letter before it.
            Some((word, _)) if letters.is_empty() && within => word.end = place.end,
            _ if letters.is_empty() => {}
            _ if !letters.chars().all(char::is_alphanumeric) => within = false,
            Some((word, so_far)) if within => {
                word.end = place.end;
                so_far.push_str(&letters);
            }
            _ => {
                words.push((place, letters));
                within = true;
            }
        }
    }
    words
}

fn words(text: &str) -> Vec<String> {
    words_at(text).into_iter().map(|(_, word)| word).collect()
}

fn places_of_words(text: &str, wanted: &[String]) -> Vec<Place> {
    let words = words_at(text);
    let windows = if wanted.is_empty() { [].windows(1) } else { words.windows(wanted.len()) };
    let found = windows.filter(|some| some.iter().map(|(_, word)| word).eq(wanted));
    let place = |some: &[(Place, String)]| Some(some.first()?.0.start..some.last()?.0.end);
    found.filter_map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        has_address, has_name, has_phone, holds_phone, places_of_address, places_of_name,
        places_of_phone, taken_out,
    };

    #[test]
    fn who_somebody_is_is_found_however_it_is_written() {
        let name = |text| has_name(text, "Ông Nguyễn Văn An");
        assert!(
            name("bà nguyen  van an") && name("NGUYỄN VĂN-AN,") && name("Nguyê\u{303}n Văn An.")
        );
        assert!(!name("Nguyễn An Văn") && !name("nguyễn văn ánh") && !name("văn phòng"));
        assert!(!has_name("an toàn", "An") && !has_name("đó là an toàn", "Ông An"));
        assert!(!has_name("Ngày 3 tháng 5, Thành phố", "Ông Thắng"));
        assert!(!has_name("Thành phố và phường", "Thành") && !has_name("phường", "Bà Phương"));
        assert!(has_name("gặp ông An hôm qua", "Ông An") && has_name("chị Khuyên nói", "Khuyên"));
        assert!(has_name("cù hoa trình bày", "Cù Hoa") && !has_name("hoa quả", "Cù Hoa"));
        let phone = |text| has_phone(text, "0912 345 678");
        assert!(phone("gọi 0912.345.678") && phone("(+84) 91-234 5678") && phone("84912345678"));
        assert!(!phone("0912 345 679") && !phone("ngày 12/3/2016") && !has_phone("số 12", "12"));
        let place = |text| has_address(text, "Số 5, ngõ 12, tổ 3");
        assert!(place("ở số 5 ngõ 12 tổ 3") && !place("tổ 3") && !has_address("tổ 3", "tổ 3"));
        assert!(!has_address("phường Đức Xuân đã làm", "Phường Đức Xuân"), "a ward");
    }

    #[test]
    fn any_telephone_number_is_found_among_other_numbers() {
        let numbers = [
            "0912345678 / 0987654321",
            "0912 345 678 - 12",
            "0912345678 05/10/2015",
            "0912,345,678",
            "0912\t345\n678",
            "(0209) 000-211; +84 91 234 5678",
        ];
        assert!(numbers.iter().all(|text| holds_phone(text)), "{numbers:?}");
        for none in ["05/10/2015, 120 000 000 đồng", "số 12, 34, 56", "20/10/2015 - 30/10/2015"]
        {
            assert!(!holds_phone(none), "{none}");
        }
    }

    #[test]
    fn what_is_found_is_taken_out_and_all_else_stays_as_it_was_written() {
        let name = |text, name| taken_out(text, places_of_name(text, name));
        let rows = [
            ("Người làm đơn: Trần Thị Ngọc", "Trần Thị Ngọc", "Người làm đơn: […]"),
            ("tran thi ngoc ký.", "Trần Thị Ngọc", "[…] ký."),
            ("Trần Thị Ngọcanh", "Trần Thị Ngọc", "Trần Thị Ngọcanh"),
            ("việc an toàn", "An", "việc an toàn"),
            ("Tôi là Phương, ở phường này.", "Bà Phương", "Tôi là […], ở phường này."),
            ("Tôi là Nguyễn Thị Thử, ở đây.", "Bà Nguyễn Thị Thử", "Tôi là […], ở đây."),
            ("bà NGUYEN  THI-THU\nký", "bà Nguyễn Thị Thử", "[…]\nký"),
        ];
        for (text, given, expected) in rows {
            assert_eq!(name(text, given), expected, "{text}");
        }
        let phone = |text| taken_out(text, places_of_phone(text, "0209 000 211"));
        assert_eq!(phone("Gọi (0209) 000-211!"), "Gọi […]!");
        assert_eq!(phone("Gọi (0209.000.211)!"), "Gọi […]!");
        assert_eq!(phone("ĐT:+84 209 000 211."), "ĐT:[…].");
        assert_eq!(phone("Năm 0209 000 212"), "Năm 0209 000 212");
        let address = |text, address| taken_out(text, places_of_address(text, address));
        let at_home = "Nhà tôi ở ngõ Quỳnh Xanh 77, có tiếng ồn.";
        assert_eq!(address(at_home, "ngõ Quỳnh Xanh, 77"), "Nhà tôi ở […], có tiếng ồn.");
        assert_eq!(address("Ở tổ 6 có rác.", "tổ 6"), "Ở tổ 6 có rác.");
    }
}
