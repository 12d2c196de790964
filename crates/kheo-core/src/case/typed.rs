//! A petition as it was typed, made into one that can be registered.

use crate::Refusal;
use crate::case::petition::{Persons, Petition};
use crate::text::{Bounds, clean, clean_line, clean_optional};

const SUBJECT: Bounds = Bounds { least: 5, most: 150 };
const TEXT: Bounds = Bounds { least: 10, most: 10_000 };
const PLACE: Bounds = Bounds { least: 1, most: 200 };
const NAME: Bounds = Bounds { least: 2, most: 100 };
const PHONE: Bounds = Bounds { least: 1, most: 40 };

/// What a citizen wrote, as it came from a form, a program or a file.
#[derive(Debug, Clone, Copy, Default)]
pub struct TypedPetition<'a> {
    /// A short title: one line of 5 to 150 characters.
    pub subject: &'a str,
    /// The whole request: 10 to 10,000 characters.
    pub text: &'a str,
    /// Street, group or hamlet: at most 200 characters.
    pub place: Option<&'a str>,
    /// For how many people it speaks: 1 to 10,000; nothing for the petitioner alone.
    pub persons: Option<&'a str>,
    /// The petitioner's name: 2 to 100 characters.
    pub name: Option<&'a str>,
    /// The petitioner's telephone number: 8 to 15 digits, with spaces, dots, hyphens and brackets.
    pub phone: Option<&'a str>,
}

impl TypedPetition<'_> {
    /// The petition, in one normal form.
    ///
    /// # Errors
    /// All that is wrong with it, in the order of the form.
    pub fn petition(self) -> Result<Petition, Vec<Refusal>> {
        let mut wrong = Vec::new();
        let petition = Petition {
            subject: keep(&mut wrong, clean_line("subject", self.subject, SUBJECT)),
            text: keep(&mut wrong, clean("text", self.text, TEXT)),
            place: keep(&mut wrong, clean_optional("place", self.place, PLACE)),
            persons: keep(&mut wrong, persons(self.persons)),
            name: keep(&mut wrong, clean_optional("name", self.name, NAME)),
            phone: keep(&mut wrong, phone(self.phone)),
            ..Petition::default()
        };
        if wrong.is_empty() { Ok(petition) } else { Err(wrong) }
    }
}

fn keep<T: Default>(wrong: &mut Vec<Refusal>, part: Result<T, Refusal>) -> T {
    part.unwrap_or_else(|refusal| {
        wrong.push(refusal);
        T::default()
    })
}

fn persons(typed: Option<&str>) -> Result<Persons, Refusal> {
    let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) else {
        return Ok(Persons::default());
    };
    let count = typed.chars().all(|c| c.is_ascii_digit()).then(|| typed.parse().ok()).flatten();
    let refused = Refusal::NotACount { field: "persons", least: 1, most: Persons::MOST };
    count.and_then(Persons::new).ok_or(refused)
}

fn phone(typed: Option<&str>) -> Result<Option<String>, Refusal> {
    let field = "phone";
    let Some(phone) = clean_optional(field, typed, PHONE)? else { return Ok(None) };
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let others = phone.chars().all(|c| c.is_ascii_digit() || " .-+()".contains(c));
    if others && (8..=15).contains(&digits) {
        Ok(Some(phone))
    } else {
        Err(Refusal::NotAPhone { field })
    }
}

#[cfg(test)]
mod tests {
    use super::TypedPetition;
    use crate::Refusal;

    const GOOD: TypedPetition<'_> = TypedPetition {
        subject: "Mương  Khuổi\nChang",
        text: "Nước không về ruộng.",
        place: None,
        persons: None,
        name: None,
        phone: Some("0912 345 678"),
    };

    #[test]
    fn a_subject_is_one_line() {
        assert_eq!(GOOD.petition().unwrap().subject, "Mương Khuổi Chang");
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let typed =
            TypedPetition { subject: " ", text: "ngắn", phone: Some("gọi tôi"), ..GOOD };
        let wrong = typed.petition().unwrap_err();
        let codes: Vec<_> = wrong.iter().map(|r| (r.field(), r.code())).collect();
        let expected = [
            (Some("subject"), "empty"),
            (Some("text"), "too-short"),
            (Some("phone"), "not-a-phone"),
        ];
        assert_eq!(codes, expected);
    }

    #[test]
    fn a_petition_speaks_for_one_to_ten_thousand_people() {
        let rows = [
            (None, Some(1)),
            (Some("  "), Some(1)),
            (Some(" 37 "), Some(37)),
            (Some("10000"), Some(10_000)),
            (Some("0"), None),
            (Some("10001"), None),
            (Some("99999999999999999999"), None),
            (Some("-3"), None),
            (Some("+3"), None),
            (Some("ba mươi"), None),
        ];
        for (persons, expected) in rows {
            let petition = TypedPetition { persons, ..GOOD }.petition();
            match petition {
                Ok(petition) => assert_eq!(Some(petition.persons.get()), expected, "{persons:?}"),
                Err(wrong) => {
                    let fields: Vec<_> = wrong.iter().map(Refusal::field).collect();
                    assert_eq!((fields, expected), (vec![Some("persons")], None), "{persons:?}");
                }
            }
        }
    }

    #[test]
    fn a_phone_number_has_eight_to_fifteen_digits() {
        let rows = [
            ("+84 (209) 387-1234", true),
            ("0912345678", true),
            ("1234567", false),
            ("1234567890123456", false),
            ("0912345678 <script>", false),
        ];
        for (phone, good) in rows {
            assert_eq!(
                TypedPetition { phone: Some(phone), ..GOOD }.petition().is_ok(),
                good,
                "{phone}"
            );
        }
    }
}
