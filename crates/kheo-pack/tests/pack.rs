//! What pack authors see.

#[path = "pack/files.rs"]
mod files;
#[path = "pack/mangled.rs"]
mod mangled;
#[path = "pack/mistakes.rs"]
mod mistakes;
#[path = "pack/shipped.rs"]
mod shipped;
#[path = "pack/texts.rs"]
mod texts;
