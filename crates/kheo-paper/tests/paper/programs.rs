//! Other programs that open our files. A missing program fails the test.

use std::path::Path;
use std::process::Command;

/// Runs a program and returns what it printed.
pub(crate) fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program} is needed for this test: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// The text of a PDF file, with runs of white space made one space.
pub(crate) fn pdf_text(file: &Path) -> String {
    let text = run("pdftotext", &["-layout", file.to_str().unwrap(), "-"]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of each page of a PDF file, with runs of white space made one space.
pub(crate) fn pdf_pages(file: &Path) -> Vec<String> {
    let text = run("pdftotext", &["-layout", file.to_str().unwrap(), "-"]);
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// Opens a DOCX file with the office program and returns it as a PDF file beside it.
pub(crate) fn office_pdf(docx: &Path) -> std::path::PathBuf {
    let folder = docx.parent().unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let (out, file) = (folder.to_str().unwrap(), docx.to_str().unwrap());
    run("soffice", &[&profile, "--headless", "--convert-to", "pdf", "--outdir", out, file]);
    let pdf = docx.with_extension("pdf");
    assert!(pdf.exists(), "LibreOffice could not open {file}");
    pdf
}

/// A word of a PDF file: on which page, and where in points from the top left of it.
pub(crate) struct Word {
    pub(crate) page: usize,
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
}

/// Every word of a PDF file.
pub(crate) fn pdf_words(file: &Path) -> Vec<Word> {
    let text = run("pdftotext", &["-bbox", file.to_str().unwrap(), "-"]);
    let mut page = 0;
    let mut words = Vec::new();
    for line in text.lines().map(str::trim) {
        page += usize::from(line.starts_with("<page "));
        let Some((places, text)) = line.strip_prefix("<word ").and_then(|l| l.split_once('>'))
        else {
            continue;
        };
        let place = |name: &str| {
            let value = places.split_once(&format!("{name}=\"")).unwrap().1;
            value.split('"').next().unwrap().parse::<f64>().unwrap()
        };
        let text = text.trim_end_matches("</word>").to_owned();
        words.push(Word {
            page,
            text,
            left: place("xMin"),
            right: place("xMax"),
            top: place("yMin"),
        });
    }
    words
}
