//! What a duty of heads states.

use super::super::statement::{About, Concern, Item, Said, Statements, in_any_order, named};
use crate::duty::{Duty, OwedBy, Per};
use crate::quantity::Quantity;
use crate::unit::Level;

pub(super) fn duty(duty: &Duty, all: &mut Statements) {
    let Duty { id, owed_by, times, per, until, field, counts, rule } = duty;
    let level = match owed_by {
        OwedBy::Level(Level::Commune) => "commune",
        OwedBy::Level(Level::District) => "district",
        OwedBy::Level(Level::Province) => "province",
        OwedBy::Body => "body",
    };
    let per = match per {
        Per::Week => "week",
        Per::Month => "month",
    };
    let figures = Concern::Figures;
    About::new(Item::Duty(id.clone()), all)
        .concerning(figures, "level", named("changed-level", level))
        .concerning(figures, "times", Said::Number(Quantity::whole(i32::from(*times))))
        .concerning(figures, "per", named("changed-per", per))
        .concerning(figures, "until-day", until.map(Said::Day))
        .concerning(figures, "field", named("field", field))
        .concerning(figures, "counts", in_any_order("choice", counts))
        .concerning(figures, "rule", Said::Rules(vec![rule.clone()]));
}
