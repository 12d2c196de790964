//! How much of a time limit is left, as a bar with words.

use jiff::civil::Date;
use kheo_calendar::{Due, Sense, days_late, days_left};
use kheo_words::Tongue;
use maud::{Markup, html};

/// A limit that runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClockLine {
    /// The day it began.
    pub(crate) start: Date,
    /// The last day in time.
    pub(crate) due_on: Date,
    /// Whether that day rests on one of which it is not confirmed that it is worked.
    pub(crate) unconfirmed: bool,
    /// The day of the reader.
    pub(crate) today: Date,
}

impl ClockLine {
    /// The line of `due`, for a reader on `today`.
    pub(crate) const fn of(due: &Due, today: Date) -> Self {
        let unconfirmed = !due.unconfirmed.is_empty();
        Self { start: due.start, due_on: due.on, unconfirmed, today }
    }

    /// Days until the last day; less than nothing when it has passed.
    pub(crate) fn left(self) -> i64 {
        i64::from(days_left(self.due_on, self.today))
            - i64::from(days_late(self.due_on, self.today))
    }

    /// The class that colours it; the words say the same.
    pub(crate) fn class(self) -> &'static str {
        match self.left() {
            ..0 => "late",
            0..=1 => "soon",
            _ => "calm",
        }
    }

    /// How long is left, or by how much it is late.
    pub(crate) fn words(self, tongue: Tongue<'_>) -> String {
        match self.left() {
            left @ ..0 => tongue.say_count("clock-late", -left, &[]),
            0 => tongue.say("clock-today"),
            left => tongue.say_count("clock-left", left, &[]),
        }
    }
}

/// How much of `due` is left; for what does not run out, what its day means.
pub(crate) fn of(tongue: Tongue<'_>, due: &Due, today: Date) -> Markup {
    if due.runs_out() {
        return until(tongue, ClockLine::of(due, today), &tongue.ends_on(due));
    }
    if let Some(day) = due.undecided.filter(|_| !due.is_paused()) {
        let words = tongue.say_with("due-undecided", &[("day", &tongue.date(day))]);
        return html! { p class="clock calm" { b { (words) } } };
    }
    let key = match due.limit.sense {
        _ if due.is_paused() => "due-stands-still",
        Sense::AtLeast => "clock-lasts",
        Sense::AtMost | Sense::After => "clock-begins",
    };
    let day = tongue.ends_on(due);
    html! { p class="clock calm" { b { (tongue.say_with(key, &[("day", &day)])) } } }
}

/// The bar, the words and the day.
pub(crate) fn bar(tongue: Tongue<'_>, clock: ClockLine) -> Markup {
    let day = tongue.date(clock.due_on);
    if clock.unconfirmed {
        return until(tongue, clock, &tongue.say_with("due-unconfirmed-on", &[("day", &day)]));
    }
    until(tongue, clock, &day)
}

fn until(tongue: Tongue<'_>, clock: ClockLine, ends: &str) -> Markup {
    let whole = days_left(clock.due_on, clock.start).max(1);
    let passed = days_left(clock.today, clock.start).min(whole);
    let words = clock.words(tongue);
    html! {
        div class=(format!("clock {}", clock.class())) {
            progress value=(passed) max=(whole) aria-label=(words) {}
            b { (words) } " "
            time datetime=(clock.due_on) {
                (tongue.say_with("clock-due", &[("day", ends)]))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ClockLine;
    use jiff::civil::date;

    #[test]
    fn a_clock_is_late_only_after_its_last_day() {
        let on = |today| ClockLine {
            start: date(2016, 5, 3),
            due_on: date(2016, 5, 12),
            unconfirmed: false,
            today,
        };
        let rows = [
            (date(2016, 5, 13), -1, "late"),
            (date(2016, 5, 12), 0, "soon"),
            (date(2016, 5, 11), 1, "soon"),
            (date(2016, 5, 10), 2, "calm"),
        ];
        for (day, left, class) in rows {
            assert_eq!((on(day).left(), on(day).class()), (left, class), "{day}");
        }
    }
}
