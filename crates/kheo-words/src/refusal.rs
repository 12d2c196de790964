use kheo_core::Refusal;
use kheo_core::case::{Complexity, FieldFault};
use kheo_core::quantity::Quantity;
use kheo_core::sealing::StaysSealed;
use kheo_core::unit::Level;

use crate::Tongue;

impl Tongue<'_> {
    /// The figures and days that the words for a refusal speak of, by their names in those words. What
    /// things are called is not among them: a page calls them by their titles, a terminal as its reader
    /// wrote them.
    #[must_use]
    pub fn figures_of(self, why: &Refusal) -> Vec<(&'static str, String)> {
        match why {
            Refusal::TooShort { least, .. } => vec![("least", self.count(*least))],
            Refusal::TooLong { most, got, .. } => {
                vec![("most", self.count(*most)), ("got", self.count(*got))]
            }
            Refusal::NotACount { least, most, .. } => {
                let whole = |n: u32| self.count(usize::try_from(n).unwrap_or(usize::MAX));
                vec![("least", whole(*least)), ("most", whole(*most))]
            }
            Refusal::Unfilled { why, .. } => self.bounds_of(*why),
            Refusal::Guarded { guard } => vec![("why", self.say(&format!("guard-{guard}")))],
            Refusal::Disproved { reason } => vec![
                ("reason", self.say(&format!("reason-{reason}"))),
                ("why", self.say(&format!("reason-{reason}-disproved"))),
            ],
            Refusal::UnknownComplexity { complexity, known } => {
                let word =
                    |one: &Complexity| self.say(&format!("staff-action-complexity-{}", one.word()));
                let known: Vec<String> = known.iter().map(word).collect();
                vec![("complexity", word(complexity)), ("known", known.join("; "))]
            }
            Refusal::Taken { name } => vec![("name", name.clone())],
            Refusal::EndsBeforeItBegins { since, until } => {
                vec![("since", self.date(*since)), ("until", self.date(*until))]
            }
            Refusal::DueBeforeGiven { on, due } => {
                vec![("on", self.date(*on)), ("due", self.date(*due))]
            }
            Refusal::WrongPeriod { period, .. } => vec![("period", self.period(*period))],
            Refusal::NotBegun { period } => {
                vec![("period", self.period(*period)), ("since", self.date(period.first()))]
            }
            Refusal::BeforeCalendar { period, since } => {
                vec![("period", self.period(*period)), ("since", self.date(*since))]
            }
            Refusal::OutOfBounds { value, least, most } => {
                vec![("value", self.number(*value)), self.range(*least, *most)]
            }
            Refusal::NotCompetent { level }
            | Refusal::Sealed(StaysSealed::NoUnitAbove { level })
            | Refusal::NotCompetentThere { level, .. } => {
                vec![("level", self.level(*level))]
            }
            Refusal::TooEarly { until, .. } => vec![("until", self.date(*until))],
            Refusal::NoCalendar { why } => vec![("why", self.not_counted(why))],
            Refusal::NotExtended { why, .. } => vec![("why", self.not_extended(why))],
            _ => Vec::new(),
        }
    }

    /// The bounds that an answer to a question of a pack lies outside of.
    fn bounds_of(self, why: FieldFault) -> Vec<(&'static str, String)> {
        match why {
            FieldFault::Length { least, most, .. } => {
                vec![("least", self.count(least)), ("most", self.count(most))]
            }
            FieldFault::OutOfBounds { least, most } => vec![self.range(least, most)],
            FieldFault::BeforeItsCause { since }
            | FieldFault::TooLongAgo { since }
            | FieldFault::RegisteredBefore { since } => {
                vec![("day", self.date(since))]
            }
            FieldFault::TooFewCases { least, got } => {
                vec![("least", self.count(least)), ("got", self.count(got))]
            }
            _ => Vec::new(),
        }
    }

    /// The range, in words; one end of it may be open.
    fn range(self, least: Option<Quantity>, most: Option<Quantity>) -> (&'static str, String) {
        let [least, most] = [least, most].map(|end| end.map(|end| self.number(end)));
        let told = match (&least, &most) {
            (Some(least), Some(most)) => {
                self.say_with("range-between", &[("least", least), ("most", most)])
            }
            (Some(least), None) => self.say_with("range-least", &[("least", least)]),
            (None, Some(most)) => self.say_with("range-most", &[("most", most)]),
            (None, None) => self.say("range-any"),
        };
        ("range", told)
    }

    fn level(self, level: Level) -> String {
        self.say(match level {
            Level::Commune => "changed-level-commune",
            Level::District => "changed-level-district",
            Level::Province => "changed-level-province",
        })
    }

    fn count(self, n: usize) -> String {
        self.number(Quantity::whole(i32::try_from(n).unwrap_or(i32::MAX)))
    }
}
