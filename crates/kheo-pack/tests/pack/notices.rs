//! What is told once, and what is not done before its day.

use jiff::civil::date;
use kheo_core::Refusal;
use kheo_core::case::barred;
use kheo_core::id::ActionId;
use kheo_core::post::Role;

use crate::complaints::accepted_and_published;
use crate::denunciations::{accepted, concluded_and_published};
use crate::life::OWN;
use crate::lives::{Life, by, versions};

/// Why `action` is not possible on `on` for a post of `role`; nothing where it is.
fn why_not(life: &Life, role: Role, action: &str, on: jiff::civil::Date) -> Option<Refusal> {
    let position = OWN.seated(life.seat);
    let told = barred(&life.kind, &life.case(), &by(role), &position, on);
    told.into_iter().find(|(one, _)| one.id.as_str() == action).map(|(_, why)| why)
}

fn done(action: &str) -> Refusal {
    Refusal::DoneOnce { action: ActionId::new(action) }
}

#[test]
fn who_denounces_and_who_is_denounced_are_told_once() {
    for version in versions("denunciation").into_iter().filter(|v| v.from >= date(2019, 1, 1)) {
        let on = version.from;
        let mut life = accepted(on, &[]);
        let told = [("told-content", "Ông B bị tố cáo thu tiền không có biên lai.")];
        for (action, typed) in [("notify-denouncer", &[][..]), ("inform-accused", &told)] {
            assert_eq!(why_not(&life, Role::Head, action, on), None, "{on}");
            life.take(action, on, typed).unwrap();
            assert_eq!(life.take(action, on, typed), Err(done(action)), "{on}");
            assert_eq!(why_not(&life, Role::Head, action, on), Some(done(action)), "{on}");
        }
    }
}

#[test]
fn a_posting_ends_once_and_not_before_its_day() {
    let on = date(2026, 3, 5);
    let lives = [concluded_and_published(on), accepted_and_published(on)];
    for mut life in lives {
        let early = why_not(&life, Role::Clerk, "end-posting", on);
        assert!(matches!(early, Some(Refusal::TooEarly { .. })), "{early:?}");
        let last = life.day("posting").unwrap();
        assert_eq!(why_not(&life, Role::Clerk, "end-posting", last), None);
        life.take("end-posting", last, &[]).unwrap();
        assert_eq!(life.take("end-posting", last, &[]), Err(done("end-posting")));
        assert_eq!(why_not(&life, Role::Clerk, "end-posting", last), Some(done("end-posting")));
    }
}
