//! Reads how a rule is cited.

use kheo_calendar::{Citation, Confidence};

use crate::fields::Fields;

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
