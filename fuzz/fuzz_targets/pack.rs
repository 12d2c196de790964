//! Packs of any bytes are read or refused, and every refusal has a place.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kheo_fuzz::pack::check(bytes));
