//! How good the chances were: beside simpler rules, and by what came of them.

use kheo_core::quantity::Quantity;
use kheo_core::warning::{Bin, Brier, Judgement, Part};
use kheo_paper::svg::calibration::{self, Calibration, CalibrationBar};
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::parts::chip;
use crate::parts::table::{Column, table};

pub(super) fn judged(tongue: Tongue<'_>, judgement: &Judgement) -> Markup {
    let parts = [&judgement.fitted, &judgement.judged];
    html! {
        p {
            (part(tongue, "warning-fitted", parts[0])) " "
            (part(tongue, "warning-judged", parts[1])) " "
            @if parts.iter().any(|part| part.demonstration > 0) { (chip::demonstration(tongue)) }
        }
        h3 { (tongue.say("warning-error")) }
        p { (tongue.say("warning-error-about")) }
        (errors(tongue, judgement))
        h3 { (tongue.say("warning-calibration")) }
        p { (tongue.say("warning-calibration-about")) }
        figure class="chart" { (picture(tongue, judgement)) }
        (bins(tongue, judgement))
    }
}

fn part(tongue: Tongue<'_>, key: &str, part: &Part) -> String {
    let (limits, missed) = (part.limits.to_string(), part.missed.to_string());
    let looked_at = part.looked_at.to_string();
    tongue.say_with(
        key,
        &[
            ("limits", &limits),
            ("missed", &missed),
            ("first", &tongue.date(part.first)),
            ("last", &tongue.date(part.last)),
            ("times", &looked_at),
        ],
    )
}

fn errors(tongue: Tongue<'_>, judgement: &Judgement) -> Markup {
    let error = |error: Brier| tongue.number(Quantity::from_thousandths(error.thousandths()));
    let rows = [
        ("warning-by-model", judgement.model),
        ("warning-by-count-down", judgement.count_down),
        ("warning-by-count-down-rates", judgement.count_down_rates),
        ("warning-by-same", judgement.same_for_all),
    ];
    let rows: Vec<Vec<Markup>> = rows
        .iter()
        .map(|(key, found)| vec![html! { (tongue.say(key)) }, html! { (error(*found)) }])
        .collect();
    let columns = [("warning-column-rule", false), ("warning-column-error", true)];
    table(&html! { (tongue.say("warning-error-caption")) }, &titled(tongue, &columns), &rows)
}

fn titled(tongue: Tongue<'_>, columns: &[(&str, bool)]) -> Vec<Column> {
    columns.iter().map(|(key, number)| Column { words: tongue.say(key), number: *number }).collect()
}

fn range(bin: &Bin) -> String {
    format!("{}–{}%", bin.from, bin.until)
}

fn picture(tongue: Tongue<'_>, judgement: &Judgement) -> Markup {
    let bar = |bin: &Bin| {
        let (said, came) = (bin.said_percent()?, bin.missed_percent()?);
        let count = i64::try_from(bin.said).unwrap_or(i64::MAX);
        let value = tongue.say_count("warning-came", count, &[("percent", &came.to_string())]);
        Some(CalibrationBar { label: range(bin), value, said, came })
    };
    calibration::render(&Calibration {
        title: tongue.say("warning-calibration"),
        alt: tongue.say("warning-calibration-about"),
        mark: tongue.say("warning-calibration-mark"),
        bars: judgement.bins.iter().filter_map(bar).collect(),
    })
}

fn bins(tongue: Tongue<'_>, judgement: &Judgement) -> Markup {
    let percent = |percent: Option<i64>| percent.map_or("–".to_owned(), |n| format!("{n}%"));
    let rows: Vec<Vec<Markup>> = judgement
        .bins
        .iter()
        .map(|bin| {
            vec![
                html! { (range(bin)) },
                html! { (percent(bin.said_percent())) },
                html! { (percent(bin.missed_percent())) },
                html! { (bin.said) },
            ]
        })
        .collect();
    let columns = [
        ("warning-column-range", false),
        ("warning-column-said", true),
        ("warning-column-came", true),
        ("warning-column-times", true),
    ];
    table(&html! { (tongue.say("warning-calibration-caption")) }, &titled(tongue, &columns), &rows)
}
