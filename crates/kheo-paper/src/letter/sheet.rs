//! A letter with everything said that the layout adds: what the renderers read.

use jiff::civil::Date;
use kheo_core::text::composed;
use kheo_words::Tongue;
use serde::Serialize;

use super::{Layout, Letter, Passage, Signatory};
use crate::lines::{NO_BREAK, held};
use crate::{PaperError, dated};

/// The letters that count points, in the order of the Vietnamese alphabet.
const POINTS: &str = "abcdđeghiklmnopqrstuvxy";

/// Room for a number that the registry will give, in no-break spaces.
const ROOM_FOR_NUMBER: usize = 8;

/// What stands before an item.
const ITEM: &str = "-";

/// What ends a letter.
const CLOSED: &str = "./.";

/// How many recipients have room beside the signature.
const BESIDE_SIGNATURE: usize = 14;

/// A letter as it is read. What the letter does not have is empty.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    pub(crate) lang: &'static str,
    pub(crate) layout: &'static Layout,
    pub(crate) date: Date,
    pub(crate) notice: String,
    pub(crate) parent: String,
    pub(crate) issuer: String,
    pub(crate) nation: String,
    pub(crate) motto: String,
    pub(crate) number: String,
    pub(crate) place_date: String,
    pub(crate) kind: String,
    pub(crate) about: String,
    pub(crate) to: String,
    pub(crate) addressees: Vec<String>,
    pub(crate) decides: String,
    pub(crate) basis: Vec<String>,
    /// The word between the basis and the body of a decision.
    pub(crate) enacting: String,
    pub(crate) body: Vec<Line>,
    pub(crate) signatures: Vec<Signature>,
    pub(crate) recipients_title: String,
    /// Recipients that stand beside the signature, or below several.
    pub(crate) recipients: Vec<String>,
    /// Recipients that go on below it.
    pub(crate) more_recipients: Vec<String>,
}

/// Who signs, and what they are asked to write.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Signature {
    pub(crate) signed_as: Vec<String>,
    /// What stands below that, where several sign.
    pub(crate) asked: String,
    pub(crate) name: String,
}

/// A passage with its number.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Line {
    /// The number as it is read.
    pub(crate) label: String,
    pub(crate) text: String,
    /// Whether the number stands out.
    pub(crate) strong: bool,
}

impl Sheet {
    pub(super) fn of(letter: &Letter, tongue: Tongue<'_>) -> Result<Self, PaperError> {
        let layout = Layout::on(letter.date)?;
        let about = said(&letter.about);
        let about = match letter.kind.trim() {
            "" if !about.is_empty() => tongue.say_with("letter-about", &[("about", &about)]),
            _ => about,
        };
        let decides = said(&letter.decides);
        let enacting =
            if decides.is_empty() { String::new() } else { tongue.say("letter-decided") };
        let mut recipients = ended(&letter.recipients);
        let more_recipients = recipients.split_off(recipients.len().min(BESIDE_SIGNATURE));
        Ok(Self {
            lang: tongue.lang().tag(),
            layout,
            date: letter.date,
            notice: said(&letter.notice),
            parent: said(&letter.parent),
            issuer: said(&letter.issuer),
            nation: tongue.say("letter-nation"),
            motto: tongue.say("letter-motto"),
            number: if letter.issuer.is_empty() { String::new() } else { number(letter, tongue) },
            place_date: held(&dated::place_date(&composed(&letter.place), letter.date, tongue)),
            kind: said(&letter.kind),
            about,
            to: tongue.say("letter-to"),
            addressees: ended(&letter.addressees),
            decides,
            basis: ended(&letter.basis),
            enacting,
            body: closed(numbered(&letter.body, tongue)),
            signatures: signatures(&letter.signatories, tongue),
            recipients_title: tongue.say("document-recipients"),
            recipients,
            more_recipients,
        })
    }

    /// What the letter is, for the properties of a file.
    pub(crate) fn title(&self) -> String {
        let parts = [self.kind.as_str(), self.about.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { self.number.clone() } else { parts.join(" ") }
    }
}

/// The text with its letters and marks put together and each number held to its unit.
fn said(text: &str) -> String {
    held(composed(text).trim())
}

fn number(letter: &Letter, tongue: Tongue<'_>) -> String {
    let number = match said(&letter.number) {
        number if number.is_empty() => NO_BREAK.to_string().repeat(ROOM_FOR_NUMBER),
        number => number,
    };
    let symbol = said(&letter.symbol);
    let reference = if symbol.is_empty() { number } else { format!("{number}/{symbol}") };
    tongue.say_with("letter-number", &[("reference", &reference)])
}

/// The entries with a mark at the end of each that has none; those without letters are left out.
fn ended(entries: &[String]) -> Vec<String> {
    let mut entries: Vec<String> =
        entries.iter().map(|entry| said(entry)).filter(|entry| !entry.is_empty()).collect();
    let count = entries.len();
    for (entry, place) in entries.iter_mut().zip(1..) {
        if !entry.ends_with(['.', ';', ',', ':']) && count > 1 {
            entry.push(if place == count { '.' } else { ';' });
        }
    }
    entries
}

fn signatures(signatories: &[Signatory], tongue: Tongue<'_>) -> Vec<Signature> {
    let asked = match signatories {
        [] | [_] => String::new(),
        _ => tongue.say("letter-sign-here"),
    };
    let signature = |signatory: &Signatory| Signature {
        signed_as: signatory.signed_as.iter().map(|line| said(line)).collect(),
        asked: asked.clone(),
        name: said(&signatory.name),
    };
    signatories.iter().map(signature).collect()
}

/// The lines with the mark after the last one that says that nothing was added.
fn closed(mut lines: Vec<Line>) -> Vec<Line> {
    if let Some(last) = lines.last_mut().filter(|last| !last.text.ends_with(CLOSED)) {
        last.text.truncate(last.text.trim_end_matches('.').len());
        last.text.push_str(CLOSED);
    }
    lines
}

fn numbered(body: &[Passage], tongue: Tongue<'_>) -> Vec<Line> {
    let (mut articles, mut clauses, mut points) = (0, 0, 0);
    let lines = |passage: &Passage| -> Vec<Line> {
        let (label, text, strong) = match passage {
            Passage::Paragraph(text) => (String::new(), text, false),
            Passage::Article(text) => {
                (articles, clauses, points) = (articles + 1, 0, 0);
                let n = articles.to_string();
                (tongue.say_with("letter-article", &[("n", &n)]), text, true)
            }
            Passage::Clause(text) => {
                (clauses, points) = (clauses + 1, 0);
                (format!("{clauses}."), text, false)
            }
            Passage::Point(text) => {
                points += 1;
                (format!("{})", point(points)), text, false)
            }
            Passage::Item(text) => (ITEM.to_owned(), text, false),
        };
        let texts = text.lines().map(said).filter(|text| !text.is_empty());
        let again = if label == ITEM { ITEM } else { "" };
        let labels = std::iter::once(label).chain(std::iter::repeat_with(|| again.to_owned()));
        texts.zip(labels).map(|(text, label)| Line { label, text, strong }).collect()
    };
    body.iter().flat_map(lines).collect()
}

/// The letter of the point, counted from 1; a number when there are more points than letters.
fn point(n: usize) -> String {
    POINTS.chars().nth(n - 1).map_or_else(|| n.to_string(), String::from)
}

#[cfg(test)]
mod tests {
    use kheo_words::{Lang, Words};

    use super::*;

    #[test]
    fn articles_clauses_and_points_count_within_each_other() {
        let words = Words::load(&[]).unwrap();
        let text = || "Lời văn".to_owned();
        let body = [
            Passage::Article(text()),
            Passage::Clause(text()),
            Passage::Point(text()),
            Passage::Point(text()),
            Passage::Clause(text()),
            Passage::Point(text()),
            Passage::Item("một\n\nhai".to_owned()),
            Passage::Paragraph("ba\nbốn".to_owned()),
            Passage::Article(text()),
            Passage::Clause(text()),
        ];
        let labels = |lang| -> Vec<String> {
            numbered(&body, words.in_lang(lang)).into_iter().map(|line| line.label).collect()
        };
        let expected = ["Điều 1.", "1.", "a)", "b)", "2.", "a)", "-", "-", "", "", "Điều 2.", "1."];
        assert_eq!(labels(Lang::Vi), expected);
        assert_eq!(labels(Lang::En)[0], "Article 1.");
        assert_eq!([4, 5, 7, 23, 24].map(point), ["d", "đ", "g", "y", "24"]);
    }

    #[test]
    fn a_letter_ends_with_one_mark() {
        let words = Words::load(&[]).unwrap();
        for (text, expected) in [
            ("Vậy thông báo để biết.", "Vậy thông báo để biết./."),
            ("Vậy thông báo để biết", "Vậy thông báo để biết./."),
            ("Vậy thông báo để biết./.", "Vậy thông báo để biết./."),
        ] {
            let body = [Passage::Paragraph("Một.".into()), Passage::Paragraph(text.into())];
            let lines = closed(numbered(&body, words.in_lang(Lang::Vi)));
            let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
            assert_eq!(texts, ["Một.", expected]);
        }
        assert_eq!(closed(Vec::new()), []);
    }

    #[test]
    fn a_list_ends_with_a_full_stop_unless_it_has_a_mark_already() {
        let list = |entries: &[&str]| {
            ended(&entries.iter().map(|&entry| entry.to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(
            list(&["Như trên", "Sở Nội vụ;", " ", "Lưu: VT"]),
            ["Như trên;", "Sở Nội vụ;", "Lưu: VT."]
        );
        assert_eq!(list(&["Ông Nguyễn Văn A"]), ["Ông Nguyễn Văn A"]);
    }
}
