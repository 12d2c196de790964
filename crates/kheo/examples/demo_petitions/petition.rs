//! A petition of the demonstration, and how it comes to be written.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::days::{Days, written};
use crate::dice::Dice;
use crate::tables::{Tables, Theme, Ward};

/// The unit at the top, to which some bring what their ward decides.
pub(crate) const CITY: &str = "bac-kan";

/// A petition on the day it came in.
pub(crate) struct Petition<'t> {
    pub(crate) theme: &'t Theme,
    pub(crate) ward: &'t Ward,
    /// The unit it is addressed to.
    pub(crate) unit: &'t str,
    /// The working day on which it came in.
    pub(crate) received: usize,
    pub(crate) on: Date,
    pub(crate) place: String,
    /// The number that its texts speak of.
    pub(crate) count: usize,
    pub(crate) text: String,
    pub(crate) name: String,
    /// The earlier petition about the same matter, by its place in the list.
    pub(crate) again: Option<usize>,
}

impl<'t> Petition<'t> {
    /// A new petition about anything.
    pub(crate) fn new(tables: &'t Tables, days: &Days, dice: &mut Dice) -> Option<Self> {
        let received = dice.below(days.count());
        let on = days.day(received)?;
        let ward = dice.weighed(&tables.wards, |ward| ward.petitions)?;
        let theme = *dice.pick(&tables.themes_of(ward))?;
        let any = *dice.pick(&ward.places())?;
        let mut place = if theme.place.is_empty() { any } else { &theme.place }.to_owned();
        let count = dice.between(6, 38);
        let unit = if dice.chance(9) { CITY } else { ward.unit.as_str() };
        if unit == CITY {
            place = format!("{place}, {}", tables.name(&ward.unit));
        }
        let before = |days: usize| on.checked_sub(i64::try_from(days).ok()?.days()).ok();
        let seen = written(before(dice.between(2, 18))?);
        let long = written(before(dice.between(60, 240))?);
        let text = theme.text.replace("{seen}", &seen).replace("{long}", &long);
        let named = dice.chance(25).then(|| tables.phrases("name"));
        let name = named.and_then(|names| dice.pick(&names).map(|name| (*name).to_owned()));
        let mut petition = Self {
            theme,
            ward,
            unit,
            received,
            on,
            place,
            count,
            text: String::new(),
            name: name.unwrap_or_default(),
            again: None,
        };
        petition.text = petition.filled(&text);
        Some(petition)
    }

    /// The same matter, brought once more on the working day `received`.
    pub(crate) fn again(
        &self,
        earlier: usize,
        received: usize,
        tables: &Tables,
        days: &Days,
        dice: &mut Dice,
    ) -> Option<Self> {
        let opening = (*dice.pick(&tables.phrases("again"))?).to_owned();
        Some(Self {
            received,
            on: days.day(received)?,
            place: self.place.clone(),
            text: format!("{opening} {}", self.text),
            name: self.name.clone(),
            again: Some(earlier),
            ..*self
        })
    }

    pub(crate) fn subject(&self) -> String {
        self.filled(&self.theme.subject)
    }

    /// `text` with the place and the number filled in.
    pub(crate) fn filled(&self, text: &str) -> String {
        text.replace("{place}", &self.place).replace("{n}", &self.count.to_string())
    }
}
