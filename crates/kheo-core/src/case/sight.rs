//! Who reads what of a case: one rule for pages, lists, files and letters.

use crate::id::UnitId;
use crate::post::{Post, Right, Role};

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
    /// Whether it is kept from the head and the staff of the reader's unit, whom it may be about.
    pub kept_from_head: bool,
}

/// Somebody in a post who looks at a case.
#[derive(Debug, Clone, Copy)]
pub struct Onlooker<'a> {
    /// The post.
    pub post: &'a Post,
    /// Whether that unit or one below it has the case now; otherwise it had it before.
    pub holds: bool,
}

impl Onlooker<'_> {
    /// What the post sees of a case that `unit` has, and that `seal` seals.
    ///
    /// A unit that sent a case on sees its course, no longer who asked. Who compiles reviews sees what is public, and
    /// of sealed cases a number. Of a sealed case only those who take such cases in, in the unit that has
    /// it, know who brought it. Below the level that is competent for a sealed case it may be about the head, and
    /// about whoever works for them: there the case is read by who took it in to send it on, and by nobody else.
    ///
    /// - Law: Luật Tố cáo 25/2018/QH14, art. 8.3, 24.2: a body that is not competent forwards, and discloses nothing.
    #[must_use]
    pub fn sight(&self, unit: &UnitId, seal: Option<Seal>) -> Sight {
        let role = self.post.role;
        if !role.allows(Right::ReadPetitioner) {
            return if seal.is_some() { Sight::Counted } else { Sight::Public };
        }
        let takes_in = seal.is_some_and(|seal| seal.takes_in);
        let below = seal.is_some_and(|seal| seal.kept_from_head);
        let own = self.post.unit == *unit;
        match seal {
            Some(_) if below && (!takes_in || role == Role::Head) => Sight::Counted,
            Some(_) if below && self.holds && !own => Sight::Counted,
            _ if !self.holds => Sight::Course,
            Some(_) if !(takes_in && own) => Sight::Stripped,
            _ => Sight::Whole,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::competence::Seat;
    use crate::id::PostId;

    fn sees(role: Role, unit: &str, holds: bool, seal: Option<Seal>) -> Sight {
        let post = Post {
            id: PostId::new("post"),
            unit: UnitId::new(unit),
            role,
            title: String::new(),
            title_en: String::new(),
        };
        Onlooker { post: &post, holds }.sight(&UnitId::new("ward"), seal)
    }

    #[test]
    fn each_reader_sees_what_their_work_needs() {
        use Seat::{Below, Competent, Elsewhere};
        let takes_in = |role| matches!(role, Role::Clerk | Role::Head);
        let sealed =
            |role, seat| Some(Seal { takes_in: takes_in(role), kept_from_head: seat == Below });
        // Role and unit of the reader, whether it has the case, how the ward's unit and the reader's stand to what is
        // sealed for the city; then what is open, what is sealed for the ward to decide, what for the city.
        let (ward, city, other) = ("ward", "city", "other");
        let (whole, stripped, course, public, counted) =
            (Sight::Whole, Sight::Stripped, Sight::Course, Sight::Public, Sight::Counted);
        let rows = [
            (Role::Clerk, ward, Below, true, whole, whole, whole),
            (Role::Handler, ward, Below, true, whole, stripped, counted),
            (Role::Head, ward, Below, true, whole, whole, counted),
            (Role::Inspector, ward, Below, true, whole, stripped, counted),
            (Role::Clerk, city, Competent, true, whole, stripped, stripped),
            (Role::Head, city, Competent, true, whole, stripped, stripped),
            (Role::Inspector, city, Competent, true, whole, stripped, stripped),
            (Role::Head, city, Elsewhere, true, whole, stripped, stripped),
            (Role::Compiler, city, Competent, true, public, counted, counted),
            (Role::Clerk, other, Below, false, course, course, course),
            (Role::Handler, other, Below, false, course, course, counted),
            (Role::Head, other, Below, false, course, course, counted),
            (Role::Compiler, other, Below, false, public, counted, counted),
        ];
        for (role, unit, seat, holds, open, own, above) in rows {
            let who = format!("{role:?} of {unit}");
            assert_eq!(sees(role, unit, holds, None), open, "{who}");
            assert_eq!(sees(role, unit, holds, sealed(role, Competent)), own, "{who}");
            assert_eq!(sees(role, unit, holds, sealed(role, seat)), above, "{who}");
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
