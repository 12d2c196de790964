//! The cases that one letter gathers.

use kheo_core::letter::Variable;
use kheo_store::case::{CaseRow, alike};

use crate::letters::known::Known;
use crate::letters::{Made, vietnamese};
use crate::problem::Problem;
use crate::visit::Visit;

/// What a letter says of one of the cases that it gathers.
pub(super) struct Gathered {
    code: String,
    subject: String,
    topic: String,
}

impl Gathered {
    /// What stands for `variable`; nothing for what is not told of cases side by side.
    pub(super) fn say(&self, variable: &Variable) -> Option<String> {
        match variable {
            Variable::Code => Some(self.code.clone()),
            Variable::Subject => Some(self.subject.clone()),
            Variable::Topic => Some(self.topic.clone()),
            _ => None,
        }
    }
}

/// The cases that a letter gathers around the one that made it, as they were registered by its day;
/// that one alone where nobody knows what the others would have in common with it.
///
/// # Errors
/// [`Problem::Broken`] when they cannot be read.
pub(super) async fn around(
    visit: &Visit,
    made: Made<'_>,
    known: &Known<'_>,
) -> Result<Vec<Gathered>, Problem> {
    if made.template.gathers.is_empty() {
        return Ok(Vec::new());
    }
    let Some(common) = made.template.in_common(&known.begun().private.filled) else {
        return Ok(vec![known.alone()]);
    };
    let (unit, kind) = (known.unit().clone(), known.begun().case_kind.clone());
    let last = made.on;
    let read = visit.app.db.read(move |r| alike(r, &unit, &kind, last, &common)).await?;
    let tongue = vietnamese(visit);
    let told = |case: CaseRow| Gathered {
        code: case.code.to_string(),
        subject: case.petition.subject,
        topic: tongue.say(&format!("topic-{}", case.topic)),
    };
    Ok(read.into_iter().map(told).collect())
}

impl Known<'_> {
    fn alone(&self) -> Gathered {
        let said = |variable| self.say(&variable).unwrap_or_default();
        Gathered {
            code: said(Variable::Code),
            subject: said(Variable::Subject),
            topic: said(Variable::Topic),
        }
    }
}
