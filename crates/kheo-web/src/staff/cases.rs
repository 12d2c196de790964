//! `/cases`: the list of cases, and the records behind a figure.

mod choices;
mod query;

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use kheo_store::case::{CaseFilter, CaseRow, list, registered_before};
use kheo_store::{Page, Paged};

use crate::pages::staff::cases::{CasesPage, page};
use crate::pages::staff::line::CaseLine;
use crate::parts::pager::Pager;
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::csv::{self, Parts, Sheet};
use crate::staff::{frame, line, without};
use crate::visit::Visit;
use query::CasesQuery;

/// How many cases stand on a page.
const SIZE: u32 = 50;

/// `GET /cases`.
///
/// # Errors
/// [`Problem::Unknown`] for a file of a list, or the records behind a figure, that the parameters do
/// not name.
pub(crate) async fn show(
    visit: Visit,
    viewer: Viewer,
    Query(query): Query<CasesQuery>,
) -> Result<Response, Problem> {
    let (query, number, unknown) = query.settled(&visit, &viewer)?;
    let filter = query.filter(&visit, &viewer);
    if query.format == "csv" {
        return Ok(file(&visit, viewer, filter));
    }
    let wanted = Page { number: number - 1, size: i64::from(SIZE) };
    let (remembered, today) = (visit.app.remembered.clone(), visit.today());
    let read =
        visit.app.db.read(move |r| Ok((list(r, &filter, wanted)?, remembered.learned(r, today)?)));
    let (found, learned) = read.await?;
    let line = |row: &CaseRow| line::warned(&visit, &viewer, row, &learned.warnings);
    let rows = line::listed(&visit, &viewer, &found.rows).map(line).collect();
    let (tongue, cases) = (visit.tongue(), shown(&visit, &viewer, &query, (&found, rows)));
    let title = tongue.say("staff-cases-title");
    let content = without(&visit, &unknown, &page(tongue, &cases));
    Ok(frame(&visit, &title, &content).into_response())
}

fn shown(
    visit: &Visit,
    viewer: &Viewer,
    query: &CasesQuery,
    (found, rows): (&Paged<CaseRow>, Vec<CaseLine>),
) -> CasesPage {
    let directory = &visit.directory;
    let here = u32::try_from(found.page + 1).unwrap_or(1);
    CasesPage {
        counted: found.rows.len().saturating_sub(rows.len()),
        figure: query.figure(visit.tongue(), directory, viewer),
        selects: choices::selects(visit, viewer, directory, query),
        hidden: query.kept(),
        rows,
        total: found.total,
        more: found.more,
        pager: Pager::new(found.total, SIZE, here, |page| {
            query.address().with("page", &page.to_string()).into_string()
        }),
        csv: query.address().with("format", "csv").into_string(),
        all: query.is_filter().then_some("/cases"),
    }
}

const COLUMNS: [&str; 16] = [
    "staff-column-code",
    "staff-column-subject",
    "staff-column-kind",
    "staff-column-topic",
    "staff-column-unit",
    "staff-column-handler",
    "staff-column-step",
    "staff-column-received",
    "staff-column-due",
    "staff-column-escalated",
    "staff-column-prolonged",
    "staff-column-pursued",
    "staff-column-persons",
    "staff-column-again",
    "staff-column-demonstration",
    "staff-column-likely-late",
];

/// The whole list as a file.
fn file(visit: &Visit, viewer: Viewer, filter: CaseFilter) -> Response {
    let sheet = Sheet::new(visit.tongue(), &COLUMNS);
    let (last, number, counted) = (u64::MAX, 0, 0);
    let rows = Rows { visit: visit.clone(), viewer, filter, last, number, counted };
    csv::long(visit, "cases", sheet, rows)
}

/// The rows of the file.
struct Rows {
    visit: Visit,
    viewer: Viewer,
    filter: CaseFilter,
    /// The registration of the last case that was read.
    last: u64,
    /// The number of the next part, for the records behind a figure.
    number: i64,
    /// How many cases were counted and not shown.
    counted: usize,
}

impl Parts for Rows {
    async fn add(&mut self, sheet: &mut Sheet) -> Result<usize, Problem> {
        let (remembered, today) = (self.visit.app.remembered.clone(), self.visit.today());
        let (filter, last, number) = (self.filter.clone(), self.last, self.number);
        let read = self.visit.app.db.read(move |r| {
            let rows = if filter.behind.is_none() {
                registered_before(r, &filter, last, u64::from(csv::PART))?
            } else {
                let page = list(r, &filter, Page { number, size: i64::from(csv::PART) })?;
                if page.page == number { page.rows } else { Vec::new() }
            };
            Ok((rows, remembered.learned(r, today)?))
        });
        let (rows, learned) = read.await?;
        self.counted += rows.len();
        for row in line::listed(&self.visit, &self.viewer, &rows) {
            self.counted -= 1;
            let line = line::warned(&self.visit, &self.viewer, row, &learned.warnings);
            sheet.row(cells(&self.visit, line).iter().map(String::as_str));
        }
        self.last = rows.last().map_or(self.last, |row| row.began);
        self.number += 1;
        if rows.len() < csv::PART as usize && self.counted > 0 {
            let counted = i64::try_from(self.counted).unwrap_or(i64::MAX);
            let words = self.visit.tongue().say_count("staff-csv-counted-only", counted, &[]);
            sheet.row([words.as_str()]);
        }
        Ok(rows.len())
    }
}

fn cells(visit: &Visit, line: CaseLine) -> [String; 16] {
    let tongue = visit.tongue();
    let yes = |is: bool| tongue.say(if is { "staff-yes" } else { "staff-no" });
    [
        line.code.to_string(),
        line.subject,
        tongue.say(&format!("kind-{}", line.kind)),
        tongue.say(&format!("topic-{}", line.topic)),
        line.unit,
        line.handler.unwrap_or_default(),
        tongue.say(&format!("step-{}", line.step)),
        line.received_on.to_string(),
        line.clock.map(|clock| clock.due_on.to_string()).unwrap_or_default(),
        yes(line.marks.escalated),
        yes(line.marks.prolonged),
        yes(line.marks.pursued),
        Some(line.marks.persons)
            .filter(|count| *count > 0)
            .map_or_else(String::new, |count| count.to_string()),
        yes(line.marks.again),
        yes(line.marks.demonstration),
        line.marks.likely_late.map(|chance| format!("{}%", chance.percent())).unwrap_or_default(),
    ]
}
