use kheo_core::quantity::Quantity;

use crate::Lang;

/// `1.234,5` in Vietnamese, `1,234.5` in English.
pub(crate) fn number(lang: Lang, quantity: Quantity) -> String {
    let (group, point) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    };
    let text = quantity.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("−", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut grouped = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push(group);
        }
        grouped.push(digit);
    }
    if let Some(fraction) = fraction {
        grouped.push(point);
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::number;
    use crate::Lang;

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        let rows = [
            ("0", "0", "0"),
            ("999", "999", "999"),
            ("1000", "1.000", "1,000"),
            ("345.45", "345,45", "345.45"),
            ("10243", "10.243", "10,243"),
            ("182506.125", "182.506,125", "182,506.125"),
            ("-1234.5", "−1.234,5", "−1,234.5"),
        ];
        for (quantity, vi, en) in rows {
            let quantity = quantity.parse().unwrap();
            assert_eq!(number(Lang::Vi, quantity), vi);
            assert_eq!(number(Lang::En, quantity), en);
        }
    }
}
