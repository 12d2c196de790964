//! Units and posts by name, and who is above whom.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_core::case::{CaseKind, Seat, takes_on};
use kheo_core::id::{PostId, UnitId};
use kheo_core::post::Post;
use kheo_core::text::sort_key;
use kheo_core::unit::{Level, Rank, Unit};
use kheo_store::{Reader, StoreError};
use kheo_words::Lang;

use crate::app::unit_name;
use crate::parts::field::Choice;

/// All units and posts of the installation.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    units: BTreeMap<UnitId, Unit>,
    posts: BTreeMap<PostId, Post>,
    posts_in: BTreeMap<UnitId, Vec<PostId>>,
}

impl Directory {
    /// Reads the directory.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) fn read(r: &Reader<'_>) -> Result<Self, StoreError> {
        let (units, posts) = (kheo_store::unit::all(r)?, kheo_store::post::all(r)?);
        let mut posts_in: BTreeMap<UnitId, Vec<PostId>> = BTreeMap::new();
        for post in &posts {
            posts_in.entry(post.unit.clone()).or_default().push(post.id.clone());
        }
        Ok(Self {
            posts_in,
            units: units.into_iter().map(|unit| (unit.id.clone(), unit)).collect(),
            posts: posts.into_iter().map(|post| (post.id.clone(), post)).collect(),
        })
    }

    /// The unit of that name.
    pub(crate) fn find(&self, unit: &UnitId) -> Option<&Unit> {
        self.units.get(unit)
    }

    /// All units by their names.
    pub(crate) const fn all(&self) -> &BTreeMap<UnitId, Unit> {
        &self.units
    }

    /// All units.
    pub(crate) fn units(&self) -> impl Iterator<Item = &Unit> {
        self.units.values()
    }

    /// The name of a unit as the reader calls it.
    pub(crate) fn unit(&self, unit: &UnitId, lang: Lang) -> String {
        self.units.get(unit).map_or(unit.as_str(), |unit| unit_name(unit, lang)).to_owned()
    }

    /// The title of a post as the reader calls it.
    pub(crate) fn post(&self, post: &PostId, lang: Lang) -> String {
        self.posts.get(post).map_or(post.as_str(), |post| title(post, lang)).to_owned()
    }

    /// The post of that name.
    pub(crate) fn find_post(&self, post: &PostId) -> Option<&Post> {
        self.posts.get(post)
    }

    /// Whether there is such a post.
    pub(crate) fn has_post(&self, post: &PostId) -> bool {
        self.posts.contains_key(post)
    }

    /// The posts held in `unit`.
    pub(crate) fn posts_in(&self, unit: &UnitId) -> impl Iterator<Item = &Post> {
        let ids = self.posts_in.get(unit).into_iter().flatten();
        ids.filter_map(|id| self.posts.get(id))
    }

    /// Whether `unit` is `above`, or below it at any depth.
    pub(crate) fn within(&self, above: &UnitId, unit: &UnitId) -> bool {
        unit == above || self.upwards(unit).into_iter().any(|unit| unit.id == *above)
    }

    /// Whether a unit stands below `unit`.
    pub(crate) fn has_below(&self, unit: &UnitId) -> bool {
        self.units.values().any(|below| below.parent.as_ref() == Some(unit))
    }

    /// `unit` and those above it.
    fn upwards(&self, unit: &UnitId) -> Vec<&Unit> {
        let mut above: Vec<&Unit> = Vec::new();
        let mut at = self.find(unit);
        while let Some(here) = at.filter(|here| !above.iter().any(|passed| passed.id == here.id)) {
            above.push(here);
            at = here.parent.as_ref().and_then(|parent| self.find(parent));
        }
        above
    }

    /// `top` and the units below it, the top first and the others by name.
    pub(crate) fn choices(&self, top: &UnitId, lang: Lang) -> Vec<Choice> {
        let mut units: Vec<&Unit> =
            self.units.values().filter(|unit| self.within(top, &unit.id)).collect();
        units.sort_by_cached_key(|unit| (unit.id != *top, sort_key(unit_name(unit, lang))));
        units.into_iter().map(|unit| choice(unit, lang)).collect()
    }

    /// `units` by name.
    pub(crate) fn choices_of<'a>(
        &self,
        units: impl Iterator<Item = &'a UnitId>,
        lang: Lang,
    ) -> Vec<Choice> {
        let mut units: Vec<&Unit> = units.filter_map(|unit| self.find(unit)).collect();
        units.sort_by_cached_key(|unit| sort_key(unit_name(unit, lang)));
        units.into_iter().map(|unit| choice(unit, lang)).collect()
    }

    /// Where `unit` stands among the levels of government.
    pub(crate) fn rank(&self, unit: &UnitId) -> Rank {
        Rank::of(self.upwards(unit))
    }

    /// Whether the posts of `unit`, where it is competent, bring a new case of `kind` to its end, whatever it is
    /// about.
    pub(crate) fn takes(&self, kind: &CaseKind, unit: &UnitId) -> bool {
        let posts: Vec<&Post> = self.posts_in(unit).collect();
        kind.topics.iter().all(|topic| {
            let begins = (&topic.id, &kind.first_step);
            takes_on(kind, begins, Seat::Competent, posts.iter().copied())
        })
    }

    /// Whether citizens can turn to `unit` on `day`: it is `place`, or a ward or commune below it.
    pub(crate) fn is_addressable(&self, unit: &UnitId, place: &UnitId, day: Date) -> bool {
        self.find(unit).is_some_and(|unit| is_addressable(unit, place, day))
    }

    /// The units that citizens can turn to on `day`: the wards and communes below `place` by name,
    /// then `place`.
    pub(crate) fn addressable(&self, place: &UnitId, day: Date, lang: Lang) -> Vec<Choice> {
        let mut units: Vec<&Unit> =
            self.units().filter(|unit| is_addressable(unit, place, day)).collect();
        units.sort_by_cached_key(|unit| {
            (unit.kind.level() != Some(Level::Commune), sort_key(unit_name(unit, lang)))
        });
        units.into_iter().map(|unit| choice(unit, lang)).collect()
    }
}

fn is_addressable(unit: &Unit, place: &UnitId, day: Date) -> bool {
    let is_there = unit.id == *place || unit.parent.as_ref() == Some(place);
    is_there && unit.kind.level().is_some() && unit.lives_on(day)
}

fn choice(unit: &Unit, lang: Lang) -> Choice {
    Choice::new(unit.id.as_str(), unit_name(unit, lang))
}

/// The title of a post as the reader calls it.
pub(crate) fn title(post: &Post, lang: Lang) -> &str {
    match lang {
        Lang::Vi => &post.title,
        Lang::En => &post.title_en,
    }
}
