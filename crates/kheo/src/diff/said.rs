//! What a statement of rules says, in words.

use kheo_calendar::{Citation, Confidence, LimitUnit, Sense, TimeLimit, Whose};
use kheo_core::case::Competence;
use kheo_core::rules::{Aspect, Name, Said};
use kheo_core::unit::Level;
use kheo_words::Tongue;

/// Which thing is said, and of which matters.
pub(super) fn aspect(aspect: &Aspect, tongue: Tongue<'_>) -> String {
    let word = tongue.say(&format!("changed-aspect-{}", aspect.word));
    match aspect.under.filter(|under| *under != kheo_core::case::Circumstances::default()) {
        None => word,
        Some(under) => {
            let remote = if under.remote { "remote" } else { "anywhere" };
            let complexity = under.complexity.word();
            let matters =
                [("aspect", word.as_str()), ("complexity", complexity), ("remote", remote)];
            tongue.say_with("changed-under", &matters)
        }
    }
}

/// What is said; `known` gives the words of what packs name.
pub(super) fn said(said: &Said, known: &dyn Fn(&str) -> String, tongue: Tongue<'_>) -> String {
    match said {
        Said::Flag(true) => tongue.say("changed-yes"),
        Said::Flag(false) => tongue.say("changed-no"),
        Said::Names(names) => {
            let name = |Name { family, name }: &Name| match *family {
                "measured-in" => tongue.counted_in(name),
                family => known(&format!("{family}-{name}")),
            };
            names.iter().map(name).collect::<Vec<_>>().join("; ")
        }
        Said::Day(day) => tongue.date(*day),
        Said::Number(number) => tongue.number(*number),
        Said::Days(days) => tongue.length(i64::from(*days), LimitUnit::CalendarDays),
        Said::Years(years) => tongue.say_count("changed-years", i64::from(*years), &[]),
        Said::Limit(limit) => whole(*limit, tongue),
        Said::Extension(extension, unit) => tongue.extension(*extension, *unit),
        Said::Rules(rules) => {
            rules.iter().map(|rule| cited(rule, tongue)).collect::<Vec<_>>().join("; ")
        }
        Said::Competent(levels) => {
            let levels: Vec<String> = levels.iter().map(|one| competent(*one, tongue)).collect();
            levels.join("; ")
        }
        Said::Written(lines) => {
            let quoted = |line: &String| tongue.say_with("changed-written", &[("text", line)]);
            lines.iter().map(quoted).collect::<Vec<_>>().join(" ")
        }
    }
}

fn whole(limit: TimeLimit, tongue: Tongue<'_>) -> String {
    let TimeLimit { count, unit, roll, sense, whose } = limit;
    let length = tongue.length(i64::from(count).abs(), unit);
    let key = match (sense, count < 0) {
        (_, true) => Some("changed-limit-before"),
        (Sense::AtLeast, false) => Some("changed-limit-at-least"),
        (Sense::After, false) => Some("changed-limit-after"),
        (Sense::AtMost, false) => None,
    };
    let length =
        key.map_or_else(|| length.clone(), |key| tongue.say_with(key, &[("length", &length)]));
    let length = match whose {
        Whose::Authority => length,
        Whose::Petitioner => tongue.say_with("changed-limit-petitioner", &[("length", &length)]),
        Whose::Parties => tongue.say_with("changed-limit-parties", &[("length", &length)]),
    };
    if roll { length } else { tongue.say_with("changed-limit-fixed", &[("length", &length)]) }
}

fn cited(rule: &Citation, tongue: Tongue<'_>) -> String {
    let confidence = tongue.say(match rule.confidence {
        Confidence::High => "changed-confidence-high",
        Confidence::Medium => "changed-confidence-medium",
        Confidence::Unconfirmed => "changed-confidence-unconfirmed",
    });
    tongue.say_with("changed-rule", &[("basis", &tongue.cited(rule)), ("confidence", &confidence)])
}

fn competent(competence: Competence, tongue: Tongue<'_>) -> String {
    let Competence { level, until } = competence;
    let level = tongue.say(match level {
        Level::Commune => "changed-level-commune",
        Level::District => "changed-level-district",
        Level::Province => "changed-level-province",
    });
    match until {
        Some(day) => {
            let day = tongue.date(day);
            tongue.say_with("changed-competent-until", &[("level", &level), ("day", &day)])
        }
        None => tongue.say_with("changed-competent", &[("level", &level)]),
    }
}
