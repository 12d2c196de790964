//! Logistic regression, with weights held back so that they stay finite.

use libm::{exp, log1p};

use super::number;
use super::solve::solve;

/// How strongly weights are held back; that of the usual is free.
const RIDGE: f64 = 1.0;
/// Most steps; a dozen is usual.
const STEPS: usize = 60;
/// How often a step that makes it worse is halved.
const HALVINGS: usize = 30;
/// A step as short as this is the last.
const SHORT: f64 = 1e-10;

/// The chance that `weights` give to `row`.
pub(super) fn chance(weights: &[f64], row: &[f64]) -> f64 {
    let sum = weighed(weights, row);
    if sum >= 0.0 { 1.0 / (1.0 + exp(-sum)) } else { exp(sum) / (1.0 + exp(sum)) }
}

fn weighed(weights: &[f64], row: &[f64]) -> f64 {
    let (first, rest) =
        weights.split_first().map_or((0.0, &[][..]), |(first, rest)| (*first, rest));
    first + rest.iter().zip(row).map(|(weight, value)| weight * value).sum::<f64>()
}

/// The weights that explain best which rows were `missed`: Newton's steps, halved where they would
/// make it worse. The first weight is that of the usual row.
pub(super) fn logistic(rows: &[Vec<f64>], missed: &[bool]) -> Vec<f64> {
    let width = rows.first().map_or(0, Vec::len) + 1;
    let share = number(missed.iter().filter(|one| **one).count()) / number(missed.len()).max(1.0);
    let mut weights = vec![0.0; width];
    // The usual row begins at the usual share, so that the first step is short.
    weights[0] = libm::log(share.clamp(1e-6, 1.0 - 1e-6) / (1.0 - share).clamp(1e-6, 1.0));
    let mut cost = cost_of(&weights, rows, missed);
    for _ in 0..STEPS {
        let step = newton(&weights, rows, missed);
        let Some((next, lower)) = shortened(&weights, &step, cost, rows, missed) else { break };
        let moved = weights.iter().zip(&next).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        (weights, cost) = (next, lower);
        if moved < SHORT {
            break;
        }
    }
    weights
}

/// The furthest point along `step` that is better than where it begins.
fn shortened(
    weights: &[f64],
    step: &[f64],
    cost: f64,
    rows: &[Vec<f64>],
    missed: &[bool],
) -> Option<(Vec<f64>, f64)> {
    let mut length = 1.0;
    for _ in 0..HALVINGS {
        let next: Vec<f64> = weights.iter().zip(step).map(|(w, s)| w + length * s).collect();
        let lower = cost_of(&next, rows, missed);
        if lower < cost {
            return Some((next, lower));
        }
        length /= 2.0;
    }
    None
}

/// What is to be made small: the surprise at what came, and the weights.
fn cost_of(weights: &[f64], rows: &[Vec<f64>], missed: &[bool]) -> f64 {
    let surprise = rows.iter().zip(missed).map(|(row, missed)| {
        let sum = weighed(weights, row);
        let against = if *missed { -sum } else { sum };
        if against > 0.0 { against + log1p(exp(-against)) } else { log1p(exp(against)) }
    });
    let held = weights.iter().skip(1).map(|weight| weight * weight).sum::<f64>();
    surprise.sum::<f64>() + RIDGE / 2.0 * held
}

/// Newton's step from `weights`.
fn newton(weights: &[f64], rows: &[Vec<f64>], missed: &[bool]) -> Vec<f64> {
    let width = weights.len();
    let mut slope: Vec<f64> = weights.iter().map(|weight| -RIDGE * weight).collect();
    slope[0] = 0.0;
    let mut curve = vec![vec![0.0; width]; width];
    for (place, line) in curve.iter_mut().enumerate() {
        line[place] = if place == 0 { 1e-9 } else { RIDGE };
    }
    for (row, missed) in rows.iter().zip(missed) {
        let chance = chance(weights, row);
        let error = if *missed { 1.0 - chance } else { -chance };
        let spread = chance * (1.0 - chance);
        let values: Vec<f64> = std::iter::once(1.0).chain(row.iter().copied()).collect();
        for (place, value) in values.iter().enumerate() {
            slope[place] += error * value;
            let by = spread * value;
            for (cell, other) in curve[place].iter_mut().zip(&values).take(place + 1) {
                *cell += by * other;
            }
        }
    }
    solve(curve, slope)
}
