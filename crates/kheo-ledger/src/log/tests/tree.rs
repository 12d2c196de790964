use proptest::prelude::*;

use crate::log::tests::{Kept, leaf};
use crate::log::tree::{node, nothing};
use crate::log::{
    Edge, Hash, Path, TILE, Tile, bundle, consistency, inclusion, is_consistent, is_included,
    leaf_hash, unbundle,
};

/// The root as RFC 6962, 2.1, defines it, one line for one line.
fn by_definition(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => nothing(),
        [only] => *only,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            node(&by_definition(left), &by_definition(right))
        }
    }
}

fn leaves(size: u64) -> Vec<Hash> {
    (0..size).map(leaf).collect()
}

#[test]
fn the_root_is_that_of_rfc_6962() {
    let mut kept = Kept::grown(1100, 7);
    for size in (0..70).chain([255, 256, 257, 511, 512, 513, 1023, 1024, 1100]) {
        assert_eq!(kept.root(size), by_definition(&leaves(size)), "{size} leaves");
        let edge = Edge::load(size, &mut kept).unwrap();
        assert_eq!(edge.root(), kept.root(size), "the edge of {size} leaves");
    }
}

#[test]
fn a_tile_of_the_second_level_and_the_third_stand_where_they_should() {
    let mut kept = Kept::grown(TILE * TILE + 300, 10_000);
    let size = TILE * TILE + 300;
    let widths: Vec<u64> = [(0, 257), (1, 0), (1, 1), (2, 0)]
        .map(|(level, index)| Tile { level, index }.width(size))
        .to_vec();
    assert_eq!(widths, [44, 256, 1, 1]);
    assert_eq!(kept.root(size), by_definition(&leaves(size)));
    assert_eq!(kept.0[&Tile { level: 2, index: 0 }], [by_definition(&leaves(TILE * TILE))]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// However the leaves came in, the tiles are the same.
    #[test]
    fn tiles_do_not_depend_on_how_leaves_came(size in 0_u64..900, one in 1_usize..400, other in 1_usize..400) {
        prop_assert_eq!(Kept::grown(size, one).0, Kept::grown(size, other).0);
    }

    /// An entry proves itself at its own place, in its own tree, and nowhere else.
    #[test]
    fn an_entry_proves_itself(size in 1_u64..900, at in any::<prop::sample::Index>(), other in any::<prop::sample::Index>()) {
        let index = at.index(usize::try_from(size).unwrap()) as u64;
        let other = other.index(usize::try_from(size).unwrap()) as u64;
        let mut kept = Kept::grown(size, 300);
        let root = kept.root(size);
        let proof = inclusion(index, size, &mut kept).unwrap();
        let leaf = leaf(index);
        prop_assert!(is_included(&leaf, index, size, &proof, &root));
        prop_assert_eq!(is_included(&leaf, other, size, &proof, &root), other == index);
        prop_assert!(!is_included(&leaf_hash(b"forged"), index, size, &proof, &root));
        prop_assert!(!is_included(&leaf, index, size, &proof, &leaf_hash(b"other root")));
        prop_assert!(!is_included(&leaf, size, size, &proof, &root));
        if let [.., _] = proof.as_slice() {
            prop_assert!(!is_included(&leaf, index, size, &proof[1..], &root));
        }
        prop_assert!(!is_included(&leaf, index, size, &[proof.as_slice(), &[root]].concat(), &root));
    }

    /// A tree that only grew proves it; one that was changed cannot.
    #[test]
    fn a_tree_that_only_grew_proves_it(size in 1_u64..900, before in any::<prop::sample::Index>()) {
        let before = before.index(usize::try_from(size).unwrap()) as u64 + 1;
        let mut kept = Kept::grown(size, 300);
        let (old, new) = (kept.root(before), kept.root(size));
        let proof = consistency(before, size, &mut kept).unwrap();
        prop_assert!(is_consistent((before, &old), (size, &new), &proof));
        let forged = leaf_hash(b"forged");
        prop_assert!(!is_consistent((before, &forged), (size, &new), &proof));
        prop_assert!(!is_consistent((before, &old), (size, &forged), &proof));
        prop_assert!(!is_consistent((size + 1, &old), (size, &new), &proof));
        prop_assert!(!is_consistent((before, &old), (size, &new), &[proof.as_slice(), &[forged]].concat()));
    }

    /// An address is read as it was written, and only so.
    #[test]
    fn an_address_is_read_as_it_was_written(level in 0_u8..8, index in 0_u64..2_000_000_000, width in 1_u64..=TILE) {
        for path in [Path::Hashes(Tile { level, index }, width), Path::Entries(index, width)] {
            prop_assert_eq!(path.to_string().parse(), Ok(path));
        }
    }

    /// Entries come out of a bundle as they went in; a bundle that is cut off is none.
    #[test]
    fn entries_come_out_as_they_went_in(entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 1..20)) {
        let bytes = bundle(entries.iter().map(Vec::as_slice));
        let slices: Vec<&[u8]> = entries.iter().map(Vec::as_slice).collect();
        prop_assert_eq!(unbundle(&bytes), Some(slices));
        prop_assert_ne!(unbundle(&bytes[..bytes.len() - 1]).map(|entries| entries.len()), Some(entries.len()));
    }
}

#[test]
fn addresses_are_those_of_tlog_tiles() {
    let tile = Path::Hashes(Tile { level: 3, index: 1_234_067 }, TILE);
    assert_eq!(tile.to_string(), "tile/3/x001/x234/067");
    assert_eq!(Path::Entries(1000, 17).to_string(), "tile/entries/x001/000.p/17");
    let wrong = [
        "",
        "tile",
        "tile/0",
        "tile/0/1",
        "tile/0/0001",
        "tile/0/x000/001",
        "tile/8/001",
        "tile/00/001",
        "tile/0/001.p/0",
        "tile/0/001.p/256",
        "tile/0/001.p/07",
        "tile/0/001.p/",
        "tile/0/-01",
        "tile/0/x001/x2",
        "tile/entries/1",
        "entries/001",
        "tile/0/001/",
        "tile/0/99999999999999999999999",
    ];
    for address in wrong {
        assert!(address.parse::<Path>().is_err(), "{address}");
    }
}
