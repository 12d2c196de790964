use std::collections::BTreeMap;

use super::{CaseRow, Review, draft};
use crate::case::Metric;
use crate::formula::Formula;
use crate::id::{KindId, MeasureId, UnitId};
use crate::measure::{Good, Measure, Plan, Reading};
use crate::origin::Origin;
use crate::period::PeriodLength;
use crate::quantity::Quantity;
use crate::review::figure::{Figures, Tally};
use crate::review::plan::{Indicator, Paragraph, ReviewPlan, Sentence};

fn q(text: &str) -> Quantity {
    text.parse().unwrap()
}

fn source() -> Origin {
    Origin::Reported { source: "https://a.example".into() }
}

fn measures() -> BTreeMap<MeasureId, Measure> {
    let all = [
        ("rice", Good::Up),
        ("maize", Good::Up),
        ("fines", Good::Down),
        ("rain", Good::Neither),
        ("ponds", Good::Up),
    ];
    let measure = |(id, good)| Measure {
        id: MeasureId::new(id),
        measured_in: "hectare".into(),
        period: PeriodLength::Half,
        adds_up: true,
        stock: id == "ponds",
        good,
        least: None,
        most: None,
    };
    all.map(measure).into_iter().map(|measure| (measure.id.clone(), measure)).collect()
}

fn reading(measure: &str, unit: &str, value: &str, origin: Origin) -> Reading {
    Reading {
        measure: MeasureId::new(measure),
        unit: UnitId::new(unit),
        period: "2016-H1".parse().unwrap(),
        value: q(value),
        origin,
        set_aside: false,
        note: None,
        note_en: None,
    }
}

fn planned(measure: &str, period: &str, value: &str) -> Plan {
    Plan {
        measure: MeasureId::new(measure),
        unit: UnitId::new("city"),
        period: period.parse().unwrap(),
        value: q(value),
        origin: source(),
        note: None,
        note_en: None,
    }
}

fn figures() -> Figures {
    let below = ["ward-1", "ward-2"].map(UnitId::new).to_vec();
    Figures::of(UnitId::new("city"), below, BTreeMap::new(), "2016-H1".parse().unwrap())
}

fn paragraph(id: &str, section: &str, sentences: &[&[(&str, &str)]]) -> Paragraph {
    let sentence = |figures: &&[(&str, &str)]| Sentence {
        words: format!("say-{id}"),
        unless: None,
        figures: figures
            .iter()
            .map(|(name, reference)| ((*name).to_owned(), reference.parse().unwrap()))
            .collect(),
    };
    Paragraph {
        id: id.into(),
        section: section.into(),
        sentences: sentences.iter().map(sentence).collect(),
    }
}

fn plan() -> ReviewPlan {
    ReviewPlan {
        sections: vec!["party".into(), "government".into()],
        paragraphs: vec![
            paragraph(
                "crop",
                "government",
                &[
                    &[("done", "reading:rice")],
                    &[("done", "reading:rice"), ("percent", "percent:rice")],
                ],
            ),
            paragraph("weather", "government", &[&[("rain", "reading:rain")]]),
            paragraph("meetings", "party", &[&[]]),
        ],
        tables: vec![MeasureId::new("rice"), MeasureId::new("maize")],
        chart: vec![MeasureId::new("rain"), MeasureId::new("rice")],
        ..ReviewPlan::default()
    }
}

fn review(figures: &Figures) -> Review {
    draft(&plan(), &measures(), figures)
}

#[test]
fn a_kind_without_cases_is_said_to_have_none() {
    let received = ("received", "cases:complaint:received");
    let mut theme = paragraph("complaints", "party", &[&[received, ("all", "indicator:all")], &[]]);
    theme.sentences[1].words = "say-none".into();
    theme.sentences[1].unless = Some("say-complaints".into());
    let formula = r#"cases("complaint", "open") + cases("denunciation", "open")"#;
    let formula = Formula::parse(formula).unwrap();
    let indicator = Indicator { measured_in: "case".into(), formula };
    let plan = ReviewPlan {
        sections: vec!["party".into()],
        paragraphs: vec![theme, paragraph("all", "party", &[&[("received", "cases:received")]])],
        indicators: BTreeMap::from([("all".to_owned(), indicator)]),
        ..ReviewPlan::default()
    };
    let words = |known: &Figures| -> Vec<String> {
        let review = draft(&plan, &measures(), known);
        let said = review.sections[0].1.iter().flat_map(|theme| &theme.sentences);
        said.map(|sentence| sentence.words.clone()).collect()
    };
    let of = |kind: &str, metric| Tally {
        unit: UnitId::new("ward-1"),
        kind: KindId::new(kind),
        metric,
        count: 1,
        demonstration: 0,
    };
    let mut known = figures();
    known.extend([of("feedback", Metric::Received)]);
    assert_eq!(words(&known), ["say-none", "say-all"], "other kinds do not count");
    known.extend([of("denunciation", Metric::Open)]);
    assert_eq!(words(&known), ["say-complaints", "say-all"], "one figure is enough");
    assert_eq!(words(&figures()), ["say-none", "say-all"], "what counts all kinds says 0");
}

#[test]
fn a_sentence_stands_in_for_one_that_is_left_out() {
    let mut plan = plan();
    let crop = &mut plan.paragraphs[0];
    crop.sentences.reverse();
    crop.sentences[0].words = "say-crop-to-plan".into();
    crop.sentences[1].unless = Some("say-crop-to-plan".into());
    let words = |known: &Figures| -> Vec<String> {
        let review = draft(&plan, &measures(), known);
        review.sections[1].1[0].sentences.iter().map(|said| said.words.clone()).collect()
    };
    let mut known = figures();
    known.extend([reading("rice", "city", "345.45", source())]);
    assert_eq!(words(&known), ["say-crop"], "without a plan only the area can be told");
    known.extend([planned("rice", "2016-H1", "300")]);
    assert_eq!(words(&known), ["say-crop-to-plan"]);

    let mut third = plan.paragraphs[0].sentences[1].clone();
    third.unless = Some("say-crop".into());
    third.words = "say-some-crop".into();
    plan.paragraphs[0].sentences.push(third);
    let review = draft(&plan, &measures(), &known);
    assert_eq!(review.sections[1].1[0].sentences.len(), 1, "nothing stands in for a stand-in");
}

fn said(review: &Review, section: usize, theme: usize) -> usize {
    review.sections[section].1[theme].sentences.len()
}

#[test]
fn a_sentence_without_one_of_its_figures_is_left_out() {
    let mut known = figures();
    known.extend([reading("rice", "city", "345.45", source())]);
    assert_eq!(said(&review(&known), 1, 0), 1, "the percent needs a plan");
    known.extend([planned("rice", "2016", "300")]);
    assert_eq!(said(&review(&known), 1, 0), 2);
}

#[test]
fn a_theme_without_figures_stays_and_is_told_as_silent() {
    let drafted = review(&figures());
    let themes: Vec<_> = drafted.sections[1].1.iter().map(|theme| theme.id.as_str()).collect();
    assert_eq!(themes, ["crop", "weather"]);
    assert_eq!(drafted.quality.silent, ["crop", "weather"]);
    assert_eq!(said(&drafted, 0, 0), 1, "a sentence that needs no figure is said");
}

#[test]
fn half_of_the_years_plan_is_due_at_midyear() {
    let mut known = figures();
    known.extend([reading("rice", "city", "55", source())]);
    known.extend([reading("maize", "city", "55", source())]);
    known.extend([planned("rice", "2016", "100"), planned("maize", "2016-H1", "100")]);
    let drafted = review(&known);
    let due = |side: &[super::Assessed]| {
        side.iter().map(|a| (a.measure.to_string(), a.percent.value, a.due)).collect::<Vec<_>>()
    };
    assert_eq!(due(&drafted.ahead), [("rice".to_owned(), q("55"), Some(50))]);
    assert_eq!(due(&drafted.behind), [("maize".to_owned(), q("55"), Some(100))]);
}

#[test]
fn a_stock_is_judged_only_where_its_plan_ends() {
    let rows =
        [("2016", "40", None), ("2016-H1", "40", Some(false)), ("2016-H1", "120", Some(true))];
    for (plan_for, value, judged_ahead) in rows {
        let mut known = figures();
        known.extend([reading("ponds", "city", value, source())]);
        known.extend([planned("ponds", plan_for, "100")]);
        let mut plan = plan();
        plan.chart = vec![MeasureId::new("ponds")];
        let drafted = draft(&plan, &measures(), &known);
        assert_eq!(drafted.chart.len(), 1, "it is shown all the same");
        assert_eq!(drafted.chart[0].due.is_some(), judged_ahead.is_some(), "{plan_for}");
        let sides = (drafted.ahead.len(), drafted.behind.len());
        let expected = judged_ahead.map_or((0, 0), |ahead| if ahead { (1, 0) } else { (0, 1) });
        assert_eq!(sides, expected, "{value} of the plan for {plan_for}");
    }
}

#[test]
fn no_result_is_too_large_to_be_sorted() {
    let most = Quantity::from_thousandths(i64::MAX / 100_000).to_string();
    let least = Quantity::from_thousandths(i64::MIN / 100_000).to_string();
    let mut known = figures();
    for (measure, value) in [("rice", &most), ("maize", &least), ("fines", &least)] {
        known.extend([reading(measure, "city", value, source())]);
        known.extend([planned(measure, "2016-H1", "0.001")]);
    }
    let drafted = review(&known);
    let names = |side: &[super::Assessed]| -> Vec<String> {
        side.iter().map(|a| a.measure.to_string()).collect()
    };
    assert_eq!(
        (names(&drafted.ahead), names(&drafted.behind)),
        (vec!["fines".to_owned(), "rice".to_owned()], vec!["maize".to_owned()],)
    );
}

fn order(results: [(&str, &str); 3]) -> (Vec<String>, Vec<String>) {
    let mut known = figures();
    for (measure, value) in results {
        known.extend([reading(measure, "city", value, source())]);
        known.extend([planned(measure, "2016", "100")]);
    }
    known.extend([reading("rain", "city", "900", source())]);
    known.extend([planned("rain", "2016", "100")]);
    let drafted = review(&known);
    let names = |side: &[super::Assessed]| side.iter().map(|a| a.measure.to_string()).collect();
    (names(&drafted.ahead), names(&drafted.behind))
}

#[test]
fn the_furthest_ahead_and_the_furthest_behind_come_first() {
    let (ahead, behind) = order([("rice", "51"), ("maize", "80"), ("fines", "40")]);
    assert_eq!(ahead, ["maize", "fines", "rice"], "fewer fines than foreseen are good");
    assert!(behind.is_empty(), "what is neither good nor bad is not judged");

    let (ahead, behind) = order([("rice", "45"), ("maize", "50"), ("fines", "70")]);
    assert_eq!(ahead, ["maize"], "exactly what is due is reached");
    assert_eq!(behind, ["fines", "rice"]);
}

#[test]
fn the_chart_shows_what_has_plan_and_result_in_the_order_of_the_packs() {
    let mut known = figures();
    for measure in ["rice", "rain"] {
        known.extend([reading(measure, "city", "55", source())]);
        known.extend([planned(measure, "2016", "100")]);
    }
    let drafted = review(&known);
    let chart: Vec<_> = drafted.chart.iter().map(|a| a.measure.as_str()).collect();
    assert_eq!(chart, ["rain", "rice"]);
}

#[test]
fn tables_show_the_units_and_all_together() {
    let mut known = figures();
    known.extend([
        reading("rice", "city", "345.45", source()),
        reading("rice", "ward-2", "45.45", Origin::Demonstration),
        reading("rice", "ward-1", "300", Origin::Demonstration),
        reading("maize", "city", "10", source()),
    ]);
    let drafted = review(&known);
    assert_eq!(drafted.tables.len(), 1, "no unit below has a figure for maize");
    let table = &drafted.tables[0];
    let parts: Vec<_> = table.parts.iter().map(|part| (part.unit.as_str(), part.value)).collect();
    assert_eq!(parts, [("ward-1", q("300")), ("ward-2", q("45.45"))]);
    assert_eq!(table.whole.as_ref().unwrap().value, q("345.45"));
}

#[test]
fn a_unit_without_cases_has_no_row_and_all_together_come_last() {
    let mut known = figures();
    let tally = |unit: &str, count| Tally {
        unit: UnitId::new(unit),
        kind: KindId::new("recommendation"),
        metric: Metric::Received,
        count,
        demonstration: 0,
    };
    known.extend([tally("city", 2), tally("ward-2", 5)]);
    let drafted = review(&known);
    let received = |row: &CaseRow| {
        (row.unit.as_ref().map_or("all", UnitId::as_str).to_owned(), row.figures[0].value)
    };
    let rows: Vec<_> = drafted.cases.iter().map(received).collect();
    let expected = [("city", q("2")), ("ward-2", q("5")), ("all", q("7"))];
    assert_eq!(rows, expected.map(|(unit, value)| (unit.to_owned(), value)));
    assert_eq!(
        drafted.quality.entered,
        3 * (CaseRow::METRICS.len() + 1),
        "what the city received itself and what all received are two figures"
    );
}

#[test]
fn a_figure_that_is_said_twice_is_counted_once() {
    let mut known = figures();
    known.extend([reading("rice", "city", "345.45", source())]);
    known.extend([reading("maize", "ward-1", "1", Origin::Demonstration)]);
    known.extend([planned("rice", "2016", "300")]);
    let quality = review(&known).quality;
    assert_eq!(quality.reported, 3, "the area, its plan and the percent");
    assert_eq!(quality.demonstration, 2, "the ward's maize and the city's sum");
    assert_eq!(quality.entered, CaseRow::METRICS.len() + 1, "the counts of no cases");
}

#[test]
fn a_contradiction_stands_beside_the_reading_that_is_used() {
    let aside = |measure, value| {
        let mut reading = reading(measure, "city", value, source());
        reading.set_aside = true;
        reading
    };
    let mut known = figures();
    known.extend([
        aside("rice", "130.298"),
        reading("rice", "ward-1", "7", source()),
        reading("rice", "city", "101.799", source()),
        aside("maize", "5"),
    ]);
    let pairs = review(&known).quality.contradictions;
    let values: Vec<_> = pairs
        .iter()
        .map(|pair| (pair.used.as_ref().map(|used| used.value), pair.set_aside.value))
        .collect();
    assert_eq!(values, [(None, q("5")), (Some(q("101.799")), q("130.298"))]);
}
