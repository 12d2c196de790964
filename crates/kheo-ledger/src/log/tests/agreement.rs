//! What others who know these formats make of ours, and we of theirs.

use signed_note::{StandardSigner, StandardVerifier, VerifierList};
use tlog_tiles::{
    HashReader, check_record, check_tree, prove_record, prove_tree, stored_hashes_for_record_hash,
};

use crate::log::tests::{Kept, leaf};
use crate::log::{Checkpoint, LogSigner, Path, Tile, VerifierKey, consistency, inclusion};

const ORIGIN: &str = "kheo.example/bac-kan";

/// The hashes of a tree as that crate keeps them.
struct Theirs(Vec<tlog_tiles::Hash>);

impl HashReader for Theirs {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        Ok(indexes.iter().map(|&index| self.0[usize::try_from(index).unwrap()]).collect())
    }
}

fn theirs(size: u64) -> Theirs {
    (0..size).fold(Theirs(Vec::new()), |mut kept, number| {
        let new = stored_hashes_for_record_hash(number, tlog_tiles::Hash(leaf(number)), &kept);
        kept.0.extend(new.unwrap());
        kept
    })
}

fn as_theirs(hashes: Vec<crate::log::Hash>) -> Vec<tlog_tiles::Hash> {
    hashes.into_iter().map(tlog_tiles::Hash).collect()
}

#[test]
fn roots_and_proofs_are_theirs() {
    let theirs = theirs(1000);
    let mut ours = Kept::grown(1000, 77);
    for size in (1..40).chain([255, 256, 257, 511, 700, 1000]) {
        let root = tlog_tiles::Hash(ours.root(size));
        assert_eq!(root, tlog_tiles::tree_hash(size, &theirs).unwrap(), "{size} leaves");
        for index in [0, size / 3, size / 2, size - 1] {
            let proof = as_theirs(inclusion(index, size, &mut ours).unwrap());
            assert_eq!(proof, prove_record(size, index, &theirs).unwrap(), "{index} of {size}");
            check_record(&proof, size, root, index, tlog_tiles::Hash(leaf(index))).unwrap();
        }
        for before in
            [1, size / 3, size / 2].into_iter().filter(|before| (1..size).contains(before))
        {
            let old = tlog_tiles::Hash(ours.root(before));
            let proof = as_theirs(consistency(before, size, &mut ours).unwrap());
            assert_eq!(proof, prove_tree(size, before, &theirs).unwrap(), "{before} of {size}");
            check_tree(&proof, size, root, before, old).unwrap();
        }
    }
}

#[test]
fn addresses_of_tiles_are_theirs() {
    for (level, index, width) in [(0, 0, 256), (0, 273, 112), (2, 1_234_067, 256), (1, 1000, 1)] {
        let tile = tlog_tiles::Tile::new(8, level, index, u32::try_from(width).unwrap(), false);
        let theirs = tile.path().replacen("tile/8/", "tile/", 1);
        assert_eq!(Path::Hashes(Tile { level, index }, width).to_string(), theirs);
    }
}

#[test]
fn checkpoints_that_we_sign_are_good_to_them() {
    let signer = LogSigner::new(ORIGIN, &[7; 32]).unwrap();
    let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size: 412, root: leaf(1) };
    let note = signer.sign(checkpoint.to_string());

    let verifier = StandardVerifier::new(&signer.verifier().to_string()).unwrap();
    let known = VerifierList::new(vec![Box::new(verifier)]);
    let read = signed_note::Note::from_bytes(note.to_string().as_bytes()).unwrap();
    let (good, unknown) = read.verify(&known).unwrap();
    assert_eq!((good.len(), unknown.len()), (1, 0));
    let read = tlog_tiles::Checkpoint::from_bytes(read.text()).unwrap();
    assert_eq!((read.origin(), read.size(), read.hash().0), (ORIGIN, 412, leaf(1)));
}

#[test]
fn checkpoints_that_they_sign_are_good_to_us() {
    let ours = LogSigner::new(ORIGIN, &[7; 32]).unwrap();
    let theirs = StandardSigner::new(&ours.secret()).unwrap();
    let root = tlog_tiles::Hash(leaf(1));
    let checkpoint = tlog_tiles::Checkpoint::new(ORIGIN, 412, root, "").unwrap();
    let mut note = signed_note::Note::new(&checkpoint.to_bytes(), &[]).unwrap();
    note.add_sigs(&[&theirs]).unwrap();

    let note: crate::log::Note = String::from_utf8(note.to_bytes()).unwrap().parse().unwrap();
    assert!(ours.verifier().signed(&note));
    let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size: 412, root: leaf(1) };
    assert_eq!(note.text.parse(), Ok(checkpoint));
}

#[test]
fn the_example_of_the_specification_is_read() {
    let key = "quasimodo.example/salvatore+9d7b20ce+";
    assert!(key.parse::<VerifierKey>().is_err(), "a key without its key is none");
    let note = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n\
        — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
    let read: crate::log::Note = note.parse().unwrap();
    assert!(read.text.ends_with("ed è subito sera.\n"));
    assert_eq!(read.signatures[0].key, [0x36, 0x7b, 0xa0, 0x4b]);
    assert_eq!(read.to_string(), note);
}
