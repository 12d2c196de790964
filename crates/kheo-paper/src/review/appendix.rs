//! The tables after the signature: cases and measures by unit, plans beside results.

use kheo_core::id::UnitId;
use kheo_core::review::{Assessed, CaseRow, MeasureTable};

use super::Composer;
use super::assessment::columns;
use crate::{Align, Block, Column, Figure, Row, Span, Table};

/// How many measures stand side by side on a page.
const MEASURES_WIDE: usize = 4;
/// How many figures of cases stand side by side on a page.
const CASE_FIGURES_WIDE: usize = 6;

impl Composer<'_> {
    pub(super) fn appendix(&self) -> Vec<Block> {
        let tables = self.case_tables().into_iter();
        let tables =
            tables.chain(self.review.tables.chunks(MEASURES_WIDE).map(|m| self.by_unit(m)));
        let tables: Vec<Table> = tables.chain(self.plan_table()).collect();
        let titles: Vec<String> = tables.iter().map(|table| table.caption.clone()).collect();
        let before = std::iter::once(None).chain(titles.iter().map(Some));
        let tables: Vec<Block> = (1..)
            .zip(tables.into_iter().zip(before))
            .map(|(n, (table, before))| (n, self.continued(table, before)))
            .map(|(n, table)| Block::Table(self.numbered_table(n, table)))
            .collect();
        let heading = (!tables.is_empty()).then(|| self.heading(1, "review-appendix"));
        heading.into_iter().chain(tables).collect()
    }

    /// A table that goes on with what the one `before` it began says so.
    fn continued(&self, mut table: Table, before: Option<&String>) -> Table {
        if before == Some(&table.caption) {
            table.caption = self.tongue.say_with("review-continued", &[("title", &table.caption)]);
        }
        table
    }

    fn numbered_table(&self, n: usize, mut table: Table) -> Table {
        let variables = [("n", n.to_string()), ("title", table.caption)];
        let variables = variables.each_ref().map(|(name, text)| (*name, text.as_str()));
        table.caption = self.tongue.say_with("review-table", &variables);
        let made_up = |span: &Span| matches!(span, Span::Figure(figure) if figure.mark.is_some());
        if table.rows.iter().flat_map(|row| row.cells.iter().flatten()).any(made_up) {
            table.note = Some(self.tongue.say("review-mark-below"));
        }
        table
    }

    fn table(&self, key: &str, titles: Vec<String>, rows: Vec<Row>) -> Table {
        let aligned = std::iter::once(Align::Start).chain(std::iter::repeat(Align::End));
        let columns =
            titles.into_iter().zip(aligned).map(|(title, align)| Column { title, align }).collect();
        Table { caption: self.tongue.say(key), columns, rows, note: None }
    }

    /// The cases of each unit, on as many tables as their columns need; none where the unit of the
    /// review is the only one.
    fn case_tables(&self) -> Vec<Table> {
        let mut units = self.review.cases.iter().filter_map(|row| row.unit.as_ref());
        if units.all(|unit| *unit == self.review.unit) {
            return Vec::new();
        }
        let names: Vec<&str> = columns().collect();
        let starts = (0..names.len()).step_by(CASE_FIGURES_WIDE);
        let table = |(start, names): (usize, &[&str])| {
            let mut titles = vec![self.tongue.say("review-column-unit")];
            let title = |name: &&str| self.tongue.say(&format!("review-column-{name}"));
            titles.extend(names.iter().map(title));
            let row = |row: &CaseRow| {
                let name = self.unit_or_all(row.unit.as_ref());
                let figures = row.figures.iter().skip(start).take(names.len());
                labelled(
                    name,
                    figures.map(|figure| cell(Some(self.number(figure)))),
                    row.unit.is_none(),
                )
            };
            let rows = self.review.cases.iter().map(row);
            self.table("review-cases-by-unit", titles, rows.collect())
        };
        starts.zip(names.chunks(CASE_FIGURES_WIDE)).map(table).collect()
    }

    fn by_unit(&self, measures: &[MeasureTable]) -> Table {
        let mut titles = vec![self.tongue.say("review-column-unit")];
        titles.extend(measures.iter().map(|table| self.measure_of_its_period(table)));
        let mut known: Vec<&UnitId> = Vec::new();
        for part in measures.iter().flat_map(|table| &table.parts) {
            if !known.contains(&&part.unit) {
                known.push(&part.unit);
            }
        }
        let mut rows: Vec<Row> = known
            .into_iter()
            .map(|unit| {
                let part = |table: &MeasureTable| {
                    let part = table.parts.iter().find(|part| part.unit == *unit);
                    cell(part.map(|figure| self.measured(figure)))
                };
                labelled(self.unit(unit), measures.iter().map(part), false)
            })
            .collect();
        let whole = |table: &MeasureTable| table.whole.as_ref().map(|whole| self.measured(whole));
        let wholes = measures.iter().map(|table| cell(whole(table)));
        rows.push(labelled(self.unit_or_all(None), wholes, true));
        self.table("review-by-unit", titles, rows)
    }

    fn plan_table(&self) -> Option<Table> {
        let keys = ["measure", "done", "planned", "percent", "due"];
        let titles = keys.map(|key| self.tongue.say(&format!("review-column-{key}"))).to_vec();
        let row = |assessed: &Assessed| {
            let figures = [&assessed.done, &assessed.planned, &assessed.percent];
            let cells = figures.map(|figure| cell(Some(self.of_its_period(figure))));
            let cells = cells.into_iter().chain([vec![Span::Text(self.due(assessed))]]);
            labelled(self.measure(&assessed.measure), cells, false)
        };
        let rows: Vec<Row> = self.review.chart.iter().map(row).collect();
        (!rows.is_empty()).then(|| self.table("review-plans", titles, rows))
    }

    /// The name of a measure, with the period of its figures when that is wider than the review's.
    fn measure_of_its_period(&self, table: &MeasureTable) -> String {
        let name = self.measure(&table.measure);
        let period = table.parts.first().and_then(|figure| self.wider_period(figure));
        period.map_or(name.clone(), |period| format!("{name} ({period})"))
    }

    fn unit_or_all(&self, unit: Option<&UnitId>) -> String {
        unit.map_or_else(|| self.tongue.say("review-all"), |unit| self.unit(unit))
    }
}

fn cell(figure: Option<Figure>) -> Vec<Span> {
    figure.map(Span::Figure).into_iter().collect()
}

fn labelled(name: String, cells: impl IntoIterator<Item = Vec<Span>>, strong: bool) -> Row {
    Row { cells: std::iter::once(vec![Span::Text(name)]).chain(cells).collect(), strong }
}
