//! How cases of each kind move: a list, and one procedure as a picture and as a table.

use jiff::civil::Date;
use kheo_core::id::KindId;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::parts::table;

/// A version of a procedure in the list.
#[derive(Debug, Clone)]
pub(crate) struct ProcedureLine {
    pub(crate) kind: KindId,
    pub(crate) from: Date,
    pub(crate) until: Option<Date>,
    pub(crate) state: Standing,
    pub(crate) href: String,
}

/// Whether a version applies today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Past,
    Applies,
    ToCome,
}

/// One version of a procedure.
#[derive(Debug, Clone)]
pub(crate) struct ProcedurePage {
    pub(crate) title: String,
    /// The state diagram.
    pub(crate) picture: Markup,
    pub(crate) actions: Vec<ActionLine>,
    /// When its cases count as kept closed, and by which rule; nothing where that is at once.
    pub(crate) kept_closed: Option<String>,
}

/// What can be done, at which steps, and by whom.
#[derive(Debug, Clone)]
pub(crate) struct ActionLine {
    pub(crate) name: String,
    pub(crate) from: Vec<String>,
    /// Where it leads; nothing when the case stays at its step.
    pub(crate) to: Option<String>,
    pub(crate) who: Vec<String>,
}

const VERSIONS: [&str; 3] = ["staff-column-kind", "staff-life-last", "staff-column-state"];

/// The list.
pub(crate) fn list(tongue: Tongue<'_>, lines: &[ProcedureLine]) -> Markup {
    let title = tongue.say("staff-procedures-title");
    let caption = html! { caption class="quiet" { (tongue.say("staff-procedures-caption")) } };
    let rows = html! { @for line in lines { (version(tongue, line)) } };
    html! {
        h1 { (title) }
        @if lines.is_empty() {
            p { (tongue.say("staff-procedures-none")) }
        } @else {
            (table::list(tongue, &title, &caption, &VERSIONS, &rows))
        }
    }
}

fn version(tongue: Tongue<'_>, line: &ProcedureLine) -> Markup {
    let [_, last, state] = VERSIONS.map(|key| tongue.say(key));
    let (kind, day) = (tongue.say(&format!("kind-{}", line.kind)), tongue.date(line.from));
    let name = tongue.say_with("staff-procedure-version", &[("kind", &kind), ("day", &day)]);
    let standing = tongue.say(match line.state {
        Standing::Past => "staff-procedure-past",
        Standing::Applies => "staff-procedure-in-force",
        Standing::ToCome => "staff-procedure-to-come",
    });
    html! {
        tr {
            th scope="row" { a href=(line.href) { (name) } }
            td class="line" data-label=(last) {
                (line.until.map_or_else(|| "–".to_owned(), |until| tongue.date(until)))
            }
            td class="line" data-label=(state) { (standing) }
        }
    }
}

/// One procedure.
pub(crate) fn page(tongue: Tongue<'_>, page: &ProcedurePage) -> Markup {
    let actions = tongue.say("staff-procedure-actions");
    let caption = html! { caption class="quiet" { (actions) } };
    let rows = html! { @for action in &page.actions { (row(tongue, action)) } };
    html! {
        p class="quiet crumbs" {
            a href="/procedures" { (tongue.say("staff-procedures-title")) }
        }
        h1 { (page.title) }
        figure class="chart" { (page.picture) }
        @if let Some(kept_closed) = &page.kept_closed { p { (kept_closed) } }
        (table::list(tongue, &actions, &caption, &ACTIONS, &rows))
    }
}

const ACTIONS: [&str; 4] =
    ["staff-procedure-action", "staff-procedure-from", "staff-procedure-to", "staff-procedure-who"];

fn row(tongue: Tongue<'_>, action: &ActionLine) -> Markup {
    let [_, from, to, who] = ACTIONS.map(|key| tongue.say(key));
    let stays = || tongue.say("staff-procedure-stays");
    html! {
        tr {
            th scope="row" { (action.name) }
            td class="line" data-label=(from) { (lines(&action.from)) }
            td class="line" data-label=(to) { (action.to.clone().unwrap_or_else(stays)) }
            td class="line" data-label=(who) { (lines(&action.who)) }
        }
    }
}

fn lines(texts: &[String]) -> Markup {
    html! {
        @for (place, text) in texts.iter().enumerate() {
            @if place > 0 { span class="sep" { ", " } br; }
            (text)
        }
    }
}

impl ProcedurePage {
    /// A procedure of one action, for tests of pages.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            title: "Quy trình: Kiến nghị".into(),
            picture: html! { svg role="img" { title { "Quy trình" } } },
            actions: vec![ActionLine {
                name: "Trả lời <b>".into(),
                from: vec!["Đã thụ lý".into(), "Đang giải quyết".into()],
                to: None,
                who: vec!["xử lý".into()],
            }],
            kept_closed: Some("Dứt điểm sau 30 ngày.".into()),
        }
    }
}

impl ProcedureLine {
    /// A version in force and one before it, for tests of pages.
    #[cfg(test)]
    pub(crate) fn samples() -> Vec<Self> {
        use jiff::civil::date;
        let of = |from, until, state| Self {
            kind: KindId::new("recommendation"),
            from,
            until,
            state,
            href: "/procedures/recommendation?version=2014-07-01".into(),
        };
        vec![
            of(date(2020, 1, 1), None, Standing::Applies),
            of(date(2014, 7, 1), Some(date(2019, 12, 31)), Standing::Past),
        ]
    }
}
