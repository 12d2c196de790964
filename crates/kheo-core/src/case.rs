//! Cases: something somebody asked for, that moves through a procedure to an outcome.

pub mod act;
pub mod clock;
mod clocks;
pub mod code;
pub mod competence;
pub mod decide;
mod discreet;
pub mod erase;
pub mod event;
pub mod form;
pub mod guard;
pub mod kept;
pub mod kind;
pub mod mark;
pub mod naming;
pub mod petition;
pub mod position;
pub mod possible;
pub mod proof;
pub mod reach;
pub mod replay;
pub mod run;
pub mod sight;
pub mod state;
pub mod term;
pub mod typed;

pub use act::{Act, Registration};
pub use clock::{Clock, Trigger};
pub use clocks::moved;
pub use code::FollowCode;
pub use competence::Seat;
pub use decide::{act, is_place_settled, missing, register};
pub use discreet::is_discreet;
pub use erase::{Erased, Erasing, erase};
pub use event::{CaseEvent, Registered, Undone};
pub use form::{FieldFault, FieldType, FieldValue, Filled, FormField, Privacy};
pub use guard::{Asked, Condition, Fact, Guard};
pub use kept::{Answered, Recurrence, counted_since};
pub use kind::{
    Action, CaseKind, Competence, Deed, KeptClosed, Need, Party, Phase, ProofKind, Publicity,
    Reason, Retention, Step, Topic,
};
pub use mark::{Mark, Metric, marks};
pub use naming::{KindsWhen, Nameable, Named};
pub use petition::{Part, Persons, Petition};
pub use position::{Position, Reach};
pub use possible::{allowed, barred, reasons};
pub use proof::Proof;
pub use reach::{brings_on, takes_on, takes_over};
pub use replay::{Happened, NotReplayed, replay};
pub use run::{BothRuns, Run, Standing, runs, side_by_side};
pub use sight::{Onlooker, Seal, Sight};
pub use state::{Case, Taken};
pub use term::{Circumstances, Complexity, ComplexityRule, Term, Terms};
pub use typed::TypedPetition;

#[cfg(test)]
pub(crate) mod tests;
