//! The tree: its root, and the proofs that an entry is in it and that it only ever grew (RFC 6962, 2.1).

use sha2::{Digest, Sha256};

use crate::log::{TILE, Tile, Tiles};

/// A hash of the tree: SHA-256.
pub type Hash = [u8; 32];

/// The hash of an entry as a leaf.
#[must_use]
pub fn leaf_hash(entry: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(entry).finalize().into()
}

pub(super) fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The root of the tree without leaves.
pub(super) fn nothing() -> Hash {
    Sha256::new().finalize().into()
}

/// The root over `hashes`, whose number is a power of two.
pub(super) fn perfect(hashes: &[Hash]) -> Hash {
    match hashes {
        [] => nothing(),
        [only] => *only,
        _ => {
            let (left, right) = hashes.split_at(hashes.len() / 2);
            node(&perfect(left), &perfect(right))
        }
    }
}

/// The root of the first `size` leaves.
///
/// # Errors
/// Those of `tiles`.
pub fn root<T: Tiles>(size: u64, tiles: &mut T) -> Result<Hash, T::Error> {
    if size == 0 { Ok(nothing()) } else { over(0, size, tiles) }
}

/// The hashes that lead from the leaf at `index` to the root of the first `size` leaves, from below.
///
/// - Precondition: `index < size`; otherwise there is nothing to prove and the answer is empty.
///
/// # Errors
/// Those of `tiles`.
pub fn inclusion<T: Tiles>(index: u64, size: u64, tiles: &mut T) -> Result<Vec<Hash>, T::Error> {
    let mut beside = Vec::new();
    let (mut from, mut to) = (0, size);
    while index < size && to - from > 1 {
        let middle = from + split(to - from);
        if index < middle {
            beside.push((middle, to));
            to = middle;
        } else {
            beside.push((from, middle));
            from = middle;
        }
    }
    beside.into_iter().rev().map(|(from, to)| over(from, to, tiles)).collect()
}

/// The hashes that prove that the tree of `size` leaves begins with the tree of `before` leaves.
///
/// - Precondition: `0 < before < size`; otherwise there is nothing to prove and the answer is empty.
///
/// # Errors
/// Those of `tiles`.
pub fn consistency<T: Tiles>(before: u64, size: u64, tiles: &mut T) -> Result<Vec<Hash>, T::Error> {
    let mut beside = Vec::new();
    if before == 0 || before >= size {
        return Ok(Vec::new());
    }
    let (mut from, mut to) = (0, size);
    while to != before {
        let middle = from + split(to - from);
        if before <= middle {
            beside.push((middle, to));
            to = middle;
        } else {
            beside.push((from, middle));
            from = middle;
        }
    }
    if from > 0 {
        beside.push((from, to));
    }
    beside.into_iter().rev().map(|(from, to)| over(from, to, tiles)).collect()
}

/// The hash over the leaves from `from` up to and without `to`, which make a subtree.
fn over<T: Tiles>(from: u64, to: u64, tiles: &mut T) -> Result<Hash, T::Error> {
    let leaves = to - from;
    if leaves.is_power_of_two() {
        let height = leaves.trailing_zeros();
        let width = 1_u64 << (height % 8);
        let first = (from >> height) * width;
        let level = u8::try_from(height / 8).unwrap_or(u8::MAX);
        let hashes = tiles.hashes(Tile { level, index: first / TILE })?;
        let wanted = hashes.iter().skip(place(first % TILE)).take(place(width));
        return Ok(perfect(&wanted.copied().collect::<Vec<_>>()));
    }
    let middle = from + split(leaves);
    Ok(node(&over(from, middle, tiles)?, &over(middle, to, tiles)?))
}

fn place(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The largest power of two below `leaves`, of which there are at least two.
const fn split(leaves: u64) -> u64 {
    1 << (leaves - 1).ilog2()
}

/// Whether `beside` leads from the leaf `leaf` at `index` to `root`, the root of `size` leaves.
#[must_use]
pub fn is_included(leaf: &Hash, index: u64, size: u64, beside: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut hash, mut index, mut last) = (*leaf, index, size - 1);
    for other in beside {
        if last == 0 {
            return false;
        }
        if index % 2 == 1 || index == last {
            hash = node(other, &hash);
            while index.is_multiple_of(2) && index != 0 {
                (index, last) = (index >> 1, last >> 1);
            }
        } else {
            hash = node(&hash, other);
        }
        (index, last) = (index >> 1, last >> 1);
    }
    last == 0 && hash == *root
}

/// Whether `beside` proves that the tree of `size` leaves with `root` begins with the tree of
/// `before` leaves with `root_before`.
#[must_use]
pub fn is_consistent(
    (before, root_before): (u64, &Hash),
    (size, root): (u64, &Hash),
    beside: &[Hash],
) -> bool {
    if before == 0 || before == size {
        let same = before == size && root_before == root;
        return beside.is_empty() && (same || (before == 0 && *root_before == nothing()));
    }
    if before > size {
        return false;
    }
    let trailing = before.trailing_zeros();
    let (mut index, mut last) = ((before - 1) >> trailing, (size - 1) >> trailing);
    let (start, rest) = if before.is_power_of_two() {
        (*root_before, beside)
    } else if let [first, rest @ ..] = beside {
        (*first, rest)
    } else {
        return false;
    };
    let (mut old, mut new) = (start, start);
    for other in rest {
        if last == 0 {
            return false;
        }
        if index % 2 == 1 || index == last {
            (old, new) = (node(other, &old), node(other, &new));
            while index.is_multiple_of(2) && index != 0 {
                (index, last) = (index >> 1, last >> 1);
            }
        } else {
            new = node(&new, other);
        }
        (index, last) = (index >> 1, last >> 1);
    }
    last == 0 && old == *root_before && new == *root
}
