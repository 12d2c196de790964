//! The ledger and the read tables, on `SQLite` and on `PostgreSQL`.
//!
//! Everything that happens is an entry of the ledger. The read tables are made from the entries by
//! [`ledger`], in the transaction that appends the entry, and can be made again at any time.
//! Functions that write are deeds and take a [`Tx`]; functions that read are questions and take a
//! [`Reader`].

pub mod account;
pub mod case;
mod db;
mod entry;
mod error;
pub mod files;
pub mod ledger;
pub mod log;
pub mod matter;
pub mod measure;
pub mod network;
mod page;
pub mod post;
mod project;
pub mod review;
pub mod sealing;
pub mod session;
mod sql;
pub mod task;
pub mod unit;
pub mod warning;

pub use db::{Database, Db, NoDatabase, Reader, Salts, Tx};
pub use entry::{Recorded, Who};
pub use error::{DatabaseError, StoreError, WriteError};
pub use files::{Bucket, BucketAddress, Files, NoBucket};
pub use page::{Page, Paged};

#[cfg(test)]
mod tests;
