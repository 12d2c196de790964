//! The parameters of the list, and the filter they mean.

use kheo_core::case::{Metric, Phase};
use kheo_core::due::DueGroup;
use kheo_core::id::{KindId, PostId, StepId, TopicId, UnitId};
use kheo_core::period::Period;
use kheo_store::case::{Behind, CaseFilter, DueFilter, Order};
use kheo_words::Tongue;
use serde::Deserialize;

use crate::directory::Directory;
use crate::parts::address::Address;
use crate::problem::Problem;
use crate::session::Viewer;
use crate::visit::Visit;

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
    /// With `handler`: `too` for cases of the viewer's unit that nobody is responsible for.
    unclaimed: String,
    pub(super) order: String,
    /// With `period`: the records behind the tally of that name, or behind `overdue`.
    metric: String,
    period: String,
    page: String,
    pub(super) format: String,
}

impl CasesQuery {
    /// The number of the page, from 1.
    pub(super) fn page(&self) -> u32 {
        self.page.parse().unwrap_or(1).max(1)
    }

    /// The unit whose cases these are: the one that was asked for, or the viewer's.
    fn scope(&self, viewer: &Viewer) -> UnitId {
        if self.unit.is_empty() { viewer.post.unit.clone() } else { UnitId::new(&self.unit) }
    }

    /// The filter.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::Unreadable`].
    pub(super) fn filter(
        &self,
        visit: &Visit,
        viewer: &Viewer,
        directory: &Directory,
    ) -> Result<CaseFilter, Problem> {
        let scope = self.scope(viewer);
        if !directory.within(&viewer.post.unit, &scope) {
            return Err(Problem::NotFound);
        }
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Ok(CaseFilter {
            unit: (self.alone == "yes").then(|| scope.clone()),
            kind: given(&self.kind).map(KindId::new),
            topic: given(&self.topic).map(TopicId::new),
            step: given(&self.step).map(StepId::new),
            handler: given(&self.handler).map(PostId::new),
            unclaimed_in: (self.unclaimed == "too").then(|| viewer.post.unit.clone()),
            phases: phase(&self.phase)?.into_iter().collect(),
            due: self.due(visit)?,
            order: if self.order == "received" { Order::NewestFirst } else { Order::DueFirst },
            behind: self.behind(visit)?,
            ..CaseFilter::within(scope, visit.today())
        })
    }

    fn due(&self, visit: &Visit) -> Result<Option<DueFilter>, Problem> {
        if self.due.is_empty() {
            return Ok(None);
        }
        let group = DueGroup::from_word(&self.due).ok_or(Problem::Unreadable)?;
        Ok(Some(DueFilter { group, today: visit.today() }))
    }

    fn behind(&self, visit: &Visit) -> Result<Option<Behind>, Problem> {
        if self.metric.is_empty() {
            return Ok(None);
        }
        let period: Period = self.period.parse().map_err(|_| Problem::Unreadable)?;
        if self.metric == "overdue" {
            return Ok(Some(Behind::Overdue { period, today: visit.today() }));
        }
        let metric = Metric::from_word(&self.metric).ok_or(Problem::Unreadable)?;
        let kind = Some(KindId::new(&self.kind)).filter(|kind| !kind.as_str().is_empty());
        Ok(Some(Behind::Tally { kind, metric, period }))
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
        let unit = directory.unit(&self.scope(viewer), tongue.lang());
        let variables = [
            ("metric", metric.as_str()),
            ("kind", kind.as_str()),
            ("unit", unit.as_str()),
            ("period", &tongue.period(period)),
        ];
        Some(if self.alone == "yes" {
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
            .with("order", &self.order)
    }
}

fn phase(word: &str) -> Result<Option<Phase>, Problem> {
    match word {
        "" => Ok(None),
        "open" => Ok(Some(Phase::Open)),
        "waiting" => Ok(Some(Phase::Waiting)),
        "closed" => Ok(Some(Phase::Closed)),
        _ => Err(Problem::Unreadable),
    }
}
