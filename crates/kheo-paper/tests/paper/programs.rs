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
