//! Every deadline that the facts know, each with its article.

use jiff::civil::Date;
use kheo_calendar::{Extension, LimitUnit, Sense, TimeLimit, Whose, due};

use crate::{CALENDAR, Row, rows};

fn limit(row: &Row, count: &str) -> TimeLimit {
    let unit = match row["unit"].as_str() {
        "days" => LimitUnit::CalendarDays,
        "working_days" => LimitUnit::WorkingDays,
        "months" => LimitUnit::Months,
        other => panic!("{other}"),
    };
    let sense = match row["sense"].as_str() {
        "at-most" => Sense::AtMost,
        "at-least" => Sense::AtLeast,
        "after" => Sense::After,
        other => panic!("{other}"),
    };
    TimeLimit { count: count.parse().unwrap(), unit, roll: false, sense, whose: Whose::Authority }
}

/// `1x15`: once, by 15; `to 10 total`: to 10 in all.
fn extension(text: &str) -> Extension {
    match text.split_once('x') {
        Some((times, count)) => {
            Extension::Times { times: times.parse().unwrap(), count: count.parse().unwrap() }
        }
        None => Extension::Total { count: text.split(' ').nth(1).unwrap().parse().unwrap() },
    }
}

/// `limit` with as many extensions as the row allows, each as long as it may be.
fn extended_to_the_end(event: Date, limit: TimeLimit, allowed: Extension) -> Date {
    let mut due = due(event, limit, &CALENDAR).unwrap();
    loop {
        let most = allowed.most(due.limit, &due.extended);
        if most == 0 {
            assert_eq!(allowed.longest(limit).unwrap().count, limit.count + added(&due.extended));
            return due.on;
        }
        due = due.extend(most, event, allowed, &CALENDAR).unwrap();
    }
}

fn added(extended: &[kheo_calendar::Extended]) -> i16 {
    extended.iter().map(|extended| i16::try_from(extended.by).unwrap()).sum()
}

#[test]
fn every_row_of_the_facts_comes_out_to_the_day() {
    let rows = rows("deadlines.csv");
    let deadlines = rows.iter().filter(|row| row["sense"] != "frequency");
    for row in deadlines.clone() {
        let name = format!("{}, art. {}: {}", row["law_vi"], row["article"], row["step_to_event"]);
        let event: Date = row["event"].parse().unwrap();
        let plain = limit(row, &row["limit"]);
        assert_eq!(due(event, plain, &CALENDAR).unwrap().on.to_string(), row["due"], "{name}");
        let rolling = due(event, TimeLimit { roll: true, ..plain }, &CALENDAR).unwrap();
        assert_eq!(rolling.on.to_string(), row["rolled"], "{name}, rolled");
        assert_eq!(rolling.rolled.is_some(), row["due"] != row["rolled"], "{name}");
        let variants = [
            ("limit", "extension", "extended"),
            ("remote_limit", "remote_extension", "remote_extended"),
        ];
        for (count, allowed, expected) in variants {
            if !row[allowed].is_empty() {
                let limit = limit(row, &row[count]);
                let on = extended_to_the_end(event, limit, extension(&row[allowed]));
                assert_eq!(on.to_string(), row[expected], "{name}, extended");
            }
        }
        if !row["remote_limit"].is_empty() {
            let remote = due(event, limit(row, &row["remote_limit"]), &CALENDAR).unwrap();
            assert_eq!(remote.on.to_string(), row["remote_due"], "{name}, remote");
        }
    }
    assert_eq!(deadlines.count(), 99);
}

/// How often a head has to receive citizens is no deadline: no day is due.
#[test]
fn what_has_to_be_done_so_often_has_no_due_day() {
    let rows = rows("deadlines.csv");
    let frequent: Vec<(&str, &str, &str)> = rows
        .iter()
        .filter(|row| row["sense"] == "frequency")
        .map(|row| (row["article"].as_str(), row["limit"].as_str(), row["due"].as_str()))
        .collect();
    assert_eq!(
        frequent,
        [("15.2.d", "1", ""), ("13.5", "2", ""), ("12.5", "1", ""), ("18.2", "1", "")]
    );
}

#[test]
fn rows_without_a_sure_article_are_marked_as_unconfirmed() {
    for row in rows("deadlines.csv") {
        let sure = !row["article"].is_empty() && !row["article"].contains('?');
        assert_eq!(sure, row["confidence"] != "unconfirmed", "{row:?}");
        assert!(!row["source_url"].is_empty(), "{row:?}");
    }
}

/// Law on Land 2024, art. 89.1.b: none in the 15 days before and after the Tết break, here that of 2025,
/// 25 January to 2 February.
#[test]
fn no_enforcement_around_tet() {
    let (first, last) = (jiff::civil::date(2025, 1, 25), jiff::civil::date(2025, 2, 2));
    let before = TimeLimit::fixed(-15, LimitUnit::CalendarDays);
    let after = TimeLimit { count: 15, sense: Sense::After, ..before };
    assert_eq!(due(first, before, &CALENDAR).unwrap().on, jiff::civil::date(2025, 1, 10));
    let lawful = due(last, after, &CALENDAR).unwrap();
    assert_eq!(lawful.on, jiff::civil::date(2025, 2, 18));
    assert!(lawful.is_early(jiff::civil::date(2025, 2, 17).into()));
    assert!(!lawful.is_early(jiff::civil::date(2025, 2, 18).into()));
}
