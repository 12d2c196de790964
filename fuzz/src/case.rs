//! The case machine, over the packs that are shipped.

#[path = "../../crates/kheo-pack/tests/pack/walk.rs"]
mod walk;

use std::sync::LazyLock;

use kheo_core::rules::Rules;

static RULES: LazyLock<Rules> =
    LazyLock::new(|| kheo_pack::load(&crate::read("packs")).expect("good packs").rules);

/// Chooses by the bytes, two at a time; the first, once they are used up.
struct Bytes<'a>(&'a [u8]);

impl walk::Chooser for Bytes<'_> {
    fn choose(&mut self, count: usize) -> usize {
        let [high, low, rest @ ..] = self.0 else { return 0 };
        self.0 = rest;
        usize::from(u16::from_be_bytes([*high, *low])) % count
    }
}

/// Walks a case as the bytes say.
pub fn check(bytes: &[u8]) {
    let _ = walk::walk(&RULES, &mut Bytes(bytes), bytes.len() / 20);
}
