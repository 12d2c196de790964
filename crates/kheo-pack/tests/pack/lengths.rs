//! Clocks that start under a condition or run as long as a field says, and duties of heads.

use jiff::civil::date;
use kheo_calendar::{Extension, LimitUnit};
use kheo_core::case::Part;
use kheo_core::duty::{OwedBy, Per};
use kheo_core::unit::Level;
use kheo_pack::{PackFiles, load};

use crate::files::read;

const ADDED: &str = r#"
[[field]]
id = "seen-by"
type = "choice"
required = true
privacy = "office"
choices = ["head", "deputy"]

[[field]]
id = "days"
type = "number"
required = true
privacy = "office"
least = "1"
most = "90"

[[clock]]
id = "promised"
starts = ["reopen"]
stops = ["answer", "refuse"]
when = 'chosen("seen-by", "head") && days_left("mending") < 5.0'
limit = { field = "days", unit = "working-days", roll = true }
extension = { times = 1 }
law = "Quy định mẫu"
law_en = "Sample rule"
confidence = "high"

[[duty]]
id = "mayor-looks"
level = "commune"
times = 1
per = "week"
until = 2025-06-30
field = "seen-by"
counts = ["head"]
law = "Quy định mẫu"
law_en = "Sample rule"
article = "7"
confidence = "high"
"#;

const WORDS: &str = "field-seen-by = Ai đã xem\nfield-days = Số ngày\nchoice-head = Trưởng\n\
    choice-deputy = Phó\nclock-promised = Hẹn\nduty-mayor-looks = Đi xem\n";

/// A pack with a clock that a field counts and a duty, after `old` has become `new` in it.
fn changed(old: &str, new: &str) -> PackFiles {
    let mut files = read("tests/packs/small");
    let report = files["roads/report.toml"].replacen("form = [", "form = [\"seen-by\", ", 1);
    let report = report.replacen("retention", "requires = [\"place\"]\nretention", 1);
    let reopen = "to = \"received\"\nwho = [\"citizen\"]\nneeds = []\n";
    let report = report.replace(reopen, &format!("{reopen}asks = [\"days\"]\n")) + ADDED;
    assert!(report.contains(old), "{old}");
    files.insert("roads/report.toml".to_owned(), report.replacen(old, new, 1));
    for lang in ["vi", "en"] {
        files.get_mut(&format!("roads/words.{lang}.ftl")).unwrap().push_str(WORDS);
    }
    files
}

#[test]
fn a_field_counts_a_clock_and_a_duty_has_its_days() {
    let packs = load(&changed("", "")).unwrap();
    let kind = packs.rules.kinds.first().unwrap();
    assert!(kind.requires.contains(&Part::Place) && kind.requires.len() == 1);
    let clock = kind.clocks.last().unwrap();
    assert_eq!(clock.counted_by.as_ref().map(kheo_core::id::FieldId::as_str), Some("days"));
    let term = clock.terms.ordinary;
    assert_eq!((term.limit.count, term.limit.unit), (90, LimitUnit::WorkingDays));
    assert_eq!(term.extension, Some(Extension::Open { times: 1 }));
    assert_eq!(clock.when.as_ref().unwrap().facts().len(), 2);
    let duty = kind.duties.first().unwrap();
    assert_eq!((duty.owed_by, duty.per), (OwedBy::Level(Level::Commune), Per::Week));
    assert_eq!(duty.until, Some(date(2025, 6, 30)));
    assert_eq!(duty.rule.from, Some(kind.from));
}

#[test]
fn each_mistake_is_told_at_its_place() {
    let rows = [
        ("field = \"days\"", "field = \"dais\"", "KH0300: no field is called `dais`"),
        ("most = \"90\"", "", "KH0340: the field `days` cannot say how long clock `promised` runs"),
        ("most = \"90\"", "most = \"4000\"", "KH0340"),
        ("least = \"1\"\nmost = \"90\"", "least = \"0.5\"\nmost = \"90\"", "KH0340"),
        ("least = \"1\"\nmost = \"90\"", "least = \"0\"\nmost = \"90\"", "KH0340"),
        ("field = \"days\"", "field = \"seen-by\"", "KH0340"),
        (
            "starts = [\"reopen\"]",
            "starts = [\"reopen\", \"note\"]",
            "KH0341: clock `promised` can",
        ),
        ("starts = [\"reopen\"]", "starts = [\"registration\"]", "KH0341"),
        (
            "\"working-days\", roll = true }\nextension = { times = 1 }\n",
            "\"working-days\", roll = true }\ncomplex = { count = 9 }\n",
            "KH0210: `complex` is not a field here",
        ),
        ("chosen(\"seen-by\", \"head\")", "chosen(\"seen-by\", \"heed\")", "KH0304: `heed`"),
        ("days_left(\"mending\")", "days_left(\"mend\")", "KH0303: no clock is called `mend`"),
        ("days_left(\"mending\") < 5.0", "days_left(\"mending\")", "KH0269"),
        (
            "requires = [\"place\"]",
            "requires = [\"where\"]",
            "KH0215: `requires` cannot be `where`",
        ),
        ("counts = [\"head\"]", "counts = [\"chief\"]", "KH0304: `chief`"),
        ("counts = [\"head\"]", "counts = []", "KH0213: `counts` is empty"),
        ("field = \"seen-by\"\ncounts", "field = \"days\"\ncounts", "KH0342: the field `days`"),
        ("form = [\"seen-by\", ", "form = [\"days\", ", "KH0342: the field `seen-by`"),
        (
            "field = \"seen-by\"\ncounts",
            "field = \"seen\"\ncounts",
            "KH0300: no field is called `seen`",
        ),
        ("level = \"commune\"", "level = \"village\"", "KH0215: `level` cannot be `village`"),
        ("per = \"week\"", "per = \"day\"", "KH0215: `per` cannot be `day`"),
        ("week\"\nuntil = 2025-06-30", "week\"\nuntil = 2010-06-30", "KH0239"),
        ("times = 1\nper", "times = 0\nper", "KH0216: `times` lies outside 1 to 7"),
        ("id = \"mayor-looks\"", "id = \"mayor-sees\"", "KH0280: `duty-mayor-sees` has no text"),
    ];
    for (old, new, wanted) in rows {
        let told: Vec<String> = load(&changed(old, new))
            .err()
            .unwrap_or_default()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(told.iter().any(|line| line.contains(wanted)), "{new}: {wanted}\n{told:#?}");
    }
}
