use kheo_pack::load;

use crate::files::read;

#[test]
fn the_shipped_packs_are_good() {
    let errors = load(&read("../../packs")).err().unwrap_or_default();
    let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(told, Vec::<String>::new(), "\n{}", told.join("\n"));
}

/// One small change of a line, by which the packs must no longer be good.
fn broken(file: &str, line: &str) -> Option<String> {
    let renamed = |line: &str| line.replacen('"', "\"x", 1);
    let field = line.split('=').next().unwrap_or_default().trim();
    if file.split('.').next_back() == Some("ftl") {
        return line.contains(" = ").then(|| format!("x{line}"));
    }
    match field {
        // To whom a letter goes is free text.
        "to" if file.starts_with("letters/") => None,
        "id" | "section" | "words" | "measured_in" | "first_step" | "to" | "period" | "phase" => {
            Some(renamed(line))
        }
        "deed" | "competent" | "prefix" | "tables" | "chart" | "from" | "who" | "needs" => {
            line.contains('"').then(|| renamed(line))
        }
        "starts" | "stops" | "limit" | "law" | "confidence" | "title_en" | "adds_up" | "stock"
        | "order" => Some(format!("x{line}")),
        "figures" => Some(line.replacen("\" }", "-x\" }", 1)),
        "formula" => Some(line.replacen('(', "(1 + ", 1)),
        _ => None,
    }
}

#[test]
fn every_line_of_the_shipped_packs_is_checked() {
    let good = read("../../packs");
    let mut tried = 0;
    let lines = good.iter().flat_map(|(file, text)| {
        let broken = text.lines().enumerate().filter_map(|(at, line)| {
            Some((file.clone(), at, line.to_owned(), broken(file, line)?))
        });
        broken.collect::<Vec<_>>()
    });
    for (file, at, line, broken) in lines.step_by(11) {
        let mut files = good.clone();
        let text = files.get_mut(&file).unwrap();
        let all: Vec<&str> =
            text.lines().enumerate().map(|(n, l)| if n == at { &broken } else { l }).collect();
        *text = all.join("\n");
        assert!(load(&files).is_err(), "{file}:{}: {line}\n{broken}", at + 1);
        tried += 1;
    }
    assert!(tried >= 40, "only {tried} lines were changed");
}
