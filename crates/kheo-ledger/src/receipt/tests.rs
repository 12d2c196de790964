use std::collections::BTreeMap;
use std::convert::Infallible;

use crate::log::{
    Checkpoint, Edge, Hash, LogSigner, Tile, Tiles, WitnessSigner, inclusion, leaf_hash,
};
use crate::receipt::{Evidence, FORM, Private, WrongReceipt, receipt, verify};
use crate::{Field, commit_private, commit_private_whole, fields};

const PRIVATE: &str =
    "{\"subject\":\"Đường bê tông\",\"text\":\"Đường hỏng\",\"name\":\"Trần Văn Thử\"}";
const ORIGIN: &str = "kheo.example/bac-kan";

struct Kept(BTreeMap<Tile, Vec<Hash>>);

impl Tiles for Kept {
    type Error = Infallible;

    fn hashes(&mut self, tile: Tile) -> Result<Vec<Hash>, Infallible> {
        Ok(self.0[&tile].clone())
    }
}

fn signer() -> LogSigner {
    LogSigner::new(ORIGIN, &[7; 32]).unwrap()
}

/// The part that can be erased, of which title and text are told.
fn told_by(commitment: crate::Commitment) -> Private {
    Private::telling(commitment, Some((&[4; 32], PRIVATE)), &["subject", "text"])
}

fn parts(evidence: &mut Evidence) -> &mut crate::Fields {
    match evidence.private.as_mut() {
        Some(Private::Fields(fields)) => fields,
        other => panic!("{other:?}"),
    }
}

fn evidence() -> Evidence {
    Evidence {
        form: FORM,
        seq: 12,
        recorded_at: "2016-06-30T01:00:00.000Z".to_owned(),
        effective_on: "2016-06-30".to_owned(),
        actor: "citizen".to_owned(),
        unit: "song-cau".to_owned(),
        subject: "KN-2016-0412".to_owned(),
        kind: "case.registered".to_owned(),
        version: 1,
        payload: "{\"topic\":\"roads\"}".to_owned(),
        salt: [3; 32],
        private: Some(told_by(commit_private(&[4; 32], PRIVATE))),
    }
}

/// A receipt of a log of 20 entries, of which the twelfth is `evidence()`.
fn good() -> String {
    let mut edge = Edge::default();
    for entry in 1..=20_u8 {
        edge.push(if entry == 12 {
            leaf_hash(&evidence().commitment())
        } else {
            leaf_hash(&[entry])
        });
    }
    let mut kept = Kept(edge.take_changed().into_iter().collect());
    let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size: 20, root: edge.root() };
    let beside = inclusion(11, 20, &mut kept).unwrap();
    receipt(&evidence(), beside, signer().sign(checkpoint.to_string())).unwrap().to_string()
}

/// The text that the receipt tells.
fn told(evidence: &mut Evidence) -> &mut String {
    match parts(evidence).get_mut("text") {
        Some(Field::Told { value, .. }) => value,
        other => panic!("{other:?}"),
    }
}

type Change = fn(&mut Evidence);

/// The receipt with another evidence in it.
fn forged(change: impl Fn(&mut Evidence)) -> String {
    let mut proof: crate::log::LogProof = good().parse().unwrap();
    let mut evidence = evidence();
    change(&mut evidence);
    proof.extra = Some(serde_json::to_vec(&evidence).unwrap());
    proof.to_string()
}

#[test]
fn a_receipt_proves_what_was_recorded() {
    let proven = verify(&good(), &signer().verifier()).unwrap();
    assert_eq!((proven.evidence, proven.checkpoint.size), (evidence(), 20));
    let mailed = format!("\u{feff}{}", good().trim_end().replace('\n', "\r\n"));
    assert!(verify(&mailed, &signer().verifier()).is_ok(), "a mail program was at it");
}

#[test]
fn a_receipt_keeps_what_it_does_not_tell() {
    let good = good();
    let proof: crate::log::LogProof = good.parse().unwrap();
    let extra = String::from_utf8(proof.extra.unwrap()).unwrap();
    assert!(extra.contains("Đường bê tông") && !extra.contains("Thử"), "{extra}");
    let proven = verify(&good, &signer().verifier()).unwrap();
    let told = "{\"subject\":\"Đường bê tông\",\"text\":\"Đường hỏng\"}";
    assert_eq!(proven.evidence.told().as_deref(), Some(told));
    let all = fields(&[4; 32], PRIVATE, &["name", "subject", "text"]);
    assert_eq!(crate::commit_fields(&all), commit_private(&[4; 32], PRIVATE));
}

#[test]
fn what_was_erased_or_committed_to_as_a_whole_is_proven_untold() {
    let erased = Private::telling(commit_private(&[4; 32], PRIVATE), None, &["subject"]);
    let earlier = told_by(commit_private_whole(&[4; 32], PRIVATE));
    for (private, of) in [
        (erased, commit_private(&[4; 32], PRIVATE)),
        (earlier, commit_private_whole(&[4; 32], PRIVATE)),
    ] {
        assert_eq!(private, Private::Whole { whole: of });
        let told = Evidence { private: Some(private), ..evidence() };
        assert_eq!(told.told(), None);
        let written = serde_json::to_string(&told).unwrap();
        assert_eq!(serde_json::from_str::<Evidence>(&written).unwrap(), told);
    }
}

#[test]
fn whatever_is_changed_in_a_receipt_is_noticed() {
    let key = signer().verifier();
    let changes: [(&str, Change); 9] = [
        ("the day", |e| e.effective_on = "2016-06-29".to_owned()),
        ("the moment", |e| e.recorded_at = "2016-06-29T01:00:00.000Z".to_owned()),
        ("the code", |e| e.subject = "KN-2016-0413".to_owned()),
        ("the unit", |e| e.unit = "duc-xuan".to_owned()),
        ("what happened", |e| e.payload = "{\"topic\":\"water\"}".to_owned()),
        ("the words", |e| told(e).push('!')),
        ("one field less", |e| drop(parts(e).remove("name"))),
        ("no words", |e| e.private = None),
        ("the salt", |e| e.salt = [5; 32]),
    ];
    for (what, change) in changes {
        assert_eq!(
            verify(&forged(change), &key),
            Err(WrongReceipt::NotRecorded { seq: 12 }),
            "{what}"
        );
    }
    let other = forged(|e| e.seq = 13);
    assert_eq!(verify(&other, &key), Err(WrongReceipt::OtherEntry { said: 13, proven: 12 }));
}

#[test]
fn a_receipt_of_another_log_and_one_that_nobody_signed_prove_nothing() {
    let elsewhere = LogSigner::new("kheo.example/na-ri", &[7; 32]).unwrap().verifier();
    let origin = ORIGIN.to_owned();
    assert_eq!(verify(&good(), &elsewhere), Err(WrongReceipt::OtherLog { origin }));
    let another = LogSigner::new(ORIGIN, &[8; 32]).unwrap().verifier();
    assert_eq!(verify(&good(), &another), Err(WrongReceipt::NotSigned));
    let key = signer().verifier();
    let grown = good().replacen("\n20\n", "\n21\n", 1);
    assert_eq!(verify(&grown, &key), Err(WrongReceipt::NotSigned));
}

#[test]
fn a_proof_without_what_was_recorded_is_no_receipt() {
    let key = signer().verifier();
    let mut proof: crate::log::LogProof = good().parse().unwrap();
    for extra in [None, Some(Vec::new()), Some(b"{}".to_vec()), Some(vec![0xff])] {
        proof.extra = extra;
        assert_eq!(verify(&proof.to_string(), &key), Err(WrongReceipt::NoEvidence));
    }
}

#[test]
fn a_receipt_of_a_later_program_is_told_so_and_one_without_a_form_is_read() {
    let key = signer().verifier();
    let with = |extra: String| {
        let mut proof: crate::log::LogProof = good().parse().unwrap();
        proof.extra = Some(extra.into_bytes());
        verify(&proof.to_string(), &key)
    };
    let written = serde_json::to_string(&evidence()).unwrap();
    assert!(written.starts_with("{\"form\":1,"), "{written}");
    let later = written.replacen("{\"form\":1,", "{\"form\":2,\"clause\":[],", 1);
    assert_eq!(with(later), Err(WrongReceipt::Newer { form: 2 }));
    let unknown = written.replacen('{', "{\"clause\":[],", 1);
    assert_eq!(with(unknown), Err(WrongReceipt::NoEvidence));
    let formless = written.replacen("\"form\":1,", "", 1);
    assert_eq!(with(formless).unwrap().evidence, evidence());
}

#[test]
fn a_receipt_tells_which_known_witnesses_saw_the_log() {
    let key = signer().verifier();
    let signers: Vec<WitnessSigner> = (1..=3_u8)
        .map(|n| WitnessSigner::new(&format!("witness.example/{n}"), &[n; 32]).unwrap())
        .collect();
    let known: Vec<_> = signers[..2].iter().map(WitnessSigner::verifier).collect();
    let mut proof: crate::log::LogProof = good().parse().unwrap();
    for witness in [&signers[0], &signers[2]] {
        let line = witness.cosign(&proof.checkpoint, 1_467_248_400);
        proof.checkpoint.signatures.push(line);
    }
    let seen = |proof: &crate::log::LogProof| {
        verify(&proof.to_string(), &key).unwrap().witnessed(&key, &known)
    };
    let witnessed = seen(&proof).unwrap();
    let by: Vec<&str> = witnessed.by.iter().map(|one| one.witness.as_str()).collect();
    assert_eq!((by, witnessed.unknown), (vec!["witness.example/1"], 1));

    proof.checkpoint.signatures[1].bytes[9] ^= 1;
    let why = seen(&proof).unwrap_err();
    assert_eq!(why.code(), "false-cosignature");
}

#[test]
fn a_receipt_whose_end_is_missing_is_told_so() {
    let (good, key) = (good(), signer().verifier());
    let lines = good.lines().count();
    for kept in 2..lines {
        let cut: Vec<&str> = good.lines().take(kept).collect();
        let why = verify(&cut.join("\n"), &key).unwrap_err();
        assert_eq!(why.code(), "cut-off", "{kept} lines: {why}");
    }
}

/// Whatever one letter is changed to another: the receipt no longer proves anything else.
#[test]
fn a_receipt_with_one_wrong_letter_proves_nothing_else() {
    let (good, key) = (good(), signer().verifier());
    for (at, letter) in good.chars().enumerate() {
        let other = if letter == 'A' { 'B' } else { 'A' };
        let changed: String =
            good.chars().enumerate().map(|(i, c)| if i == at { other } else { c }).collect();
        match verify(&changed, &key) {
            Err(_) => {}
            Ok(proven) => assert_eq!(proven.evidence, evidence(), "letter {at}"),
        }
    }
}
