//! Reads letters, and checks that they say only what is known of the cases that make them.

use kheo_core::case::{Need, Privacy, Publicity};
use kheo_core::id::{FieldId, LetterId};
use kheo_core::letter::{
    Head, LetterTemplate, Passage, PassageForm, Pattern, PatternError, Readers, Signature, Variable,
};

use crate::error::Findings;
use crate::fields::{Document, Fields};
use crate::formula::inside;
use crate::kind::{ActionText, KindText};
use crate::nearest::{clipped, nearest};
use crate::paths;
use crate::problem::Problem;
use crate::source::{Name, Place};

const READERS: [(&str, Readers); 3] = [
    ("petitioner", Readers::Petitioner),
    ("others", Readers::Others),
    ("everybody", Readers::Everybody),
];

const HEADS: [(&str, Head); 2] = [("office", Head::Office), ("nation", Head::Nation)];

const FORMS: [(&str, PassageForm); 6] = [
    ("paragraph", PassageForm::Paragraph),
    ("article", PassageForm::Article),
    ("clause", PassageForm::Clause),
    ("point", PassageForm::Point),
    ("item", PassageForm::Item),
    ("each", PassageForm::Each),
];

/// A letter as its file writes it.
pub(crate) struct LetterText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) template: LetterTemplate,
    /// What it names, and where.
    names: Vec<Named<'s>>,
    /// The fields by which it gathers cases, where they stand.
    gathers: Vec<Name<'s>>,
}

/// What a letter names.
struct Named<'s> {
    variable: Variable,
    at: Place<'s>,
    /// Whether nothing can be left out there, as a passage can be.
    must: bool,
    /// Whether it is said of each case that the letter gathers.
    each: bool,
}

/// Reads the file of a letter.
pub(crate) fn letter<'s>(document: &Document<'s>, found: &Findings) -> Option<LetterText<'s>> {
    let mut fields = document.fields(found);
    let mut names = Names::default();
    let id = fields.name("id");
    let readers = fields.word("readers", &READERS);
    let head = fields.optional_word("head", &HEADS).unwrap_or(Head::Office);
    let gathers = if fields.has("gathers") { fields.texts("gathers") } else { Vec::new() };
    let kind = fields.optional_text("kind");
    let symbol = fields.optional_text("symbol");
    let about = fields.text("about").and_then(|text| names.whole(&text, found));
    let to = names.patterns(&fields.texts("to"), found);
    let decides = fields.optional_text("decides");
    let decides = decides.and_then(|text| names.whole(&text, found));
    let basis = names.patterns(&fields.texts("basis"), found);
    fields.must_have("body");
    let body = fields.tables("body");
    let body: Vec<Passage> =
        body.into_iter().filter_map(|one| passage(one, &mut names, found)).collect();
    let signatures = signatures(&mut fields, &mut names, found);
    let recipients = names.patterns(&fields.texts("recipients"), found);
    fields.end();
    let (id, about) = (id?, about?);
    if gathers.is_empty() == body.iter().any(is_of_each) {
        found.add(&id.at, Problem::GathersNothing { letter: clipped(&id.value) });
    }
    let text = |name: Option<Name<'_>>| name.map_or_else(String::new, |name| name.value);
    let template = LetterTemplate {
        id: LetterId::new(id.value.clone()),
        readers: readers?,
        head,
        gathers: gathers.iter().map(|name| FieldId::new(name.value.clone())).collect(),
        kind: text(kind),
        symbol: text(symbol),
        about,
        to,
        decides: decides.unwrap_or_default(),
        basis,
        body,
        signatures,
        recipients,
    };
    Some(LetterText { id, template, names: names.all, gathers })
}

const fn is_of_each(passage: &Passage) -> bool {
    matches!(passage.form, PassageForm::Each)
}

/// `signed_as = ["…"]` for the one who signs, or `signatures = [{ as = ["…"], name = "…" }]`.
fn signatures<'s>(
    fields: &mut Fields<'_, 's>,
    names: &mut Names<'s>,
    found: &Findings,
) -> Vec<Signature> {
    if !fields.has("signatures") {
        fields.must_have("signed_as");
        let signed_as = names.patterns(&fields.texts("signed_as"), found);
        return vec![Signature { signed_as, name: Pattern::default() }];
    }
    fields.must_have("signatures");
    let signature = |mut fields: Fields<'_, 's>| {
        fields.must_have("as");
        let signed_as = names.patterns(&fields.texts("as"), found);
        let name = fields.optional_text("name").and_then(|text| names.pattern(&text, found));
        fields.end();
        Signature { signed_as, name: name.unwrap_or_default() }
    };
    fields.tables("signatures").into_iter().map(signature).collect()
}

/// `{ paragraph = "…" }`: one field that says what it is, and whether room is left for what is not
/// known.
fn passage<'s>(
    mut fields: Fields<'_, 's>,
    names: &mut Names<'s>,
    found: &Findings,
) -> Option<Passage> {
    let form = FORMS.into_iter().find(|(word, _)| fields.has(word));
    let (word, form) = form.unwrap_or(FORMS[0]);
    let before = names.all.len();
    let text = fields.text(word).and_then(|text| names.pattern(&text, found));
    let of_each = form == PassageForm::Each;
    names.all.iter_mut().skip(before).for_each(|named| named.each = of_each);
    let room = fields.flag("room").unwrap_or_default();
    fields.end();
    Some(Passage { form, text: text?, room })
}

/// What a letter names, as it is read.
#[derive(Default)]
struct Names<'s> {
    all: Vec<Named<'s>>,
}

impl<'s> Names<'s> {
    fn patterns(&mut self, texts: &[Name<'s>], found: &Findings) -> Vec<Pattern> {
        texts.iter().filter_map(|text| self.pattern(text, found)).collect()
    }

    /// A text that is never left out.
    fn whole(&mut self, text: &Name<'s>, found: &Findings) -> Option<Pattern> {
        let before = self.all.len();
        let pattern = self.pattern(text, found);
        self.all.iter_mut().skip(before).for_each(|named| named.must = true);
        pattern
    }

    fn pattern(&mut self, text: &Name<'s>, found: &Findings) -> Option<Pattern> {
        match text.value.parse::<Pattern>() {
            Ok(pattern) => {
                let at = |variable: &Variable| {
                    let word = format!("${}", variable.word());
                    let start = text.value.find(&word).unwrap_or(0);
                    inside(&text.at, &text.value, &(start..start + word.len()))
                };
                self.all.extend(pattern.variables().map(|one| Named {
                    variable: one.clone(),
                    at: at(one),
                    must: false,
                    each: false,
                }));
                Some(pattern)
            }
            Err(PatternError::Bracket { at }) => {
                let at = inside(&text.at, &text.value, &(at..at + 1));
                found.add(&at, Problem::LoneBracket {});
                None
            }
            Err(PatternError::Unknown { name, at }) => {
                let at = inside(&text.at, &text.value, &(at..at + 1));
                found.add(&at, unsayable(&name));
                None
            }
        }
    }
}

fn unsayable(name: &str) -> Problem {
    let name = name.trim_start_matches('$');
    let words: Vec<String> = Variable::ALL.iter().map(Variable::word).collect();
    let nearest = nearest(name, words.iter().map(String::as_str));
    Problem::UnknownInLetter { name: clipped(name), nearest }
}

/// Finds letters that nothing makes, that are not there, and that say what is not known.
pub(crate) fn check(letters: &[LetterText<'_>], kinds: &[KindText<'_>], found: &Findings) {
    let known = || letters.iter().map(|letter| letter.id.value.as_str());
    let mut made = Vec::new();
    for kind in kinds {
        let receipt = kind.receipt.iter().map(|name| (name, None));
        let actions = kind.actions.iter();
        let actions = actions.filter_map(|action| Some((action.letter.as_ref()?, Some(action))));
        for (name, action) in receipt.chain(actions) {
            if let Some(letter) = letters.iter().find(|letter| letter.id.value == name.value) {
                made.push(letter.id.value.as_str());
                letter.says_what_is_known(kind, action, name, found);
            } else {
                let nearest = nearest(&name.value, known());
                let letter = clipped(&name.value);
                found.add(&name.at, Problem::UnknownLetter { letter, nearest });
            }
        }
    }
    for letter in letters.iter().filter(|letter| !made.contains(&letter.id.value.as_str())) {
        let problem = Problem::NeverMade { letter: letter.id.value.clone() };
        found.add(&letter.id.at, problem);
    }
}

impl LetterText<'_> {
    /// Finds what the letter says and `action` of `kind`, or its registration, does not know.
    fn says_what_is_known(
        &self,
        kind: &KindText<'_>,
        action: Option<&ActionText<'_>>,
        made_at: &Name<'_>,
        found: &Findings,
    ) {
        let needs = |need| action.is_some_and(|action| action.needs.contains(&need));
        let has_reasons = action.is_some_and(|action| !action.reasons.is_empty());
        self.gathers_what_all_see(kind, found);
        for Named { variable, at, must, each } in &self.names {
            let is_known = match variable {
                Variable::Code | Variable::Subject | Variable::Topic if *each => true,
                _ if *each => false,
                Variable::Text => needs(Need::Text),
                Variable::ToUnit | Variable::TakenBy => needs(Need::Unit),
                Variable::Reason | Variable::ReasonRule | Variable::ReasonNext => has_reasons,
                Variable::Field(field) if *must => {
                    paths::always_knows(kind, action, field.as_str())
                }
                Variable::Field(field) => paths::can_know(kind, action, field.as_str()),
                Variable::DueOn | Variable::DueRule => paths::a_limit_runs_after(kind, action),
                Variable::FromUnit | Variable::Post | Variable::Law => action.is_some(),
                Variable::Code
                | Variable::FollowCode
                | Variable::Sender
                | Variable::Committee
                | Variable::Signer
                | Variable::Head
                | Variable::PausedOn
                | Variable::MissedOn
                | Variable::LastsUntil
                | Variable::LawfulFrom
                | Variable::Kind
                | Variable::Subject
                | Variable::Topic
                | Variable::Petitioner
                | Variable::Place
                | Variable::ReceivedOn
                | Variable::Today
                | Variable::Unit => true,
            };
            let (name, letter) = (variable.word(), self.id.value.clone());
            if !is_known {
                found.add(&made_at.at, Problem::LetterSaysTooMuch { letter, name });
            } else if self.template.readers.include_others() && tells(kind, variable) {
                found.add(at, Problem::LetterTellsWho { letter, name });
            }
        }
    }
}

impl LetterText<'_> {
    /// Finds fields to gather cases by that their form does not ask, and cases that are not for all
    /// who read of them together.
    fn gathers_what_all_see(&self, kind: &KindText<'_>, found: &Findings) {
        let asked = |name: &Name<'_>| kind.form.iter().any(|field| field.value == name.value);
        for name in self.gathers.iter().filter(|name| !asked(name)) {
            found.add(&name.at, kind.unknown_field(&name.value));
        }
        let public =
            kind.public.as_ref().is_some_and(|all| all.value.contains(&Publicity::Subject));
        if let Some(first) = self.gathers.first().filter(|_| kind.stripped.is_some() || !public) {
            let letter = self.id.value.clone();
            found.add(&first.at, Problem::GathersHidden { letter });
        }
    }
}

/// Whether `variable` may tell who brought a case of `kind`, which is sealed.
fn tells(kind: &KindText<'_>, variable: &Variable) -> bool {
    let of_identity = |variable: &Variable| match variable {
        Variable::Field(id) => kind
            .fields
            .iter()
            .any(|field| field.id.value == id.as_str() && field.field.privacy == Privacy::Identity),
        other => other.tells_identity(),
    };
    kind.stripped.is_some() && of_identity(variable)
}
