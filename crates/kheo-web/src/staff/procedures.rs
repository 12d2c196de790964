//! `/procedures`: how cases of each kind move, as rules and as a picture.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use kheo_calendar::LimitUnit;
use kheo_core::case::{Action, CaseKind, Circumstances, KeptClosed, Party};
use kheo_core::id::{KindId, StepId};
use kheo_paper::procedure;
use kheo_paper::svg::state_diagram;
use kheo_words::Tongue;
use serde::Deserialize;

use crate::pages::staff::procedures::{
    ActionLine, ProcedureLine, ProcedurePage, Standing, list, page,
};
use crate::parts::address::encoded;
use crate::parts::due;
use crate::problem::Problem;
use crate::staff::frame;
use crate::visit::Visit;

/// The parameters of a procedure.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ProcedureQuery {
    /// The first day of a version; empty for the one in force.
    version: String,
}

/// The page of a version of a kind.
pub(crate) fn address(kind: &KindId, version: Date) -> String {
    format!("/procedures/{}?version={version}", encoded(kind.as_str()))
}

/// `GET /procedures`.
pub(crate) async fn show(visit: Visit) -> Response {
    let (tongue, today) = (visit.tongue(), visit.today());
    let mut kinds: Vec<&CaseKind> = visit.app.rules().kinds.iter().collect();
    kinds.sort_by_key(|kind| (&kind.id, std::cmp::Reverse(kind.from)));
    let line = |kind: &&CaseKind| ProcedureLine {
        kind: kind.id.clone(),
        from: kind.from,
        until: kind.until,
        state: standing(kind, today),
        href: address(&kind.id, kind.from),
    };
    let lines: Vec<ProcedureLine> = kinds.iter().map(line).collect();
    let title = tongue.say("staff-procedures-title");
    frame(&visit, &title, &list(tongue, &lines)).into_response()
}

fn standing(kind: &CaseKind, today: Date) -> Standing {
    if today < kind.from {
        Standing::ToCome
    } else if kind.is_in_force(today) {
        Standing::Applies
    } else {
        Standing::Past
    }
}

/// `GET /procedures/{kind}`.
///
/// # Errors
/// [`Problem::NotFound`] for a kind or a version that the packs do not have.
pub(crate) async fn open(
    visit: Visit,
    Path(kind): Path<String>,
    Query(query): Query<ProcedureQuery>,
) -> Result<Response, Problem> {
    let (tongue, rules, kind) = (visit.tongue(), visit.app.rules(), KindId::new(kind));
    let kind = match query.version.as_str() {
        "" => rules.kind_on(&kind, visit.today()),
        version => {
            let version: Date = version.parse().map_err(|_| Problem::NotFound)?;
            rules.kind_of_version(&kind, version)
        }
    };
    let kind = kind.map_err(|_| Problem::NotFound)?;
    let title = procedure::title(kind, tongue);
    let content = ProcedurePage {
        title: title.clone(),
        picture: state_diagram::render(&procedure::diagram(kind, tongue)),
        actions: kind.actions.iter().map(|action| line(action, tongue)).collect(),
        kept_closed: kind.kept_closed.as_ref().map(|rule| kept_closed(tongue, rule)),
    };
    Ok(frame(&visit, &title, &page(tongue, &content)).into_response())
}

/// When cases count as kept closed: the time without word, where it is longer, and the rule.
fn kept_closed(tongue: Tongue<'_>, rule: &KeptClosed) -> String {
    let said = tongue.say("staff-procedure-kept-closed");
    let remote = Circumstances { remote: true, ..Circumstances::default() };
    let longer = rule.remote.map(|_| {
        tongue.say_with("staff-procedure-kept-remote", &[("days", &days(tongue, rule, remote))])
    });
    let time = silence(tongue, rule, Circumstances::default());
    [Some(said), Some(time), longer].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How long nobody must say otherwise, by which rule, with the doubt about it, if there is one.
pub(crate) fn silence(tongue: Tongue<'_>, rule: &KeptClosed, under: Circumstances) -> String {
    let said = tongue.say_with("staff-kept-silence", &[("days", &days(tongue, rule, under))]);
    format!("{said} {}", due::cited(tongue, &rule.rule))
}

fn days(tongue: Tongue<'_>, rule: &KeptClosed, under: Circumstances) -> String {
    tongue.length(i64::from(rule.days_under(under)), LimitUnit::CalendarDays)
}

fn line(action: &Action, tongue: Tongue<'_>) -> ActionLine {
    let step = |step: &StepId| tongue.say(&format!("step-{step}"));
    let party = |party: &Party| match party {
        Party::Citizen => tongue.say("staff-actor-citizen"),
        Party::HeadAbove => tongue.say("changed-party-head-above"),
        Party::Role(role) => tongue.say(&format!("staff-role-{}", role.word())),
    };
    ActionLine {
        name: tongue.say(&format!("action-{}", action.id)),
        from: action.from.iter().map(step).collect(),
        to: action.to.as_ref().map(step),
        who: action.who.iter().map(party).collect(),
    }
}
