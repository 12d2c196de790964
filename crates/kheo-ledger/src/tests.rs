use crate::{
    Commitment, Leaf, commit, commit_private, commit_private_whole, content_hash, hexadecimal,
};
use proptest::prelude::*;

const SALT: [u8; 32] = [7; 32];
const PRIVATE: Commitment = [9; 32];

const LEAF: Leaf<'static> = Leaf {
    seq: 12,
    recorded_at: "2016-06-30T01:00:00.000Z",
    effective_on: "2016-06-29",
    actor: "citizen",
    unit: "song-cau",
    subject: "KN-2016-0412-HXQM",
    kind: "case.registered",
    version: 1,
    payload: "{\"topic\":\"roads\"}",
    private: Some(&PRIVATE),
};

#[test]
fn the_format_never_changes() {
    assert_eq!(
        hexadecimal(&commit(&SALT, &LEAF)),
        "a3fc0a464d198d1333f1bc75d33bd46cf16eaf822c43359e80af9c7608c5c5a9",
        "entries written by older programs must still prove themselves"
    );
    assert_eq!(
        hexadecimal(&commit_private_whole(&SALT, "{\"name\":\"Đ\"}")),
        "c8b01f3b0789579eb51acada4222165f0ca6b9e5792ca29ac053c4354af011a7"
    );
    assert_eq!(
        hexadecimal(&commit_private(&SALT, "{\"name\":\"Đ\"}")),
        "76886f3fd608cf354ae1e8bbd72eddd3d8a0198e02a9ec68a6acc8753e3c3072"
    );
    assert_eq!(
        hexadecimal(&content_hash(b"abc")),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

#[test]
fn every_field_counts() {
    let changed = [
        Leaf { seq: 13, ..LEAF },
        Leaf { recorded_at: "2016-06-30T01:00:00.001Z", ..LEAF },
        Leaf { effective_on: "2016-06-30", ..LEAF },
        Leaf { actor: "import", ..LEAF },
        Leaf { unit: "duc-xuan", ..LEAF },
        Leaf { subject: "KN-2016-0413-HXQM", ..LEAF },
        Leaf { kind: "case.acted", ..LEAF },
        Leaf { version: 2, ..LEAF },
        Leaf { payload: "{\"topic\":\"water\"}", ..LEAF },
        Leaf { private: None, ..LEAF },
        Leaf { private: Some(&[8; 32]), ..LEAF },
    ];
    for leaf in changed {
        assert_ne!(commit(&SALT, &leaf), commit(&SALT, &LEAF), "{leaf:?}");
    }
    assert_ne!(commit(&[8; 32], &LEAF), commit(&SALT, &LEAF));
}

proptest! {
    /// Moving letters from one field to the next never gives the same commitment.
    #[test]
    fn fields_do_not_run_together(text in "[a-z]{2,12}", one in 0_usize..12, other in 0_usize..12) {
        let letters: Vec<char> = text.chars().collect();
        let split = |at: usize| -> (String, String) {
            let at = at % letters.len();
            (letters.iter().take(at).collect(), letters.iter().skip(at).collect())
        };
        let committed = |(actor, unit): &(String, String)| {
            commit(&SALT, &Leaf { actor, unit, ..LEAF })
        };
        let (one, other) = (split(one), split(other));
        prop_assert_eq!(one == other, committed(&one) == committed(&other));
    }
}
