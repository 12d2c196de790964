//! The days of a year as an iCalendar file (RFC 5545).

use jiff::civil::Date;
use kheo_calendar::{Listed, What};
use kheo_words::Tongue;

use super::words;

/// An event of one or more days: the first, the one after the last, what, and who says so.
struct Event {
    from: Date,
    end: Date,
    what: String,
    source: String,
}

/// The file: one event for each day, or for days in a row that are off for one reason.
pub(super) fn of(version: &str, days: &[Listed], tongue: Tongue<'_>) -> String {
    let name = tongue.say_with("calendar-name", &[("version", version)]);
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Kheo//calendar of days off//VI".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        format!("X-WR-CALNAME:{}", escaped(&name)),
    ];
    for event in events(days, tongue) {
        let stamp = compact(event.from);
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}-{}@kheo", event.from, escaped(version)),
            // When the day itself was decided is not known; a fixed stamp keeps the file the same.
            format!("DTSTAMP:{stamp}T000000Z"),
            format!("DTSTART;VALUE=DATE:{stamp}"),
            format!("DTEND;VALUE=DATE:{}", compact(event.end)),
            format!("SUMMARY:{}", escaped(&event.what)),
            format!("DESCRIPTION:{}", escaped(&event.source)),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn events(days: &[Listed], tongue: Tongue<'_>) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for listed in days {
        let (what, source) = (words(listed, tongue), listed.source.as_str());
        let source = if source.is_empty() { String::new() } else { tongue.source_line(source) };
        let end = listed.day.tomorrow().unwrap_or(listed.day);
        let goes_on = |last: &&mut Event| {
            matches!(listed.what, What::Off(_)) && last.end == listed.day && last.what == what
        };
        match events.last_mut().filter(goes_on) {
            Some(last) => last.end = end,
            None => events.push(Event { from: listed.day, end, what, source }),
        }
    }
    events
}

fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

const MOST_OCTETS: usize = 75;

/// The line with its end, broken so that none has more than 75 octets.
fn folded(line: &str) -> String {
    let (mut out, mut width) = (String::new(), 0);
    for letter in line.chars() {
        if width + letter.len_utf8() > MOST_OCTETS {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(letter);
        width += letter.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters_and_can_be_unfolded() {
        let line = format!("SUMMARY:{}", "Ngày nghỉ ".repeat(20));
        let folded = folded(&line);
        assert!(folded.split("\r\n").all(|part| part.len() <= MOST_OCTETS), "{folded}");
        assert_eq!(folded.replace("\r\n ", ""), format!("{line}\r\n"));
        assert_eq!(escaped("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
    }
}
