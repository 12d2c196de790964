//! How long a clock runs, for which matters and where.

use kheo_calendar::{Citation, Extension, TimeLimit};
use serde::{Deserialize, Serialize};

use crate::case::guard::Condition;

/// How hard a matter is, as the law tells it apart.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Complexity {
    /// As most are.
    #[default]
    Ordinary,
    /// *Phức tạp*.
    Complex,
    /// *Đặc biệt phức tạp*.
    EspeciallyComplex,
}

/// A rule by which a matter is complex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplexityRule {
    /// What it is then.
    pub is: Complexity,
    /// What must hold of the case.
    pub when: Condition,
    /// The rule that says so, as it is cited.
    pub rule: Citation,
}

/// What the length of a limit depends on. Whether it is remote is settled when the case is accepted; how
/// complex it is may turn out later.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Circumstances {
    /// How hard the matter is.
    pub complexity: Complexity,
    /// Whether it lies in a remote area that is hard to reach (*vùng sâu, vùng xa*).
    pub remote: bool,
}

/// A limit, and by how much it may be extended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The limit.
    pub limit: TimeLimit,
    /// What may be added; nothing where the rule allows no extension.
    pub extension: Option<Extension>,
}

/// The term of a clock for ordinary matters, and those for others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// For what no variant is about.
    pub ordinary: Term,
    /// For complex matters and remote areas.
    pub variants: Vec<(Circumstances, Term)>,
}

impl Terms {
    /// A limit that is the same for all, and cannot be extended.
    #[must_use]
    pub const fn of(limit: TimeLimit) -> Self {
        Self { ordinary: Term { limit, extension: None }, variants: Vec::new() }
    }

    /// The term under `circumstances`. What no variant is about counts as the next more ordinary:
    /// an especially complex matter as a complex one, a remote area as any other.
    #[must_use]
    pub fn under(&self, circumstances: Circumstances) -> Term {
        let Circumstances { complexity, remote } = circumstances;
        let levels = [Complexity::EspeciallyComplex, Complexity::Complex, Complexity::Ordinary];
        let nearest = |remote| {
            let levels = levels.into_iter().filter(move |level| *level <= complexity);
            levels.map(move |complexity| Circumstances { complexity, remote })
        };
        let mut wanted = nearest(remote).chain(nearest(false));
        let found = wanted.find_map(|one| self.variants.iter().find(|(about, _)| *about == one));
        found.map_or(self.ordinary, |(_, term)| *term)
    }
}

#[cfg(test)]
mod tests {
    use kheo_calendar::LimitUnit;

    use super::*;

    fn term(count: i16) -> Term {
        let limit = TimeLimit::rolling(count, LimitUnit::CalendarDays);
        Term { limit, extension: None }
    }

    #[test]
    fn the_nearest_variant_counts() {
        let about = |complexity, remote| Circumstances { complexity, remote };
        let (plain, complex) = (Complexity::Ordinary, Complexity::Complex);
        let terms = Terms {
            ordinary: term(30),
            variants: vec![
                (about(complex, false), term(45)),
                (about(plain, true), term(46)),
                (about(complex, true), term(60)),
            ],
        };
        let rows = [
            (plain, false, 30),
            (complex, false, 45),
            (Complexity::EspeciallyComplex, false, 45),
            (plain, true, 46),
            (complex, true, 60),
            (Complexity::EspeciallyComplex, true, 60),
        ];
        for (complexity, remote, days) in rows {
            let under = about(complexity, remote);
            assert_eq!(terms.under(under).limit.count, days, "{under:?}");
            assert_eq!(Terms::of(term(7).limit).under(under).limit.count, 7);
        }
    }
}
