//! Turns rows into commands and carries them out, in the order in which they happened.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use kheo_calendar::day_in_vietnam;
use kheo_core::Refusal;
use kheo_core::event::Stamp;
use kheo_core::id::PostId;
use kheo_core::post::{Actor, Post};
use kheo_core::rules::Rules;
use kheo_store::{StoreError, Tx, WriteError, matter};
use kheo_words::Tongue;

use crate::failure::Failure;
use crate::import::row::{
    ActRow, CaseRow, ConclusionRow, MatterDeed, MatterRow, Placed, PlanRow, PostRow, Proofs,
    ReadingRow, Rows, TaskRow, UnitRow,
};

use crate::import::troubles::Troubles;
use crate::import::value::About;

/// How many rows of each sort were brought in.
#[derive(Default, Clone, Copy)]
pub(crate) struct Counts {
    units: usize,
    posts: usize,
    plans: usize,
    readings: usize,
    conclusions: usize,
    tasks: usize,
    cases: usize,
    acts: usize,
    matters: usize,
}

impl Counts {
    /// What was brought in, in one sentence.
    pub(crate) fn in_words(self, tongue: Tongue<'_>) -> String {
        let rows = [
            ("units", self.units),
            ("posts", self.posts),
            ("plans", self.plans),
            ("readings", self.readings),
            ("conclusions", self.conclusions),
            ("tasks", self.tasks),
            ("cases", self.cases),
            ("acts", self.acts),
            ("matters", self.matters),
        ]
        .map(|(name, count)| (name, count.to_string()));
        let rows: Vec<(&str, &str)> = rows.iter().map(|(n, c)| (*n, c.as_str())).collect();
        tongue.say_with("import-done", &rows)
    }

    pub(crate) const fn sum(self, other: Self) -> Self {
        Self {
            units: self.units + other.units,
            posts: self.posts + other.posts,
            plans: self.plans + other.plans,
            readings: self.readings + other.readings,
            conclusions: self.conclusions + other.conclusions,
            tasks: self.tasks + other.tasks,
            cases: self.cases + other.cases,
            acts: self.acts + other.acts,
            matters: self.matters + other.matters,
        }
    }
}

/// Carries out rows in one transaction.
pub(crate) struct Importer<'a, 'tx> {
    tx: &'a mut Tx<'tx>,
    rules: &'a Rules,
    proofs: &'a Proofs,
    now: Timestamp,
    posts: BTreeMap<String, Post>,
    troubles: &'a mut Troubles,
}

/// What happened on one day.
#[derive(Default)]
struct Day<'r> {
    cases: Vec<&'r Placed<CaseRow>>,
    acts: Vec<&'r Placed<ActRow>>,
    matters: Vec<&'r Placed<MatterRow>>,
}

type Done = Result<(), NotDone>;

impl<'a, 'tx> Importer<'a, 'tx> {
    pub(crate) fn new(
        tx: &'a mut Tx<'tx>,
        rules: &'a Rules,
        proofs: &'a Proofs,
        now: Timestamp,
        troubles: &'a mut Troubles,
    ) -> Self {
        Self { tx, rules, proofs, now, posts: BTreeMap::new(), troubles }
    }

    /// Carries out all rows that can be judged; what is refused goes to the troubles.
    pub(crate) fn all(&mut self, rows: &Rows) -> Result<Counts, Failure> {
        for post in kheo_store::post::all(self.tx)? {
            self.posts.insert(post.id.to_string(), post);
        }
        self.each(&rows.units, Self::unit)?;
        self.each(&rows.posts, Self::post)?;
        self.each(&rows.plans, Self::plan)?;
        self.each(&rows.readings, Self::reading)?;
        self.each(&rows.conclusions, Self::conclusion)?;
        self.each(&rows.tasks, Self::task)?;
        self.cases_and_acts(rows)?;
        Ok(Counts {
            units: rows.units.len(),
            posts: rows.posts.len(),
            plans: rows.plans.len(),
            readings: rows.readings.len(),
            conclusions: rows.conclusions.len(),
            tasks: rows.tasks.len(),
            cases: rows.cases.len(),
            acts: rows.acts.len(),
            matters: rows.matters.len(),
        })
    }

    fn each<T>(
        &mut self,
        rows: &[Placed<T>],
        carry_out: fn(&mut Self, &T) -> Done,
    ) -> Result<(), Failure> {
        rows.iter().try_for_each(|placed| self.one(placed, carry_out))
    }

    fn one<T>(
        &mut self,
        placed: &Placed<T>,
        carry_out: fn(&mut Self, &T) -> Done,
    ) -> Result<(), Failure> {
        if self.troubles.reach(placed) {
            return Ok(());
        }
        match carry_out(self, &placed.row) {
            Ok(()) => {}
            Err(NotDone::Refused(why)) => self.troubles.refused(placed, why),
            Err(NotDone::Failed(why)) => return Err(why.into()),
        }
        Ok(())
    }

    /// Cases, what was done with them and what was said of matters, by day; on one day in this order.
    fn cases_and_acts(&mut self, rows: &Rows) -> Result<(), Failure> {
        let mut days: BTreeMap<Date, Day<'_>> = BTreeMap::new();
        for placed in &rows.cases {
            days.entry(placed.row.on).or_default().cases.push(placed);
        }
        for placed in &rows.acts {
            days.entry(placed.row.on).or_default().acts.push(placed);
        }
        for placed in &rows.matters {
            days.entry(placed.row.on).or_default().matters.push(placed);
        }
        for day in days.values() {
            for placed in &day.cases {
                self.one(placed, Self::case)?;
            }
            for placed in &day.acts {
                self.one(placed, Self::act)?;
            }
            for placed in &day.matters {
                self.one(placed, Self::matter)?;
            }
        }
        Ok(())
    }

    const fn stamp(&self, on: Date) -> Stamp {
        Stamp { recorded_at: self.now, effective_on: on }
    }

    fn unit(&mut self, row: &UnitRow) -> Done {
        let stamp = self.stamp(row.since.unwrap_or(day_in_vietnam(self.now)));
        Ok(kheo_store::unit::establish(self.tx, row.unit()?, stamp, &Actor::Import)?)
    }

    fn post(&mut self, row: &PostRow) -> Done {
        let post = row.post()?;
        kheo_store::post::create(self.tx, post.clone(), Stamp::at(self.now), &Actor::Import)?;
        self.posts.insert(post.id.to_string(), post);
        Ok(())
    }

    fn plan(&mut self, row: &PlanRow) -> Done {
        let stamp = self.stamp(row.on);
        Ok(kheo_store::measure::plan(self.tx, self.rules, row.plan()?, stamp, &Actor::Import)?)
    }

    fn reading(&mut self, row: &ReadingRow) -> Done {
        let (reading, stamp) = (row.reading()?, self.stamp(row.on));
        Ok(kheo_store::measure::report(self.tx, self.rules, reading, stamp, &Actor::Import)?)
    }

    fn conclusion(&mut self, row: &ConclusionRow) -> Done {
        let stamp = self.stamp(row.on);
        Ok(kheo_store::task::conclude(self.tx, row.conclusion()?, stamp, &Actor::Import)?)
    }

    fn task(&mut self, row: &TaskRow) -> Done {
        let stamp = self.stamp(row.on);
        Ok(kheo_store::task::assign(self.tx, row.task()?, stamp, &Actor::Import)?)
    }

    fn case(&mut self, row: &CaseRow) -> Done {
        let (filing, stamp) = (row.filing(self.rules)?, self.stamp(row.on));
        kheo_store::case::register(self.tx, self.rules, filing, stamp, &Actor::Import)?;
        Ok(())
    }

    /// Who acts: `citizen`, or the post of that id.
    fn actor(&self, by: &str) -> Result<Actor, Refusal> {
        if by == "citizen" {
            return Ok(Actor::Citizen);
        }
        let unknown = || Refusal::UnknownPost { post: PostId::new(by) };
        Ok(Actor::Post(self.posts.get(by).cloned().ok_or_else(unknown)?))
    }

    fn matter(&mut self, row: &MatterRow) -> Done {
        let (actor, stamp) = (self.actor(&row.by()?)?, self.stamp(row.on));
        let (tx, rules) = (&mut *self.tx, self.rules);
        match row.deed {
            MatterDeed::Link => matter::link(tx, rules, &actor, &row.link()?, stamp)?,
            MatterDeed::Unlink => matter::unlink(tx, rules, &actor, &row.link()?, stamp)?,
            MatterDeed::Judge => matter::judge(tx, &actor, &row.case()?, row.reasons()?, stamp)?,
            MatterDeed::Withdraw => {
                matter::withdraw(tx, &actor, &row.case()?, row.reasons()?, stamp)?;
            }
        }
        Ok(())
    }

    fn act(&mut self, row: &ActRow) -> Done {
        let actor = self.actor(&row.by()?)?;
        let code = row.case()?;
        let proofs = row.proof.as_ref().and_then(|name| self.proofs.get(name).cloned());
        let unknown = || Refusal::UnknownCase { code: code.clone() };
        let case = kheo_store::case::find(self.tx, &code)?.ok_or_else(unknown)?;
        let holder = kheo_store::unit::find(self.tx, &case.unit)?;
        let about = About {
            kind: self.rules.kind_of_version(&case.kind, case.version)?,
            seen: case.seen,
            remote: holder.is_some_and(|unit| unit.is_remote_on(row.on)),
        };
        let act = row.act(about, proofs.into_iter().collect())?;
        let stamp = self.stamp(row.on);
        kheo_store::case::act(self.tx, self.rules, &actor, &code, act, stamp)?;
        Ok(())
    }
}

/// Why a row was not carried out.
enum NotDone {
    /// It may not be: all that is wrong with it.
    Refused(Vec<Refusal>),
    /// The database failed.
    Failed(StoreError),
}

impl From<Refusal> for NotDone {
    fn from(why: Refusal) -> Self {
        Self::Refused(vec![why])
    }
}

impl From<Vec<Refusal>> for NotDone {
    fn from(why: Vec<Refusal>) -> Self {
        Self::Refused(why)
    }
}

impl From<WriteError> for NotDone {
    fn from(why: WriteError) -> Self {
        match why {
            WriteError::Refused(why) => why.into(),
            WriteError::Store(why) => Self::Failed(why),
        }
    }
}

impl From<StoreError> for NotDone {
    fn from(why: StoreError) -> Self {
        Self::Failed(why)
    }
}
