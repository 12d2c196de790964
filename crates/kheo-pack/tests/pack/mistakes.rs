use jiff::civil::date;
use kheo_calendar::{Calendar, Confidence, DayOff, Extension};
use kheo_core::case::{Circumstances, Complexity};
use kheo_pack::{PackFiles, load};

use crate::files::read;

const SMALL: &str = "tests/packs/small";

/// What is wrong, as `file:line:column: code: message`.
fn errors(files: &PackFiles) -> Vec<String> {
    load(files).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

fn changed(file: &str, old: &str, new: &str) -> PackFiles {
    let mut files = read(SMALL);
    let text = files.get_mut(file).unwrap();
    assert!(text.contains(old), "{file} has no {old:?}");
    *text = text.replacen(old, new, 1);
    files
}

#[test]
fn a_good_pack_becomes_rules() {
    let packs = load(&read(SMALL)).unwrap();
    assert_eq!(packs.packs.first().map(|pack| pack.title_en.as_str()), Some("Roads"));
    assert_eq!(packs.words.len(), 4);
    let rules = packs.rules;
    assert_eq!(rules.kinds.len(), 1);
    let stocks: Vec<(&str, bool)> =
        rules.measures.values().map(|measure| (measure.id.as_str(), measure.stock)).collect();
    assert_eq!(stocks, [("length-broken", true), ("length-mended", false)]);
    assert_eq!(rules.review.sections, ["government", "front"]);
    let themes: Vec<&str> = rules.review.paragraphs.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(themes, ["roads", "bridges"]);
    assert_eq!(rules.review.indicators.len(), 2);
}

#[test]
fn only_what_numbers_are_counted_in_may_differ_for_one_and_more() {
    let kilometres = "measured-in-kilometre = { $n } km";
    let chosen = |one: &str| {
        let text = format!(
            "measured-in-kilometre = {{ $count ->\n    [one] {one}\n   *[other] {{ $n }} km\n}}"
        );
        errors(&changed("words.en.ftl", kilometres, &text))
    };
    assert_eq!(chosen("{ $n } kilometre"), Vec::<String>::new());
    let silent = chosen("a kilometre");
    assert!(silent.len() == 1 && silent[0].contains("KH0283"), "{silent:?}");
    let other = "section-front = { $count ->\n   *[other] Front\n}";
    let other = errors(&changed("words.en.ftl", "section-front = Front and organisations", other));
    assert!(other.iter().any(|error| error.contains("KH0284")), "{other:?}");
}

#[test]
fn a_clock_has_terms_for_what_is_complex_or_remote() {
    let packs = load(&read(SMALL)).unwrap();
    let clock = &packs.rules.kinds[0].clocks[1];
    let rows = [
        (Complexity::Ordinary, false, 15, Some(Extension::Times { times: 1, count: 5 })),
        (Complexity::Complex, false, 20, Some(Extension::Total { count: 30 })),
        (Complexity::Ordinary, true, 25, None),
        (Complexity::Complex, true, 40, None),
    ];
    for (complexity, remote, count, extension) in rows {
        let term = clock.terms.under(Circumstances { complexity, remote });
        assert_eq!((term.limit.count, term.extension), (count, extension));
    }
    assert_eq!(clock.rule.article.as_deref(), Some("6"));
    assert_eq!(clock.rule.confidence, Confidence::High);
    assert!(clock.pauses);
}

#[test]
fn the_calendar_of_the_folder_corrects_the_one_inside() {
    let calendar = load(&read(SMALL)).unwrap().rules.calendar;
    assert_eq!(calendar.version(), "duong-1");
    let off = |day| calendar.day_off(day).unwrap();
    assert_eq!(off(date(2027, 2, 4)), Some(DayOff::Tet));
    assert_eq!(off(date(2027, 9, 3)), Some(DayOff::NationalDay));
    assert_eq!(off(date(2026, 11, 24)), Some(DayOff::CultureDay));
    assert_eq!(off(date(2026, 1, 2)), None, "the swap of the table is taken back");
    assert_eq!(off(date(2027, 4, 29)), Some(DayOff::Swap));
    assert_eq!(calendar.hours(date(2016, 5, 4)).unwrap().source, "Quyết định mẫu");
    assert_eq!(calendar.roll().source, "Quy chế mẫu");
    let mut without = read(SMALL);
    without.remove("calendar.toml");
    assert_eq!(load(&without).unwrap().rules.calendar, Calendar::vietnam());
}

/// One mistake in a good pack, and all that its author is told: see `mistakes.txt`, where each block
/// has the file, the lines that go (`-`) and come (`+`), and what is told. `BLESS=1` writes anew what
/// is told.
#[test]
fn each_mistake_is_told_at_its_place() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/packs/mistakes.txt");
    let expected = std::fs::read_to_string(path).unwrap();
    let told: Vec<String> = expected.split("\n\n").map(told_again).collect();
    let told = told.join("\n\n") + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &told).unwrap();
    }
    for (told, expected) in told.split("\n\n").zip(expected.split("\n\n")) {
        assert_eq!(told, expected);
    }
}

/// The block with what is told now.
fn told_again(block: &str) -> String {
    let mut lines = block.lines();
    let file = lines.next().unwrap();
    let marked = |mark: &str| {
        let lines = block.lines().filter_map(|line| line.strip_prefix(mark));
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    };
    let head = block.lines().take_while(|line| line == &file || line.starts_with(['-', '+']));
    let told = errors(&changed(file, &marked("-"), &marked("+")));
    assert!(!told.is_empty(), "nobody tells what is wrong:\n{block}");
    head.map(str::to_owned).chain(told).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_topic_that_takes_no_name_stands_in_no_kind_that_asks_who_comes() {
    let nameless = "competent = \"commune\"\nnameless = true";
    let told = |from: &str, to: &str| {
        let mut files = changed("roads/report.toml", "competent = \"commune\"", nameless);
        let text = files.get_mut("roads/report.toml").unwrap();
        *text = text.replace(from, to);
        errors(&files)
    };
    let place = "roads/report.toml";
    let requires = told("prefix = \"BH\"", "prefix = \"BH\"\nrequires = [\"name\"]");
    assert!(requires[0].starts_with(&format!("{place}:14:12: KH0360: ")), "{requires:?}");
    let asks = told("privacy = \"office\"", "privacy = \"identity\"");
    assert!(asks[0].starts_with(&format!("{place}:13:12: KH0361: ")), "{asks:?}");
}

#[test]
fn a_formula_that_cannot_be_read_hides_no_other_mistake() {
    let mut files = changed("roads/report.toml", "days_since(", "days_sinse(");
    let text = files.get_mut("roads/report.toml").unwrap();
    *text = text.replacen("from = [\"received\"]", "from = [\"recieved\"]", 1);
    *text = text.replacen("who = [\"handler\", \"head\"]", "who = []", 1);
    let told = errors(&files);
    let codes: Vec<&str> = told.iter().filter_map(|one| one.split(": ").nth(1)).collect();
    assert_eq!(codes, ["KH0221", "KH0234", "KH0266"], "{told:?}");
}

#[test]
fn files_that_are_missing_or_astray_are_told() {
    let mut files = read(SMALL);
    files.remove("roads/words.en.ftl");
    files.insert("roads/old/report.toml".to_owned(), String::new());
    files.insert("roads/report.txt".to_owned(), String::new());
    files.insert("roads/README.md".to_owned(), "Notes".to_owned());
    files.insert("big/words.vi.ftl".to_owned(), "# long\n".repeat(40_000));
    let told = errors(&files);
    for line in [
        "roads/words.en.ftl:1:1: KH0205: `roads/words.en.ftl` is missing",
        "roads/old/report.toml:1:1: KH0204: `roads/old/report.toml` belongs to no pack",
        "roads/report.txt:1:1: KH0204: `roads/report.txt` belongs to no pack",
        "big/pack.toml:1:1: KH0205: `big/pack.toml` is missing",
        "big/words.vi.ftl:1:1: KH0201: the file has 280000 bytes; 262144 are allowed",
        "roads/report.toml:2:6: KH0280: `kind-report` has no text in the language `en`",
    ] {
        assert!(told.iter().any(|other| other == line), "{line}\n{}", told.join("\n"));
    }
    assert!(!told.iter().any(|line| line.contains("README")), "{}", told.join("\n"));
}

#[test]
fn names_that_clash_across_packs_are_told() {
    let mut files = read(SMALL);
    let copy: Vec<_> = files.iter().filter(|(path, _)| path.starts_with("roads/")).collect();
    let copy: PackFiles = copy
        .into_iter()
        .map(|(path, text)| {
            let text = text.replace("\"report\"", "\"notice\"").replace("report:", "notice:");
            (path.replace("roads/", "paths/"), text.replace("kind-report", "kind-notice"))
        })
        .collect();
    files.extend(copy);
    let told = errors(&files).join("\n");
    for line in [
        "paths/pack.toml:1:6: KH0206: the pack is called `roads`, its folder `paths`",
        "roads/measures.toml:2:6: KH0220: `length-mended` stands twice; first at paths/measures.toml:2",
        "roads/report.toml:3:10: KH0237: the codes of `notice` begin with `BH` too",
        "roads/review.toml:15:6: KH0220: `roads` stands twice; first at paths/review.toml:15",
        "roads/review.toml:17:9: KH0252: the paragraph at paths/review.toml:15 has the order 10",
        "roads/words.vi.ftl:4:1: KH0220: `step-received` stands twice; first at paths/words.vi.ftl:4",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
}

#[test]
fn versions_of_a_kind_may_follow_but_not_overlap() {
    let mut files = changed("roads/report.toml", "2014-07-01", "2014-07-01\nuntil = 2016-06-30");
    let later = |from: &str| read(SMALL)["roads/report.toml"].replace("2014-07-01", from);
    files.insert("roads/report-2016.toml".to_owned(), later("2016-07-01"));
    assert_eq!(errors(&files), Vec::<String>::new());
    files.insert("roads/report-2016.toml".to_owned(), later("2016-06-30"));
    assert_eq!(
        errors(&files),
        ["roads/report.toml:4:8: KH0236: this version of `report` overlaps with the one at \
          roads/report-2016.toml:4"]
    );
    files.insert("roads/report-2016.toml".to_owned(), later("2016-07-03"));
    assert_eq!(
        errors(&files),
        [
            "roads/report-2016.toml:4:8: KH0357: no version of `report` is in force after 2016-06-30 \
          and before 2016-07-03"
        ]
    );
}

#[test]
fn everything_wrong_is_told_at_once() {
    let mut files = changed("roads/report.toml", "phase = \"open\"", "phase = \"opened\"");
    let report = files["roads/report.toml"].replacen("competent", "competence", 1);
    files.insert("roads/report.toml".to_owned(), report);
    let review =
        files["roads/review.toml"].replace("100.0 *", "100 *").replace("cases:report", "cases:rep");
    files.insert("roads/review.toml".to_owned(), review);
    let words = files["roads/words.en.ftl"].replace("theme-roads", "theme-road");
    files.insert("roads/words.en.ftl".to_owned(), words);
    let codes: Vec<_> =
        load(&files).err().unwrap().into_iter().map(|error| (error.line, error.code())).collect();
    assert_eq!(
        codes,
        [
            (10, "KH0211"),
            (12, "KH0210"),
            (16, "KH0215"),
            (7, "KH0265"),
            (15, "KH0280"),
            (25, "KH0224"),
        ]
    );
}

#[test]
fn the_offending_text_is_underlined() {
    let found =
        load(&changed("roads/report.toml", "to = \"asked\"", "to = \"aksed\"")).unwrap_err();
    let error = found.first().unwrap();
    assert_eq!(
        error.underlined(&error.problem.to_string(), &error.problem.remedy()),
        "roads/report.toml:30:6: KH0221: no step is called `aksed`\n   \
            |\n\
         30 | to = \"aksed\"\n   \
            |      ^^^^^^^\n   \
            = Add a `[[step]]` of that name, or write one of these, the nearest first: asked, \
            mended, received.\n"
    );
    let long = format!("say-roads-reports = {}{{ $report }}.", "ặ".repeat(500));
    let found =
        load(&changed("roads/words.vi.ftl", "say-roads-reports = Tiếp nhận { $reports }.", &long));
    let found = found.unwrap_err();
    let lines: Vec<String> =
        found.last().unwrap().underlined("", "").lines().map(str::to_owned).collect();
    let column = |line: usize, what: &str| {
        lines[line].split_once(what).map(|(before, _)| before.chars().count())
    };
    assert_eq!(column(2, "report"), column(3, "^^^^^^"));
    assert!(lines[2].chars().count() < 130, "{}", lines[2]);
}

#[test]
fn texts_are_compared_in_one_normal_form() {
    let decomposed = "topic-surface = Ma\u{323}\u{306}t đươ\u{300}ng";
    let packs =
        load(&changed("roads/words.vi.ftl", "topic-surface = Mặt đường", decomposed)).unwrap();
    assert!(packs.words.iter().any(|(_, text)| text.contains("topic-surface = Mặt đường")));
}
