use std::collections::BTreeMap;

use kheo_pack::Problem;

const ENGLISH: &str = include_str!("../../../kheo-words/words/packs.en.ftl");
const VIETNAMESE: &str = include_str!("../../../kheo-words/words/packs.vi.ftl");

/// The texts of a word file, each on one line.
fn texts(file: &str) -> BTreeMap<&str, &str> {
    file.lines().filter_map(|line| line.split_once(" = ")).collect()
}

/// A text with its arguments as Fluent writes them.
fn fluent(text: &str, args: &[&str]) -> String {
    args.iter().fold(text.to_owned(), |text, name| {
        text.replace(&format!("{{{name}}}"), &format!("{{ ${name} }}"))
    })
}

/// The keys and texts of all problems, in English.
fn wanted() -> BTreeMap<String, String> {
    let both = Problem::TEXTS.iter().flat_map(|problem| {
        let key = format!("pack-{}", problem.code.to_lowercase());
        [
            (format!("{key}-remedy"), fluent(problem.remedy, problem.args)),
            (key, fluent(problem.message, problem.args)),
        ]
    });
    both.collect()
}

#[test]
fn codes_are_different_and_in_order() {
    let codes: Vec<_> = Problem::TEXTS.iter().map(|problem| problem.code).collect();
    assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
}

#[test]
fn the_english_word_file_says_what_the_program_says() {
    let english = texts(ENGLISH);
    let english: Vec<_> = english.into_iter().collect();
    let wanted = wanted();
    let wanted: Vec<_> = wanted.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    assert_eq!(english, wanted);
}

#[test]
fn the_vietnamese_word_file_says_as_much() {
    let vietnamese = texts(VIETNAMESE);
    let wanted = wanted();
    let keys: Vec<&str> = wanted.keys().map(String::as_str).collect();
    assert_eq!(vietnamese.keys().copied().collect::<Vec<_>>(), keys);
    for (key, english) in &wanted {
        for argument in english.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next()) {
            let said = vietnamese[key.as_str()].contains(&format!("{{ ${argument} }}"));
            assert!(said, "{key} does not say {argument}");
        }
        assert!(!vietnamese[key.as_str()].is_ascii(), "{key} is not Vietnamese");
    }
}
