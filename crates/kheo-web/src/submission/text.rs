//! The texts of a form, within their bounds.

use super::{FIELDS, Submission, TEXTS};

/// What is kept of a name. Unit: bytes.
const NAME: usize = 100;
/// What is kept of a text that follows when the others hold all that is taken. Unit: bytes.
const LITTLE: usize = 4 << 10;

impl Submission {
    /// How much is kept of the next text. Unit: bytes.
    pub(super) fn room(&self) -> usize {
        TEXTS.saturating_sub(self.text_bytes).max(LITTLE)
    }

    /// What the texts hold, at most. Unit: bytes.
    pub(super) fn held(&self) -> usize {
        self.text_bytes.min(TEXTS + FIELDS * LITTLE)
    }

    /// Adds a text: its first bytes, and how many it had.
    pub(super) fn add_text(&mut self, name: &[u8], content: Vec<u8>, size: usize) {
        self.text_bytes = self.text_bytes.saturating_add(name.len()).saturating_add(size);
        if self.fields.len() >= FIELDS {
            self.crowded = true;
            return;
        }
        let kept = name.get(..NAME).unwrap_or(name).to_vec();
        let is_cut = kept.len() < name.len();
        let name = self.decoded(kept, is_cut);
        let is_cut = content.len() < size;
        let text = self.decoded(content, is_cut);
        self.fields.entry(name).or_insert(text);
    }

    /// The text of `bytes`, as far as it can be read.
    fn decoded(&mut self, mut bytes: Vec<u8>, is_cut: bool) -> String {
        if is_cut
            && let Err(cut) = std::str::from_utf8(&bytes)
            && cut.error_len().is_none()
        {
            bytes.truncate(cut.valid_up_to());
        }
        String::from_utf8(bytes).unwrap_or_else(|why| {
            self.not_utf8 = true;
            String::from_utf8_lossy(why.as_bytes()).into_owned()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{FIELDS, Submission};

    #[test]
    fn a_letter_that_was_cut_in_two_is_left_out_and_a_wrong_one_is_marked() {
        let mut sent = Submission::default();
        sent.add_text(b"cut", b"a\xe1\xba".to_vec(), 4);
        assert_eq!((sent.text("cut"), sent.not_utf8), ("a", false));
        sent.add_text(b"wrong", b"a\xe1\xba".to_vec(), 3);
        assert_eq!((sent.text("wrong"), sent.not_utf8), ("a\u{fffd}", true));
    }

    #[test]
    fn no_form_has_more_fields_than_a_page_could_show() {
        let mut sent = Submission::default();
        for number in 0..100_000 {
            sent.add_text(number.to_string().as_bytes(), Vec::new(), 0);
        }
        assert_eq!((sent.fields.len(), sent.crowded), (FIELDS, true));
    }
}
