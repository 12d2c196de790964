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
    /// Who reads it.
    desk: &'a Desk<'a>,
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

/// What a letter may lack for good reasons: a rule that nobody has confirmed is not cited, a dialogue
/// need not be held, no rule of 2019 said how long a conclusion is posted, and officers are not told the key.
fn may_lack(page: &Page<'_>, pattern: &Pattern) -> bool {
    let kind = page.kind;
    let is_receipt = kind.receipt.as_ref() == Some(&page.template.id);
    let no_limit = kind.clocks.is_empty()
        || is_receipt
            && !kind
                .clocks
                .iter()
                .any(|clock| clock.starts_at_registration && clock.when.is_none());
    pattern.variables().any(|variable| match variable {
        Variable::ReasonRule
        | Variable::LastsUntil
        | Variable::FollowCode
        // Only where that is so.
        | Variable::PausedOn
        | Variable::MissedOn
        | Variable::TakenBy => true,
        Variable::DueOn | Variable::DueRule => no_limit,
        Variable::Field(field) => field.as_str() == "dialogue-on",
        _ => false,
    })
}

/// What a letter lacks, or says and should not.
fn faults(page: &Page<'_>) -> Vec<String> {
    let (template, text) = (page.template, &page.text);
    let own = [&template.about, &template.decides];
    let passages = template.body.iter().map(|passage| &passage.text);
    let all = own.into_iter().chain(&template.to).chain(&template.basis).chain(passages);
    let all = all.chain(&template.recipients).filter(|pattern| !may_lack(page, pattern));
    let mut wanted: Vec<String> = all
        .flat_map(words)
        .map(|piece| {
            if template.decides.to_string().contains(&piece) { piece.to_uppercase() } else { piece }
        })
        .collect();
    let signed = template.signatures.iter().flat_map(|one| &one.signed_as);
    wanted.extend(signed.flat_map(words).map(|piece| piece.to_uppercase()));
    let on = page.made.on;
    let month = if on.month() < 3 { format!("{:02}", on.month()) } else { on.month().to_string() };
    wanted.push(format!("ngày {:02} tháng {month} năm {}", on.day(), on.year()));
    wanted.extend(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:", "./."].map(str::to_owned));
    wanted.push(page.made.code.clone());
    let office = ["ỦY BAN NHÂN DÂN ĐƠN VỊ", "Số:"].map(str::to_owned);
    let mut unwanted = vec!["{ $".to_owned(), " bạn ".to_owned(), "Bạn ".to_owned()];
    match template.head {
        Head::Office => wanted.extend(office),
        Head::Nation => unwanted.extend(office),
    }
    // What is the chair's is not signed on behalf of the committee; a unit above writes under its own name.
    let mut signed = template.signatures.iter().flat_map(|one| &one.signed_as);
    if !signed.any(|line| line.to_string().starts_with("TM.")) {
        unwanted.push("TM. ỦY BAN".to_owned());
    }
    if ["urge", "hand-over"].contains(&template.id.as_str()) {
        wanted.push("ỦY BAN NHÂN DÂN ĐƠN VỊ CITY".to_owned());
    }
    let says = template.patterns().flat_map(Pattern::variables);
    let says: BTreeSet<&Variable> = says.collect();
    if page.kind.stripped.is_some() && template.readers.include_others() {
        unwanted.extend([NAME, PLACE, SUBJECT].map(str::to_owned));
        let identity = page.kind.fields.iter().filter(|field| field.privacy == Privacy::Identity);
        let identity = identity.map(|field| Variable::Field(field.id.clone()));
        unwanted.extend(identity.filter(|one| says.contains(one)).map(|one| one.word()));
    } else if says.contains(&Variable::Sender) && page.kind.openers.is_none() {
        wanted.push(NAME.to_owned());
    }
    if page.kind.openers.is_some() {
        unwanted.push(NAME.to_owned());
    }
    let lacks = wanted.iter().filter(|piece| !text.contains(piece.as_str()));
    let lacks = lacks.map(|piece| format!("{} lacks “{piece}”", page.name()));
    let tells = unwanted.iter().filter(|piece| text.contains(piece.as_str()));
    lacks.chain(tells.map(|piece| format!("{} says “{piece}”", page.name()))).collect()
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
/// program opens it. With a folder in `KHEO_LETTERS` they stay there to be looked at.
fn are_as_the_page(pages: &[Page<'_>]) {
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
            let answer = page.desk.get(&at);
            assert_eq!(answer.status, 200, "{}: {}", page.name(), answer.body);
            let name = format!("{}.{extension}", file(page, n));
            std::fs::write(folder.join(&name), &answer.content).expect("a written file");
        }
        names.push(format!("{}.docx", file(page, n)));
    }
    office.extend(names.iter().map(String::as_str));
    run("soffice", &folder, &office);
    for (n, page) in pages.iter().enumerate() {
        let name = file(page, n);
        for pdf in [format!("{name}.pdf"), format!("office/{name}.pdf")] {
            let shown = spaced(&run("pdftotext", &folder, &["-layout", &pdf, "-"]));
            assert!(!shown.contains('\u{fffd}'), "{pdf} has letters that no font draws: {shown}");
            // An office program spreads the letters of a line, which look like words then.
            let shown: String = shown.split(' ').collect();
            let words = page.text.split([' ', '-']).filter(|word| !word.is_empty());
            let missing: Vec<&str> = words.filter(|word| !shown.contains(word)).collect();
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
    let desks = ["north-clerk", "south-clerk"].map(|post| Desk::at(&site, post));
    let pages: Vec<Page<'_>> = made
        .iter()
        .map(|made| {
            let letter = format!("/cases/{}/letters/{}", made.code, made.number);
            // Of a sealed case, letters to its petitioner are read where it lies now.
            let desk = desks.iter().find(|desk| desk.get(&letter).status == 200);
            let desk = desk.unwrap_or(&desks[0]);
            let page = desk.get(&letter);
            assert_eq!(page.status, 200, "{} {}: {}", made.code, made.letter, page.body);
            Page {
                made,
                kind: kinds[&made.version],
                template: &rules.letters[&made.letter],
                desk,
                text: text(&page.body),
            }
        })
        .collect();
    assert_eq!(pages.iter().flat_map(faults).collect::<Vec<_>>(), Vec::<String>::new());
    let mut seen: BTreeSet<&LetterId> = BTreeSet::new();
    let once: Vec<Page<'_>> =
        pages.into_iter().filter(|page| seen.insert(&page.template.id)).collect();
    assert!(once.iter().any(|page| page.text.contains(WRITTEN)), "what was written is said");
    are_as_the_page(&once);
}

#[test]
fn office_programs_open_every_letter_under_the_circular_of_2011() {
    every_letter_is_made(CIRCULAR);
}

#[test]
fn office_programs_open_every_letter_under_the_decree_of_2020() {
    every_letter_is_made(DECREE);
}
