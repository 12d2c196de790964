//! The ledger enters the log, receipts prove themselves, and whoever rewrites the past is found out.

use jiff::Timestamp;
use jiff::civil::date;
use kheo_core::id::CaseCode;
use kheo_ledger::log::{Checkpoint, LogSigner, Tile, is_consistent, leaf_hash};
use kheo_ledger::receipt::verify;
use kheo_ledger::{Leaf, commit, commit_private_whole};
use kheo_store::Db;
use kheo_store::log::{
    KeptTiles, LogDamage, MOST, Receipt, check, entries, head, is_behind, kept, receipt, sequence,
};
use kheo_testkit::{Installation, behind};
use rusqlite::{Connection, OpenFlags};

use crate::register;

const CODE: &str = "YC-2016-0001";

fn signer() -> LogSigner {
    LogSigner::new("kheo.example/bac-kan", &[7; 32]).unwrap()
}

fn at(minute: &str) -> Timestamp {
    format!("2016-06-30T{minute}:00Z").parse().unwrap()
}

fn enter(db: &Db, minute: &str) -> Option<Checkpoint> {
    let at = at(minute);
    db.write_now(move |tx| sequence(tx, &signer(), None, at)).unwrap()
}

fn asked(db: &Db, code: &str) -> Option<Receipt> {
    db.read_now(|r| receipt(r, &CaseCode::new(code), &["subject", "text"])).unwrap()
}

fn lived() -> Installation {
    lived_in(Installation::city())
}

fn lived_in(installation: Installation) -> Installation {
    register(&installation.db, "north", CODE, date(2016, 5, 4));
    enter(&installation.db, "01:00");
    register(&installation.db, "north", "YC-2016-0002", date(2016, 5, 5));
    enter(&installation.db, "03:00");
    installation
}

#[test]
fn every_entry_enters_the_log_once() {
    let installation = Installation::city();
    let db = &installation.db;
    assert!(db.read_now(is_behind).unwrap());
    let first = enter(db, "01:00").unwrap();
    assert_eq!(first.size, db.read_now(kheo_store::ledger::count).unwrap());
    assert!(!db.read_now(is_behind).unwrap());
    assert_eq!(enter(db, "01:01"), None, "nothing new, nothing signed");

    register(db, "north", CODE, date(2016, 5, 4));
    let second = enter(db, "03:00").unwrap();
    let proof =
        db.read_now(|r| kheo_ledger::log::consistency(first.size, second.size, &mut KeptTiles(r)));
    let (before, now) = ((first.size, &first.root), (second.size, &second.root));
    assert!(is_consistent(before, now, &proof.unwrap()), "the log only grew");
}

#[test]
fn a_receipt_is_complete_once_its_entry_is_in_the_log() {
    let installation = Installation::city();
    let db = &installation.db;
    assert_eq!(asked(db, CODE), None);
    register(db, "north", CODE, date(2016, 5, 4));
    assert_eq!(asked(db, CODE), Some(Receipt::Waiting));
    enter(db, "01:00");
    let Some(Receipt::Whole(proof)) = asked(db, CODE) else { panic!("no receipt") };
    let proven = verify(&proof.to_string(), &signer().verifier()).unwrap();
    assert_eq!(proven.evidence.subject, CODE);
    assert_eq!(proven.evidence.effective_on, "2016-05-04");
    assert!(proven.evidence.told().unwrap().contains("Đường hỏng"));
    let extra = String::from_utf8(proof.extra.clone().unwrap()).unwrap();
    assert!(!extra.contains("Thử"), "who asks is kept, for a proof is shown around");
    assert_eq!(db.read_now(kheo_store::ledger::count).unwrap(), proven.checkpoint.size);

    let older = proof.to_string();
    register(db, "north", "YC-2016-0002", date(2016, 5, 5));
    enter(db, "02:00");
    assert!(verify(&older, &signer().verifier()).is_ok(), "a receipt holds for good");
}

#[test]
fn the_checkpoints_of_an_hour_are_kept_as_one() {
    let installation = Installation::city();
    for (number, minute) in ["01:00", "01:20", "01:59", "02:00", "02:01"].into_iter().enumerate() {
        register(&installation.db, "north", &format!("YC-2016-000{number}"), date(2016, 5, 4));
        enter(&installation.db, minute);
    }
    let kept = installation.db.read_now(kept).unwrap();
    assert_eq!(kept.len(), 2);
    assert_eq!(installation.db.read_now(head).unwrap(), kept.last().cloned());
    check(&installation.db, &signer().verifier(), None).unwrap();
}

#[test]
fn bundles_hold_the_commitments_and_nothing_else() {
    let installation = lived();
    let size = installation.db.read_now(head).unwrap().unwrap().size;
    let bundle = installation.db.read_now(|r| entries(r, 0, size)).unwrap();
    assert_eq!(bundle.len() as u64, size);
    let tile = installation
        .db
        .read_now(|r| kheo_store::log::hashes(r, Tile { level: 0, index: 0 }))
        .unwrap()
        .unwrap();
    let leaves: Vec<u8> = bundle.iter().flat_map(|commitment| leaf_hash(commitment)).collect();
    assert_eq!(tile, leaves);
}

#[test]
fn a_log_of_many_tiles_checks() {
    let installation = Installation::city();
    for number in 0..600 {
        register(&installation.db, "north", &format!("YC-2016-{number:04}"), date(2016, 5, 4));
        if number % 97 == 0 {
            enter(&installation.db, &format!("{:02}:00", number / 97));
        }
    }
    let last = enter(&installation.db, "09:00").unwrap();
    assert!(last.size > 600 && last.size < MOST);
    assert_eq!(check(&installation.db, &signer().verifier(), None).unwrap(), last.size);
}

/// What the check says after somebody with a database tool was at the file.
fn after(tampering: &str) -> Result<u64, LogDamage> {
    let installation = lived().reopened(|database| behind(database, tampering));
    check(&installation.db, &signer().verifier(), None)
}

#[test]
fn whoever_rewrites_the_past_is_found_out() {
    let size = check(&lived().db, &signer().verifier(), None).unwrap();
    let entry = "UPDATE entries SET commitment = zeroblob(32) WHERE seq = 3";
    assert!(matches!(after(entry), Err(LogDamage::Rewritten { seq: 3 })), "{:?}", after(entry));
    let last = format!("DELETE FROM entries WHERE seq = {size}");
    assert!(matches!(after(&last), Err(LogDamage::Rewritten { seq }) if seq == size));
    let hash = "UPDATE log_tiles SET hashes = unhex(hex(zeroblob(32)) || substr(hex(hashes), 65))";
    assert!(matches!(after(hash), Err(LogDamage::Rewritten { seq: 1 })));
    let tile = "UPDATE log_tiles SET hashes = substr(hashes, 1, 32)";
    assert!(matches!(after(tile), Err(LogDamage::Tile { level: 0, place: 0 })));
    // Whoever rewrites entry and tile still has no signature over the new tree.
    let leaf = kheo_ledger::hexadecimal(&leaf_hash(&[0; 32]));
    let put = format!("unhex(substr(hex(hashes), 1, 128) || '{leaf}' || substr(hex(hashes), 193))");
    let both = format!("{entry}; UPDATE log_tiles SET hashes = {put}");
    assert!(matches!(after(&both), Err(LogDamage::Forked { .. })), "{:?}", after(&both));
    let note = "UPDATE checkpoints SET note = replace(note, '— kheo.example/bac-kan ', '— kheo.example/na-ri ')";
    assert!(matches!(after(note), Err(LogDamage::Unsigned { .. })));
}

#[test]
fn a_tile_that_the_log_does_not_have_is_found_out() {
    for (tampering, level, place) in [
        ("INSERT INTO log_tiles VALUES (0, 999, zeroblob(32))", 0, 999),
        ("INSERT INTO log_tiles VALUES (5, 0, zeroblob(32))", 5, 0),
        ("INSERT INTO log_tiles VALUES (-1, 0, zeroblob(32))", u8::MAX, 0),
        ("UPDATE log_tiles SET hashes = unhex(hex(hashes) || hex(zeroblob(32)))", 0, 0),
    ] {
        let found = after(tampering).unwrap_err();
        let expected = LogDamage::Tile { level, place };
        assert_eq!(found.to_string(), expected.to_string(), "{tampering}");
    }
}

#[test]
fn a_tile_that_holds_no_hashes_is_found_out_in_a_file_which_takes_anything() {
    for tampering in
        ["UPDATE log_tiles SET hashes = 'no hashes'", "UPDATE log_tiles SET hashes = 7"]
    {
        let installation = lived_in(Installation::in_file().with_city())
            .reopened(|database| behind(database, tampering));
        let found = check(&installation.db, &signer().verifier(), None).unwrap_err();
        let expected = LogDamage::Tile { level: 0, place: 0 };
        assert_eq!(found.to_string(), expected.to_string(), "{tampering}");
    }
}

#[test]
fn a_database_from_before_the_log_gets_one() {
    let installation = Installation::in_file().with_city().reopened(|database| {
        let older = "DROP TABLE log_tiles; DROP TABLE checkpoints; DROP TABLE cosignatures;
                     PRAGMA user_version = 4";
        behind(database, older);
    });
    let last = enter(&installation.db, "01:00").unwrap();
    assert_eq!(check(&installation.db, &signer().verifier(), None).unwrap(), last.size);
}

/// What signing on says after somebody with a database tool was at the file.
fn signed_on(
    tampering: &str,
    anchor: Option<&Checkpoint>,
) -> Result<Option<Checkpoint>, LogDamage> {
    let installation = lived().reopened(|database| behind(database, tampering));
    register(&installation.db, "north", "YC-2016-0003", date(2016, 5, 6));
    let (anchor, at) = (anchor.cloned(), at("05:00"));
    installation.db.write_now(move |tx| sequence(tx, &signer(), anchor.as_ref(), at))
}

#[test]
fn nothing_is_signed_that_does_not_grow_from_what_was_signed() {
    let installation = lived();
    let newest = installation.db.read_now(head).unwrap().unwrap();
    let anchor: Checkpoint = newest.note.text.parse().unwrap();
    let size = anchor.size;
    assert!(signed_on("", Some(&anchor)).is_ok(), "salts are fixed in tests: it is the same log");

    let leaf = kheo_ledger::hexadecimal(&leaf_hash(&[0; 32]));
    let put = format!("unhex(substr(hex(hashes), 1, 128) || '{leaf}' || substr(hex(hashes), 193))");
    let rewritten = format!(
        "UPDATE entries SET commitment = zeroblob(32) WHERE seq = 3; UPDATE log_tiles SET hashes = {put}"
    );
    let refused = signed_on(&rewritten, None);
    assert!(matches!(refused, Err(LogDamage::Forked { size: at }) if at == size), "{refused:?}");
    // Whoever also removes what was signed is found out by what lies beside the database.
    let removed = format!("{rewritten}; DELETE FROM checkpoints");
    let refused = signed_on(&removed, Some(&anchor));
    assert!(matches!(refused, Err(LogDamage::CutOff { signed, .. }) if signed == size));
    let foreign = "UPDATE checkpoints SET note = replace(note, '— kheo.example/bac-kan ', '— kheo.example/na-ri ')";
    assert!(matches!(signed_on(foreign, None), Err(LogDamage::Unsigned { .. })));
    let fork = Checkpoint { root: [1; 32], ..anchor };
    assert!(matches!(signed_on("", Some(&fork)), Err(LogDamage::Forked { .. })));
}

#[test]
fn entries_that_are_gone_are_missed() {
    let last = "DELETE FROM entries WHERE seq = (SELECT MAX(seq) FROM entries)";
    let installation = lived().reopened(|database| {
        behind(database, last);
    });
    assert!(installation.db.read_now(is_behind).unwrap());
    let at = at("05:00");
    let refused = installation.db.write_now(move |tx| sequence(tx, &signer(), None, at));
    assert!(matches!(refused, Err(LogDamage::Missing { .. })), "{refused:?}");
}

#[test]
fn a_clock_that_was_set_back_removes_no_checkpoint() {
    let installation = Installation::city();
    for (number, minute) in ["05:00", "03:00", "05:30"].into_iter().enumerate() {
        register(&installation.db, "north", &format!("YC-2016-000{number}"), date(2016, 5, 4));
        enter(&installation.db, minute);
    }
    assert_eq!(installation.db.read_now(kept).unwrap().len(), 2, "of 03:00 and of 05:30");
    check(&installation.db, &signer().verifier(), None).unwrap();
}

#[test]
fn what_a_receipt_may_not_tell_it_proves_all_the_same() {
    let installation = lived();
    let code = CaseCode::new(CODE);
    let asked = installation.db.read_now(move |r| receipt(r, &code, &[])).unwrap();
    let Some(Receipt::Whole(proof)) = asked else { panic!("no receipt") };
    let proven = verify(&proof.to_string(), &signer().verifier()).unwrap();
    assert_eq!(proven.evidence.told(), None);
    assert_eq!(proven.evidence.subject, CODE);
}

#[test]
fn a_receipt_of_what_an_earlier_program_wrote_proves_itself() {
    let installation = Installation::in_file().with_city();
    let file = installation.file();
    register(&installation.db, "north", CODE, date(2016, 5, 4));
    let installation = installation.reopened(|_| {
        let db = kheo_file::open(&file, OpenFlags::default()).unwrap();
        written_by_an_earlier_program(&db);
    });
    enter(&installation.db, "01:00");
    let Some(Receipt::Whole(proof)) = asked(&installation.db, CODE) else { panic!("no receipt") };
    let proven = verify(&proof.to_string(), &signer().verifier()).unwrap();
    assert_eq!(proven.evidence.told(), None, "it was committed to as a whole");
    kheo_store::ledger::check(&installation.db).unwrap();
}

/// Commits to the registration as programs did before the log.
fn written_by_an_earlier_program(db: &Connection) {
    const REGISTERED: &str = "
        SELECT recorded_at, effective_on, actor, unit, subject, kind, payload, private,
               seq, version, salt, private_salt
          FROM entries WHERE kind = 'case.registered'";
    let (seq, commitment, private) = db
        .query_row(REGISTERED, [], |row| {
            let texts: Vec<String> = (0..8).map(|at| row.get(at)).collect::<Result<_, _>>()?;
            let private = commit_private_whole(&row.get(11)?, &texts[7]);
            let seq: u32 = row.get(8)?;
            let leaf = Leaf {
                seq: u64::from(seq),
                recorded_at: &texts[0],
                effective_on: &texts[1],
                actor: &texts[2],
                unit: &texts[3],
                subject: &texts[4],
                kind: &texts[5],
                version: row.get(9)?,
                payload: &texts[6],
                private: Some(&private),
            };
            Ok((seq, commit(&row.get(10)?, &leaf), private))
        })
        .unwrap();
    let put = "UPDATE entries SET commitment = ?1, private_commitment = ?2 WHERE seq = ?3";
    db.execute(put, (commitment, private, seq)).unwrap();
}

#[test]
fn nothing_is_signed_over_a_gap() {
    let installation = Installation::city().reopened(|database| {
        behind(database, "DELETE FROM entries WHERE seq = 2");
    });
    let at = at("01:00");
    let refused =
        installation.db.write_now(move |tx| sequence(tx, &signer(), None, at)).unwrap_err();
    assert_eq!(refused.to_string(), "entry 2 is missing");
    assert_eq!(installation.db.read_now(head).unwrap(), None);
}
