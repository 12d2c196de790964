//! How letters cite the law.

use kheo_calendar::{Citation, Confidence};
use kheo_words::Tongue;

/// The rule as letters cite it, from the point up to the law; nothing while nobody has confirmed it.
pub(super) fn cited(tongue: Tongue<'_>, rule: &Citation) -> Option<String> {
    (rule.confidence != Confidence::Unconfirmed).then(|| tongue.cited(rule))
}

/// What sets a limit, as letters say it: the rule, or that no text is confirmed to set it; without an
/// article, that the place itself does.
pub(super) fn basis(tongue: Tongue<'_>, rule: Option<&Citation>) -> String {
    rule.and_then(|rule| cited(tongue, rule)).unwrap_or_else(|| {
        let has_article = rule.is_some_and(|rule| rule.article.is_some());
        tongue.say(if has_article { "letter-unconfirmed" } else { "letter-of-the-place" })
    })
}

#[cfg(test)]
mod tests {
    use kheo_words::{Lang, Words};

    use super::*;

    #[test]
    fn a_rule_is_cited_from_the_point_up_and_not_at_all_while_it_is_unconfirmed() {
        let words = Words::load(&[]).unwrap();
        let rule = |article: &str, confidence| Citation {
            law: "Luật Đất đai số 31/2024/QH15".to_owned(),
            law_en: String::new(),
            article: Some(article.to_owned()).filter(|article| !article.is_empty()),
            from: None,
            confidence,
        };
        let rows = [
            ("28", Some("Điều 28 Luật Đất đai số 31/2024/QH15")),
            ("38.2", Some("khoản 2 Điều 38 Luật Đất đai số 31/2024/QH15")),
            ("235.2.c", Some("điểm c khoản 2 Điều 235 Luật Đất đai số 31/2024/QH15")),
            ("", Some("Luật Đất đai số 31/2024/QH15")),
        ];
        for (article, expected) in rows {
            let tongue = words.in_lang(Lang::Vi);
            let said = cited(tongue, &rule(article, Confidence::Medium));
            assert_eq!(said.as_deref(), expected);
            assert_eq!(cited(tongue, &rule(article, Confidence::Unconfirmed)), None);
        }
    }

    #[test]
    fn a_limit_that_no_text_is_confirmed_to_set_says_so() {
        let words = Words::load(&[]).unwrap();
        let tongue = words.in_lang(Lang::Vi);
        let rule = |article: Option<&str>| Citation {
            law: "Luật Tiếp công dân số 42/2013/QH13".to_owned(),
            law_en: String::new(),
            article: article.map(str::to_owned),
            from: None,
            confidence: Confidence::Unconfirmed,
        };
        let said = [Some(rule(Some("28"))), Some(rule(None)), None];
        let said = said.each_ref().map(|rule| basis(tongue, rule.as_ref()));
        let of_the_place = "quy ước của địa phương, chưa có văn bản được xác nhận";
        assert_eq!(said, ["chưa có văn bản được xác nhận", of_the_place, of_the_place]);
    }
}
