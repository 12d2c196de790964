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
    /// For one whose rows are added up: the statement that shows it whole, in any order.
    pub(super) all: Option<&'static str>,
}

/// All read tables.
pub(super) const TABLES: [Table; 22] = [
    Table {
        name: "units",
        empty: "DELETE FROM units",
        show: "SELECT * FROM units ORDER BY unit",
        all: Some("SELECT * FROM units"),
    },
    Table {
        name: "unit_above",
        empty: "DELETE FROM unit_above",
        show: "SELECT * FROM unit_above ORDER BY above, unit",
        all: Some("SELECT * FROM unit_above"),
    },
    Table {
        name: "unit_successors",
        empty: "DELETE FROM unit_successors",
        show: "SELECT * FROM unit_successors ORDER BY successor, unit",
        all: Some("SELECT * FROM unit_successors"),
    },
    Table {
        name: "posts",
        empty: "DELETE FROM posts",
        show: "SELECT * FROM posts ORDER BY post",
        all: Some("SELECT * FROM posts"),
    },
    Table {
        name: "cases",
        empty: "DELETE FROM cases",
        show: "SELECT * FROM cases ORDER BY code",
        all: None,
    },
    Table {
        name: "case_keys",
        empty: "DELETE FROM case_keys",
        show: "SELECT * FROM case_keys ORDER BY hashed, registered_on, code",
        all: Some("SELECT * FROM case_keys"),
    },
    Table {
        name: "matter_links",
        empty: "DELETE FROM matter_links",
        show: "SELECT * FROM matter_links ORDER BY one, other",
        all: Some("SELECT * FROM matter_links"),
    },
    Table {
        name: "matter_cases",
        empty: "DELETE FROM matter_cases",
        show: "SELECT * FROM matter_cases ORDER BY code",
        all: Some("SELECT * FROM matter_cases"),
    },
    Table {
        name: "matters",
        empty: "DELETE FROM matters",
        show: "SELECT * FROM matters ORDER BY matter",
        all: Some("SELECT * FROM matters"),
    },
    Table {
        name: "matter_units",
        empty: "DELETE FROM matter_units",
        show: "SELECT * FROM matter_units ORDER BY unit, matter",
        all: Some("SELECT * FROM matter_units"),
    },
    Table {
        name: "case_files",
        empty: "DELETE FROM case_files",
        show: "SELECT * FROM case_files ORDER BY code, seq, place",
        all: Some("SELECT * FROM case_files"),
    },
    Table {
        name: "clocks",
        empty: "DELETE FROM clocks",
        show: "SELECT * FROM clocks ORDER BY code, seq, clock",
        all: Some("SELECT * FROM clocks"),
    },
    Table {
        name: "marks",
        empty: "DELETE FROM marks",
        show: "SELECT * FROM marks ORDER BY unit, metric, effective_on, kind, seq, place",
        all: Some("SELECT * FROM marks"),
    },
    Table {
        name: "tallies",
        empty: "DELETE FROM tallies",
        show: "SELECT * FROM tallies ORDER BY unit, stock, effective_on, metric, kind, recorded_on",
        all: Some("SELECT * FROM tallies"),
    },
    Table {
        name: "monthly_tallies",
        empty: "DELETE FROM monthly_tallies",
        show: "SELECT * FROM monthly_tallies ORDER BY unit, stock, month, metric, kind",
        all: Some("SELECT * FROM monthly_tallies"),
    },
    Table {
        name: "counters",
        empty: "DELETE FROM counters",
        show: "SELECT * FROM counters ORDER BY prefix, year",
        all: Some("SELECT * FROM counters"),
    },
    Table {
        name: "readings",
        empty: "DELETE FROM readings",
        show: "SELECT * FROM readings ORDER BY seq",
        all: Some("SELECT * FROM readings"),
    },
    Table {
        name: "plans",
        empty: "DELETE FROM plans",
        show: "SELECT * FROM plans ORDER BY seq",
        all: Some("SELECT * FROM plans"),
    },
    Table {
        name: "conclusions",
        empty: "DELETE FROM conclusions",
        show: "SELECT * FROM conclusions ORDER BY conclusion",
        all: Some("SELECT * FROM conclusions"),
    },
    Table {
        name: "sealing_recipients",
        empty: "DELETE FROM sealing_recipients",
        show: "SELECT * FROM sealing_recipients ORDER BY recipient",
        all: Some("SELECT * FROM sealing_recipients"),
    },
    Table {
        name: "tasks",
        empty: "DELETE FROM tasks",
        show: "SELECT * FROM tasks ORDER BY task",
        all: Some("SELECT * FROM tasks"),
    },
    Table {
        name: "task_reports",
        empty: "DELETE FROM task_reports",
        show: "SELECT * FROM task_reports ORDER BY task, seq",
        all: Some("SELECT * FROM task_reports"),
    },
];

/// All rows of all read tables, as text, to be compared.
///
/// # Errors
/// [`StoreError`].
pub fn dump(r: &Reader<'_>) -> Result<Vec<(&'static str, Vec<String>)>, StoreError> {
    TABLES.iter().map(|table| Ok((table.name, r.rows(table.show, &[], line)?))).collect()
}
