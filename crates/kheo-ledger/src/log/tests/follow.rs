//! What a witness makes of a log that grows, one that lies, and one that goes back.

use std::convert::Infallible;

use crate::log::tests::{Kept, leaf};
use crate::log::{
    Checkpoint, Edge, Hash, LogSigner, Note, Tile, Tiles, Unfollowed, follow, leaf_hash,
};

const ORIGIN: &str = "kheo.example/bac-kan";

fn signer() -> LogSigner {
    LogSigner::new(ORIGIN, &[7; 32]).unwrap()
}

/// What a log whose leaves are those of `kept` signs at `size`.
fn signed(kept: &mut Kept, size: u64) -> Note {
    let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size, root: kept.root(size) };
    signer().sign(checkpoint.to_string())
}

fn seen(kept: &mut Kept, size: u64) -> Checkpoint {
    signed(kept, size).text.parse().unwrap()
}

/// A log that grew from another first leaf.
fn another(size: u64) -> Kept {
    let (mut kept, mut edge) = (Kept::default(), Edge::default());
    edge.push(leaf_hash(b"another"));
    (1..size).for_each(|number| edge.push(leaf(number)));
    kept.0.extend(edge.take_changed());
    kept
}

/// Serves the tiles of a log with one hash of one tile changed.
struct Lying<'a>(&'a mut Kept, Tile);

impl Tiles for Lying<'_> {
    type Error = Infallible;

    fn hashes(&mut self, tile: Tile) -> Result<Vec<Hash>, Infallible> {
        let mut hashes = self.0.hashes(tile)?;
        if tile == self.1 {
            hashes[0] = [0; 32];
        }
        Ok(hashes)
    }
}

#[test]
fn a_log_that_only_grew_is_followed() {
    let mut kept = Kept::grown(1000, 300);
    for (before, now) in [(1, 1), (1, 2), (7, 255), (256, 257), (300, 1000), (1000, 1000)] {
        let note = signed(&mut kept, now);
        let before = seen(&mut kept, before);
        let followed = follow(&signer().verifier(), Some(&before), &note, &mut kept).unwrap();
        assert_eq!(followed.size, now, "from {before:?}");
    }
    let note = signed(&mut kept, 700);
    assert_eq!(follow(&signer().verifier(), None, &note, &mut kept).unwrap().size, 700);
}

#[test]
fn two_histories_are_told_apart_at_any_size() {
    let mut other = another(600);
    for (before, now) in [(1, 1), (1, 2), (255, 256), (300, 600), (600, 600)] {
        let before = seen(&mut Kept::grown(600, 600), before);
        let note = signed(&mut other, now);
        let why = follow(&signer().verifier(), Some(&before), &note, &mut other);
        assert_eq!(why, Err(Unfollowed::Forked { before: before.size, now }));
    }
}

#[test]
fn a_log_that_went_back_is_not_followed() {
    let mut kept = Kept::grown(40, 40);
    let (before, note) = (seen(&mut kept, 40), signed(&mut kept, 39));
    let why = follow(&signer().verifier(), Some(&before), &note, &mut kept);
    assert_eq!(why, Err(Unfollowed::WentBack { before: 40, now: 39 }));
}

#[test]
fn tiles_that_do_not_make_what_was_signed_prove_nothing() {
    let mut kept = Kept::grown(1000, 1000);
    let (before, note) = (seen(&mut kept, 300), signed(&mut kept, 1000));
    for seen in [None, Some(&before)] {
        for tile in [Tile { level: 0, index: 3 }, Tile { level: 1, index: 0 }] {
            let why = follow(&signer().verifier(), seen, &note, &mut Lying(&mut kept, tile));
            assert_eq!(why, Err(Unfollowed::OtherTiles { size: 1000 }), "{tile:?}");
        }
    }
}

#[test]
fn another_key_another_log_and_no_checkpoint_are_told_apart() {
    let mut kept = Kept::grown(40, 40);
    let note = signed(&mut kept, 40);
    let stranger = LogSigner::new(ORIGIN, &[8; 32]).unwrap().verifier();
    assert_eq!(follow(&stranger, None, &note, &mut kept), Err(Unfollowed::NotSigned));
    let elsewhere = LogSigner::new("kheo.example/na-ri", &[7; 32]).unwrap().verifier();
    let origin = ORIGIN.to_owned();
    assert_eq!(follow(&elsewhere, None, &note, &mut kept), Err(Unfollowed::OtherLog { origin }));
    let text = signer().sign("kheo\n".to_owned());
    let why = follow(&signer().verifier(), None, &text, &mut kept).unwrap_err();
    assert!(matches!(why, Unfollowed::Checkpoint(_)), "{why:?}");
}
