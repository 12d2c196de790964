//! Part II: what went well and what lags, with the charts.

use std::collections::BTreeMap;

use kheo_core::case::Metric;
use kheo_core::quantity::Quantity;
use kheo_core::review::{Assessed, CaseRow, Figure, FigureRef};

use super::Composer;
use super::figure::Told;
use crate::{
    Beside, Block, Chart, ChartKind, PlanBar, PlanBars, Segment, Span, StackedBar, StackedBars,
    StackedPart, Tone,
};

impl Composer<'_> {
    pub(super) fn assessment(&self) -> Vec<Block> {
        let mut blocks =
            vec![self.heading(1, "review-assessment"), self.heading(2, "review-ahead")];
        blocks.extend(self.judged(&self.review.ahead, "review-ahead"));
        blocks.push(self.heading(2, "review-behind"));
        blocks.extend(self.judged(&self.review.behind, "review-behind"));
        let plans = self.plan_chart().map(|chart| self.numbered(1, chart));
        let before = plans.iter().count();
        blocks.extend(plans);
        blocks.push(self.heading(2, "review-cases"));
        blocks.extend(self.review.cases.last().map(|all| self.cases_said(all)));
        blocks.extend(self.case_chart().map(|chart| self.numbered(before + 1, chart)));
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
            ("done", self.told(&assessed.done)),
            ("planned", self.of_named_period(&assessed.planned)),
            ("percent", self.told(&assessed.percent)),
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
        let figures: BTreeMap<&str, Told> = columns()
            .zip(&all.figures)
            .map(|(name, figure)| (name, self.counted(figure)))
            .collect();
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
            bars.iter().map(|bar| format!("{}: {}", bar.label, bar.share_figure.text)).collect();
        let figures = self.review.chart.iter().flat_map(|a| [&a.done, &a.planned]);
        let made_up = made_up(figures);
        Some(Chart {
            title: self.chart_title("review-plans", made_up),
            note: made_up.then(|| self.tongue.say("review-mark-below")),
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
        PlanBar {
            label: self.measure(&assessed.measure),
            done: assessed.done.value.thousandths(),
            plan: assessed.planned.value.thousandths(),
            done_figure: self.of_its_period(&assessed.done),
            plan_figure: self.of_its_period(&assessed.planned),
            share_figure: self.of_its_period(&assessed.percent),
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
        let made_up = made_up(rows.iter().flat_map(|(_, row)| &row.figures));
        let part = |key: &str, tone| StackedPart { label: self.tongue.say(key), tone };
        Some(Chart {
            title: self.chart_title("review-cases-by-unit", made_up),
            note: made_up.then(|| self.tongue.say("review-mark-below")),
            alt: self.tongue.say_with(
                "review-cases-alt",
                &[("unit", &busiest.0), ("n", &most), ("total", &all), ("moved", &moved)],
            ),
            table_label: self.tongue.say("review-chart-data"),
            kind: ChartKind::StackedBars(StackedBars {
                label_title: self.tongue.say("review-column-unit"),
                beside_titles: MOVES
                    .map(|metric| self.tongue.say(&format!("review-column-{}", metric.word())))
                    .to_vec(),
                parts: vec![
                    part("review-part-in-time", Tone::InTime),
                    part("review-part-late", Tone::Late),
                    part("review-part-pending", Tone::Pending),
                    part("review-part-overdue", Tone::Overdue),
                ],
                bars: rows.iter().filter_map(|(unit, row)| self.stacked(unit, row)).collect(),
            }),
        })
    }

    fn stacked(&self, unit: &str, row: &CaseRow) -> Option<StackedBar> {
        let (open, overdue) = (counted(row, Metric::Open.word())?, counted(row, OVERDUE)?);
        let segment = |figure: &Figure| Segment {
            value: figure.value.thousandths(),
            figure: self.number(figure),
        };
        Some(StackedBar {
            label: unit.to_owned(),
            segments: vec![
                segment(counted(row, Metric::AnsweredInTime.word())?),
                segment(counted(row, Metric::AnsweredLate.word())?),
                self.pending(open, overdue),
                segment(overdue),
            ],
            beside: self.came_and_went(row)?,
        })
    }

    /// What is open and not overdue.
    fn pending(&self, open: &Figure, overdue: &Figure) -> Segment {
        let value = open.value.saturating_sub(overdue.value).max(Quantity::ZERO);
        let parts = if overdue.origin.is_demonstration() { overdue } else { open };
        let figure = Figure { reference: FigureRef::Pending, value, ..parts.clone() };
        Segment { value: value.thousandths(), figure: self.number(&figure) }
    }

    /// How many cases a unit received, and how many came from other units and went there: whoever
    /// only answers what others hand over received none.
    fn came_and_went(&self, row: &CaseRow) -> Option<Vec<Beside>> {
        let beside = |metric: &Metric| {
            let known = counted(row, metric.word())?;
            let (before, after) = self.around(&format!("review-{}", metric.word()));
            let (value, figure) = (known.value.thousandths(), self.number(known));
            Some(Beside { value, before, figure, after })
        };
        MOVES.iter().map(beside).collect()
    }

    fn counted_text(&self, figure: &Figure) -> String {
        self.marked(figure, &self.tongue.number(figure.value))
    }

    /// The title of `key`, which says so when figures of the chart were made up.
    fn chart_title(&self, key: &str, made_up: bool) -> String {
        let title = self.tongue.say(key);
        if made_up {
            self.tongue.say_with("review-chart-made-up", &[("title", &title)])
        } else {
            title
        }
    }
}

const OVERDUE: &str = "overdue";

/// What is said beside the bar of a unit.
const MOVES: [Metric; 3] = [Metric::Received, Metric::TransferredIn, Metric::TransferredOut];

/// The names of the figures of a [`CaseRow`], in its order.
pub(super) fn columns() -> impl Iterator<Item = &'static str> {
    CaseRow::METRICS.into_iter().map(Metric::word).chain([OVERDUE])
}

fn counted<'r>(row: &'r CaseRow, name: &str) -> Option<&'r Figure> {
    columns().zip(&row.figures).find(|(column, _)| *column == name).map(|(_, figure)| figure)
}

fn made_up<'f>(mut figures: impl Iterator<Item = &'f Figure>) -> bool {
    figures.any(|figure| figure.origin.is_demonstration())
}
