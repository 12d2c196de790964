//! What is known of units and posts while neither changes: every deed asks for them, and few change them.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::db::transaction::Reader;
use crate::{StoreError, unit};

/// A statement, and what it was asked of.
type Question = (&'static str, String);

/// Answers about units and posts.
#[derive(Default)]
pub(crate) struct Remembered {
    last_change: Cell<Option<u64>>,
    answers: RefCell<BTreeMap<Question, Rc<dyn Any>>>,
}

impl Remembered {
    /// Forgets what another program may have changed since the last transaction, as it stands in `r`.
    pub(super) fn renew(&self, r: &Reader<'_>) -> Result<(), StoreError> {
        let last_change = unit::last_change(r)?;
        if self.last_change.replace(last_change) != last_change {
            self.forget();
        }
        Ok(())
    }

    /// Forgets everything.
    pub(super) fn forget(&self) {
        self.answers.borrow_mut().clear();
    }

    pub(super) fn answer<T: 'static>(&self, sql: &'static str, key: &str) -> Option<Rc<Vec<T>>> {
        let known = self.answers.borrow().get(&(sql, key.to_owned())).cloned()?;
        known.downcast().ok()
    }

    /// Nothing is kept of what was not found: anybody can ask for that.
    pub(super) fn keep<T: 'static>(&self, sql: &'static str, key: &str, answer: &Rc<Vec<T>>) {
        if !answer.is_empty() {
            let answer: Rc<dyn Any> = Rc::<Vec<T>>::clone(answer);
            self.answers.borrow_mut().insert((sql, key.to_owned()), answer);
        }
    }
}
