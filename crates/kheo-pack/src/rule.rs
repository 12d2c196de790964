//! Reads how a rule is cited.

use kheo_calendar::{Citation, Confidence};

use crate::error::Findings;
use crate::fields::Fields;
use crate::problem::Problem;
use crate::source::Name;

pub(crate) const CONFIDENCES: [(&str, Confidence); 3] = [
    ("high", Confidence::High),
    ("medium", Confidence::Medium),
    ("unconfirmed", Confidence::Unconfirmed),
];

/// The rule that the table follows.
pub(crate) fn rule(fields: &mut Fields<'_, '_>) -> Option<Citation> {
    let law = fields.text("law");
    let law_en = fields.text("law_en");
    let article = fields.optional_text("article");
    let confidence = fields.word("confidence", &CONFIDENCES);
    check(law.as_ref(), law_en.as_ref(), article.as_ref(), fields.found());
    Some(Citation {
        law: law?.value,
        law_en: law_en?.value,
        article: article.map(|article| article.value),
        from: None,
        confidence: confidence?,
    })
}

/// The rule that the table follows; nothing when it names none.
pub(crate) fn optional_rule(fields: &mut Fields<'_, '_>) -> Option<Citation> {
    let names = ["law", "law_en", "article", "confidence"];
    if names.into_iter().any(|name| fields.has(name)) { rule(fields) } else { None }
}

/// Finds what is not cited in the one form: an act by its name and number, its article, clause and point
/// apart from it, so that every page and letter prints them in the same order.
fn check(
    law: Option<&Name<'_>>,
    law_en: Option<&Name<'_>>,
    article: Option<&Name<'_>>,
    found: &Findings,
) {
    for (name, before) in
        law.map(|name| (name, "số")).into_iter().chain(law_en.map(|name| (name, "No.")))
    {
        for number in without(&name.value, before) {
            let before = before.to_owned();
            found.add(&name.at, Problem::NumberAlone { number: number.to_owned(), before });
        }
        if name.value.split([' ', ',', '(']).any(|word| PARTS.contains(&word)) {
            found.add(&name.at, Problem::ArticleInName { name: name.value.clone() });
        }
    }
    if let (Some(law), Some(law_en)) = (law, law_en)
        && numbers(&law.value).ne(numbers(&law_en.value))
    {
        found.add(&law_en.at, Problem::OtherNumber { name: law.value.clone() });
    }
    let all_are = |list: &str| list.split("; ").all(is_article);
    if let Some(article) = article.filter(|article| !all_are(&article.value)) {
        found.add(&article.at, Problem::ArticleForm { article: article.value.clone() });
    }
}

/// The words by which parts of an act are named; they are printed, not written.
const PARTS: [&str; 9] =
    ["Điều", "điều", "khoản", "điểm", "art.", "article", "Article", "clause", "point"];

/// The numbers of acts in the name of a rule: `02/2011/QH13`.
fn numbers(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', ',', ';', '(', ')']).filter(|word| is_number(word))
}

fn is_number(word: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let mut parts = word.split('/');
    parts.next().is_some_and(digits)
        && parts.next().is_some_and(|year| year.len() == 4 && digits(year))
        && parts.next().is_some()
}

/// The numbers in `name` that do not stand after the word `before`.
fn without<'n>(name: &'n str, before: &'n str) -> impl Iterator<Item = &'n str> {
    let words: Vec<&str> = name.split([' ', ',', ';', '(', ')']).collect();
    let alone: Vec<&str> = words
        .iter()
        .enumerate()
        .filter(|(at, word)| is_number(word) && (*at == 0 || words.get(at - 1) != Some(&before)))
        .map(|(_, word)| *word)
        .collect();
    alone.into_iter()
}

/// Whether `text` is an article with its clause and point: `11`, `11.5`, `29.3.b`.
fn is_article(text: &str) -> bool {
    let mut parts = text.split('.');
    let numbered = |part: &str| {
        let digits = part.trim_end_matches(|c: char| c.is_lowercase());
        !digits.is_empty()
            && digits.chars().all(|c| c.is_ascii_digit())
            && part.chars().count() <= digits.len() + 1
    };
    let lettered = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_lowercase) && letters.next().is_none()
    };
    parts.next().is_some_and(numbered)
        && parts.next().is_none_or(numbered)
        && parts.next().is_none_or(lettered)
        && parts.next().is_none()
}
