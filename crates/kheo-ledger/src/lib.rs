//! Salted commitments of the entries of the ledger.
