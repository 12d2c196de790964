//! `/ask`: sending a request.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kheo_core::Refusal;
use kheo_core::unit::Unit;
use kheo_store::case::RequestKey;

use crate::app::unit_name;
use crate::intake::{self, Wanted};
use crate::pages::public::ask::{self as page, AskPage, Typed};
use crate::parts::fault::{self, Fault};
use crate::parts::field::Choice;
use crate::petition;
use crate::problem::Problem;
use crate::submission::Submission;
use crate::visit::Visit;

/// `GET /ask`.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn show(visit: Visit) -> Result<Response, Problem> {
    let units = visit.app.db.read(intake::addressees).await?;
    let once = visit.app.secret();
    Ok(page::page(&visit, &AskPage { once, ..form(&visit, &units) }).into_response())
}

/// `POST /ask`: to the receipt, or the form again with all that was typed.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn send(visit: Visit, mut sent: Submission) -> Result<Response, Problem> {
    let units = visit.app.db.read(intake::addressees).await?;
    let mut faults = sent.file_faults(visit.tongue(), "files");
    if sent.is_too_large() {
        faults.push(Fault::new("text", visit.tongue().say("form-too-large")));
    }
    let filing = match intake::filing(&visit.app, &units, wanted(&sent), request(&sent)) {
        Ok(filing) if faults.is_empty() => filing,
        Ok(_) => return Ok(again(&visit, &units, &sent, faults)),
        Err(refused) => {
            let said = refused.iter().map(|why| fault::of_refusal(visit.tongue(), why));
            return Ok(again(&visit, &units, &sent, said.chain(faults).collect()));
        }
    };
    let files = sent.store_files(&visit.app).await?;
    match intake::take(&visit.app, filing, files).await {
        Ok(done) => Ok(Redirect::to(&format!("/receipt/{}", done.code)).into_response()),
        Err(Problem::Refused(why)) => Ok(again(&visit, &units, &sent, vec![said(&visit, &why)])),
        Err(problem) => Err(problem),
    }
}

fn said(visit: &Visit, why: &Refusal) -> Fault {
    fault::of_refusal(visit.tongue(), why)
}

fn wanted(sent: &Submission) -> Wanted<'_> {
    Wanted {
        kind: sent.text("kind"),
        unit: sent.text("unit"),
        topic: sent.text("topic"),
        typed: petition::Typed {
            subject: sent.text("subject"),
            text: sent.text("text"),
            place: sent.filled("place"),
            name: sent.filled("name"),
            phone: sent.filled("phone"),
        },
    }
}

fn request(sent: &Submission) -> Option<RequestKey> {
    sent.filled("once").map(|once| RequestKey::new(&format!("form:{once}")))
}

fn again(visit: &Visit, units: &[Unit], sent: &Submission, faults: Vec<Fault>) -> Response {
    let typed = |field: &str| sent.text(field).to_owned();
    let ask = AskPage {
        once: typed("once"),
        typed: Typed {
            kind: typed("kind"),
            unit: typed("unit"),
            topic: typed("topic"),
            subject: typed("subject"),
            text: typed("text"),
            place: typed("place"),
            name: typed("name"),
            phone: typed("phone"),
        },
        faults,
        files_lost: sent.has_files(),
        ..form(visit, units)
    };
    (StatusCode::UNPROCESSABLE_ENTITY, page::page(visit, &ask)).into_response()
}

/// The empty form.
fn form(visit: &Visit, units: &[Unit]) -> AskPage {
    let tongue = visit.tongue();
    let mut topics: Vec<Choice> = Vec::new();
    for topic in intake::kinds(&visit.app).flat_map(|kind| &kind.topics) {
        if !topics.iter().any(|known| known.value == topic.id.as_str()) {
            let words = tongue.say(&format!("topic-{}", topic.id));
            topics.push(Choice::new(topic.id.as_str(), words));
        }
    }
    let kind = |id: &str| Choice {
        help: tongue.say(&format!("kind-{id}-help")),
        ..Choice::new(id, tongue.say(&format!("kind-{id}")))
    };
    let unit = |unit: &Unit| Choice::new(unit.id.as_str(), unit_name(unit, visit.lang));
    AskPage {
        kinds: intake::kinds(&visit.app).map(|k| kind(k.id.as_str())).collect(),
        units: units.iter().map(unit).collect(),
        topics,
        ..AskPage::default()
    }
}
