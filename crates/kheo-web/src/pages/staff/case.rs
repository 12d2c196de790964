//! One case: what can be done now, what happened, which limits run.

mod side;

use kheo_core::id::{ActionId, CaseCode, KindId, TopicId};
use kheo_words::Tongue;
use maud::{Markup, html};

pub(crate) use side::{ClockCard, FileLink, LetterLink, Petitioner, files};

use crate::pages::staff::action::{self, ActionForm};
use crate::pages::staff::line::{self, Marks};
use crate::pages::staff::matter::MatterCard;
use crate::pages::staff::told::{self, Happening};
use crate::parts::chip::{self, Stand};
use crate::parts::fault::Fault;

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct CasePage {
    pub(crate) code: CaseCode,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) place: Option<String>,
    pub(crate) kind: KindId,
    pub(crate) topic: TopicId,
    pub(crate) stand: Stand,
    /// The page of the procedure that the case follows; nothing where the packs have it no more.
    pub(crate) procedure: Option<String>,
    pub(crate) unit: String,
    pub(crate) handler: Option<String>,
    pub(crate) marks: Marks,
    /// Why the last action was refused.
    pub(crate) faults: Vec<Fault>,
    /// What was filled in of the form of its kind: label and answer.
    pub(crate) filled: Vec<(String, String)>,
    /// When, by whom and why its content was erased, if it was.
    pub(crate) erased: Option<String>,
    /// Why the reader does not read all of it: the key of the words.
    pub(crate) withheld: Option<&'static str>,
    /// From when on it counts as kept closed, and why from then.
    pub(crate) kept_closed: Option<String>,
    /// Until when it is kept, once it is closed, and the rule that says so.
    pub(crate) retention: Option<String>,
    /// Why others do what the reader's role does otherwise.
    pub(crate) not_theirs: Option<String>,
    /// The actions that are possible now, for this reader.
    pub(crate) forms: Vec<ActionForm>,
    /// What the reader does with such a case and cannot do with this one now, and why not.
    pub(crate) impossible: Vec<(ActionId, String)>,
    pub(crate) told: Vec<Happening>,
    pub(crate) clocks: Vec<ClockCard>,
    pub(crate) petitioner: Petitioner,
    pub(crate) files: Vec<FileLink>,
    /// The letters that were made for it, as far as the reader may see them.
    pub(crate) letters: Vec<LetterLink>,
    pub(crate) matter: MatterCard,
}

/// The page.
pub(crate) fn page(tongue: Tongue<'_>, case: &CasePage) -> Markup {
    html! {
        p class="quiet crumbs" {
            a href="/cases" { (tongue.say("staff-cases-title")) } " › " (case.code)
        }
        @if !case.faults.is_empty() { (summary(tongue, case)) }
        h1 lang="vi" { (case.subject) }
        p {
            span class="chip" { (tongue.say(&format!("kind-{}", case.kind))) } " "
            span class="chip" { (tongue.say(&format!("topic-{}", case.topic))) } " "
            (chip::step(tongue, &case.stand)) " "
            (line::chips(tongue, case.marks))
        }
        p {
            (case.unit) @if let Some(handler) = &case.handler { " · " (handler) }
            @if let Some(procedure) = &case.procedure {
                " · " a href=(procedure) { (tongue.say("staff-case-procedure")) }
            }
        }
        @if let Some(kept_closed) = &case.kept_closed { p class="quiet" { (kept_closed) } }
        (actions(tongue, case))
        div class="cols" {
            div { (petition(tongue, case)) (told::timeline(tongue, &case.told)) }
            aside { (side::cards(tongue, case)) }
        }
    }
}

fn summary(tongue: Tongue<'_>, case: &CasePage) -> Markup {
    let form = case.forms.iter().find(|form| !form.faults.is_empty());
    html! {
        div class="summary" role="alert" tabindex="-1" id="problem" {
            h2 { (tongue.say("staff-problem")) }
            @for fault in &case.faults {
                p {
                    @match form {
                        Some(form) => a href=(format!("#{}", form.anchor(fault))) { (fault.words) },
                        None => @match case.matter.anchor() {
                            Some(anchor) => a href=(format!("#{anchor}")) { (fault.words) },
                            None => (fault.words),
                        },
                    }
                }
            }
        }
    }
}

fn actions(tongue: Tongue<'_>, case: &CasePage) -> Markup {
    html! {
        section class="actions" aria-label=(tongue.say("staff-case-actions")) {
            @if let Some(why) = &case.not_theirs { p class="notice" { (why) } }
            @else if case.forms.is_empty() {
                p class="quiet" { (tongue.say("staff-case-no-actions")) }
            }
            @for (index, form) in case.forms.iter().enumerate() {
                (action::form(tongue, form, index == 0))
            }
            @if !case.impossible.is_empty() {
                details class="action" id="impossible" {
                    summary class="btn two" { (tongue.say("staff-case-impossible")) }
                    dl class="facts card" { @for (action, why) in &case.impossible {
                        dt { (tongue.say(&format!("action-{action}"))) } dd { (why) }
                    } }
                }
            }
        }
    }
}

fn petition(tongue: Tongue<'_>, case: &CasePage) -> Markup {
    html! {
        section class="card petition" {
            h2 { (tongue.say("staff-case-petition")) }
            @if let Some(erased) = &case.erased { p class="notice" { (erased) } }
            @else if let Some(why) = case.withheld { p class="notice" { (tongue.say(why)) } }
            @else if case.text.is_empty() {
                p class="quiet" { (tongue.say("staff-case-erased")) }
            }
            @for paragraph in case.text.lines().filter(|line| !line.is_empty()) {
                p lang="vi" { (paragraph) }
            }
            @if let Some(place) = &case.place {
                p class="quiet" {
                    (tongue.say("staff-case-place")) ": " span lang="vi" { (place) }
                }
            }
            @if !case.filled.is_empty() {
                dl class="facts" { @for (label, answer) in &case.filled {
                    dt { (label) } dd { (answer) }
                } }
            }
            @if let Some(retention) = &case.retention { p class="quiet" { (retention) } }
        }
    }
}

impl CasePage {
    /// A case with everything that can stand on its page.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            code: CaseCode::new("KN-2016-0412"),
            subject: "Mương Khuổi Chang làm dở".into(),
            text: "Nước không về ruộng.\nĐã ba vụ.".into(),
            place: Some("tổ 17".into()),
            kind: KindId::new("recommendation"),
            topic: TopicId::new("irrigation"),
            stand: Stand::at(None, &kheo_core::id::StepId::new("accepted")),
            procedure: Some("/procedures/recommendation?version=2014-07-01".into()),
            unit: "Xã Nông Thượng".into(),
            handler: Some("Công chức địa chính".into()),
            marks: Marks::sample(),
            faults: vec![Fault::new("text", "Chưa ghi nội dung.")],
            filled: vec![("Số quyết định".into(), "12/QĐ-UBND".into())],
            erased: None,
            withheld: None,
            kept_closed: Some("Dứt điểm từ ngày 05/06/2016.".into()),
            retention: Some("Lưu đến ngày 04/05/2036".into()),
            not_theirs: None,
            forms: vec![ActionForm::sample()],
            impossible: vec![(ActionId::new("answer"), "Chỉ làm một lần và đã làm rồi.".into())],
            told: vec![Happening::sample()],
            clocks: vec![ClockCard::sample()],
            petitioner: Petitioner::Named {
                persons: 12,
                name: Some("Người gửi".into()),
                phone: Some("0209 000 000".into()),
            },
            files: vec![FileLink::sample()],
            letters: vec![LetterLink {
                href: "/cases/KN-2016-0412/letters/2".into(),
                title: "Thông báo thụ lý".into(),
                on: jiff::civil::date(2016, 5, 4),
            }],
            matter: MatterCard::sample(),
        }
    }

    /// A closed case of somebody unnamed, for a reader without rights to act.
    #[cfg(test)]
    pub(crate) fn sample_bare() -> Self {
        Self {
            text: String::new(),
            place: None,
            handler: None,
            marks: Marks::default(),
            faults: Vec::new(),
            filled: Vec::new(),
            withheld: Some("staff-case-sealed"),
            kept_closed: None,
            retention: None,
            not_theirs: Some("Đơn đã giao cho cán bộ khác.".to_owned()),
            forms: Vec::new(),
            impossible: Vec::new(),
            clocks: Vec::new(),
            petitioner: Petitioner::Hidden,
            files: Vec::new(),
            letters: Vec::new(),
            matter: MatterCard::default(),
            ..Self::sample()
        }
    }
}
