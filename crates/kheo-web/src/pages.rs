//! The pages: each takes what it shows and returns its markup.

pub(crate) mod kept;
pub(crate) mod layout;
pub(crate) mod problem;
pub(crate) mod public;
pub(crate) mod staff;
