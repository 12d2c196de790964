//! `/matters`: what several cases are about.

use std::collections::BTreeSet;

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use kheo_core::case::{CaseKind, Phase};
use kheo_core::id::KindId;
use kheo_core::matter::{MatterEvent, MatterId};
use kheo_core::post::Right;
use kheo_core::rules::Rules;
use kheo_store::Page;
use kheo_store::case::CaseRow;
use kheo_store::case::Marked;
use kheo_store::matter::{Matter, MatterFilter, MatterRow, Member, Said, Told, begun_before, list};
use kheo_words::Tongue;
use serde::Deserialize;

use crate::pages::staff::choice::Select;
use crate::pages::staff::line::Marks;
use crate::pages::staff::matter::{self, LinkForm, MatterPage};
use crate::pages::staff::matters::{MatterLine, MattersPage, page};
use crate::pages::staff::told::Happening;
use crate::parts::address::Address;
use crate::parts::field::Choice;
use crate::parts::pager::Pager;
use crate::parts::unknown::{Unknown, leave_out, named, page_number};
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::csv::{self, Parts, Sheet};
use crate::staff::{around, frame, line, told, without};
use crate::visit::Visit;

/// How many matters stand on a page.
const SIZE: u32 = 20;
/// How many cases of a matter are shown on its page: the newest.
const SHOWN: u64 = 200;
/// The word for matters that more than one unit holds or has held.
const SEVERAL: &str = "several";

/// What cases and matters can be filtered by.
pub(super) const MARKS: [&str; 4] = ["escalated", "prolonged", "pursued", "many"];

/// The marks that a word of [`MARKS`] asks for.
pub(super) fn marked(word: &str, visit: &Visit) -> Marked {
    Marked {
        escalated: word == "escalated",
        prolonged: (word == "prolonged").then(|| visit.today()),
        pursued: word == "pursued",
        many: word == "many",
    }
}

/// The list to choose a mark from.
pub(super) fn select(tongue: Tongue<'_>, chosen: &str) -> Select {
    let choice = |word: &str| Choice::new(word, tongue.say(&format!("staff-mark-{word}")));
    Select {
        name: "mark",
        label: tongue.say("staff-column-mark"),
        any: Some(tongue.say("staff-filter-all")),
        choices: MARKS.into_iter().map(choice).collect(),
        chosen: chosen.to_owned(),
    }
}

/// The parameters of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct MattersQuery {
    /// One of [`MARKS`].
    mark: String,
    /// [`SEVERAL`], or nothing.
    units: String,
    page: String,
    format: String,
}

impl MattersQuery {
    fn settled(mut self) -> Result<(Self, i64, Vec<Unknown>), Problem> {
        let mut unknown = Vec::new();
        leave_out(&mut unknown, "mark", &mut self.mark, |word| MARKS.contains(&word));
        leave_out(&mut unknown, "units", &mut self.units, |word| word == SEVERAL);
        leave_out(&mut unknown, "format", &mut self.format, |format| format == "csv");
        let page = page_number(&mut unknown, &mut self.page);
        let unknown = named(unknown, self.format != "csv")?;
        Ok((self, page, unknown))
    }

    fn filter(&self, visit: &Visit, viewer: &Viewer) -> MatterFilter {
        MatterFilter {
            scope: viewer.post.unit.clone(),
            until: visit.today(),
            marks: marked(&self.mark, visit),
            several_units: self.units == SEVERAL,
            told: told_to(visit.app.rules(), viewer),
        }
    }

    fn selects(&self, tongue: Tongue<'_>) -> Vec<Select> {
        let units = Select {
            name: "units",
            label: tongue.say("staff-column-units"),
            any: Some(tongue.say("staff-filter-all")),
            choices: vec![Choice::new(SEVERAL, tongue.say("staff-units-several"))],
            chosen: self.units.clone(),
        };
        vec![select(tongue, &self.mark), units]
    }

    fn address(&self) -> Address {
        Address::new("/matters").with("mark", &self.mark).with("units", &self.units)
    }
}

/// `GET /matters`.
///
/// # Errors
/// [`Problem::Unknown`] for a file of a list that the parameters do not name.
pub(crate) async fn show(
    visit: Visit,
    viewer: Viewer,
    Query(query): Query<MattersQuery>,
) -> Result<Response, Problem> {
    let (query, number, unknown) = query.settled()?;
    let filter = query.filter(&visit, &viewer);
    if query.format == "csv" {
        return Ok(file(visit, viewer, filter));
    }
    let tongue = visit.tongue();
    let wanted = Page { number: number - 1, size: i64::from(SIZE) };
    let found = visit.app.db.read(move |r| list(r, &filter, wanted)).await?;
    let here = u32::try_from(found.page + 1).unwrap_or(1);
    let matters = MattersPage {
        selects: query.selects(tongue),
        rows: listed(&visit, &viewer, &found.rows).collect(),
        total: found.total,
        more: found.more,
        pager: Pager::new(found.total, SIZE, here, |page| {
            query.address().with("page", &page.to_string()).into_string()
        }),
        csv: query.address().with("format", "csv").into_string(),
    };
    let content = without(&visit, &unknown, &page(tongue, &matters));
    Ok(frame(&visit, &tongue.say("staff-matters-title"), &content).into_response())
}

/// Of which kinds a case lets `viewer` find a matter in the list. Matters of sealed cases are found from their
/// cases alone: who else brings one would tell too much in a list.
fn told_to(rules: &Rules, viewer: &Viewer) -> Told {
    let reads = viewer.may(Right::ReadPetitioner);
    let of = |tells: &dyn Fn(&CaseKind) -> bool| {
        let ids: BTreeSet<&KindId> = rules.kinds.iter().map(|kind| &kind.id).collect();
        let all = |id: &&KindId| rules.kinds.iter().filter(|kind| kind.id == **id).all(tells);
        ids.into_iter().filter(all).cloned().collect()
    };
    Told {
        held: of(&|kind| reads && !rules.is_sealed(&kind.id)),
        anywhere: of(&|kind| rules.tells_subject(&kind.id, kind.from)),
    }
}

/// The lines for `rows`, each of which the list counts: where the reader may not read what the newest case is
/// about, its kind stands there.
fn listed<'a>(
    visit: &'a Visit,
    viewer: &'a Viewer,
    rows: &'a [MatterRow],
) -> impl Iterator<Item = MatterLine> + 'a {
    rows.iter().map(|row| row_of(visit, viewer, row))
}

fn row_of(visit: &Visit, viewer: &Viewer, row: &MatterRow) -> MatterLine {
    let (rules, directory) = (visit.app.rules(), &visit.directory);
    let knows = |case: &CaseRow| viewer.sight(rules, directory, case).knows();
    let knows = row.newest.as_ref().is_some_and(knows);
    MatterLine {
        id: row.id,
        subject: row.newest.as_ref().map_or_else(
            || visit.tongue().say("staff-matter-elsewhere"),
            |case| line::of(visit, viewer, case).subject,
        ),
        cases: row.cases,
        units: row.units,
        marks: Marks {
            escalated: row.escalated,
            prolonged: row.is_prolonged(visit.today()),
            pursued: row.pursued,
            persons: if knows { u32::try_from(row.persons).unwrap_or(u32::MAX) } else { 0 },
            again: false,
            demonstration: row.demonstration,
            likely_late: None,
        },
        began_on: row.began_on,
        changed_on: row.changed_on,
    }
}

const COLUMNS: [&str; 10] = [
    "staff-column-matter",
    "staff-column-subject",
    "staff-column-cases",
    "staff-column-units",
    "staff-column-persons",
    "staff-column-escalated",
    "staff-column-prolonged",
    "staff-column-pursued",
    "staff-column-began",
    "staff-column-changed",
];

/// The whole list as a file.
fn file(visit: Visit, viewer: Viewer, filter: MatterFilter) -> Response {
    let sheet = Sheet::new(visit.tongue(), &COLUMNS);
    csv::long(&visit.clone(), "matters", sheet, Rows { visit, viewer, filter, last: u64::MAX })
}

/// The rows of the file.
struct Rows {
    visit: Visit,
    viewer: Viewer,
    filter: MatterFilter,
    /// The last matter that was read.
    last: u64,
}

impl Parts for Rows {
    async fn add(&mut self, sheet: &mut Sheet) -> Result<usize, Problem> {
        let (filter, last) = (self.filter.clone(), self.last);
        let read =
            self.visit.app.db.read(move |r| begun_before(r, &filter, last, u64::from(csv::PART)));
        let rows = read.await?;
        let yes = |is: bool| self.visit.tongue().say(if is { "staff-yes" } else { "staff-no" });
        for row in listed(&self.visit, &self.viewer, &rows) {
            let cells = [
                row.id.to_string(),
                row.subject,
                row.cases.to_string(),
                row.units.to_string(),
                Some(row.marks.persons)
                    .filter(|count| *count > 0)
                    .map_or_else(String::new, |count| count.to_string()),
                yes(row.marks.escalated),
                yes(row.marks.prolonged),
                yes(row.marks.pursued),
                row.began_on.to_string(),
                row.changed_on.to_string(),
            ];
            sheet.row(cells.iter().map(String::as_str));
        }
        self.last = rows.last().map_or(self.last, |row| row.id.0);
        Ok(rows.len())
    }
}

/// `GET /matters/{matter}`.
///
/// # Errors
/// [`Problem::NotFound`] for a matter without a case in the viewer's scope.
pub(crate) async fn open(
    visit: Visit,
    viewer: Viewer,
    Path(matter): Path<String>,
) -> Result<Response, Problem> {
    let id: MatterId = matter.parse().map_err(|_| Problem::NotFound)?;
    let scope = viewer.post.unit.clone();
    let packs = visit.app.packs.clone();
    let read = visit.app.db.read(move |r| {
        let Some(matter) = around::opened(r, &packs.rules, id, &scope, SHOWN)? else {
            return Ok(None);
        };
        let left = around::left(r, &matter, &scope)?;
        Ok(Some((matter, left)))
    });
    let (rules, directory) = (visit.app.rules(), &visit.directory);
    let (found, mut left) = read.await?.ok_or(Problem::NotFound)?;
    left.retain(|case| viewer.reads_subject(rules, directory, case));
    let found = around::veiled(found, rules, directory, &viewer).ok_or(Problem::NotFound)?;
    let matter = shown(&visit, &viewer, &found, &left);
    let content = matter::page(visit.tongue(), &matter);
    Ok(frame(&visit, &matter.subject, &content).into_response())
}

/// The matter as `viewer` may see it; of the cases that have `left` it, all that they may be told of.
fn shown(visit: &Visit, viewer: &Viewer, matter: &Matter, left: &[CaseRow]) -> MatterPage {
    let first = matter.members.iter().find(|member| member.known);
    MatterPage {
        id: matter.id,
        subject: first.map_or_else(
            || visit.tongue().say("staff-matter-elsewhere"),
            |member| line::of(visit, viewer, &member.case).subject,
        ),
        marks: marks(visit, matter),
        cases: matter.members.iter().map(|member| around::shown(visit, viewer, member)).collect(),
        older: matter.older,
        units: matter.whole.units,
        links: links(visit, viewer, matter),
        told: told_of(visit, matter, left),
    }
}

/// What stands out about any of the cases.
fn marks(visit: &Visit, matter: &Matter) -> Marks {
    let whole = &matter.whole;
    Marks {
        escalated: whole.escalated,
        prolonged: whole.is_prolonged(visit.today()),
        pursued: whole.pursued,
        persons: u32::try_from(whole.persons).unwrap_or(u32::MAX),
        again: false,
        demonstration: whole.demonstration,
        likely_late: None,
    }
}

fn links(visit: &Visit, viewer: &Viewer, matter: &Matter) -> Vec<LinkForm> {
    let known = |began: u64| {
        let member = matter.members.iter().find(|member| member.case.began == began);
        member.filter(|member| member.known)
    };
    let links_it = |member: &&Member| {
        let sees = viewer.sight(visit.app.rules(), &visit.directory, &member.case);
        viewer.may(Right::ActOnCases) && sees.knows()
    };
    let form = |link| {
        let &kheo_store::matter::LinkRow { ends: [one, other], .. } = link;
        let (from, to) = if known(one).is_some() { (one, other) } else { (other, one) };
        LinkForm {
            code: known(from).filter(links_it).map(|member| member.case.code.clone()),
            csrf: viewer.csrf.clone(),
            other: to,
            words: around::link_words(visit, &matter.members, link, &[one, other]),
            problem: None,
        }
    };
    matter.links.iter().map(form).collect()
}

/// What happened to all cases and was said of them, on one time line.
fn told_of(visit: &Visit, matter: &Matter, left: &[CaseRow]) -> Vec<Happening> {
    let of_cases = matter.members.iter().flat_map(|member| stops(visit, member));
    let of_matter = matter.said.iter().map(|said| spoken(visit, matter, left, said));
    let mut told: Vec<Happening> = of_cases.chain(of_matter).collect();
    told.sort_by_key(|one| (one.on, one.recorded_at));
    told
}

fn stops(visit: &Visit, member: &Member) -> Vec<Happening> {
    let (tongue, case) = (visit.tongue(), &member.case);
    let link = (format!("/cases/{}", case.code), case.code.to_string());
    let happening = |on, what, unit| Happening {
        recorded_at: case.recorded_at,
        on,
        learned_later: false,
        what,
        who: None,
        to: Some(visit.directory.unit(unit, visit.lang)),
        text: None,
        filled: Vec::new(),
        files: Vec::new(),
        ended: None,
        link: Some(link.clone()).filter(|_| member.known),
    };
    if !member.known {
        let what = tongue.say("staff-matter-elsewhere");
        return vec![happening(case.registered_on, what, &case.unit)];
    }
    let mut told = Vec::new();
    for (at, stop) in member.path.iter().enumerate() {
        let key = if at == 0 { "staff-told-registered" } else { "staff-told-came" };
        told.push(happening(stop.since, tongue.say(key), &stop.unit));
    }
    if case.phase == Phase::Closed {
        let on = case.answer.as_ref().map_or(case.changed_on, |answer| answer.on);
        told.push(happening(on, tongue.say(&format!("step-{}", case.step)), &case.unit));
    }
    told
}

fn spoken(visit: &Visit, matter: &Matter, left: &[CaseRow], said: &Said) -> Happening {
    let tongue = visit.tongue();
    let known = |code: &kheo_core::id::CaseCode| {
        let members = matter.members.iter().filter(|member| member.known);
        members.map(|member| &member.case).chain(left).any(|case| case.code == *code)
    };
    let (key, codes, text) = match &said.what {
        MatterEvent::Linked(link) => ("staff-told-linked", vec![&link.one, &link.other], ""),
        MatterEvent::Unlinked(link) => ("staff-told-unlinked", vec![&link.one, &link.other], ""),
        MatterEvent::JudgedPursued { code, private } => {
            ("staff-told-judged", vec![code], private.text.as_str())
        }
        MatterEvent::JudgementWithdrawn { code, private } => {
            ("staff-told-withdrawn", vec![code], private.text.as_str())
        }
    };
    let named: Vec<&str> =
        codes.into_iter().filter(|code| known(code)).map(kheo_core::id::CaseCode::as_str).collect();
    Happening {
        recorded_at: said.recorded_at,
        on: said.effective_on,
        learned_later: false,
        what: tongue.say(key),
        who: Some(told::who(tongue, &visit.directory, &said.who)),
        to: Some(named.join(" – ")).filter(|names| !names.is_empty()),
        text: Some(text.to_owned()).filter(|text| !text.is_empty()),
        filled: Vec::new(),
        files: Vec::new(),
        ended: None,
        link: None,
    }
}
