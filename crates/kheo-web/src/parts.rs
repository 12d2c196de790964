//! What several pages share.

pub(crate) mod address;
pub(crate) mod chip;
pub(crate) mod clock;
pub(crate) mod due;
pub(crate) mod erased;
pub(crate) mod fault;
pub(crate) mod field;
pub(crate) mod form;
pub(crate) mod pager;
pub(crate) mod qr;
pub(crate) mod questions;
pub(crate) mod source;
pub(crate) mod table;
pub(crate) mod unknown;
pub(crate) mod versions;
pub(crate) mod warning;
