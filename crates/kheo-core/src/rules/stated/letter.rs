//! What a letter states.

use super::super::statement::{About, Item, Statements, in_order, named, written};
use crate::letter::{Head, LetterTemplate, Passage, PassageForm, Readers, Signature};

pub(super) fn letter(letter: &LetterTemplate, all: &mut Statements) {
    let LetterTemplate {
        id,
        readers,
        head,
        gathers,
        kind,
        symbol,
        about,
        to,
        decides,
        basis,
        body,
        signatures,
        recipients,
    } = letter;
    let readers = match readers {
        Readers::Petitioner => "petitioner",
        Readers::Others => "others",
        Readers::Everybody => "everybody",
    };
    let head = match head {
        Head::Office => "office",
        Head::Nation => "nation",
    };
    About::new(Item::Letter(id.clone()), all)
        .states("readers", named("changed-readers", readers))
        .states("head", named("changed-head", head))
        .states("gathers", in_order("field", gathers))
        .states("heading", written([kind]))
        .states("symbol", written([symbol]))
        .states("about", written([about]))
        .states("addressee", written(to))
        .states("decides", written([decides]))
        .states("basis", written(basis))
        .states("body", written(body.iter().map(passage)))
        .states("signed-as", written(signatures.iter().map(signature)))
        .states("recipients", written(recipients));
}

fn signature(signature: &Signature) -> String {
    let lines = signature.patterns().map(ToString::to_string);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" / ")
}

fn passage(passage: &Passage) -> String {
    let Passage { form, text, room } = passage;
    let text = if *room { format!("{text} (…)") } else { text.to_string() };
    match form {
        PassageForm::Paragraph => text,
        PassageForm::Article => format!("Điều: {text}"),
        PassageForm::Clause => format!("Khoản: {text}"),
        PassageForm::Point => format!("Điểm: {text}"),
        PassageForm::Item => format!("- {text}"),
        PassageForm::Each => format!("Từng đơn: {text}"),
    }
}
