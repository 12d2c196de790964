//! Units, cases, tasks, measures and reviews: the rules, without input or output.
