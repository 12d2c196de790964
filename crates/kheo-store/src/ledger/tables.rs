//! The read tables, as far as they are dropped, compared and made anew.

use crate::sql::line;
use crate::{Reader, StoreError};

/// A table that is made from the ledger.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// The statement that empties it.
    pub(super) empty: &'static str,
    /// The statement that shows it whole, by its key.
    pub(super) show: &'static str,
}

/// All read tables.
pub(super) const TABLES: [Table; 22] = [
    Table { name: "units", empty: "DELETE FROM units", show: "SELECT * FROM units ORDER BY unit" },
    Table {
        name: "unit_above",
        empty: "DELETE FROM unit_above",
        show: "SELECT * FROM unit_above ORDER BY above, unit",
    },
    Table {
        name: "unit_successors",
        empty: "DELETE FROM unit_successors",
        show: "SELECT * FROM unit_successors ORDER BY successor, unit",
    },
    Table { name: "posts", empty: "DELETE FROM posts", show: "SELECT * FROM posts ORDER BY post" },
    Table { name: "cases", empty: "DELETE FROM cases", show: "SELECT * FROM cases ORDER BY code" },
    Table {
        name: "case_keys",
        empty: "DELETE FROM case_keys",
        show: "SELECT * FROM case_keys ORDER BY hashed, registered_on, code",
    },
    Table {
        name: "matter_links",
        empty: "DELETE FROM matter_links",
        show: "SELECT * FROM matter_links ORDER BY one, other",
    },
    Table {
        name: "matter_cases",
        empty: "DELETE FROM matter_cases",
        show: "SELECT * FROM matter_cases ORDER BY code",
    },
    Table {
        name: "matters",
        empty: "DELETE FROM matters",
        show: "SELECT * FROM matters ORDER BY matter",
    },
    Table {
        name: "matter_units",
        empty: "DELETE FROM matter_units",
        show: "SELECT * FROM matter_units ORDER BY unit, matter",
    },
    Table {
        name: "case_files",
        empty: "DELETE FROM case_files",
        show: "SELECT * FROM case_files ORDER BY code, seq, place",
    },
    Table {
        name: "clocks",
        empty: "DELETE FROM clocks",
        show: "SELECT * FROM clocks ORDER BY code, seq, clock",
    },
    Table {
        name: "marks",
        empty: "DELETE FROM marks",
        show: "SELECT * FROM marks ORDER BY unit, metric, effective_on, kind, seq, place",
    },
    Table {
        name: "tallies",
        empty: "DELETE FROM tallies",
        show: "SELECT * FROM tallies ORDER BY unit, stock, effective_on, metric, kind, recorded_on",
    },
    Table {
        name: "monthly_tallies",
        empty: "DELETE FROM monthly_tallies",
        show: "SELECT * FROM monthly_tallies ORDER BY unit, stock, month, metric, kind",
    },
    Table {
        name: "counters",
        empty: "DELETE FROM counters",
        show: "SELECT * FROM counters ORDER BY prefix, year",
    },
    Table {
        name: "readings",
        empty: "DELETE FROM readings",
        show: "SELECT * FROM readings ORDER BY seq",
    },
    Table { name: "plans", empty: "DELETE FROM plans", show: "SELECT * FROM plans ORDER BY seq" },
    Table {
        name: "conclusions",
        empty: "DELETE FROM conclusions",
        show: "SELECT * FROM conclusions ORDER BY conclusion",
    },
    Table {
        name: "sealing_recipients",
        empty: "DELETE FROM sealing_recipients",
        show: "SELECT * FROM sealing_recipients ORDER BY recipient",
    },
    Table { name: "tasks", empty: "DELETE FROM tasks", show: "SELECT * FROM tasks ORDER BY task" },
    Table {
        name: "task_reports",
        empty: "DELETE FROM task_reports",
        show: "SELECT * FROM task_reports ORDER BY task, seq",
    },
];

/// All rows of all read tables, as text, to be compared.
///
/// # Errors
/// [`StoreError`].
pub fn dump(r: &Reader<'_>) -> Result<Vec<(&'static str, Vec<String>)>, StoreError> {
    TABLES.iter().map(|table| Ok((table.name, r.rows(table.show, &[], line)?))).collect()
}
