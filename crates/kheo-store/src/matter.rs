//! Matters: which cases belong together, what looks as if it did.

mod alike;
mod deed;
mod list;
mod open;
mod project;

pub use alike::{Alike, alike};
pub use deed::{follows_an_end, in_time, judge, link, unlink, withdraw};
pub use list::{MatterFilter, MatterRow, Told, begun_before, list};
pub use open::{LinkRow, Matter, Member, Said, code_of, judgement, kinds, of, open};

pub(crate) use alike::Keys;
pub(crate) use deed::{apart, settle, through};
pub(crate) use project::{keep, linked, project};

#[cfg(test)]
pub(crate) const SQL: &[(&str, &[&str])] = &[
    ("matter/alike.rs", alike::SQL),
    ("matter/list.rs", list::SQL),
    ("matter/open.rs", open::SQL),
    ("matter/project.rs", project::SQL),
];
