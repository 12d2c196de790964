//! The form of one action of a procedure.

use std::collections::BTreeMap;

use kheo_core::case::{CaseKind, Deed, FormField, Need, Publicity};
use kheo_core::id::{ActionId, CaseCode};
use kheo_core::letter::{LetterTemplate, Readers, Variable};
use kheo_core::media::ACCEPTED;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::staff::choice::{self, Select};
use crate::parts::fault::{self, Fault};
use crate::parts::questions::{self, Questions};

/// One action, with what it asks for.
#[derive(Debug, Clone)]
pub(crate) struct ActionForm {
    pub(crate) code: CaseCode,
    pub(crate) action: ActionId,
    /// The words for who reads its text.
    pub(crate) readers: &'static str,
    /// The version of the case that the reader is shown.
    pub(crate) seen: u64,
    /// The token that proves the form came from this program.
    pub(crate) csrf: String,
    pub(crate) needs: Vec<Need>,
    /// Units to transfer to, where one is asked for.
    pub(crate) units: Select,
    /// Posts to make responsible, where one is asked for.
    pub(crate) posts: Select,
    /// How hard the matter is, and whether it lies in a remote area, where that is asked for.
    pub(crate) complexity: Select,
    /// Nothing where that is settled.
    pub(crate) remote: Option<bool>,
    /// By how much to extend.
    pub(crate) length: String,
    /// The reasons to choose from, where one is asked for.
    pub(crate) reasons: Option<Select>,
    /// The questions of the pack.
    pub(crate) asks: Vec<FormField>,
    /// What the identifiers of their controls begin with.
    pub(crate) prefix: String,
    /// What was typed into their controls, by name, or is known already.
    pub(crate) typed: BTreeMap<String, String>,
    /// Whether it was sent before.
    pub(crate) sent: bool,
    /// What was typed before.
    pub(crate) text: String,
    /// What is wrong with it.
    pub(crate) faults: Vec<Fault>,
}

impl ActionForm {
    fn id(&self, field: &str) -> String {
        format!("{}-{field}", self.action)
    }

    /// Whether somebody filled something in, which must not be hidden.
    fn is_begun(&self) -> bool {
        let chosen = [&self.text, &self.units.chosen, &self.posts.chosen];
        !self.faults.is_empty()
            || chosen.iter().any(|filled| !filled.is_empty())
            || self.reasons.as_ref().is_some_and(|reasons| !reasons.chosen.is_empty())
            || (self.sent && self.typed.values().any(|text| !text.is_empty()))
    }

    /// The anchor of the control that has `fault`.
    pub(crate) fn anchor(&self, fault: &Fault) -> String {
        let known = self.needs.iter().any(|need| need.field() == fault.field)
            || fault.field == "reason"
            || self.asks.iter().any(|ask| questions::name(&ask.id) == fault.field);
        self.id(if known { &fault.field } else { "form" })
    }
}

/// The form, folded behind the name of the action; the first one stands out.
pub(crate) fn form(tongue: Tongue<'_>, form: &ActionForm, first: bool) -> Markup {
    let words = tongue.say(&format!("action-{}", form.action));
    html! {
        details class="action" id=(form.id("form")) open[form.is_begun()] {
            summary class=(if first { "btn" } else { "btn two" }) { (words) }
            form class="card" method="post" enctype="multipart/form-data"
                action=(format!("/cases/{}/{}", form.code, form.action))
            {
                input type="hidden" name="csrf" value=(form.csrf);
                input type="hidden" name="seen" value=(form.seen);
                @if let Some(reasons) = &form.reasons { (reason(form, reasons)) }
                (questions(form).markup(tongue))
                @for need in &form.needs { (field(tongue, form, *need)) }
                button class="btn" { (words) }
            }
        }
    }
}

fn questions(form: &ActionForm) -> Questions<'_> {
    Questions {
        fields: form.asks.iter().collect(),
        typed: &form.typed,
        faults: &form.faults,
        prefix: &form.prefix,
    }
}

fn reason(form: &ActionForm, reasons: &Select) -> Markup {
    let id = form.id("reason");
    let wrong = fault::of_field(&form.faults, "reason");
    html! {
        div class=(if wrong.is_some() { "field wrong" } else { "field" }) {
            (choice::select_with(&id, reasons, wrong))
        }
    }
}

fn field(tongue: Tongue<'_>, form: &ActionForm, need: Need) -> Markup {
    let id = form.id(need.field());
    let why = fault::of_field(&form.faults, need.field());
    let label = |key| html! { label for=(id) { (tongue.say(key)) } };
    let hint = |key| html! { span class="hint" id=(format!("{id}-hint")) { (tongue.say(key)) } };
    let error = html! {
        @if let Some(why) = why { p class="error" id=(format!("{id}-error")) { (why) } }
    };
    let invalid = why.map(|_| "true");
    let described = why.map_or(format!("{id}-hint"), |_| format!("{id}-hint {id}-error"));
    html! {
        div class=(if why.is_some() { "field wrong" } else { "field" }) {
            @match need {
                Need::Text => {
                    (label("staff-action-text")) (hint(form.readers)) (error)
                    textarea id=(id) name="text" rows="5" aria-invalid=[invalid]
                        aria-describedby=(described) {
                        // A line break after the tag would be dropped by browsers.
                        "\n" (form.text)
                    }
                }
                Need::Proof => {
                    (label("staff-action-proof")) (hint("staff-action-proof-help")) (error)
                    input id=(id) type="file" name="proof" multiple accept=(ACCEPTED.join(","))
                        aria-invalid=[invalid] aria-describedby=(described);
                }
                Need::Unit => (choice::select_with(&id, &form.units, why)),
                Need::Post => (choice::select_with(&id, &form.posts, why)),
                Need::Length => {
                    (label("staff-action-length")) (hint("staff-action-length-help")) (error)
                    input id=(id) type="number" name="length" min="1" max="3650" value=(form.length)
                        aria-invalid=[invalid] aria-describedby=(described);
                }
                Need::Circumstances => {
                    @if !form.complexity.choices.is_empty() || why.is_some() {
                        (choice::select_with(&id, &form.complexity, why))
                    }
                    @if let Some(remote) = form.remote {
                        p class="check" {
                            input id=(form.id("remote")) type="checkbox" name="remote" value="yes"
                                checked[remote];
                            label for=(form.id("remote")) { (tongue.say("staff-action-remote")) }
                        }
                    }
                }
            }
        }
    }
}

/// The words for what the text of `deed` is, and who reads it in cases of `kind`, where the action
/// makes `letter`.
pub(crate) fn readers(
    kind: &CaseKind,
    deed: Deed,
    letter: Option<&LetterTemplate>,
) -> &'static str {
    let printed = letter.filter(|letter| letter.says(&Variable::Text));
    match (deed, printed.map(|letter| letter.readers)) {
        (Deed::Answer, _) if kind.publishes(Publicity::Answer) => "staff-action-text-answer",
        (Deed::Refuse, _) if kind.publishes(Publicity::Refusal) => "staff-action-text-refuse",
        (Deed::Answer | Deed::Refuse, _) => "staff-action-text-sender",
        (_, None) => "staff-action-text-inside",
        (_, Some(Readers::Others)) => "staff-action-text-others",
        (Deed::Extend, Some(_)) => "staff-action-text-extend",
        (_, Some(_)) => "staff-action-text-sender",
    }
}

impl ActionForm {
    /// An action that asks for everything, refused for its text.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        use crate::parts::field::Choice;
        let select = |name, label: &str| Select {
            name,
            label: label.into(),
            any: Some("–".into()),
            choices: vec![Choice::new("song-cau", "Phường Sông Cầu")],
            chosen: String::new(),
        };
        Self {
            code: CaseCode::new("KN-2016-0412"),
            action: ActionId::new("answer"),
            readers: "staff-action-text-answer",
            seen: 4,
            csrf: "token".into(),
            needs: vec![
                Need::Text,
                Need::Proof,
                Need::Unit,
                Need::Post,
                Need::Circumstances,
                Need::Length,
            ],
            units: select("unit", "Đơn vị"),
            posts: select("post", "Vị trí"),
            complexity: select("complexity", "Mức độ"),
            remote: Some(true),
            length: "15".into(),
            text: "Đã </textarea> sửa".into(),
            reasons: Some(select("reason", "Lý do")),
            asks: Vec::new(),
            typed: BTreeMap::new(),
            sent: true,
            prefix: "answer-".into(),
            faults: vec![Fault::new("text", "Chưa ghi nội dung.")],
        }
    }
}

#[cfg(test)]
mod tests {
    use kheo_core::case::Deed;
    use kheo_core::id::LetterId;
    use kheo_core::letter::{LetterTemplate, Readers};

    use super::readers;

    #[test]
    fn whoever_types_a_text_is_told_who_reads_it() {
        let rules = kheo_testkit::rules();
        let kind = &rules.kinds[0];
        let slip = &rules.letters[&LetterId::new("slip")];
        let mut printing = slip.clone();
        printing.body[0].text = "Lý do: { $text }".parse().unwrap();
        let told = |deed, readers_of| {
            let letter = LetterTemplate { readers: readers_of, ..printing.clone() };
            readers(kind, deed, Some(&letter))
        };
        assert_eq!(readers(kind, Deed::Note, None), "staff-action-text-inside");
        assert_eq!(readers(kind, Deed::Transfer, Some(slip)), "staff-action-text-inside");
        assert_eq!(told(Deed::Transfer, Readers::Others), "staff-action-text-others");
        assert_eq!(told(Deed::Extend, Readers::Petitioner), "staff-action-text-extend");
        assert_eq!(told(Deed::Note, Readers::Petitioner), "staff-action-text-sender");
        assert_eq!(readers(kind, Deed::Answer, None), "staff-action-text-answer");
    }
}
