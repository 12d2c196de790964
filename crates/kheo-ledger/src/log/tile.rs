//! Tiles: how the hashes of the tree are cut into pieces that never change once they are full.

use std::fmt;
use std::str::FromStr;

use crate::log::Hash;

/// How many hashes a full tile holds: a subtree of height 8.
pub const TILE: u64 = 256;

/// The highest level of tiles; a tree of 2⁶⁴ leaves has eight of them.
pub(super) const TOP: u8 = 7;

/// The place of a tile in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tile {
    /// 0 for the tiles of the leaves; each level above holds one hash for each full tile below.
    pub level: u8,
    /// The place within the level, from the left.
    pub index: u64,
}

impl Tile {
    /// How many hashes this tile has in a tree of `size` leaves: at most [`TILE`].
    #[must_use]
    pub fn width(self, size: u64) -> u64 {
        let hashes = size >> (8 * u32::from(self.level.min(TOP)));
        hashes.saturating_sub(self.index.saturating_mul(TILE)).min(TILE)
    }

    /// The tiles that a tree of `size` leaves has and the tree of `before` leaves had not, or had
    /// with fewer hashes; from the lowest level to the highest, each from the left.
    pub fn grown(before: u64, size: u64) -> impl Iterator<Item = Self> {
        (0..=TOP).flat_map(move |level| {
            let shift = 8 * u32::from(level);
            let (had, has) = (before >> shift, size >> shift);
            let tiles = if has > had { had / TILE..has.div_ceil(TILE) } else { 0..0 };
            tiles.map(move |index| Self { level, index })
        })
    }
}

/// Where the hashes of tiles are kept.
pub trait Tiles {
    /// Why a tile could not be had.
    type Error;

    /// The hashes of `tile`, from the left: at least as many as the tree in question gives it.
    ///
    /// # Errors
    /// When the tile is not there or cannot be read.
    fn hashes(&mut self, tile: Tile) -> Result<Vec<Hash>, Self::Error>;
}

/// What is published under an address of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Path {
    /// The first `width` hashes of a tile.
    Hashes(Tile, u64),
    /// The first `width` entries of the bundle that belongs to the tile `index` of level 0.
    Entries(u64, u64),
}

impl Path {
    /// Whether a log of `size` entries has it: the whole tile, or as much of it as is asked for.
    #[must_use]
    pub fn is_within(self, size: u64) -> bool {
        let (tile, width) = match self {
            Self::Hashes(tile, width) => (tile, width),
            Self::Entries(index, width) => (Tile { level: 0, index }, width),
        };
        width <= tile.width(size)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (index, width) = match self {
            Self::Hashes(tile, width) => {
                write!(f, "tile/{}/", tile.level)?;
                (tile.index, *width)
            }
            Self::Entries(index, width) => {
                f.write_str("tile/entries/")?;
                (*index, *width)
            }
        };
        write_index(f, index)?;
        if width < TILE { write!(f, ".p/{width}") } else { Ok(()) }
    }
}

fn write_index(f: &mut fmt::Formatter<'_>, index: u64) -> fmt::Result {
    if index >= 1000 {
        write_above(f, index / 1000)?;
    }
    write!(f, "{:03}", index % 1000)
}

fn write_above(f: &mut fmt::Formatter<'_>, index: u64) -> fmt::Result {
    if index >= 1000 {
        write_above(f, index / 1000)?;
    }
    write!(f, "x{:03}/", index % 1000)
}

/// An address that names nothing a log publishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no address of a tile")]
pub struct WrongPath;

impl FromStr for Path {
    type Err = WrongPath;

    /// Only the one way in which an address is written is understood.
    fn from_str(text: &str) -> Result<Self, WrongPath> {
        let path = read(text).ok_or(WrongPath)?;
        if path.to_string() == text { Ok(path) } else { Err(WrongPath) }
    }
}

fn read(text: &str) -> Option<Path> {
    let (level, place) = text.strip_prefix("tile/")?.split_once('/')?;
    let (place, width) = match place.split_once(".p/") {
        Some((place, width)) => (place, width.parse().ok().filter(|&width| width > 0)?),
        None => (place, TILE),
    };
    let digits = place.split('/').map(|part| part.trim_start_matches('x'));
    let index: u64 = digits.collect::<String>().parse().ok()?;
    if level == "entries" {
        return Some(Path::Entries(index, width));
    }
    let level = level.parse().ok().filter(|level| *level <= TOP)?;
    Some(Path::Hashes(Tile { level, index }, width))
}
