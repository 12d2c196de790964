mod agreement;
mod follow;
mod note;
mod proof;
mod tree;

use std::collections::BTreeMap;
use std::convert::Infallible;

use crate::log::{Edge, Hash, Tile, Tiles, leaf_hash, root};

/// Tiles in memory, as a log keeps them.
#[derive(Default)]
struct Kept(BTreeMap<Tile, Vec<Hash>>);

impl Tiles for Kept {
    type Error = Infallible;

    fn hashes(&mut self, tile: Tile) -> Result<Vec<Hash>, Infallible> {
        Ok(self.0[&tile].clone())
    }
}

impl Kept {
    /// The tiles of a tree whose leaves are the numbers up to `size`, put in `batch` at a time.
    fn grown(size: u64, batch: usize) -> Self {
        let mut kept = Self::default();
        let mut edge = Edge::default();
        let leaves: Vec<u64> = (0..size).collect();
        for batch in leaves.chunks(batch) {
            for leaf in batch {
                edge.push(leaf_hash(&leaf.to_be_bytes()));
            }
            kept.0.extend(edge.take_changed());
            edge = Edge::load(edge.size(), &mut kept).unwrap();
        }
        kept
    }

    fn root(&mut self, size: u64) -> Hash {
        root(size, self).unwrap()
    }
}

fn leaf(number: u64) -> Hash {
    leaf_hash(&number.to_be_bytes())
}
