//! Reads the word files, and checks that each text that is needed stands in both languages.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant,
};

use crate::error::Findings;
use crate::nearest::{clipped, nearest};
use crate::problem::Problem;
use crate::source::{Name, Place, Source, Spotted};

/// The languages of word files: Vietnamese first.
pub(crate) const LANGS: [&str; 2] = ["vi", "en"];

/// Brackets in one text: the reader of Fluent follows each into the next.
const MOST_BRACKETS: usize = 64;

/// A text of a word file.
pub(crate) struct Text<'s> {
    pub(crate) key: Name<'s>,
    /// Its words without its variables.
    pub(crate) plain: String,
    pub(crate) variables: Vec<Name<'s>>,
    /// Whether it is not as texts of packs are, so that its variables are not known.
    odd: bool,
}

/// The texts of all files of one language.
#[derive(Default)]
pub(crate) struct Texts<'s> {
    pub(crate) all: BTreeMap<String, Text<'s>>,
    /// The file in the packs' folder itself.
    shared: Option<&'s Source>,
    /// Whether a file could not be read to its end, so that texts may be missing.
    broken: bool,
}

impl<'s> Texts<'s> {
    /// Adds the texts of one more file.
    pub(crate) fn read(&mut self, source: &'s Source, found: &Findings) {
        if !source.path.contains('/') {
            self.shared = Some(source);
        }
        if let Some((key, at)) = too_many_brackets(source) {
            self.broken = true;
            found.add(&at, Problem::TooClever { key: clipped(key) });
            return;
        }
        let resource = match fluent_syntax::parser::parse(source.text.as_str()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                self.broken = true;
                for error in errors {
                    let words = error.kind.to_string();
                    let words: Vec<&str> = words.split_whitespace().collect();
                    let why = clipped(&words.join(" "));
                    found.add(&source.place(error.pos), Problem::NotFluent { why });
                }
                resource
            }
        };
        for entry in resource.body {
            match entry {
                Entry::Message(message) => self.add(source, message, found),
                Entry::Term(term) => {
                    let at = source.place_of(term.id.name);
                    found.add(&at, Problem::NoText { key: clipped(term.id.name) });
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, source: &'s Source, message: Message<&'s str>, found: &Findings) {
        let key = message.id.name;
        let at = source.place_of(key);
        if let Some(first) = self.all.get(key) {
            let first = first.key.at.short();
            found.add(&at, Problem::Duplicate { name: clipped(key), first });
            return;
        }
        if message.value.is_none() || !message.attributes.is_empty() {
            found.add(&at, Problem::NoText { key: clipped(key) });
        }
        let mut text = Text {
            key: Spotted { value: key.to_owned(), at },
            plain: String::new(),
            variables: vec![],
            odd: message.value.is_none(),
        };
        let was_odd = text.odd;
        if let Some(pattern) = message.value {
            text.take(source, pattern);
        }
        if text.odd && !was_odd {
            found.add(&text.key.at, Problem::TooClever { key: clipped(key) });
        }
        self.all.insert(key.to_owned(), text);
    }
}

impl<'s> Text<'s> {
    /// Adds the words and variables of `pattern`.
    fn take(&mut self, source: &'s Source, pattern: Pattern<&'s str>) {
        for element in pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.plain.push_str(value),
                PatternElement::Placeable { expression } => match expression {
                    Expression::Inline(InlineExpression::VariableReference { id }) => {
                        let at = source.place_of(id.name);
                        self.variables.push(Spotted { value: id.name.to_owned(), at });
                    }
                    Expression::Inline(InlineExpression::StringLiteral { .. }) => {}
                    Expression::Select { selector, variants } if self.may_choose_by(&selector) => {
                        self.take_each(source, variants);
                    }
                    _ => self.odd = true,
                },
            }
        }
    }

    /// Whether it may say one thing of one, another of more: what numbers are counted in.
    fn may_choose_by(&self, selector: &InlineExpression<&str>) -> bool {
        self.key.value.starts_with(MEASURED_IN)
            && matches!(selector, InlineExpression::VariableReference { id } if id.name == "count")
    }

    /// Adds the `variants` of a choice; it says `$n` only when each of them does.
    fn take_each(&mut self, source: &'s Source, variants: Vec<Variant<&'s str>>) {
        let before = std::mem::take(&mut self.variables);
        let mut said: Vec<Name<'s>> = Vec::new();
        let mut all_say_n = true;
        for variant in variants {
            self.take(source, variant.value);
            let these = std::mem::take(&mut self.variables);
            all_say_n &= these.iter().any(|name| name.value == "n");
            said.extend(these);
        }
        said.retain(|name| all_say_n || name.value != "n");
        self.variables = before;
        self.variables.append(&mut said);
    }
}

/// The first entry of a file with more brackets than a text of ours has.
fn too_many_brackets(source: &Source) -> Option<(&str, Place<'_>)> {
    let mut brackets = 0;
    let mut last_key = "";
    for line in source.text.split('\n') {
        let key = line.split('=').next().unwrap_or_default().trim_end();
        let begins = key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.len() < line.len()
            && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        if begins {
            brackets = 0;
            last_key = key;
        }
        brackets += line.bytes().filter(|b| matches!(b, b'{' | b'(')).count();
        if brackets > MOST_BRACKETS {
            return Some((last_key, source.place_of(line)));
        }
    }
    None
}

/// A text that a pack needs, and the variables it is given.
pub(crate) struct Wanted<'a, 's> {
    pub(crate) key: String,
    pub(crate) at: &'a Place<'s>,
    pub(crate) given: Vec<&'a Name<'s>>,
}

/// Finds texts that are missing or that say other variables than they are given.
pub(crate) fn check_wanted(wanted: &[Wanted<'_, '_>], texts: &[Texts<'_>; 2], found: &Findings) {
    let mut missing = BTreeSet::new();
    for (lang, texts) in LANGS.into_iter().zip(texts) {
        for want in wanted {
            match texts.all.get(&want.key) {
                Some(text) if text.odd => {}
                Some(text) => check_variables(want, text, lang, found),
                None if texts.broken || !missing.insert((lang, &want.key)) => {}
                None => {
                    let (key, lang) = (want.key.clone(), lang.to_owned());
                    found.add(want.at, Problem::MissingWords { key, lang });
                }
            }
        }
    }
}

fn check_variables(want: &Wanted<'_, '_>, text: &Text<'_>, lang: &str, found: &Findings) {
    let given: Vec<&str> = want.given.iter().map(|name| name.value.as_str()).collect();
    refuse_other_variables(text, &given, found);
    for name in &want.given {
        if !text.variables.iter().any(|variable| variable.value == name.value) {
            let (key, variable, lang) = (want.key.clone(), name.value.clone(), lang.to_owned());
            found.add(&name.at, Problem::UnsaidFigure { key, variable, lang });
        }
    }
}

fn refuse_other_variables(text: &Text<'_>, given: &[&str], found: &Findings) {
    for variable in &text.variables {
        if !given.contains(&variable.value.as_str()) {
            let known = nearest(&variable.value, given.iter().copied());
            let (key, variable_name) = (text.key.value.clone(), clipped(&variable.value));
            let problem = Problem::UnknownVariable { key, variable: variable_name, known };
            found.add(&variable.at, problem);
        }
    }
}

/// What the program itself counts in: tallies of cases, and shares of a plan.
const ALWAYS_MEASURED_IN: [&str; 3] = ["case", "percent", "time"];

/// Finds what numbers are counted in that is missing in one language, or cannot say a number:
/// `measured-in-hectare` without `$n`.
pub(crate) fn check_measured_in(texts: &[Texts<'_>; 2], found: &Findings) {
    let [vietnamese, english] = texts;
    for (lang, texts, others) in [("vi", vietnamese, english), ("en", english, vietnamese)] {
        for text in texts.all.values().filter(|text| text.key.value.starts_with(MEASURED_IN)) {
            refuse_other_variables(text, &["n"], found);
            if !text.variables.iter().any(|variable| variable.value == "n") {
                let (key, lang) = (text.key.value.clone(), lang.to_owned());
                let problem = Problem::UnsaidFigure { key, variable: "n".to_owned(), lang };
                found.add(&text.key.at, problem);
            }
        }
        let missing = |key: &String| !texts.broken && !texts.all.contains_key(key);
        for other in others.all.values().filter(|text| text.key.value.starts_with(MEASURED_IN)) {
            if missing(&other.key.value) {
                let (key, lang) = (other.key.value.clone(), lang.to_owned());
                found.add(&other.key.at, Problem::MissingWords { key, lang });
            }
        }
        for key in ALWAYS_MEASURED_IN.map(|name| format!("{MEASURED_IN}{name}")) {
            if let Some(file) =
                texts.shared.filter(|_| missing(&key) && !others.all.contains_key(&key))
            {
                found.add(&file.place(0..0), Problem::MissingWords { key, lang: lang.to_owned() });
            }
        }
    }
}

/// How the keys begin that say what numbers are counted in.
pub(crate) const MEASURED_IN: &str = "measured-in-";

/// Finds texts that nothing needs. What numbers may be counted in is a choice to take from, so some
/// of it may be unused.
pub(crate) fn check_unused(wanted: &[Wanted<'_, '_>], texts: &[Texts<'_>; 2], found: &Findings) {
    let keys: BTreeSet<&str> = wanted.iter().map(|want| want.key.as_str()).collect();
    for texts in texts {
        for text in texts.all.values() {
            let key = text.key.value.as_str();
            if !keys.contains(key) && !key.starts_with(MEASURED_IN) {
                let nearest = nearest(key, keys.iter().copied());
                found.add(&text.key.at, Problem::UnusedWords { key: clipped(key), nearest });
            }
        }
    }
}
