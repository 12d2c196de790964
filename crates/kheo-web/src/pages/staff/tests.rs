//! Every staff page in every language is whole: one title, labelled fields, links that lead somewhere.

use kheo_core::warning::Off;
use kheo_words::{Lang, Tongue, Words};
use maud::Markup;

use super::{
    case, cases, conflict, figures, letter, matter, matters, measure, procedures, review, tasks,
    units, warnings, work,
};

/// The words a pack would bring for the samples.
const PACK_KEYS: [&str; 11] = [
    "kind-recommendation",
    "topic-roads",
    "topic-irrigation",
    "step-accepted",
    "step-assigned",
    "action-answer",
    "clock-answer",
    "duty-chair-receives",
    "measure-spring-rice-area",
    "measured-in-hectare",
    "measured-in-percent",
];

fn pages(tongue: Tongue<'_>) -> Vec<(&'static str, Markup)> {
    vec![
        ("work", work::page(tongue, &work::WorkPage::sample())),
        ("cases", cases::page(tongue, &cases::CasesPage::sample())),
        ("no cases", cases::page(tongue, &cases::CasesPage::sample_empty())),
        ("case", case::page(tongue, &case::CasePage::sample())),
        ("bare case", case::page(tongue, &case::CasePage::sample_bare())),
        ("letter", letter::page(tongue, &letter::LetterPage::sample())),
        ("conflict", conflict::page(tongue, &conflict::ConflictPage::sample())),
        ("conflict, over", conflict::page(tongue, &conflict::ConflictPage::sample_over())),
        ("matters", matters::page(tongue, &matters::MattersPage::sample())),
        ("no matters", matters::page(tongue, &matters::MattersPage::sample_empty())),
        ("matter", matter::page(tongue, &matter::MatterPage::sample())),
        ("tasks", tasks::page(tongue, &tasks::TasksPage::sample())),
        ("tasks, changed", tasks::page(tongue, &tasks::TasksPage::sample_changed())),
        ("figures", figures::page(tongue, &figures::FiguresPage::sample())),
        ("measure", measure::page(tongue, &measure::MeasurePage::sample())),
        ("units", units::list(tongue, &units::UnitsPage::sample())),
        ("unit", units::unit(tongue, &units::UnitPage::sample())),
        ("procedures", procedures::list(tongue, &procedures::ProcedureLine::samples())),
        ("no procedures", procedures::list(tongue, &[])),
        ("procedure", procedures::page(tongue, &procedures::ProcedurePage::sample())),
        ("warnings", warnings::page(tongue, &warnings::WarningsPage::sample())),
        ("no warnings", warnings::page(tongue, &warnings::WarningsPage::sample_off(Off::Uneven))),
        ("review", review::page(tongue, &review::ReviewPage::sample())),
        ("figure", review::figure(tongue, &review::FigurePage::sample())),
    ]
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// The opening tags of `name` in `page`, with what stands in each.
fn elements<'a>(page: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let close = format!("</{name}>");
    page.split(&format!("<{name}"))
        .skip(1)
        .filter(|rest| rest.starts_with([' ', '>']))
        .filter_map(|rest| rest.split_once('>'))
        .map(|(tag, rest)| (tag, rest.split_once(&close).map_or("", |(inner, _)| inner)))
        .collect()
}

fn faults(page: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if elements(page, "h1").len() != 1 {
        faults.push("not one h1".to_owned());
    }
    for word in [" style=", "⟨", "<script"] {
        if page.contains(word) {
            let from = page.split(word).nth(1).unwrap_or_default();
            faults.push(format!("holds {word}{}", from.chars().take(40).collect::<String>()));
        }
    }
    for (tag, inner) in elements(page, "a") {
        if attribute(tag, "href").is_none_or(str::is_empty) || inner.trim().is_empty() {
            faults.push(format!("empty link: <a{tag}>{inner}"));
        }
    }
    let labels: Vec<&str> =
        elements(page, "label").iter().filter_map(|(tag, _)| attribute(tag, "for")).collect();
    for name in ["input", "select", "textarea"] {
        for (tag, _) in elements(page, name) {
            let hidden = attribute(tag, "type") == Some("hidden");
            if !hidden && !attribute(tag, "id").is_some_and(|id| labels.contains(&id)) {
                faults.push(format!("no label: <{name}{tag}>"));
            }
        }
    }
    for (tag, inner) in elements(page, "table") {
        if !inner.contains("<caption") || !inner.contains("scope=\"col\"") {
            faults.push(format!("table without caption or heads: {tag}"));
        }
    }
    faults
}

#[test]
fn all_staff_pages_are_whole_in_all_languages() {
    let lines: Vec<String> = PACK_KEYS.iter().map(|key| format!("{key} = {key}")).collect();
    let pack = lines.join("\n");
    let words = Words::load(&[(Lang::Vi, pack.clone()), (Lang::En, pack)]).unwrap();
    for lang in Lang::ALL {
        for (name, page) in pages(words.in_lang(lang)) {
            assert_eq!(faults(&page.into_string()), Vec::<String>::new(), "{name}, {}", lang.tag());
        }
    }
}

#[test]
fn what_people_typed_is_text_and_never_markup() {
    let words = Words::load(&[]).unwrap();
    let tongue = words.in_lang(Lang::Vi);
    let list = cases::page(tongue, &cases::CasesPage::sample()).into_string();
    assert!(list.contains("dở &lt;b&gt;"));
    let case = case::page(tongue, &case::CasePage::sample()).into_string();
    assert!(case.contains("Đã &lt;/textarea&gt; sửa"));
}

#[test]
fn a_refused_action_points_to_its_field_and_keeps_the_text() {
    let words = Words::load(&[]).unwrap();
    let page = case::page(words.in_lang(Lang::Vi), &case::CasePage::sample()).into_string();
    assert!(page.contains("href=\"#answer-text\""));
    assert!(page.contains("aria-describedby=\"answer-text-hint answer-text-error\""));
    assert!(page.contains("<details class=\"action\" id=\"answer-form\" open>"));
}
