//! Lines of text: how wide they are, where they may end and where they must not.

/// A space at which no line ends.
pub(crate) const NO_BREAK: char = '\u{a0}';

/// Longest number with its unit that is kept on one line, in characters.
const LONGEST_VALUE: usize = 18;

/// Estimated width of a text in hundredths of the size of its letters; it errs on the wide side.
pub(crate) fn width(text: &str) -> i64 {
    text.chars().map(letter).sum()
}

fn letter(c: char) -> i64 {
    match c {
        ' ' | NO_BREAK | '.' | ',' | ';' | ':' | '\'' | '|' | '!' | 'i' | 'j' | 'l' | 'í' | 'ì'
        | 'ị' => 29,
        'f' | 'r' | 't' | '(' | ')' | '/' | '-' | '·' => 37,
        'm' | 'w' | 'M' | 'W' | '%' => 88,
        c if c.is_uppercase() => 70,
        _ => 57,
    }
}

/// The text in lines that fit the room, broken at spaces; a longer word keeps its own line.
///
/// - Unit of `room`: as of [`width`].
pub(crate) fn wrapped(text: &str, room: i64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let space = |c: char| c.is_whitespace() && c != NO_BREAK;
    for word in text.split(space).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(line) + width(" ") + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The text in as few lines as fit the room, all of them about as long.
///
/// - Unit of `room`: as of [`width`].
pub(crate) fn balanced(text: &str, room: i64) -> Vec<String> {
    let count = wrapped(text, room).len();
    let (mut too_narrow, mut enough) = (0, room.max(1));
    while too_narrow + 1 < enough {
        let middle = i64::midpoint(too_narrow, enough);
        if wrapped(text, middle).len() > count {
            too_narrow = middle;
        } else {
            enough = middle;
        }
    }
    wrapped(text, enough)
}

/// The text with each number held to the word after it.
pub(crate) fn held(text: &str) -> String {
    let mut held = String::with_capacity(text.len());
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        held.push_str(word);
        if let Some(next) = words.peek() {
            let counts = is_number(word) && next.starts_with(char::is_alphabetic);
            held.push(if counts { NO_BREAK } else { ' ' });
        }
    }
    held
}

/// A value with its unit in a cell of a printed table, where it stays on one line when it is short.
pub(crate) fn held_value(text: &str) -> String {
    if text.chars().count() > LONGEST_VALUE {
        return held(text);
    }
    text.replace(' ', "\u{a0}")
}

/// The text for places that are not laid out in lines.
pub(crate) fn plain(text: &str) -> String {
    text.replace(NO_BREAK, " ")
}

/// Whether the word is a number, and no year.
fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches(['(', '“', '−']);
    let is_year = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    !is_year && digits.ends_with(|c: char| c.is_ascii_digit()) && digits.chars().all(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_fits_and_no_word_is_lost() {
        let text = "Giải phóng mặt bằng các công trình trọng điểm trên địa bàn thành phố";
        let lines = wrapped(text, 1200);
        assert!(lines.len() > 2, "{lines:?}");
        assert!(lines.iter().all(|line| width(line) <= 1200), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn titles_break_into_even_lines_but_never_within_a_name() {
        let title = "sơ kết công tác dân vận 6\u{a0}tháng\u{a0}đầu\u{a0}năm\u{a0}2016 \
                     trên địa bàn thành\u{a0}phố\u{a0}Bắc\u{a0}Kạn";
        let lines = balanced(title, 3_300);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines.concat().matches("thành\u{a0}phố\u{a0}Bắc\u{a0}Kạn").count(), 1);
        assert!(lines.iter().all(|line| width(line) > 1_200), "{lines:?}");
        assert_eq!(balanced("BÁO CÁO", 3_300), ["BÁO CÁO"]);
        assert!(balanced("", 3_300).is_empty());
    }

    #[test]
    fn a_number_stays_with_what_it_counts() {
        let rows = [
            ("bằng 1.112,9 tỷ đồng", "bằng 1.112,9\u{a0}tỷ đồng"),
            ("(6 tháng đầu năm 2016)", "(6\u{a0}tháng đầu năm 2016)"),
            ("năm 2016 thành phố có [1] và 3", "năm 2016 thành phố có [1] và 3"),
        ];
        for (text, expected) in rows {
            assert_eq!(held(text), expected);
        }
        assert_eq!(held_value("345,45 ha"), "345,45\u{a0}ha");
        assert_eq!(held_value("1.112,9 tỷ đồng"), "1.112,9\u{a0}tỷ\u{a0}đồng");
        assert_eq!(held_value("2 quintals per hectare sown"), "2\u{a0}quintals per hectare sown");
    }
}
