//! What an official reads of each sort of change, in both languages.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kheo_core::rules::Difference;
use kheo_words::{Lang, Words};

use super::telling::Telling;
use super::wording::reworded;
use crate::packs;

static FILES: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| packs::files(None, None).unwrap());

/// A folder of packs in which some texts are others: file, what stands there, what stands there then.
fn with(changes: &[(&str, &str, &str)]) -> (kheo_pack::Packs, Words) {
    let mut files = FILES.clone();
    for (file, old, new) in changes {
        let text = files.get_mut(*file).unwrap();
        assert!(text.contains(old), "{old} is not in {file}");
        *text = text.replacen(old, new, 1);
    }
    let packs = kheo_pack::load(&files).unwrap_or_else(|problems| panic!("{problems:?}"));
    let words: Vec<(Lang, String)> = packs
        .words
        .iter()
        .map(|(tag, text)| (Lang::from_tag(tag).unwrap(), text.clone()))
        .collect();
    let words = Words::load(&words).unwrap();
    (packs, words)
}

static BEFORE: LazyLock<(kheo_pack::Packs, Words)> = LazyLock::new(|| with(&[]));

/// What is told of such a folder, beside the packs inside the program.
fn told(changes: &[(&str, &str, &str)]) -> [String; 2] {
    let ((before, words_before), (after, words_after)) = (&*BEFORE, with(changes));
    let difference = Difference::between(&before.rules, &after.rules);
    [Lang::Vi, Lang::En].map(|lang| {
        let telling =
            Telling { before: words_before.in_lang(lang), after: words_after.in_lang(lang) };
        let told = telling.lines(&difference, &reworded(before, &after)).join("\n");
        assert!(!told.contains('⟨'), "a word is missing: {told}");
        told
    })
}

const KIND: &str = "recommendation/recommendation.toml";

#[track_caller]
fn assert_told(changes: &[(&str, &str, &str)], vietnamese: &[&str], english: &[&str]) {
    for (told, parts) in told(changes).iter().zip([vietnamese, english]) {
        for part in parts {
            assert!(told.contains(part), "“{part}” is not in:\n{told}");
        }
    }
}

#[test]
fn a_limit_that_is_changed_where_it_stands_is_told_with_whom_it_concerns() {
    assert_told(
        &[(KIND, "count = 20", "count = 15")],
        &[
            "áp dụng từ 01/07/2014: sửa tại chỗ.",
            "cả đơn đang giải quyết",
            "thời hạn: 20 ngày làm việc → 15 ngày làm việc",
            "Có 1 thay đổi đối với đơn đang giải quyết.",
        ],
        &[
            "in force from 1 July 2014: changed where it stands.",
            "For cases that run too",
            "limit: 20 working days → 15 working days",
            "1 change concerns cases that run.",
        ],
    );
}

/// What is changed in the file of the kind, and what an official reads in Vietnamese and in English.
type Row = ((&'static str, &'static str), &'static [&'static str], &'static [&'static str]);

const ROWS: &[Row] = &[
    (
        (
            "[[topic]]\nid = \"waste\"\ncompetent = \"commune\"",
            "[[topic]]\nid = \"waste\"\ncompetent = \"province\"",
        ),
        &["Đối với cả đơn đang giải quyết", "cấp có thẩm quyền: cấp xã → cấp tỉnh"],
        &["For cases that run too", "competent level: commune → province"],
    ),
    (
        (
            "stops = [\"answer\", \"refuse\"]",
            "stops = [\"answer\", \"refuse\"]\nlapses = [\"note\"]",
        ),
        &["không còn khi: ghi chú"],
        &["lapses with: note"],
    ),
    (
        ("[[topic]]\nid = \"waste\"\ncompetent = \"commune\"\n", ""),
        &["Lĩnh vực “", "”: bỏ"],
        &["Topic “", "”: gone"],
    ),
    (
        ("id = \"assigned\"\nphase = \"open\"", "id = \"assigned\"\nphase = \"waiting\""),
        &["tình trạng: đang giải quyết → chờ bên ngoài"],
        &["phase: open → waits for somebody outside"],
    ),
    (
        ("needs = [\"text\", \"proof\"]", "needs = [\"text\"]"),
        &[
            "phải kèm: minh chứng; nội dung → nội dung",
            "loại minh chứng: bỏ (trước đây: ảnh hoặc văn bản)",
        ],
        &[
            "has to come with: proof; words → words",
            "sort of proof: gone (before: picture or document)",
        ],
    ),
    (
        (
            "from = [\"accepted\", \"assigned\"]\nto = \"assigned\"",
            "from = [\"accepted\"]\nto = \"assigned\"",
        ),
        &["thực hiện được ở bước: "],
        &["possible at the steps: "],
    ),
    (
        (
            "who = [\"citizen\"]\nneeds = [\"text\"]",
            "who = [\"citizen\", \"clerk\"]\nneeds = [\"text\"]",
        ),
        &["ai được thực hiện: người dân → người dân; tiếp dân"],
        &["who may take it: citizen → citizen; reception"],
    ),
    (
        ("days = 30", "days = 45"),
        &["dứt điểm khi không có ý kiến trong: 30 ngày → 45 ngày"],
        &["kept closed after so long without word: 30 days → 45 days"],
    ),
    (
        ("days = 30\nlaw", "days = 30\narticle = \"7\"\nlaw"),
        &["căn cứ của thời gian chờ đó: Quy ước của địa phương (chưa xác nhận) → "],
        &["basis of that time: Local practice (unconfirmed) → "],
    ),
    (
        ("letter = \"acceptance\"", ""),
        &["văn bản được lập: bỏ (trước đây: Thông báo thụ lý)"],
        &["letter that is made: gone (before: "],
    ),
    (
        (
            "starts = [\"registration\", \"reopen\"]",
            "starts = [\"registration\", \"accept\", \"reopen\"]",
        ),
        &["bắt đầu khi: tiếp nhận; giải quyết lại → thụ lý; tiếp nhận; giải quyết lại"],
        &["starts with: registration; it is reopened → acceptance; registration; it is reopened"],
    ),
    (
        ("roll = true }", "roll = false }"),
        &["20 ngày làm việc, kể cả khi hết hạn vào ngày nghỉ"],
        &["20 working days, even when that is a day off"],
    ),
    (
        (
            "roll = true }\nlaw = \"Quy ước của địa phương\"\nlaw_en = \"Local practice\"\nconfidence = \"unconfirmed\"",
            "roll = true }\nlaw = \"Quy ước của địa phương\"\nlaw_en = \"Local practice\"\narticle = \"9\"\nconfidence = \"medium\"",
        ),
        &[
            "căn cứ: Quy ước của địa phương (chưa xác nhận) → Điều 9 Quy ước của địa phương (nguồn thứ cấp)",
        ],
        &["basis: Local practice (unconfirmed) → Local practice, article 9 (second-hand)"],
    ),
    (
        ("public = [\"subject\", \"answer\", \"refusal\"]", "public = [\"subject\"]"),
        &["công khai: trả lời; lý do từ chối; tiêu đề → tiêu đề"],
        &["public: answer; reason of a refusal; subject → subject"],
    ),
    (
        ("receipt = \"receipt\"\n", ""),
        &["văn bản khi tiếp nhận: bỏ (trước đây: Giấy biên nhận)"],
        &["letter at registration: gone (before: "],
    ),
    (
        ("prefix = \"KN\"", "prefix = \"KD\""),
        &["chữ đầu của mã: “KN” → “KD”", "Không có thay đổi nào đối với đơn đang giải quyết."],
        &["letters of its codes: “KN” → “KD”", "Nothing changes for cases that run."],
    ),
    (
        ("from = 2014-07-01", "from = 2014-07-01\nuntil = 2026-12-31"),
        &["ngày cuối áp dụng cho đơn mới: 31/12/2026"],
        &["last day for new cases: 31 December 2026"],
    ),
    (
        ("from = 2014-07-01", "from = 2015-01-01"),
        &[
            "CẢNH BÁO: Kiến nghị, áp dụng từ 01/07/2014: phiên bản bị bỏ.",
            "áp dụng từ 01/01/2015: phiên bản mới, nội dung không khác phiên bản áp dụng từ 01/07/2014.",
        ],
        &[
            "WARNING: Recommendation, in force from 1 July 2014: this version is gone.",
            "in force from 1 January 2015: a new version that says the same as the one in force from 1 July 2014.",
        ],
    ),
];

#[test]
fn each_sort_of_change_is_told_in_words() {
    for ((old, new), vietnamese, english) in ROWS {
        assert_told(&[(KIND, old, new)], vietnamese, english);
    }
}

#[test]
fn a_limit_that_may_be_extended_and_stands_still_is_told() {
    let stops = "stops = [\"answer\", \"refuse\"]";
    let more =
        "stops = [\"answer\", \"refuse\"]\npauses = true\nextension = { times = 1, count = 10 }";
    let extend = "deed = \"extend\"\nfrom = [\"assigned\"]\nwho = [\"head\"]\nneeds = [\"text\", \"length\"]";
    let note = "deed = \"note\"\nfrom = [\"received\", \"accepted\", \"assigned\", \"answered\"]\n\
                who = [\"clerk\", \"handler\", \"head\"]\nneeds = [\"text\"]";
    assert_told(
        &[(KIND, stops, more), (KIND, note, extend)],
        &[
            "tạm dừng khi chờ bên ngoài: không → có",
            "gia hạn: tối đa 1 lần, mỗi lần không quá 10 ngày làm việc",
            "ý nghĩa: ghi chú → gia hạn",
        ],
        &[
            "is waited for: no → yes",
            "extension: once, by at most 10 working days",
            "meaning: note → extension",
        ],
    );
}

#[test]
fn a_limit_for_remote_areas_is_told_with_the_matters_it_is_about() {
    assert_told(
        &[
            (KIND, "needs = []", "needs = [\"circumstances\"]"),
            (KIND, "starts = [\"registration\", \"reopen\"]", "starts = [\"accept\", \"reopen\"]"),
            (KIND, "roll = true }", "roll = true }\nremote = { count = 30 }"),
            // The receipt cannot name a limit that begins with the acceptance.
            (KIND, "receipt = \"receipt\"", "receipt = \"receipt-undated\""),
        ],
        &["thời hạn, vụ việc thông thường, vùng sâu, vùng xa: 30 ngày làm việc"],
        &["limit, ordinary matters in remote areas: 30 working days"],
    );
}

#[test]
fn what_is_changed_beside_the_kinds_is_told() {
    let letter = "letters/transfer.toml";
    let about = FILES.get(letter).unwrap().lines().find(|line| line.starts_with("about")).unwrap();
    assert_told(
        &[(letter, about, "about = \"chuyển vụ việc { $code }\"")],
        &["Ngoài các loại vụ việc:", "Văn bản “Phiếu chuyển”", "→ “chuyển vụ việc { $code }”"],
        &["Beside the kinds of case:", "subject: “", "→ “chuyển vụ việc { $code }”"],
    );
    assert_told(
        &[("election/measures.toml", "period = \"half\"", "period = \"year\"")],
        &[
            "Đối với số liệu, nhiệm vụ của người đứng đầu và báo cáo sơ kết:",
            "kỳ báo cáo: 6 tháng → năm",
        ],
        &["For figures, duties of heads and the review:", "reported for: half a year → a year"],
    );
}

#[test]
fn words_that_read_differently_are_told() {
    assert_told(
        &[
            ("recommendation/words.vi.ftl", "action-assign = ", "action-assign = Phân công: "),
            ("recommendation/words.en.ftl", "clock-answer = ", "clock-answer = The long "),
        ],
        &[
            "Chữ trên màn hình và trong báo cáo:",
            "action-assign (vi): “Giao người giải quyết” → “Phân công: Giao người giải quyết”",
            "Không có thay đổi nào đối với đơn đang giải quyết.",
        ],
        &["clock-answer (en): “", "Nothing changes for cases that run."],
    );
}

#[test]
fn nothing_changed_is_said() {
    let [vietnamese, english] = told(&[]);
    assert_eq!(vietnamese, "Hai bản quy định như nhau: không có gì thay đổi.");
    assert_eq!(english, "Both say the same: nothing changes.");
}
