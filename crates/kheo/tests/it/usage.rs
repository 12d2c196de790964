//! A command line that makes no sense is explained in the reader's language.

use crate::program::kheo;

#[test]
fn a_mistake_names_the_argument_the_value_and_what_would_be_right() {
    let export = ["review", "export", "--data", "a", "--unit", "b", "--out", "c"];
    let period = [&export[..], &["--format", "pdf", "--period", "2016-H9"]].concat();
    let format = [&export[..], &["--format", "doc", "--period", "2016"]].concat();
    let rows: [(&[&str], [&str; 3]); 15] = [
        (&period, ["--period", "2016-H9", "2016-Q2"]),
        (&format, ["--format", "doc", "html, docx, pdf, json"]),
        (&["dmeo"], ["dmeo", "demo", "kheo --help"]),
        (&["review"], ["export", "review", "kheo review --help"]),
        (&["serve"], ["--data", "serve", "kheo serve --help"]),
        (&["serve", "--data"], ["--data", "serve", "kheo serve --help"]),
        (&["serve", "--data", "a", "--data", "b"], ["--data", "serve", "--help"]),
        (&["serve", "--data", "a", "--port", "1"], ["--port", "serve", "--help"]),
        (&["serve", "--data", "a", "--behind-https=no"], ["--behind-https", "no", "--help"]),
        (&["ledger", "check", "a"], ["a", "ledger", "kheo ledger check --help"]),
        (&["demo", "--today", "yesterday"], ["--today", "yesterday", "2016-06-30"]),
        (&["due", "--kind", "a", "--step", "b", "--from", "noon"], ["--from", "noon", "08:30"]),
        (&["calendar"], ["calendar", "kheo calendar --help", "--help"]),
        (&["calendar", "2016", "--json", "--ics"], ["--json", "--ics", "kheo calendar --help"]),
        (&["calendar", "moved"], ["--data", "calendar", "kheo calendar moved --help"]),
    ];
    for (arguments, parts) in rows {
        let english = kheo(&[&["--lang", "en"], arguments].concat()).refused();
        let vietnamese = kheo(&[&["--lang", "vi"], arguments].concat()).refused();
        for part in parts {
            assert!(english.contains(part), "{arguments:?}: {part} is not in: {english}");
            assert!(vietnamese.contains(part), "{arguments:?}: {part} is not in: {vietnamese}");
        }
        assert!(english.contains("How it is used"), "{english}");
        assert!(vietnamese.contains("Xem cách dùng"), "{vietnamese}");
        for foreign in ["error:", "Usage", "possible values", "argument", "OPTIONS", "value"] {
            assert!(!vietnamese.contains(foreign), "{arguments:?}: {foreign} in: {vietnamese}");
        }
    }
}

#[test]
fn help_is_whole_in_the_readers_language_and_no_mistake() {
    for command in [
        &["--help"][..],
        &["help", "demo"],
        &["review", "export", "--help"],
        &["account", "add", "--help"],
        &["import", "--help"],
        &["due", "--help"],
        &["pack", "draw", "--help"],
        &["calendar", "--help"],
        &["calendar", "moved", "--help"],
    ] {
        let help = kheo(&[command, &["--lang", "vi"]].concat()).well();
        assert!(help.contains("Cách dùng: kheo"), "{help}");
        for foreign in ["Usage", "Options", "Commands", "OPTIONS", "default", "possible", "Print"] {
            assert!(!help.contains(foreign), "{command:?}: {foreign} in: {help}");
        }
    }
    assert!(kheo(&["--version"]).well().starts_with("kheo "));
    let nothing = kheo(&[]).refused();
    assert!(nothing.contains("Usage: kheo"), "{nothing}");
}
