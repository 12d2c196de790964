//! Part II: what went well and what lags, with the charts.

use std::collections::BTreeMap;

use kheo_core::case::Metric;
use kheo_core::quantity::Quantity;
use kheo_core::review::{Assessed, CaseRow, Figure};

use super::Composer;
use crate::{
    Block, Chart, ChartKind, PlanBar, PlanBars, Segment, Span, StackedBar, StackedBars,
    StackedPart, Tone,
};

impl Composer<'_> {
    pub(super) fn assessment(&self) -> Vec<Block> {
        let mut blocks =
            vec![self.heading(1, "review-assessment"), self.heading(2, "review-ahead")];
        blocks.extend(self.judged(&self.review.ahead, "review-ahead"));
        blocks.push(self.heading(2, "review-behind"));
        blocks.extend(self.judged(&self.review.behind, "review-behind"));
        blocks.push(self.heading(2, "review-cases"));
        blocks.extend(self.review.cases.last().map(|all| self.cases_said(all)));
        let charts = self.plan_chart().into_iter().chain(self.case_chart());
        blocks.extend((1..).zip(charts).map(|(n, chart)| self.numbered(n, chart)));
        blocks
    }

    fn judged(&self, side: &[Assessed], key: &str) -> Vec<Block> {
        if side.is_empty() {
            return vec![self.paragraph(&format!("{key}-none"))];
        }
        let items = side.iter().map(|assessed| self.assessed(assessed)).collect();
        vec![self.paragraph(&format!("{key}-those")), Block::List(items)]
    }

    fn assessed(&self, assessed: &Assessed) -> Vec<Span> {
        let figures = BTreeMap::from([
            ("done", self.measured(&assessed.done)),
            ("planned", self.measured(&assessed.planned)),
            ("percent", self.measured(&assessed.percent)),
        ]);
        let words = [
            ("measure", self.measure(&assessed.measure)),
            ("period", self.tongue.period(assessed.planned.period)),
            ("due", self.due(assessed)),
        ];
        let words = words.each_ref().map(|(name, text)| (*name, text.as_str()));
        self.sentence("review-assessed", &figures, &words)
    }

    /// The percent that was due, or when the plan of a stock falls due.
    pub(super) fn due(&self, assessed: &Assessed) -> String {
        let end = || {
            let period = self.tongue.period(assessed.planned.period);
            self.tongue.say_with("review-due-at-the-end", &[("period", &period)])
        };
        assessed.due.map_or_else(end, |due| self.percent(due))
    }

    fn percent(&self, percent: i32) -> String {
        self.tongue.measured(Quantity::whole(percent), "percent")
    }

    fn cases_said(&self, all: &CaseRow) -> Block {
        let figures: BTreeMap<&str, Span> =
            columns().zip(&all.figures).map(|(name, figure)| (name, self.number(figure))).collect();
        Block::Paragraph(self.sentence("review-cases-said", &figures, &[]))
    }

    fn numbered(&self, n: usize, mut chart: Chart) -> Block {
        let variables = [("n", n.to_string()), ("title", chart.title)];
        let variables = variables.each_ref().map(|(name, text)| (*name, text.as_str()));
        chart.title = self.tongue.say_with("review-chart", &variables);
        Block::Chart(chart)
    }

    fn plan_chart(&self) -> Option<Chart> {
        let bars: Vec<PlanBar> = self.review.chart.iter().map(|a| self.plan_bar(a)).collect();
        if bars.is_empty() {
            return None;
        }
        let shares: Vec<String> =
            bars.iter().map(|bar| format!("{}: {}", bar.label, bar.share_text)).collect();
        let figures = self.review.chart.iter().flat_map(|a| [&a.done, &a.planned]);
        Some(Chart {
            title: self.chart_title("review-plans", figures),
            alt: self.tongue.say_with("review-plans-alt", &[("list", &shares.join("; "))]),
            table_label: self.tongue.say("review-chart-data"),
            kind: ChartKind::PlanBars(PlanBars {
                label_title: self.tongue.say("review-column-measure"),
                done_title: self.tongue.say("review-column-done"),
                plan_title: self.tongue.say("review-column-planned"),
                share_title: self.tongue.say("review-column-percent"),
                plan_mark: self
                    .tongue
                    .say_with("review-plans-mark", &[("percent", &self.percent(100))]),
                bars,
            }),
        })
    }

    fn plan_bar(&self, assessed: &Assessed) -> PlanBar {
        let text = |figure: &Figure| {
            self.marked(figure, &self.tongue.measured(figure.value, &figure.measured_in))
        };
        PlanBar {
            label: self.measure(&assessed.measure),
            done: assessed.done.value.thousandths(),
            plan: assessed.planned.value.thousandths(),
            done_text: text(&assessed.done),
            plan_text: text(&assessed.planned),
            share_text: text(&assessed.percent),
        }
    }

    fn case_chart(&self) -> Option<Chart> {
        let total = self.review.cases.last()?;
        let rows: Vec<(String, &CaseRow)> = self
            .review
            .cases
            .iter()
            .filter_map(|row| Some((self.unit(row.unit.as_ref()?), row)))
            .collect();
        let received = |row| counted(row, Metric::Received.word());
        let busiest = rows.iter().max_by_key(|(_, row)| received(row).map(|f| f.value))?;
        let (most, all) =
            (self.counted_text(received(busiest.1)?), self.counted_text(received(total)?));
        let moved = self.counted_text(counted(total, Metric::TransferredIn.word())?);
        let part = |key: &str, tone| StackedPart { label: self.tongue.say(key), tone };
        Some(Chart {
            title: self.chart_title("review-cases-by-unit", total.figures.iter()),
            alt: self.tongue.say_with(
                "review-cases-alt",
                &[("unit", &busiest.0), ("n", &most), ("total", &all), ("moved", &moved)],
            ),
            table_label: self.tongue.say("review-chart-data"),
            kind: ChartKind::StackedBars(StackedBars {
                label_title: self.tongue.say("review-column-unit"),
                total_title: self.tongue.say("review-column-came"),
                parts: vec![
                    part("review-part-in-time", Tone::InTime),
                    part("review-part-late", Tone::Late),
                    part("review-part-pending", Tone::Pending),
                    part("review-part-overdue", Tone::Overdue),
                ],
                bars: rows.iter().map(|(unit, row)| self.stacked(unit, row)).collect(),
            }),
        })
    }

    fn stacked(&self, unit: &str, row: &CaseRow) -> StackedBar {
        let count = |name: &str| counted(row, name).map_or(Quantity::ZERO, |figure| figure.value);
        let overdue = count(OVERDUE);
        let pending = count(Metric::Open.word()).saturating_sub(overdue).max(Quantity::ZERO);
        let in_time = count(Metric::AnsweredInTime.word());
        let late = count(Metric::AnsweredLate.word());
        let segment = |value: Quantity| Segment {
            value: value.thousandths(),
            text: self.tongue.number(value),
        };
        StackedBar {
            label: unit.to_owned(),
            segments: [in_time, late, pending, overdue].map(segment).to_vec(),
            total_text: self.came_and_went(row),
        }
    }

    /// How many cases a unit received, and how many came from other units and went there: whoever
    /// only answers what others hand over received none.
    fn came_and_went(&self, row: &CaseRow) -> String {
        let moves = [
            ("review-received", Metric::Received),
            ("review-transferred-in", Metric::TransferredIn),
            ("review-transferred-out", Metric::TransferredOut),
        ];
        let said = moves.iter().filter_map(|(key, metric)| {
            let figure = counted(row, metric.word()).filter(|f| f.value != Quantity::ZERO)?;
            Some(self.tongue.say_with(key, &[("n", &self.counted_text(figure))]))
        });
        said.collect::<Vec<_>>().join(" · ")
    }

    fn counted_text(&self, figure: &Figure) -> String {
        self.marked(figure, &self.tongue.number(figure.value))
    }

    /// The title of `key`, which says so when one of the `figures` was made up.
    fn chart_title<'f>(&self, key: &str, mut figures: impl Iterator<Item = &'f Figure>) -> String {
        let title = self.tongue.say(key);
        if figures.any(|figure| figure.origin.is_demonstration()) {
            self.tongue.say_with("review-chart-made-up", &[("title", &title)])
        } else {
            title
        }
    }
}

const OVERDUE: &str = "overdue";

/// The names of the figures of a [`CaseRow`], in its order.
pub(super) fn columns() -> impl Iterator<Item = &'static str> {
    CaseRow::METRICS.into_iter().map(Metric::word).chain([OVERDUE])
}

fn counted<'r>(row: &'r CaseRow, name: &str) -> Option<&'r Figure> {
    columns().zip(&row.figures).find(|(column, _)| *column == name).map(|(_, figure)| figure)
}
