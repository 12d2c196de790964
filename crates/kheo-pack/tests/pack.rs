//! What pack authors see.

#[cfg(test)]
#[path = "pack/files.rs"]
mod files;
#[cfg(test)]
#[path = "pack/lengths.rs"]
mod lengths;
#[cfg(test)]
#[path = "pack/life.rs"]
mod life;
#[cfg(test)]
#[path = "pack/mangled.rs"]
mod mangled;
#[cfg(test)]
#[path = "pack/mistakes.rs"]
mod mistakes;
#[cfg(test)]
#[path = "pack/service.rs"]
mod service;
#[cfg(test)]
#[path = "pack/shipped.rs"]
mod shipped;
#[cfg(test)]
#[path = "pack/texts.rs"]
mod texts;
