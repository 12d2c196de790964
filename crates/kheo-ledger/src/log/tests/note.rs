use crate::log::{
    Checkpoint, LogSigner, Note, VerifierKey, WitnessKey, WitnessSigner, WrongKey, WrongNote,
    leaf_hash, witnessed,
};

const ORIGIN: &str = "kheo.example/bac-kan";

fn signer() -> LogSigner {
    LogSigner::new(ORIGIN, &[7; 32]).unwrap()
}

fn signed() -> Note {
    let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size: 3, root: leaf_hash(b"root") };
    signer().sign(checkpoint.to_string())
}

#[test]
fn a_signature_is_of_one_text_and_one_key() {
    let key = signer().verifier();
    assert!(key.signed(&signed()));
    assert!(!LogSigner::new(ORIGIN, &[8; 32]).unwrap().verifier().signed(&signed()), "another key");
    assert!(
        !LogSigner::new("other", &[7; 32]).unwrap().verifier().signed(&signed()),
        "another name"
    );
    let mut changed = signed();
    changed.text = changed.text.replacen('3', "4", 1);
    assert!(!key.signed(&changed), "another text");
    let mut unsigned = signed();
    unsigned.signatures.clear();
    assert!(!key.signed(&unsigned), "no signature");
    let mut both = changed;
    both.signatures.extend(signed().signatures);
    assert!(!key.signed(&both), "signatures of other texts");
}

#[test]
fn a_false_signature_beside_a_true_one_spoils_the_note() {
    let mut note = signed();
    let mut false_one = note.signatures[0].clone();
    false_one.bytes[3] ^= 1;
    note.signatures.push(false_one);
    assert!(!signer().verifier().signed(&note));
}

#[test]
fn keys_are_read_as_they_were_written() {
    let (secret, public) = (signer().secret(), signer().verifier().to_string());
    assert_eq!(LogSigner::read(&secret).unwrap().verifier().to_string(), public);
    assert_eq!(public.parse::<VerifierKey>().unwrap(), signer().verifier());
    let wrong = [
        ("", WrongKey::Form),
        ("kheo", WrongKey::Form),
        (public.trim_end_matches(|c| c != '+'), WrongKey::Form),
        (&public.replacen("kheo", "khео", 1), WrongKey::Hash),
        (&public.replacen("kheo", "kh eo", 1), WrongKey::Name),
        (&secret, WrongKey::Form),
    ];
    for (text, why) in wrong {
        assert_eq!(text.parse::<VerifierKey>(), Err(why), "{text}");
    }
    assert_eq!(public.parse::<WitnessKey>(), Err(WrongKey::Kind));
    assert_eq!(LogSigner::read(&public).err(), Some(WrongKey::Form));
    assert_eq!(LogSigner::new("two words", &[7; 32]).err(), Some(WrongKey::Name));
}

#[test]
fn a_text_that_is_no_note_is_told_why() {
    let good = signed().to_string();
    assert_eq!(good.parse(), Ok(signed()));
    let wrong = [
        (String::new(), WrongNote::NoSignatures),
        (good.trim_end().to_owned(), WrongNote::NoSignatures),
        (good.replace("\n\n", "\n"), WrongNote::NoSignatures),
        (good.replace("— ", "- "), WrongNote::Signature(1)),
        (good.replace('\n', "\r\n"), WrongNote::Character),
        (format!("{good}— x\n"), WrongNote::Signature(2)),
        (
            format!("{good}{}", format!("{}\n", signed().signatures[0]).repeat(64)),
            WrongNote::TooMany,
        ),
    ];
    for (text, why) in wrong {
        assert_eq!(text.parse::<Note>(), Err(why), "{text}");
    }
}

#[test]
fn a_text_that_is_no_checkpoint_is_refused() {
    let good = signed().text;
    assert_eq!(good.parse::<Checkpoint>().unwrap().to_string(), good);
    for wrong in [
        "",
        "\n3\n",
        &good.replacen('3', "03", 1),
        &good.replacen('3', "-3", 1),
        &good.replacen('=', "", 1),
    ] {
        assert!(wrong.parse::<Checkpoint>().is_err(), "{wrong}");
    }
}

#[test]
fn a_witness_says_when_it_saw_a_checkpoint() {
    let witness = WitnessSigner::new("witness.example/na-ri", &[9; 32]).unwrap();
    let mut note = signed();
    note.signatures.push(witness.cosign(&note, 1_467_248_400));

    let note: Note = note.to_string().parse().unwrap();
    let key: WitnessKey = witness.verifier().to_string().parse().unwrap();
    let seen = key.cosigned(&note).unwrap().unwrap();
    assert_eq!((seen.witness.as_str(), seen.at), ("witness.example/na-ri", 1_467_248_400));
    assert!(signer().verifier().signed(&note), "the log's own signature still stands");

    let mut later = note.clone();
    later.signatures[1].bytes[7] ^= 1;
    assert!(key.cosigned(&later).is_err(), "the time is signed too");
    assert_eq!(key.cosigned(&signed()), Ok(None));
    let again = WitnessSigner::read(&witness.secret()).unwrap();
    assert_eq!(again.verifier(), key);
}

#[test]
fn only_known_witnesses_count_and_a_false_one_spoils_the_note() {
    let known = WitnessSigner::new("witness.example/na-ri", &[9; 32]).unwrap();
    let other = WitnessSigner::new("witness.example/ba-be", &[8; 32]).unwrap();
    let (log, keys) = (signer().verifier(), [known.verifier()]);
    let mut note = signed();
    assert_eq!(witnessed(&note, &log, &keys).unwrap().by, []);
    note.signatures.extend([known.cosign(&note, 20), known.cosign(&note, 30)]);
    note.signatures.push(other.cosign(&note, 40));
    let seen = witnessed(&note, &log, &keys).unwrap();
    assert_eq!((seen.by.len(), seen.by[0].at, seen.unknown), (1, 30, 1));
    assert_eq!(log.alone(&note), signed());

    note.signatures.push(known.cosign(&signer().sign("other\n".to_owned()), 50));
    let why = witnessed(&note, &log, &keys).unwrap_err();
    assert_eq!(why.witness, "witness.example/na-ri");
}
