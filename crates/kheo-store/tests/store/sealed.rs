//! Who brings a case of a sealed kind stands nowhere in clear, and only two keys of two groups open it.

use jiff::Timestamp;
use jiff::civil::date;
use kheo_core::case::Petition;
use kheo_core::event::Stamp;
use kheo_core::id::{CaseCode, FieldId, PostId};
use kheo_core::post::{Actor, Role};
use kheo_core::rules::Rules;
use kheo_core::sealing::{Group, Identity, IdentityEvent};
use kheo_seal::{Key, NewKey, join, new_key};
use kheo_store::case::{CodeChoice, Filing};
use kheo_store::ledger::transfer::{copy, snapshot};
use kheo_store::ledger::{check, dump, rebuild};
use kheo_store::sealing::{
    Asking, LostKey, Pending, are_over, ask, forget_over, keys, locked, lost_keys, open, pending,
    said, set_key,
};
use kheo_store::{Database, Db, StoreError, WriteError};
use kheo_testkit::{Installation, actor, filing, on, rules};

const CODE: &str = "YC-2016-0001";
const PASSPHRASES: [&str; 2] = ["cụm mật khẩu của lãnh đạo", "cụm mật khẩu của thanh tra"];

fn sealed_rules() -> Rules {
    let mut rules = rules();
    for kind in &mut rules.kinds {
        kind.stripped = Some(FieldId::new("stripped"));
        kind.openers = Some([Role::Head, Role::Inspector]);
    }
    rules
}

fn register(db: &Db) -> Result<(), WriteError> {
    let mut filing = filing("north", &format!("{CODE}-AAAAAAAA"));
    filing.petition.text = "Tôi là Nguyễn Thị Thử, xin tố cáo một việc.".into();
    db.write_now(move |tx| {
        let stamp = on(date(2016, 5, 4));
        kheo_store::case::register(tx, &sealed_rules(), filing, stamp, &Actor::Citizen)?;
        Ok(())
    })
}

fn give(db: &Db, post: &str, passphrase: &str) -> NewKey {
    let (post, key) = (PostId::new(post), new_key(passphrase).unwrap());
    let given = key.clone();
    db.write_now(move |tx| set_key(tx, &post, &given, &Actor::Administrator, on(date(2016, 5, 1))))
        .unwrap();
    key
}

/// Registers the case for a head and an inspector who have keys.
fn register_with_keys(db: &Db) {
    give(db, "north-head", PASSPHRASES[0]);
    give(db, "city-inspector", PASSPHRASES[1]);
    register(db).unwrap();
}

fn petition(db: &Db) -> Petition {
    let case = db.read_now(|r| kheo_store::case::find(r, &CaseCode::new(CODE)));
    case.unwrap().unwrap().petition
}

/// Who brought it, by the newest key of two posts.
fn unsealed(db: &Db, posts: [&str; 2]) -> Identity {
    let sealed = petition(db).sealed.unwrap();
    let mut shares = Vec::new();
    for ((post, passphrase), share) in posts.iter().zip(PASSPHRASES).zip(&sealed.shares) {
        let post = PostId::new(*post);
        let all = db.read_now(move |r| locked(r, &post)).unwrap();
        let unlocked: Vec<Key> =
            all.iter().filter_map(|key| Key::unlock(key, passphrase).ok()).collect();
        shares.extend(unlocked.iter().find_map(|key| key.open(share).ok()));
    }
    serde_json::from_slice(&join(&shares[0], &shares[1]).unwrap()).unwrap()
}

#[test]
fn without_a_key_in_each_group_nothing_is_registered() {
    let installation = Installation::city();
    let db = &installation.db;
    let refused = || match register(db).unwrap_err() {
        WriteError::Refused(why) => why.to_string(),
        WriteError::Store(why) => panic!("{why}"),
    };
    assert!(refused().contains("no head"), "{}", refused());
    give(db, "city-head", PASSPHRASES[0]);
    give(db, "south-inspector", PASSPHRASES[1]);
    assert!(refused().contains("no inspector"), "the one of another ward opens nothing here");
    give(db, "north-inspector", PASSPHRASES[1]);
    register(db).unwrap();
}

fn filing_of_nobody() -> Filing {
    let given = filing("north", CODE);
    let petition = Petition { name: None, phone: None, place: None, ..given.petition };
    Filing { code: CodeChoice::Next, petition, ..given }
}

#[test]
fn what_tells_nobody_is_registered_without_a_key() {
    let installation = Installation::city();
    let filing = filing_of_nobody();
    let registered = installation.db.write_now(move |tx| {
        let stamp = on(date(2016, 5, 4));
        kheo_store::case::register(tx, &sealed_rules(), filing, stamp, &Actor::Citizen)
    });
    registered.map_err(|why: WriteError| why.to_string()).unwrap();
    assert_eq!(petition(&installation.db).sealed, None, "there is nothing to open");

    let mut told = filing_of_nobody();
    told.petition.text = "Gọi tôi theo số 0912.345.678.".into();
    let refused = installation.db.write_now(move |tx| {
        let stamp = on(date(2016, 5, 5));
        kheo_store::case::register(tx, &sealed_rules(), told, stamp, &Actor::Citizen)
    });
    let why = refused.map_err(|why: WriteError| why.to_string()).unwrap_err();
    assert!(why.contains("`text`"), "it would stand there in clear: {why}");
}

#[test]
fn an_identity_is_nowhere_in_clear_and_two_keys_open_it() {
    let installation = Installation::city();
    let db = &installation.db;
    register_with_keys(db);
    let told = petition(db);
    assert_eq!((told.name, told.phone, told.place), (None, None, None));
    assert_eq!(told.text, "Tôi là […], xin tố cáo một việc.");
    let tables = format!("{:?}", db.read_now(dump).unwrap());
    for secret in ["Nguyễn Thị Thử", "0209000000", "tổ 3"] {
        assert!(!tables.contains(secret), "{secret}");
    }
    let identity = unsealed(db, ["north-head", "city-inspector"]);
    assert_eq!(identity.name.as_deref(), Some("Nguyễn Thị Thử"));
    assert_eq!(identity.phone.as_deref(), Some("0209000000"));
    assert!(identity.written.unwrap().1.contains("Nguyễn Thị Thử"));

    // A new key opens nothing old, the old one still does, and all of it moves with the installation.
    let newer = give(db, "north-head", "một cụm mật khẩu khác hẳn");
    let in_use: Vec<String> =
        db.read_now(keys).unwrap().into_iter().map(|key| key.recipient).collect();
    assert_eq!(in_use.len(), 2);
    assert!(in_use.contains(&newer.recipient));
    let before = db.read_now(dump).unwrap();
    rebuild(db).unwrap();
    assert_eq!(db.read_now(dump).unwrap(), before);
    let moved = Installation::empty();
    copy(db, &moved.db).unwrap();
    check(&moved.db).unwrap();
    let identity = unsealed(&moved.db, ["north-head", "city-inspector"]);
    assert_eq!(identity.name.as_deref(), Some("Nguyễn Thị Thử"));
}

#[test]
fn a_key_that_was_taken_away_or_changed_is_missed() {
    let installation = Installation::in_file().with_city();
    let key = give(&installation.db, "north-head", PASSPHRASES[0]);
    let other = give(&installation.db, "city-inspector", PASSPHRASES[1]);
    let lost = |installation: &Installation| installation.db.read_now(lost_keys).unwrap();
    assert_eq!(lost(&installation), []);
    let [gone, changed] = [&key.recipient, &other.recipient];
    let installation = installation.reopened(|database| {
        kheo_testkit::behind(
            database,
            &format!(
                "DELETE FROM sealing_keys WHERE recipient = '{gone}';
                 UPDATE sealing_keys SET locked = locked || ' ' WHERE recipient = '{changed}'"
            ),
        );
    });
    let key = |post, recipient: &str, changed| LostKey {
        post: PostId::new(post),
        recipient: recipient.to_owned(),
        changed,
    };
    let expected = [key("north-head", gone, false), key("city-inspector", changed, true)];
    assert_eq!(lost(&installation), expected);
}

#[test]
fn the_head_of_a_ward_is_no_recipient_where_a_case_may_be_about_them() {
    let installation = Installation::city();
    let db = &installation.db;
    give(db, "north-head", PASSPHRASES[0]);
    give(db, "city-inspector", PASSPHRASES[1]);
    let mut filing = filing("north", CODE);
    filing.topic = kheo_core::id::TopicId::new("schools");
    let refused = db.write_now(move |tx| {
        let stamp = on(date(2016, 5, 4));
        kheo_store::case::register(tx, &sealed_rules(), filing, stamp, &Actor::Citizen)
    });
    assert!(matches!(refused, Err(WriteError::Refused(why)) if why.code() == "no-sealing-keys"));
}

fn at(time: &str) -> Timestamp {
    format!("2016-05-06T{time}:00Z").parse().unwrap()
}

fn asking(until: &str) -> Asking {
    Asking {
        group: Group::First,
        reason: "Phải gặp để xác minh".into(),
        until: at(until),
        locked: format!("locked until {until}"),
    }
}

fn ask_for(db: &Db, asking: Asking, time: &str) {
    let (head, stamp) = (actor("north", Role::Head), Stamp::at(at(time)));
    db.write_now(move |tx| ask(tx, &CaseCode::new(CODE), &asking, &head, stamp)).unwrap();
}

fn waits(db: &Db, time: &str) -> Option<Pending> {
    db.read_now(|r| pending(r, &CaseCode::new(CODE), at(time))).unwrap()
}

fn open_it(db: &Db, asked: Pending, time: &str) -> Result<(), WriteError> {
    let (inspector, stamp) = (actor("city", Role::Inspector), Stamp::at(at(time)));
    db.write_now(move |tx| open(tx, &CaseCode::new(CODE), &asked, &inspector, stamp))
}

fn not_asked(tried: Result<(), WriteError>) -> bool {
    matches!(tried, Err(WriteError::Refused(why)) if why.code() == "not-asked")
}

#[test]
fn an_opening_is_on_record_with_both_and_the_reason_and_is_done_once() {
    let installation = Installation::city();
    let db = &installation.db;
    register_with_keys(db);
    assert_eq!(waits(db, "01:00"), None);
    ask_for(db, asking("01:15"), "01:00");
    let first = waits(db, "01:00").unwrap();
    assert_eq!((first.by.as_str(), &first.asking), ("north-head", &asking("01:15")));
    ask_for(db, asking("01:20"), "01:05");
    assert!(not_asked(open_it(db, first, "01:06")), "asked anew, the earlier code is void");
    let second = waits(db, "01:06").unwrap();
    open_it(db, second.clone(), "01:06").unwrap();
    assert!(not_asked(open_it(db, second, "01:06")), "it is opened once");
    assert_eq!(waits(db, "01:06"), None);

    let told = db.read_now(|r| said(r, &CaseCode::new(CODE))).unwrap();
    let [_, asked, opened] = told.as_slice() else { panic!("{told:?}") };
    assert!(matches!(&asked.what, IdentityEvent::Asked { private, .. }
        if private.text == "Phải gặp để xác minh"));
    assert!(matches!(&opened.what, IdentityEvent::Opened { asked_by, .. }
        if asked_by.as_str() == "north-head"));
    check(db).unwrap();
}

#[test]
fn an_opening_that_waits_is_not_overwritten_by_another_officer() {
    let installation = Installation::city();
    let db = &installation.db;
    register_with_keys(db);
    ask_for(db, asking("01:15"), "01:00");
    let by_the_inspector = |time: &'static str| {
        let asking = Asking { group: Group::Second, ..asking("01:20") };
        let (inspector, stamp) = (actor("city", Role::Inspector), Stamp::at(at(time)));
        db.write_now(move |tx| ask(tx, &CaseCode::new(CODE), &asking, &inspector, stamp))
    };
    let refused = by_the_inspector("01:05");
    assert!(matches!(refused, Err(WriteError::Refused(why)) if why.code() == "asked-already"));
    ask_for(db, asking("01:16"), "01:06");
    by_the_inspector("01:17").unwrap();
}

#[test]
fn an_opening_waits_until_its_time_is_over() {
    let installation = Installation::city();
    let db = &installation.db;
    register_with_keys(db);
    ask_for(db, asking("01:15"), "01:00");
    let asked = waits(db, "01:14").unwrap();
    assert_eq!(waits(db, "01:15"), None);
    assert!(not_asked(open_it(db, asked.clone(), "01:15")), "who began in time ends in time");
    open_it(db, asked, "01:14").unwrap();
}

#[test]
fn an_opening_that_is_over_goes_and_none_is_in_a_copy() {
    let installation = Installation::in_file().with_city();
    let db = &installation.db;
    register_with_keys(db);
    ask_for(db, asking("01:15"), "01:00");
    let over = |time: &str| db.read_now(|r| are_over(r, at(time))).unwrap();
    assert!(!over("01:14") && over("01:15"));

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kheo.db");
    snapshot(db, &file, kheo_testkit::salts()).unwrap();
    let bytes = std::fs::read(&file).unwrap();
    let locked = b"locked until 01:15";
    assert!(!bytes.windows(locked.len()).any(|window| window == locked));
    let taken = Db::open_to_read(&Database::file(&file)).unwrap();
    check(&taken).unwrap();
    assert_eq!(waits(&taken, "01:00"), None);

    assert!(waits(db, "01:00").is_some(), "it still waits where it was asked for");
    let forgotten = db.write_now(|tx| forget_over(tx, at("01:15")));
    assert!(matches!(forgotten, Ok::<_, StoreError>(1)));
    assert!(!over("01:15"));
}
