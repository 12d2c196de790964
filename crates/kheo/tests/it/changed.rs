//! Changing a rule: what other packs change, and how past cases stand under them.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{Ended, Rows, city, copy, kheo, pdf, text, top};

const KIND: &str = "recommendation/recommendation.toml";

/// A folder with the packs of the source tree, in one file of which one text is another.
struct Packs {
    folder: TempDir,
}

impl Packs {
    fn with(old: &str, new: &str) -> Self {
        let folder = TempDir::new().unwrap();
        copy(&top().join("packs"), &folder.path().join("packs"));
        let packs = Self { folder };
        packs.write(KIND, |was| {
            assert!(was.contains(old), "{old}");
            was.replacen(old, new, 1)
        });
        packs
    }

    /// The limit of an answer is 15 working days where it stands.
    fn in_place() -> Self {
        Self::with("count = 20", "count = 15")
    }

    /// The limit of an answer is 15 working days for cases registered from 1 April 2016 on.
    fn from_april() -> Self {
        let packs = Self::with("from = 2014-07-01", "from = 2014-07-01\nuntil = 2016-03-31");
        let old = fs::read_to_string(packs.path().join(KIND)).unwrap();
        let new = old.replacen("from = 2014-07-01\nuntil = 2016-03-31", "from = 2016-04-01", 1);
        let new = new.replacen("count = 20", "count = 15", 1);
        fs::write(packs.path().join("recommendation/recommendation-2016.toml"), new).unwrap();
        packs
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("packs")
    }

    fn write(&self, file: &str, change: impl FnOnce(String) -> String) {
        let file = self.path().join(file);
        fs::write(&file, change(fs::read_to_string(&file).unwrap())).unwrap();
    }

    fn dir(&self) -> String {
        text(&self.path())
    }

    fn diff(&self, arguments: &[&str]) -> Ended {
        kheo(&[&["pack", "diff", &self.dir()], arguments].concat())
    }

    fn tried(&self, data: &str, arguments: &[&str]) -> Ended {
        kheo(&[&["pack", "try", &self.dir(), "--data", data], arguments].concat())
    }
}

fn json(said: &str) -> Value {
    serde_json::from_str(said).unwrap()
}

#[test]
fn a_limit_changed_where_it_stands_concerns_cases_that_run_and_ends_with_1() {
    let packs = Packs::in_place();
    let told = packs.diff(&["--lang", "vi"]);
    assert_eq!(told.code, Some(1), "{}", told.complained);
    assert!(told.said.contains("các bộ có sẵn trong chương trình →"), "{}", told.said);
    assert!(told.said.contains("20 ngày làm việc → 15 ngày làm việc"), "{}", told.said);
    let told = packs.diff(&["--json"]);
    let changed = &json(&told.said)["versions"][0];
    assert_eq!(changed["kind"], "recommendation");
    assert_eq!((&changed["from"], &changed["fate"]), (&"2014-07-01".into(), &"changed".into()));
    assert_eq!(changed["changes"][0]["concerns"], "running");
    assert_eq!(changed["changes"][0]["after"]["en"], "15 working days");
}

#[test]
fn a_new_version_concerns_new_cases_only_and_ends_with_0() {
    let packs = Packs::from_april();
    let told = packs.diff(&[]).well();
    for part in [
        "in force from 1 April 2016: a new version.",
        "Unlike the version in force from 1 July 2014:",
        "limit: 20 working days → 15 working days",
        "last day for new cases: 31 March 2016",
        "Nothing changes for cases that run.",
    ] {
        assert!(told.contains(part), "{part} is not in: {told}");
    }
    let source = text(&top().join("packs"));
    let back = kheo(&["pack", "diff", &packs.dir(), &source]);
    assert_eq!(back.code, Some(1), "a version that is gone leaves cases without rules");
    assert!(back.said.contains("WARNING: Recommendation, in force from 1 April 2016"));
}

#[test]
fn other_words_are_told_and_concern_no_case() {
    let packs = Packs::with("prefix = \"KN\"", "prefix = \"KN\"");
    packs.write("recommendation/words.en.ftl", |was| {
        was.replacen("clock-answer = ", "clock-answer = Whole ", 1)
    });
    let told = json(&packs.diff(&["--json"]).well());
    assert_eq!(told["words"][0]["after"], "Whole Time to answer");
    assert_eq!(told["words"].as_array().map(Vec::len), Some(1));
}

#[test]
fn packs_that_say_the_same_differ_in_nothing() {
    let source = text(&top().join("packs"));
    assert!(kheo(&["pack", "diff", &source]).well().contains("nothing changes"));
    let told = json(&kheo(&["pack", "diff", &source, &source, "--json"]).well());
    assert_eq!(told["versions"].as_array().map(Vec::len), Some(0));
}

/// Two recommendations: one answered after 16 working days, one not answered yet.
fn two_cases() -> Rows {
    let cases = "KN-2016-0001,recommendation,dao,roads,2016-04-11,Đường hỏng,Đường thôn Một hỏng nặng.,,Nguyễn Thị Lan,,,demonstration,\n\
                 KN-2016-0002,recommendation,dao,roads,2016-03-01,Cầu hỏng,Cầu thôn Hai hỏng nặng.,,,,,demonstration,";
    let acts = "KN-2016-0001,2016-04-12,accept,dao-clerk,,,,\n\
                KN-2016-0001,2016-04-12,assign,dao-clerk,,,dao-handler,\n\
                KN-2016-0001,2016-05-06,answer,dao-handler,Đã sửa xong toàn bộ mặt đường.,,,proof.pdf";
    let posts = "dao-clerk,dao,clerk,Cán bộ tiếp dân,Clerk\n\
                 dao-handler,dao,handler,Công chức,Handler";
    let rows = Rows::of_a_city().write("posts.csv", posts).write("cases.csv", cases);
    let rows = rows.write("acts.csv", acts);
    fs::create_dir(rows.beside("rows/files")).unwrap();
    rows.put("files/proof.pdf", pdf())
}

#[test]
fn past_cases_show_what_would_have_been_late() {
    let rows = two_cases();
    rows.import("en").well();
    let said = Packs::in_place().tried(&rows.data(), &["--until", "2016-04-30"]).well();
    for part in [
        "Recommendation: 2 cases",
        "in time: 1 → 0",
        "late: 0 → 1",
        "running, overdue: 1 → 1",
        "KN-2016-0001, Time to answer, done on 6 May 2016: in time (due 12 May 2016) → late (due 5 May 2016)",
        "1 case is judged differently.",
        "Nothing was changed.",
    ] {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    assert!(!said.contains("Lan") && !said.contains("hỏng"), "{said}");
    assert_eq!(kheo(&["ledger", "check", "--data", &rows.data()]).code, Some(0));
}

#[test]
fn a_version_judges_the_cases_that_begin_under_it_or_all_when_asked() {
    let rows = two_cases();
    rows.import("en").well();
    let packs = Packs::from_april();
    let told = |arguments: &[&str]| {
        json(&packs.tried(&rows.data(), &[arguments, &["--json"]].concat()).well())
    };
    assert_eq!(told(&[])["changed"], 1);
    assert_eq!(told(&["--until", "2016-03-31"])["changed"], 0);
    assert_eq!(told(&["--until", "2016-03-31"])["cases"], 1);
    assert_eq!(told(&["--since", "2016-04-01", "--law-on", "2016-01-04"])["changed"], 0);
    let none = packs.tried(&rows.data(), &["--since", "2020-01-01"]).well();
    assert!(none.contains("no case to try"), "{none}");
}

#[test]
fn what_new_rules_do_not_allow_is_told_with_its_reason() {
    let rows = two_cases();
    rows.import("en").well();
    let packs = Packs::with("id = \"assign\"\ndeed", "id = \"entrust\"\ndeed");
    let words = |file: &str, entry: &str| {
        packs.write(file, |was| {
            assert!(was.contains("action-assign ="), "{file}");
            was.replacen("action-assign =", entry, 1)
        });
    };
    words("recommendation/words.vi.ftl", "action-entrust = Giao\naction-assign =");
    words("recommendation/words.en.ftl", "action-entrust = Entrust\naction-assign =");
    let said = packs.tried(&rows.data(), &["--kind", "recommendation"]).well();
    assert!(said.contains("KN-2016-0001, 12 April 2016, Assign: "), "{said}");
    assert!(said.contains("no action “assign”"), "{said}");
    assert!(said.contains("1 case cannot be run again."), "{said}");
}

/// Packs that call a clock otherwise have no words for the one that past cases ran by.
#[test]
fn a_clock_that_the_packs_do_not_have_keeps_its_name() {
    let rows = two_cases();
    rows.import("en").well();
    let packs = Packs::with("id = \"answer\"\nstarts", "id = \"reply\"\nstarts");
    for (lang, clock) in [("vi", "Hạn trả lời"), ("en", "Time to reply")] {
        packs.write(&format!("recommendation/words.{lang}.ftl"), |was| {
            format!("{was}clock-reply = {clock}\n")
        });
    }
    let told =
        |lang| packs.tried(&rows.data(), &["--kind", "recommendation", "--lang", lang]).well();
    let (vietnamese, english) = (told("vi"), told("en"));
    for name in ["Hạn trả lời (thực tế", "Thời hạn trả lời (thực tế"] {
        assert!(vietnamese.contains(name), "{name} is not in: {vietnamese}");
    }
    for said in [&vietnamese, &english] {
        assert!(!said.contains('⟨') && !said.contains("clock-"), "{said}");
    }
}

#[test]
fn the_demonstration_stands_the_same_under_its_own_packs() {
    let source = text(&top().join("packs"));
    let told = json(&kheo(&["pack", "try", &source, "--data", city(), "--json"]).well());
    assert_eq!((&told["changed"], &told["refused"]), (&0.into(), &0.into()));
    assert!(told["cases"].as_u64().unwrap() > 500);
    let told = json(&Packs::in_place().tried(city(), &["--json"]).well());
    assert!(told["changed"].as_u64().unwrap() > 10);
    let kinds = told["kinds"].as_array().unwrap();
    let own = kinds.iter().find(|kind| kind["kind"] == "recommendation").unwrap();
    let all = |side: &str| -> u64 {
        own["clocks"]["answer"][side].as_object().unwrap().values().filter_map(Value::as_u64).sum()
    };
    assert_eq!(all("before"), all("after"), "no run is lost");
}

#[test]
fn what_cannot_be_compared_or_tried_is_refused() {
    let packs = Packs::in_place();
    let missing = text(&packs.folder.path().join("nowhere"));
    assert!(kheo(&["pack", "diff", &missing]).refused().contains("nowhere"));
    assert!(kheo(&["pack", "diff"]).refused().contains("pack diff --help"));
    assert!(packs.tried(&missing, &[]).refused().contains("nowhere"));
    let said = packs.tried(city(), &["--kind", "parade"]).refused();
    assert!(said.contains("parade") && said.contains("recommendation"), "{said}");
    let law = ["--kind", "recommendation", "--law-on", "2001-01-01"];
    assert!(packs.tried(city(), &law).refused().contains("--law-on"));
    let span = ["--since", "2016-02-01", "--until", "2016-01-01"];
    assert!(packs.tried(city(), &span).refused().contains("--until"));
    let faulty = Packs::with("to = \"accepted\"", "to = \"acepted\"");
    for said in [faulty.diff(&[]).refused(), faulty.tried(city(), &[]).refused()] {
        assert!(said.contains("acepted") && said.contains("kheo pack check"), "{said}");
        assert!(said.contains(&*Path::new(KIND).to_string_lossy()), "{said}");
    }
}
