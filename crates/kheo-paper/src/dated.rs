//! Where and when a document was written, as it stands at its head.

use jiff::civil::Date;
use kheo_words::Tongue;

/// The place and the date.
pub(crate) fn place_date(place: &str, date: Date, tongue: Tongue<'_>) -> String {
    // Small numbers are written so that no other digit fits before them.
    let day = format!("{:02}", date.day());
    let month =
        if date.month() < 3 { format!("{:02}", date.month()) } else { date.month().to_string() };
    tongue.say_with(
        "document-place-date",
        &[
            ("place", place),
            ("day", &day),
            ("month", &month),
            ("year", &date.year().to_string()),
            ("date", &tongue.date(date)),
        ],
    )
}
