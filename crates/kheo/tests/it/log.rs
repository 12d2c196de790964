//! The public log and receipts, from the command line.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Stdio;

use tempfile::TempDir;

use crate::program::{Server, city, command, copy, kheo, text};
use crate::served::{code, file, get};

const BODY: &str = r#"{"kind":"recommendation","unit":"song-cau","subject":"Đèn đường hỏng",
    "text":"Đèn đường trước nhà văn hóa tổ 5 hỏng đã hai tuần, đề nghị sửa.","name":"Trần Văn Thử"}"#;

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").unwrap().1
}

#[test]
fn a_receipt_is_checked_without_the_server() {
    let folder = TempDir::new().unwrap();
    let data = text(&folder.path().join("city"));
    copy(Path::new(city()), Path::new(&data));
    let server = Server::start(&["serve", "--data", &data, "--listen", "127.0.0.1:0"]);
    let key = body(&get(&server, "/log/vkey")).trim().to_owned();
    let code = code(&file(&server, "one", BODY));
    let proof = loop {
        let answer = get(&server, &format!("/follow/{code}/receipt.tlog-proof"));
        if answer.starts_with("HTTP/1.1 200") {
            break body(&answer).to_owned();
        }
        assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
        std::thread::yield_now();
    };
    drop(server);
    let receipt = text(&folder.path().join("receipt.tlog-proof"));
    fs::write(&receipt, &proof).unwrap();

    let verify = |lang: &str| kheo(&["--lang", lang, "verify", &receipt, "--key", &key]);
    let said = verify("vi").well();
    assert!(said.starts_with("Biên nhận đúng."), "{said}");
    for told in ["Đèn đường hỏng", "đã hai tuần", "30/06/2016", "kheo.localhost/bac-kan"]
    {
        assert!(said.contains(told), "{said}");
    }
    assert!(!said.contains("Thử"), "{said}");
    assert!(verify("en").well().starts_with("The receipt is good."));

    let wrong = [
        (proof.replacen("extra eyJ", "extra eyK", 1), "does not tell what was recorded"),
        (proof.chars().take(300).collect(), "its end is missing"),
        ("Đèn đường hỏng".to_owned(), "no receipt"),
        (String::new(), "no receipt"),
        (proof.replacen("index ", "index 1", 1), "forged or damaged"),
    ];
    for (forged, why) in wrong {
        fs::write(&receipt, forged).unwrap();
        let refused = verify("en").denied();
        assert!(refused.contains(why), "{why}: {refused}");
    }
    fs::write(&receipt, [0xff; 40]).unwrap();
    verify("en").denied();
    fs::remove_file(&receipt).unwrap();
    assert!(verify("en").refused().contains(&receipt));
    fs::write(&receipt, &proof).unwrap();
    let other = "kheo.localhost/bac-kan+8f1612c0+AVvcOb3/lNoKsLofi32h1r7MmJAsFwQPapPb0kPX3ZP7";
    let refused = kheo(&["verify", &receipt, "--key", other]).denied();
    assert!(refused.contains("not signed with this key"), "{refused}");
    kheo(&["verify", &receipt, "--key", "no key"]).refused();
}

#[test]
fn a_log_whose_key_was_lost_is_not_begun_anew() {
    let folder = TempDir::new().unwrap();
    let data = text(&folder.path().join("city"));
    copy(Path::new(city()), Path::new(&data));
    let checked = kheo(&["ledger", "check", "--data", &data]).well();
    assert!(checked.contains("The public log is that of the ledger"), "{checked}");
    let key = folder.path().join("city/ledger.key");
    let secret = fs::read_to_string(&key).unwrap();

    fs::remove_file(&key).unwrap();
    for command in
        [&["ledger", "check"][..], &["demo", "--no-serve"], &["serve", "--listen", "127.0.0.1:0"]]
    {
        let refused = kheo(&[command, &["--data", &data]].concat()).refused();
        assert!(refused.contains("ledger.key is missing"), "{refused}");
    }
    assert!(!key.exists());
    let put = |text: &str| {
        fs::write(&key, text).unwrap();
        fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    };
    put("a note");
    let refused = kheo(&["demo", "--no-serve", "--data", &data]).refused();
    assert!(refused.contains("holds no key of a log"), "{refused}");
    put(&secret);
    assert_eq!(kheo(&["ledger", "check", "--data", &data]).well(), checked);
}

#[test]
fn the_key_is_for_the_account_of_the_program_alone() {
    let key = Path::new(city()).join("ledger.key");
    let mode = fs::metadata(key).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

/// What `serve` complains of until it says where its pages are.
fn complained(data: &str, lang: &str, name: &str) -> String {
    let arguments =
        ["--lang", lang, "serve", "--data", data, "--listen", "127.0.0.1:0", "--log-name", name];
    let mut serving = command(&arguments);
    let mut child = serving.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.map(Result::unwrap).any(|line| line.contains("http://")));
    child.kill().unwrap();
    String::from_utf8(child.wait_with_output().unwrap().stderr).unwrap()
}

#[test]
fn a_log_that_has_a_key_says_that_it_keeps_its_name() {
    let folder = TempDir::new().unwrap();
    let data = text(&folder.path().join("city"));
    copy(Path::new(city()), Path::new(&data));
    assert_eq!(complained(&data, "en", "kheo.localhost/bac-kan"), "");
    for (lang, said) in [
        ("en", "The log keeps its name kheo.localhost/bac-kan: the name log.example/bien"),
        ("vi", "Sổ công khai vẫn giữ tên kheo.localhost/bac-kan: tên log.example/bien"),
    ] {
        let told = complained(&data, lang, "log.example/bien");
        assert!(told.contains(said), "{told}");
    }
}
