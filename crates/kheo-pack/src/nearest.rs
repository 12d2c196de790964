//! Which known names are nearest to a misspelt one.

/// A long text is cut before it is compared or shown.
const LONGEST: usize = 60;

/// As many names are offered.
const MOST: usize = 8;

/// The text, cut to a length that fits in a message.
pub(crate) fn clipped(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// The names of `known`, the nearest to `name` first: `received, accepted, …`.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let name: Vec<char> = name.chars().take(LONGEST).collect();
    let mut all: Vec<(usize, &str)> =
        known.into_iter().map(|other| (distance(&name, other), other)).collect();
    all.sort_unstable();
    all.dedup();
    let mut names: Vec<&str> = all.iter().take(MOST).map(|(_, other)| *other).collect();
    if all.len() > MOST {
        names.push("…");
    }
    if names.is_empty() { "–".to_owned() } else { names.join(", ") }
}

/// How many letters to insert, remove or replace to get from one name to the other.
fn distance(name: &[char], other: &str) -> usize {
    let mut row: Vec<usize> = (0..=name.len()).collect();
    for (before, letter) in other.chars().take(LONGEST).enumerate() {
        let mut next = vec![before + 1];
        let mut left = before + 1;
        for ((above_left, above), own) in row.iter().zip(row.iter().skip(1)).zip(name) {
            left = (above_left + usize::from(*own != letter)).min(above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{clipped, nearest};

    #[test]
    fn the_nearest_name_comes_first() {
        let known = ["accepted", "answered", "received", "refused"];
        assert_eq!(nearest("recieved", known), "received, refused, accepted, answered");
        assert_eq!(nearest("answerd", known).split(", ").next(), Some("answered"));
        assert_eq!(nearest("x", []), "–");
        assert!(nearest("x", ["a", "b", "c", "d", "e", "f", "g", "h", "i"]).ends_with("h, …"));
    }

    #[test]
    fn long_texts_are_cut_between_letters() {
        assert_eq!(clipped("ngắn"), "ngắn");
        assert_eq!(clipped(&"ặ".repeat(100)), format!("{}…", "ặ".repeat(60)));
    }
}
