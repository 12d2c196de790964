//! Who brought a case, sealed: the card of it, and who opens it.

use kheo_core::post::Role;
use kheo_core::sealing::{Group, Sealed, group};
use kheo_store::sealing::Pending;

use super::OpenCase;
use crate::pages::staff::identity::{SealCard, Stands};
use crate::session::Viewer;
use crate::staff::told;
use crate::visit::Visit;

impl OpenCase {
    /// Who brought it, sealed, and the group in which `viewer` opens it with somebody of the other one;
    /// nothing for whoever opens nothing here.
    pub(crate) fn sealed_for(&self, viewer: &Viewer) -> Option<(&Sealed, Group)> {
        let sealed = self.registered.private.sealed.as_deref()?;
        let on = self.around.case.registered_on;
        let group = group(&self.kind, &self.case.topic, on, &viewer.post, viewer.rank)?;
        let within = self.directory.within(&viewer.post.unit, &self.case.unit);
        within.then_some((sealed, group))
    }

    /// The card of who brought it, sealed; nothing where it is not.
    pub(super) fn seal(&self, visit: &Visit, viewer: &Viewer) -> Option<SealCard> {
        self.registered.private.sealed.as_ref()?;
        let (tongue, group) = (visit.tongue(), self.sealed_for(viewer).map(|(_, group)| group));
        let stands = match (group, &self.pending) {
            (None, _) => Stands::Closed,
            (Some(_), _) if !self.has_key => Stands::NoKey,
            (Some(_), None) => Stands::Ask,
            (Some(own), Some(Pending { asking, .. })) if asking.group == own => {
                Stands::Waits(asking.until)
            }
            (Some(_), Some(Pending { by, asking })) => {
                let by = self.directory.post(by, visit.lang);
                Stands::Open(by, asking.reason.clone(), asking.until)
            }
        };
        let reads = group.is_some() || viewer.post.role == Role::Inspector;
        let said = self.openings.iter().filter(|_| reads);
        Some(SealCard {
            code: self.case.code.clone(),
            csrf: viewer.csrf.clone(),
            stands,
            said: said.map(|said| told::opening(tongue, &self.directory, said)).collect(),
            reason: String::new(),
            problem: None,
        })
    }
}
