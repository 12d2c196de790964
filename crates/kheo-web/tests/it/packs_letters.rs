//! Every letter that the shipped packs make, each once under each layout that its kind has lived
//! under: written by the program, and read as its readers read it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use jiff::civil::{Date, date};
use kheo_core::case::{CaseKind, Privacy};
use kheo_core::id::LetterId;
use kheo_core::letter::{Head, LetterTemplate, Pattern, Variable};

use crate::desk::Desk;
use crate::making::{Made, NAME, PLACE, SUBJECT, WRITTEN, make_all};
use crate::site::Site;

/// The last day under the circular, the first under the decree.
const CIRCULAR: (Date, Date) = (date(2016, 6, 1), date(2020, 3, 4));
const DECREE: (Date, Date) = (date(2020, 3, 5), date(2027, 1, 4));

/// A letter that was made, and the page that shows it.
struct Page<'a> {
    made: &'a Made,
    kind: &'a CaseKind,
    template: &'a LetterTemplate,
    text: String,
}

impl Page<'_> {
    /// Which letter of which version it is.
    fn name(&self) -> String {
        format!("{} of {} from {}", self.template.id, self.kind.id, self.kind.from)
    }
}

/// What a page of the program shows, without its marks.
fn text(html: &str) -> String {
    let paper = html.split_once("<article").expect("the letter").1;
    let paper = paper.split_once("</article>").expect("its end").0;
    let plain: String = paper
        .split('<')
        .map(|piece| piece.split_once('>').map_or("", |(_, text)| text))
        .collect::<Vec<_>>()
        .join(" ");
    let signs = [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("\u{a0}", " ")];
    spaced(&signs.iter().fold(plain, |text, (sign, meant)| text.replace(sign, meant)))
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a pattern between what is filled in.
fn words(pattern: &Pattern) -> Vec<String> {
    let written = pattern.to_string();
    let pieces = written.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, p)| p));
    pieces
        .map(|piece| spaced(piece.trim_end_matches('.')))
        .filter(|piece| piece.len() > 3)
        .collect()
}

/// What a case may lack for good reasons: a rule that nobody has confirmed is not cited, a dialogue
/// need not be held, and no rule of 2019 said how long a conclusion is posted.
fn may_lack(pattern: &Pattern) -> bool {
    pattern.variables().any(|variable| match variable {
        Variable::DueRule | Variable::ReasonRule | Variable::LastsUntil => true,
        Variable::Field(field) => field.as_str() == "dialogue-on",
        _ => false,
    })
}

fn is_complete(page: &Page<'_>) {
    let (template, text, name) = (page.template, &page.text, page.name());
    assert!(!text.contains("{ $") && !text.contains("null"), "{name}: {text}");
    let own = [&template.about, &template.decides];
    let passages = template.body.iter().map(|passage| &passage.text);
    let signatures = template.signatures.iter().flat_map(|one| &one.signed_as);
    let all = own.into_iter().chain(&template.to).chain(&template.basis).chain(passages);
    for pattern in all.chain(&template.recipients).filter(|pattern| !may_lack(pattern)) {
        for piece in words(pattern) {
            assert!(text.contains(&piece), "{name} lacks “{piece}”: {text}");
        }
    }
    for line in signatures {
        for piece in words(line) {
            assert!(text.contains(&piece.to_uppercase()), "{name} is signed by “{piece}”: {text}");
        }
    }
    let on = page.made.on;
    let month = if on.month() < 3 { format!("{:02}", on.month()) } else { on.month().to_string() };
    let dated = format!("ngày {:02} tháng {month} năm {}", on.day(), on.year());
    for shown in [dated.as_str(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:"] {
        assert!(text.contains(shown), "{name} lacks {shown}: {text}");
    }
    assert!(text.contains(&page.made.code), "{name} lacks the code: {text}");
    assert!(text.contains("./."), "{name} has no end: {text}");
    let office = template.head == Head::Office;
    assert_eq!(text.contains("ỦY BAN NHÂN DÂN ĐƠN VỊ"), office, "{name}: {text}");
    assert_eq!(text.contains("Số:"), office, "{name}: {text}");
    assert!(!text.contains(" bạn ") && !text.contains("Bạn "), "{name} is no letter: {text}");
}

/// Whether the letter tells who brought the case: only to them, in kinds that seal it.
fn keeps_the_seal(page: &Page<'_>) {
    let told = [NAME, PLACE, SUBJECT].into_iter().filter(|secret| page.text.contains(secret));
    let told: Vec<&str> = told.collect();
    if page.kind.stripped.is_some() && page.template.readers.include_others() {
        assert_eq!(told, [""; 0], "{} tells who", page.name());
        let identity = page.kind.fields.iter().filter(|field| field.privacy == Privacy::Identity);
        for field in identity {
            let says = page.template.patterns().flat_map(Pattern::variables);
            let says: Vec<_> =
                says.filter(|one| **one == Variable::Field(field.id.clone())).collect();
            assert!(says.is_empty(), "{} says {}", page.name(), field.id);
        }
    } else if page
        .template
        .patterns()
        .flat_map(Pattern::variables)
        .any(|one| *one == Variable::Sender)
    {
        assert!(told.contains(&NAME), "{} is addressed to nobody: {}", page.name(), page.text);
    }
}

/// Runs a program on files in a folder.
fn run(program: &str, folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap_or_else(|error| panic!("{program} is needed for this test: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    String::from_utf8(output.stdout).expect("a text")
}

/// What both files of a letter show: the PDF file of the program, and the DOCX file as an office
/// program opens it.
fn are_as_the_page(pages: &[Page<'_>], desk: &Desk<'_>) {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = std::env::var_os("KHEO_LETTERS").map_or(folder.path().to_owned(), Into::into);
    std::fs::create_dir_all(&folder).expect("the folder");
    let mut office = vec!["--headless", "--convert-to", "pdf", "--outdir", "office"];
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    office.push(&profile);
    let file = |page: &Page<'_>, n: usize| format!("{n:03}-{}-{}", page.kind.id, page.template.id);
    let mut names = Vec::new();
    for (n, page) in pages.iter().enumerate() {
        for extension in ["pdf", "docx"] {
            let at = format!(
                "/cases/{}/letters/{}/letter.{extension}",
                page.made.code, page.made.number
            );
            let answer = desk.get(&at);
            assert_eq!(answer.status, 200, "{}: {}", page.name(), answer.body);
            let name = format!("{}.{extension}", file(page, n));
            std::fs::write(folder.join(&name), &answer.content).expect("a written file");
            names.push(name);
        }
    }
    office.extend(names.iter().map(String::as_str).filter(|name| name.ends_with(".docx")));
    run("soffice", &folder, &office);
    for (n, page) in pages.iter().enumerate() {
        let name = file(page, n);
        for pdf in [format!("{name}.pdf"), format!("office/{name}.pdf")] {
            let shown = spaced(&run("pdftotext", &folder, &["-layout", &pdf, "-"]));
            assert!(!shown.contains('\u{fffd}'), "{pdf} has letters that no font draws: {shown}");
            let of = |text: &str| -> BTreeSet<String> {
                text.split([' ', '-']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
            };
            let (shown, expected) = (of(&shown), of(&page.text));
            let missing: Vec<&String> = expected.difference(&shown).collect();
            assert!(missing.is_empty(), "{pdf} lacks {missing:?}");
        }
        let fonts = run("pdffonts", &folder, &[&format!("{name}.pdf")]);
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        let own = |row: &&str| row.contains("LiberationSerif") && row.contains(" yes yes yes ");
        assert!(!rows.is_empty() && rows.iter().all(own), "{name}: {fonts}");
    }
}

fn every_letter_is_made(layout: (Date, Date)) {
    let site = Site::with_shipped_packs();
    let rules = site.rules();
    let made = make_all(&site, layout);
    let kinds: BTreeMap<_, _> =
        rules.kinds.iter().map(|kind| ((kind.id.clone(), kind.from), kind)).collect();
    let desk = Desk::of(&site, "head");
    let pages: Vec<Page<'_>> = made
        .iter()
        .map(|made| {
            let page = desk.get(&format!("/cases/{}/letters/{}", made.code, made.number));
            assert_eq!(page.status, 200, "{} {}: {}", made.code, made.letter, page.body);
            Page {
                made,
                kind: kinds[&made.version],
                template: &rules.letters[&made.letter],
                text: text(&page.body),
            }
        })
        .collect();
    for page in &pages {
        is_complete(page);
        keeps_the_seal(page);
    }
    let mut seen: BTreeSet<&LetterId> = BTreeSet::new();
    let once: Vec<Page<'_>> =
        pages.into_iter().filter(|page| seen.insert(&page.template.id)).collect();
    assert!(once.iter().any(|page| page.text.contains(WRITTEN)), "what was written is said");
    are_as_the_page(&once, &desk);
}

#[test]
fn office_programs_open_every_letter_under_the_circular_of_2011() {
    every_letter_is_made(CIRCULAR);
}

#[test]
fn office_programs_open_every_letter_under_the_decree_of_2020() {
    every_letter_is_made(DECREE);
}
