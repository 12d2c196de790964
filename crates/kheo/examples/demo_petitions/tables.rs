//! The tables that the demonstration is made from.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What a petition can be about, with placeholders in braces.
#[derive(Deserialize)]
pub(crate) struct Theme {
    pub(crate) kind: String,
    pub(crate) topic: String,
    /// `all`, `urban`, `rural`, or units.
    #[serde(rename = "where")]
    area: String,
    /// The one hamlet or group that it is about; empty when it can happen anywhere.
    pub(crate) place: String,
    /// The office of the city that decides it; empty when wards and communes do.
    pub(crate) office: String,
    pub(crate) proof: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) answer: String,
}

impl Theme {
    fn suits(&self, ward: &Ward) -> bool {
        self.area == "all"
            || self.area == ward.area
            || self.area.split(';').any(|unit| unit == ward.unit)
    }

    /// The working days that its kind leaves for an answer.
    pub(crate) fn limit(&self) -> usize {
        if self.kind == "feedback" { 10 } else { 20 }
    }

    /// The letters that codes of its kind begin with.
    pub(crate) fn prefix(&self) -> &'static str {
        if self.kind == "feedback" { "PA" } else { "KN" }
    }
}

/// A ward or commune, and its shares of what is known of the city.
#[derive(Deserialize)]
pub(crate) struct Ward {
    pub(crate) unit: String,
    #[serde(rename = "where")]
    area: String,
    /// How many petitions it gets beside the others.
    pub(crate) petitions: usize,
    places: String,
    /// Weights by measure.
    #[serde(flatten)]
    pub(crate) shares: BTreeMap<String, u64>,
}

impl Ward {
    /// Its hamlets and street groups.
    pub(crate) fn places(&self) -> Vec<&str> {
        self.places.split(';').collect()
    }
}

#[derive(Deserialize)]
struct Phrase {
    #[serde(rename = "use")]
    purpose: String,
    text: String,
    /// Why the petition is refused; empty for all else.
    reason: String,
}

#[derive(Deserialize)]
struct Unit {
    id: String,
    name: String,
    kind: String,
}

/// All tables.
pub(crate) struct Tables {
    themes: Vec<Theme>,
    pub(crate) wards: Vec<Ward>,
    phrases: Vec<Phrase>,
    units: Vec<Unit>,
}

impl Tables {
    pub(crate) fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            themes: rows(&folder.join("petition-themes.csv"))?,
            wards: rows(&folder.join("ward-shares.csv"))?,
            phrases: rows(&folder.join("petition-phrases.csv"))?,
            units: rows(&folder.join("units.csv"))?,
        })
    }

    /// The themes that make sense in `ward`.
    pub(crate) fn themes_of(&self, ward: &Ward) -> Vec<&Theme> {
        self.themes.iter().filter(|theme| theme.suits(ward)).collect()
    }

    /// The phrases for `purpose`.
    pub(crate) fn phrases(&self, purpose: &str) -> Vec<&str> {
        let of_purpose = self.phrases.iter().filter(|phrase| phrase.purpose == purpose);
        of_purpose.map(|phrase| phrase.text.as_str()).collect()
    }

    /// The reason that a refusal with the words `text` is given for.
    pub(crate) fn reason(&self, text: &str) -> String {
        let phrase = self.phrases.iter().find(|phrase| phrase.text == text);
        phrase.map(|phrase| phrase.reason.clone()).unwrap_or_default()
    }

    /// The body that answers for `unit`: a people's committee, or the office itself.
    pub(crate) fn body(&self, unit: &str) -> String {
        let row = self.units.iter().find(|row| row.id == unit);
        match row.map(|row| row.kind.as_str()) {
            Some("ward" | "commune" | "city") => format!("UBND {}", self.name(unit)),
            _ => row.map(|row| row.name.clone()).unwrap_or_default(),
        }
    }

    /// The name of `unit` as it stands inside a sentence: `phường Sông Cầu`.
    pub(crate) fn name(&self, unit: &str) -> String {
        let row = self.units.iter().find(|row| row.id == unit);
        let mut letters = row.map_or("", |row| row.name.as_str()).chars();
        let first = letters.next().into_iter().flat_map(char::to_lowercase);
        first.collect::<String>() + letters.as_str()
    }
}

fn rows<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(file)?;
    let rows: Result<Vec<T>, csv::Error> = reader.deserialize().collect();
    rows.map_err(|why| format!("{}: {why}", file.display()).into())
}
