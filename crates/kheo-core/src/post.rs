//! Posts held in units, and what they allow.

use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::id::{PostId, UnitId};
use crate::unit::Unit;

/// What a post is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Receives citizens and their petitions.
    Clerk,
    /// Works on cases.
    Handler,
    /// Heads the unit.
    Head,
    /// Compiles reports and the review.
    Compiler,
    /// Checks that the rules were kept; changes nothing.
    Inspector,
}

impl Role {
    /// All roles, in the order they are listed.
    pub const ALL: [Self; 5] =
        [Self::Clerk, Self::Handler, Self::Head, Self::Compiler, Self::Inspector];

    /// The word for it in files and rights tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Clerk => "clerk",
            Self::Handler => "handler",
            Self::Head => "head",
            Self::Compiler => "compiler",
            Self::Inspector => "inspector",
        }
    }

    /// Whether a post of this role allows `right`.
    #[must_use]
    pub const fn allows(self, right: Right) -> bool {
        match right {
            Right::ReadCases | Right::ReadFigures | Right::ReadTasks | Right::ReadReview => true,
            Right::ActOnCases => matches!(self, Self::Clerk | Self::Handler | Self::Head),
            Right::ReadPetitioner => {
                matches!(self, Self::Clerk | Self::Handler | Self::Head | Self::Inspector)
            }
            Right::JudgeMatters => matches!(self, Self::Head),
            Right::ReportTasks => matches!(self, Self::Handler | Self::Head | Self::Compiler),
        }
    }
}

/// Something that a post may allow within its unit and the units below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Right {
    /// See cases without the petitioner's name.
    ReadCases,
    /// See who petitions and how to reach them.
    ReadPetitioner,
    /// Take the actions of a procedure, as far as the action allows the role.
    ActOnCases,
    /// Judge that a matter is pursued after its final answer.
    JudgeMatters,
    /// See tasks.
    ReadTasks,
    /// Report on tasks of the unit.
    ReportTasks,
    /// See figures and units.
    ReadFigures,
    /// See the review.
    ReadReview,
}

/// A role held in a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Its name in records.
    pub id: PostId,
    /// The unit it is held in.
    pub unit: UnitId,
    /// What it is for.
    pub role: Role,
    /// The title in Vietnamese: `Chủ tịch UBND phường Sông Cầu`.
    pub title: String,
    /// The title in English.
    pub title_en: String,
}

/// What can happen to a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload")]
pub enum PostEvent {
    /// The post was created.
    #[serde(rename = "post.created")]
    Created(Post),
}

/// Decides whether `post` can be created, given the units and posts that are known.
///
/// # Errors
/// [`Refusal::Taken`] for an id in use, [`Refusal::UnknownUnit`].
pub fn create(units: &[Unit], known: &[Post], post: Post) -> Result<PostEvent, Refusal> {
    if known.iter().any(|other| other.id == post.id) {
        return Err(Refusal::Taken { name: post.id.to_string() });
    }
    if !units.iter().any(|unit| unit.id == post.unit) {
        return Err(Refusal::UnknownUnit { unit: post.unit });
    }
    Ok(PostEvent::Created(post))
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A citizen, known only by holding the code of a case.
    Citizen,
    /// Somebody in a post.
    Post(Post),
    /// The import of files by whoever runs the program.
    Import,
    /// Whoever runs the program, at its command line: takes no action of a procedure.
    Administrator,
}

impl Actor {
    /// The word for it in entries: `citizen`, `import`, `administrator`, or `post:` and the post.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Citizen => "citizen".to_owned(),
            Self::Import => "import".to_owned(),
            Self::Administrator => "administrator".to_owned(),
            Self::Post(post) => format!("post:{}", post.id),
        }
    }
}
