//! The ledger and the read tables on SQLite.
