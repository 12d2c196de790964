use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kheo_core::quantity::Quantity;

use crate::{Lang, number};

/// All texts of the interface in all languages.
pub struct Words {
    vietnamese: FluentBundle<FluentResource>,
    english: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Words")
    }
}

/// A word file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// A line is no Fluent.
    #[error("a word file ({lang}) cannot be read: {why}")]
    NotFluent {
        /// The language of the file.
        lang: &'static str,
        /// What the reader stumbled over.
        why: String,
    },
    /// A key stands in two files.
    #[error("a word stands twice ({lang}): {key}")]
    Twice {
        /// The language of the files.
        lang: &'static str,
        /// The key.
        key: String,
    },
}

macro_rules! own {
    ($($area:literal),*) => {
        [$(
            (Lang::Vi, include_str!(concat!("../words/", $area, ".vi.ftl"))),
            (Lang::En, include_str!(concat!("../words/", $area, ".en.ftl"))),
        )*]
    };
}

const OWN: &[(Lang, &str)] = &own![
    "changes",
    "documents",
    "general",
    "packs",
    "program",
    "refusals",
    "review",
    "web-public",
    "web-staff"
];

impl Words {
    /// The program's own words together with those of the packs.
    ///
    /// # Errors
    /// [`WordsError`], naming the language and the text.
    pub fn load(packs: &[(Lang, String)]) -> Result<Self, WordsError> {
        let mut words = Self { vietnamese: bundle("vi")?, english: bundle("en")? };
        for (lang, text) in OWN {
            words.add(*lang, (*text).to_owned())?;
        }
        for (lang, text) in packs {
            words.add(*lang, text.clone())?;
        }
        Ok(words)
    }

    fn add(&mut self, lang: Lang, text: String) -> Result<(), WordsError> {
        let resource = FluentResource::try_new(text).map_err(|(_, errors)| {
            let why = errors.first().map(ToString::to_string).unwrap_or_default();
            WordsError::NotFluent { lang: lang.tag(), why }
        })?;
        let bundle = match lang {
            Lang::Vi => &mut self.vietnamese,
            Lang::En => &mut self.english,
        };
        bundle.add_resource(resource).map_err(|errors| WordsError::Twice {
            lang: lang.tag(),
            key: errors.first().map(ToString::to_string).unwrap_or_default(),
        })
    }

    /// The words in one language.
    #[must_use]
    pub const fn in_lang(&self, lang: Lang) -> Tongue<'_> {
        Tongue { words: self, lang }
    }
}

fn bundle(tag: &'static str) -> Result<FluentBundle<FluentResource>, WordsError> {
    let id = tag
        .parse()
        .map_err(|_| WordsError::NotFluent { lang: tag, why: "not a language".to_owned() })?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    Ok(bundle)
}

/// The words in one language.
#[derive(Debug, Clone, Copy)]
pub struct Tongue<'a> {
    words: &'a Words,
    lang: Lang,
}

impl Tongue<'_> {
    /// The language.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// The text of `key`.
    #[must_use]
    pub fn say(self, key: &str) -> String {
        self.say_args(key, None)
    }

    /// The text of `key` with its variables.
    #[must_use]
    pub fn say_with(self, key: &str, variables: &[(&str, &str)]) -> String {
        self.say_args(key, Some(&args(variables)))
    }

    /// The text of `key` with its variables and `$count`, by which the file chooses singular or plural.
    #[must_use]
    pub fn say_count(self, key: &str, count: i64, variables: &[(&str, &str)]) -> String {
        let mut args = args(variables);
        args.set("count", FluentValue::from(count));
        let grouped = number::number(self.lang, Quantity::from_thousandths(count * 1000));
        args.set("n", FluentValue::from(grouped));
        self.say_args(key, Some(&args))
    }

    /// Whether `key` has a text.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        self.bundle().has_message(key)
    }

    /// `1.234,5` in Vietnamese, `1,234.5` in English.
    #[must_use]
    pub fn number(self, quantity: Quantity) -> String {
        number::number(self.lang, quantity)
    }

    /// A number with what it is counted in: `345,45 ha`; the file may choose by `$count`, which is 0
    /// for a number that is not whole.
    #[must_use]
    pub fn measured(self, quantity: Quantity, measured_in: &str) -> String {
        let (n, thousandths) = (self.number(quantity), quantity.thousandths());
        let whole = if thousandths % 1000 == 0 { thousandths / 1000 } else { 0 };
        let mut args = args(&[("n", &n)]);
        args.set("count", FluentValue::from(whole));
        self.say_args(&format!("measured-in-{measured_in}"), Some(&args))
    }

    /// What numbers are counted in, without a number: `ha`.
    #[must_use]
    pub fn counted_in(self, measured_in: &str) -> String {
        let mut args = args(&[("n", "")]);
        args.set("count", FluentValue::from(0));
        self.say_args(&format!("measured-in-{measured_in}"), Some(&args)).trim().to_owned()
    }

    fn bundle(&self) -> &FluentBundle<FluentResource> {
        match self.lang {
            Lang::Vi => &self.words.vietnamese,
            Lang::En => &self.words.english,
        }
    }

    fn say_args(self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let pattern = self.bundle().get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else { return format!("⟨{key}⟩") };
        self.bundle().format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }
}

fn args<'a>(variables: &[(&'a str, &'a str)]) -> FluentArgs<'a> {
    variables.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect()
}
