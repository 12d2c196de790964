//! All that the files of all packs say, before it becomes rules.

use std::collections::BTreeMap;

use kheo_calendar::Calendar;
use kheo_core::review::{Indicator, ReviewPlan};
use kheo_core::rules::Rules;

use crate::calendar;
use crate::error::Findings;
use crate::fields::Document;
use crate::figures::{self, Known};
use crate::folder::Role;
use crate::kind::KindText;
use crate::letter::{self, LetterText};
use crate::measures::{self, MeasureText};
use crate::milestones::{self, MilestoneText};
use crate::nearest::{clipped, nearest};
use crate::problem::Problem;
use crate::procedure::{self, unique};
use crate::review::{ParagraphText, ReviewText};
use crate::source::{Name, Source};
use crate::subjects;
use crate::words::{self, LANGS, MEASURED_IN, Texts, Wanted};
use crate::{PackTitle, Packs};

/// All that the files say.
#[derive(Default)]
pub(crate) struct Reading<'s> {
    sections: Vec<Name<'s>>,
    titles: Vec<PackTitle>,
    kind_ids: Vec<Name<'s>>,
    kinds: Vec<KindText<'s>>,
    letters: Vec<LetterText<'s>>,
    milestones: Vec<MilestoneText<'s>>,
    measures: Vec<MeasureText<'s>>,
    review: ReviewText<'s>,
    texts: [Texts<'s>; 2],
    words: Vec<(&'static str, String)>,
    calendar: Option<Calendar>,
    /// Whether a file cannot be read at all, so that the names it gives are not known.
    torn: bool,
}

impl<'s> Reading<'s> {
    /// Reads the files one by one.
    pub(crate) fn of(files: Vec<(Role, &'s Source)>, found: &Findings) -> Self {
        let mut all = Self::default();
        for (role, source) in files {
            if let Role::Words(lang) = role {
                if let (Some(texts), Some(lang)) = (all.texts.get_mut(lang), LANGS.get(lang)) {
                    texts.read(source, found);
                    all.words.push((lang, source.text.clone()));
                }
            } else if let Some(document) = Document::parse(source, found) {
                all.add(role, &document, source, found);
            } else {
                all.torn = true;
            }
        }
        all
    }

    fn add(&mut self, role: Role, document: &Document<'s>, source: &'s Source, found: &Findings) {
        match role {
            Role::Sections => {
                let mut fields = document.fields(found);
                self.sections = fields.names("sections");
                fields.end();
                self.torn = self.torn || self.sections.is_empty();
            }
            Role::Calendar => self.calendar = calendar::read(document, found),
            Role::Pack => self.titles.extend(title(document, source, found)),
            Role::Measures => self.measures.extend(measures::read(document, found)),
            Role::Milestones => self.milestones.extend(milestones::read(document, found)),
            Role::Review => self.review.append(ReviewText::read(document, found)),
            Role::Kind => {
                let (id, kind) = KindText::read(document, found);
                if let Some(kind) = kind.as_ref().filter(|kind| kind.whole) {
                    procedure::check(kind, found);
                }
                self.kind_ids.extend(id);
                self.kinds.extend(kind);
            }
            Role::Letter => self.letters.extend(letter::letter(document, found)),
            Role::Words(_) => {}
        }
    }

    /// Finds what is wrong between files.
    pub(crate) fn check(&self, found: &Findings) {
        let shapes_are_good = found.count() == 0;
        let review = &self.review;
        unique(self.sections.iter(), found);
        unique(self.measures.iter().map(|measure| &measure.id), found);
        unique(review.indicators.iter().map(|indicator| &indicator.id), found);
        unique(review.paragraphs.iter().map(|paragraph| &paragraph.id), found);
        unique(review.tables.iter(), found);
        unique(review.chart.iter(), found);
        self.check_versions(found);
        self.check_holes(found);
        milestones::check(&self.milestones, &self.kinds, found);
        self.check_subjects(found);
        self.check_named_kinds(found);
        figures::check_order(review, found);
        figures::check_cycles(&review.indicators, found);
        unique(self.letters.iter().map(|letter| &letter.id), found);
        if !self.torn {
            letter::check(&self.letters, &self.kinds, found);
            self.known().check(review, found);
            self.check_measured_in(found);
            let wanted = self.wanted();
            words::check_wanted(&wanted, &self.texts, found);
            if shapes_are_good {
                words::check_unused(&wanted, &self.texts, found);
            }
        }
        words::check_measured_in(&self.texts, found);
    }

    fn check_versions(&self, found: &Findings) {
        for (later, kind) in self.kinds.iter().enumerate() {
            let others = || self.kinds.iter().take(later);
            let same = others().filter(|other| other.id.value == kind.id.value);
            for other in same {
                let begins_before = |a: &KindText<'_>, b: &KindText<'_>| {
                    b.until.as_ref().is_none_or(|until| a.from.value <= until.value)
                };
                if begins_before(kind, other) && begins_before(other, kind) {
                    let (id, first) = (kind.id.value.clone(), other.from.at.short());
                    found.add(&kind.from.at, Problem::OverlappingVersions { kind: id, first });
                }
            }
            let clash = others().find(|other| {
                other.prefix.value == kind.prefix.value && other.id.value != kind.id.value
            });
            if let Some(other) = clash {
                let (prefix, id) = (kind.prefix.value.clone(), other.id.value.clone());
                found.add(&kind.prefix.at, Problem::PrefixClash { prefix, kind: id });
            }
        }
    }

    /// Whether each version of a kind follows upon the one before it, day by day.
    fn check_holes(&self, found: &Findings) {
        for kind in &self.kinds {
            let same = self.kinds.iter().filter(|other| other.id.value == kind.id.value);
            let before = same.filter(|other| other.from.value < kind.from.value);
            let Some(before) = before.max_by_key(|other| other.from.value) else { continue };
            let Some(last) = before.until.as_ref().map(|until| until.value) else { continue };
            if last.tomorrow().is_ok_and(|next| next < kind.from.value) {
                let (id, first) = (kind.id.value.clone(), kind.from.value.to_string());
                let problem =
                    Problem::HoleBetweenVersions { kind: id, last: last.to_string(), first };
                found.add(&kind.from.at, problem);
            }
        }
    }

    /// Whether the other kinds that conditions ask for are there.
    fn check_named_kinds(&self, found: &Findings) {
        if self.torn {
            return;
        }
        let known = || self.kind_ids.iter().map(|id| id.value.as_str());
        for named in self.kinds.iter().flat_map(KindText::named_kinds) {
            if !known().any(|id| id == named.value) {
                let nearest = nearest(&named.value, known());
                found.add(&named.at, Problem::UnknownKind { kind: clipped(&named.value), nearest });
            }
        }
    }

    fn check_subjects(&self, found: &Findings) {
        let topics = self.kinds.iter().flat_map(|kind| &kind.topics).map(|topic| &topic.id);
        let fields = self.kinds.iter().flat_map(|kind| &kind.fields).map(|field| &field.id);
        let measures = self.measures.iter().map(|measure| &measure.id);
        let indicators = self.review.indicators.iter().map(|indicator| &indicator.id);
        for id in topics.chain(fields).chain(measures).chain(indicators) {
            subjects::check_name(&id.value, &id.at, found);
        }
        for text in self.texts.iter().flat_map(|texts| texts.all.values()) {
            let key = text.key.value.as_str();
            if ["topic-", "field-", "choice-", "measure-", "indicator-"]
                .iter()
                .any(|area| key.starts_with(area))
            {
                subjects::check_text(&text.plain, &text.key.at, found);
            }
        }
    }

    fn known(&self) -> Known<'_> {
        Known {
            measures: self.measures.iter().map(|measure| measure.id.value.as_str()).collect(),
            kinds: self.kind_ids.iter().map(|id| id.value.as_str()).collect(),
            indicators: self.review.indicators.iter().map(|i| i.id.value.as_str()).collect(),
            sections: self.sections.iter().map(|section| section.value.as_str()).collect(),
        }
    }

    /// The names of what numbers are counted in, where they are used.
    fn measured_in(&self) -> impl Iterator<Item = &Name<'s>> {
        let measures = self.measures.iter().map(|measure| &measure.measured_in);
        measures.chain(self.review.indicators.iter().map(|indicator| &indicator.measured_in))
    }

    fn is_measured_in(&self, name: &str) -> bool {
        let key = format!("{MEASURED_IN}{name}");
        self.texts.iter().any(|texts| texts.all.contains_key(&key))
    }

    fn check_measured_in(&self, found: &Findings) {
        let all = self.texts.iter().flat_map(|texts| texts.all.keys());
        let known: Vec<&str> = all.filter_map(|key| key.strip_prefix(MEASURED_IN)).collect();
        for name in self.measured_in().filter(|name| !self.is_measured_in(&name.value)) {
            let nearest = nearest(&name.value, known.iter().copied());
            let problem = Problem::UnknownMeasuredIn { name: name.value.clone(), nearest };
            found.add(&name.at, problem);
        }
    }

    /// The texts that the packs need.
    fn wanted(&self) -> Vec<Wanted<'_, 's>> {
        let mut all = Vec::new();
        all.extend(self.sections.iter().map(|section| plain("section", section)));
        for kind in &self.kinds {
            all.push(plain("kind", &kind.id));
            let help = format!("kind-{}-help", kind.id.value);
            all.push(Wanted { key: help, at: &kind.id.at, given: vec![] });
            all.extend(kind.topics.iter().map(|topic| plain("topic", &topic.id)));
            for field in &kind.fields {
                all.push(plain("field", &field.id));
                let help = format!("field-{}-help", field.id.value);
                if self.texts.iter().any(|texts| texts.all.contains_key(&help)) {
                    all.push(Wanted { key: help, at: &field.id.at, given: vec![] });
                }
                all.extend(field.choices.iter().map(|choice| plain("choice", choice)));
            }
            all.extend(kind.guards.iter().map(|guard| plain("guard", &guard.id)));
            for reason in &kind.reasons {
                let id = &reason.id;
                all.push(plain("reason", id));
                let next = format!("reason-{}-next", id.value);
                all.push(Wanted { key: next, at: &id.at, given: vec![] });
                if let Some(when) = &reason.when {
                    let key = format!("reason-{}-disproved", id.value);
                    all.push(Wanted { key, at: &when.at, given: vec![] });
                }
            }
            all.extend(kind.steps.iter().map(|(id, _)| plain("step", id)));
            all.extend(kind.actions.iter().map(|action| plain("action", &action.id)));
            all.extend(kind.clocks.iter().map(|clock| plain("clock", &clock.id)));
            all.extend(kind.duties.iter().map(|duty| plain("duty", &duty.id)));
        }
        for milestone in &self.milestones {
            all.extend([plain("milestone", &milestone.id), plain("event", &milestone.event)]);
            if !self.kind_ids.iter().any(|kind| kind.value == milestone.of.value) {
                all.push(plain("procedure", &milestone.of));
            }
        }
        all.extend(self.letters.iter().map(|letter| plain("letter", &letter.id)));
        all.extend(self.measures.iter().map(|measure| plain("measure", &measure.id)));
        all.extend(self.review.indicators.iter().map(|i| plain("indicator", &i.id)));
        for paragraph in &self.review.paragraphs {
            all.push(plain("theme", &paragraph.id));
            all.extend(paragraph.sentences.iter().map(|sentence| Wanted {
                key: sentence.words.value.clone(),
                at: &sentence.words.at,
                given: sentence.figures.iter().map(|(name, _)| name).collect(),
            }));
        }
        all
    }

    /// The rules that the files write.
    pub(crate) fn into_packs(self) -> Packs {
        let sections: Vec<String> = self.sections.into_iter().map(|s| s.value).collect();
        let mut paragraphs = self.review.paragraphs;
        paragraphs.sort_by_key(|paragraph| {
            let section = sections.iter().position(|section| *section == paragraph.section.value);
            (section, paragraph.order.value)
        });
        let indicators = self.review.indicators.into_iter().filter_map(|indicator| {
            let formula = indicator.formula?.value;
            let measured_in = indicator.measured_in.value;
            Some((indicator.id.value, Indicator { measured_in, formula }))
        });
        let ids = |all: Vec<Name<'_>>| {
            all.into_iter().map(|name| kheo_core::id::MeasureId::new(name.value)).collect()
        };
        let review = ReviewPlan {
            sections,
            paragraphs: paragraphs.into_iter().map(ParagraphText::into_paragraph).collect(),
            indicators: indicators.collect(),
            tables: ids(self.review.tables),
            chart: ids(self.review.chart),
        };
        let measures = self.measures.into_iter().map(|m| (m.measure.id.clone(), m.measure));
        let letters = self.letters.into_iter().map(|letter| letter.template);
        let rules = Rules {
            letters: letters.map(|letter| (letter.id.clone(), letter)).collect(),
            kinds: self.kinds.into_iter().map(KindText::into_kind).collect(),
            milestones: self.milestones.into_iter().map(|one| one.milestone).collect(),
            measures: measures.collect::<BTreeMap<_, _>>(),
            review,
            calendar: self.calendar.unwrap_or_else(Calendar::vietnam),
        };
        Packs { rules, words: self.words, packs: self.titles }
    }
}

fn plain<'a, 's>(area: &str, id: &'a Name<'s>) -> Wanted<'a, 's> {
    Wanted { key: format!("{area}-{}", id.value), at: &id.at, given: vec![] }
}

fn title(document: &Document<'_>, source: &Source, found: &Findings) -> Option<PackTitle> {
    let mut fields = document.fields(found);
    let id = fields.name("id");
    let title = fields.text("title");
    let title_en = fields.text("title_en");
    for mut law in fields.tables("law") {
        law.text("name");
        law.text("name_en");
        law.optional_date("from");
        law.optional_text("source");
        law.end();
    }
    fields.end();
    let id = id?;
    let folder = source.path.split('/').next().unwrap_or_default();
    if folder != id.value {
        let (id_text, folder) = (id.value.clone(), folder.to_owned());
        found.add(&id.at, Problem::FolderName { id: id_text, folder });
    }
    Some(PackTitle { id: id.value, title: title?.value, title_en: title_en?.value })
}
