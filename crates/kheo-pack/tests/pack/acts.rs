//! No text that is shown for a version of a kind names an act that was not in force then.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use kheo_calendar::Citation;
use kheo_core::case::{CaseKind, FieldType};
use kheo_core::letter::LetterTemplate;

use crate::files::read;
use crate::lives::PACKS;

/// The last days of acts that others replaced.
const ENDED: [(&str, Date); 5] = [
    ("03/2011/QH13", date(2018, 12, 31)),
    ("07/2014/TT-TTCP", date(2021, 11, 14)),
    ("09/2015/QĐ-TTg", date(2018, 6, 20)),
    ("45/2013/QH13", date(2024, 7, 31)),
    ("61/2018/NĐ-CP", date(2025, 6, 30)),
];

/// Acts that texts name by year instead of number.
const BY_YEAR: [(&str, &str); 12] = [
    ("Luật Khiếu nại 2011", "02/2011/QH13"),
    ("Luật Khiếu nại năm 2011", "02/2011/QH13"),
    ("Law on Complaints 2011", "02/2011/QH13"),
    ("Luật Tố cáo 2011", "03/2011/QH13"),
    ("Luật Tố cáo năm 2011", "03/2011/QH13"),
    ("Law on Denunciations 2011", "03/2011/QH13"),
    ("Luật Tố cáo 2018", "25/2018/QH14"),
    ("Luật Tố cáo năm 2018", "25/2018/QH14"),
    ("Law on Denunciations 2018", "25/2018/QH14"),
    ("Luật Đất đai 2013", "45/2013/QH13"),
    ("Luật Đất đai 2024", "31/2024/QH15"),
    ("Luật Tiếp công dân 2013", "42/2013/QH13"),
];

/// When an act is in force: its first day, and its last if it has one.
type Force = (Date, Option<Date>);

/// The numbers of the acts that a text names, and the years it names without their number.
fn named(text: &str) -> (Vec<String>, Vec<String>) {
    let mut text = text.to_owned();
    let mut numbers = Vec::new();
    for (name, number) in BY_YEAR {
        if text.contains(name) {
            numbers.push(number.to_owned());
            text = text.replace(name, "");
        }
    }
    let is_year = |part: &str| {
        part.len() == 4 && (part.starts_with("19") || part.starts_with("20")) && is_count(part)
    };
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '/' && c != '-');
    let (mut years, mut whole) = (Vec::new(), Vec::new());
    for word in words {
        let parts: Vec<&str> = word.split('/').collect();
        match parts.as_slice() {
            [number, year, ..] if is_count(number) && is_year(year) => whole.push(word.to_owned()),
            [year] if is_year(year) => years.push(word.to_owned()),
            _ => {}
        }
    }
    numbers.extend(whole);
    (numbers, years)
}

fn is_count(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit())
}

/// The acts that the packs list, by number. One whose day is not told was in force at the earliest
/// when the year of its number began.
fn acts() -> BTreeMap<String, Force> {
    let mut acts = BTreeMap::new();
    let files = read("../../packs");
    let packs = files.iter().filter(|(path, _)| path.ends_with("/pack.toml"));
    for law in packs.flat_map(|(_, text)| text.split("[[law]]").skip(1)) {
        let name = law.lines().find_map(|line| line.strip_prefix("name = ")).unwrap();
        let (numbers, _) = named(name);
        let [number] = numbers.as_slice() else { panic!("{name} has no number") };
        let year: i16 = number.split('/').nth(1).unwrap().parse().unwrap();
        let from = law.lines().find_map(|line| line.strip_prefix("from = "));
        let from = from.map_or(date(year, 1, 1), |day| day.parse().unwrap());
        let until = ENDED.iter().find(|(ended, _)| ended == number).map(|(_, day)| *day);
        acts.insert(number.clone(), (from, until));
    }
    acts
}

/// The keys of the texts that a version shows.
fn keys(kind: &CaseKind) -> Vec<String> {
    let id = &kind.id;
    let mut keys = vec![format!("kind-{id}"), format!("kind-{id}-help")];
    for field in &kind.fields {
        keys.push(format!("field-{}", field.id));
        if let FieldType::Choice(choices) | FieldType::Choices(choices) = &field.takes {
            keys.extend(choices.iter().map(|choice| format!("choice-{choice}")));
        }
    }
    for reason in &kind.reasons {
        keys.extend([format!("reason-{}", reason.id), format!("reason-{}-next", reason.id)]);
    }
    keys.extend(kind.guards.iter().map(|guard| format!("guard-{}", guard.id)));
    keys.extend(kind.topics.iter().map(|topic| format!("topic-{}", topic.id)));
    keys.extend(kind.steps.iter().map(|step| format!("step-{}", step.id)));
    keys.extend(kind.actions.iter().map(|action| format!("action-{}", action.id)));
    keys.extend(kind.clocks.iter().map(|clock| format!("clock-{}", clock.id)));
    keys.extend(kind.duties.iter().map(|duty| format!("duty-{}", duty.id)));
    keys
}

fn letters(kind: &CaseKind) -> impl Iterator<Item = &'static LetterTemplate> {
    let made = kind.actions.iter().filter_map(|action| action.letter.as_ref());
    made.chain(&kind.receipt).map(|id| &PACKS.rules.letters[id])
}

/// The rules that a version cites.
fn cited(kind: &CaseKind) -> Vec<&Citation> {
    let mut all: Vec<&Citation> =
        kind.guards.iter().filter_map(|guard| guard.rule.as_ref()).collect();
    all.extend(kind.reasons.iter().map(|reason| &reason.rule));
    all.extend(kind.clocks.iter().map(|clock| &clock.rule));
    all.extend(kind.duties.iter().map(|duty| &duty.rule));
    all.extend(kind.kept_closed.iter().map(|kept| &kept.rule));
    all
}

/// What a version shows, each text with where it stands.
fn shown(kind: &CaseKind, words: &BTreeMap<(&str, String), String>) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for key in keys(kind) {
        for lang in ["vi", "en"] {
            let text = words.get(&(lang, key.clone())).cloned();
            all.extend(text.map(|text| (format!("{key} ({lang})"), text)));
        }
    }
    for letter in letters(kind) {
        let texts =
            letter.patterns().map(|text| (format!("letter {}", letter.id), text.to_string()));
        all.extend(texts);
    }
    for rule in cited(kind) {
        all.extend([&rule.law, &rule.law_en].map(|law| ("a rule".to_owned(), law.clone())));
    }
    all
}

/// The texts of all word files on one line each, by language and key.
fn texts() -> BTreeMap<(&'static str, String), String> {
    let lines = PACKS.words.iter().flat_map(|(lang, file)| file.lines().map(|line| (*lang, line)));
    let texts = lines.filter_map(|(lang, line)| Some((lang, line.split_once(" = ")?)));
    texts.map(|(lang, (key, text))| ((lang, key.to_owned()), text.to_owned())).collect()
}

/// Whether an act is in force for as long as new cases begin under a version.
fn holds_for(kind: &CaseKind, (from, until): Force) -> bool {
    let until = until.unwrap_or(Date::MAX);
    from <= kind.from && kind.until.unwrap_or(Date::MAX) <= until
}

#[test]
fn no_version_names_an_act_that_was_not_in_force_then() {
    let (acts, words) = (acts(), texts());
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for kind in &PACKS.rules.kinds {
        for (at, text) in shown(kind, &words) {
            let (numbers, years) = named(&text);
            let at = format!("{} from {}, {at}", kind.id, kind.from);
            wrong.extend(years.iter().map(|year| format!("{at}: of which act is {year}?")));
            for number in numbers {
                seen += 1;
                let same =
                    |own: &&String| **own == number || own.starts_with(&format!("{number}/"));
                match acts.keys().find(same).map(|own| acts[own]) {
                    Some(force) if holds_for(kind, force) => {}
                    Some(_) => wrong.push(format!("{at}: {number} was not in force throughout")),
                    None => wrong.push(format!("{at}: no pack lists {number}")),
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert_eq!(wrong, Vec::<String>::new(), "\n{}", wrong.join("\n"));
    assert!(seen > 500, "only {seen} acts were named");
}

#[test]
fn acts_are_found_by_number_and_by_year() {
    let found = |text: &str| named(text);
    let numbers =
        |numbers: &[&str]| numbers.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let rows = [
        (
            "(Luật Tố cáo 2018, Điều 38; Luật Tố cáo 2011, Điều 9)",
            &["03/2011/QH13", "25/2018/QH14"][..],
            &[][..],
        ),
        ("nêu rõ việc đó (Luật 136/2025/QH15).", &["136/2025/QH15"], &[]),
        ("Law on Denunciations 2018, art. 38; of 2011, art. 9", &["25/2018/QH14"], &["2011"]),
        ("từ 01/7/2025, trong 2016 ngày", &[], &["2016"]),
    ];
    for (text, expected, years) in rows {
        assert_eq!(found(text), (numbers(expected), numbers(years)), "{text}");
    }
}

#[test]
fn words_cite_articles_as_the_program_prints_them() {
    for (lang, text) in &PACKS.words {
        for line in text.lines() {
            // An article stands before its law; only another article stands before it with a comma.
            let before: Vec<&str> = line.split(", Điều ").collect();
            let is_article = |text: &&str| {
                let mut words = text.rsplit(' ');
                let number = words.next().is_some_and(|n| n.chars().all(|c| c.is_ascii_digit()));
                number && words.next().is_none_or(|word| word.ends_with("Điều"))
            };
            let count = before.len().saturating_sub(1);
            assert!(before.iter().take(count).all(is_article), "{lang}: {line}");
            assert!(!line.contains("art. "), "{lang}: {line}");
        }
    }
}
