//! Rows as the rules take them: text in one normal form and within bounds.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_core::Refusal;
use kheo_core::case::{
    Act, CaseKind, Circumstances, FieldFault, FieldType, Filled, FollowCode, Petition, Proof,
    TypedPetition, form,
};
use kheo_core::id::{
    ActionId, CaseCode, ConclusionId, FieldId, KindId, MeasureId, PostId, ReasonId, TaskId,
    TopicId, UnitId,
};
use kheo_core::matter::Link;
use kheo_core::measure::{Plan, Reading};
use kheo_core::origin::Origin;
use kheo_core::post::Post;
use kheo_core::rules::Rules;
use kheo_core::task::{Conclusion, Task};
use kheo_core::text::{Bounds, clean, clean_line, clean_optional};
use kheo_core::unit::Unit;
use kheo_store::case::{CodeChoice, Filing};

use crate::import::row::{
    ActRow, CaseRow, ConclusionRow, MatterRow, PlanRow, PostRow, ReadingRow, TaskRow, UnitRow,
};

/// Of ids and codes.
const ID: Bounds = Bounds { least: 1, most: 100 };
/// Of names of units and titles of posts.
const NAME: Bounds = Bounds { least: 1, most: 200 };
/// Of conclusions.
const TEXT: Bounds = Bounds { least: 1, most: 10_000 };
/// Of notes on readings and plans.
const NOTE: Bounds = Bounds { least: 1, most: 2_000 };
/// Of where something comes from.
const SOURCE: Bounds = Bounds { least: 0, most: 2_000 };

fn id(field: &'static str, typed: &str) -> Result<String, Refusal> {
    clean_line(field, typed, ID)
}

fn maybe_id(field: &'static str, typed: Option<&str>) -> Result<Option<String>, Refusal> {
    typed.filter(|typed| !typed.trim().is_empty()).map(|typed| id(field, typed)).transpose()
}

/// A code with or without the key of its petitioner.
fn code(field: &'static str, typed: &str) -> Result<CaseCode, Refusal> {
    CaseCode::typed(&id(field, typed)?).ok_or(Refusal::NotACode { field })
}

fn origin(word: &str, source: &str) -> Result<Origin, Refusal> {
    let source = clean_line("source", source, SOURCE)?;
    Origin::from_word(word.trim(), &source).map_err(|_| Refusal::UnknownOrigin)
}

/// The name of an attached file, however the program that wrote it composes its letters.
pub(super) fn file_name(typed: &str) -> String {
    clean_line("proof", typed, SOURCE).unwrap_or_else(|_| typed.to_owned())
}

impl UnitRow {
    pub(super) fn unit(&self) -> Result<Unit, Refusal> {
        let successors = self.successors.split(';').filter(|id| !id.trim().is_empty());
        Ok(Unit {
            id: UnitId::new(id("id", &self.id)?),
            code: maybe_id("code", self.code.as_deref())?,
            name: clean_line("name", &self.name, NAME)?,
            name_en: clean_line("name_en", &self.name_en, NAME)?,
            kind: self.kind,
            bloc: self.bloc,
            parent: maybe_id("parent", self.parent.as_deref())?.map(UnitId::new),
            since: self.since,
            until: self.until,
            successors: successors
                .map(|successor| id("successors", successor).map(UnitId::new))
                .collect::<Result<_, _>>()?,
            population: self.population,
            area: self.area_km2,
            source: clean_optional("source", self.source.as_deref(), SOURCE)?,
            remote_since: self.remote_since,
        })
    }
}

impl PostRow {
    pub(super) fn post(&self) -> Result<Post, Refusal> {
        Ok(Post {
            id: PostId::new(id("id", &self.id)?),
            unit: UnitId::new(id("unit", &self.unit)?),
            role: self.role,
            title: clean_line("title", &self.title, NAME)?,
            title_en: clean_line("title_en", &self.title_en, NAME)?,
        })
    }
}

impl PlanRow {
    pub(super) fn plan(&self) -> Result<Plan, Refusal> {
        Ok(Plan {
            measure: MeasureId::new(id("measure", &self.measure)?),
            unit: UnitId::new(id("unit", &self.unit)?),
            period: self.period,
            value: self.value,
            origin: origin(&self.origin, &self.source)?,
            note: clean_optional("note", self.note.as_deref(), NOTE)?,
            note_en: clean_optional("note_en", self.note_en.as_deref(), NOTE)?,
        })
    }
}

impl ReadingRow {
    pub(super) fn reading(&self) -> Result<Reading, Refusal> {
        Ok(Reading {
            measure: MeasureId::new(id("measure", &self.measure)?),
            unit: UnitId::new(id("unit", &self.unit)?),
            period: self.period,
            value: self.value,
            origin: origin(&self.origin, &self.source)?,
            set_aside: self.set_aside.is_some(),
            note: clean_optional("note", self.note.as_deref(), NOTE)?,
            note_en: clean_optional("note_en", self.note_en.as_deref(), NOTE)?,
        })
    }
}

impl ConclusionRow {
    pub(super) fn conclusion(&self) -> Result<Conclusion, Refusal> {
        Ok(Conclusion {
            id: ConclusionId::new(id("id", &self.id)?),
            unit: UnitId::new(id("unit", &self.unit)?),
            concluded: self.concluded,
            text: clean("text", &self.text, TEXT)?,
            text_en: clean("text_en", &self.text_en, TEXT)?,
            origin: origin(&self.origin, &self.source)?,
        })
    }
}

impl TaskRow {
    pub(super) fn task(&self) -> Result<Task, Refusal> {
        Ok(Task {
            id: TaskId::new(id("id", &self.id)?),
            conclusion: ConclusionId::new(id("conclusion", &self.conclusion)?),
            unit: UnitId::new(id("unit", &self.unit)?),
            due_on: self.due_on,
            origin: origin(&self.origin, &self.source)?,
        })
    }
}

impl CaseRow {
    /// The code of the case.
    pub(super) fn case(&self) -> Result<CaseCode, Refusal> {
        code("code", &self.code)
    }

    /// What is to be registered.
    ///
    /// # Errors
    /// All that is wrong with the petition, or the first that is wrong with the rest.
    pub(super) fn filing(&self, rules: &Rules) -> Result<Filing, Vec<Refusal>> {
        let kind = id("kind", &self.kind).map_err(|why| vec![why])?;
        let kind = rules.kind_on(&KindId::new(kind), self.on).map_err(|why| vec![why])?;
        let filled = filled(kind, &kind.form, self.fields.as_deref(), self.on)?;
        let petition = TypedPetition {
            subject: &self.subject,
            text: &self.text,
            place: self.place.as_deref(),
            name: self.name.as_deref(),
            phone: self.phone.as_deref(),
            persons: self.persons.as_deref(),
        };
        let petition = Petition {
            filled,
            key: FollowCode::typed(&self.code).map(|code| code.key),
            ..petition.petition()?
        };
        self.about(petition).map_err(|why| vec![why])
    }

    fn about(&self, petition: Petition) -> Result<Filing, Refusal> {
        let again = self.again.as_deref().filter(|again| !again.trim().is_empty());
        Ok(Filing {
            code: CodeChoice::Given(code("code", &self.code)?),
            kind: KindId::new(id("kind", &self.kind)?),
            unit: UnitId::new(id("unit", &self.unit)?),
            topic: TopicId::new(id("topic", &self.topic)?),
            again: again.map(|again| code("again", again)).transpose()?,
            petition,
            files: Vec::new(),
            origin: origin(&self.origin, &self.source)?,
            request: None,
        })
    }
}

/// What has to be known of a case before an act on it can be read.
#[derive(Clone, Copy)]
pub(super) struct About<'r> {
    /// The version of the kind it began under.
    pub(super) kind: &'r CaseKind,
    /// Its version.
    pub(super) seen: u64,
    /// Whether the unit that holds it is remote.
    pub(super) remote: bool,
}

impl MatterRow {
    /// The case that it is about.
    pub(super) fn case(&self) -> Result<CaseCode, Refusal> {
        code("code", &self.code)
    }

    /// The two cases that are linked.
    pub(super) fn link(&self) -> Result<Link, Refusal> {
        let other = code("other", self.other.as_deref().unwrap_or_default())?;
        Ok(Link::between(self.case()?, other))
    }

    /// The post that says so.
    pub(super) fn by(&self) -> Result<String, Refusal> {
        id("by", &self.by)
    }

    /// The reasons of a judgement.
    pub(super) fn reasons(&self) -> Result<Option<String>, Refusal> {
        clean_optional("text", self.text.as_deref(), Act::TEXT)
    }
}

impl ActRow {
    /// The case that is acted on.
    pub(super) fn case(&self) -> Result<CaseCode, Refusal> {
        code("code", &self.code)
    }

    /// Who acts: `citizen`, or the id of a post.
    pub(super) fn by(&self) -> Result<String, Refusal> {
        id("by", &self.by)
    }

    /// What is done to the case, as it is told `about`.
    pub(super) fn act(&self, about: About<'_>, proofs: Vec<Proof>) -> Result<Act, Vec<Refusal>> {
        let action = ActionId::new(id("action", &self.action).map_err(|why| vec![why])?);
        let asks = about.kind.action(&action).map_or(&[][..], |action| &action.asks);
        let filled = filled(about.kind, asks, self.fields.as_deref(), self.on)?;
        let plain = Act { filled, proofs, ..Act::plain(action, about.seen) };
        self.with(about, plain).map_err(|why| vec![why])
    }

    fn with(&self, about: About<'_>, plain: Act) -> Result<Act, Refusal> {
        Ok(Act {
            text: clean_optional("text", self.text.as_deref(), Act::TEXT)?,
            unit: maybe_id("unit", self.unit.as_deref())?.map(UnitId::new),
            post: maybe_id("post", self.post.as_deref())?.map(PostId::new),
            circumstances: Circumstances {
                complexity: self.complexity.unwrap_or_default(),
                remote: self.remote.unwrap_or(about.remote),
            },
            length: self.length,
            reason: maybe_id("reason", self.reason.as_deref())?.map(ReasonId::new),
            ..plain
        })
    }
}

/// The answers that the lines of a cell give to the questions `asked` of `kind`.
fn filled(
    kind: &CaseKind,
    asked: &[FieldId],
    cell: Option<&str>,
    today: Date,
) -> Result<Filled, Vec<Refusal>> {
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    let mut last = None;
    for line in cell.unwrap_or_default().lines() {
        let named = line.split_once(':').map(|(name, text)| (name.trim(), text));
        let known = named.filter(|(name, _)| kind.field(&FieldId::new(*name)).is_some());
        match (known, last) {
            (Some((name, text)), _) => {
                texts.insert(name, text.trim().to_owned());
                last = Some(name);
            }
            (None, Some(name)) => {
                let text = texts.entry(name).or_default();
                text.push('\n');
                text.push_str(line);
            }
            (None, None) if line.trim().is_empty() => {}
            (None, None) => {
                let field = FieldId::new(named.map_or(line, |(name, _)| name));
                return Err(vec![Refusal::Unfilled { field, why: FieldFault::NotAsked }]);
            }
        }
    }
    let other = texts.keys().find(|name| !asked.iter().any(|id| id.as_str() == **name));
    if let Some(name) = other {
        let field = FieldId::new(*name);
        return Err(vec![Refusal::Unfilled { field, why: FieldFault::NotAsked }]);
    }
    let typed = |id: &FieldId| {
        let text = texts.get(id.as_str()).map_or("", String::as_str);
        match kind.field(id).map(|field| &field.takes) {
            Some(FieldType::Choices(_)) => text.split(',').map(str::trim).collect(),
            _ => vec![text],
        }
    };
    form::fill(kind.fields_of(asked), typed, today)
}
