//! What is to be done, by when.

use jiff::civil::Date;
use kheo_core::due::DueGroup;
use kheo_core::id::{KindId, PostId, TopicId, UnitId};

use crate::case::filter::{CaseFilter, DueFilter};
use crate::case::list::list;
use crate::case::row::CaseRow;
use crate::{Page, Reader, StoreError};

/// Whose work is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkFilter {
    /// Cases of this unit and all below.
    pub scope: UnitId,
    /// Only those this post is responsible for.
    pub post: Option<PostId>,
    /// With `post`: and those nobody is responsible for, in exactly this unit.
    pub unclaimed_in: Option<UnitId>,
    /// Not those of these kinds about these topics.
    pub hidden_topics: Vec<(KindId, TopicId)>,
    /// The day it is.
    pub today: Date,
    /// How many cases of each group to show.
    pub most: i64,
}

/// Cases that are not closed, by when they are due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// The groups, the most pressing first.
    pub groups: Vec<WorkGroup>,
}

/// Cases that are due at about the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkGroup {
    /// When.
    pub due: DueGroup,
    /// How many there are.
    pub total: i64,
    /// The first of them.
    pub rows: Vec<CaseRow>,
}

/// The work that `wanted` asks for.
///
/// # Errors
/// [`StoreError`].
pub fn work(r: &Reader<'_>, wanted: &WorkFilter) -> Result<Work, StoreError> {
    let group = |group| {
        let filter = CaseFilter {
            due: Some(DueFilter { group, today: wanted.today }),
            handler: wanted.post.clone(),
            unclaimed_in: wanted.unclaimed_in.clone(),
            hidden_topics: wanted.hidden_topics.clone(),
            ..CaseFilter::within(wanted.scope.clone(), wanted.today)
        };
        let page = list(r, &filter, Page { number: 0, size: wanted.most })?;
        Ok(WorkGroup { due: group, total: page.total, rows: page.rows })
    };
    Ok(Work { groups: DueGroup::ALL.into_iter().map(group).collect::<Result<_, StoreError>>()? })
}
