//! The public log, and the receipts that prove themselves by it.

use kheo_ledger::log::{
    Checkpoint, LogProof, Note, VerifierKey, WitnessSigner, leaf_hash, unbundle,
};
use kheo_ledger::receipt::verify;

use crate::client::{self, Answer, MULTIPART, multipart};
use crate::site::{FORM, Site, witness};

fn key(site: &Site) -> VerifierKey {
    site.get("/log/vkey").body.trim().parse().expect("a key")
}

fn head(site: &Site) -> Checkpoint {
    let note: Note = site.get("/log/checkpoint").body.parse().expect("a signed note");
    assert!(key(site).signed(&note));
    note.text.parse().expect("a checkpoint")
}

fn check(site: &Site, receipt: &[u8]) -> Answer {
    let body = multipart(&[("receipt", receipt)], &[]);
    client::send(site.at, "POST", "/log", &[("content-type", MULTIPART)], &body)
}

#[test]
fn a_receipt_waits_for_the_log_and_then_proves_itself() {
    let site = Site::open();
    let code = site.ask();
    let receipt = format!("/receipt/{code}");
    let proof = format!("/follow/{code}/receipt.tlog-proof");
    let waiting = site.get(&receipt);
    waiting.says("<meta http-equiv=\"refresh\" content=\"1\">");
    waiting.says("đang vào sổ công khai");
    assert_eq!(site.get(&proof).status, 404);

    site.sequence();
    let whole = site.get(&receipt);
    whole.keeps_silent_about("http-equiv");
    whole.says(&proof);
    whole.says("class=\"qr\"");
    let file = site.get(&proof);
    assert_eq!(file.status, 200);
    assert!(file.header("content-disposition").ends_with(".tlog-proof\""));
    assert_eq!(file.header("cache-control"), "no-store");
    let proven = verify(&file.body, &key(&site)).unwrap();
    assert!(code.starts_with(&proven.evidence.subject));
    assert_eq!(proven.checkpoint.size, head(&site).size);
    assert!(proven.evidence.told().unwrap().contains(FORM[5].1));

    let extra = String::from_utf8(file.body.parse::<LogProof>().unwrap().extra.unwrap()).unwrap();
    let opens = code.rsplit('-').next().unwrap();
    for private in ["Trần Văn Thử", "0912 345 678", "ngõ 12, tổ 3", opens] {
        assert!(!extra.contains(private), "{private}");
    }
}

#[test]
fn only_who_holds_the_key_gets_the_receipt() {
    let site = Site::open();
    let code = site.ask();
    site.sequence();
    let public = code.rsplit_once('-').unwrap().0;
    for other in [public.to_owned(), format!("{public}-AAAAAAAA")] {
        let path = format!("/follow/{other}/receipt.tlog-proof");
        assert_eq!(site.get(&path).status, 404, "{path}");
    }
}

#[test]
fn whoever_holds_a_receipt_checks_it_on_the_page() {
    let site = Site::open();
    let code = site.ask();
    site.sequence();
    let receipt = site.get(&format!("/follow/{code}/receipt.tlog-proof")).body;
    let good = check(&site, receipt.as_bytes());
    assert_eq!(good.status, 200);
    good.says("Biên nhận đúng.");
    good.says(FORM[4].1);
    good.says("Đơn vị north");
    good.says("30/06/2016");
    assert_eq!(check(&site, receipt.trim_end().replace('\n', "\r\n").as_bytes()).status, 200);

    let wrong: [(&str, String); 5] = [
        ("Đây không phải là biên nhận.", "Đèn hỏng".to_owned()),
        ("Chưa có biên nhận nào được gửi.", String::new()),
        (
            "phần cuối bị thiếu hoặc đã bị sửa",
            receipt.lines().take(3).collect::<Vec<_>>().join("\n"),
        ),
        (
            "điểm chốt không được ký bằng khóa này",
            receipt.replacen("kheo.example/city\n", "kheo.example/city\n1", 1),
        ),
        (
            "không phải của sổ có khóa đã đưa",
            receipt.replacen("kheo.example/city\n", "kheo.example/other\n", 1),
        ),
    ];
    for (says, typed) in wrong {
        let answer = check(&site, typed.as_bytes());
        assert_eq!(answer.status, 422, "{typed}");
        answer.says(says);
        answer.says("role=\"alert\"");
    }
    let untrue = check(&site, &[0xff, 0xfe, 0x00]);
    assert_eq!(untrue.status, 422);
    let large = check(&site, &vec![b'a'; 300 << 10]);
    assert_eq!(large.status, 413);
    large.says("Biên nhận tối đa 256 kB");
    large.keeps_silent_about("10 MB");
    let plain = site.post("/log", &[("text", "a")]);
    assert_eq!(plain.status, 415);
}

#[test]
fn the_file_counts_and_not_what_stands_in_the_box() {
    let site = Site::open();
    let code = site.ask();
    site.sequence();
    let receipt = site.get(&format!("/follow/{code}/receipt.tlog-proof")).body;
    let both = |file: &str, text: &str| {
        let body = multipart(&[("receipt", file.as_bytes()), ("text", text.as_bytes())], &[]);
        client::send(site.at, "POST", "/log", &[("content-type", MULTIPART)], &body).status
    };
    assert_eq!(both(&receipt, "Đèn hỏng"), 200);
    assert_eq!(both("Đèn hỏng", &receipt), 422);
    assert_eq!(both("", &receipt), 200);
}

#[test]
fn a_receipt_whose_entry_the_log_no_longer_holds_is_evidence() {
    let (site, other) = (Site::open(), Site::open());
    let code = site.ask();
    site.sequence();
    let receipt = site.get(&format!("/follow/{code}/receipt.tlog-proof")).body;
    // The same key over another history.
    let otherwise =
        |(name, text)| (name, if name == "text" { "Một việc khác hẳn, xin xem." } else { text });
    assert_eq!(other.post("/ask", &FORM.map(otherwise)).status, 303);
    other.sequence();
    let gone = check(&other, receipt.as_bytes());
    assert_eq!(gone.status, 422);
    gone.says("sổ công khai không còn giữ bút toán");
    gone.says("đó là chứng cứ");
}

#[test]
fn monitors_find_tiles_and_entries_that_make_the_root() {
    let site = Site::open();
    assert_eq!(site.get("/log/checkpoint").status, 404);
    site.get("/log").says("Chưa có gì vào sổ công khai.");
    site.ask();
    site.sequence();
    let Checkpoint { size, root, .. } = head(&site);
    site.get("/log").says(&kheo_ledger::hexadecimal(&root));
    let tile = site.get(&format!("/log/tile/0/000.p/{size}"));
    assert_eq!(tile.header("content-type"), "application/octet-stream");
    assert_eq!(tile.header("cache-control"), "public, max-age=31536000, immutable");
    let bundle = site.get(&format!("/log/tile/entries/000.p/{size}"));
    let entries = unbundle(&bundle.content).unwrap();
    let leaves: Vec<u8> = entries.iter().flat_map(|entry| leaf_hash(entry)).collect();
    assert_eq!(tile.content, leaves);

    let missing = [
        "/log/tile/0/000".to_owned(),
        format!("/log/tile/0/000.p/{}", size + 1),
        "/log/tile/1/000.p/1".to_owned(),
        "/log/tile/0/001.p/1".to_owned(),
        "/log/tile/entries/000".to_owned(),
        "/log/tile/0/0".to_owned(),
        "/log/tile/".to_owned(),
        "/log/tile/entries".to_owned(),
    ];
    for path in missing {
        assert_eq!(site.get(&path).status, 404, "{path}");
    }
}

#[test]
fn the_log_tells_nothing_of_what_it_covers() {
    let site = Site::open();
    let code = site.ask();
    site.sequence();
    let width = head(&site).size;
    let pages = ["/log", "/log/checkpoint", "/log/vkey"].map(str::to_owned);
    let tiles = [format!("/log/tile/0/000.p/{width}"), format!("/log/tile/entries/000.p/{width}")];
    for page in pages.into_iter().chain(tiles) {
        let answer = site.get(&page);
        assert_eq!(answer.status, 200, "{page}");
        for private in [FORM[4].1, FORM[5].1, "Trần Văn Thử", code.rsplit_once('-').unwrap().0]
        {
            answer.keeps_silent_about(private);
        }
    }
}

/// The newest checkpoint as the witness of the city sends it back.
fn seen(site: &Site, at: u64) -> Note {
    let mut note: Note = site.get("/log/checkpoint").body.parse().expect("a signed note");
    let line = witness().cosign(&note, at);
    note.signatures.push(line);
    note
}

fn send_cosigned(site: &Site, note: &str) -> u16 {
    client::send(site.at, "POST", "/log/cosignature", &[], note.as_bytes()).status
}

#[test]
fn what_a_witness_signed_is_shown_and_goes_into_receipts() {
    let site = Site::open();
    let code = site.ask();
    site.sequence();
    site.get("/log").says("Chưa ký lần nào.");
    let receipt = || site.get(&format!("/follow/{code}/receipt.tlog-proof")).body;
    let alone = receipt();
    check(&site, alone.as_bytes()).says("chưa bên nào ký vào điểm chốt của biên nhận này");

    let note = seen(&site, 1_467_248_400);
    assert_eq!(send_cosigned(&site, &note.to_string()), 204);
    assert_eq!(send_cosigned(&site, &note.to_string()), 204, "it may be sent again");
    assert_eq!(site.get("/log/checkpoint").body, note.to_string());
    let entries = head(&site).size;
    let page = site.get("/log");
    page.says(&format!("Đã ký đến bút toán số {entries}, lúc 30/06/2016 08:00"));
    page.says(&witness().verifier().to_string());
    let cosigned = check(&site, receipt().as_bytes());
    cosigned.says("witness.example/na-ri, lúc 30/06/2016 08:00");
    cosigned.keeps_silent_about("không được tính");
    let mut stranger: LogProof = receipt().parse().unwrap();
    let other = WitnessSigner::new("witness.example/ai-day", &[4; 32]).unwrap();
    let line = other.cosign(&stranger.checkpoint, 5);
    stranger.checkpoint.signatures.push(line);
    check(&site, stranger.to_string().as_bytes())
        .says("Có 1 chữ ký của những bên không được biết ở đây: không được tính.");

    let mut forged: LogProof = receipt().parse().unwrap();
    forged.checkpoint.signatures[1].bytes[30] ^= 1;
    let refused = check(&site, forged.to_string().as_bytes());
    assert_eq!(refused.status, 422);
    refused.says("chữ ký ghi là của bên chứng kiến witness.example/na-ri không phải của bên đó");
}

#[test]
fn what_no_known_witness_signed_or_the_log_does_not_hold_is_not_taken_in() {
    let (site, other) = (Site::open(), Site::open());
    site.ask();
    site.sequence();
    let otherwise =
        |(name, text)| (name, if name == "text" { "Một việc khác hẳn, xin xem." } else { text });
    assert_eq!(other.post("/ask", &FORM.map(otherwise)).status, 303);
    other.sequence();
    let before = site.get("/log/checkpoint").body;
    let good = seen(&site, 9);
    let stranger = WitnessSigner::new("witness.example/na-ri", &[4; 32]).unwrap();
    let mut unknown: Note = before.parse().unwrap();
    let line = stranger.cosign(&unknown, 9);
    unknown.signatures.push(line);
    let mut unsigned = good.clone();
    unsigned.signatures.remove(0);
    let rows = [
        ("", 400),
        ("no note", 400),
        (before.as_str(), 403),
        (&unknown.to_string(), 403),
        (&unsigned.to_string(), 422),
        (&seen(&other, 9).to_string(), 409),
        (&"x".repeat(40_000), 413),
    ];
    for (sent, status) in rows {
        assert_eq!(send_cosigned(&site, sent), status, "{sent}");
    }
    assert_eq!(site.get("/log/checkpoint").body, before);
    assert_eq!(client::send(site.at, "POST", "/log/cosignature", &[], &[0xff]).status, 400);
}

#[test]
fn the_code_for_cameras_holds_the_address_that_was_set() {
    let picture = |site: &Site| {
        let page = site.get(&format!("/receipt/{}", site.ask())).body;
        page.split_once("class=\"qr\"").unwrap().1.split_once("</svg>").unwrap().0.to_owned()
    };
    // Every site of a test has a port of its own.
    assert_ne!(picture(&Site::open()), picture(&Site::open()));
    let set = || Site::addressed("https://kheo.example.gov.vn");
    assert_eq!(picture(&set()), picture(&set()));
}
