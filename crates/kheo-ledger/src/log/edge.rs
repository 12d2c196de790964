//! The right edge of the tree: all that is needed to let it grow.

use std::collections::BTreeMap;

use crate::log::tile::TOP;
use crate::log::tree::{node, nothing, perfect};
use crate::log::{Hash, TILE, Tile, Tiles};

/// The tiles at the right edge that are not full, and those that changed since they were last taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edge {
    size: u64,
    levels: Vec<Vec<Hash>>,
    full: BTreeMap<Tile, Vec<Hash>>,
    taken: u64,
}

impl Edge {
    /// The edge of the tree of the first `size` leaves.
    ///
    /// # Errors
    /// Those of `tiles`.
    pub fn load<T: Tiles>(size: u64, tiles: &mut T) -> Result<Self, T::Error> {
        let mut levels = Vec::new();
        let mut level = 0;
        while level <= TOP && size >> (8 * u32::from(level)) > 0 {
            let hashes = size >> (8 * u32::from(level));
            let tile = Tile { level, index: hashes / TILE };
            let width = usize::try_from(tile.width(size)).unwrap_or_default();
            let mut partial = if width == 0 { Vec::new() } else { tiles.hashes(tile)? };
            partial.truncate(width);
            levels.push(partial);
            level += 1;
        }
        Ok(Self { size, levels, full: BTreeMap::new(), taken: size })
    }

    /// How many leaves the tree has.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf at the right.
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        self.size += 1;
        for level in 0_u8.. {
            let at = usize::from(level);
            if self.levels.len() == at {
                self.levels.push(Vec::new());
            }
            let Some(partial) = self.levels.get_mut(at) else { return };
            partial.push(hash);
            if (partial.len() as u64) < TILE {
                return;
            }
            hash = perfect(partial);
            let index = (self.size >> (8 * u32::from(level))) / TILE - 1;
            self.full.insert(Tile { level, index }, std::mem::take(partial));
        }
    }

    /// The root of the tree.
    #[must_use]
    pub fn root(&self) -> Hash {
        let subtrees = self.levels.iter().flat_map(|partial| {
            // From the right: the smallest first.
            let mut rest = partial.as_slice();
            std::iter::from_fn(move || {
                let width =
                    if rest.is_empty() { 0 } else { 1_usize << rest.len().trailing_zeros() };
                let (left, last) = rest.split_at(rest.len() - width);
                rest = left;
                (width > 0).then(|| perfect(last))
            })
        });
        subtrees.reduce(|right, left| node(&left, &right)).unwrap_or_else(nothing)
    }

    /// The tiles that changed since they were last taken, each with all its hashes.
    pub fn take_changed(&mut self) -> Vec<(Tile, Vec<Hash>)> {
        let mut full = std::mem::take(&mut self.full);
        let grown = Tile::grown(self.taken, self.size);
        self.taken = self.size;
        grown
            .filter_map(|tile| {
                let hashes = full
                    .remove(&tile)
                    .or_else(|| self.levels.get(usize::from(tile.level)).cloned())?;
                Some((tile, hashes))
            })
            .collect()
    }
}
