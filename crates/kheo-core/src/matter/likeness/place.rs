//! Places as people write them: a ward or commune, and spots in it.

use super::Meeting;
use super::syllables::Syllables;

/// Where a case lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The ward or commune, folded, without the word for what it is.
    area: Option<String>,
    /// Groups, hamlets, lanes and streets, folded, each as it was written.
    spots: Vec<(String, String)>,
}

/// Words that stand before the name of a ward or commune.
const WARDS: [&[&str]; 7] =
    [&["phuong"], &["xa"], &["thi", "tran"], &["dac", "khu"], &["p"], &["tt"], &["x"]];
/// Words that begin the name of a higher unit, which tells nothing here.
const HIGHER: [&[&str]; 5] = [&["thanh", "pho"], &["tp"], &["tinh"], &["huyen"], &["quan"]];
/// Words that stand before the number of a spot, with the one they are compared as.
const NUMBERED: [(&[&str], &str); 12] = [
    (&["to", "dan", "pho"], "to"),
    (&["tdp"], "to"),
    (&["to"], "to"),
    (&["thon"], "thon"),
    (&["khu", "pho"], "khu"),
    (&["khu"], "khu"),
    (&["ngo"], "ngo"),
    (&["ngach"], "ngach"),
    (&["hem"], "hem"),
    (&["xom"], "xom"),
    (&["ap"], "ap"),
    (&["doi"], "doi"),
];
/// Words that stand before the name of a spot and are left out when names are compared.
const KINDS: [&[&str]; 7] =
    [&["duong"], &["pho"], &["thon"], &["ban"], &["to"], &["xom"], &["khu"]];

impl Place {
    /// Where a case lies whose petitioner wrote `place` and, in the petition, `written`; addressed to
    /// `ward`, if to one.
    pub(super) fn of(place: Option<&str>, written: [&str; 2], ward: Option<&str>) -> Self {
        let mut found = Self { area: None, spots: Vec::new() };
        for part in place.unwrap_or_default().split([',', ';', '-', '–', '(', ')', '/', '\n']) {
            found.take(part);
        }
        if found.spots.is_empty() {
            for text in written {
                found.numbered(text);
            }
        }
        if found.area.is_none() {
            found.area = ward.map(|name| area(&Syllables::of(name).iter().collect::<Vec<_>>()));
        }
        found
    }

    fn take(&mut self, part: &str) {
        let syllables = Syllables::of(part);
        let words: Vec<&str> = syllables.iter().collect();
        if words.is_empty() || starts(&words, &HIGHER).is_some() {
            return;
        }
        if starts(&words, &WARDS).is_some() && words.len() > 1 {
            self.area = Some(area(&words));
        } else if !self.numbered(part) {
            let kind = starts(&words, &KINDS).filter(|length| *length < words.len());
            let name = words.get(kind.unwrap_or(0)..).unwrap_or_default().join(" ");
            self.add(name, part.trim());
        }
    }

    /// Takes all numbered spots that `text` names; answers whether it names any.
    fn numbered(&mut self, text: &str) -> bool {
        let syllables = Syllables::of(text);
        let folded: Vec<&str> = syllables.iter().collect();
        let mut any = false;
        for at in 0..folded.len() {
            let rest = folded.get(at..).unwrap_or_default();
            let kind = NUMBERED.iter().find(|(words, _)| rest.starts_with(words));
            let Some((words, kind)) = kind else { continue };
            let number = rest.get(words.len()).filter(|n| n.chars().all(|c| c.is_ascii_digit()));
            let Some(number) = number else { continue };
            let number = number.trim_start_matches('0');
            let spelled = syllables.written(at..at + words.len() + 1);
            self.add(format!("{kind} {number}"), spelled);
            any = true;
        }
        any
    }

    fn add(&mut self, spot: String, written: &str) {
        if !self.spots.iter().any(|(known, _)| *known == spot) {
            self.spots.push((spot, written.to_owned()));
        }
    }

    /// The ward or commune.
    pub(super) fn area(&self) -> Option<&str> {
        self.area.as_deref()
    }

    /// The spots, as they are compared.
    pub(super) fn spots(&self) -> impl Iterator<Item = &str> {
        self.spots.iter().map(|(spot, _)| spot.as_str())
    }

    /// How this place lies to another.
    pub(super) fn meets(&self, other: &Self) -> Meeting {
        match (&self.area, &other.area) {
            (Some(here), Some(there)) if here != there => return Meeting::Elsewhere,
            (Some(_), Some(_)) => {}
            _ => return Meeting::Unknown,
        }
        if self.spots.is_empty() || other.spots.is_empty() {
            return Meeting::Area;
        }
        let shared = self.spots.iter().find(|(spot, _)| other.spots().any(|there| there == spot));
        shared.map_or(Meeting::Elsewhere, |(_, written)| Meeting::Spot(written.clone()))
    }
}

/// How many of `words` the first fitting one of `beginnings` takes.
fn starts(words: &[&str], beginnings: &[&[&str]]) -> Option<usize> {
    let fits = |beginning: &&&[&str]| {
        beginning.len() <= words.len() && beginning.iter().zip(words).all(|(a, b)| a == b)
    };
    beginnings.iter().find(fits).map(|beginning| beginning.len())
}

/// The name of a ward or commune without the word for what it is.
fn area(words: &[&str]) -> String {
    let kind = starts(words, &WARDS).filter(|length| *length < words.len()).unwrap_or(0);
    words.get(kind..).unwrap_or_default().join(" ")
}

/// The digits of a telephone number, with the country's 84 as the 0 it stands for.
///
/// # Example
/// ```
/// # use kheo_core::matter::likeness::digits;
/// assert_eq!(digits("+84 (912) 345-678"), digits("0912 345 678"));
/// ```
#[must_use]
pub fn digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let from_abroad = phone.trim_start().starts_with('+') || digits.len() >= 11;
    match digits.strip_prefix("84").filter(|_| from_abroad) {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    }
}
