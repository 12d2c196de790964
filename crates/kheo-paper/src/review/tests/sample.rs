//! The half year of a small city, as core drafts it.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use kheo_core::case::Metric;
use kheo_core::id::{ConclusionId, KindId, MeasureId, TaskId, UnitId};
use kheo_core::measure::{Good, Measure, Plan, Reading};
use kheo_core::origin::Origin;
use kheo_core::period::PeriodLength;
use kheo_core::review::{Figures, Overdue, Paragraph, Review, ReviewPlan, Sentence, Tally, draft};
use kheo_core::task::{Conclusion, Task};
use kheo_core::unit::{Bloc, Unit, UnitKind};
use kheo_words::{Lang, Words};

use crate::Document;
use crate::review::{ReviewContext, document};

pub(super) const SOURCE: &str = "https://city.example/so-ket";

const VI: &str = "
section-party = Cấp ủy các cấp
section-government = Chính quyền
theme-outreach = Tuyên truyền
theme-crop = Vụ xuân
theme-forest = Lâm nghiệp
say-outreach = Tổ chức { $sessions } buổi.
say-crop = Toàn thành phố gieo cấy { $done } lúa xuân, bằng { $percent } kế hoạch.
say-forest = Trồng mới { $done } rừng, bằng { $percent } kế hoạch ({ $plan }).
measure-rice = Diện tích lúa xuân
measure-forest = Rừng trồng mới
measured-in-hectare = { $n } ha
measured-in-percent = { $n }%
";

const EN: &str = "
section-party = Party committees
section-government = Government
theme-outreach = Outreach
theme-crop = Spring crop
theme-forest = Forest
say-outreach = Sessions held: { $sessions }.
say-crop = { $done } of rice, { $percent } of plan.
say-forest = { $done } of new forest, { $percent } of plan ({ $plan }).
measure-rice = Spring rice
measure-forest = New forest
measured-in-hectare = { $n } ha
measured-in-percent = { $n }%
";

/// What is known of the city; change it before it is told.
pub(super) struct City {
    pub(super) figures: Figures,
    pub(super) next: Vec<(Conclusion, Vec<Task>)>,
    pub(super) demonstration: bool,
    /// The day the document bears.
    pub(super) on: Date,
}

impl City {
    /// Two measures with plans, one contradiction, petitions of one ward, one conclusion.
    pub(super) fn sample() -> Self {
        let mut figures = Self::reporting(readings());
        figures.extend([
            tally(Metric::Received, 96),
            tally(Metric::AnsweredInTime, 81),
            tally(Metric::Open, 10),
            tally(Metric::TransferredOut, 12),
            handed_over(Metric::TransferredIn, 12),
            handed_over(Metric::AnsweredInTime, 9),
        ]);
        figures.extend([Overdue { unit: UnitId::new("song-cau"), count: 4, demonstration: 4 }]);
        Self { figures, next: vec![conclusion()], demonstration: true, on: date(2016, 7, 5) }
    }

    /// Only what was not made up, and nothing concluded.
    pub(super) fn without_demonstration() -> Self {
        let true_ones = readings().into_iter().filter(|one| !one.origin.is_demonstration());
        let figures = Self::reporting(true_ones.collect());
        Self { figures, next: Vec::new(), demonstration: false, on: date(2016, 7, 5) }
    }

    fn reporting(readings: Vec<Reading>) -> Figures {
        let below = ["song-cau", "nong-thuong", "cong-an"].map(UnitId::new).to_vec();
        let period = "2016-H1".parse().unwrap();
        let mut figures = Figures::of(UnitId::new("bac-kan"), below, BTreeMap::new(), period);
        figures.extend(readings);
        figures.extend([plan("rice", "2016-H1", "300"), plan("forest", "2016", "280")]);
        figures
    }

    pub(super) fn review(&self) -> Review {
        draft(&review_plan(), &measures(), &self.figures)
    }

    pub(super) fn document(&self, lang: Lang) -> Document {
        let packs = [(Lang::Vi, VI.to_owned()), (Lang::En, EN.to_owned())];
        let words = Words::load(&packs).unwrap();
        let context = ReviewContext {
            units: &units(),
            next: &self.next,
            href: &|figure| Some(format!("/figure/{}/{}", figure.unit, figure.reference)),
            on: self.on,
            demonstration: self.demonstration,
        };
        document(&self.review(), &context, words.in_lang(lang))
    }
}

fn reported() -> Origin {
    Origin::Reported { source: SOURCE.into() }
}

fn reading(measure: &str, unit: &str, value: &str, origin: Origin) -> Reading {
    Reading {
        measure: MeasureId::new(measure),
        unit: UnitId::new(unit),
        period: "2016-H1".parse().unwrap(),
        value: value.parse().unwrap(),
        origin,
        set_aside: false,
        note: None,
        note_en: None,
    }
}

fn readings() -> Vec<Reading> {
    let other = Origin::Reported { source: "https://other.example/bao-cao".into() };
    vec![
        reading("rice", "bac-kan", "345.45", reported()),
        reading("rice", "song-cau", "45.45", Origin::Demonstration),
        reading("rice", "nong-thuong", "300", Origin::Demonstration),
        Reading {
            note: Some("Nguồn của thành phố.".into()),
            note_en: Some("The city's source.".into()),
            ..reading("forest", "bac-kan", "112", reported())
        },
        Reading {
            set_aside: true,
            note: Some("Cộng không khớp.".into()),
            note_en: Some("Does not add up.".into()),
            ..reading("forest", "bac-kan", "130.5", other)
        },
    ]
}

fn plan(measure: &str, period: &str, value: &str) -> Plan {
    Plan {
        measure: MeasureId::new(measure),
        unit: UnitId::new("bac-kan"),
        period: period.parse().unwrap(),
        value: value.parse().unwrap(),
        origin: reported(),
        note: None,
        note_en: None,
    }
}

fn tally(metric: Metric, count: i64) -> Tally {
    Tally {
        unit: UnitId::new("song-cau"),
        kind: KindId::new("recommendation"),
        metric,
        count,
        demonstration: count,
    }
}

/// The same for an office that only answers what others hand over.
fn handed_over(metric: Metric, count: i64) -> Tally {
    Tally { unit: UnitId::new("cong-an"), ..tally(metric, count) }
}

fn conclusion() -> (Conclusion, Vec<Task>) {
    let id = ConclusionId::new("2016-H2-01");
    let conclusion = Conclusion {
        id: id.clone(),
        unit: UnitId::new("bac-kan"),
        concluded: "2016-H1".parse().unwrap(),
        text: "Tổ chức Hội thi “Dân vận khéo”.".into(),
        text_en: "Hold the contest.".into(),
        origin: reported(),
    };
    let task = |unit: &str, due_on, origin| Task {
        id: TaskId::new(unit),
        conclusion: id.clone(),
        unit: UnitId::new(unit),
        due_on,
        origin,
    };
    let tasks = vec![
        task("song-cau", date(2016, 9, 30), Origin::Demonstration),
        task("bac-kan", date(2016, 12, 15), Origin::Entered),
        task("nong-thuong", date(2016, 9, 30), Origin::Demonstration),
    ];
    (conclusion, tasks)
}

fn measures() -> BTreeMap<MeasureId, Measure> {
    let measure = |id: &str| Measure {
        id: MeasureId::new(id),
        measured_in: "hectare".into(),
        period: PeriodLength::Half,
        adds_up: true,
        stock: false,
        good: Good::Up,
        least: None,
        most: None,
    };
    ["rice", "forest", "sessions"].map(|id| (MeasureId::new(id), measure(id))).into()
}

fn review_plan() -> ReviewPlan {
    let paragraph = |id: &str, section: &str, figures: &[(&str, &str)]| Paragraph {
        id: id.into(),
        section: section.into(),
        sentences: vec![Sentence {
            words: format!("say-{id}"),
            unless: None,
            figures: figures
                .iter()
                .map(|(name, reference)| ((*name).to_owned(), reference.parse().unwrap()))
                .collect(),
        }],
    };
    ReviewPlan {
        sections: vec!["party".into(), "government".into()],
        paragraphs: vec![
            paragraph("outreach", "party", &[("sessions", "reading:sessions")]),
            paragraph(
                "crop",
                "government",
                &[("done", "reading:rice"), ("percent", "percent:rice")],
            ),
            paragraph(
                "forest",
                "government",
                &[
                    ("done", "reading:forest"),
                    ("percent", "percent:forest"),
                    ("plan", "plan:forest"),
                ],
            ),
        ],
        tables: vec![MeasureId::new("rice")],
        chart: vec![MeasureId::new("rice"), MeasureId::new("forest")],
        ..ReviewPlan::default()
    }
}

fn units() -> BTreeMap<UnitId, Unit> {
    let unit = |id: &str, name: &str, name_en: &str, kind, parent: Option<&str>| Unit {
        id: UnitId::new(id),
        code: None,
        name: name.into(),
        name_en: name_en.into(),
        kind,
        bloc: Bloc::Government,
        parent: parent.map(UnitId::new),
        since: None,
        until: None,
        successors: Vec::new(),
        population: None,
        area: None,
        source: None,
        remote_since: None,
    };
    let city = Some("bac-kan");
    let all = [
        unit("bac-kan", "Thành phố Bắc Kạn", "Bắc Kạn city", UnitKind::City, None),
        unit("song-cau", "Phường Sông Cầu", "Sông Cầu ward", UnitKind::Ward, city),
        unit("nong-thuong", "Xã Nông Thượng", "Nông Thượng commune", UnitKind::Commune, city),
        unit("cong-an", "Công an thành phố", "City police", UnitKind::Force, city),
    ];
    all.into_iter().map(|unit| (unit.id.clone(), unit)).collect()
}
