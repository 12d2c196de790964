//! A corrected table, and the due dates that it moves.

use std::borrow::Cow;

use jiff::civil::{Date, date, time};
use kheo_calendar::{
    Beside, Calendar, Confidence, Correction, DayOff, Decision, LimitUnit, Misfit, Part, Ruling,
    Session, Sourced, TetBefore, TimeLimit, What, WorkingHours, Wrong, due, moved,
};

use crate::{CALENDAR, days, working};

fn decision(ruling: Ruling) -> Decision {
    Decision { ruling, source: Cow::Borrowed("Công văn thử"), confidence: Confidence::High }
}

fn correction(rulings: &[Ruling]) -> Correction {
    Correction {
        version: "thu-1".to_owned(),
        decisions: rulings.iter().copied().map(decision).collect(),
        hours: Vec::new(),
        roll: None,
    }
}

fn corrected(rulings: &[Ruling]) -> Calendar {
    Calendar::vietnam().corrected(correction(rulings)).unwrap()
}

#[test]
fn an_added_decision_settles_its_year() {
    let calendar = corrected(&[
        Ruling::Tet { year: 2027, before: TetBefore::TwoDays },
        Ruling::NationalDay { year: 2027, beside: Beside::After },
        Ruling::Swap { off: date(2027, 4, 29), worked: date(2027, 4, 24) },
    ]);
    assert_eq!(calendar.version(), "thu-1");
    assert_eq!(calendar.day_off(date(2027, 2, 4)), Ok(Some(DayOff::Tet)));
    assert_eq!(calendar.day_off(date(2027, 2, 11)), Ok(None));
    assert_eq!(calendar.day_off(date(2027, 9, 3)), Ok(Some(DayOff::NationalDay)));
    assert_eq!(calendar.day_off(date(2027, 4, 29)), Ok(Some(DayOff::Swap)));
    assert_eq!(calendar.day_off(date(2027, 4, 24)), Ok(None));
}

#[test]
fn a_swap_is_replaced_or_taken_back() {
    let other = corrected(&[Ruling::Swap { off: date(2026, 1, 2), worked: date(2026, 1, 17) }]);
    assert_eq!(other.day_off(date(2026, 1, 10)), Ok(Some(DayOff::Weekend)));
    assert_eq!(other.day_off(date(2026, 1, 17)), Ok(None));
    let none = corrected(&[Ruling::NoSwap { off: date(2026, 1, 2) }]);
    assert_eq!(none.day_off(date(2026, 1, 2)), Ok(None));
    assert_eq!(none.day_off(date(2026, 1, 10)), Ok(Some(DayOff::Weekend)));
}

#[test]
fn culture_day_is_switched_on_by_year_and_replaced_on_a_rest_day() {
    assert_eq!(CALENDAR.day_off(date(2026, 11, 24)), Ok(None), "only where it is switched on");
    let calendar = corrected(&[Ruling::CultureDay { from: 2026 }]);
    assert_eq!(calendar.day_off(date(2025, 11, 24)), Ok(None));
    assert_eq!(calendar.day_off(date(2026, 11, 24)), Ok(Some(DayOff::CultureDay)));
    assert_eq!(calendar.day_off(date(2029, 11, 24)), Ok(Some(DayOff::CultureDay)), "a Saturday");
    assert_eq!(calendar.day_off(date(2029, 11, 26)), Ok(Some(DayOff::Substitute)));
}

#[test]
fn what_does_not_fit_is_told_with_its_place() {
    let swap = |off, worked| Ruling::Swap { off, worked };
    let (monday, tuesday) = (date(2016, 3, 7), date(2016, 3, 8));
    let (sunday, kings) = (date(2016, 3, 6), date(2016, 4, 16));
    let (tet, worked) = (date(2016, 2, 8), date(2026, 1, 10));
    let early = |year| Ruling::Tet { year, before: TetBefore::TwoDays };
    let rows = [
        (swap(tuesday, monday), monday, Wrong::NotRestDay),
        (swap(tuesday, kings), kings, Wrong::NotRestDay),
        (swap(tet, sunday), tet, Wrong::AlreadyOff),
        (swap(date(2026, 3, 3), worked), worked, Wrong::WorkedAlready),
        (swap(date(2027, 2, 4), date(2027, 2, 13)), date(2027, 2, 4), Wrong::Undecided),
        (swap(date(2041, 1, 2), sunday), date(2041, 1, 2), Wrong::Outside),
        (Ruling::NoSwap { off: monday }, monday, Wrong::NoSwap),
        (early(2013), date(2013, 1, 1), Wrong::NoChoice),
        (early(2009), date(2009, 1, 1), Wrong::Outside),
        (
            Ruling::NationalDay { year: 2020, beside: Beside::After },
            date(2020, 1, 1),
            Wrong::NoChoice,
        ),
    ];
    for (ruling, day, why) in rows {
        let good = Ruling::CultureDay { from: 2026 };
        let refused = Calendar::vietnam().corrected(correction(&[good, ruling]));
        assert_eq!(refused.err(), Some(Misfit { at: Part::Decision(1), day, why }), "{ruling:?}");
    }
    // In 2015 the table gives 16 February off; with this it would be off already.
    let refused = Calendar::vietnam()
        .corrected(correction(&[Ruling::NoSwap { off: date(2015, 2, 16) }, early(2015)]));
    assert!(refused.is_ok(), "the swap is taken back first");
}

fn hours(from: Date, sessions: &[(i8, i8)]) -> WorkingHours {
    let session = |&(opens, closes): &(i8, i8)| Session {
        opens: time(opens, 0, 0, 0),
        closes: time(closes, 0, 0, 0),
    };
    WorkingHours {
        from,
        sessions: sessions.iter().map(session).collect(),
        source: "Quyết định thử".to_owned(),
        confidence: Confidence::High,
    }
}

#[test]
fn a_place_sets_its_hours_and_who_says_that_limits_roll() {
    let winter = hours(date(2016, 1, 1), &[(8, 12), (13, 17)]);
    let summer = hours(date(2016, 4, 16), &[(7, 11), (14, 18)]);
    let roll = Sourced { source: "Quy chế".to_owned(), confidence: Confidence::High };
    let set =
        Correction { hours: vec![winter, summer], roll: Some(roll.clone()), ..correction(&[]) };
    let calendar = Calendar::vietnam().corrected(set).unwrap();
    let limit = TimeLimit::fixed(3, LimitUnit::WorkingHours);
    let rows = [(date(2016, 4, 15), time(16, 0, 0, 0), date(2016, 4, 19), time(9, 0, 0, 0))];
    for (day, at, on, due_at) in rows {
        let due = due(day.to_datetime(at), limit, &calendar).unwrap();
        assert_eq!((due.on, due.at), (on, Some(due_at)), "one winter hour, two of summer");
    }
    assert!(calendar.hours(date(2015, 12, 31)).is_err(), "before the first hours none are guessed");
    let rolled = due(date(2016, 3, 2), days(10, true), &calendar).unwrap().rolled.unwrap();
    assert_eq!((rolled.from, rolled.by), (date(2016, 3, 12), roll));
}

#[test]
fn what_one_correction_decides_twice_is_refused() {
    let swap = |day| Ruling::Swap { off: date(2016, 7, 6), worked: date(2016, 7, day) };
    let tet = |before| Ruling::Tet { year: 2027, before };
    let rows = [
        ([swap(9), swap(10)], date(2016, 7, 6)),
        ([tet(TetBefore::OneDay), tet(TetBefore::TwoDays)], date(2027, 1, 1)),
        ([Ruling::CultureDay { from: 2026 }, Ruling::CultureDay { from: 2030 }], date(2030, 1, 1)),
    ];
    for (rulings, day) in rows {
        let refused = Calendar::vietnam().corrected(correction(&rulings));
        let at = Part::Decision(1);
        assert_eq!(
            refused.err(),
            Some(Misfit { at, day, why: Wrong::DecidedTwice }),
            "{rulings:?}"
        );
    }
}

#[test]
fn hours_that_overlap_or_come_in_disorder_are_refused() {
    let day = date(2016, 1, 1);
    let rows = [
        vec![hours(day, &[(8, 12), (11, 17)])],
        vec![hours(day, &[(12, 8)])],
        vec![hours(day, &[])],
        vec![hours(day, &[(8, 12)]), hours(day, &[(7, 11)])],
    ];
    for hours in rows {
        let at = Part::Hours(hours.len() - 1);
        let refused = Calendar::vietnam().corrected(Correction { hours, ..correction(&[]) });
        assert_eq!(refused.err(), Some(Misfit { at, day, why: Wrong::Disorder }));
    }
}

/// New Year 2026 was decided a week ahead: what had been counted before it moves.
#[test]
fn due_dates_that_a_correction_moves_are_known() {
    let before = corrected(&[Ruling::NoSwap { off: date(2026, 1, 2) }]);
    let start = date(2025, 12, 29);
    let rows = [
        (working(2), None),
        (working(3), Some(date(2026, 1, 5))),
        (working(8), Some(date(2026, 1, 10))),
        (days(4, true), Some(date(2026, 1, 5))),
        (days(4, false), None),
        (days(12, true), Some(date(2026, 1, 10))),
        (working(12), None),
    ];
    for (limit, expected) in rows {
        let old = due(start, limit, &before).unwrap();
        let new = moved(&old, &CALENDAR).unwrap();
        assert_eq!(new.as_ref().map(|new| new.on), expected, "{limit:?}");
        if let Some(new) = new {
            assert_eq!((new.start, new.limit, new.calendar.as_str()), (start, limit, "vn-2026.2"));
        }
    }
}

#[test]
fn the_days_of_a_year_are_listed_with_their_sources() {
    let listed = CALENDAR.days_of(2026).unwrap();
    let of = |day| listed.iter().find(|listed| listed.day == day).unwrap();
    let swapped = of(date(2026, 1, 2));
    assert_eq!(swapped.what, What::SwappedFor(date(2026, 1, 10)));
    assert_eq!(swapped.source, "Công văn 12729/VPCP-KGVX, 25/12/2025");
    assert_eq!(of(date(2026, 1, 10)).what, What::WorkedFor(date(2026, 1, 2)));
    assert_eq!(of(date(2026, 1, 10)).source, swapped.source);
    assert_eq!(of(date(2026, 4, 27)).what, What::SubstituteOf(date(2026, 4, 26)));
    assert_eq!(of(date(2026, 4, 27)).source, "Bộ luật Lao động 45/2019/QH14, đ. 111.3");
    assert_eq!(of(date(2026, 9, 2)).source, "Bộ luật Lao động 45/2019/QH14, đ. 112.1");
    assert!(of(date(2026, 9, 1)).source.contains("Quốc khánh"));
    assert!(listed.iter().all(|listed| !listed.source.is_empty()));
    // The wording of art. 115.3 was not found; only the substitutes that were announced bear it.
    let of_2016 = CALENDAR.days_of(2016).unwrap();
    let substitute = of_2016.iter().find(|listed| listed.day == date(2016, 4, 18)).unwrap();
    assert_eq!(substitute.confidence, Confidence::Medium);
    let of_2012 = CALENDAR.days_of(2012).unwrap();
    assert!(
        of_2012
            .iter()
            .any(|day| day.source.contains("1994") && day.confidence == Confidence::Medium)
    );
    let of_2027 = CALENDAR.days_of(2027).unwrap();
    let open = of_2027.iter().filter(|listed| listed.what == What::Undecided).count();
    assert_eq!(open, 4);
    assert!(CALENDAR.days_of(2009).is_err() && CALENDAR.days_of(2041).is_err());
}
