//! The parameters of the list, and the filter they mean.

use kheo_core::case::{CaseKind, Metric, Phase};
use kheo_core::due::DueGroup;
use kheo_core::id::{KindId, PostId, StepId, TopicId, UnitId};
use kheo_core::period::Period;
use kheo_core::post::Right;
use kheo_store::case::{Behind, CaseFilter, DueFilter, Order};
use kheo_words::Tongue;
use serde::Deserialize;

use crate::directory::Directory;
use crate::parts::address::Address;
use crate::parts::unknown::{Unknown, leave_out, named, page_number};
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::matters::{MARKS, marked};
use crate::staff::periods;
use crate::visit::Visit;

/// The counts that are no tallies: open cases past their day, and those that are not.
const OVERDUE: &str = "overdue";
const PENDING: &str = "pending";
/// How the list can be ordered.
pub(super) const ORDERS: [&str; 2] = ["due", "received"];

/// What the address of the list says; empty for what it does not.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct CasesQuery {
    pub(super) unit: String,
    /// `yes` leaves out the units below.
    pub(super) alone: String,
    pub(super) kind: String,
    pub(super) topic: String,
    pub(super) step: String,
    pub(super) phase: String,
    pub(super) due: String,
    pub(super) handler: String,
    /// One of [`MARKS`].
    pub(super) mark: String,
    /// With `handler`: `too` for cases of the viewer's unit that nobody is responsible for.
    unclaimed: String,
    pub(super) order: String,
    /// With `period`: the records behind the tally of that name, or behind `overdue` or `pending`.
    metric: String,
    period: String,
    page: String,
    pub(super) format: String,
}

impl CasesQuery {
    /// The parameters that name something, the number of the page from 1, and the values that were
    /// left out.
    ///
    /// # Errors
    /// [`Problem::Unknown`] where leaving them out would tell of other records than were asked for.
    pub(super) fn settled(
        mut self,
        visit: &Visit,
        viewer: &Viewer,
    ) -> Result<(Self, i64, Vec<Unknown>), Problem> {
        let (rules, directory) = (visit.app.rules(), &visit.directory);
        let mut unknown = Vec::new();
        let mut check = |name, value: &mut String, is_known: &dyn Fn(&str) -> bool| {
            leave_out(&mut unknown, name, value, is_known);
        };
        let within = |unit: &str| directory.within(&viewer.post.unit, &UnitId::new(unit));
        let of_kinds = |is: fn(&CaseKind, &str) -> bool| {
            move |word: &str| rules.kinds.iter().any(|kind| is(kind, word))
        };
        let topic = |kind: &CaseKind, word: &str| kind.topics.iter().any(|x| x.id.as_str() == word);
        let step = |kind: &CaseKind, word: &str| kind.steps.iter().any(|x| x.id.as_str() == word);
        let metric =
            |word: &str| [OVERDUE, PENDING].contains(&word) || Metric::from_word(word).is_some();
        check("unit", &mut self.unit, &within);
        check("alone", &mut self.alone, &|word| word == "yes");
        check("kind", &mut self.kind, &of_kinds(|kind, word| kind.id.as_str() == word));
        check("topic", &mut self.topic, &of_kinds(topic));
        check("step", &mut self.step, &of_kinds(step));
        check("phase", &mut self.phase, &|word| phase(word).is_some());
        check("due", &mut self.due, &|word| DueGroup::from_word(word).is_some());
        check("handler", &mut self.handler, &|post| directory.has_post(&PostId::new(post)));
        check("mark", &mut self.mark, &|word| MARKS.contains(&word));
        check("order", &mut self.order, &|word| ORDERS.contains(&word));
        check("format", &mut self.format, &|word| word == "csv");
        let is_list = self.metric.is_empty();
        check("metric", &mut self.metric, &metric);
        check("period", &mut self.period, &periods::is_one);
        if !self.metric.is_empty() && self.period.is_empty() {
            unknown.push(Unknown::new("period", ""));
        }
        let page = page_number(&mut unknown, &mut self.page);
        let unknown = named(unknown, is_list && self.format != "csv")?;
        Ok((self, page, unknown))
    }

    /// The unit whose cases these are: the one that was asked for, or the viewer's.
    fn scope(&self, viewer: &Viewer) -> UnitId {
        if self.unit.is_empty() { viewer.post.unit.clone() } else { UnitId::new(&self.unit) }
    }

    /// The filter.
    pub(super) fn filter(&self, visit: &Visit, viewer: &Viewer) -> CaseFilter {
        let scope = self.scope(viewer);
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        CaseFilter {
            unit: (self.alone == "yes").then(|| scope.clone()),
            kind: given(&self.kind).map(KindId::new),
            topic: given(&self.topic).map(TopicId::new),
            step: given(&self.step).map(StepId::new),
            handler: given(&self.handler).map(PostId::new),
            unclaimed_in: (self.unclaimed == "too").then(|| viewer.post.unit.clone()),
            phases: phase(&self.phase).into_iter().collect(),
            due: self.due(visit),
            marks: marked(&self.mark, visit),
            hidden: self.hidden(visit, viewer),
            hidden_topics: self.kept_from(visit, viewer),
            order: if self.order == "received" { Order::NewestFirst } else { Order::DueFirst },
            behind: self.behind(visit),
            ..CaseFilter::within(scope, visit.today())
        }
    }

    /// The kinds that are left out: what a reader only counts is there as part of a figure, of a kind, a unit and a
    /// period, and not where anything else is asked, so that no filter tells where such a case stands.
    fn hidden(&self, visit: &Visit, viewer: &Viewer) -> Vec<KindId> {
        let asked = [&self.topic, &self.step, &self.phase, &self.due, &self.handler, &self.mark];
        let more = [&self.unclaimed, &self.order];
        let is_figure = asked.into_iter().chain(more).all(String::is_empty);
        if is_figure || viewer.may(Right::ReadPetitioner) {
            return Vec::new();
        }
        visit.app.rules().sealed().into_iter().cloned().collect()
    }

    /// What `viewer` is not shown at all, not even as a number, but behind a figure, which counts it.
    fn kept_from(&self, visit: &Visit, viewer: &Viewer) -> Vec<(KindId, TopicId)> {
        if self.behind(visit).is_some() { Vec::new() } else { viewer.kept_from(visit) }
    }

    fn due(&self, visit: &Visit) -> Option<DueFilter> {
        Some(DueFilter { group: DueGroup::from_word(&self.due)?, today: visit.today() })
    }

    fn behind(&self, visit: &Visit) -> Option<Behind> {
        let period: Period = self.period.parse().ok()?;
        if self.metric == OVERDUE {
            return Some(Behind::Overdue { period, today: visit.today() });
        }
        if self.metric == PENDING {
            return Some(Behind::Pending { period, today: visit.today() });
        }
        let metric = Metric::from_word(&self.metric)?;
        let kind = Some(KindId::new(&self.kind)).filter(|kind| !kind.as_str().is_empty());
        Some(Behind::Tally { kind, metric, period, today: visit.today() })
    }

    /// The figure whose records these are, in words.
    pub(super) fn figure(
        &self,
        tongue: Tongue<'_>,
        directory: &Directory,
        viewer: &Viewer,
    ) -> Option<String> {
        let period: Period = self.period.parse().ok().filter(|_| !self.metric.is_empty())?;
        let metric = tongue.say(&format!("staff-metric-{}", self.metric));
        let kind = match self.kind.as_str() {
            "" => tongue.say("staff-kinds-all"),
            kind => tongue.say(&format!("kind-{kind}")),
        };
        let scope = self.scope(viewer);
        let unit = directory.unit(&scope, tongue.lang());
        let variables = [
            ("metric", metric.as_str()),
            ("kind", kind.as_str()),
            ("unit", unit.as_str()),
            ("period", &tongue.period(period)),
        ];
        Some(if self.alone == "yes" || !directory.has_below(&scope) {
            tongue.say_with("staff-cases-figure-alone", &variables)
        } else {
            tongue.say_with("staff-cases-figure", &variables)
        })
    }

    /// What the form of the filter carries along unseen.
    pub(super) fn kept(&self) -> Vec<(&'static str, String)> {
        let all = [
            ("metric", &self.metric),
            ("period", &self.period),
            ("alone", &self.alone),
            ("unclaimed", &self.unclaimed),
        ];
        let given = all.into_iter().filter(|(_, value)| !value.is_empty());
        given.map(|(name, value)| (name, value.clone())).collect()
    }

    /// Whether anything but the order is chosen.
    pub(super) fn is_filter(&self) -> bool {
        let by_order = Address::new("/cases").with("order", &self.order);
        self.address().into_string() != by_order.into_string()
    }

    /// The address of this list, from its first page.
    pub(super) fn address(&self) -> Address {
        Address::new("/cases")
            .with("metric", &self.metric)
            .with("period", &self.period)
            .with("unit", &self.unit)
            .with("alone", &self.alone)
            .with("kind", &self.kind)
            .with("topic", &self.topic)
            .with("step", &self.step)
            .with("phase", &self.phase)
            .with("due", &self.due)
            .with("handler", &self.handler)
            .with("unclaimed", &self.unclaimed)
            .with("mark", &self.mark)
            .with("order", &self.order)
    }
}

fn phase(word: &str) -> Option<Phase> {
    match word {
        "open" => Some(Phase::Open),
        "waiting" => Some(Phase::Waiting),
        "closed" => Some(Phase::Closed),
        _ => None,
    }
}
