//! `kheo erase`: what a case says of persons is gone, and all pages say so.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{Server, city, kheo, text};
use crate::served::get;

const CODE: &str = "KN-2015-0001";
const FOLLOW: &str = "KN-2015-0001-WXHY";
const ASKED: &str = "bị vỡ nắp từ ngày 19/10/2015";

fn holds(folder: &Path) -> bool {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file()).any(|path| {
        let bytes = fs::read(path).unwrap();
        bytes.windows(ASKED.len()).any(|window| window == ASKED.as_bytes())
    })
}

#[test]
fn an_erased_case_is_gone_from_the_disk_and_told_on_every_page() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    let path = text(&data);
    kheo(&["backup", &path, "--data", city()]).well();
    assert!(holds(&data), "the search finds what is there");
    let erase = |code: &str, by: &str| {
        kheo(&[
            "erase",
            code,
            "--data",
            &path,
            "--by",
            by,
            "--reason",
            "Người gửi đề nghị xóa",
            "--law",
            "Quyết định minh họa, Điều 1",
        ])
    };
    assert!(erase("KN-2015-9999", "bac-kan-chu-tich").refused().contains("KN-2015-9999"));
    assert!(erase(CODE, "nobody").refused().contains("nobody"));
    for other in ["duc-xuan-chu-tich", "song-cau-tiep-dan", "bac-kan-thanh-tra-vien"] {
        let said = erase(CODE, other).refused();
        assert!(said.contains(other) && said.contains("decides no erasure"), "{said}");
    }
    assert!(holds(&data), "what is refused changes nothing");

    let said = erase(CODE, "bac-kan-chu-tich").well();
    assert!(said.contains(CODE) && said.contains("backups"), "{said}");
    assert!(!holds(&data));
    assert!(erase(CODE, "bac-kan-chu-tich").refused().contains("was erased before"));
    kheo(&["ledger", "check", "--data", &path]).well();
    kheo(&["ledger", "rebuild", "--data", &path]).well();
    kheo(&["ledger", "check", "--data", &path]).well();
    let all = text(&folder.path().join("all.jsonl"));
    kheo(&["export", "--jsonl", "--data", &path, "--out", &all]).well();
    assert!(!holds(folder.path()));

    let server = Server::start(&["serve", "--data", &path, "--listen", "127.0.0.1:0"]);
    for page in [format!("/follow/{FOLLOW}?lang=vi"), format!("/receipt/{FOLLOW}")] {
        let shown = get(&server, &page);
        assert!(shown.starts_with("HTTP/1.1 200") || shown.starts_with("HTTP/1.1 303"), "{shown}");
    }
    let shown = get(&server, &format!("/follow/{FOLLOW}"));
    assert!(shown.contains("Nội dung đã bị xóa ngày"), "{shown}");
    assert!(shown.contains("Chủ tịch UBND thành phố Bắc Kạn"), "{shown}");
    assert!(shown.contains("Người gửi đề nghị xóa (Quyết định minh họa, Điều 1)"), "{shown}");
    assert!(!shown.contains("sửa cống qua đường"), "{shown}");
    let receipt = get(&server, &format!("/follow/{FOLLOW}/receipt.tlog-proof"));
    assert!(receipt.starts_with("HTTP/1.1 200"), "{receipt}");
    let letter = get(&server, &format!("/follow/{FOLLOW}/letters/1/letter.pdf"));
    assert!(letter.starts_with("HTTP/1.1 410"), "{letter}");
    assert!(get(&server, "/follow/KN-2015-0001-AAAA").starts_with("HTTP/1.1 404"));
}
