//! Reads tables of TOML field by field, so that everything wrong in a file is found at once.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use jiff::civil::Date;
use kheo_core::quantity::Quantity;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::Findings;
use crate::nearest::{clipped, nearest};
use crate::problem::Problem;
use crate::source::{Name, Place, Source, Spotted};

/// The whole of a TOML file.
pub(crate) struct Document<'s> {
    source: &'s Source,
    table: Spanned<DeTable<'s>>,
}

impl<'s> Document<'s> {
    /// Reads the file; nothing when it is no TOML.
    pub(crate) fn parse(source: &'s Source, found: &Findings) -> Option<Self> {
        let (table, errors) = DeTable::parse_recoverable(&source.text);
        for error in errors.iter().take(MOST_SYNTAX_ERRORS) {
            let why = clipped(error.message().lines().next().unwrap_or_default());
            let at = source.place(error.span().unwrap_or(0..0));
            found.add(&at, Problem::NotToml { why });
        }
        errors.is_empty().then_some(Self { source, table })
    }

    pub(crate) fn fields<'t>(&'t self, found: &'t Findings) -> Fields<'t, 's> {
        let at = self.source.place(0..0);
        Fields { table: self.table.get_ref(), at, found, asked: BTreeSet::new() }
    }
}

const MOST_SYNTAX_ERRORS: usize = 5;

/// One table, whose fields are asked for by name. [`Fields::end`] finds those nobody asked for.
pub(crate) struct Fields<'t, 's> {
    table: &'t DeTable<'s>,
    pub(crate) at: Place<'s>,
    found: &'t Findings,
    asked: BTreeSet<&'static str>,
}

type Value<'t, 's> = (&'t DeValue<'s>, Place<'s>);

impl<'t, 's> Fields<'t, 's> {
    fn get(&mut self, field: &'static str) -> Option<Value<'t, 's>> {
        self.asked.insert(field);
        let value = self.table.get(field)?;
        Some((value.get_ref(), self.at.source.place(value.span())))
    }

    fn required(&mut self, field: &'static str) -> Option<Value<'t, 's>> {
        let value = self.get(field);
        if value.is_none() {
            self.found.add(&self.at, Problem::MissingField { field: field.to_owned() });
        }
        value
    }

    fn wrong_type(&self, field: &str, at: &Place<'_>, like: &str) {
        let problem = Problem::WrongType { field: field.to_owned(), like: like.to_owned() };
        self.found.add(at, problem);
    }

    fn text_of(&self, field: &str, (value, at): Value<'t, 's>) -> Option<Name<'s>> {
        let Some(text) = value.as_str() else {
            self.wrong_type(field, &at, "\"…\"");
            return None;
        };
        if text.trim().is_empty() {
            self.found.add(&at, Problem::EmptyField { field: field.to_owned() });
            return None;
        }
        Some(Spotted { value: text.to_owned(), at })
    }

    /// A text that must be there.
    pub(crate) fn text(&mut self, field: &'static str) -> Option<Name<'s>> {
        let value = self.required(field)?;
        self.text_of(field, value)
    }

    /// A text that may be missing.
    pub(crate) fn optional_text(&mut self, field: &'static str) -> Option<Name<'s>> {
        let value = self.get(field)?;
        self.text_of(field, value)
    }

    /// A text that can be a name of ours.
    pub(crate) fn name(&mut self, field: &'static str) -> Option<Name<'s>> {
        let name = self.text(field)?;
        self.checked_name(&name).then_some(name)
    }

    fn checked_name(&self, name: &Name<'s>) -> bool {
        let good = is_name(&name.value);
        if !good {
            self.found.add(&name.at, Problem::BadName { name: clipped(&name.value) });
        }
        good
    }

    fn list(&mut self, field: &'static str) -> Option<&'t [Spanned<DeValue<'s>>]> {
        let (value, at) = self.get(field)?;
        let list = value.as_array();
        if list.is_none() {
            self.wrong_type(field, &at, "[\"…\"]");
        }
        list.map(|list| &**list)
    }

    /// A list of different texts; empty when it is missing.
    pub(crate) fn texts(&mut self, field: &'static str) -> Vec<Name<'s>> {
        let mut all: Vec<Name<'s>> = Vec::new();
        for item in self.list(field).unwrap_or_default() {
            let at = self.at.source.place(item.span());
            let Some(text) = self.text_of(field, (item.get_ref(), at)) else { continue };
            match all.iter().find(|other| other.value == text.value) {
                Some(first) => {
                    let name = clipped(&text.value);
                    let first = first.at.short();
                    self.found.add(&text.at, Problem::Duplicate { name, first });
                }
                None => all.push(text),
            }
        }
        all
    }

    /// A list of names of ours that must be there.
    pub(crate) fn names(&mut self, field: &'static str) -> Vec<Name<'s>> {
        self.required(field);
        let all = self.texts(field);
        all.into_iter().filter(|name| self.checked_name(name)).collect()
    }

    /// Which of `words` the text of `field` is.
    pub(crate) fn word<T: Copy>(&mut self, field: &'static str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(field)?;
        self.meaning(field, &text, words)
    }

    /// Which of `words` the text of `field` is; nothing when the field is missing.
    pub(crate) fn optional_word<T: Copy>(
        &mut self,
        field: &'static str,
        words: &[(&str, T)],
    ) -> Option<T> {
        let text = self.optional_text(field)?;
        self.meaning(field, &text, words)
    }

    /// Which of `words` each text of the list is.
    pub(crate) fn words<T: Copy>(&mut self, field: &'static str, words: &[(&str, T)]) -> Vec<T> {
        let texts = self.texts(field);
        texts.iter().filter_map(|text| self.meaning(field, text, words)).collect()
    }

    /// Like [`Self::words`], with its place, for a list that must be there, though it may be empty.
    pub(crate) fn required_words<T: Copy>(
        &mut self,
        field: &'static str,
        words: &[(&str, T)],
    ) -> Option<Spotted<'s, Vec<T>>> {
        let (_, at) = self.required(field)?;
        Some(Spotted { value: self.words(field, words), at })
    }

    /// Like [`Self::optional_word`], with where it stands.
    pub(crate) fn spotted_word<T: Copy>(
        &mut self,
        field: &'static str,
        words: &[(&str, T)],
    ) -> Option<Spotted<'s, T>> {
        let text = self.optional_text(field)?;
        let value = self.meaning(field, &text, words)?;
        Some(Spotted { value, at: text.at })
    }

    fn meaning<T: Copy>(&self, field: &str, text: &Name<'_>, words: &[(&str, T)]) -> Option<T> {
        let meaning = words.iter().find(|(word, _)| *word == text.value);
        if meaning.is_none() {
            let nearest = nearest(&text.value, words.iter().map(|(word, _)| *word));
            let word = clipped(&text.value);
            let field = field.to_owned();
            self.found.add(&text.at, Problem::UnknownWord { field, word, nearest });
        }
        meaning.map(|(_, meaning)| *meaning)
    }

    /// True or false; nothing when it is missing.
    pub(crate) fn flag(&mut self, field: &'static str) -> Option<bool> {
        let (value, at) = self.get(field)?;
        let flag = value.as_bool();
        if flag.is_none() {
            self.wrong_type(field, &at, "true");
        }
        flag
    }

    /// True or false, with where it stands.
    pub(crate) fn spotted_flag(&mut self, field: &'static str) -> Option<Spotted<'s, bool>> {
        let at = self.get(field)?.1;
        Some(Spotted { value: self.flag(field)?, at })
    }

    /// True or false, which must be there.
    pub(crate) fn required_flag(&mut self, field: &'static str) -> Option<bool> {
        self.required(field)?;
        self.flag(field)
    }

    /// A whole number in `bounds`.
    pub(crate) fn whole(
        &mut self,
        field: &'static str,
        bounds: RangeInclusive<u16>,
    ) -> Option<Spotted<'s, u16>> {
        let (value, at) = self.required(field)?;
        let Some(number) = value.as_integer() else {
            self.wrong_type(field, &at, "15");
            return None;
        };
        let value = i64::from_str_radix(number.as_str(), number.radix())
            .ok()
            .and_then(|number| u16::try_from(number).ok())
            .filter(|number| bounds.contains(number));
        if value.is_none() {
            let (least, most) = (bounds.start().to_string(), bounds.end().to_string());
            let field = field.to_owned();
            self.found.add(&at, Problem::OutOfRange { field, least, most });
        }
        value.map(|value| Spotted { value, at })
    }

    /// A number between quotation marks; nothing when it is missing.
    pub(crate) fn quantity(&mut self, field: &'static str) -> Option<Spotted<'s, Quantity>> {
        let text = self.optional_text(field)?;
        if let Ok(value) = text.value.parse() {
            return Some(Spotted { value, at: text.at });
        }
        let problem = Problem::BadNumber { field: field.to_owned(), text: clipped(&text.value) };
        self.found.add(&text.at, problem);
        None
    }

    fn date_of(&self, field: &str, (value, at): Value<'t, 's>) -> Option<Spotted<'s, Date>> {
        let whole = value.as_datetime().filter(|when| when.time.is_none());
        let date = whole.and_then(|when| when.date).and_then(|date| {
            let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
            Date::new(i16::try_from(date.year).ok()?, month, day).ok()
        });
        if date.is_none() {
            self.wrong_type(field, &at, "2014-07-01");
        }
        date.map(|value| Spotted { value, at })
    }

    /// A day that must be there.
    pub(crate) fn date(&mut self, field: &'static str) -> Option<Spotted<'s, Date>> {
        let value = self.required(field)?;
        self.date_of(field, value)
    }

    /// A day that may be missing.
    pub(crate) fn optional_date(&mut self, field: &'static str) -> Option<Spotted<'s, Date>> {
        let value = self.get(field)?;
        self.date_of(field, value)
    }

    fn inner(&self, table: &'t DeTable<'s>, at: Place<'s>) -> Self {
        Self { table, at, found: self.found, asked: BTreeSet::new() }
    }

    /// A table that must be there.
    pub(crate) fn table(&mut self, field: &'static str) -> Option<Self> {
        let (value, at) = self.required(field)?;
        let Some(table) = value.as_table() else {
            self.wrong_type(field, &at, "{ … }");
            return None;
        };
        Some(self.inner(table, at))
    }

    /// A table that may be missing.
    pub(crate) fn optional_table(&mut self, field: &'static str) -> Option<Self> {
        if self.has(field) { self.table(field) } else { None }
    }

    /// Whether the field is a list.
    pub(crate) fn is_list(&mut self, field: &'static str) -> bool {
        self.get(field).is_some_and(|(value, _)| value.as_array().is_some())
    }

    /// Whether the field stands there.
    pub(crate) fn has(&mut self, field: &'static str) -> bool {
        self.get(field).is_some()
    }

    /// The tables of a list (`[[field]]`); none when it is missing.
    pub(crate) fn tables(&mut self, field: &'static str) -> Vec<Self> {
        let mut all = Vec::new();
        for item in self.list(field).unwrap_or_default() {
            let at = self.at.source.place(item.span());
            match item.get_ref().as_table() {
                Some(table) => all.push(self.inner(table, at)),
                None => self.wrong_type(field, &at, "[{ … }]"),
            }
        }
        all
    }

    /// Finds that the list `[[field]]` is missing or empty.
    pub(crate) fn must_have(&mut self, field: &'static str) {
        if self
            .required(field)
            .is_some_and(|(list, _)| list.as_array().is_some_and(|l| l.is_empty()))
        {
            self.found.add(&self.at, Problem::EmptyField { field: field.to_owned() });
        }
    }

    /// The names and texts of a table whose fields are the author's own, without the texts that are
    /// wrong; none when it is missing.
    pub(crate) fn own_fields(&mut self, field: &'static str) -> Vec<(Name<'s>, Option<Name<'s>>)> {
        let Some((value, at)) = self.get(field) else { return Vec::new() };
        let Some(table) = value.as_table() else {
            self.wrong_type(field, &at, "{ done = \"…\" }");
            return Vec::new();
        };
        let mut all = Vec::new();
        for (key, value) in table {
            let place = |span| self.at.source.place(span);
            let name = Spotted { value: key.get_ref().to_string(), at: place(key.span()) };
            let text = self.text_of(field, (value.get_ref(), place(value.span())));
            if !is_name(&name.value.replace('_', "-")) {
                self.found.add(&name.at, Problem::BadName { name: clipped(&name.value) });
            }
            all.push((name, text));
        }
        all
    }

    /// Where what is wrong is written down.
    pub(crate) const fn found(&self) -> &'t Findings {
        self.found
    }

    /// Finds the fields that nobody asked for.
    pub(crate) fn end(self) {
        for (key, _) in self.table {
            let field: &str = key.get_ref();
            if !self.asked.contains(field) {
                let nearest = nearest(field, self.asked.iter().copied());
                let at = self.at.source.place(key.span());
                self.found.add(&at, Problem::UnknownField { field: clipped(field), nearest });
            }
        }
    }
}

/// Small letters, digits and single hyphens, beginning with a letter.
pub(crate) fn is_name(text: &str) -> bool {
    text.len() <= 60
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}
