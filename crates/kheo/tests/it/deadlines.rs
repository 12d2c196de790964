//! Every limit that was gathered from the laws, asked of `kheo due` as an official asks it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;

use crate::program::kheo;

/// The limits, each with an event and the days that plain arithmetic gives.
const FACTS: &str = include_str!("../../../kheo-calendar/tests/data/deadlines.csv");
/// What each of them is called here.
const ASKED: &str = include_str!("deadlines.csv");

type Row = BTreeMap<String, String>;

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// What the program answers about a limit, as data.
fn told(fact: &Row, asked: &Row, more: &[&str]) -> Value {
    let ask = [
        "due",
        "--json",
        "--kind",
        &asked["kind"],
        "--step",
        &asked["step"],
        "--from",
        &fact["event"],
    ];
    // The law that applies: that of the event, or the first day of the law where the event comes before it.
    let law_on = ["--law-on", fact["event"].as_str().max(&fact["effective_from"])];
    let law_on = match fact["effective_to"].as_str() {
        "" => law_on,
        last => [law_on[0], law_on[1].min(last)],
    };
    let own = asked["more"].split_whitespace();
    let all: Vec<&str> =
        ask.into_iter().chain(law_on).chain(own).chain(more.iter().copied()).collect();
    serde_json::from_str(&kheo(&all).well()).unwrap()
}

/// The day that counting came to, before a setting moved it off a day off.
fn counted(due: &Value) -> &str {
    due["rolled"]["from"].as_str().or(due["on"].as_str()).unwrap_or_default()
}

/// How sure a source makes us: the least sure first.
fn sureness(confidence: &str) -> Option<usize> {
    ["unconfirmed", "medium", "high"].iter().position(|one| *one == confidence)
}

fn check(fact: &Row, asked: &Row) {
    let name = format!(
        "{} {} --kind {} --step {}",
        fact["procedure"], fact["step_to_event"], asked["kind"], asked["step"]
    );
    let plain = told(fact, asked, &[]);
    let rule = if fact["sense"] == "frequency" { &plain["rule"] } else { &plain["due"]["rule"] };
    let confidence = rule["confidence"].as_str().unwrap_or_default();
    // Where it is the article that is doubtful, the packs cite the act alone.
    let act_alone = fact["article"].contains('?') && rule["article"].is_null();
    let sure = sureness(&fact["confidence"]);
    assert!(act_alone || sureness(confidence) <= sure, "{name}: {confidence}");
    if let Some(articles) = rule["article"].as_str() {
        let article = fact["article"].replace(';', "; ");
        let rest = article.strip_prefix(articles);
        // One clock is what several points of its article say of ordinary and of complex matters.
        let points =
            fact["procedure"].starts_with("to_cao") && fact["step_to_event"] == "conclusion";
        let within = |rest: &str| {
            rest.is_empty() || rest.starts_with(' ') || points && rest.starts_with('.')
        };
        assert!(rest.is_some_and(within), "{name}: {articles}, not {article}");
    } else {
        let odd = fact["article"].contains([' ', '?']) || fact["article"].is_empty();
        assert!(odd || confidence == "unconfirmed", "{name} lacks its article {}", fact["article"]);
    }
    if fact["sense"] == "frequency" {
        assert_eq!(plain["times"].to_string(), fact["limit"], "{name}");
        assert_eq!(plain["due"], Value::Null, "{name}");
        return;
    }
    let due = &plain["due"];
    // What takes effect once a limit has passed is told by its first day, the one after.
    let follows = due["limit"]["sense"] == "after" && fact["sense"] != "after";
    let expected = |day: &str| -> String {
        let day: Date = day.parse().unwrap();
        (if follows { day.tomorrow().unwrap() } else { day }).to_string()
    };
    assert_eq!(due["limit"]["count"].to_string(), fact["limit"], "{name}");
    assert_eq!(counted(due), expected(&fact["due"]), "{name}");
    let moves = due["limit"]["roll"].as_bool().unwrap_or_default();
    let on = expected(if moves { &fact["rolled"] } else { &fact["due"] });
    assert_eq!(due["on"], on, "{name}");
    assert!(!moves || fact["procedure"] != "bau_cu", "{name}: elections never move");
    let extended = plain["latest"].as_object().map(|_| counted(&plain["latest"]));
    assert_eq!(extended.unwrap_or_default(), fact["extended"], "{name}, extended");
    if !fact["remote_due"].is_empty() {
        let remote = told(fact, asked, &["--remote"]);
        assert_eq!(counted(&remote["due"]), expected(&fact["remote_due"]), "{name}, remote");
        let extended = remote["latest"].as_object().map(|_| counted(&remote["latest"]));
        assert_eq!(extended.unwrap_or_default(), fact["remote_extended"], "{name}, remote");
    }
}

#[test]
fn every_limit_of_the_facts_is_answered_to_the_day() {
    let (facts, asked) = (rows(FACTS), rows(ASKED));
    assert_eq!((facts.len(), asked.len()), (103, 103));
    let pairs: Vec<(&Row, &Row)> = facts.iter().zip(&asked).collect();
    for (fact, asked) in &pairs {
        for key in ["procedure", "step_from_event", "step_to_event", "effective_from"] {
            assert_eq!(fact[key], asked[key], "the two tables go line by line");
        }
    }
    std::thread::scope(|threads| {
        for share in pairs.chunks(pairs.len().div_ceil(2)) {
            threads.spawn(move || share.iter().for_each(|(fact, asked)| check(fact, asked)));
        }
    });
}

#[test]
fn what_is_unconfirmed_is_printed_as_such() {
    let ask = ["due", "--kind", "dossier", "--step", "apology-by-the-day", "--from", "2018-06-22"];
    assert!(kheo(&[&ask[..], &["--lang", "vi"]].concat()).well().contains("Chưa có văn bản"));
    let posting = ["due", "--kind", "denunciation", "--step", "posting", "--from", "2025-08-20"];
    let said = kheo(&posting).well();
    assert!(said.contains("second-hand") || said.contains("not confirmed"), "{said}");
    // A resolution of 2026 may have shortened it.
    let notice = [
        "due",
        "--kind",
        "land-recovery",
        "--step",
        "recovery-notice-farm",
        "--from",
        "2026-04-20",
    ];
    assert!(kheo(&notice).well().contains("not confirmed"));
}

#[test]
fn a_time_table_counts_back_from_its_event_under_the_law_of_that_day() {
    let ask = |day| {
        let ask = ["due", "--kind", "election", "--step", "candidacy-dossier", "--from", day];
        kheo(&[&ask[..], &["--lang", "vi"]].concat()).well()
    };
    let said = ask("2016-05-22");
    assert!(said.contains("Nộp hồ sơ ứng cử: 13/03/2016"), "{said}");
    assert!(said.contains("Tính từ ngày bầu cử") && said.contains("khoản 1 Điều 35"), "{said}");
    let said = ask("2026-03-15");
    assert!(
        said.contains("Nộp hồ sơ ứng cử: 01/02/2026") && said.contains("83/2025/QH15"),
        "{said}"
    );
}

#[test]
fn who_asks_for_what_there_is_not_is_told_what_there_is() {
    let due = |kind, step| {
        kheo(&["due", "--kind", kind, "--step", step, "--from", "2016-05-22"]).refused()
    };
    let said = due("elections", "x");
    assert!(said.contains("election (2015-09-01)") && said.contains("recommendation ("), "{said}");
    let said = due("election", "x");
    assert!(said.contains("candidacy-dossier") && said.contains("council-results"), "{said}");
    assert!(due("complaint", "x").contains("filing"));
    assert!(due("reception", "x").contains("district-chair-receives"));
}
