//! What pack authors see.

#[cfg(test)]
#[path = "pack/acts.rs"]
mod acts;
#[cfg(test)]
#[path = "pack/breaks.rs"]
mod breaks;
#[cfg(test)]
#[path = "pack/complaints.rs"]
mod complaints;
#[cfg(test)]
#[path = "pack/deadlines.rs"]
mod deadlines;
#[cfg(test)]
#[path = "pack/denunciations.rs"]
mod denunciations;
#[cfg(test)]
#[path = "pack/files.rs"]
mod files;
#[cfg(test)]
#[path = "pack/forwarding.rs"]
mod forwarding;
#[cfg(test)]
#[path = "pack/lengths.rs"]
mod lengths;
#[cfg(test)]
#[path = "pack/letters.rs"]
mod letters;
#[cfg(test)]
#[path = "pack/life.rs"]
mod life;
#[cfg(test)]
#[path = "pack/lives.rs"]
mod lives;
#[cfg(test)]
#[path = "pack/mangled.rs"]
mod mangled;
#[cfg(test)]
#[path = "pack/mistakes.rs"]
mod mistakes;
#[cfg(test)]
#[path = "pack/notices.rs"]
mod notices;
#[cfg(test)]
#[path = "pack/petitions.rs"]
mod petitions;
#[cfg(test)]
#[path = "pack/reasons.rs"]
mod reasons;
#[cfg(test)]
#[path = "pack/sequence.rs"]
mod sequence;
#[cfg(test)]
#[path = "pack/service.rs"]
mod service;
#[cfg(test)]
#[path = "pack/shipped.rs"]
mod shipped;
#[cfg(test)]
#[path = "pack/texts.rs"]
mod texts;
#[cfg(test)]
#[path = "pack/themes.rs"]
mod themes;
#[cfg(test)]
#[path = "pack/walk.rs"]
mod walk;
