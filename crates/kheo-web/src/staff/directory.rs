//! Units and posts by name, and who is above whom.

use std::collections::{BTreeMap, BTreeSet};

use kheo_core::id::{PostId, UnitId};
use kheo_core::post::Post;
use kheo_core::unit::Unit;
use kheo_store::{Reader, StoreError};
use kheo_words::Lang;

use crate::pages::staff::choice::Choice;

/// All units and posts of the installation.
#[derive(Debug, Clone)]
pub(crate) struct Directory {
    units: BTreeMap<UnitId, Unit>,
    posts: BTreeMap<PostId, Post>,
}

impl Directory {
    /// Reads the directory.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) fn read(r: &Reader<'_>) -> Result<Self, StoreError> {
        let (units, posts) = (kheo_store::unit::all(r)?, kheo_store::post::all(r)?);
        Ok(Self {
            units: units.into_iter().map(|unit| (unit.id.clone(), unit)).collect(),
            posts: posts.into_iter().map(|post| (post.id.clone(), post)).collect(),
        })
    }

    /// The unit of that name.
    pub(crate) fn find(&self, unit: &UnitId) -> Option<&Unit> {
        self.units.get(unit)
    }

    /// All units.
    pub(crate) fn units(&self) -> impl Iterator<Item = &Unit> {
        self.units.values()
    }

    /// The name of a unit as the reader calls it.
    pub(crate) fn unit(&self, unit: &UnitId, lang: Lang) -> String {
        self.units.get(unit).map_or_else(|| unit.to_string(), |unit| name(unit, lang))
    }

    /// The title of a post as the reader calls it.
    pub(crate) fn post(&self, post: &PostId, lang: Lang) -> String {
        self.posts.get(post).map_or_else(|| post.to_string(), |post| title(post, lang))
    }

    /// The posts held in `unit`.
    pub(crate) fn posts_in(&self, unit: &UnitId) -> impl Iterator<Item = &Post> {
        self.posts.values().filter(move |post| post.unit == *unit)
    }

    /// Whether `unit` is `above`, or below it at any depth.
    pub(crate) fn within(&self, above: &UnitId, unit: &UnitId) -> bool {
        let mut passed = BTreeSet::new();
        let mut at = Some(unit);
        while let Some(here) = at.filter(|here| passed.insert(*here)) {
            if here == above {
                return true;
            }
            at = self.units.get(here).and_then(|unit| unit.parent.as_ref());
        }
        false
    }

    /// `top` and the units below it, the top first and the others by name.
    pub(crate) fn choices(&self, top: &UnitId, lang: Lang) -> Vec<Choice> {
        let mut units: Vec<&Unit> =
            self.units.values().filter(|unit| self.within(top, &unit.id)).collect();
        units.sort_by_key(|unit| (unit.id != *top, kheo_core::text::folded(&name(unit, lang))));
        units.into_iter().map(|unit| Choice::new(unit.id.as_str(), name(unit, lang))).collect()
    }
}

/// The name of a unit as the reader calls it.
pub(crate) fn name(unit: &Unit, lang: Lang) -> String {
    match lang {
        Lang::Vi => unit.name.clone(),
        Lang::En => unit.name_en.clone(),
    }
}

/// The title of a post as the reader calls it.
pub(crate) fn title(post: &Post, lang: Lang) -> String {
    match lang {
        Lang::Vi => post.title.clone(),
        Lang::En => post.title_en.clone(),
    }
}
