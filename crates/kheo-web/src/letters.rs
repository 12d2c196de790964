//! Letters that were made for a case, written from what its events tell.

mod cited;
pub(crate) mod gathered;
mod known;
mod office;

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use kheo_core::Refusal;
use kheo_core::case::{Case, CaseEvent, CaseKind};
use kheo_core::id::{LetterId, UnitId};
use kheo_core::letter::{Head, LetterTemplate, Passage as Written, PassageForm, Pattern};
use kheo_core::letter::{Signature, Variable};
use kheo_core::rules::Rules;
use kheo_paper::Format;
use kheo_paper::letter::{Letter, Passage, Signatory};
use kheo_store::Recorded;
use kheo_words::{Lang, Tongue};

use crate::directory::Directory;
use crate::parts::erased;
use crate::problem::Problem;
use crate::visit::Visit;
use gathered::Gathered;
use known::Known;

/// Room to write by hand what is not known.
const ROOM: &str = "………………………………";

/// A letter that an event made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Made<'a> {
    /// The number of the event in the case, from 1.
    pub(crate) number: usize,
    /// The day it bears.
    pub(crate) on: Date,
    pub(crate) template: &'a LetterTemplate,
}

/// The letters that `events` of a case of `kind` made, in their order.
pub(crate) fn made<'a>(
    rules: &'a Rules,
    kind: &'a CaseKind,
    events: &'a [Recorded<CaseEvent>],
) -> impl Iterator<Item = Made<'a>> {
    (1..).zip(events).filter_map(|(number, event)| {
        let template = rules.letters.get(made_by(kind, &event.what)?)?;
        Some(Made { number, on: event.effective_on, template })
    })
}

fn made_by<'a>(kind: &'a CaseKind, event: &'a CaseEvent) -> Option<&'a LetterId> {
    match event {
        CaseEvent::Registered(begun) => kind.receipt.as_ref().filter(|_| !begun.unasked),
        CaseEvent::Acted(acted) => acted.letter.as_ref(),
        _ => None,
    }
}

/// The unit that writes the letter that event `number` makes; nothing where there is no such event.
pub(crate) fn writer(
    directory: &Directory,
    events: &[Recorded<CaseEvent>],
    number: usize,
) -> Option<UnitId> {
    let at = number.checked_sub(1)?;
    let before = events.iter().take(at.max(1)).map(|event| &event.what);
    let who = &events.get(at)?.who;
    Some(known::writer(directory, who, &Case::fold(before)?.unit).clone())
}

/// Who asks for a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asker {
    /// The holder of the code.
    Petitioner,
    /// An officer, who may know who brought the case or not.
    Officer {
        /// Whether they may.
        knows: bool,
    },
}

impl Asker {
    /// Whether the letter is for this reader.
    pub(crate) const fn may_read(self, template: &LetterTemplate) -> bool {
        match self {
            Self::Petitioner => template.readers.include_petitioner(),
            Self::Officer { knows } => knows || template.readers.include_others(),
        }
    }
}

/// The letter that event `number` made, for `asker`.
///
/// # Errors
/// [`Problem::NotFound`] when it made none, or none for that reader; [`Refusal::Erased`].
pub(crate) async fn written(
    visit: &Visit,
    kind: &CaseKind,
    events: &[Recorded<CaseEvent>],
    number: usize,
    asker: Asker,
) -> Result<(LetterId, Letter), Problem> {
    let rules = visit.app.rules();
    if let Some(CaseEvent::Registered(begun)) = events.first().map(|first| &first.what)
        && erased::of(events).is_some()
    {
        return Err(Refusal::Erased { code: begun.code.clone() }.into());
    }
    let made = made(rules, kind, events).find(|made| made.number == number);
    let made = made.filter(|made| asker.may_read(made.template)).ok_or(Problem::NotFound)?;
    let known = Known::at(visit, kind, events, number, asker).ok_or(Problem::NotFound)?;
    let gathered = gathered::around(visit, made, &known).await?;
    Ok((made.template.id.clone(), letter(visit, made, &known, &gathered)))
}

fn letter(visit: &Visit, made: Made<'_>, known: &Known<'_>, gathered: &[Gathered]) -> Letter {
    let template = made.template;
    let say = |pattern: &Pattern| pattern.fill(|variable| known.say(variable));
    let all = |patterns: &[Pattern]| patterns.iter().filter_map(say).collect();
    let office = office::of(&visit.directory, known.unit());
    let (parent, issuer) = match template.head {
        Head::Office => (office.parent, office.issuer),
        Head::Nation => (String::new(), String::new()),
    };
    let notice = visit.app.demonstration.then(|| vietnamese(visit).say("demonstration"));
    Letter {
        parent,
        issuer,
        number: String::new(),
        symbol: symbol(&template.symbol, office.symbol),
        place: office.place,
        date: made.on,
        kind: template.kind.clone(),
        about: say(&template.about).unwrap_or_default(),
        addressees: all(&template.to),
        decides: say(&template.decides).unwrap_or_default().to_uppercase(),
        basis: all(&template.basis),
        body: template.body.iter().flat_map(|one| written_out(one, known, gathered)).collect(),
        signatories: template.signatures.iter().map(|one| signatory(one, say)).collect(),
        recipients: all(&template.recipients),
        notice: notice.unwrap_or_default(),
    }
}

/// Who signs; a line that names something that is not known is left out.
fn signatory(signature: &Signature, say: impl Fn(&Pattern) -> Option<String>) -> Signatory {
    let lines = signature.signed_as.iter().filter_map(&say);
    Signatory {
        signed_as: lines.map(|line| line.to_uppercase()).collect(),
        name: say(&signature.name).unwrap_or_default(),
    }
}

/// A passage with what is known; one that names something that is not is left out, unless it leaves
/// room for it. What is said of each case that is gathered is a passage for each.
fn written_out(passage: &Written, known: &Known<'_>, gathered: &[Gathered]) -> Vec<Passage> {
    match passage.form {
        PassageForm::Each => {
            let said = gathered.iter().filter_map(|case| passage.text.fill(|one| case.say(one)));
            said.map(Passage::Clause).collect()
        }
        _ => of_the_case(passage, known).into_iter().collect(),
    }
}

fn of_the_case(passage: &Written, known: &Known<'_>) -> Option<Passage> {
    let room = |variable: &Variable| {
        let words = known.say(variable).filter(|words| !words.is_empty());
        words.or_else(|| passage.room.then(|| ROOM.to_owned()))
    };
    let text = passage.text.fill(room)?;
    Some(match passage.form {
        PassageForm::Paragraph => Passage::Paragraph(text),
        PassageForm::Article => Passage::Article(text),
        PassageForm::Clause | PassageForm::Each => Passage::Clause(text),
        PassageForm::Point => Passage::Point(text),
        PassageForm::Item => Passage::Item(text),
    })
}

fn symbol(document: &str, body: &str) -> String {
    let parts = [document, body];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// The words in which letters are written.
pub(crate) fn vietnamese(visit: &Visit) -> Tongue<'_> {
    visit.app.words.in_lang(Lang::Vi)
}

/// The letter as a file called after the case: `file` is `letter.pdf` or `letter.docx`.
///
/// # Errors
/// [`Problem::NotFound`] for another file, [`Problem::Broken`].
pub(crate) async fn file(
    visit: &Visit,
    code: &str,
    number: usize,
    file: &str,
    letter: Letter,
) -> Result<Response, Problem> {
    let extension = file.strip_prefix("letter.").ok_or(Problem::NotFound)?;
    let format = Format::from_extension(extension)
        .filter(|format| matches!(format, Format::Pdf | Format::Docx))
        .ok_or(Problem::NotFound)?;
    let turn = visit.limits.paper().await?;
    let words = visit.app.words.clone();
    let written = tokio::task::spawn_blocking(move || {
        // What a thread of its own took goes back to the system when it ends.
        let write = || letter.write(format, words.in_lang(Lang::Vi));
        let written = std::thread::scope(|scope| scope.spawn(write).join());
        drop(turn);
        written.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    });
    let bytes = written.await?.map_err(|why| Problem::Broken(why.to_string()))?;
    let attachment = format!("attachment; filename=\"{code}-{number}.{extension}\"");
    let headers =
        [(CONTENT_TYPE, format.media_type().to_owned()), (CONTENT_DISPOSITION, attachment)];
    Ok((headers, bytes).into_response())
}
