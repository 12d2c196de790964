use crate::log::tests::{Kept, leaf};
use crate::log::{Checkpoint, LogProof, LogSigner, WrongNote, WrongProof, inclusion, is_included};

fn proof(extra: Option<Vec<u8>>) -> LogProof {
    let mut kept = Kept::grown(100, 30);
    let signer = LogSigner::new("kheo.example/bac-kan", &[7; 32]).unwrap();
    let checkpoint =
        Checkpoint { origin: "kheo.example/bac-kan".to_owned(), size: 100, root: kept.root(100) };
    LogProof {
        extra,
        index: 41,
        beside: inclusion(41, 100, &mut kept).unwrap(),
        checkpoint: signer.sign(checkpoint.to_string()),
    }
}

#[test]
fn a_proof_is_read_as_it_was_written_and_still_proves() {
    for extra in [None, Some(Vec::new()), Some("Đường bê tông".as_bytes().to_vec())] {
        let written = proof(extra.clone()).to_string();
        let read: LogProof = written.parse().unwrap();
        assert_eq!(read, proof(extra));
        let checkpoint: Checkpoint = read.checkpoint.text.parse().unwrap();
        assert!(is_included(
            &leaf(41),
            read.index,
            checkpoint.size,
            &read.beside,
            &checkpoint.root
        ));
    }
    let alone = LogProof { index: 0, beside: Vec::new(), ..proof(None) };
    assert_eq!(alone.to_string().parse(), Ok(alone), "a tree of one leaf needs no hash beside it");
}

#[test]
fn a_text_that_is_no_proof_is_told_why() {
    let good = proof(Some(vec![1, 2, 3])).to_string();
    let wrong = [
        (String::new(), WrongProof::Head),
        (good.replace("@v1", "@v2"), WrongProof::Head),
        (good.replace("extra AQID", "extra AQI"), WrongProof::Line(2)),
        (good.replace("index 41", "index 041"), WrongProof::Line(3)),
        (good.replace("index 41", "place 41"), WrongProof::Line(3)),
        (good.replacen("index 41\n", "index 41\nx\n", 1), WrongProof::Line(4)),
        (good.lines().take(6).collect::<Vec<_>>().join("\n"), WrongProof::CutOff),
        ("c2sp.org/tlog-proof@v1\n\n".to_owned(), WrongProof::CutOff),
        (good.trim_end().to_owned(), WrongProof::Checkpoint(WrongNote::NoSignatures)),
    ];
    for (text, why) in wrong {
        assert_eq!(text.parse::<LogProof>(), Err(why), "{text}");
    }
}

#[test]
fn a_proof_cut_off_at_any_letter_is_refused() {
    let good = proof(Some(vec![1, 2, 3])).to_string();
    for length in 0..good.chars().count() {
        let cut: String = good.chars().take(length).collect();
        assert!(cut.parse::<LogProof>().is_err(), "cut off after {length}");
    }
}
