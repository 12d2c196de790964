//! How much room words take: an estimate that errs on the wide side.

use super::ink::FONT;

/// Estimated width of a text, in tenths of a unit.
pub(super) fn width(text: &str) -> i64 {
    text.chars().map(|c| letter(c) * FONT / 100).sum()
}

/// Width of a letter in hundredths of its size.
fn letter(c: char) -> i64 {
    match c {
        ' ' | '.' | ',' | ';' | ':' | '\'' | '|' | '!' | 'i' | 'j' | 'l' | 'í' | 'ì' | 'ị' => {
            29
        }
        'f' | 'r' | 't' | '(' | ')' | '/' | '-' | '·' => 37,
        'm' | 'w' | 'M' | 'W' | '%' => 88,
        c if c.is_uppercase() => 70,
        _ => 57,
    }
}

/// The text in lines that fit the width, broken at spaces; a longer word keeps its own line.
pub(super) fn wrapped(text: &str, room: i64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_fits_and_no_word_is_lost() {
        let text = "Giải phóng mặt bằng các công trình trọng điểm trên địa bàn thành phố";
        let lines = wrapped(text, 1500);
        assert!(lines.len() > 2, "{lines:?}");
        assert!(lines.iter().all(|line| width(line) <= 1500), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }
}
