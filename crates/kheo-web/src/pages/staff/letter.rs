//! A letter as it will be sent, with its files.

use kheo_core::id::CaseCode;
use kheo_words::Tongue;
use maud::{Markup, html};

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct LetterPage {
    pub(crate) code: CaseCode,
    /// The number of the event that made it.
    pub(crate) number: usize,
    pub(crate) title: String,
    /// The letter as paper; it holds the title of the page.
    pub(crate) sheet: Markup,
}

/// The page.
pub(crate) fn page(tongue: Tongue<'_>, page: &LetterPage) -> Markup {
    let case = format!("/cases/{}", page.code);
    let file = |extension| format!("{case}/letters/{}/letter.{extension}", page.number);
    html! {
        p class="quiet crumbs" {
            a href="/cases" { (tongue.say("staff-cases-title")) } " › "
            a href=(case) { (page.code) } " › " (page.title)
        }
        p { (tongue.say("staff-letter-lead")) }
        p class="buttons" {
            a class="btn" href=(file("docx")) { (tongue.say("staff-letter-docx")) }
            a class="btn two" href=(file("pdf")) { (tongue.say("staff-letter-pdf")) }
        }
        div class="paper" lang="vi" { (page.sheet) }
    }
}

impl LetterPage {
    /// A letter for tests of pages.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            code: CaseCode::new("KN-2016-0412"),
            number: 2,
            title: "Thông báo thụ lý".into(),
            sheet: html! { article class="sheet letter" { h1 { "THÔNG BÁO" } } },
        }
    }
}
