//! What a letter states.

use super::super::statement::{About, Item, Statements, named, written};
use crate::letter::{LetterTemplate, Passage, PassageForm, Readers};

pub(super) fn letter(letter: &LetterTemplate, all: &mut Statements) {
    let LetterTemplate {
        id,
        readers,
        kind,
        symbol,
        about,
        to,
        decides,
        basis,
        body,
        signed_as,
        recipients,
    } = letter;
    let readers = match readers {
        Readers::Petitioner => "petitioner",
        Readers::Others => "others",
    };
    About::new(Item::Letter(id.clone()), all)
        .states("readers", named("changed-readers", readers))
        .states("heading", written([kind]))
        .states("symbol", written([symbol]))
        .states("about", written([about]))
        .states("addressee", written(to))
        .states("decides", written([decides]))
        .states("basis", written(basis))
        .states("body", written(body.iter().map(passage)))
        .states("signed-as", written(signed_as))
        .states("recipients", written(recipients));
}

fn passage(passage: &Passage) -> String {
    let Passage { form, text } = passage;
    match form {
        PassageForm::Paragraph => text.to_string(),
        PassageForm::Article => format!("Điều: {text}"),
        PassageForm::Clause => format!("Khoản: {text}"),
        PassageForm::Point => format!("Điểm: {text}"),
        PassageForm::Item => format!("- {text}"),
    }
}
