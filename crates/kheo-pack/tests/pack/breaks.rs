//! How somebody can break the files of a pack: one small change each.

/// A change of some lines of a file.
pub(crate) struct Edit {
    pub(crate) file: String,
    /// The lines that go: the first, and the one after the last.
    pub(crate) from: usize,
    pub(crate) until: usize,
    /// The lines that come.
    pub(crate) with: String,
    /// Whether it can never make sense; other edits may be what an author wants.
    pub(crate) breaks: bool,
}

/// Fields whose texts are the author's own.
pub(crate) const FREE: [&str; 8] =
    ["law", "law_en", "article", "title", "title_en", "name", "name_en", "source"];

/// Fields that each table must have.
const REQUIRED: [(&str, &[&str]); 11] = [
    ("kind", &["id", "prefix", "from", "public", "first_step"]),
    ("topic", &["id", "competent"]),
    ("field", &["id", "type", "required", "privacy", "choices"]),
    ("guard", &["id", "when", "law", "law_en", "confidence"]),
    ("complexity", &["is", "when", "law", "law_en", "confidence"]),
    ("reason", &["id", "law", "law_en", "confidence"]),
    ("step", &["id", "phase"]),
    ("action", &["id", "deed", "from", "who"]),
    ("clock", &["id", "starts", "stops", "limit", "law", "law_en", "confidence"]),
    ("kept_closed", &["days", "law", "law_en", "confidence"]),
    ("law", &["name", "name_en"]),
];

/// Tables that a kind may do without.
const OPTIONAL: [&str; 1] = ["kept_closed"];

/// Lists that mean nothing when they are empty.
const NEVER_EMPTY: [&str; 6] = ["from", "who", "starts", "stops", "choices", "competent"];

/// Words of which another one means something else.
const SWAPS: [(&str, &[&str]); 7] = [
    ("deed", &["accept", "note", "answer", "refuse"]),
    ("phase", &["open", "closed", "waiting"]),
    ("competent", &["commune", "province"]),
    ("level", &["commune", "province"]),
    ("privacy", &["public", "office", "identity"]),
    ("confidence", &["high", "medium", "unconfirmed"]),
    ("unit", &["calendar-days", "working-days", "months"]),
];

/// All edits of a file of TOML.
pub(crate) fn of_toml(file: &str, text: &str) -> Vec<Edit> {
    let lines: Vec<&str> = text.lines().collect();
    let heads: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].starts_with('[')).collect();
    let mut all = Vec::new();
    let mut edit = |from: usize, until: usize, with: String, breaks: bool| {
        all.push(Edit { file: file.to_owned(), from, until, with, breaks });
    };
    let is_kind = !file.ends_with("pack.toml");
    let mut table = "";
    for (at, line) in lines.iter().enumerate() {
        if line.starts_with('[') {
            table = line.trim_matches(['[', ']']);
            let end = heads.iter().copied().find(|&head| head > at).unwrap_or(lines.len());
            edit(at, at + 1, line.replacen(table, &format!("x{table}"), 1), true);
            if is_kind {
                edit(at, end, String::new(), !OPTIONAL.contains(&table));
                edit(at, at, lines[at..end].join("\n"), true);
            }
        } else if let Some((field, value)) = line.split_once(" = ") {
            let mut here = |with: String, breaks| edit(at, at + 1, with, breaks);
            broken(table, field, value, &mut |with| here(with, true));
            if is_kind {
                changed(table, field, value, &mut |with| here(with, false));
            }
        }
    }
    all
}

/// What `field = value` of a `table` must never become.
fn broken(table: &str, field: &str, value: &str, to: &mut impl FnMut(String)) {
    to(format!("x{field} = {value}"));
    let required = REQUIRED.iter().find(|(own, _)| *own == table).map_or(&[][..], |(_, all)| all);
    if required.contains(&field) || table.is_empty() {
        to(String::new());
    }
    to(format!("{field} = {}", if value.starts_with('"') { "7" } else { "\"x\"" }));
    if value.starts_with('"') {
        to(format!("{field} = \"\""));
    }
    if value.starts_with('[') && NEVER_EMPTY.contains(&field) {
        to(format!("{field} = []"));
    }
    if !FREE.contains(&field) {
        for (at, _) in value.match_indices('"').step_by(2) {
            to(format!("{field} = {}", misspelt(value, at + 1)));
        }
    }
    for at in names(value) {
        to(format!("{field} = {}", misspelt(value, at)));
    }
    for number in [" = 0,", " = 99999,"] {
        if value.contains("count = ") {
            to(format!("{field} = {}", with_count(value, number)));
        }
    }
    if table == "kept_closed" && ["days", "remote"].contains(&field) {
        to(format!("{field} = 0"));
        to(format!("{field} = 366"));
    }
    if value.starts_with('\'') && value.contains(".0") {
        to(format!("{field} = {}", value.replacen(".0", "", 1)));
    }
    if (table, field) == ("kind", "until") {
        to(format!("{field} = 1999-01-01"));
    }
    if value.contains(", until = ") {
        to(format!("{field} = {}", value.replacen(", until = ", " } #", 1)));
    }
}

/// The value with a letter too many at `at`.
fn misspelt(value: &str, at: usize) -> String {
    let mut value = value.to_owned();
    value.insert(at, 'x');
    value
}

/// Where functions and fields of inline tables stand in `value`.
fn names(value: &str) -> Vec<usize> {
    let ends = value.match_indices('(').chain(value.match_indices(" = "));
    let is_name = |c: char| c.is_ascii_lowercase() || c == '_';
    let starts = ends.map(|(end, _)| (value.split_at(end).0.trim_end_matches(is_name).len(), end));
    starts.filter(|(start, end)| start < end).map(|(start, _)| start).collect()
}

/// The value with another count, which is written with what stands before and after it.
fn with_count(value: &str, number: &str) -> String {
    let Some((before, after)) = value.split_once("count = ") else { return value.to_owned() };
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    format!("{before}count{}{rest}", number.trim_end_matches(','))
}

/// What `field = value` may become, with another meaning.
fn changed(table: &str, field: &str, value: &str, to: &mut impl FnMut(String)) {
    if value != "[]" {
        to(String::new());
    }
    if FREE.contains(&field) {
        to(format!("{field} = \"Luật khác\""));
    }
    if let Some(items) = value.strip_prefix("[\"").and_then(|rest| rest.strip_suffix("\"]")) {
        let items: Vec<&str> = items.split("\", \"").collect();
        for left_out in items.iter().filter(|_| items.len() > 1) {
            let kept: Vec<&str> = items.iter().copied().filter(|item| item != left_out).collect();
            to(format!("{field} = [\"{}\"]", kept.join("\", \"")));
        }
    }
    for (own, words) in SWAPS {
        let old = words.iter().find(|word| value.contains(&format!("\"{word}\"")));
        if let Some(old) = old.filter(|_| own == field || value.contains(&format!("{own} = "))) {
            for new in words.iter().filter(|new| *new != old) {
                to(format!("{field} = {}", value.replacen(old, new, 1)));
            }
        }
    }
    if value.contains("count = ") {
        to(format!("{field} = {}", with_count(value, " = 61,")));
    }
    if table == "kept_closed" && ["days", "remote"].contains(&field) {
        to(format!("{field} = 365"));
    }
    for (old, new) in [("true", "false"), ("false", "true")] {
        if value == old || value.contains(&format!("roll = {old}")) {
            to(format!("{field} = {}", value.replacen(old, new, 1)));
        }
    }
    if (table, field) == ("kind", "from") {
        to(format!("{field} = 2001-01-01"));
    }
}

/// All edits of a file of words: a text that is missing, has another key, or says a variable.
pub(crate) fn of_words(file: &str, text: &str) -> Vec<Edit> {
    let texts = text.lines().enumerate().filter(|(_, line)| line.contains(" = "));
    let edits = texts.flat_map(|(at, line)| {
        let said = format!("{line} {{ $x }}");
        [String::new(), format!("x{line}"), said].map(|with| Edit {
            file: file.to_owned(),
            from: at,
            until: at + 1,
            with,
            breaks: true,
        })
    });
    edits.collect()
}

impl Edit {
    /// `text` with the edit made.
    pub(crate) fn made(&self, text: &str) -> String {
        let lines: Vec<&str> = text.lines().collect();
        let (before, after) = (&lines[..self.from], &lines[self.until..]);
        let all = before.iter().copied().chain([self.with.as_str()]).chain(after.iter().copied());
        all.collect::<Vec<_>>().join("\n")
    }
}
