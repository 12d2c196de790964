//! Part III: what was concluded for the next period, and who owes it by when.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_core::period::Period;
use kheo_core::task::{Conclusion, Task};
use kheo_words::Lang;

use super::Composer;
use crate::{Block, Span};

impl Composer<'_> {
    pub(super) fn tasks(&self) -> Vec<Block> {
        let mut blocks =
            vec![self.heading_with(1, "review-tasks", &[("period", &self.next_period())])];
        if self.context.next.is_empty() {
            blocks.push(self.paragraph("review-tasks-none"));
        } else {
            let items =
                self.context.next.iter().map(|(conclusion, tasks)| self.owed(conclusion, tasks));
            blocks.push(self.paragraph("review-tasks-those"));
            blocks.push(Block::List(items.collect()));
        }
        blocks
    }

    fn next_period(&self) -> String {
        let period = self.review.period;
        // The calendar ends long after every period; without a next day the period itself stands.
        let day = period.last().tomorrow().unwrap_or_else(|_| period.last());
        self.tongue.period(Period::containing(day, period.length()))
    }

    fn owed(&self, conclusion: &Conclusion, tasks: &[Task]) -> Vec<Span> {
        let text = match self.tongue.lang() {
            Lang::Vi => &conclusion.text,
            Lang::En => &conclusion.text_en,
        };
        let mut spans = vec![Span::Text(text.clone())];
        let remark = self.remark(&conclusion.origin);
        if !remark.is_empty() {
            spans.push(Span::Quiet(remark));
        }
        let mut groups: BTreeMap<(Date, String), Vec<String>> = BTreeMap::new();
        for task in tasks {
            let key = (task.due_on, self.remark(&task.origin));
            groups.entry(key).or_default().push(self.unit(&task.unit));
        }
        for ((due_on, remark), units) in groups {
            let date = format!("{}{remark}", self.tongue.date(due_on));
            let owed = [("units", units.join(", ")), ("date", date)];
            let owed = owed.each_ref().map(|(name, text)| (*name, text.as_str()));
            spans.push(Span::Text(format!(" {}", self.tongue.say_with("review-owed", &owed))));
        }
        spans
    }
}
