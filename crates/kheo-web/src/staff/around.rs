//! What stands around a case: the matter it is in, and cases that look alike.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kheo_core::case::{Phase, Sight};
use kheo_core::id::{CaseCode, UnitId};
use kheo_core::matter::{Likeness, MatterEvent, MatterId, Reason};
use kheo_core::post::Right;
use kheo_core::rules::Rules;
use kheo_store::case::{CaseRow, find, is_known_to};
use kheo_store::matter::{Alike, LinkRow, Matter, MatterRow, Member, Said, alike, judgement};
use kheo_store::{Reader, StoreError};
use kheo_words::Tongue;

use crate::directory::Directory;
use crate::pages::staff::line::Marks;
use crate::pages::staff::matter::{
    JudgeForm, Judgement, LinkForm, MatterCard, OtherCase, Suggestion,
};
use crate::session::Viewer;
use crate::staff::{line, told};
use crate::visit::Visit;

/// How many look-alikes are shown.
pub(crate) const MOST: usize = 5;
/// How many other cases of the matter are shown.
const OTHERS: usize = 20;
/// More cases than any matter has that is told in part.
const ALL: u64 = 100_000;

/// The cases that look like `case` and may be shown to `viewer`: of those whose petitioner is sealed
/// none of which they may not know who brought it. What they do not know so of others is shown as a case
/// of another unit. Who does not know who brought `case` is suggested nothing: how it looks like others
/// would tell it; nor for a case that is closed, nor anything about which nobody is named.
///
/// # Errors
/// [`StoreError`].
pub(crate) fn suggested(
    r: &Reader<'_>,
    rules: &Rules,
    directory: &Directory,
    viewer: &Viewer,
    case: &CaseRow,
    today: Date,
) -> Result<Vec<Alike>, StoreError> {
    let knows = |case: &CaseRow| viewer.sight(rules, directory, case).knows();
    let is_closed = case.phase == Phase::Closed;
    if is_closed || !viewer.may(Right::ActOnCases) || !knows(case) {
        return Ok(Vec::new());
    }
    let nameless = |case: &CaseRow| rules.is_nameless(&case.kind, &case.topic);
    if nameless(case) {
        return Ok(Vec::new());
    }
    let sealed = rules.is_sealed(&case.kind);
    let shows = |other: &CaseRow, _: bool| {
        rules.is_sealed(&other.kind) == sealed && (!sealed || knows(other)) && !nameless(other)
    };
    let mut found = alike(r, case, &viewer.post.unit, today, MOST, shows)?;
    for other in &mut found {
        other.known = other.known && knows(&other.case);
    }
    Ok(found)
}

/// What stands around a case.
pub(crate) struct Around {
    pub(crate) case: CaseRow,
    /// How much the viewer sees of the case.
    pub(crate) sees: Sight,
    matter: Option<Matter>,
    /// Whether the viewer reads what the case is about, and so which others belong to it.
    reads: bool,
    alike: Vec<Alike>,
    /// Whether it could be judged that the matter is pursued with it.
    after_an_end: bool,
    /// That it was, where that stands.
    judged: Option<Said>,
}

impl Around {
    /// What stands around the case of that code, as far as `viewer` may see and say something of it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) fn read(
        r: &Reader<'_>,
        (rules, directory): (&Rules, &Directory),
        code: &CaseCode,
        viewer: &Viewer,
        today: Date,
    ) -> Result<Option<Self>, StoreError> {
        let Some(case) = find(r, code)? else { return Ok(None) };
        let scope: &UnitId = &viewer.post.unit;
        let matter = match kheo_store::matter::of(r, code)? {
            Some(id) => opened(r, rules, id, scope, OTHERS as u64 + 1)?,
            None => None,
        };
        let sees = viewer.sight(rules, directory, &case);
        let reads = viewer.reads_subject(rules, directory, &case);
        let matter = matter.filter(|_| reads);
        let matter = matter.and_then(|matter| veiled(matter, rules, directory, viewer));
        let alike = suggested(r, rules, directory, viewer, &case, today)?;
        let after_an_end =
            viewer.may(Right::JudgeMatters) && kheo_store::matter::follows_an_end(r, &case)?;
        let judged = if case.pursued && sees.knows() { judgement(r, code)? } else { None };
        Ok(Some(Self { case, sees, matter, reads, alike, after_an_end, judged }))
    }

    /// What stands out about the case.
    pub(crate) fn marks(&self, today: Date) -> Marks {
        line::marks(&self.case, self.sees.knows(), today)
    }

    /// The card of the matter.
    pub(crate) fn card(&self, visit: &Visit, viewer: &Viewer) -> MatterCard {
        if !self.reads {
            let withheld = Some(withheld(self.sees));
            return MatterCard { withheld, ..MatterCard::default() };
        }
        let code = &self.case.code;
        let links_it = viewer.may(Right::ActOnCases) && self.sees.knows();
        let link = |other, words| LinkForm {
            code: links_it.then(|| code.clone()),
            csrf: viewer.csrf.clone(),
            other,
            words,
            problem: None,
        };
        let members = self.matter.iter().flat_map(|matter| &matter.members);
        let others = members.filter(|member| member.case.code != *code).rev().take(OTHERS);
        let mut others: Vec<OtherCase> =
            others.map(|member| shown(visit, viewer, member)).collect();
        others.reverse();
        let all = self.matter.as_ref().map_or(0, |matter| matter.whole.cases.saturating_sub(1));
        let links = self.matter.iter().flat_map(|matter| &matter.links);
        let own = links.filter_map(|one| Some((one, opposite(one, self.case.began)?)));
        MatterCard {
            withheld: None,
            matter: self.matter.as_ref().map(|matter| matter.id),
            older: all.saturating_sub(u64::try_from(others.len()).unwrap_or(u64::MAX)),
            others,
            links: own
                .map(|(one, other)| link(other, self.link_words(visit, one, other)))
                .collect(),
            suggestions: self
                .alike
                .iter()
                .map(|one| suggestion(visit, viewer, one, link(one.case.began, String::new())))
                .collect(),
            by_code: links_it.then(|| link(0, String::new())),
            judgement: self.judgement(visit, viewer),
        }
    }

    fn link_words(&self, visit: &Visit, link: &LinkRow, other: u64) -> String {
        let members = self.matter.as_ref().map_or(&[][..], |matter| &matter.members);
        link_words(visit, members, link, &[other])
    }

    fn judgement(&self, visit: &Visit, viewer: &Viewer) -> Judgement {
        let code = &self.case.code;
        let within = visit.directory.within(&viewer.post.unit, &self.case.unit);
        let makes_sense = self.case.pursued || self.after_an_end;
        let offered = viewer.may(Right::JudgeMatters) && self.sees.knows() && within && makes_sense;
        Judgement {
            said: self.judged.as_ref().map(|said| judged(visit, said)),
            form: offered.then(|| JudgeForm {
                code: code.clone(),
                csrf: viewer.csrf.clone(),
                withdraws: self.case.pursued,
                text: String::new(),
                problem: None,
            }),
        }
    }
}

/// The matter with its `most` newest cases; with all of them where one is of a sealed kind, since it
/// has to be told without those.
///
/// # Errors
/// [`StoreError`].
pub(crate) fn opened(
    r: &Reader<'_>,
    rules: &Rules,
    id: MatterId,
    scope: &UnitId,
    most: u64,
) -> Result<Option<Matter>, StoreError> {
    let kinds = kheo_store::matter::kinds(r, id)?;
    let all = kinds.iter().any(|kind| rules.is_sealed(kind));
    kheo_store::matter::open(r, id, scope, if all { ALL } else { most })
}

/// The cases that were linked in `matter` and are not in it now, as far as `scope` knows of them.
///
/// # Errors
/// [`StoreError`].
pub(crate) fn left(
    r: &Reader<'_>,
    matter: &Matter,
    scope: &UnitId,
) -> Result<Vec<CaseRow>, StoreError> {
    let ends = matter.said.iter().flat_map(|said| match &said.what {
        MatterEvent::Linked(link) | MatterEvent::Unlinked(link) => vec![&link.one, &link.other],
        MatterEvent::JudgedPursued { .. } | MatterEvent::JudgementWithdrawn { .. } => Vec::new(),
    });
    let is_member = |code: &CaseCode| matter.members.iter().any(|member| member.case.code == *code);
    let gone: BTreeSet<&CaseCode> = ends.filter(|code| !is_member(code)).collect();
    let mut cases = Vec::new();
    for code in gone {
        if is_known_to(r, code, scope)? {
            cases.extend(find(r, code)?);
        }
    }
    Ok(cases)
}

/// Why a reader who sees so much of a case is not told what matter it belongs to.
const fn withheld(sees: Sight) -> &'static str {
    match sees {
        Sight::Whole | Sight::Stripped | Sight::Counted => "staff-matter-hidden",
        Sight::Course => "staff-matter-sent-on",
        Sight::Public => "staff-matter-public-part",
    }
}

/// The matter as `viewer` may be told it: cases whose subject they do not read stand there as those of
/// other units, and of sealed ones none does: their day, their unit and the number of people would tell who
/// brought them. Nothing when fewer than two are left, or none of those shown is theirs to read.
pub(crate) fn veiled(
    mut matter: Matter,
    rules: &Rules,
    directory: &Directory,
    viewer: &Viewer,
) -> Option<Matter> {
    let before = matter.members.len();
    let (mut gone, mut known_to) = (Vec::new(), Vec::new());
    matter.members.retain_mut(|member| {
        let reads = viewer.reads_subject(rules, directory, &member.case);
        if member.known && viewer.sight(rules, directory, &member.case).knows() {
            known_to.push(member.case.code.clone());
        }
        member.known &= reads;
        let stays = reads || !rules.is_sealed(&member.case.kind);
        gone.extend((!stays).then_some(member.case.began));
        stays
    });
    if matter.members.len() < before {
        matter.links.retain(|link| !link.ends.iter().any(|end| gone.contains(end)));
        matter.whole = seen(&matter)?;
    }
    let known = |code: &CaseCode| {
        matter.members.iter().any(|member| member.known && member.case.code == *code)
    };
    matter.said.retain(|said| match &said.what {
        MatterEvent::Linked(link) | MatterEvent::Unlinked(link) => {
            known(&link.one) || known(&link.other)
        }
        MatterEvent::JudgedPursued { code, .. } | MatterEvent::JudgementWithdrawn { code, .. } => {
            known_to.contains(code)
        }
    });
    if known_to.is_empty() {
        matter.whole.persons = 0;
    }
    let is_told = matter.whole.cases > 1 && matter.members.iter().any(|member| member.known);
    is_told.then_some(matter)
}

/// What is known of the matter as a whole to somebody who sees no more than its members.
fn seen(matter: &Matter) -> Option<MatterRow> {
    let cases: Vec<&CaseRow> = matter.members.iter().map(|member| &member.case).collect();
    let stops = matter.members.iter().flat_map(|member| &member.path);
    let units: BTreeSet<&UnitId> = stops.map(|stop| &stop.unit).collect();
    MatterRow::of(matter.id, &cases, u64::try_from(units.len()).unwrap_or(u64::MAX))
}

/// What a link leads to from the case that began with the entry `from`.
fn opposite(link: &LinkRow, from: u64) -> Option<u64> {
    match link.ends {
        [one, other] if one == from => Some(other),
        [one, other] if other == from => Some(one),
        _ => None,
    }
}

/// What is linked, who said so and when; of `ends` those are named that may be seen.
pub(crate) fn link_words(
    visit: &Visit,
    members: &[Member],
    link: &LinkRow,
    ends: &[u64],
) -> String {
    let tongue = visit.tongue();
    let name = |began: &u64| {
        let member = members.iter().find(|member| member.case.began == *began && member.known);
        member.map_or_else(
            || tongue.say("staff-matter-elsewhere"),
            |member| member.case.code.to_string(),
        )
    };
    let names: Vec<String> = ends.iter().map(name).collect();
    let who = told::who(tongue, &visit.directory, &link.who);
    format!("{} · {who}, {}", names.join(" – "), tongue.date(link.on))
}

/// Who judged and when, and why.
fn judged(visit: &Visit, said: &Said) -> (String, String) {
    let tongue = visit.tongue();
    let who = told::who(tongue, &visit.directory, &said.who);
    let why = match &said.what {
        MatterEvent::JudgedPursued { private, .. }
        | MatterEvent::JudgementWithdrawn { private, .. } => private.text.clone(),
        MatterEvent::Linked(_) | MatterEvent::Unlinked(_) => String::new(),
    };
    (format!("{who}, {}", tongue.date(said.effective_on)), why)
}

/// A case of a matter as the reader may see it.
pub(crate) fn shown(visit: &Visit, viewer: &Viewer, member: &Member) -> OtherCase {
    let stops = member.path.iter().map(|stop| (&stop.unit, stop.since));
    other(visit, viewer, &member.case, member.known, stops.collect())
}

fn other(
    visit: &Visit,
    viewer: &Viewer,
    case: &CaseRow,
    known: bool,
    path: Vec<(&UnitId, Date)>,
) -> OtherCase {
    let lang = visit.lang;
    let directory: &Directory = &visit.directory;
    if !known {
        return OtherCase {
            known: None,
            path: vec![(directory.unit(&case.unit, lang), case.registered_on)],
            step: case.step.clone(),
            answered_on: None,
            clock: None,
            marks: Marks::default(),
        };
    }
    let line = line::of(visit, viewer, case);
    OtherCase {
        known: Some((line.code, line.subject)),
        path: path.into_iter().map(|(unit, day)| (directory.unit(unit, lang), day)).collect(),
        step: line.step,
        answered_on: case.answer.as_ref().map(|answer| answer.on),
        clock: line.clock,
        marks: line.marks,
    }
}

fn suggestion(visit: &Visit, viewer: &Viewer, alike: &Alike, link: LinkForm) -> Suggestion {
    let tongue = visit.tongue();
    let case = &alike.case;
    let path = vec![(&case.addressed_to, case.registered_on)];
    let Likeness { score, reasons } = &alike.likeness;
    Suggestion {
        case: other(visit, viewer, case, alike.known, path),
        score: if *score >= Likeness::STRONG { "staff-alike-strong" } else { "staff-alike-some" },
        hundredths: *score,
        // By what a case looks alike that the reader may not open would tell what stands in it.
        reasons: reasons
            .iter()
            .filter(|_| alike.known)
            .map(|reason| reason_words(tongue, reason))
            .collect(),
        link,
    }
}

fn reason_words(tongue: Tongue<'_>, reason: &Reason) -> String {
    match reason {
        Reason::SamePhone => tongue.say("staff-reason-phone"),
        Reason::SameName => tongue.say("staff-reason-name"),
        Reason::SamePlace(place) => tongue.say_with("staff-reason-place", &[("place", place)]),
        Reason::SameArea => tongue.say("staff-reason-area"),
        Reason::SameTopic => tongue.say("staff-reason-topic"),
        Reason::WordsInCommon(words) => {
            tongue.say_with("staff-reason-words", &[("words", &words.join(", "))])
        }
    }
}
