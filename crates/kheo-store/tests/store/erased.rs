//! What a case says of persons can be taken away; all else stays and proves itself.

use std::time::SystemTime;

use jiff::civil::date;
use kheo_core::Refusal;
use kheo_core::case::{Erasing, FollowCode, Petition, Proof};
use kheo_core::id::{CaseCode, FileHash, PostId};
use kheo_core::post::Actor;
use kheo_ledger::log::LogSigner;
use kheo_store::case::{Finished, RequestKey, erase, find, finish_erasures, hashed, timeline};
use kheo_store::files::Files;
use kheo_store::ledger::transfer::{copy, snapshot};
use kheo_store::ledger::{Damage, check, check_files, dump, rebuild};
use kheo_store::{Database, Db, WriteError, log};
use kheo_testkit::{Installation, behind, filing, lies_in_tables, on, rules, salts};

use crate::{act, act_with};

const CODE: &str = "YC-2016-0001";
const NAME: &str = "Nguyễn Thị Thử";
/// Somebody else, of whom the answer speaks.
const NEIGHBOUR: &str = "Trần Văn Nghiệm";

fn erasing(reason: &str) -> Erasing {
    Erasing {
        by: PostId::new("city-head"),
        reason: reason.into(),
        law: "Quyết định thử, Điều 1".into(),
    }
}

fn erase_it(db: &Db, code: &str, erasing: Erasing) -> Result<(), WriteError> {
    let code = CaseCode::new(code);
    let stamp = on(date(2016, 6, 20));
    db.write_now(move |tx| erase(tx, &code, erasing, &Actor::Administrator, stamp))
}

/// Two cases of the same person that look alike; the first is answered with a file that the second
/// names too, and with one of its own.
fn lived() -> (Installation, Files, tempfile::TempDir) {
    let installation = Installation::city();
    let folder = tempfile::tempdir().unwrap();
    let files = Files::in_folder(folder.path()).unwrap();
    let put = |text: &str| -> Proof {
        let hash: FileHash = files.put(text.as_bytes()).unwrap();
        Proof { hash, media_type: "image/png".into(), size: 9 }
    };
    let (own, shared) = (put("của riêng"), put("của chung"));
    let mut first = filing("north", &format!("{CODE}-AAAAAAAA"));
    first.files = vec![own, shared.clone()];
    first.request = Some(RequestKey::new("once", NAME));
    let mut second = filing("south", "YC-2016-0002-BBBBBBBB");
    second.files = vec![shared];
    second.again = Some(CaseCode::new(CODE));
    for filing in [first, second] {
        let stamp = on(date(2016, 5, 4));
        let write = move |tx: &mut kheo_store::Tx<'_>| {
            kheo_store::case::register(tx, &rules(), filing, stamp, &Actor::Citizen)
        };
        installation.db.write_now(write).unwrap();
    }
    let said = |act: &mut kheo_core::case::Act| {
        act.text = Some(format!("Đã cùng {NEIGHBOUR} sửa lại."));
        crate::with_proof(act);
    };
    act_with(&installation.db, CODE, "answer", date(2016, 5, 9), said).unwrap();
    (installation, files, folder)
}

fn row(db: &Db, code: &str) -> kheo_store::case::CaseRow {
    let code = CaseCode::new(code);
    db.read_now(|r| find(r, &code)).unwrap().unwrap()
}

#[test]
fn what_is_erased_is_gone_from_everywhere_and_the_rest_proves_itself() {
    let (installation, files, _folder) = lived();
    let db = &installation.db;
    let signer = LogSigner::new("kheo.example/erased", &[9; 32]).unwrap();
    let key = signer.verifier();
    let at = "2016-06-19T01:00:00Z".parse().unwrap();
    db.write_now(move |tx| log::sequence(tx, &signer, None, at)).unwrap().unwrap();

    erase_it(db, CODE, erasing("Người gửi đề nghị xóa dữ liệu của mình.")).unwrap();
    let finished = finish_erasures(db, &files, Some(SystemTime::UNIX_EPOCH)).unwrap();
    assert_eq!(finished, Finished { files: 0, left: true }, "who just sent it may name it again");
    let finished = finish_erasures(db, &files, None).unwrap();
    assert_eq!(finished, Finished { files: 1, left: false }, "what another case names stays");
    assert_eq!(finish_erasures(db, &files, None).unwrap(), Finished::default());
    assert!(check_files(db, &files).unwrap().is_empty());

    let erased = row(db, CODE);
    assert_eq!(erased.petition, Petition::default());
    assert_eq!(erased.answer.as_ref().unwrap().text, "");
    let what = &erased.erased.as_ref().unwrap().what;
    assert_eq!(what.by.as_str(), "city-head");
    let follow = FollowCode::typed(&format!("{CODE}-AAAAAAAA")).unwrap();
    assert_eq!(what.follow, Some(hashed(&follow)));
    let told = db.read_now(|r| timeline(r, &CaseCode::new(CODE))).unwrap();
    for gone in [NAME, NEIGHBOUR, "AAAAAAAA"] {
        assert!(!format!("{told:?}").contains(gone), "{gone}");
    }
    let tables = format!("{:?}", db.read_now(dump).unwrap());
    assert!(!tables.contains(NEIGHBOUR));
    assert_eq!(tables.matches(NAME).count(), 1, "that of the other case");

    check(db).unwrap();
    log::check(db, &key, None).unwrap();
    let other = db.read_now(|r| log::receipt(r, &CaseCode::new("YC-2016-0002"), &[])).unwrap();
    assert!(matches!(other, Some(log::Receipt::Whole(_))));
    let before = db.read_now(dump).unwrap();
    rebuild(db).unwrap();
    assert_eq!(db.read_now(dump).unwrap(), before, "a rebuild gives the same redacted rows");
}

/// A closed case of somebody whose name no other test writes.
fn rare(name: &str) -> (Installation, Files, tempfile::TempDir) {
    let (_, files, folder) = lived();
    let installation = Installation::city();
    let db = &installation.db;
    let mut rare = filing("north", &format!("{CODE}-AAAAAAAA"));
    rare.petition.name = Some(name.into());
    let write = move |tx: &mut kheo_store::Tx<'_>| {
        let stamp = on(date(2016, 5, 4));
        kheo_store::case::register(tx, &rules(), rare, stamp, &Actor::Citizen)
    };
    db.write_now(write).unwrap();
    act_with(db, CODE, "answer", date(2016, 5, 9), |act| {
        act.text = Some("Đã sửa xong nắp cống.".to_owned());
        crate::with_proof(act);
    })
    .unwrap();
    // Servers do so by themselves, and keep samples of what they see.
    behind(&installation.database, "ANALYZE");
    (installation, files, folder)
}

#[test]
fn the_bytes_leave_the_files_of_the_database() {
    let name = "Hoàng Khuổi Dặt";
    let (installation, files, _folder) = rare(name);
    let (db, database) = (&installation.db, &installation.database);
    assert!(lies_in_tables(database, name), "the search finds what is there");
    erase_it(db, CODE, erasing("Người gửi đề nghị xóa.")).unwrap();
    // On a server, once the transactions of other tests are over.
    while finish_erasures(db, &files, None).unwrap().left {}
    assert!(!lies_in_tables(database, name));
    check(db).unwrap();
}

/// On a server where the tests run on one: whoever erases in a file is alone.
#[test]
fn what_somebody_still_reads_on_a_server_is_erased_from_its_disk_later() {
    let name = "Hoàng Phiêng Lếch";
    let (installation, files, _folder) = rare(name);
    let (db, database) = (&installation.db, &installation.database);
    if !database.is_shared() {
        return;
    }
    let finish = || finish_erasures(db, &files, None).unwrap();
    let meanwhile = db.read_now(|r| {
        find(r, &CaseCode::new(CODE))?;
        erase_it(db, CODE, erasing("Người gửi đề nghị xóa.")).unwrap();
        Ok(finish())
    });
    assert!(meanwhile.unwrap().left);
    while finish().left {}
    assert!(!lies_in_tables(database, name));
}

#[test]
fn what_was_erased_does_not_come_back_when_the_installation_moves() {
    let (installation, files, folder) = lived();
    let db = &installation.db;
    erase_it(db, CODE, erasing("Người gửi đề nghị xóa.")).unwrap();
    finish_erasures(db, &files, None).unwrap();
    let moved = Installation::empty();
    copy(db, &moved.db).unwrap();
    let file = folder.path().join("taken.db");
    snapshot(db, &file, salts()).unwrap();
    let taken = Db::open(&Database::file(&file), salts()).unwrap();
    for other in [&moved.db, &taken] {
        check(other).unwrap();
        assert_eq!(other.read_now(dump).unwrap(), db.read_now(dump).unwrap());
        let told = other.read_now(|r| timeline(r, &CaseCode::new(CODE))).unwrap();
        assert!(!format!("{told:?}").contains(NEIGHBOUR));
        assert_eq!(row(other, CODE).petition, Petition::default());
    }
}

#[test]
fn nothing_is_erased_twice_or_while_it_is_open_or_without_a_reason() {
    let (installation, ..) = lived();
    let db = &installation.db;
    let refused = |code: &str, what: Erasing| match erase_it(db, code, what) {
        Err(WriteError::Refused(why)) => why.code(),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused("YC-2016-0009", erasing("Theo đề nghị.")), "unknown-case");
    assert_eq!(refused("YC-2016-0002", erasing("Theo đề nghị.")), "still-open");
    assert_eq!(refused(CODE, erasing(" ")), "empty");
    let nobody = Erasing { by: PostId::new("nobody"), ..erasing("Theo đề nghị.") };
    assert_eq!(refused(CODE, nobody), "unknown-post");
    for other in ["south-head", "north-clerk", "city-inspector"] {
        let other = Erasing { by: PostId::new(other), ..erasing("Theo đề nghị.") };
        assert_eq!(refused(CODE, other), "erases-not");
    }
    assert!(row(db, CODE).erased.is_none());

    erase_it(db, CODE, erasing("Theo đề nghị.")).unwrap();
    assert_eq!(refused(CODE, erasing("Theo đề nghị.")), "erased");
    let reopened = act(db, CODE, "reopen", date(2016, 6, 21));
    let erased = Refusal::Erased { code: CaseCode::new(CODE) };
    assert!(matches!(reopened, Err(WriteError::Refused(why)) if why == erased));
}

#[test]
fn a_private_part_that_is_gone_without_an_erasure_is_damage() {
    let (installation, ..) = lived();
    let installation = installation.reopened(|database| {
        let take = "UPDATE entries SET private = NULL, private_salt = NULL WHERE subject = ";
        behind(database, &format!("{take}'{CODE}'"));
    });
    for damage in [check(&installation.db), rebuild(&installation.db)].map(Result::unwrap_err) {
        assert!(matches!(damage, Damage::TakenAway { .. }), "{damage}");
    }
}
