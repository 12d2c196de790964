//! Every renderer on a Vietnamese review, read back the way a reader would.

#![expect(clippy::unwrap_used, reason = "what a test cannot do, it fails with")]

mod charts;
mod diagrams;
mod docx;
mod html;
mod json;
mod letter_sample;
mod letters;
mod pdf;
mod programs;
mod sample;
