//! A procedure as a picture is made of it: steps, what leads from one to another, limits.

use kheo_core::case::Phase;

/// What a state diagram shows. Steps, moves and clocks are named by their places in the lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateDiagram {
    /// What the procedure is.
    pub title: String,
    /// The same as the picture in words, for readers who do not see it.
    pub alt: String,
    /// What brings something to the first step, with what it does to clocks.
    pub start: (String, Vec<ClockMark>),
    /// The step it begins at.
    pub first: usize,
    /// The steps, in the order in which they are read from the top down; the first step stands on
    /// top of them wherever it is in the list.
    pub steps: Vec<State>,
    /// What can be done.
    pub moves: Vec<Move>,
    /// The limits that run.
    pub clocks: Vec<ClockNote>,
    /// The words of the key.
    pub key: Key,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Its name.
    pub label: String,
    /// Whether something is still open there.
    pub phase: Phase,
}

/// Something that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Its name.
    pub label: String,
    /// The steps at which it can be done.
    pub from: Vec<usize>,
    /// The step it leads to; nothing when everything stays where it is.
    pub to: Option<usize>,
    /// What it does to clocks.
    pub clocks: Vec<ClockMark>,
}

/// What happens to a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockMark {
    /// It starts.
    Starts(usize),
    /// It stops.
    Stops(usize),
}

/// A limit, told below the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockNote {
    /// Its name.
    pub label: String,
    /// How long it runs and by which rule, a line each.
    pub lines: Vec<String>,
}

/// The words of the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What a step of each phase means: open, waiting, closed.
    pub phases: [(Phase, String); 3],
    /// What a loop means.
    pub stays: String,
    /// What the mark of a clock that starts means.
    pub starts: String,
    /// What the mark of a clock that stops means.
    pub stops: String,
}
