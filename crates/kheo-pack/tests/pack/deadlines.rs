//! The limits of the shipped packs beside the table of limits that was gathered from the laws.

use jiff::civil::Date;
use kheo_calendar::{Extension, LimitUnit};
use kheo_core::case::{CaseKind, Circumstances, Complexity, Term};

use crate::lives::versions;

const TABLE: &str = include_str!("../../../kheo-calendar/tests/data/deadlines.csv");

/// One limit of the table.
struct Row<'t> {
    procedure: &'t str,
    until_event: &'t str,
    limit: i16,
    unit: LimitUnit,
    extension: &'t str,
    remote: Option<(i16, &'t str)>,
    article: &'t str,
    from: Date,
    until: Option<Date>,
}

fn rows() -> Vec<Row<'static>> {
    TABLE.lines().skip(1).map(row).collect()
}

fn row(line: &'static str) -> Row<'static> {
    let cells: Vec<&str> = line.split(',').collect();
    let number = |cell: &str| cell.parse::<i16>().unwrap();
    Row {
        procedure: cells[0],
        until_event: cells[2],
        limit: number(cells[3]),
        unit: match cells[4] {
            "days" => LimitUnit::CalendarDays,
            "working_days" => LimitUnit::WorkingDays,
            "months" => LimitUnit::Months,
            other => panic!("{other}"),
        },
        extension: cells[5],
        remote: (!cells[6].is_empty()).then(|| (number(cells[6]), cells[7])),
        article: cells[9],
        from: cells[10].parse().unwrap(),
        until: (!cells[11].is_empty()).then(|| cells[11].parse().unwrap()),
    }
}

/// Which clock of which kind is which row: procedure, what it leads to and the day its law begins; the
/// kind, the clock and the matters it is about.
const CLOCKS: [(&str, &str, &str, &str, &str, Complexity); 23] = {
    use Complexity::{Complex, EspeciallyComplex, Ordinary};
    [
        (
            "khieu_nai_lan_dau",
            "accepted_or_refused_notice",
            "2012-07-01",
            "complaint",
            "accept",
            Ordinary,
        ),
        ("khieu_nai_lan_dau", "resolution_decision", "2012-07-01", "complaint", "resolve", Complex),
        (
            "khieu_nai_lan_hai",
            "accepted_or_refused_notice",
            "2012-07-01",
            "second-complaint",
            "accept",
            Ordinary,
        ),
        (
            "khieu_nai_lan_hai",
            "resolution_decision",
            "2012-07-01",
            "second-complaint",
            "resolve",
            Complex,
        ),
        (
            "khieu_nai",
            "decision_final_if_no_second_complaint",
            "2012-07-01",
            "complaint",
            "effect",
            Ordinary,
        ),
        (
            "khieu_nai",
            "decision_legally_effective",
            "2012-07-01",
            "second-complaint",
            "effect",
            Ordinary,
        ),
        ("khieu_nai", "decision_published", "2020-12-10", "complaint", "publish", Ordinary),
        ("khieu_nai", "posting_end_min", "2020-12-10", "complaint", "posting", Ordinary),
        ("khieu_nai", "lapse_if_not_continued", "2012-07-01", "complaint", "lapse", Ordinary),
        ("to_cao", "accepted_or_refused", "2012-07-01", "denunciation", "accept", Ordinary),
        ("to_cao", "forwarded", "2012-07-01", "denunciation", "forward", Ordinary),
        ("to_cao", "conclusion", "2012-07-01", "denunciation", "resolve", Ordinary),
        ("to_cao_phuc_tap", "conclusion", "2012-07-01", "denunciation", "resolve", Complex),
        ("to_cao", "initial_processing_done", "2019-01-01", "denunciation", "accept", Ordinary),
        (
            "to_cao",
            "forwarded_and_denouncer_notified",
            "2019-01-01",
            "denunciation",
            "forward",
            Ordinary,
        ),
        (
            "to_cao",
            "written_result_to_forwarder",
            "2019-01-01",
            "denunciation",
            "reply-sender",
            Ordinary,
        ),
        (
            "to_cao",
            "denouncer_and_accused_notified",
            "2019-01-01",
            "denunciation",
            "notify-denouncer",
            Ordinary,
        ),
        ("to_cao", "conclusion", "2019-01-01", "denunciation", "resolve", Ordinary),
        ("to_cao_phuc_tap", "conclusion", "2019-01-01", "denunciation", "resolve", Complex),
        (
            "to_cao_dac_biet_phuc_tap",
            "conclusion",
            "2019-01-01",
            "denunciation",
            "resolve",
            EspeciallyComplex,
        ),
        (
            "to_cao_tiep_qua_han",
            "superior_demands_report",
            "2019-01-01",
            "further-denunciation",
            "ask-report",
            Ordinary,
        ),
        (
            "to_cao",
            "conclusion_published",
            "2019-01-01",
            "denunciation",
            "publish-conclusion",
            Ordinary,
        ),
        ("to_cao", "posting_end_min", "2019-05-28", "denunciation", "posting", Ordinary),
    ]
};

/// The same of those that each have one version.
const OTHERS: [(&str, &str, &str, &str); 3] = [
    ("hoa_giai_co_so", "mediation_started", "mediation", "begin"),
    (
        "hoa_giai_tranh_chap_dat_dai",
        "commune_conciliation_done",
        "land-conciliation",
        "conciliation",
    ),
    (
        "hoa_giai_tranh_chap_dat_dai",
        "registration_documents_sent",
        "land-conciliation",
        "to-register",
    ),
];

/// What `row` gives for matters that are as complex, and remote or not.
fn extension(text: &str) -> Option<Extension> {
    if let Some(total) = text.strip_prefix("to ") {
        let count = total.trim_end_matches(" total").parse().unwrap();
        return Some(Extension::Total { count });
    }
    let (times, count) = text.split_once('x')?;
    Some(Extension::Times { times: times.parse().unwrap(), count: count.parse().unwrap() })
}

fn check(row: &Row<'_>, version: &CaseKind, clock: &str, complexity: Complexity) {
    let told = format!("{} {} in {} {}", row.procedure, row.until_event, version.id, version.from);
    let own = version.clocks.iter().find(|one| one.id.as_str() == clock);
    let own = own.unwrap_or_else(|| panic!("{told}: no clock {clock}"));
    let term = |remote| own.terms.under(Circumstances { complexity, remote });
    let is = |term: Term, count: i16, extended: &str| {
        assert_eq!((term.limit.count, term.limit.unit), (count, row.unit), "{told}");
        assert_eq!(term.extension, extension(extended), "{told}");
    };
    is(term(false), row.limit, row.extension);
    match row.remote {
        Some((count, extended)) => is(term(true), count, extended),
        None => assert_eq!(term(true), term(false), "{told}: the same in remote areas"),
    }
    if let Some(article) = &own.rule.article {
        let within = row.article.strip_prefix(article.as_str());
        // One clock is what several points of its article say of ordinary and of complex matters.
        let points = !own.terms.variants.is_empty();
        let within = within.is_some_and(|rest| rest.is_empty() || points && rest.starts_with('.'));
        assert!(within, "{told}: article {article}, not {}", row.article);
    }
}

fn overlap(row: &Row<'_>, version: &CaseKind) -> bool {
    version.until.is_none_or(|until| row.from <= until)
        && row.until.is_none_or(|until| version.from <= until)
}

/// The kind, the clock and the matters of `row`, if a clock is it.
fn clock_of(row: &Row<'_>) -> Option<(&'static str, &'static str, Complexity)> {
    let (procedure, event, from) = (row.procedure, row.until_event, row.from.to_string());
    let versioned = CLOCKS.iter().find(|own| (own.0, own.1, own.2) == (procedure, event, &from));
    let versioned = versioned.map(|own| (own.3, own.4, own.5));
    let other = OTHERS.iter().find(|own| (own.0, own.1) == (procedure, event));
    versioned.or_else(|| other.map(|own| (own.2, own.3, Complexity::Ordinary)))
}

#[test]
fn each_limit_of_the_table_is_that_of_the_pack() {
    let mut checked = 0;
    for row in rows() {
        let Some((kind, clock, complexity)) = clock_of(&row) else { continue };
        let versions: Vec<_> =
            versions(kind).into_iter().filter(|version| overlap(&row, version)).collect();
        assert!(!versions.is_empty(), "{kind}");
        for version in &versions {
            check(&row, version, clock, complexity);
        }
        checked += 1;
    }
    assert_eq!(checked, CLOCKS.len() + OTHERS.len(), "each is a row of the table");
}
