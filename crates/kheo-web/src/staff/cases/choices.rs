//! What the list can be filtered by.

use std::collections::BTreeSet;

use kheo_core::case::CaseKind;
use kheo_core::due::DueGroup;
use kheo_core::post::Right;
use kheo_words::Tongue;

use super::query::{CasesQuery, ORDERS};
use crate::directory::{self, Directory};
use crate::pages::staff::choice::Select;
use crate::parts::field::Choice;
use crate::session::Viewer;
use crate::staff::matters;
use crate::visit::Visit;

/// The lists of the filter, with what is chosen.
pub(super) fn selects(
    visit: &Visit,
    viewer: &Viewer,
    directory: &Directory,
    query: &CasesQuery,
) -> Vec<Select> {
    let tongue = visit.tongue();
    let kinds = &visit.app.rules().kinds;
    let select = |name, chosen: &str, choices| Select {
        name,
        label: tongue.say(&format!("staff-column-{name}")),
        any: Some(tongue.say("staff-filter-all")),
        choices,
        chosen: chosen.to_owned(),
    };
    let ids = |of: fn(&CaseKind) -> Vec<&str>| kinds.iter().flat_map(of).collect::<BTreeSet<_>>();
    let kind_ids = ids(|kind| vec![kind.id.as_str()]);
    let topics = ids(|kind| kind.topics.iter().map(|topic| topic.id.as_str()).collect());
    let steps = ids(|kind| kind.steps.iter().map(|step| step.id.as_str()).collect());
    let mut order = select("order", &query.order, keyed(tongue, "staff-order-", ORDERS));
    order.any = None;
    vec![
        select("unit", &query.unit, directory.choices(&viewer.post.unit, tongue.lang())),
        select("kind", &query.kind, keyed(tongue, "kind-", kind_ids)),
        select("topic", &query.topic, keyed(tongue, "topic-", topics)),
        select("step", &query.step, keyed(tongue, "step-", steps)),
        select("phase", &query.phase, keyed(tongue, "staff-phase-", ["open", "waiting", "closed"])),
        select("due", &query.due, keyed(tongue, "staff-due-", DueGroup::ALL.map(DueGroup::word))),
        select("handler", &query.handler, handlers(tongue, viewer, directory)),
        matters::select(tongue, &query.mark),
        order,
    ]
}

fn keyed<'a>(
    tongue: Tongue<'_>,
    prefix: &str,
    ids: impl IntoIterator<Item = &'a str>,
) -> Vec<Choice> {
    ids.into_iter().map(|id| Choice::new(id, tongue.say(&format!("{prefix}{id}")))).collect()
}

/// The posts of the viewer's scope that work on cases.
fn handlers(tongue: Tongue<'_>, viewer: &Viewer, directory: &Directory) -> Vec<Choice> {
    let units = directory.units().filter(|unit| directory.within(&viewer.post.unit, &unit.id));
    units
        .flat_map(|unit| directory.posts_in(&unit.id))
        .filter(|post| post.role.allows(Right::ActOnCases))
        .map(|post| Choice::new(post.id.as_str(), directory::title(post, tongue.lang())))
        .collect()
}
