//! What stands in the small city beside its units and posts.

use jiff::civil::date;
use kheo_core::id::{ConclusionId, MeasureId, TaskId, UnitId};
use kheo_core::measure::{Plan, Reading};
use kheo_core::origin::Origin;
use kheo_core::post::Actor;
use kheo_core::task::{Conclusion, Task};
use kheo_store::WriteError;
use kheo_testkit::{filing, on, rules};

use crate::site::Site;

/// `n` more cases, every second one for the ward `south`.
pub(crate) fn fill(site: &Site, n: usize) {
    let registered = site.city.db.write_now(move |tx| {
        for number in 0..n {
            let unit = if number % 2 == 0 { "north" } else { "south" };
            let case = filing(unit, &format!("YC-2016-{number:04}-AAAA"));
            let stamp = on(date(2016, 5, 16));
            kheo_store::case::register(tx, &rules(), case, stamp, &Actor::Citizen)?;
        }
        Ok::<(), WriteError>(())
    });
    registered.map_err(|why| why.to_string()).expect("cases");
}

fn value(measure: &str, unit: &str, value: &str, origin: Origin) -> Reading {
    Reading {
        measure: MeasureId::new(measure),
        unit: UnitId::new(unit),
        period: "2016-H1".parse().expect("a period"),
        value: value.parse().expect("a number"),
        origin,
        set_aside: false,
        note: None,
        note_en: None,
    }
}

/// Figures and a plan of the measure `trees`.
pub(crate) fn plant(site: &Site) {
    let planted = site.city.db.write_now(|tx| {
        let stamp = on(date(2016, 6, 20));
        let source = Origin::Reported { source: "https://example.org/bao-cao".to_owned() };
        let readings = [
            value("trees", "north", "1200", source.clone()),
            value("trees", "south", "300.5", Origin::Demonstration),
            Reading {
                set_aside: true,
                note: Some("Bản in khác.".to_owned()),
                ..value("trees", "north", "1250", source)
            },
        ];
        for reading in readings {
            kheo_store::measure::report(tx, &rules(), reading, stamp, &Actor::Import)?;
        }
        let plan = Plan {
            measure: MeasureId::new("trees"),
            unit: UnitId::new("city"),
            period: "2016".parse().expect("a period"),
            value: "3000".parse().expect("a number"),
            origin: Origin::Entered,
            note: Some("Tính từ kế hoạch của các phường.".to_owned()),
            note_en: Some("Summed from the plans of the wards.".to_owned()),
        };
        kheo_store::measure::plan(tx, &rules(), plan, stamp, &Actor::Import)
    });
    planted.map_err(|why: WriteError| why.to_string()).expect("figures");
}

/// A task of the ward `north` that is late, and one of `south`.
pub(crate) fn owe(site: &Site) {
    let owed = site.city.db.write_now(|tx| {
        let stamp = on(date(2016, 6, 1));
        let conclusion = Conclusion {
            id: ConclusionId::new("c1"),
            unit: UnitId::new("city"),
            concluded: "2016-H1".parse().expect("a period"),
            text: "Trồng hết số cây còn lại".to_owned(),
            text_en: "Plant the trees that are left".to_owned(),
            origin: Origin::Entered,
        };
        kheo_store::task::conclude(tx, conclusion, stamp, &Actor::Import)?;
        for (unit, due_on) in [("north", date(2016, 6, 29)), ("south", date(2016, 9, 30))] {
            let task = Task {
                id: TaskId::new(format!("c1-{unit}")),
                conclusion: ConclusionId::new("c1"),
                unit: UnitId::new(unit),
                due_on,
                origin: Origin::Entered,
            };
            kheo_store::task::assign(tx, task, stamp, &Actor::Import)?;
        }
        Ok(())
    });
    owed.map_err(|why: WriteError| why.to_string()).expect("tasks");
}
