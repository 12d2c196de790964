//! Days, holidays, Tết, working days and time limits.
