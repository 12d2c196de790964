//! Who reads what of a case: one rule for pages, lists, files and letters.

use crate::id::UnitId;
use crate::post::{Post, Right, Role};
use crate::unit::Level;

/// How much of a case a reader sees, from all of it to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// That there is one, as a number among others: no page, no line in a list.
    Counted,
    /// What everybody may see of it, with its step, its limits and its outcome.
    Public,
    /// The same, and what the reader's own unit did with it before it sent it on.
    Course,
    /// All but who brought it.
    Stripped,
    /// All of it.
    Whole,
}

impl Sight {
    /// Whether who brought it, and what tells that, is seen.
    #[must_use]
    pub fn knows(self) -> bool {
        self == Self::Whole
    }

    /// Whether what officers write and fill in is seen, as far as it does not tell who brought the case.
    #[must_use]
    pub fn works(self) -> bool {
        self >= Self::Stripped
    }
}

/// What seals a case, for one reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seal {
    /// Whether posts of the reader's role take in cases of this kind.
    pub takes_in: bool,
    /// The level that is competent for what the case is about.
    pub competent: Option<Level>,
}

/// Somebody in a post who looks at a case.
#[derive(Debug, Clone, Copy)]
pub struct Onlooker<'a> {
    /// The post.
    pub post: &'a Post,
    /// The level of the unit of the post; nothing for a body that is no territorial unit.
    pub level: Option<Level>,
    /// Whether that unit or one below it has the case now; otherwise it had it before.
    pub holds: bool,
}

impl Onlooker<'_> {
    /// What the post sees of a case that `unit` has, and that `seal` seals.
    ///
    /// A unit that sent a case on sees its course, no longer who asked. Who compiles reviews sees what is public, and
    /// of sealed cases a number. Of a sealed case only those who take such cases in, in the unit that has
    /// it, know who brought it; and no head of a unit below the competent one: the case may be about them.
    #[must_use]
    pub fn sight(&self, unit: &UnitId, seal: Option<Seal>) -> Sight {
        let role = self.post.role;
        if !role.allows(Right::ReadPetitioner) {
            return if seal.is_some() { Sight::Counted } else { Sight::Public };
        }
        if !self.holds {
            return Sight::Course;
        }
        let Some(seal) = seal else { return Sight::Whole };
        let may_be_accused = role == Role::Head && seal.competent > self.level;
        let knows = seal.takes_in && self.post.unit == *unit && !may_be_accused;
        if knows { Sight::Whole } else { Sight::Stripped }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PostId;

    fn sees(role: Role, unit: &str, level: Level, holds: bool, seal: Option<Seal>) -> Sight {
        let post = Post {
            id: PostId::new("post"),
            unit: UnitId::new(unit),
            role,
            title: String::new(),
            title_en: String::new(),
        };
        let level = Some(level);
        Onlooker { post: &post, level, holds }.sight(&UnitId::new("ward"), seal)
    }

    #[test]
    fn each_reader_sees_what_their_work_needs() {
        use Level::{Commune, District};
        let takes_in = |role| matches!(role, Role::Clerk | Role::Head);
        let sealed = |role, competent| Some(Seal { takes_in: takes_in(role), competent });
        // role, unit and level of the reader, whether it has the case, then what is open, what is
        // sealed for the commune to decide, and what is sealed for the district.
        let rows = [
            (Role::Clerk, "ward", Commune, true, Sight::Whole, Sight::Whole, Sight::Whole),
            (Role::Handler, "ward", Commune, true, Sight::Whole, Sight::Stripped, Sight::Stripped),
            (Role::Head, "ward", Commune, true, Sight::Whole, Sight::Whole, Sight::Stripped),
            (Role::Head, "city", District, true, Sight::Whole, Sight::Stripped, Sight::Stripped),
            (
                Role::Inspector,
                "city",
                District,
                true,
                Sight::Whole,
                Sight::Stripped,
                Sight::Stripped,
            ),
            (Role::Compiler, "city", District, true, Sight::Public, Sight::Counted, Sight::Counted),
            (Role::Clerk, "other", Commune, false, Sight::Course, Sight::Course, Sight::Course),
            (Role::Head, "other", Commune, false, Sight::Course, Sight::Course, Sight::Course),
            (
                Role::Compiler,
                "other",
                Commune,
                false,
                Sight::Public,
                Sight::Counted,
                Sight::Counted,
            ),
        ];
        for (role, unit, level, holds, open, own, above) in rows {
            let who = format!("{role:?} of {unit}");
            assert_eq!(sees(role, unit, level, holds, None), open, "{who}");
            assert_eq!(sees(role, unit, level, holds, sealed(role, Some(Commune))), own, "{who}");
            assert_eq!(
                sees(role, unit, level, holds, sealed(role, Some(District))),
                above,
                "{who}"
            );
        }
        let rows = [
            (Sight::Counted, false, false),
            (Sight::Public, false, false),
            (Sight::Course, false, false),
            (Sight::Stripped, false, true),
            (Sight::Whole, true, true),
        ];
        for (sight, knows, works) in rows {
            assert_eq!((sight.knows(), sight.works()), (knows, works), "{sight:?}");
        }
    }
}
