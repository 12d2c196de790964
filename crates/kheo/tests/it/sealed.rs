//! Who denounces is sealed: not on the disk, not in what the program prints, not in its memory after rest;
//! two officers open it together, once.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};

use tempfile::TempDir;

use crate::account::signed_in;
use crate::program::{command, copy, kheo, kheo_told, text, top};
use crate::served::{ask, code, file, get, get_as};

const PASSWORD: &str = "dan-van-kheo-2016";
const PASSPHRASE: &str = "hai-nguoi-cung-mo-2016";
const REASON: &str = "Phải gặp người tố cáo để xác minh.";
/// Name, number and place of the one who denounces, as they are written and as they are folded.
const SECRETS: [&str; 6] = [
    "Hoàng Khuổi Dặt",
    "hoang khuoi dat",
    "0977 135 790",
    "0977135790",
    "bản Pù Lườn Khe",
    "ban pu luon khe",
];
/// Of the one who only recommends something.
const OPEN: &str = "Lường Phiêng Tắc";

/// The program, with all that it prints.
struct Watched {
    child: Child,
    address: String,
    printed: Arc<Mutex<String>>,
}

impl Watched {
    fn start(arguments: &[&str]) -> Self {
        let mut child =
            command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let printed = Arc::new(Mutex::new(String::new()));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let address = lines.find_map(|line| {
            let (_, rest) = line.split_once("http://")?;
            Some(rest.split(['/', ' ']).next()?.to_owned())
        });
        let errors = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
        let (out, err) = (Arc::clone(&printed), Arc::clone(&printed));
        std::thread::spawn(move || lines.for_each(|line| out.lock().unwrap().push_str(&line)));
        std::thread::spawn(move || errors.for_each(|line| err.lock().unwrap().push_str(&line)));
        Self { child, address: address.expect("the program ended before it served"), printed }
    }

    /// As the helpers of other tests ask a server.
    fn server(&self) -> crate::program::Server {
        crate::program::Server::at(&self.address)
    }

    /// Which of `needles` stand in the memory of the program.
    fn remembers<'n>(&self, needles: &[&'n str]) -> Vec<&'n str> {
        let folder = Path::new("/proc").join(self.child.id().to_string());
        let maps = fs::read_to_string(folder.join("maps")).unwrap();
        let mut memory = File::open(folder.join("mem")).unwrap();
        let mut found = Vec::new();
        for line in maps.lines().filter(|line| line.contains(" rw")) {
            let (from, to) = line.split(' ').next().unwrap().split_once('-').unwrap();
            let [from, to] = [from, to].map(|at| u64::from_str_radix(at, 16).unwrap());
            let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
            if memory.seek(SeekFrom::Start(from)).is_err() || memory.read_exact(&mut bytes).is_err()
            {
                continue;
            }
            found.extend(needles.iter().filter(|needle| holds(&bytes, needle)));
        }
        found
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn holds(bytes: &[u8], needle: &str) -> bool {
    let needle = needle.as_bytes();
    let first = needle[0];
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(needle) {
            return true;
        }
        from += at + 1;
    }
    false
}

/// Which of `needles` stand in a file of the folder or below.
fn written<'n>(folder: &Path, needles: &[&'n str]) -> Vec<&'n str> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(written(&path, needles));
        } else {
            let bytes = fs::read(&path).unwrap();
            found.extend(needles.iter().filter(|needle| holds(&bytes, needle)));
        }
    }
    found
}

/// The packs, where citizens send denunciations themselves.
fn packs(folder: &Path) -> String {
    let packs = folder.join("packs");
    copy(&top().join("packs"), &packs);
    let kind = packs.join("denunciation/denunciation-2012.toml");
    let own = fs::read_to_string(&kind).unwrap();
    fs::write(&kind, own.replace("self_service = false", "self_service = true")).unwrap();
    for lang in ["vi", "en"] {
        let words = packs.join(format!("denunciation/words.{lang}.ftl"));
        let own = fs::read_to_string(&words).unwrap();
        if !own.contains("kind-denunciation-help") {
            fs::write(&words, format!("{own}\nkind-denunciation-help = .\n")).unwrap();
        }
    }
    text(&packs)
}

fn denunciation() -> String {
    r#"{"kind":"denunciation","unit":"song-cau","topic":"commune-staff",
        "subject":"Tố cáo việc thu tiền","text":"Tôi là Hoàng Khuổi Dặt, số máy 0977 135 790, tố cáo việc thu tiền không biên lai.",
        "place":"bản Pù Lườn Khe","name":"Hoàng Khuổi Dặt","phone":"0977 135 790",
        "fields":{"accused":"Một người của phường","denouncer-named":"named","competent":"COMPETENT"}}"#
        .replace("COMPETENT", &competent())
}

/// The first choice of the question who is competent.
fn competent() -> String {
    let kind = fs::read_to_string(top().join("packs/denunciation/denunciation-2012.toml")).unwrap();
    let (_, field) = kind.split_once("id = \"competent\"").unwrap();
    let (_, choices) = field.split_once("choices = [\"").unwrap();
    choices.split('"').next().unwrap().to_owned()
}

/// Sends a form as somebody signed in, from the page of the case.
fn send(at: &Watched, cookie: &str, code: &str, deed: &str, fields: &[(&str, &str)]) -> String {
    let server = at.server();
    let page = get_as(&server, &format!("/cases/{code}"), cookie);
    let (_, rest) = page.split_once("name=\"csrf\" value=\"").unwrap();
    let csrf = rest.split('"').next().unwrap();
    let encoded = |text: &str| -> String {
        let bytes: Vec<String> = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
        bytes.concat()
    };
    let fields = [&[("csrf", csrf)], fields].concat();
    let body: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    let (body, host) = (body.join("&"), &at.address);
    ask(
        &server,
        &format!(
            "POST /cases/{code}/identity/{deed} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\
             Cookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        ),
    )
}

/// Nothing is opened early, with a wrong passphrase, or without a reason.
fn refused_before_it_is_asked(at: &Watched, case: &str, [head, inspector]: [&str; 2]) {
    let (reason, right) = (("reason", REASON), ("passphrase", PASSPHRASE));
    let early = send(at, inspector, case, "open", &[("code", "ABCD EFGH JKLM"), right]);
    assert!(early.starts_with("HTTP/1.1 422") && early.contains("đề nghị lại"), "{early}");
    let wrong = send(at, head, case, "ask", &[reason, ("passphrase", "không phải cụm này")]);
    assert!(wrong.starts_with("HTTP/1.1 422") && wrong.contains("Cụm mật khẩu"), "{wrong}");
    let mute = send(at, head, case, "ask", &[right]);
    assert!(mute.starts_with("HTTP/1.1 422"), "{mute}");
}

/// Asks for an opening; answers the code for the second officer.
fn asked(at: &Watched, head: &str, case: &str) -> String {
    let asked = send(at, head, case, "ask", &[("reason", REASON), ("passphrase", PASSPHRASE)]);
    assert!(asked.starts_with("HTTP/1.1 200"), "{asked}");
    let (_, rest) = asked.split_once("<strong class=\"code\">").unwrap();
    rest.split('<').next().unwrap().to_owned()
}

#[test]
fn a_denouncer_is_sealed_and_two_officers_open_it_once() {
    let folder = TempDir::new().unwrap();
    let (data, packs) = (folder.path().join("city"), packs(folder.path()));
    let path = text(&data);
    let demo = ["demo", "--data", &path, "--packs", &packs, "--listen", "127.0.0.1:0"];
    let at = Watched::start(&demo);
    let server = at.server();
    let follow = code(&file(&server, "sealed-1", &denunciation()));
    let recommendation = format!(
        r#"{{"kind":"recommendation","unit":"song-cau","subject":"Đèn đường hỏng","name":"{OPEN}",
            "text":"Đèn đường trước nhà văn hóa tổ 5 hỏng đã hai tuần, đề nghị sửa."}}"#
    );
    code(&file(&server, "open-1", &recommendation));
    let case = follow.rsplit_once('-').unwrap().0;
    let sign_in = |login| signed_in(&server, login, PASSWORD).unwrap();
    let [head, inspector, city] = ["chu-tich", "thanh-tra", "thanh-pho"].map(sign_in);

    let page = get_as(&server, &format!("/cases/{case}"), &head);
    assert!(page.contains("Danh tính được niêm phong"), "{page}");
    assert!(SECRETS.iter().all(|secret| !page.contains(secret)), "{page}");
    let right = ("passphrase", PASSPHRASE);
    refused_before_it_is_asked(&at, case, [&head, &inspector]);
    let opening_code = asked(&at, &head, case);
    let told = ("code", opening_code.as_str());
    let alone = send(&at, &head, case, "open", &[told, right]);
    assert!(alone.starts_with("HTTP/1.1 422") && alone.contains("nhóm kia"), "{alone}");
    let alike = send(&at, &city, case, "open", &[told, right]);
    assert!(alike.starts_with("HTTP/1.1 422") && alike.contains("cùng nhóm"), "{alike}");
    let wrong = send(&at, &inspector, case, "open", &[told, ("passphrase", PASSWORD)]);
    assert!(wrong.starts_with("HTTP/1.1 422"), "{wrong}");

    let shown = send(&at, &inspector, case, "open", &[told, right]);
    assert!(shown.starts_with("HTTP/1.1 200"), "{shown}");
    assert!(shown.to_lowercase().contains("cache-control: no-store"), "{shown}");
    for secret in [SECRETS[0], SECRETS[2], SECRETS[4], "Tôi là Hoàng Khuổi Dặt, số máy"] {
        assert!(shown.contains(secret), "{secret}: {shown}");
    }
    let again = send(&at, &inspector, case, "open", &[told, right]);
    assert!(again.starts_with("HTTP/1.1 422"), "it is shown once: {again}");
    for cookie in [&head, &inspector] {
        let page = get_as(&server, &format!("/cases/{case}"), cookie);
        assert!(page.contains("đã mở và xem"), "{page}");
        assert!(page.contains(REASON), "{page}");
    }

    // After rest: what lies in buffers of connections goes when they are closed.
    let mut remembered = Vec::new();
    for _ in 0..40 {
        get(&server, "/");
        remembered = at.remembers(&[&SECRETS[..], &[told.1]].concat());
        if remembered.is_empty() {
            break;
        }
    }
    assert_eq!(remembered, Vec::<&str>::new(), "in memory");
    assert!(!at.remembers(&["Thanh tra viên"]).is_empty(), "the search finds what is there");
    assert_eq!(written(&data, &SECRETS), Vec::<&str>::new(), "on the disk");
    assert!(!written(&data, &[OPEN]).is_empty(), "the search finds what is there");
    let printed = at.printed.lock().unwrap().clone();
    assert!(SECRETS.iter().all(|secret| !printed.contains(secret)), "{printed}");
    drop(at);
    kheo(&["ledger", "check", "--data", &path]).well();
    let keys = kheo(&["seal", "list", "--data", &path]).well();
    assert_eq!(keys.lines().count(), 4, "{keys}");
}

#[test]
fn a_new_key_is_told_of_and_a_short_passphrase_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = text(&folder.path().join("data"));
    kheo(&["backup", &path, "--data", crate::program::city()]).well();
    let key = ["seal", "key", "--data", &path, "--post", "bac-kan-chu-tich", "--passphrase-stdin"];
    assert!(kheo_told(&key, "ngắn quá\n").refused().contains("20"));
    let before = kheo(&["seal", "list", "--data", &path]).well();
    let said = kheo_told(&key, "năm sáu từ không liên quan\n").well();
    assert!(said.contains("age1") && said.contains("kept nowhere"), "{said}");
    let after = kheo(&["seal", "list", "--data", &path]).well();
    assert_eq!(before.lines().count(), after.lines().count());
    assert_ne!(before, after, "the newest key of a post counts");
    assert!(!written(folder.path(), &["năm sáu từ", "AGE-SECRET-KEY"]).iter().any(|_| true));
    kheo(&["ledger", "check", "--data", &path]).well();
    let nobody = ["seal", "key", "--data", &path, "--post", "nobody", "--passphrase-stdin"];
    assert!(kheo_told(&nobody, "năm sáu từ không liên quan\n").refused().contains("nobody"));
}
