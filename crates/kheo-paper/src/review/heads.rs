//! Who issues the document, for whom, where and when.

use kheo_core::period::PeriodLength;
use kheo_core::unit::Unit;
use kheo_words::Lang;

use super::Composer;
use super::names::{kind_word, whole};
use crate::{Heads, Signature, dated};

impl Composer<'_> {
    pub(super) fn subtitle(&self) -> String {
        let length = match self.review.period.length() {
            PeriodLength::Year => "year",
            PeriodLength::Half | PeriodLength::Quarter | PeriodLength::Month => "part",
        };
        let kind = if self.kind() == "body" { "body" } else { "area" };
        let name = self.unit(&self.review.unit);
        let unit = if kind == "area" { whole(&self.within_a_sentence(&name)) } else { name };
        let period = whole(&self.tongue.period(self.review.period));
        self.tongue.say_with(
            "review-subtitle",
            &[("length", length), ("period", &period), ("kind", kind), ("unit", &unit)],
        )
    }

    pub(super) fn heads(&self) -> Heads {
        let area = self.area();
        let committee = area.map(|area| {
            let place = whole(&area.place().to_uppercase());
            let kind = kind_word(area.kind);
            self.tongue.say_with("review-committee", &[("kind", kind), ("place", &place)])
        });
        Heads {
            left: committee.into_iter().collect(),
            left_strong: self.issuer(),
            right_strong: self.tongue.say("review-party"),
            number: Some(self.of_kind("review-number")),
            place_date: self.place_date(area),
        }
    }

    pub(super) fn signature(&self) -> Signature {
        let list = self.of_kind("review-recipients-list");
        Signature {
            authority: self.tongue.say_with("review-authority", &[("issuer", &self.issuer())]),
            post: self.of_kind("review-post"),
            note: self.tongue.say("review-unsigned"),
            name: None,
            recipients_title: self.tongue.say("document-recipients"),
            recipients: list.lines().map(|line| line.trim().to_owned()).collect(),
        }
    }

    fn place_date(&self, area: Option<&Unit>) -> String {
        let place = area.map_or_else(|| self.unit(&self.review.unit), |area| whole(area.place()));
        dated::place_date(&place, self.context.on, self.tongue)
    }

    fn kind(&self) -> &'static str {
        self.context.units.get(&self.review.unit).map_or("body", |unit| kind_word(unit.kind))
    }

    fn of_kind(&self, key: &str) -> String {
        self.tongue.say_with(key, &[("kind", self.kind())])
    }

    fn issuer(&self) -> String {
        match self.kind() {
            "body" => self.unit(&self.review.unit).to_uppercase(),
            _ => self.of_kind("review-issuer"),
        }
    }

    /// The kind that begins the Vietnamese name of a place is a common noun.
    fn within_a_sentence(&self, name: &str) -> String {
        let mut letters = name.chars();
        match (self.tongue.lang(), letters.next()) {
            (Lang::Vi, Some(first)) => first.to_lowercase().chain(letters).collect(),
            _ => name.to_owned(),
        }
    }
}
