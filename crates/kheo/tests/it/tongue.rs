//! What the system, the database and the readers of files say reaches the reader in one language.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{Rows, copy, kheo, text, top};

/// Words of English sentences that no Vietnamese sentence has, and no path here.
const ENGLISH: [&str; 18] = [
    "the",
    "not",
    "is",
    "of",
    "or",
    "and",
    "no",
    "such",
    "denied",
    "error",
    "expected",
    "cannot",
    "invalid",
    "missing",
    "must",
    "file",
    "directory",
    "os",
];

/// The English words in a message, but for what it quotes.
fn english(said: &str) -> Vec<&str> {
    let words = said.split(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '.' | '-' | '_'));
    words.filter(|word| ENGLISH.contains(&word.to_lowercase().as_str())).collect()
}

/// A folder of packs in which `file` says `content` instead.
fn packs(folder: &Path, file: &str, content: &str) -> String {
    let packs = folder.join("packs");
    if packs.exists() {
        fs::remove_dir_all(&packs).unwrap();
    }
    copy(&top().join("packs"), &packs);
    fs::write(packs.join(file), content).unwrap();
    text(&packs)
}

#[test]
fn a_failure_in_vietnamese_has_no_english_in_it() {
    let folder = TempDir::new().unwrap();
    let (here, file) = (text(folder.path()), folder.path().join("thu.txt"));
    fs::write(&file, "một lá thư").unwrap();
    let (file, nowhere) = (text(&file), text(&folder.path().join("khong-co")));
    let inside = format!("{file}/x");
    let commands: [&[&str]; 14] = [
        &["pack", "check", &nowhere],
        &["pack", "check", &file],
        &["pack", "diff", &nowhere],
        &["pack", "diff", &inside],
        &["pack", "try", "x", "--data", &nowhere],
        &["pack", "draw", "complaint", "--out", &here],
        &["pack", "draw", "complaint", "--out", &format!("{nowhere}/x.svg")],
        &["calendar", "2016", "--calendar", &here],
        &["verify", &nowhere, "--key", KEY],
        &["verify", &here, "--key", KEY],
        &["import", &nowhere, "--data", &here],
        &["import", &file, "--data", &here],
        &["demo", "--no-serve", "--data", &inside],
        &["serve", "--data", &nowhere],
    ];
    for command in commands {
        let said = kheo(&[&["--lang", "vi"], command].concat()).refused();
        assert_eq!(english(&said), Vec::<&str>::new(), "{command:?}: {said}");
    }
    let said = kheo(&["--lang", "vi", "pack", "check", &nowhere]).refused();
    assert!(said.contains("không có tệp hoặc thư mục này"), "{said}");
    let said = kheo(&["--lang", "vi", "pack", "draw", "complaint", "--out", &here]).refused();
    assert!(said.contains("đây là thư mục, không phải tệp"), "{said}");
}

const KEY: &str = "kheo.localhost/bac-kan+8f1612c0+AVvcOb3/lNoKsLofi32h1r7MmJAsFwQPapPb0kPX3ZP7";

#[test]
fn what_is_no_toml_or_fluent_is_said_in_vietnamese() {
    let folder = TempDir::new().unwrap();
    let rows = [
        ("mediation/pack.toml", "title = \"Hòa giải\n", "thiếu dấu \""),
        ("mediation/pack.toml", "title =\n", "cần một giá trị"),
        ("mediation/pack.toml", "title = \"a\"\ntitle = \"b\"\n", "đã có ở trên"),
        ("mediation/pack.toml", "title = [\"a\" \"b\"]\n", "thiếu dấu phẩy"),
        ("mediation/pack.toml", "[title\n", "thiếu dấu ]"),
        ("mediation/pack.toml", "= 3\n", "thiếu tên khóa"),
        ("mediation/pack.toml", "title \"a\"\n", "thiếu dấu"),
        ("mediation/pack.toml", "title = 2016-13-45\n", "không đọc được"),
        ("mediation/words.vi.ftl", "hòa giải\n", "Fluent: "),
        ("mediation/words.vi.ftl", "x = { $y\n", "thiếu dấu }"),
        ("mediation/words.vi.ftl", "x =\n", "chưa có câu chữ"),
    ];
    for (file, content, why) in rows {
        let packs = packs(folder.path(), file, content);
        let ended = kheo(&["--lang", "vi", "pack", "check", &packs]);
        let said: Vec<&str> = ended
            .said
            .lines()
            .filter(|line| line.contains("KH0202") || line.contains("KH0203"))
            .collect();
        assert!(said.iter().any(|line| line.contains(why)), "{content}: {why}: {}", ended.said);
        for line in said {
            assert_eq!(english(line), Vec::<&str>::new(), "{content}: {line}");
        }
    }
}

#[test]
fn a_key_that_is_none_and_a_database_that_is_damaged_are_said_in_vietnamese() {
    let rows = Rows::of_a_city();
    rows.import("vi").well();
    let data = rows.data();
    let (key, anchor) = (format!("{data}/ledger.key"), format!("{data}/ledger.checkpoint"));
    let checked = || kheo(&["--lang", "vi", "ledger", "check", "--data", &data]).refused();
    for (file, content, why) in [
        (&key, "khoa", "ba phần"),
        (&key, "PRIVATE+KEY+a b+12345678+AAAA", "khóa"),
        (&anchor, "một\nhai\n", "mỗi thứ một dòng"),
    ] {
        fs::write(file, content).unwrap();
        fs::set_permissions(file, fs::Permissions::from_mode(0o600)).unwrap();
        let said = checked();
        assert!(said.contains(why), "{content}: {said}");
        assert_eq!(english(&said), Vec::<&str>::new(), "{said}");
        fs::remove_file(file).unwrap();
    }
    let database = format!("{data}/kheo.db");
    let mut bytes = fs::read(&database).unwrap();
    bytes.truncate(bytes.len() / 2);
    fs::write(&database, bytes).unwrap();
    let said = checked();
    assert_eq!(english(&said), Vec::<&str>::new(), "{said}");
}

#[test]
fn columns_that_no_comma_keeps_apart_are_explained() {
    let said = |content: &str| Rows::of_a_city().put("units.csv", content).import("vi").refused();
    for content in
        ["id;code;name\n1;2;3\n", "id\tcode\tname\n", "id;code;\"a,b\"\n", "id;code,name;x\n"]
    {
        let said = said(content);
        assert!(said.contains("dấu chấm phẩy hoặc dấu tab"), "{content}: {said}");
        assert!(!said.contains("thiếu cột"), "{content}: {said}");
    }
}

#[test]
fn a_number_that_no_limit_can_have_is_told_by_its_column() {
    let acts = "code,on,action,by,text,unit,post,proof,length\n\
                KN-2016-0001-WXHY,2016-05-04,extend,dao-clerk,,,,,70000\n";
    let said = Rows::of_a_city().put("acts.csv", acts).import("vi").refused();
    assert!(said.contains("acts.csv, dòng 2: cột “length”"), "{said}");
    let told: String = said.replace("“length”", "");
    assert_eq!(english(&told), Vec::<&str>::new(), "{said}");
}
