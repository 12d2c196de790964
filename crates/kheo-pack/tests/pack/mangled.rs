use kheo_pack::{PackError, PackFiles, load};
use proptest::prelude::*;

use crate::files::read;

fn small() -> PackFiles {
    read("tests/packs/small")
}

/// Cuts, doubles or overwrites a piece of one file, by characters.
fn mangled(which: usize, at: usize, length: usize, piece: &str) -> PackFiles {
    let mut files = small();
    let count = files.len();
    let text = files.values_mut().nth(which % count).unwrap();
    let letters: Vec<char> = text.chars().collect();
    let at = at % letters.len();
    let end = (at + length).min(letters.len());
    *text = letters[..at].iter().collect::<String>() + piece;
    text.extend(&letters[end..]);
    files
}

fn pieces() -> impl Strategy<Value = String> {
    let signs = vec![
        "",
        "\"",
        "[",
        "]",
        "{",
        "}",
        "=",
        "\n",
        "'''",
        "\\",
        "\u{301}",
        "đ",
        "(",
        "0",
        "-",
        "#",
        "{ $x }",
        "[[step]]\n",
        "= { \"",
        "\r",
        "\u{feff}",
        "2014-02-31",
        ".",
        "$",
    ];
    prop_oneof![prop::sample::select(signs).prop_map(str::to_owned), "\\PC{0,8}"]
}

proptest! {
    #[test]
    fn mangled_packs_are_refused_or_read_but_never_stop_the_program(
        (which, at, length, piece) in (0_usize..20, 0_usize..3000, 0_usize..40, pieces()),
    ) {
        let files = mangled(which, at, length, &piece);
        for error in load(&files).err().unwrap_or_default() {
            prop_assert!(error.line >= 1 && error.column >= 1);
            prop_assert!(error.underlined("?", "!").starts_with(&error.file));
        }
    }

    #[test]
    fn any_text_in_any_file_never_stops_the_program(
        which in 0_usize..20,
        text in "(\\PC|\n){0,200}",
    ) {
        let mut files = small();
        let count = files.len();
        *files.values_mut().nth(which % count).unwrap() = text;
        let _ = load(&files);
    }
}

#[test]
fn a_pack_cut_off_at_any_byte_never_stops_the_program_and_is_told_where() {
    // Words are read alike in both languages.
    for (name, text) in small().into_iter().filter(|(name, _)| !name.ends_with(".en.ftl")) {
        let ends = text.char_indices().map(|(at, _)| at);
        for end in ends {
            let mut files = small();
            files.insert(name.clone(), text.get(..end).unwrap().to_owned());
            for error in load(&files).err().unwrap_or_default() {
                assert!(error.line >= 1 && error.column >= 1, "{name} until byte {end}");
                assert!(error.underlined("?", "!").starts_with(&error.file));
            }
        }
    }
}

#[test]
fn nothing_at_all_is_refused() {
    let found = load(&PackFiles::new()).unwrap_err();
    assert_eq!(found.len(), 3, "sections and words: {found:?}");
}

#[test]
fn deep_nesting_is_refused_before_it_fills_the_stack() {
    for open in ["{", "{ F(", "{ $x -> *[a] {", "{\nF(\n"] {
        let mut files = small();
        files.insert("roads/words.vi.ftl".to_owned(), format!("say-a = {}", open.repeat(10_000)));
        let codes: Vec<_> = load(&files).unwrap_err().iter().map(PackError::code).collect();
        assert!(codes.contains(&"KH0284"), "{open}: {codes:?}");
    }
    let mut files = small();
    files.insert("roads/review.toml".to_owned(), format!("tables = {}", "[".repeat(100_000)));
    assert!(load(&files).unwrap_err().iter().any(|error| error.code() == "KH0202"));
    let link = "[[indicator]]\nid='i#'\nmeasured_in='case'\nformula='indicator(\"i#+\")'\n";
    let links = (0..2000_usize)
        .map(|n| link.replace("#+", &(n + 1).to_string()).replace('#', &n.to_string()));
    let chain: String = links.collect();
    files.insert("roads/review.toml".to_owned(), chain);
    let found = load(&files).unwrap_err();
    assert!(
        found.iter().any(|error| error.code() == "KH0225"),
        "the last names one that is missing"
    );
}
