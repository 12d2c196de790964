//! Whatever is done to a case, in whatever order: its rules hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kheo_fuzz::case::check(bytes));
