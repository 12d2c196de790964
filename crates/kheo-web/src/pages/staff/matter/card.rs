//! The card of a matter on the page of one of its cases: the others, those that look alike, and what
//! can be said of them.

use kheo_core::id::CaseCode;
use kheo_core::matter::MatterId;
use kheo_words::Tongue;
use maud::{Markup, html};

use super::{OtherCase, other};

/// Everything on the card.
#[derive(Debug, Clone, Default)]
pub(crate) struct MatterCard {
    /// Why the reader is not told of it, where they are not.
    pub(crate) withheld: Option<&'static str>,
    pub(crate) matter: Option<MatterId>,
    /// The newest other cases of the matter.
    pub(crate) others: Vec<OtherCase>,
    /// How many older ones there are.
    pub(crate) older: u64,
    /// The links of this case that the reader can take back.
    pub(crate) links: Vec<LinkForm>,
    /// Cases that look alike, with the forms to link them.
    pub(crate) suggestions: Vec<Suggestion>,
    /// The form to link a case by its code; nothing for whoever may not.
    pub(crate) by_code: Option<LinkForm>,
    /// That the matter is pursued after its final answer: what was said, and what can be.
    pub(crate) judgement: Judgement,
}

/// A form that links two cases or takes that back.
#[derive(Debug, Clone)]
pub(crate) struct LinkForm {
    /// The case on whose page it stands; nothing where the reader may only read.
    pub(crate) code: Option<CaseCode>,
    pub(crate) csrf: String,
    /// The other case, by its registration.
    pub(crate) other: u64,
    /// What is linked, by whom and when; what was typed where a code is asked for.
    pub(crate) words: String,
    /// Why what was typed was refused.
    pub(crate) problem: Option<String>,
}

/// A case that looks alike.
#[derive(Debug, Clone)]
pub(crate) struct Suggestion {
    pub(crate) case: OtherCase,
    /// How much, in words.
    pub(crate) score: &'static str,
    /// - Unit: hundredths.
    pub(crate) hundredths: u8,
    pub(crate) reasons: Vec<String>,
    pub(crate) link: LinkForm,
}

/// A judgement that a matter is pursued after its final answer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Judgement {
    /// What was said last, with who, when and why, where the case is judged so.
    pub(crate) said: Option<(String, String)>,
    /// The form: its address and token; nothing for whoever may not, or while it makes no sense.
    pub(crate) form: Option<JudgeForm>,
}

/// The form of a judgement.
#[derive(Debug, Clone)]
pub(crate) struct JudgeForm {
    pub(crate) code: CaseCode,
    pub(crate) csrf: String,
    /// Whether it withdraws one.
    pub(crate) withdraws: bool,
    pub(crate) text: String,
    pub(crate) problem: Option<String>,
}

impl MatterCard {
    /// The field that has a problem.
    pub(crate) fn anchor(&self) -> Option<&'static str> {
        let judged = self.judgement.form.as_ref().and_then(|form| form.problem.as_ref());
        let typed = self.by_code.as_ref().and_then(|form| form.problem.as_ref());
        judged.map(|_| "judge-text").or(typed.map(|_| "link-code"))
    }
}

/// The card.
pub(crate) fn card(tongue: Tongue<'_>, card: &MatterCard) -> Markup {
    html! {
        section class="card" id="matter" {
            h2 { (tongue.say("staff-matter-title")) }
            @if let Some(why) = card.withheld {
                p class="quiet" { (tongue.say(why)) }
            } @else if let Some(matter) = card.matter {
                p { a href=(format!("/matters/{matter}")) { (tongue.say("staff-matter-open")) } }
                (super::older(tongue, card.older))
                ul class="plain matter" {
                    @for case in &card.others { li { (other(tongue, case)) } }
                }
                @for link in &card.links { (undo(tongue, link)) }
            } @else {
                p class="quiet" { (tongue.say("staff-matter-none")) }
            }
            (judgement(tongue, &card.judgement))
            @if let Some(form) = &card.by_code {
                (suggestions(tongue, &card.suggestions))
                (by_code(tongue, form))
            }
        }
    }
}

fn suggestions(tongue: Tongue<'_>, suggestions: &[Suggestion]) -> Markup {
    html! {
        h3 { (tongue.say("staff-alike-title")) }
        @if suggestions.is_empty() { p class="quiet" { (tongue.say("staff-alike-none")) } }
        ul class="plain matter" { @for one in suggestions { li {
            (other(tongue, &one.case))
            div class="m" {
                b { (tongue.say(one.score)) } " (" (one.hundredths) "/100)"
                @for reason in &one.reasons { " · " (reason) }
            }
            (form(tongue, &one.link, "link", "staff-alike-link"))
        } } }
    }
}

/// What is linked, with the button that takes it back.
pub(super) fn undo(tongue: Tongue<'_>, link: &LinkForm) -> Markup {
    html! {
        div class="m" { (link.words) }
        (form(tongue, link, "unlink", "staff-matter-unlink"))
    }
}

fn form(tongue: Tongue<'_>, link: &LinkForm, deed: &str, words: &str) -> Markup {
    html! {
        @if let Some(code) = &link.code {
            form method="post" action=(format!("/cases/{code}/matter/{deed}")) {
                input type="hidden" name="csrf" value=(link.csrf);
                input type="hidden" name="other" value=(link.other);
                button class="btn two" { (tongue.say(words)) }
            }
        }
    }
}

fn by_code(tongue: Tongue<'_>, form: &LinkForm) -> Markup {
    let Some(code) = &form.code else { return html! {} };
    let described = form.problem.as_ref().map(|_| "link-code-error");
    html! {
        details open[form.problem.is_some()] {
            summary { (tongue.say("staff-alike-by-code")) }
            form method="post" action=(format!("/cases/{code}/matter/link")) {
                input type="hidden" name="csrf" value=(form.csrf);
                div class=(if form.problem.is_some() { "field wrong" } else { "field" }) {
                    label for="link-code" { (tongue.say("staff-column-code")) }
                    @if let Some(why) = &form.problem {
                        p class="error" id="link-code-error" { (why) }
                    }
                    input id="link-code" name="code" type="text" value=(form.words)
                        autocomplete="off" aria-describedby=[described];
                }
                button class="btn two" { (tongue.say("staff-alike-link")) }
            }
        }
    }
}

fn judgement(tongue: Tongue<'_>, judgement: &Judgement) -> Markup {
    html! {
        @if let Some((what, why)) = &judgement.said {
            h3 { (tongue.say("staff-chip-pursued")) }
            p { (what) }
            @for paragraph in why.lines().filter(|line| !line.is_empty()) {
                p lang="vi" { (paragraph) }
            }
        }
        @if let Some(form) = &judgement.form { (judge(tongue, form)) }
    }
}

fn judge(tongue: Tongue<'_>, form: &JudgeForm) -> Markup {
    let (deed, words) = if form.withdraws {
        ("withdraw", "staff-judge-withdraw")
    } else {
        ("judge", "staff-judge")
    };
    let described = form.problem.as_ref().map(|_| "judge-text-error");
    html! {
        details open[form.problem.is_some()] {
            summary { (tongue.say(words)) }
            form method="post" action=(format!("/cases/{}/matter/{deed}", form.code)) {
                p class="quiet" { (tongue.say("staff-judge-help")) }
                input type="hidden" name="csrf" value=(form.csrf);
                div class=(if form.problem.is_some() { "field wrong" } else { "field" }) {
                    label for="judge-text" { (tongue.say("staff-judge-reasons")) }
                    @if let Some(why) = &form.problem {
                        p class="error" id="judge-text-error" { (why) }
                    }
                    textarea id="judge-text" name="text" rows="4" aria-describedby=[described] {
                        // A line break after the tag would be dropped by browsers.
                        "\n" (form.text)
                    }
                }
                button class="btn two" { (tongue.say(words)) }
            }
        }
    }
}

impl LinkForm {
    /// A link that the reader can take back.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            code: Some(CaseCode::new("KN-2016-0412")),
            csrf: "token".into(),
            other: 17,
            words: "PA-2016-0007 · Cán bộ tiếp dân".into(),
            problem: None,
        }
    }
}

impl MatterCard {
    /// A card with everything, refused for its reasons.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        let code = CaseCode::new("KN-2016-0412");
        let link = LinkForm::sample();
        Self {
            withheld: None,
            matter: Some(MatterId(412)),
            others: vec![OtherCase::sample(), OtherCase::sample_elsewhere()],
            older: 3,
            links: vec![link.clone()],
            suggestions: vec![Suggestion {
                case: OtherCase::sample(),
                score: "staff-alike-strong",
                hundredths: 83,
                reasons: vec!["cùng số điện thoại".into()],
                link: link.clone(),
            }],
            by_code: Some(LinkForm { problem: Some("Không có đơn này.".into()), ..link }),
            judgement: Judgement {
                said: Some(("Chủ tịch UBND xã, 20/05/2016".into(), "Đã trả lời.".into())),
                form: Some(JudgeForm {
                    code,
                    csrf: "token".into(),
                    withdraws: true,
                    text: "Có tình tiết mới </textarea>".into(),
                    problem: Some("Chưa ghi lý do.".into()),
                }),
            },
        }
    }
}
