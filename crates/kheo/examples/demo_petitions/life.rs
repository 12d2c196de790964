//! What becomes of a petition.

use jiff::civil::Date;

use crate::days::{Days, written};
use crate::dice::Dice;
use crate::petition::{CITY, Petition};
use crate::tables::Tables;

/// Something that was done with a petition.
#[derive(Default)]
pub(crate) struct Act {
    pub(crate) on: Date,
    pub(crate) action: &'static str,
    pub(crate) by: String,
    pub(crate) text: String,
    pub(crate) unit: String,
    pub(crate) post: String,
    pub(crate) proof: String,
    pub(crate) reason: String,
}

/// The acts on one petition, as they follow each other.
pub(crate) struct Life<'a> {
    tables: &'a Tables,
    days: &'a Days,
    petition: &'a Petition<'a>,
    /// The unit that holds it.
    unit: &'a str,
    /// The working day of the last act.
    now: usize,
    pub(crate) acts: Vec<Act>,
    /// The working day of an answer with which nobody has found fault yet.
    pub(crate) settled: Option<usize>,
}

impl<'a> Life<'a> {
    /// Lives through everything that has happened to `petition`.
    pub(crate) fn of(
        petition: &'a Petition<'a>,
        tables: &'a Tables,
        days: &'a Days,
        dice: &mut Dice,
    ) -> Self {
        let (unit, now) = (petition.unit, petition.received);
        let mut life = Self { tables, days, petition, unit, now, acts: Vec::new(), settled: None };
        // What has not happened yet ends the story.
        let _until_today = life.received(dice);
        life
    }

    fn received(&mut self, dice: &mut Dice) -> Option<()> {
        if dice.chance(3) {
            let by = self.desk();
            let text = self.phrase("refuse", dice);
            let reason = self.tables.reason(&text);
            let act = Act { action: "refuse", by, text, reason, ..Act::default() };
            return self.act(dice.between(1, 3), act);
        }
        if let Some((unit, why)) = self.competent(dice) {
            let body = self.tables.body(unit);
            let text = self.phrase(why, dice).replace("{body}", &body);
            let by = self.desk();
            let to = unit.to_owned();
            let act = Act { action: "transfer", by, text, unit: to, ..Act::default() };
            self.act(dice.between(1, 3), act)?;
            self.unit = unit;
        }
        if dice.chance(1) {
            return None;
        }
        let by = self.desk();
        self.act(dice.between(0, 2), Act { action: "accept", by, ..Act::default() })?;
        let (by, post) = (self.head(), self.handler());
        let act = Act { action: "assign", by, post: post.clone(), ..Act::default() };
        self.act(dice.between(0, 2), act)?;
        if dice.chance(20) {
            let text = self.phrase("note", dice);
            let act = Act { action: "note", by: post, text, ..Act::default() };
            self.act(dice.between(1, 2), act)?;
        }
        if dice.chance(3) {
            return None;
        }
        self.answered(dice)
    }

    fn answered(&mut self, dice: &mut Dice) -> Option<()> {
        let due = self.petition.received + self.petition.theme.limit();
        let late = dice.chance(14);
        let on = if late { due + dice.between(1, 12) } else { dice.between(self.now + 1, due) };
        let body = self.tables.body(self.unit);
        let closing = self.phrase("closing", dice);
        let text = format!("{body} {} {closing}", self.petition.theme.answer);
        let apology = if late { self.phrase("late", dice) + " " } else { String::new() };
        let text = apology.replace("{body}", &body) + &text;
        self.answer(on, &text, dice)?;
        match dice.below(100) {
            0..45 => self.confirmed(dice),
            45..54 => self.reopened(dice),
            _ => {
                self.settled = Some(self.now);
                Some(())
            }
        }
    }

    fn reopened(&mut self, dice: &mut Dice) -> Option<()> {
        let text = self.phrase("reopen", dice);
        let by = "citizen".to_owned();
        let act = Act { action: "reopen", by, text, ..Act::default() };
        self.act(dice.between(1, 10), act)?;
        let due = self.now + self.petition.theme.limit();
        let late = if dice.chance(15) { dice.between(1, 6) } else { 0 };
        let on = if late > 0 { due + late } else { dice.between(self.now + 3, due) };
        let text = self.phrase("answer-again", dice);
        let text = text.replace("{body}", &self.tables.body(self.unit));
        self.answer(on, &text, dice)?;
        if dice.chance(60) { self.confirmed(dice) } else { Some(()) }
    }

    fn answer(&mut self, on: usize, text: &str, dice: &mut Dice) -> Option<()> {
        let looked = on.saturating_sub(dice.between(0, 2)).max(self.now);
        let text = text.replace("{day}", &written(self.days.day(looked)?));
        let (by, proof) = (self.handler(), self.petition.theme.proof.clone());
        let text = self.petition.filled(&text);
        self.act(on - self.now, Act { action: "answer", by, text, proof, ..Act::default() })
    }

    fn confirmed(&mut self, dice: &mut Dice) -> Option<()> {
        let by = "citizen".to_owned();
        self.act(dice.between(1, 8), Act { action: "confirm", by, ..Act::default() })
    }

    /// Takes an action `later` working days after the one before; nothing when that day is to come.
    fn act(&mut self, later: usize, act: Act) -> Option<()> {
        let on = self.days.day(self.now + later)?;
        self.now += later;
        let text = act.text.replace("{day}", &written(on));
        self.acts.push(Act { on, text: self.petition.filled(&text), ..act });
        Some(())
    }

    /// The unit it has to go to, and why; nothing when it is in the right place.
    fn competent(&self, dice: &mut Dice) -> Option<(&'a str, &'static str)> {
        let office = self.petition.theme.office.as_str();
        match (self.unit == CITY, office.is_empty()) {
            (true, true) => Some((self.petition.ward.unit.as_str(), "transfer-down")),
            (false, false) if dice.chance(75) => Some((office, "transfer-up")),
            (true, false) => Some((office, "transfer-office")),
            _ => None,
        }
    }

    fn in_office(&self) -> bool {
        self.unit == self.petition.theme.office
    }

    fn desk(&self) -> String {
        if self.in_office() { self.head() } else { format!("{}-tiep-dan", self.unit) }
    }

    fn head(&self) -> String {
        let post = if self.in_office() { "truong" } else { "chu-tich" };
        format!("{}-{post}", self.unit)
    }

    fn handler(&self) -> String {
        let social =
            matches!(self.petition.theme.topic.as_str(), "procedures" | "benefits" | "order");
        let post = match (self.in_office(), social) {
            (true, _) => "xu-ly",
            (false, false) => "xu-ly-1",
            (false, true) => "xu-ly-2",
        };
        format!("{}-{post}", self.unit)
    }

    fn phrase(&self, purpose: &str, dice: &mut Dice) -> String {
        dice.pick(&self.tables.phrases(purpose)).map(|text| (*text).to_owned()).unwrap_or_default()
    }
}
