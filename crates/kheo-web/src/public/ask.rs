//! `/ask`: sending a request.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kheo_core::Refusal;
use kheo_core::case::{CaseKind, Filled, Petition, Proof, Publicity, TypedPetition};
use kheo_core::event::Stamp;
use kheo_core::id::{KindId, TopicId, UnitId};
use kheo_core::origin::Origin;
use kheo_core::post::Actor;
use kheo_core::sealing::take_out;
use kheo_store::case::{CodeChoice, Filing, Registered, RequestKey};
use maud::Markup;

use crate::pages::public::ask::{self as page, AskPage, OfKind, Typed};
use crate::parts::fault::{self, Fault};
use crate::parts::field::{Choice, Group};
use crate::parts::questions;
use crate::problem::Problem;
use crate::public::topics;
use crate::submission::Submission;
use crate::visit::Visit;

/// What a citizen asks for, typed well.
pub(crate) struct Asked {
    pub(crate) kind: KindId,
    pub(crate) unit: UnitId,
    /// Nothing when the citizen is not sure.
    pub(crate) topic: Option<TopicId>,
    pub(crate) petition: Petition,
    /// What the sender calls the request.
    pub(crate) name: RequestName,
}

/// What the sender of a request calls it.
pub(crate) enum RequestName {
    /// The name that a form was given. Sent again with other content it is another request: somebody
    /// came back and added a picture.
    Form(String),
    /// The key that a program chose. It names one request for good.
    Program(String),
}

/// Registers what a citizen asks for, with the files that were sent. They are stored when nothing is
/// refused any more, and before the entry that names them.
///
/// # Errors
/// [`Problem::Refused`], [`Problem::Broken`].
pub(crate) async fn register(
    visit: &Visit,
    asked: Asked,
    sent: &mut Submission,
) -> Result<Registered, Problem> {
    let app = &visit.app;
    let stamp = Stamp::at(app.now());
    let filing = filing(visit, asked, sent.proofs(), stamp.effective_on)?;
    if sent.has_files() {
        let (packs, wanted) = (app.packs.clone(), filing.clone());
        let decide = app
            .db
            .read(move |r| Ok(kheo_store::case::may_register(r, &packs.rules, &wanted, stamp)));
        decide.await??;
        sent.store_files(app).await?;
    }
    let packs = app.packs.clone();
    let write = app.db.write(move |tx| {
        kheo_store::case::register(tx, &packs.rules, filing, stamp, &Actor::Citizen)
    });
    Ok(write.await?)
}

fn filing(visit: &Visit, asked: Asked, files: Vec<Proof>, today: Date) -> Result<Filing, Refusal> {
    let app = &visit.app;
    let mut kinds = app.rules().self_service(today);
    let kind = kinds.find(|kind| kind.id == asked.kind);
    let kind = kind.ok_or_else(|| Refusal::UnknownKind { kind: asked.kind.clone() })?;
    if !is_addressable(visit, &asked.unit) {
        return Err(Refusal::UnknownUnit { unit: asked.unit });
    }
    let content = content(kind, &asked, &files);
    let request = match &asked.name {
        RequestName::Form(name) => RequestKey::new(&format!("form:{name}:{content}"), &content),
        RequestName::Program(key) => RequestKey::new(&format!("api:{key}"), &content),
    };
    let topic = asked.topic.or_else(|| kind.catch_all().map(|topic| topic.id.clone()));
    Ok(Filing {
        code: CodeChoice::Next,
        kind: asked.kind,
        unit: asked.unit,
        topic: topic.ok_or(Refusal::Empty { field: "topic" })?,
        again: None,
        petition: Petition { key: Some(app.follow_key()), ..asked.petition },
        files,
        origin: Origin::Entered,
        request: Some(request),
    })
}

/// All that is asked for, to tell two requests apart; not who asks, where that is sealed: a telephone number
/// is guessed from its hash.
fn content(of: &CaseKind, asked: &Asked, files: &[Proof]) -> String {
    let Asked { kind, unit, topic, petition, .. } = asked;
    let petition =
        if of.openers.is_some() { take_out(of, petition.clone()).0 } else { petition.clone() };
    serde_json::json!([kind, unit, topic, petition, files]).to_string()
}

/// `GET /ask`.
pub(crate) async fn show(visit: Visit) -> Markup {
    let once = visit.app.secret();
    page::page(&visit, &AskPage { once, ..form(&visit) })
}

/// `POST /ask`: to the receipt, or the form again with all that was typed.
///
/// # Errors
/// [`Problem::Unreadable`] for a form without a name, which could not be sent again safely; [`Problem::Broken`].
pub(crate) async fn send(visit: Visit, mut sent: Submission) -> Result<Response, Problem> {
    let mut faults = sent.faults(visit.tongue());
    faults.extend(sent.file_faults(visit.tongue(), "files"));
    let asked = match asked(&visit, &sent) {
        Ok(asked) if faults.is_empty() => asked,
        Ok(_) => return Ok(again(&visit, &sent, faults)),
        Err(refused) => {
            faults.extend(refused.iter().map(|why| fault::of_refusal(visit.tongue(), why)));
            return Ok(again(&visit, &sent, faults));
        }
    };
    if sent.filled("once").is_none() {
        return Err(Problem::Unreadable);
    }
    match register(&visit, asked, &mut sent).await {
        Ok(done) => {
            // The receipt is shown even where others of the same address were guessing.
            visit.limits.codes.was_right(visit.client, visit.app.now().as_second());
            Ok(Redirect::to(&format!("/receipt/{}", done.follow_code())).into_response())
        }
        Err(Problem::Refused(why)) => {
            let faults = vec![fault::of_refusal(visit.tongue(), &why)];
            Ok(again(&visit, &sent, faults))
        }
        Err(problem) => Err(problem),
    }
}

fn asked(visit: &Visit, sent: &Submission) -> Result<Asked, Vec<Refusal>> {
    let mut wrong = Vec::new();
    let (kind, unit) = (sent.text("kind"), UnitId::new(sent.text("unit")));
    let known = kinds(visit).find(|known| known.id.as_str() == kind);
    if kind.is_empty() {
        wrong.push(Refusal::Empty { field: "kind" });
    }
    if unit.as_str().is_empty() {
        wrong.push(Refusal::Empty { field: "unit" });
    } else if !is_addressable(visit, &unit) {
        wrong.push(Refusal::UnknownUnit { unit: unit.clone() });
    } else if known.is_some_and(|kind| !visit.directory.takes(kind, &unit)) {
        wrong.push(Refusal::NobodyThere { unit: unit.clone() });
    }
    let typed = TypedPetition {
        subject: sent.text("subject"),
        text: sent.text("text"),
        place: sent.filled("place"),
        persons: sent.filled("persons"),
        name: sent.filled("name"),
        phone: sent.filled("phone"),
    };
    let petition = typed.petition().unwrap_or_else(|why| {
        wrong.extend(why);
        Petition::default()
    });
    let lacks = known.into_iter().flat_map(|kind| &kind.requires);
    let lacks = lacks.filter(|part| sent.filled(part.field()).is_none());
    wrong.extend(lacks.map(|&part| Refusal::Lacks { part }));
    let questions = known.into_iter();
    let questions = questions.flat_map(|kind| kind.fields_of(&kind.form));
    let filled = questions::read(questions, |control| sent.text(control), visit.today());
    let filled = filled.unwrap_or_else(|why| {
        wrong.extend(why);
        Filled::new()
    });
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(Asked {
        kind: KindId::new(kind),
        unit,
        topic: sent.filled("topic").map(TopicId::new),
        petition: Petition { filled, ..petition },
        name: RequestName::Form(sent.text("once").trim().to_owned()),
    })
}

fn again(visit: &Visit, sent: &Submission, faults: Vec<Fault>) -> Response {
    let typed = |field: &str| sent.text(field).to_owned();
    let ask = AskPage {
        once: sent.filled("once").map_or_else(|| visit.app.secret(), str::to_owned),
        typed: Typed {
            kind: typed("kind"),
            unit: typed("unit"),
            topic: typed("topic"),
            subject: typed("subject"),
            text: typed("text"),
            place: typed("place"),
            persons: typed("persons"),
            name: typed("name"),
            phone: typed("phone"),
            answers: sent.answers(),
        },
        faults,
        files_lost: sent.has_files(),
        ..form(visit)
    };
    (StatusCode::UNPROCESSABLE_ENTITY, page::page(visit, &ask)).into_response()
}

/// The empty form.
fn form(visit: &Visit) -> AskPage {
    let tongue = visit.tongue();
    let kind = |id: &str| Choice {
        help: tongue.say(&format!("kind-{id}-help")),
        ..Choice::new(id, tongue.say(&format!("kind-{id}")))
    };
    AskPage {
        kinds: kinds(visit).map(|k| kind(k.id.as_str())).collect(),
        asked: kinds(visit).map(of_kind).collect(),
        units: offered(visit),
        topics: grouped_topics(visit),
        ..AskPage::default()
    }
}

/// What the form asks and tells of `kind` alone.
fn of_kind(kind: &CaseKind) -> OfKind {
    OfKind {
        kind: kind.id.clone(),
        questions: kind.fields_of(&kind.form).cloned().collect(),
        requires: kind.requires.iter().copied().collect(),
        subject_is_public: kind.publishes(Publicity::Subject),
        is_public: kind.publishes(Publicity::Answer),
    }
}

/// The topics, each once, under the names of the kinds that can be about it; nothing but the topics
/// where all kinds have the same.
fn grouped_topics(visit: &Visit) -> Vec<Group> {
    let tongue = visit.tongue();
    let kinds: Vec<&CaseKind> = kinds(visit).collect();
    let mut groups: Vec<Group> = Vec::new();
    for topic in topics(tongue, kinds.iter().copied()) {
        let has = |kind: &&&CaseKind| kind.topics.iter().any(|one| one.id.as_str() == topic.value);
        let names = kinds.iter().filter(has).map(|kind| tongue.say(&format!("kind-{}", kind.id)));
        let name = names.collect::<Vec<_>>().join(" · ");
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.choices.push(topic),
            None => groups.push(Group { name, choices: vec![topic] }),
        }
    }
    groups
}

/// The kinds of case that citizens send themselves: first those whose answers are for everybody.
fn kinds(visit: &Visit) -> impl Iterator<Item = &CaseKind> {
    let mut kinds: Vec<&CaseKind> = visit.app.rules().self_service(visit.today()).collect();
    kinds.sort_by_key(|kind| !kind.publishes(Publicity::Answer));
    kinds.into_iter()
}

/// The units that take in what citizens send, each with the kinds that it does not take.
fn offered(visit: &Visit) -> Vec<Choice> {
    let tongue = visit.tongue();
    let offer = |unit: Choice| {
        let id = UnitId::new(&unit.value);
        let (takes, lacks): (Vec<&CaseKind>, Vec<&CaseKind>) =
            kinds(visit).partition(|kind| visit.directory.takes(kind, &id));
        if takes.is_empty() || lacks.is_empty() {
            return (!takes.is_empty()).then_some(unit);
        }
        let lacks = lacks.iter().map(|kind| tongue.say(&format!("kind-{}", kind.id)));
        let lacks = lacks.collect::<Vec<_>>().join(", ");
        let variables = [("unit", unit.words.as_str()), ("kinds", lacks.as_str())];
        Some(Choice { words: tongue.say_with("ask-unit-without", &variables), ..unit })
    };
    let units = visit.directory.addressable(&visit.app.place, visit.today(), visit.lang);
    units.into_iter().filter_map(offer).collect()
}

/// Whether citizens can turn to `unit`.
pub(crate) fn is_addressable(visit: &Visit, unit: &UnitId) -> bool {
    visit.directory.is_addressable(unit, &visit.app.place, visit.today())
}
