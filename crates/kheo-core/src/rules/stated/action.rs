//! What an action of a procedure states.

use super::super::statement::sorted;
use super::super::statement::{About, Item, Name, Said, Statements, in_any_order, in_order, named};
use crate::case::{Action, Deed, Need, Party, ProofKind};
use crate::quantity::Quantity;

pub(super) fn action(action: &Action, all: &mut Statements) {
    let Action {
        id,
        deed,
        from,
        to,
        who,
        needs,
        least,
        asks,
        guards,
        reasons,
        proof,
        settles,
        once,
        letter,
    } = action;
    let needs_text = needs.contains(&Need::Text);
    let least = i32::try_from(*least).ok().filter(|_| needs_text).map(Quantity::whole);
    let answers = *deed == Deed::Answer;
    let needs_proof = needs.contains(&Need::Proof);
    About::new(Item::Action(id.clone()), all)
        .states("deed", named("changed-deed", deed.word()))
        .states("from", in_any_order("step", from))
        .states("to", to.as_ref().map(|step| named("step", step)))
        .states("who", sorted(who.iter().copied().map(party)))
        .states("needs", in_any_order("changed-need", needs.iter().map(|need| need.field())))
        .states("least", least.map(Said::Number))
        .states("asks", in_order("field", asks))
        .states("guards", in_any_order("guard", guards))
        .states("reasons", in_any_order("reason", reasons))
        .states("proof", needs_proof.then(|| named("changed-proof", proof_kind(*proof))))
        .states("settles", answers.then_some(Said::Flag(*settles)))
        .states("once", once.then_some(Said::Flag(true)))
        .states("letter", letter.as_ref().map(|id| named("letter", id)));
}

fn party(party: Party) -> Name {
    match party {
        Party::Citizen => Name::new("changed-party", "citizen"),
        Party::HeadAbove => Name::new("changed-party", "head-above"),
        Party::Role(role) => Name::new("staff-role", role.word()),
    }
}

const fn proof_kind(kind: ProofKind) -> &'static str {
    match kind {
        ProofKind::Any => "any",
        ProofKind::Picture => "picture",
        ProofKind::Document => "document",
    }
}
