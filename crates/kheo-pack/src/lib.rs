//! Reads and checks packs; every error points at its line.
