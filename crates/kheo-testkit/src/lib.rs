//! For tests: a fixed clock, a folder, a signed-in client.
