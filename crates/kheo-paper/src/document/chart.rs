//! Charts of a document: exact numbers beside the texts that show them.

use serde::Serialize;

use super::table::{Align, Column, Row, Table};
use super::{Figure, Span};

/// A chart with its title and a sentence that says what it shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// The caption.
    pub title: String,
    /// One sentence for those who cannot see the chart.
    pub alt: String,
    /// Label of the data table behind the chart.
    pub table_label: String,
    /// What the marks of its figures mean, where they have any.
    pub note: Option<String>,
    /// What is drawn.
    pub kind: ChartKind,
}

/// What a chart draws.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ChartKind {
    /// What was done against the plan, each as a share of its own plan.
    PlanBars(PlanBars),
    /// How the whole of each unit divides into parts.
    StackedBars(StackedBars),
}

/// Bars of what was done, each with a mark at its plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanBars {
    /// Heading of the names in the data table.
    pub label_title: String,
    /// Heading of what was done in the data table.
    pub done_title: String,
    /// Heading of the plan in the data table.
    pub plan_title: String,
    /// Heading of the share in the data table.
    pub share_title: String,
    /// What the mark over the bars means, such as "vertical mark: plan".
    pub plan_mark: String,
    /// The bars from top to bottom.
    pub bars: Vec<PlanBar>,
}

/// What was done of one plan; `done` and `plan` share one scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanBar {
    /// Name of the measure.
    pub label: String,
    /// What was done, as a scaled integer.
    pub done: i64,
    /// The plan, in the same scale; without a positive plan no bar can be drawn.
    pub plan: i64,
    /// What was done, as it is read.
    pub done_figure: Figure,
    /// The plan, as it is read.
    pub plan_figure: Figure,
    /// The share of the plan, as it is read.
    pub share_figure: Figure,
}

/// Bars divided into the same parts for each unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StackedBars {
    /// Heading of the names in the data table.
    pub label_title: String,
    /// Headings, in the data table, of the figures that stand beside the bars.
    pub beside_titles: Vec<String>,
    /// The parts from left to right.
    pub parts: Vec<StackedPart>,
    /// The bars from top to bottom.
    pub bars: Vec<StackedBar>,
}

/// One part of every stacked bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StackedPart {
    /// What the part is, as the key and the data table show it.
    pub label: String,
    /// How it is drawn.
    pub tone: Tone,
}

/// How a part is drawn: each tone has a pattern of its own, not only a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Done within the limit: solid brand colour.
    InTime,
    /// Done, but after the limit: amber, hatched upwards.
    Late,
    /// Still within the limit: an empty outline.
    Pending,
    /// Past the limit and not done: red, hatched downwards.
    Overdue,
}

/// One stacked bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StackedBar {
    /// Name of the unit.
    pub label: String,
    /// One segment per part, in the order of the parts.
    pub segments: Vec<Segment>,
    /// What stands beside the bar: one figure for each heading.
    pub beside: Vec<Beside>,
}

/// A figure beside a bar; what is nothing stands in the data table only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Beside {
    /// Its value.
    pub value: i64,
    /// The words that are drawn before it.
    pub before: String,
    /// The value, as it is read.
    pub figure: Figure,
    /// The words that are drawn after it.
    pub after: String,
}

/// One part of one bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Segment {
    /// Its length; a negative value counts as nothing.
    pub value: i64,
    /// The value, as it is read.
    pub figure: Figure,
}

impl Chart {
    /// The numbers of the chart as a table.
    #[must_use]
    pub fn data_table(&self) -> Table {
        let (columns, rows) = match &self.kind {
            ChartKind::PlanBars(chart) => (chart.columns(), chart.rows()),
            ChartKind::StackedBars(chart) => (chart.columns(), chart.rows()),
        };
        Table { caption: self.title.clone(), columns, rows, note: self.note.clone() }
    }
}

impl ChartKind {
    /// How many bars the chart has.
    pub(crate) fn bars(&self) -> usize {
        match self {
            Self::PlanBars(chart) => chart.bars.len(),
            Self::StackedBars(chart) => chart.bars.len(),
        }
    }
}

impl PlanBars {
    fn columns(&self) -> Vec<Column> {
        let numbers = [&self.done_title, &self.plan_title, &self.share_title];
        columns(&self.label_title, numbers.into_iter())
    }

    fn rows(&self) -> Vec<Row> {
        let row = |bar: &PlanBar| {
            row(&bar.label, [&bar.done_figure, &bar.plan_figure, &bar.share_figure])
        };
        self.bars.iter().map(row).collect()
    }
}

impl StackedBars {
    fn columns(&self) -> Vec<Column> {
        let parts = self.parts.iter().map(|part| &part.label);
        columns(&self.label_title, self.beside_titles.iter().chain(parts))
    }

    fn rows(&self) -> Vec<Row> {
        let row = |bar: &StackedBar| {
            let segments = bar.segments.iter().map(|segment| &segment.figure);
            row(&bar.label, bar.beside.iter().map(|beside| &beside.figure).chain(segments))
        };
        self.bars.iter().map(row).collect()
    }
}

fn columns<'a>(label: &str, numbers: impl Iterator<Item = &'a String>) -> Vec<Column> {
    let label = Column { title: label.to_owned(), align: Align::Start };
    let numbers = numbers.map(|title| Column { title: title.clone(), align: Align::End });
    std::iter::once(label).chain(numbers).collect()
}

fn row<'a>(label: &str, figures: impl IntoIterator<Item = &'a Figure>) -> Row {
    let figures = figures.into_iter().map(|figure| vec![Span::Figure(figure.clone())]);
    let label = vec![Span::Text(label.to_owned())];
    Row { cells: std::iter::once(label).chain(figures).collect(), strong: false }
}
