//! Units and posts by name, for citizens.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_core::id::{PostId, UnitId};
use kheo_core::post::Post;
use kheo_core::text::folded;
use kheo_core::unit::{Level, Unit};
use kheo_store::{Reader, StoreError, post, unit};
use kheo_words::Lang;

use crate::app::unit_name;
use crate::parts::field::Choice;

/// Units and posts by name.
#[derive(Debug)]
pub(crate) struct Names {
    lang: Lang,
    units: BTreeMap<UnitId, Unit>,
    posts: BTreeMap<PostId, Post>,
}

impl Names {
    /// All names, as a reader of `lang` calls them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) fn read(reader: &Reader<'_>, lang: Lang) -> Result<Self, StoreError> {
        let units = unit::all(reader)?.into_iter().map(|unit| (unit.id.clone(), unit));
        let posts = post::all(reader)?.into_iter().map(|post| (post.id.clone(), post));
        Ok(Self { lang, units: units.collect(), posts: posts.collect() })
    }

    /// The name of a unit.
    pub(crate) fn unit(&self, unit: &UnitId) -> String {
        let found = self.units.get(unit).map(|unit| unit_name(unit, self.lang));
        found.unwrap_or(unit.as_str()).to_owned()
    }

    /// The title of a post.
    pub(crate) fn post(&self, post: &PostId) -> String {
        let title = |post: &Post| match self.lang {
            Lang::Vi => post.title.clone(),
            Lang::En => post.title_en.clone(),
        };
        self.posts.get(post).map_or_else(|| post.to_string(), title)
    }

    /// The units that citizens can turn to on `day`: the wards and communes below `place` by name,
    /// then `place`.
    pub(crate) fn addressable(&self, place: &UnitId, day: Date) -> Vec<Choice> {
        let mut units: Vec<&Unit> = self
            .units
            .values()
            .filter(|unit| unit.kind.level().is_some() && unit.lives_on(day))
            .filter(|unit| unit.id == *place || unit.parent.as_ref() == Some(place))
            .collect();
        units.sort_by_cached_key(|unit| {
            (unit.kind.level() != Some(Level::Commune), folded(unit_name(unit, self.lang)))
        });
        let choice = |unit: &&Unit| Choice::new(unit.id.as_str(), unit_name(unit, self.lang));
        units.iter().map(choice).collect()
    }
}
