//! One installation witnesses another: it cosigns a log that only grows, and says loudly what is wrong.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::program::{Ended, Server, city, copy, kheo, text};
use crate::served::{code, file, get};

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").unwrap().1
}

/// A case that was registered over the network.
struct Case(String);

impl Case {
    /// Registers it, and waits until it is in the log.
    fn of(server: &Server, subject: &str) -> Self {
        let asked = format!(
            r#"{{"kind":"recommendation","unit":"song-cau","subject":"{subject}",
            "text":"Đèn đường trước nhà văn hóa tổ 5 hỏng đã hai tuần, đề nghị sửa."}}"#
        );
        let once = subject.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        let case = Self(code(&file(server, &once, &asked)));
        while case.asked(server).starts_with("HTTP/1.1 404") {
            std::thread::yield_now();
        }
        case
    }

    fn receipt(&self, server: &Server) -> String {
        let answer = self.asked(server);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        body(&answer).to_owned()
    }

    fn asked(&self, server: &Server) -> String {
        get(server, &format!("/follow/{}/receipt.tlog-proof", self.0))
    }
}

/// A city of its own in `folder`, which goes on from the one that all tests share.
fn city_in(folder: &TempDir, name: &str) -> String {
    let data = text(&folder.path().join(name));
    copy(Path::new(city()), Path::new(&data));
    data
}

fn serve(data: &str, more: &[&str]) -> Server {
    Server::start(&[&["serve", "--data", data, "--listen", "127.0.0.1:0"], more].concat())
}

fn key(server: &Server) -> String {
    body(&get(server, "/log/vkey")).trim().to_owned()
}

/// A witness with its folder.
struct Watcher(String);

impl Watcher {
    fn looks(&self, lang: &str, address: &str, key: &str) -> Ended {
        let log = format!("http://{address}/log");
        let name = "kheo.example/na-ri";
        kheo(&[
            "--lang", lang, "ledger", "witness", "--data", &self.0, "--log", &log, "--key", key,
            "--name", name,
        ])
    }

    /// Everything that is kept as evidence.
    fn evidence(&self) -> Vec<PathBuf> {
        let logs = fs::read_dir(Path::new(&self.0).join("witnessed")).unwrap();
        let files = logs.flat_map(|log| fs::read_dir(log.unwrap().path()).unwrap());
        let files = files.map(|file| file.unwrap().path());
        files.filter(|file| text(file).contains("evidence-")).collect()
    }
}

/// The word that follows `before`.
fn word_after<'a>(said: &'a str, before: &str) -> &'a str {
    said.split_once(before).unwrap().1.split_whitespace().next().unwrap()
}

#[test]
fn a_witness_cosigns_a_log_and_receipts_tell_it() {
    let folder = TempDir::new().unwrap();
    let data = city_in(&folder, "city");
    let watcher = Watcher(text(&folder.path().join("na-ri")));
    let server = serve(&data, &[]);
    let log = key(&server);
    let unknown = watcher.looks("en", &server.address, &log);
    let witness = word_after(&unknown.said, "--witness:\n").to_owned();
    let refused = unknown.complained(3);
    assert!(refused.contains("does not know this witness") && refused.contains(&witness));
    drop(server);

    let server = serve(&data, &["--witness", &witness]);
    let case = Case::of(&server, "Đèn thứ nhất");
    let early = case.receipt(&server);
    let said = watcher.looks("vi", &server.address, &log).well();
    assert!(said.contains("Sổ kheo.localhost/bac-kan chỉ thêm"), "{said}");
    let checkpoint = get(&server, "/log/checkpoint");
    assert!(checkpoint.contains("— kheo.example/na-ri "), "{checkpoint}");
    assert!(get(&server, "/log").contains(&witness));
    Case::of(&server, "Đèn thứ hai");
    let cosigned = case.receipt(&server);
    watcher.looks("en", &server.address, &log).well();
    drop(server);

    let receipt = text(&folder.path().join("receipt.tlog-proof"));
    let verify = |proof: &str, more: &[&str]| {
        fs::write(&receipt, proof).unwrap();
        kheo(&[&["verify", &receipt, "--key", &log], more].concat())
    };
    let named = ["--witness", witness.as_str()];
    let told = verify(&early, &named).well();
    assert!(told.contains("kheo.example/na-ri has not signed"), "{told}");
    let told = verify(&cosigned, &named).well();
    assert!(told.contains("kheo.example/na-ri saw this log as it stands in the receipt"), "{told}");
    assert!(!told.contains("not counted"), "{told}");
    let told = verify(&cosigned, &[]).well();
    assert!(told.contains("not named with --witness: 1. They are not counted"), "{told}");
    let line = cosigned.lines().last().unwrap();
    let forged = cosigned.replace(line, &line.replacen("AAAA", "AAAB", 1));
    assert_ne!(forged, cosigned);
    assert!(verify(&forged, &named).denied().contains("kheo.example/na-ri is not"));

    let checked = kheo(&["ledger", "check", "--data", &data, "--witness", &witness]).well();
    assert!(checked.contains("The witness kheo.example/na-ri signed up to entry"), "{checked}");
    assert!(!checked.contains("only known from this folder"), "{checked}");
    let unnamed = kheo(&["ledger", "check", "--data", &data]).well();
    assert!(unnamed.contains("only known from this folder"), "{unnamed}");
}

#[test]
fn a_log_that_was_rewritten_or_went_back_is_caught_with_evidence() {
    let folder = TempDir::new().unwrap();
    let [data, forked, old] = ["city", "forked", "old"].map(|name| city_in(&folder, name));
    let watcher = Watcher(text(&folder.path().join("na-ri")));
    let server = serve(&data, &[]);
    let log = key(&server);
    Case::of(&server, "Đèn hỏng");
    watcher.looks("en", &server.address, &log).complained(3);
    drop(server);

    let server = serve(&old, &[]);
    let told = watcher.looks("en", &server.address, &log).complained(4);
    assert!(told.contains("WARNING: the log kheo.localhost/bac-kan had"), "{told}");
    assert_eq!(watcher.evidence().len(), 1);
    drop(server);

    let server = serve(&forked, &[]);
    for subject in ["Đường hỏng", "Cầu hỏng"] {
        Case::of(&server, subject);
        let told = watcher.looks("vi", &server.address, &log).complained(4);
        assert!(told.contains("CẢNH BÁO: sổ kheo.localhost/bac-kan đã bị viết lại"), "{told}");
        let evidence = word_after(&told, "chữ ký nằm ở ").trim_end_matches(':').to_owned();
        let kept = fs::read_to_string(&evidence).unwrap();
        let signatures = kept.matches("— kheo.localhost/bac-kan ").count();
        assert_eq!(signatures, 2, "both, as they were signed: {kept}");
    }
    drop(server);
    assert_eq!(watcher.evidence().len(), 3);

    // What was seen stays: the true log is followed on.
    let server = serve(&data, &[]);
    Case::of(&server, "Đèn thứ hai");
    let told = watcher.looks("en", &server.address, &log).complained(3);
    assert!(told.contains("The log only grew"), "{told}");
}

#[test]
fn another_key_nobody_there_and_no_log_are_told_apart() {
    let folder = TempDir::new().unwrap();
    let data = city_in(&folder, "city");
    let watcher = Watcher(text(&folder.path().join("na-ri")));
    let server = serve(&data, &[]);
    let log = key(&server);
    let stranger = "kheo.localhost/bac-kan+8f1612c0+AVvcOb3/lNoKsLofi32h1r7MmJAsFwQPapPb0kPX3ZP7";
    let told = watcher.looks("en", &server.address, stranger).complained(5);
    assert!(told.contains("is not signed with the given key"), "{told}");
    let elsewhere = kheo(&[
        "ledger",
        "witness",
        "--data",
        &watcher.0,
        "--log",
        &format!("http://{}/nowhere", server.address),
        "--key",
        &log,
    ]);
    assert!(elsewhere.complained(3).contains("There is no public log"));
    let address = server.address.clone();
    drop(server);
    let told = watcher.looks("vi", &address, &log).complained(3);
    assert!(told.contains("Không hỏi được sổ"), "{told}");
    let https = kheo(&[
        "ledger",
        "witness",
        "--data",
        &watcher.0,
        "--log",
        "https://kheo.example/log",
        "--key",
        &log,
    ]);
    if cfg!(feature = "tls") {
        assert!(https.complained(3).contains("could not be asked"), "there is no such address");
    } else {
        assert!(https.refused().contains("begin with http://"));
    }
    let nameless = text(&folder.path().join("nameless"));
    let nameless = kheo(&[
        "ledger",
        "witness",
        "--data",
        &nameless,
        "--log",
        "http://127.0.0.1:9/log",
        "--key",
        &log,
    ]);
    assert!(nameless.refused().contains("--name"));
}

#[test]
fn a_key_that_others_can_read_is_not_used() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = TempDir::new().unwrap();
    let data = city_in(&folder, "city");
    let path = folder.path().join("city/ledger.key");
    let set = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    for mode in [0o640, 0o604] {
        set(mode);
        for command in [&["ledger", "check"][..], &["serve", "--listen", "127.0.0.1:0"]] {
            let refused = kheo(&[command, &["--data", &data]].concat()).refused();
            assert!(refused.contains("chmod 600"), "{refused}");
        }
    }
    set(0o400);
    kheo(&["ledger", "check", "--data", &data]).well();
}

#[test]
fn who_has_a_copy_and_the_public_key_checks_without_the_secret_one() {
    let folder = TempDir::new().unwrap();
    let data = city_in(&folder, "city");
    let server = serve(&data, &[]);
    let log = key(&server);
    drop(server);
    fs::remove_file(folder.path().join("city/ledger.key")).unwrap();
    assert!(
        kheo(&["ledger", "check", "--data", &data]).refused().contains("ledger.key is missing")
    );
    let checked = kheo(&["ledger", "check", "--data", &data, "--key", &log]);
    assert_eq!(checked.complained, "", "no progress where nobody watches");
    assert!(checked.well().contains("The public log is that of the ledger"));
    let stranger = "kheo.localhost/bac-kan+8f1612c0+AVvcOb3/lNoKsLofi32h1r7MmJAsFwQPapPb0kPX3ZP7";
    let refused = kheo(&["ledger", "check", "--data", &data, "--key", stranger]).refused();
    assert!(refused.contains("is not signed with the key of the log"), "{refused}");
}
