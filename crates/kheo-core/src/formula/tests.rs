use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Formula, FormulaProblem};
use crate::figure_ref::FigureRef;
use crate::quantity::Quantity;

fn q(text: &str) -> Quantity {
    text.parse().unwrap()
}

fn parts(all: &[(&str, &str)]) -> BTreeMap<FigureRef, Quantity> {
    all.iter().map(|(name, value)| (name.parse().unwrap(), q(value))).collect()
}

#[test]
fn formulas_compute_what_they_say() {
    let known = parts(&[
        ("cases:answered", "611"),
        ("cases:answered-in-time", "534"),
        ("cases:recommendation:open", "7"),
        ("cases:overdue", "3"),
        ("reading:rice", "345.45"),
        ("plan:rice", "300"),
        ("percent:rice", "115.2"),
        ("before:rice", "0"),
        ("indicator:share", "12.5"),
    ]);
    let rows = [
        (r#"100.0 * cases("answered-in-time") / cases("answered")"#, Some("87.4")),
        (r#"reading("rice") / plan("rice") * 100.0"#, Some("115.2")),
        ("reading('rice') - plan('rice')", Some("45.5")),
        (r#"-(reading("rice") - plan("rice"))"#, Some("-45.5")),
        (r#"cases("recommendation", "open") + cases("overdue")"#, Some("10")),
        (r#"percent("rice") + indicator("share")"#, Some("127.7")),
        (r#"before("rice") > 0.0 ? reading("rice") / before("rice") : 0.0"#, Some("0")),
        (r#"cases("answered") >= 600.0 && plan("rice") != 0.0 ? 1.0 : 2.0"#, Some("1")),
        (r#"cases("answered") < 600.0 || plan("rice") == 1.0 ? 1.0 : 2.0"#, Some("2")),
        ("1.0 + 2.0 * 3.0 - 4.0 / 8.0", Some("6.5")),
        ("8.0 - 4.0 - 2.0", Some("2")),
        ("0.25", Some("0.3")),
        ("-0.25", Some("-0.3")),
        ("1.15", Some("1.2")),
        (r#"reading("rice") / before("rice")"#, None),
        (r#"before("rice") / before("rice")"#, None),
        (r#"reading("maize")"#, None),
        (r#"1.0 > 2.0 ? reading("maize") : 1.0"#, None),
        ("900000000000000000.0 * 900000000000000000.0", None),
    ];
    for (source, expected) in rows {
        let formula = Formula::parse(source).unwrap_or_else(|e| panic!("{source}: {e}"));
        assert_eq!(formula.evaluate(&known), expected.map(q), "{source}");
    }
}

#[test]
fn references_are_named_once_in_order() {
    let source = r#"cases("open") + reading("b") + reading("a") + cases("open")"#;
    let names: Vec<String> =
        Formula::parse(source).unwrap().references().iter().map(ToString::to_string).collect();
    assert_eq!(names, ["cases:open", "reading:b", "reading:a"]);
}

#[test]
fn what_is_no_formula_is_refused_where_it_is_wrong() {
    let whole = |text: &str| FormulaProblem::WholeNumber { text: text.into() };
    let unexpected = |found: &str| FormulaProblem::Unexpected { found: found.into() };
    let function = |name: &str| FormulaProblem::UnknownFunction { name: name.into() };
    let figure = |figure: &str| FormulaProblem::NotAFigure { figure: figure.into() };
    let arguments =
        |function: &str, takes| FormulaProblem::WrongArguments { function: function.into(), takes };
    let cases = "(\"tally\") or (\"kind\", \"tally\")";
    let rows = [
        ("", "", FormulaProblem::Empty),
        (" \n", " \n", FormulaProblem::Empty),
        ("100 * 2.0", "100", whole("100")),
        ("1.0 +", "+", FormulaProblem::EndsTooSoon),
        ("(1.0", "0", FormulaProblem::EndsTooSoon),
        ("1.0 2.0", "2.0", unexpected("2.0")),
        ("1.0.0", "1.0.0", unexpected("1.0.0")),
        ("1e5", "1e5", unexpected("1e5")),
        ("2.0 % 3.0", "%", unexpected("%")),
        ("2.0 × 3.0", "×", unexpected("×")),
        ("đất + 1.0", "đ", unexpected("đ")),
        ("\"open\"", "\"open\"", unexpected("\"open\"")),
        ("cases(\"open) + 1.0", "\"open) + 1.0", unexpected("\"open) + 1.0")),
        ("true", "true", function("true")),
        ("size(\"a\")", "size", function("size")),
        ("[1.0].map(x, x)", "[", unexpected("[")),
        ("read(\"a\")", "read", function("read")),
        ("cases", "cases", arguments("cases", cases)),
        ("cases(open)", "cases(open", arguments("cases", cases)),
        (
            "cases(\"a\", \"open\", \"b\")",
            "cases(\"a\", \"open\", \"b\")",
            arguments("cases", cases),
        ),
        ("reading(\"a\", \"b\")", "reading(\"a\", \"b\")", arguments("reading", "(\"measure\")")),
        ("reading(\"Lúa\")", "reading(\"Lúa\"", arguments("reading", "(\"measure\")")),
        ("reading(\"a:b\")", "reading(\"a:b\"", arguments("reading", "(\"measure\")")),
        ("cases(\"late\")", "cases(\"late\")", figure("cases:late")),
        ("1.0 > 2.0", "1.0 > 2.0", FormulaProblem::NotANumber),
        ("1.0 + (2.0 > 1.0)", "(2.0 > 1.0)", FormulaProblem::NotANumber),
        ("1.0 ? 2.0 : 3.0", "1.0", FormulaProblem::NotACondition),
        ("1.0 < 2.0 ? 2.0 : 1.0 < 2.0", "1.0 < 2.0", FormulaProblem::NotANumber),
    ];
    for (source, at, expected) in rows {
        let error = Formula::parse(source).expect_err(source);
        assert_eq!(error.problem, expected, "{source}");
        assert_eq!(source.get(error.span.clone()), Some(at), "{source}: {:?}", error.span);
    }
}

#[test]
fn what_is_too_much_is_refused_before_cel_sees_it() {
    let deep = |n: usize| format!("{}1.0{}", "(".repeat(n), ")".repeat(n));
    let long = |n: usize| vec!["1.0"; n].join("+");
    let choices = |n: usize| format!("{}2.0", "1.0>2.0?1.0:".repeat(n));
    for (source, problem) in [
        (deep(8), FormulaProblem::TooDeep { most: 8 }),
        (deep(400), FormulaProblem::TooManyParts { most: 160 }),
        (choices(8), FormulaProblem::TooDeep { most: 8 }),
        (long(81), FormulaProblem::TooManyParts { most: 160 }),
        ("1.0+".repeat(300), FormulaProblem::TooLong { got: 1200, most: 1024 }),
    ] {
        assert_eq!(Formula::parse(&source).map_err(|e| e.problem), Err(problem), "{source}");
    }
}

/// CEL ends the program when its stack is too small, so the largest formulas run on a small one.
#[test]
fn the_largest_formulas_fit_on_a_small_stack() {
    let deepest = format!("{}1.0{}", "(-".repeat(7), ")".repeat(7));
    let longest = vec!["1.0"; 80].join("+");
    let choices = format!("{}2.0", "1.0>2.0?1.0:".repeat(7));
    let run = move || {
        [deepest, longest, choices]
            .map(|source| Formula::parse(&source).map(|formula| formula.evaluate(&parts(&[]))))
    };
    let values =
        std::thread::Builder::new().stack_size(1 << 20).spawn(run).unwrap().join().unwrap();
    assert_eq!(values, [Ok(Some(q("-1"))), Ok(Some(q("80"))), Ok(Some(q("2")))]);
}

proptest! {
    #[test]
    fn no_text_stops_the_program(source in "\\PC{0,60}") {
        let _ = Formula::parse(&source).map(|formula| formula.evaluate(&BTreeMap::new()));
    }

    #[test]
    fn no_row_of_words_stops_the_program(
        words in proptest::collection::vec(
            prop::sample::select(vec![
                "1.0", "0.0", "2", "(", ")", "+", "-", "*", "/", "<", "?", ":", "&&", ",",
                "cases", "reading", "\"open\"", "'a'", "cases(\"open\")", "size", "[", "\n",
            ]),
            0..200,
        ),
    ) {
        let source = words.join(" ");
        let known = parts(&[("cases:open", "0")]);
        match Formula::parse(&source) {
            Ok(formula) => { let _ = formula.evaluate(&known); }
            Err(error) => prop_assert!(source.get(error.span.clone()).is_some(), "{:?}", error),
        }
    }

    #[test]
    fn a_share_is_the_exact_percentage(
        done in -2_000_000_000_i64..2_000_000_000,
        planned in 1_i64..2_000_000_000,
    ) {
        let formula = Formula::parse(r#"100.0 * reading("m") / plan("m")"#).unwrap();
        let done = Quantity::from_thousandths(done);
        let planned = Quantity::from_thousandths(planned);
        let known = BTreeMap::from([
            ("reading:m".parse().unwrap(), done),
            ("plan:m".parse().unwrap(), planned),
        ]);
        prop_assert_eq!(formula.evaluate(&known), done.percent_of(planned));
    }
}
