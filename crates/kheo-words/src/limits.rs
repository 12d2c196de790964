use kheo_calendar::{Citation, Extension, LimitUnit};

use crate::{Lang, Tongue};

impl Tongue<'_> {
    /// So many days, hours or months: `30 ngày`.
    #[must_use]
    pub fn length(self, count: i64, unit: LimitUnit) -> String {
        let key = match unit {
            LimitUnit::CalendarDays => "length-calendar-days",
            LimitUnit::WorkingDays => "length-working-days",
            LimitUnit::WorkingHours => "length-working-hours",
            LimitUnit::Months => "length-months",
        };
        self.say_count(key, count, &[])
    }

    /// How often and by how much a limit that is counted in `unit` may be extended.
    #[must_use]
    pub fn extension(self, extension: Extension, unit: LimitUnit) -> String {
        match extension {
            Extension::Times { times, count } => {
                let length = self.length(i64::from(count), unit);
                self.say_count("extension-times", i64::from(times), &[("length", &length)])
            }
            Extension::Open { times } => self.say_count("extension-open", i64::from(times), &[]),
            Extension::Total { count } => {
                let length = self.length(i64::from(count), unit);
                self.say_with("extension-total", &[("length", &length)])
            }
        }
    }

    /// The article of a rule, from the point up: `điểm c khoản 2 Điều 235`, or several of them; nothing where
    /// only the act is known.
    #[must_use]
    pub fn article(self, rule: &Citation) -> Option<String> {
        let articles = rule.article.as_deref().filter(|article| !article.is_empty())?;
        let one = |article| self.one_article(article);
        Some(articles.split("; ").map(one).collect::<Vec<_>>().join(", "))
    }

    fn one_article(self, article: &str) -> String {
        let names = ["article", "clause", "point"];
        let with: Vec<(&str, &str)> = names.into_iter().zip(article.splitn(3, '.')).collect();
        let words = match with.len() {
            1 => "cites-article",
            2 => "cites-clause",
            _ => "cites-point",
        };
        self.say_with(words, &with)
    }

    /// A rule as everything cites it: letters, explanations, pictures, comparisons.
    #[must_use]
    pub fn cited(self, rule: &Citation) -> String {
        let law = match self.lang() {
            Lang::Vi => &rule.law,
            Lang::En => &rule.law_en,
        };
        match self.article(rule) {
            Some(article) => self.say_with("cites", &[("article", &article), ("law", law)]),
            None => law.clone(),
        }
    }
}
