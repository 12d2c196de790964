//! The names of units, measures and sources.

use kheo_core::id::{MeasureId, UnitId};
use kheo_core::origin::Origin;
use kheo_core::review::Review;
use kheo_core::task::{Conclusion, Task};
use kheo_core::unit::{Unit, UnitKind};
use kheo_words::Lang;

use super::Composer;
use crate::lines::NO_BREAK;

impl Composer<'_> {
    /// The name of a unit as it stands in a list.
    pub(super) fn unit(&self, id: &UnitId) -> String {
        match (self.context.units.get(id), self.tongue.lang()) {
            (Some(unit), Lang::Vi) => unit.name.clone(),
            (Some(unit), Lang::En) => unit.name_en.clone(),
            (None, _) => id.to_string(),
        }
    }

    pub(super) fn measure(&self, id: &MeasureId) -> String {
        self.tongue.say(&format!("measure-{id}"))
    }

    /// The unit itself, or the nearest above it that is a place.
    pub(super) fn area(&self) -> Option<&Unit> {
        let units = self.context.units;
        let above = |unit: &&Unit| unit.parent.as_ref().and_then(|id| units.get(id));
        std::iter::successors(units.get(&self.review.unit), above)
            .take(units.len())
            .find(|unit| unit.kind.level().is_some())
    }

    /// `[3]` for the third source after a space at which no line ends, the mark of a demonstration, or nothing.
    pub(super) fn remark(&self, origin: &Origin) -> String {
        match origin {
            Origin::Demonstration => format!("{NO_BREAK}{}", self.tongue.say("review-mark")),
            Origin::Entered => String::new(),
            Origin::Reported { source } | Origin::Derived { source } => {
                let place = self.sources.iter().position(|known| known == source);
                place.map_or_else(String::new, |place| format!("{NO_BREAK}[{}]", place + 1))
            }
        }
    }
}

/// The addresses of all published sources of `review` and of what was concluded `next`.
pub(super) fn sources<'a>(review: &'a Review, next: &'a [(Conclusion, Vec<Task>)]) -> Vec<&'a str> {
    let figures = review.figures().map(|figure| &figure.origin);
    let pairs = review.quality.contradictions.iter();
    let readings = pairs.flat_map(|pair| pair.used.iter().chain([&pair.set_aside]));
    let concluded = next.iter().flat_map(|(conclusion, tasks)| {
        std::iter::once(&conclusion.origin).chain(tasks.iter().map(|task| &task.origin))
    });
    let mut sources = Vec::new();
    let all = figures.chain(readings.map(|reading| &reading.origin)).chain(concluded);
    for source in all.filter_map(Origin::source) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

/// The word by which the word files choose what to call a unit.
pub(super) const fn kind_word(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Province => "province",
        UnitKind::City => "city",
        UnitKind::Ward => "ward",
        UnitKind::Commune => "commune",
        UnitKind::Department
        | UnitKind::Organisation
        | UnitKind::Force
        | UnitKind::GrassrootsBloc => "body",
    }
}

/// A name that no line ends within.
pub(super) fn whole(name: &str) -> String {
    name.replace(' ', "\u{a0}")
}
