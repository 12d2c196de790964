//! What formulas and conditions have in common: CEL over names, checked before it runs.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use cel::extractors::Arguments;
use cel::{Context, ExecutionError, Program, Value};

use super::check::{self, Function, Type};
use super::error::{FormulaError, FormulaProblem};

/// A checked text of CEL that refers to what an `R` names.
#[derive(Clone)]
pub(crate) struct Expression<R> {
    source: String,
    functions: &'static [Function],
    references: Vec<R>,
    program: Arc<Program>,
}

impl<R: FromStr + PartialEq + fmt::Display> Expression<R> {
    /// The expression that `source` writes by `functions`; its value is `wanted`.
    pub(crate) fn parse(
        source: &str,
        functions: &'static [Function],
        wanted: Type,
    ) -> Result<Self, FormulaError> {
        let references = check::references(source, functions, wanted)?;
        let program = Program::compile(source).map_err(|_| FormulaError {
            span: 0..source.len(),
            problem: FormulaProblem::NotUnderstood,
        })?;
        Ok(Self { source: source.to_owned(), functions, references, program: Arc::new(program) })
    }

    /// The expression as it is written.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    /// What it refers to, each once, in the order it is written.
    pub(crate) fn references(&self) -> &[R] {
        &self.references
    }

    /// Its value, from those of its references in their order; nothing when it needs one that is not
    /// known.
    pub(crate) fn run(&self, values: impl Iterator<Item = Option<Value>>) -> Option<Value> {
        let known: BTreeMap<String, Value> = self
            .references
            .iter()
            .map(R::to_string)
            .zip(values)
            .filter_map(|(name, value)| Some((name, value?)))
            .collect();
        let known = Arc::new(known);
        let mut context = Context::empty();
        for function in self.functions {
            let known = Arc::clone(&known);
            let name = function.name;
            let value = move |Arguments(names): Arguments| called(name, &names, &known);
            context.add_function(name, value).ok()?;
        }
        self.program.execute(&context).ok()
    }
}

fn called(
    function: &str,
    names: &[Value],
    known: &BTreeMap<String, Value>,
) -> Result<Value, ExecutionError> {
    let mut name = function.to_owned();
    for part in names {
        if let Value::String(text) = part {
            name.push(':');
            name.push_str(text);
        }
    }
    known
        .get(&name)
        .cloned()
        .ok_or_else(|| ExecutionError::function_error(function, format!("{name} is not known")))
}

impl<R> fmt::Debug for Expression<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Expression").field(&self.source).finish()
    }
}

impl<R> PartialEq for Expression<R> {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl<R> Eq for Expression<R> {}
