//! What a milestone states.

use super::super::statement::{About, Concern, Item, Said, Statements, named};
use super::clock::lengths;
use crate::case::{Circumstances, Terms};
use crate::milestone::Milestone;

pub(super) fn milestone(milestone: &Milestone, all: &mut Statements) {
    let Milestone { id, of: _, event, from, until, terms, rule } = milestone;
    let figures = Concern::Figures;
    let mut about = About::new(Item::Milestone(id.clone(), *from), all);
    about
        .concerning(figures, "from-day", Said::Day(*from))
        .concerning(figures, "until-day", until.map(Said::Day))
        .concerning(figures, "event", named("event", event))
        .concerning(figures, "rule", Said::Rules(vec![rule.clone()]));
    let Terms { ordinary, variants } = terms;
    lengths(&mut about, Circumstances::default(), *ordinary);
    for (under, term) in variants {
        lengths(&mut about, *under, *term);
    }
}
