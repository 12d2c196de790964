//! Chance that comes out the same every time.

/// A xorshift generator with a fixed beginning.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `bound`, which is not zero.
    pub(crate) const fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % bound
    }

    /// A number from `least` to `most`.
    pub(crate) const fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// Whether something that happens `percent` times in a hundred happens now.
    pub(crate) const fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `all`; nothing when there is none.
    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        if all.is_empty() { None } else { all.get(self.below(all.len())) }
    }

    /// One of `all`, the heavier the likelier; nothing when all weigh nothing.
    pub(crate) fn weighed<'a, T>(
        &mut self,
        all: &'a [T],
        weight: fn(&T) -> usize,
    ) -> Option<&'a T> {
        let total: usize = all.iter().map(weight).sum();
        let mut left = if total == 0 { return None } else { self.below(total) };
        all.iter().find(|one| {
            let found = left < weight(one);
            left = left.saturating_sub(weight(one));
            found
        })
    }

    /// Four letters of the alphabet of case codes.
    pub(crate) fn suffix(&mut self) -> String {
        const LETTERS: [char; 24] = [
            'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S',
            'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
        ];
        (0..4).filter_map(|_| self.pick(&LETTERS)).collect()
    }
}
