//! Reads a formula by its grammar, with its types, before CEL may see it.
//!
//! ```text
//! choice     = condition [ "?" choice ":" choice ]
//! condition  = both { "||" both }
//! both       = comparison { "&&" comparison }
//! comparison = sum [ ( "<" | "<=" | ">" | ">=" | "==" | "!=" ) sum ]
//! sum        = product { ( "+" | "-" ) product }
//! product    = part { ( "*" | "/" ) part }
//! part       = [ "-" | "!" ] ( number | "(" choice ")" | name "(" [ text { "," text } ] ")" )
//! ```

use std::ops::Range;
use std::str::FromStr;

use super::error::{FormulaError, FormulaProblem};
use super::token::{Kind, Token, tokens};

/// A function that may be called. It takes names between quotation marks.
#[derive(Debug)]
pub(crate) struct Function {
    /// Its name, which is also how what it refers to begins: `cases` and `cases:late`.
    pub(crate) name: &'static str,
    /// What it takes, as it is told to whoever gave it something else.
    pub(crate) takes: &'static str,
    /// The most names it takes.
    pub(crate) most: usize,
    /// What it gives.
    pub(crate) gives: Type,
}

const MOST_BYTES: usize = 1024;
const MOST_TOKENS: usize = 160;
const MOST_DEEP: usize = 8;

/// What `source` refers to by `functions`, when all of it is a formula whose value is `wanted`.
pub(super) fn references<R: FromStr + PartialEq>(
    source: &str,
    functions: &'static [Function],
    wanted: Type,
) -> Result<Vec<R>, FormulaError> {
    let whole = || 0..source.len();
    if source.len() > MOST_BYTES {
        let problem = FormulaProblem::TooLong { got: source.len(), most: MOST_BYTES };
        return Err(FormulaError { span: whole(), problem });
    }
    let tokens = tokens(source)?;
    if tokens.is_empty() {
        return Err(FormulaError { span: whole(), problem: FormulaProblem::Empty });
    }
    if let Some(first_too_many) = tokens.get(MOST_TOKENS) {
        let span = first_too_many.span.start..source.len();
        return Err(FormulaError {
            span,
            problem: FormulaProblem::TooManyParts { most: MOST_TOKENS },
        });
    }
    let end = source.len();
    let mut reader = Reader { tokens: &tokens, functions, at: 0, deep: 0, end, found: vec![] };
    let value = reader.choice()?;
    if let Some(token) = reader.peek() {
        return Err(unexpected(token));
    }
    value.must_be(wanted)?;
    Ok(reader.found)
}

/// What a part of a formula comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Type {
    /// A number.
    Number,
    /// True or false.
    Condition,
}

/// The type of a part of the formula, and where it stands.
struct Typed {
    is: Type,
    span: Range<usize>,
}

impl Typed {
    fn must_be(&self, wanted: Type) -> Result<(), FormulaError> {
        if self.is == wanted {
            return Ok(());
        }
        let problem = match wanted {
            Type::Number => FormulaProblem::NotANumber,
            Type::Condition => FormulaProblem::NotACondition,
        };
        Err(FormulaError { span: self.span.clone(), problem })
    }

    /// Both parts must be `wanted`; together they are `is`.
    fn with(self, other: &Self, wanted: Type, is: Type) -> Result<Self, FormulaError> {
        self.must_be(wanted)?;
        other.must_be(wanted)?;
        Ok(Self { is, span: self.span.start..other.span.end })
    }
}

fn unexpected(token: &Token<'_>) -> FormulaError {
    let problem = FormulaProblem::Unexpected { found: token.text.to_owned() };
    FormulaError { span: token.span.clone(), problem }
}

struct Reader<'a, R> {
    tokens: &'a [Token<'a>],
    functions: &'static [Function],
    at: usize,
    deep: usize,
    end: usize,
    found: Vec<R>,
}

impl<'a, R: FromStr + PartialEq> Reader<'a, R> {
    fn peek(&self) -> Option<&'a Token<'a>> {
        self.tokens.get(self.at)
    }

    fn take(&mut self) -> Result<&'a Token<'a>, FormulaError> {
        let token = self.tokens.get(self.at).ok_or_else(|| FormulaError {
            span: self.end.saturating_sub(1)..self.end,
            problem: FormulaProblem::EndsTooSoon,
        })?;
        self.at += 1;
        Ok(token)
    }

    /// Takes the next token if it is one of `signs`.
    fn take_sign(&mut self, signs: &[&str]) -> Option<&'a Token<'a>> {
        let token = self.peek().filter(|t| t.kind == Kind::Sign && signs.contains(&t.text))?;
        self.at += 1;
        Some(token)
    }

    fn expect(&mut self, sign: &str) -> Result<&'a Token<'a>, FormulaError> {
        let token = self.take()?;
        if token.kind == Kind::Sign && token.text == sign {
            Ok(token)
        } else {
            Err(unexpected(token))
        }
    }

    fn choice(&mut self) -> Result<Typed, FormulaError> {
        self.deep += 1;
        if self.deep > MOST_DEEP {
            let span = self.peek().map_or(self.end..self.end, |token| token.span.clone());
            return Err(FormulaError {
                span,
                problem: FormulaProblem::TooDeep { most: MOST_DEEP },
            });
        }
        let mut value = self.condition()?;
        if self.take_sign(&["?"]).is_some() {
            value.must_be(Type::Condition)?;
            let then = self.choice()?;
            self.expect(":")?;
            let otherwise = self.choice()?;
            let span = value.span.start..otherwise.span.end;
            then.must_be(Type::Number)?;
            otherwise.must_be(Type::Number)?;
            value = Typed { is: Type::Number, span };
        }
        self.deep -= 1;
        Ok(value)
    }

    fn condition(&mut self) -> Result<Typed, FormulaError> {
        let mut left = self.both()?;
        while self.take_sign(&["||"]).is_some() {
            left = left.with(&self.both()?, Type::Condition, Type::Condition)?;
        }
        Ok(left)
    }

    fn both(&mut self) -> Result<Typed, FormulaError> {
        let mut left = self.comparison()?;
        while self.take_sign(&["&&"]).is_some() {
            left = left.with(&self.comparison()?, Type::Condition, Type::Condition)?;
        }
        Ok(left)
    }

    fn comparison(&mut self) -> Result<Typed, FormulaError> {
        let left = self.sum()?;
        match self.take_sign(&["<", "<=", ">", ">=", "==", "!="]) {
            Some(_) => left.with(&self.sum()?, Type::Number, Type::Condition),
            None => Ok(left),
        }
    }

    fn sum(&mut self) -> Result<Typed, FormulaError> {
        let mut left = self.product()?;
        while self.take_sign(&["+", "-"]).is_some() {
            left = left.with(&self.product()?, Type::Number, Type::Number)?;
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Typed, FormulaError> {
        let mut left = self.part()?;
        while self.take_sign(&["*", "/"]).is_some() {
            left = left.with(&self.part()?, Type::Number, Type::Number)?;
        }
        Ok(left)
    }

    fn part(&mut self) -> Result<Typed, FormulaError> {
        if let Some(minus) = self.take_sign(&["-"]) {
            let value = self.positive()?;
            value.must_be(Type::Number)?;
            return Ok(Typed { is: Type::Number, span: minus.span.start..value.span.end });
        }
        if let Some(not) = self.take_sign(&["!"]) {
            let value = self.positive()?;
            value.must_be(Type::Condition)?;
            return Ok(Typed { is: Type::Condition, span: not.span.start..value.span.end });
        }
        self.positive()
    }

    fn positive(&mut self) -> Result<Typed, FormulaError> {
        let token = self.take()?;
        match (token.kind, token.text) {
            (Kind::Number, text) => number(token, text),
            (Kind::Name, name) => self.call(token, name),
            (Kind::Sign, "(") => {
                let inner = self.choice()?;
                let end = self.expect(")")?;
                Ok(Typed { is: inner.is, span: token.span.start..end.span.end })
            }
            _ => Err(unexpected(token)),
        }
    }

    fn call(&mut self, token: &Token<'a>, name: &str) -> Result<Typed, FormulaError> {
        let Some(function) = self.functions.iter().find(|function| function.name == name) else {
            let problem = FormulaProblem::UnknownFunction { name: name.to_owned() };
            return Err(FormulaError { span: token.span.clone(), problem });
        };
        let wrong = |span: &Range<usize>| FormulaError {
            span: token.span.start..span.end,
            problem: FormulaProblem::WrongArguments {
                function: name.to_owned(),
                takes: function.takes,
            },
        };
        self.take_sign(&["("]).ok_or_else(|| wrong(&token.span))?;
        let mut figure = name.to_owned();
        let mut count = 0;
        let none = if function.most == 0 { self.take_sign(&[")"]) } else { None };
        let end = loop {
            if let Some(end) = none {
                break end;
            }
            let argument = self.take()?;
            let text = argument.text.trim_matches(['"', '\'']);
            if argument.kind != Kind::Text || !is_name(text) {
                return Err(wrong(&argument.span));
            }
            figure.push(':');
            figure.push_str(text);
            count += 1;
            if let Some(end) = self.take_sign(&[")"]) {
                break end;
            }
            self.expect(",")?;
        };
        if count > function.most {
            return Err(wrong(&end.span));
        }
        let span = token.span.start..end.span.end;
        let Ok(reference) = figure.parse() else {
            return Err(FormulaError { span, problem: FormulaProblem::NotAFigure { figure } });
        };
        if !self.found.contains(&reference) {
            self.found.push(reference);
        }
        Ok(Typed { is: function.gives, span })
    }
}

fn number(token: &Token<'_>, text: &str) -> Result<Typed, FormulaError> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let problem = match text.split_once('.') {
        Some((whole, fraction)) if digits(whole) && digits(fraction) => {
            return Ok(Typed { is: Type::Number, span: token.span.clone() });
        }
        None if digits(text) => FormulaProblem::WholeNumber { text: text.to_owned() },
        _ => FormulaProblem::Unexpected { found: text.to_owned() },
    };
    Err(FormulaError { span: token.span.clone(), problem })
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
