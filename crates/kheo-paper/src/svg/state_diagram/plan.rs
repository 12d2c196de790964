//! Which step stands where, and which lane leads to which step.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::state_diagram::StateDiagram;

/// The order of the steps and what joins them. Steps are named by their rows from here on.
pub(super) struct Plan {
    /// The step on each row, by its place in the diagram.
    pub(super) order: Vec<usize>,
    /// For each row, the moves that lead to the next one.
    pub(super) down: Vec<Vec<usize>>,
    /// For each row, the moves after which everything stays there.
    pub(super) stays: Vec<Vec<usize>>,
    /// For each row, the moves that lead elsewhere, with the row of their target.
    pub(super) away: Vec<Vec<(usize, usize)>>,
    /// The lane that leads to a row; 0 is the innermost.
    pub(super) lanes: BTreeMap<usize, usize>,
}

impl Plan {
    pub(super) fn of(diagram: &StateDiagram) -> Self {
        let steps = 0..diagram.steps.len();
        let order: Vec<usize> = steps
            .clone()
            .filter(|step| *step == diagram.first)
            .chain(steps.filter(|step| *step != diagram.first))
            .collect();
        let row = |step: usize| order.iter().position(|other| *other == step);
        let mut down = vec![Vec::new(); order.len()];
        let (mut stays, mut away) = (down.clone(), vec![Vec::new(); order.len()]);
        for (number, one) in diagram.moves.iter().enumerate() {
            for from in one.from.iter().filter_map(|step| row(*step)) {
                match one.to.and_then(row) {
                    None => stays[from].push(number),
                    Some(to) if to == from => stays[from].push(number),
                    Some(to) if to == from + 1 => down[from].push(number),
                    Some(to) => away[from].push((number, to)),
                }
            }
        }
        let lanes = lanes(&away);
        Self { order, down, stays, away, lanes }
    }

    /// How many lanes stand beside each other.
    pub(super) fn lane_count(&self) -> usize {
        self.lanes.values().max().map_or(0, |last| last + 1)
    }
}

/// One lane for all that leads to the same row, shorter ones further in.
fn lanes(away: &[Vec<(usize, usize)>]) -> BTreeMap<usize, usize> {
    let mut reach: BTreeMap<usize, RangeInclusive<usize>> = BTreeMap::new();
    for (from, moves) in away.iter().enumerate() {
        for (_, to) in moves {
            let rows = reach.entry(*to).or_insert(*to..=*to);
            *rows = (*rows.start()).min(from)..=(*rows.end()).max(from);
        }
    }
    let mut shortest: Vec<(usize, RangeInclusive<usize>)> = reach.into_iter().collect();
    shortest.sort_by_key(|(to, rows)| (rows.end() - rows.start(), *to));
    let mut taken: Vec<Vec<RangeInclusive<usize>>> = Vec::new();
    let mut lanes = BTreeMap::new();
    for (to, rows) in shortest {
        let apart = |other: &RangeInclusive<usize>| {
            rows.end() < other.start() || other.end() < rows.start()
        };
        let free = taken.iter().position(|lane| lane.iter().all(apart));
        let lane = free.unwrap_or_else(|| {
            taken.push(Vec::new());
            taken.len() - 1
        });
        taken[lane].push(rows);
        lanes.insert(to, lane);
    }
    lanes
}
