//! Reads a formula out of a TOML text, so that its errors point into the file.

use std::ops::Range;

use kheo_core::case::{Condition, Deed};
use kheo_core::formula::{Formula, FormulaError, FormulaProblem};
use kheo_core::review::FigureRef;

use crate::error::Findings;
use crate::figures::not_a_figure;
use crate::nearest::{clipped, nearest};
use crate::problem::Problem;
use crate::source::{Name, Place, Spotted};

/// The formula that `text` writes.
pub(crate) fn read(text: &Name<'_>, found: &Findings) -> Option<Formula> {
    let functions: Vec<&str> = Formula::functions().collect();
    or_told(text, Formula::parse(&text.value), &functions, found)
}

/// The condition that `text` writes.
pub(crate) fn condition(text: &Name<'_>, found: &Findings) -> Option<Condition> {
    let functions: Vec<&str> = Condition::functions().collect();
    or_told(text, Condition::parse(&text.value), &functions, found)
}

fn or_told<T>(
    text: &Name<'_>,
    parsed: Result<T, FormulaError>,
    functions: &[&str],
    found: &Findings,
) -> Option<T> {
    match parsed {
        Ok(parsed) => Some(parsed),
        Err(error) => {
            let at = inside(&text.at, &text.value, &error.span);
            found.add(&at, problem(&text.value, error, functions));
            None
        }
    }
}

/// Where `formula` first names the measure, kind or indicator of `reference`.
pub(crate) fn place_of<'s>(formula: &Spotted<'s, Formula>, reference: &FigureRef) -> Place<'s> {
    place_of_name(&formula.at, formula.value.source(), &reference.to_string())
}

/// Where `source`, which stands at `at`, first names what `reference` is about: `rice` of
/// `reading:rice`.
pub(crate) fn place_of_name<'s>(at: &Place<'s>, source: &str, reference: &str) -> Place<'s> {
    let name = reference.split(':').nth(1).unwrap_or_default();
    let quoted = ['"', '\''].map(|mark| format!("{mark}{name}{mark}"));
    let span = quoted.iter().find_map(|name| source.find(name).map(|at| at..at + name.len()));
    span.map_or_else(|| at.clone(), |span| inside(at, source, &span))
}

fn problem(source: &str, error: FormulaError, functions: &[&str]) -> Problem {
    let part = || clipped(source.get(error.span.clone()).unwrap_or(source));
    match error.problem {
        FormulaProblem::Empty => Problem::EmptyField { field: "formula".to_owned() },
        FormulaProblem::TooLong { got, most } => {
            Problem::FormulaTooLong { got: got.to_string(), most: most.to_string() }
        }
        FormulaProblem::TooManyParts { most } => {
            Problem::FormulaTooManyParts { most: most.to_string() }
        }
        FormulaProblem::TooDeep { most } => Problem::FormulaTooDeep { most: most.to_string() },
        FormulaProblem::Unexpected { found } => {
            Problem::FormulaUnexpected { found: clipped(&found) }
        }
        FormulaProblem::NotUnderstood => Problem::FormulaUnexpected { found: part() },
        FormulaProblem::EndsTooSoon => Problem::FormulaEndsTooSoon { formula: clipped(source) },
        FormulaProblem::WholeNumber { text } => {
            Problem::FormulaWholeNumber { text: clipped(&text) }
        }
        FormulaProblem::UnknownFunction { name } => {
            let nearest = nearest(&name, functions.iter().copied());
            Problem::FormulaFunction { name: clipped(&name), nearest }
        }
        FormulaProblem::WrongArguments { function, takes } => {
            Problem::FormulaArguments { function, takes: takes.to_owned() }
        }
        FormulaProblem::NotAFigure { figure } if functions.contains(&"reading") => {
            not_a_figure(&figure)
        }
        FormulaProblem::NotAFigure { figure } => not_a_fact(&figure),
        FormulaProblem::NotANumber => Problem::FormulaNotANumber { part: part() },
        FormulaProblem::NotACondition => Problem::FormulaNotACondition { part: part() },
    }
}

/// Only deeds can be told to be none before the kind is known.
fn not_a_fact(fact: &str) -> Problem {
    let deed = fact.split(':').nth(1).unwrap_or_default();
    let nearest = nearest(deed, Deed::ALL.map(Deed::word));
    Problem::NeverDone { deed: clipped(deed), nearest }
}

/// The place of the bytes `span` of the text `value` that stands at `at`, between quotation marks.
pub(crate) fn inside<'s>(at: &Place<'s>, value: &str, span: &Range<usize>) -> Place<'s> {
    let raw = at.source.text.get(at.span.clone()).unwrap_or_default();
    let marks = if raw.starts_with("\"\"\"") || raw.starts_with("'''") { 3 } else { 1 };
    let inner = raw.get(marks..raw.len().saturating_sub(marks)).unwrap_or_default();
    let trimmed = inner.strip_prefix('\n').filter(|_| marks == 3).unwrap_or(inner);
    let start = at.span.start + marks + inner.len() - trimmed.len();
    match (written(trimmed, value, span.start), written(trimmed, value, span.end)) {
        (Some(from), Some(until)) => at.source.place(start + from..start + until),
        _ => at.clone(),
    }
}

/// Where the byte `offset` of `value` is written in `raw`, which may escape quotation marks.
fn written(raw: &str, value: &str, offset: usize) -> Option<usize> {
    let mut rest = raw.chars();
    for letter in value.get(..offset)?.chars() {
        let mut next = rest.next()?;
        if next != letter && next == '\\' {
            next = rest.next()?;
        }
        if next != letter {
            return None;
        }
    }
    Some(raw.len() - rest.as_str().len())
}
