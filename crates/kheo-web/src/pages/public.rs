//! The pages for everybody.

pub(crate) mod answers;
pub(crate) mod ask;
pub(crate) mod case;
pub(crate) mod follow;
pub(crate) mod home;
pub(crate) mod log;
pub(crate) mod login;
pub(crate) mod receipt;
