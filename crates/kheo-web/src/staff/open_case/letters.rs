//! The letters of a case, and who reads which of them.

use std::collections::BTreeSet;

use kheo_core::case::{CaseEvent, Sight};
use kheo_core::id::LetterId;
use kheo_core::post::Right;
use kheo_core::rules::Rules;
use kheo_paper::letter::Letter;
use kheo_store::case::CaseRow;
use kheo_store::{Reader, Recorded, StoreError};

use super::OpenCase;
use crate::directory::Directory;
use crate::letters::{self, Asker, gathered};
use crate::pages::staff::case::LetterLink;
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::told;
use crate::visit::Visit;

/// The letters that gather cases around `case` and are not made for this one.
pub(super) fn elsewhere(
    r: &Reader<'_>,
    (rules, directory): (&Rules, &Directory),
    told: &[Recorded<CaseEvent>],
    case: &CaseRow,
) -> Result<BTreeSet<LetterId>, StoreError> {
    let mut elsewhere = BTreeSet::new();
    let kind = rules.kind_left(&case.kind, case.version);
    for made in letters::made(rules, &kind, told) {
        let letter = made.template;
        if letter.gathers.is_empty() {
            continue;
        }
        let seq = told.get(made.number - 1).map(|event| event.seq);
        let writer = letters::writer(directory, told, made.number);
        let Some((unit, seq)) = writer.zip(seq) else { continue };
        if !gathered::is_made(r, &kind, letter, case, (&unit, seq))? {
            elsewhere.insert(letter.id.clone());
        }
    }
    Ok(elsewhere)
}

impl OpenCase {
    /// The letter that event `number` made.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when it made none, or none for the viewer.
    pub(crate) async fn letter(
        &self,
        visit: &Visit,
        number: usize,
    ) -> Result<(LetterId, Letter), Problem> {
        if !self.may_read_letter(number) {
            return Err(Problem::NotFound);
        }
        letters::written(visit, &self.kind, &self.told, number, self.reader()).await
    }

    /// The letters that `viewer` may read.
    pub(super) fn letters(&self, visit: &Visit, viewer: &Viewer) -> Vec<LetterLink> {
        if !viewer.may(Right::ReadPetitioner) || self.case.erased {
            return Vec::new();
        }
        let reader = self.reader();
        letters::made(visit.app.rules(), &self.kind, &self.told)
            .filter(|made| reader.may_read(made.template) && self.may_read_letter(made.number))
            .map(|made| LetterLink {
                href: format!("/cases/{}/letters/{}", self.case.code, made.number),
                title: visit.tongue().say(&format!("letter-{}", made.template.id)),
                on: made.on,
            })
            .collect()
    }

    /// Whether the letter that event `number` made is for the viewer: of a case that was sent on, those
    /// that the own unit made.
    fn may_read_letter(&self, number: usize) -> bool {
        let event = number.checked_sub(1).and_then(|at| self.told.get(at));
        let own = event.is_some_and(|one| told::is_own(&self.directory, &one.who, &self.unit));
        let elsewhere = event.is_some_and(|one| match &one.what {
            CaseEvent::Acted(acted) => {
                acted.letter.as_ref().is_some_and(|letter| self.elsewhere.contains(letter))
            }
            _ => false,
        });
        if elsewhere {
            return false;
        }
        self.sees.works() || self.sees == Sight::Course && own
    }

    /// As whom `viewer` reads letters.
    fn reader(&self) -> Asker {
        Asker::Officer { knows: self.sees.knows() }
    }
}
