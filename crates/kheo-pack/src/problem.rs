//! What can be wrong with packs: code, message and remedy of each.

/// The texts of one sort of problem, for pages that list them all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProblemText {
    /// The stable code: `KH0221`.
    pub code: &'static str,
    /// What and where, with `{name}` for each argument.
    pub message: &'static str,
    /// The next move, with `{name}` for each argument.
    pub remedy: &'static str,
    /// The names of the arguments.
    pub args: &'static [&'static str],
}

macro_rules! problems {
    ($($name:ident $code:literal { $($field:ident),* } $message:literal $remedy:literal)*) => {
        /// What is wrong at one place of a pack. Its message says what, its remedy what to do.
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        #[expect(missing_docs, reason = "the messages say it")]
        pub enum Problem {
            $(#[error($message)] $name { $($field: String),* },)*
        }

        impl Problem {
            /// All sorts of problems, by their codes.
            pub const TEXTS: &'static [ProblemText] = &[$(ProblemText {
                code: $code,
                message: $message,
                remedy: $remedy,
                args: &[$(stringify!($field)),*],
            }),*];

            /// The stable code: `KH0221`.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => $code,)* }
            }

            /// What to do about it, in English.
            #[must_use]
            pub fn remedy(&self) -> String {
                let text = match self { $(Self::$name { .. } => $remedy,)* };
                self.args().iter().fold(text.to_owned(), |text, (name, value)| {
                    text.replace(&format!("{{{name}}}"), value)
                })
            }

            /// What the message and the remedy speak of, for their texts in other languages.
            #[must_use]
            pub fn args(&self) -> Vec<(&'static str, String)> {
                match self {
                    $(Self::$name { $($field),* } => {
                        vec![$((stringify!($field), $field.clone())),*]
                    })*
                }
            }
        }
    };
}

problems! {
    FileTooLarge "KH0201" { bytes, most }
        "the file has {bytes} bytes; {most} are allowed"
        "Shorten it, or move a part of it into a pack of its own."
    NotToml "KH0202" { why }
        "this is not TOML: {why}"
        "Correct the line; https://toml.io shows how TOML is written."
    NotFluent "KH0203" { why }
        "this is not Fluent: {why}"
        "Write each text as `key = text` and indent the lines that continue it; https://projectfluent.org shows how."
    StrayFile "KH0204" { name }
        "`{name}` belongs to no pack"
        "Remove it or rename it: the packs' folder holds sections.toml, words.vi.ftl, words.en.ftl and one folder for each pack, and if need be calendar.toml; a pack holds pack.toml, measures.toml, review.toml, one .toml for each version of a case kind, words.vi.ftl and words.en.ftl."
    MissingFile "KH0205" { name }
        "`{name}` is missing"
        "Add the file."
    FolderName "KH0206" { id, folder }
        "the pack is called `{id}`, its folder `{folder}`"
        "Give both the same name."
    UnknownField "KH0210" { field, nearest }
        "`{field}` is not a field here"
        "Remove it, or write one of these, the nearest first: {nearest}."
    MissingField "KH0211" { field }
        "`{field}` is missing"
        "Add `{field}` here."
    WrongType "KH0212" { field, like }
        "`{field}` cannot be written this way"
        "Write it like this: `{field} = {like}`."
    EmptyField "KH0213" { field }
        "`{field}` is empty"
        "Write what belongs there."
    BadName "KH0214" { name }
        "`{name}` cannot be a name"
        "Begin with a small letter and go on with small letters a–z, digits and single hyphens: `spring-rice-area`."
    UnknownWord "KH0215" { field, word, nearest }
        "`{field}` cannot be `{word}`"
        "Write one of these, the nearest first: {nearest}."
    OutOfRange "KH0216" { field, least, most }
        "`{field}` lies outside {least} to {most}"
        "Write a whole number from {least} to {most}."
    BadNumber "KH0217" { field, text }
        "`{text}` is not a number as `{field}` needs it"
        "Write it between quotation marks, with a point and at most three decimals: \"345.45\"."
    BadPrefix "KH0218" { prefix }
        "codes of cases cannot begin with `{prefix}`"
        "Write two to four capital letters A–Z: \"KN\"."
    Duplicate "KH0220" { name, first }
        "`{name}` stands twice; first at {first}"
        "Rename one of them or remove it. A text that several packs need stands once, in the words of the packs' folder."
    UnknownStep "KH0221" { step, nearest }
        "no step is called `{step}`"
        "Add a `[[step]]` of that name, or write one of these, the nearest first: {nearest}."
    UnknownSection "KH0222" { section, nearest }
        "no section is called `{section}`"
        "Add it to sections.toml, or write one of these, the nearest first: {nearest}."
    UnknownMeasure "KH0223" { measure, nearest }
        "no measure is called `{measure}`"
        "Add a `[[measure]]` of that name, or write one of these, the nearest first: {nearest}."
    UnknownKind "KH0224" { kind, nearest }
        "no case kind is called `{kind}`"
        "Write one of these, the nearest first: {nearest}."
    UnknownIndicator "KH0225" { indicator, nearest }
        "no indicator is called `{indicator}`"
        "Add an `[[indicator]]` of that name, or write one of these, the nearest first: {nearest}."
    UnknownMeasuredIn "KH0226" { name, nearest }
        "nothing can be measured in `{name}`"
        "Add `measured-in-{name}` to both word files of the packs' folder, or write one of these, the nearest first: {nearest}."
    NotAFigure "KH0227" { text, nearest }
        "`{text}` names no figure"
        "Name a figure as reading:MEASURE, plan:MEASURE, percent:MEASURE, before:MEASURE, indicator:INDICATOR, cases:TALLY or cases:KIND:TALLY; tallies, the nearest first: {nearest}."
    NoSentenceBefore "KH0228" { words, nearest }
        "no sentence before it in this paragraph is `{words}`"
        "Name in `unless` a sentence that stands before it in the same paragraph; the nearest first: {nearest}."
    ForbiddenSubject "KH0229" { name }
        "`{name}` asks for what no pack may collect: religion, ethnicity, political opinion, health or private life of a person"
        "Remove it. Work with religious communities and ethnic areas is recorded by community and by topic only, never by person."
    UnreachableStep "KH0230" { step }
        "no case ever comes to step `{step}`"
        "Let an action lead to it (`to = \"{step}\"`) from a step that cases come to, or remove the step."
    DeadEnd "KH0231" { step }
        "a case at step `{step}` can never be closed"
        "Add an action from it that leads to a closed step, directly or through others."
    ClockNeverStarts "KH0232" { clock }
        "nothing starts clock `{clock}`"
        "Name in `starts` what starts it: registration, or the deed or the name of an action of this kind."
    ClockNeverStops "KH0233" { clock }
        "nothing stops clock `{clock}`"
        "Name in `stops` the deed or the name of an action of this kind: answer, for instance."
    NobodyMay "KH0234" { action }
        "nobody may take action `{action}`"
        "Name in `who` at least one of citizen, clerk, handler, head."
    NowhereFrom "KH0235" { action }
        "action `{action}` can be taken at no step"
        "Name in `from` the steps at which it can be taken."
    OverlappingVersions "KH0236" { kind, first }
        "this version of `{kind}` overlaps with the one at {first}"
        "Let the earlier version end (`until`) before the later one begins (`from`)."
    PrefixClash "KH0237" { prefix, kind }
        "the codes of `{kind}` begin with `{prefix}` too"
        "Choose other letters: a code must tell its kind."
    EndsBeforeItBegins "KH0239" { from, until }
        "it ends on {until}, before it begins on {from}"
        "Correct `from` or `until`."
    MissingNeed "KH0240" { action, deed, need }
        "action `{action}` cannot {deed} without asking for `{need}`"
        "Add \"{need}\" to its `needs`."
    DeedAfterEnd "KH0241" { action, deed }
        "action `{action}` would {deed} cases that are closed"
        "Let it begin at an open or waiting step; at closed steps only the deeds confirm, reopen and note make sense."
    StaysClosed "KH0242" { action }
        "action `{action}` reopens cases but leaves them closed"
        "Let `to` name an open step."
    ClosedAtStart "KH0243" { step }
        "a new case would be closed: the first step is `{step}`"
        "Let `first_step` name an open step."
    VariantNeverAsked "KH0244" { clock }
        "nothing asks whether a case is complex or remote, as clock `{clock}` needs to know"
        "Add \"circumstances\" to the `needs` of the action that accepts cases, or remove the variants."
    VariantLeftOpen "KH0245" { clock }
        "clock `{clock}` does not say what holds for a complex case in a remote area"
        "Add `remote_complex` (and `remote_especially_complex` beside `especially_complex`)."
    ExtensionNeverMade "KH0246" { clock }
        "nothing extends clock `{clock}`"
        "Add an action with `deed = \"extend\"` that needs \"length\" and \"text\", or remove the extension."
    TotalTooSmall "KH0247" { total, limit }
        "an extension to {total} in all adds nothing to {limit}"
        "Write a total above {limit}, or remove the extension."
    VariantTooLate "KH0248" { clock }
        "clock `{clock}` starts at registration, before anybody has said whether the case is complex or remote"
        "Let the action that accepts cases start it, or remove the variants."
    LeastAboveMost "KH0250" { least, most }
        "the least, {least}, is above the most, {most}"
        "Correct `least` or `most`."
    IndicatorCycle "KH0251" { path }
        "the indicator is computed from itself: {path}"
        "Let one of these formulas name readings instead of the next indicator."
    SameOrder "KH0252" { order, first }
        "the paragraph at {first} has the order {order} in this section too"
        "Give each paragraph of a section an order of its own, across all packs."
    NotASentence "KH0253" { words }
        "`{words}` cannot be the text of a sentence"
        "Begin its key with `say-`."
    FormulaTooLong "KH0260" { got, most }
        "the formula has {got} bytes; {most} are allowed"
        "Move a part of it into an indicator of its own and name that: indicator(\"…\")."
    FormulaTooManyParts "KH0261" { most }
        "the formula has more than {most} numbers, names and signs"
        "Move a part of it into an indicator of its own and name that: indicator(\"…\")."
    FormulaTooDeep "KH0262" { most }
        "brackets and choices stand more than {most} deep"
        "Move a part of it into an indicator of its own and name that: indicator(\"…\")."
    FormulaUnexpected "KH0263" { found }
        "`{found}` cannot stand here"
        "A formula has numbers with a point, + - * /, brackets, comparisons, `condition ? a : b` and figures such as reading(\"…\") or cases(\"…\")."
    FormulaEndsTooSoon "KH0264" { formula }
        "the formula ends too soon: {formula}"
        "Add what is missing: a figure, a number or a bracket."
    FormulaWholeNumber "KH0265" { text }
        "`{text}` is a whole number; in formulas numbers have a point"
        "Write {text}.0."
    FormulaFunction "KH0266" { name, nearest }
        "formulas have no function `{name}`"
        "Write one of these, the nearest first: {nearest}."
    FormulaArguments "KH0267" { function, takes }
        "`{function}` does not get what it needs"
        "Write {function} with {takes}, the names between quotation marks."
    FormulaNotANumber "KH0268" { part }
        "`{part}` is true or false, where a number is needed"
        "Say which numbers you want: `condition ? 1.0 : 0.0`."
    FormulaNotACondition "KH0269" { part }
        "`{part}` is a number, where a comparison is needed"
        "Compare it with something: `{part} > 0.0`."
    MissingWords "KH0280" { key, lang }
        "`{key}` has no text in the language `{lang}`"
        "Add `{key} = …` to words.{lang}.ftl."
    UnusedWords "KH0281" { key, nearest }
        "nothing uses the text `{key}`"
        "Remove it, or write one of these keys, the nearest first: {nearest}."
    UnknownVariable "KH0282" { key, variable, known }
        "`{key}` says `${variable}`, which it does not get"
        "Write one of these: {known}."
    UnsaidFigure "KH0283" { key, variable, lang }
        "`{key}` does not say `${variable}` in the language `{lang}`"
        "Say it in words.{lang}.ftl."
    TooClever "KH0284" { key }
        "`{key}` holds more than words and variables"
        "Write the text out; a pack's text may hold variables such as $done, but no functions, no other texts, and no choices unless it is a measured-in text that chooses by $count."
    NoText "KH0285" { key }
        "`{key}` must be one plain text"
        "Write `{key} = …`, without attributes and without a hyphen before its key."
    OutsideCalendar "KH0290" { day, first, last }
        "{day} lies outside the calendar, which knows {first} to {last}"
        "Correct the day."
    NotARestDay "KH0291" { day }
        "{day} cannot be worked in a swap: it is no weekly rest day"
        "Name the Saturday or Sunday that is worked."
    WorkedTwice "KH0292" { day }
        "{day} is worked for another day already"
        "Correct `worked`, or take the other swap back with `[[no_swap]]`."
    OffAlready "KH0293" { day }
        "{day} cannot be given off in a swap: it is off already"
        "Correct `off`, or remove the swap."
    UndecidedDay "KH0294" { day }
        "whether {day} is a day off is not decided"
        "Add the decision of that year first: `[[tet]]` or `[[national_day]]`."
    NoSuchSwap "KH0295" { day }
        "no swap gives {day} off"
        "Name the day that a swap of the table gives off, or remove this."
    NothingToDecide "KH0296" { year }
        "the law of {year} leaves nothing to decide here"
        "Remove it: Tết is decided from 2014 on, the day beside National Day from 2021 on."
    HoursInDisorder "KH0297" { }
        "these hours overlap, end before they begin, or come after later ones"
        "Write the sessions of a day in order, and the earlier `[[hours]]` first."
    NotHours "KH0298" { text }
        "`{text}` cannot be read as hours of work"
        "Write from when to when: \"07:30-11:30\"."
    NotAnOwnVersion "KH0299" { version }
        "`{version}` is the version of the calendar inside the program"
        "Give the corrected calendar a version of its own: every due date keeps the version it was counted by."
    UnknownFormField "KH0300" { field, nearest }
        "no field is called `{field}`"
        "Add a `[[field]]` of that name, or write one of these, the nearest first: {nearest}."
    UnknownGuard "KH0301" { guard, nearest }
        "no guard is called `{guard}`"
        "Add a `[[guard]]` of that name, or write one of these, the nearest first: {nearest}."
    UnknownReason "KH0302" { reason, nearest }
        "no reason is called `{reason}`"
        "Add a `[[reason]]` of that name, or write one of these, the nearest first: {nearest}."
    UnknownClock "KH0303" { clock, nearest }
        "no clock is called `{clock}`"
        "Write one of these, the nearest first: {nearest}."
    UnknownChoice "KH0304" { choice, nearest }
        "`{choice}` is none of the choices of the field"
        "Write one of these, the nearest first: {nearest}."
    NeverDone "KH0305" { deed, nearest }
        "no action of this kind does `{deed}`"
        "Name the deed of an action of this kind; the deeds there are, the nearest first: {nearest}."
    OtherType "KH0306" { field, wanted }
        "the field `{field}` has another type than `{wanted}`"
        "Ask for it as what it is: number(\"…\") for a number, days_since(\"…\") for a day, chosen(\"…\", \"…\") and count(\"…\") for choices, given(\"…\") for any field."
    NeverAsked "KH0307" { field }
        "nothing asks for the field `{field}`"
        "Name it in the `form` of the kind or in the `asks` of an action, or remove it."
    NeverGuards "KH0308" { guard }
        "no action has the guard `{guard}`"
        "Name it in the `guards` of an action, or remove it."
    NeverAReason "KH0309" { reason }
        "no action has the reason `{reason}`"
        "Name it in the `reasons` of an action that refuses, or remove it."
    RefusesWithoutReason "KH0310" { action }
        "action `{action}` refuses cases without one of the reasons of the kind"
        "Name in `reasons` those it can have."
    ReasonsNotToRefuse "KH0311" { action }
        "action `{action}` has reasons to refuse but does not refuse"
        "Remove its `reasons`, or write `deed = \"refuse\"`."
    ProofNeverNeeded "KH0312" { action }
        "action `{action}` says what can prove it but needs no proof"
        "Add \"proof\" to its `needs`, or remove `proof`."
    StrippedNeverAsked "KH0313" { field }
        "no action asks a text of the office in the field `{field}`, which stands in place of the petition"
        "Let the action that hands the case over ask for it, as a required `text` with `privacy = \"office\"`."
    CompetenceInDisorder "KH0314" { topic }
        "the levels that are competent for `{topic}` do not follow one another"
        "Give each level but the last its last day (`until`), in order, and the last none, unless nobody is known to be competent after it."
    DecidedTwice "KH0315" { }
        "this file decides the same twice"
        "Keep the one that holds, and remove the other."
    EndsOpen "KH0316" { action, deed }
        "action `{action}` would {deed} cases but leave them open"
        "Let `to` name a closed step."
    ClosesTooSoon "KH0317" { action, deed }
        "action `{action}` would {deed} cases and close them at once"
        "Let `to` name an open or waiting step."
    FilledTooLate "KH0318" { action, field }
        "action `{action}` has a condition over the field `{field}`, which nothing can have filled in by then"
        "Ask for the field in the `form` of the kind, in the `asks` of this action or of one that comes before it, or remove the condition."
    DoneTooLate "KH0319" { action, deed }
        "action `{action}` has a condition over the deed `{deed}`, which cannot have been done by then"
        "Let an action that does it lead to a step from which this one is taken, or remove the condition."
    RunsTooLate "KH0320" { action, clock }
        "action `{action}` has a condition over clock `{clock}`, which cannot have started by then"
        "Let registration or an earlier action start the clock, or remove the condition."
    ClockLeftRunning "KH0321" { action, clock }
        "action `{action}` closes cases while clock `{clock}` can still run"
        "Name in the `stops` of the clock the deed or the name of the action, let the action lead to an open step, or let an officer do at its closed step what stops the clock."
    ClockAsksTooEarly "KH0322" { clock, field }
        "clock `{clock}` hangs on the field `{field}`, which nothing can have filled in when it starts"
        "Ask for the field in the `form` of the kind or in the `asks` of the action that starts the clock."
    ComplexityWithoutTerm "KH0323" { }
        "no clock has a term for matters that are as complex as this"
        "Add `complex` or `especially_complex` to a `[[clock]]`, or remove the rule."
    ComplexityAsked "KH0324" { action }
        "action `{action}` asks how complex a case is, which `[[complexity]]` says already"
        "Remove \"circumstances\" from its `needs`, or remove the rules."
    SealedPublishes "KH0325" { }
        "cases of which nobody may know who brought them would be published"
        "Write `public = []`, or remove `stripped`."
    NeverAnswered "KH0326" { }
        "no action of this kind answers, so none of its cases is ever kept closed"
        "Give the action that settles a case `deed = \"answer\"`, or remove `[kept_closed]`."
    RemoteNeverAsked "KH0327" { }
        "nothing asks whether a case lies in a remote area, as `[kept_closed]` needs to know"
        "Add \"circumstances\" to the `needs` of the action that accepts cases, or remove `remote`."
    LevelOutlived "KH0328" { topic, last }
        "the level that is competent for `{topic}` ended on {last}"
        "Write `until = {last}` beside it, and after it the level that is competent since; none where nobody knows which."
    EndsAtOpenStep "KH0329" { step }
        "cases in which nobody asked for anything would end at `{step}`, which is not closed"
        "Let `ends_at` name a closed step."
    UnknownLetter "KH0330" { letter, nearest }
        "no letter is called `{letter}`"
        "Add a file with that `id` to the folder `letters`, or write one of these, the nearest first: {nearest}."
    NeverMade "KH0331" { letter }
        "nothing makes the letter `{letter}`"
        "Name it in the `letter` of an action or the `receipt` of a kind, or remove its file."
    UnknownInLetter "KH0332" { name, nearest }
        "a letter cannot say `{name}`"
        "Write after the dollar sign one of these names, the nearest first: {nearest}; or field- and the name of a field."
    LoneBracket "KH0333" { }
        "this bracket stands alone"
        "Write names between two brackets, after a dollar sign."
    LetterSaysTooMuch "KH0334" { letter, name }
        "the letter `{letter}` says `{name}`, which is not known here"
        "Let the action ask for it, remove it from the letter, or make another letter here."
    LetterTellsWho "KH0335" { letter, name }
        "`{name}` may tell others who brought the case, and the law protects that"
        "Remove it from the letter `{letter}`, or write `readers = \"petitioner\"` when only that person reads it."
    GathersNothing "KH0336" { letter }
        "the letter `{letter}` has only one of `gathers` and a passage `each`"
        "Write in `gathers` the fields that the cases have in common, and in the body a passage `each` for what is said of each of them; or neither."
    GathersHidden "KH0337" { letter }
        "the letter `{letter}` puts cases side by side that are not public"
        "Let the kind publish its `subject`, or write a letter about one case."
    CannotCount "KH0340" { field, clock }
        "the field `{field}` cannot say how long clock `{clock}` runs"
        "Let it be a `number` with whole numbers for `least` and `most` within 1 to 3650, and `required = true` unless the clock has a `when`."
    CountedTooLate "KH0341" { field, clock }
        "clock `{clock}` can start before the field `{field}` was asked"
        "Name the field in the `form` of the kind, or in the `asks` of every action that starts the clock."
    CannotTellWho "KH0342" { field }
        "the field `{field}` cannot say who did it"
        "Name a field of the type `choice` that the `form` of the kind asks and that is required."
    SettlesNothing "KH0343" { action }
        "action `{action}` says whether it settles what was asked but does not answer"
        "Remove `settles`, or write `deed = \"answer\"`."
    CountsAtOnce "KH0344" { action }
        "what action `{action}` answers would count as kept closed on the day it is closed"
        "Add `[kept_closed]`: how many days nobody may say otherwise, and the rule that says so; or write `settles = false` beside an answer that settles nothing."
    TextNeverNeeded "KH0345" { action }
        "action `{action}` says how long its text is but needs none"
        "Add \"text\" to its `needs`, or remove `least`."
    NumberAlone "KH0346" { number, before }
        "the number `{number}` of an act stands without `{before}` before it"
        "Write `{before} {number}`: acts are cited in one form."
    ArticleInName "KH0347" { name }
        "`{name}` names an article, which has a place of its own"
        "Leave it out there and write the article, its clause and its point as `article = \"29.3.b\"`: they are printed in the right order."
    OtherNumber "KH0348" { name }
        "in English this is not the act that is called `{name}`"
        "Write the same numbers in `law` and `law_en`."
    ArticleForm "KH0349" { article }
        "`{article}` is no article with its clause and point"
        "Write the article, clause and point with dots between them: `11`, `11.5` or `29.3.b`."
    SealedForNobody "KH0350" { }
        "nothing says which two groups of officers open together who brought a sealed case"
        "Write `opened_by = [\"head\", \"inspector\"]`, or two other roles, beside `stripped`."
    NoWayOn "KH0351" { }
        "a unit that is not competent could do nothing with such a case"
        "Leave out of `competent_only` one of transfer and refuse that an action does at the first step."
    BindsNothing "KH0352" { }
        "nothing is bound to the competent level, so it says nothing that bodies under it are competent too, or no other level"
        "Write in `competent_only` of `[kind]` the deeds and actions that only a competent unit does, or remove `bodies` and `only_this_level`."
    DoneAndUndone "KH0353" { clock, by }
        "clock `{clock}` would be done and left undone by `{by}`"
        "Name it once: in `stops` when by this it is done, in `lapses` when nothing is owed any more, in `fails` when it was owed and left undone."
    CaseInForm "KH0356" { field }
        "the form of a petition asks for another case in the field `{field}`, and whoever brings one sees no other"
        "Let an action ask for it, or let it be a `line`."
    HoleBetweenVersions "KH0357" { kind, last, first }
        "no version of `{kind}` is in force after {last} and before {first}"
        "Let the earlier version end (`until`) on the day before this one begins (`from`), or add the version of the days between."
    CompetenceUnbound "KH0358" { }
        "nothing is bound to the competent level, so a case may be sent to a unit that is not competent without it being told"
        "Write in `competent_only` of `[kind]` what only a competent unit does, or do not ask for competent()."
    BindsAnyway "KH0359" { topic }
        "the topic `{topic}` binds its level anyway: only the last, for what fits nowhere, leaves it open upwards"
        "Remove `only_this_level`, or write it in the last topic."
    NamelessRequires "KH0360" { topic }
        "the topic `{topic}` takes no name, and the kind requires who brings a case or where"
        "Remove `nameless` from the topic, or `requires` from `[kind]`."
    NamelessAsks "KH0361" { topic, field }
        "the topic `{topic}` takes no name, and the form asks in `{field}` what tells who brings a case"
        "Remove `nameless` from the topic, or let an action ask for the field."
    OpensNothing "KH0362" { }
        "officers are named who open together who brings a case, and nothing seals it"
        "Write `stripped = \"…\"`, the field with the text that stands in place of the letter, beside `opened_by`; or remove `opened_by`."
    NeverTaken "KH0363" { action, nearest }
        "no action of this kind is called `{action}`"
        "Write one of these, the nearest first: {nearest}."
    OnceLeads "KH0364" { action }
        "action `{action}` is taken once and leads to another step, from which cases could not go that way again"
        "Remove `once`, or remove `to`."
    EarlierElsewhere "KH0366" { }
        "only the guard of an action knows whether an earlier case is still in time"
        "Ask earlier_in_time() in a `[[guard]]`, and name that guard in the action."
    HarderIsShorter "KH0367" { variant, least }
        "what is `{variant}` would have less time than what is not: fewer than {least}"
        "Write {least} or more, or remove `{variant}`."
}
