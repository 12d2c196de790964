//! How a figure is named: by the sentences and formulas of packs, and in addresses.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::case::Metric;
use crate::id::{KindId, MeasureId};

/// A figure that a sentence or a formula names.
///
/// - Format: `reading:M`, `plan:M`, `percent:M` (of plan), `before:M` (a year earlier),
///   `cases:METRIC`, `cases:KIND:METRIC`, `cases:overdue`, `cases:pending`, `indicator:I`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureRef {
    /// What was reported for a measure.
    Reading(MeasureId),
    /// What was planned for it.
    Plan(MeasureId),
    /// What was reported, in percent of what was planned.
    Percent(MeasureId),
    /// What was reported for the same period a year earlier.
    Before(MeasureId),
    /// A tally of cases, of one kind or of all.
    Cases(Option<KindId>, Metric),
    /// Open cases past their due date at the end of the period.
    Overdue,
    /// Open cases that were not past it.
    Pending,
    /// A formula.
    Indicator(String),
}

/// A text that names no figure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` names no figure; write reading:M, plan:M, percent:M or before:M for a measure M, \
     cases:METRIC, cases:KIND:METRIC, cases:overdue, cases:pending, \
     or indicator:I"
)]
pub struct FigureRefError(String);

impl FromStr for FigureRef {
    type Err = FigureRefError;

    fn from_str(text: &str) -> Result<Self, FigureRefError> {
        let wrong = || FigureRefError(text.to_owned());
        let (area, name) = text.split_once(':').ok_or_else(wrong)?;
        if name.is_empty() {
            return Err(wrong());
        }
        let metric = |word: &str| Metric::from_word(word).ok_or_else(wrong);
        match area {
            "reading" => Ok(Self::Reading(MeasureId::new(name))),
            "plan" => Ok(Self::Plan(MeasureId::new(name))),
            "percent" => Ok(Self::Percent(MeasureId::new(name))),
            "before" => Ok(Self::Before(MeasureId::new(name))),
            "indicator" => Ok(Self::Indicator(name.to_owned())),
            "cases" if name == "overdue" => Ok(Self::Overdue),
            "cases" if name == "pending" => Ok(Self::Pending),
            "cases" => match name.split_once(':') {
                None => Ok(Self::Cases(None, metric(name)?)),
                Some((kind, word)) => Ok(Self::Cases(Some(KindId::new(kind)), metric(word)?)),
            },
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for FigureRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reading(measure) => write!(f, "reading:{measure}"),
            Self::Plan(measure) => write!(f, "plan:{measure}"),
            Self::Percent(measure) => write!(f, "percent:{measure}"),
            Self::Before(measure) => write!(f, "before:{measure}"),
            Self::Cases(None, metric) => write!(f, "cases:{}", metric.word()),
            Self::Cases(Some(kind), metric) => write!(f, "cases:{kind}:{}", metric.word()),
            Self::Overdue => f.write_str("cases:overdue"),
            Self::Pending => f.write_str("cases:pending"),
            Self::Indicator(id) => write!(f, "indicator:{id}"),
        }
    }
}

impl Serialize for FigureRef {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FigureRef {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}
