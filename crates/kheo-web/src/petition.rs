//! A petition as it was typed, made into one that can be registered.

use kheo_core::Refusal;
use kheo_core::case::Petition;
use kheo_core::text::{Bounds, clean, clean_optional};

const SUBJECT: Bounds = Bounds { least: 5, most: 150 };
const TEXT: Bounds = Bounds { least: 10, most: 10_000 };
const PLACE: Bounds = Bounds { least: 1, most: 200 };
const NAME: Bounds = Bounds { least: 2, most: 100 };
const PHONE: Bounds = Bounds { least: 1, most: 40 };

/// What a citizen typed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Typed<'a> {
    pub(crate) subject: &'a str,
    pub(crate) text: &'a str,
    pub(crate) place: Option<&'a str>,
    pub(crate) name: Option<&'a str>,
    pub(crate) phone: Option<&'a str>,
}

impl Typed<'_> {
    /// The petition.
    ///
    /// # Errors
    /// All that is wrong with it, in the order of the form.
    pub(crate) fn petition(self) -> Result<Petition, Vec<Refusal>> {
        let mut wrong = Vec::new();
        let petition = Petition {
            subject: keep(&mut wrong, one_line("subject", self.subject)),
            text: keep(&mut wrong, clean("text", self.text, TEXT)),
            place: keep(&mut wrong, clean_optional("place", self.place, PLACE)),
            name: keep(&mut wrong, clean_optional("name", self.name, NAME)),
            phone: keep(&mut wrong, phone(self.phone)),
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

fn one_line(field: &'static str, typed: &str) -> Result<String, Refusal> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    clean(field, &words.join(" "), SUBJECT)
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
    use super::Typed;

    const GOOD: Typed<'_> = Typed {
        subject: "Mương  Khuổi\nChang",
        text: "Nước không về ruộng.",
        place: None,
        name: None,
        phone: Some("0912 345 678"),
    };

    #[test]
    fn a_subject_is_one_line() {
        assert_eq!(GOOD.petition().unwrap().subject, "Mương Khuổi Chang");
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let typed = Typed { subject: " ", text: "ngắn", phone: Some("gọi tôi"), ..GOOD };
        let codes: Vec<_> =
            typed.petition().unwrap_err().iter().map(|r| (r.field(), r.code())).collect();
        let expected = [
            (Some("subject"), "empty"),
            (Some("text"), "too-short"),
            (Some("phone"), "not-a-phone"),
        ];
        assert_eq!(codes, expected);
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
            assert_eq!(Typed { phone: Some(phone), ..GOOD }.petition().is_ok(), good, "{phone}");
        }
    }
}
