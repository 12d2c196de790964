//! Exact numbers: a count of thousandths.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An exact number with up to three decimals.
///
/// - Unit: whatever its measure says; stored as thousandths of it.
/// - Format: `345.45`, with a point, no grouping.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Quantity(i64);

/// Why a text is not a [`Quantity`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    /// The text is not a plain decimal number.
    #[error("not a number written like 345.45")]
    NotANumber,
    /// The number has more than three decimals.
    #[error("more than three decimals")]
    TooFine,
    /// The number is beyond nine million billion.
    #[error("too large")]
    TooLarge,
}

impl Quantity {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The quantity of `thousandths` thousandths.
    #[must_use]
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// The quantity in thousandths.
    #[must_use]
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// The number as formulas compute with it, which round in the end.
    #[expect(clippy::cast_precision_loss, reason = "what computes with it rounds in the end")]
    pub(crate) fn as_double(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(n: i32) -> Self {
        Self(n as i64 * 1000)
    }

    /// `self` in percent of `of`, rounded half away from zero to one decimal; nothing when `of` is nothing.
    #[must_use]
    pub fn percent_of(self, of: Self) -> Option<Self> {
        if of.0 == 0 {
            return None;
        }
        let scaled = i128::from(self.0) * 1000;
        let of = i128::from(of.0);
        let half = of.abs() / 2;
        let tenths =
            if (scaled < 0) == (of < 0) { scaled.abs() + half } else { -(scaled.abs() + half) }
                / of.abs();
        i64::try_from(tenths * 100).ok().map(Self)
    }

    /// The number of decimals that are needed to write this exactly: 0 to 3.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        match self.0 % 1000 {
            0 => 0,
            n if n % 100 == 0 => 1,
            n if n % 10 == 0 => 2,
            _ => 3,
        }
    }

    /// `self + other`, or nothing when the sum does not fit.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    /// `self - other`, or the outermost number when the difference does not fit.
    #[must_use]
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl FromStr for Quantity {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !plain(fraction) {
            return Err(QuantityError::NotANumber);
        }
        if fraction.len() > 3 {
            return Err(QuantityError::TooFine);
        }
        let fraction: i64 =
            format!("{fraction:0<3}").parse().map_err(|_| QuantityError::TooFine)?;
        let whole: i64 = whole.parse().map_err(|_| QuantityError::TooLarge)?;
        let thousandths = whole
            .checked_mul(1000)
            .and_then(|n| n.checked_add(fraction))
            .ok_or(QuantityError::TooLarge)?;
        Ok(Self(if negative { -thousandths } else { thousandths }))
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        let digits = usize::from(self.decimals());
        if digits == 0 {
            return write!(f, "{sign}{whole}");
        }
        let fraction: String = format!("{rest:03}").chars().take(digits).collect();
        write!(f, "{sign}{whole}.{fraction}")
    }
}

impl Serialize for Quantity {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::{Quantity, QuantityError};
    use proptest::prelude::*;

    #[test]
    fn refuses_what_is_not_a_plain_number() {
        let rows = [
            ("", QuantityError::NotANumber),
            ("1,5", QuantityError::NotANumber),
            ("1.", QuantityError::NotANumber),
            (".5", QuantityError::NotANumber),
            ("--1", QuantityError::NotANumber),
            ("1.2345", QuantityError::TooFine),
            ("99999999999999999999", QuantityError::TooLarge),
            ("9223372036854775.808", QuantityError::TooLarge),
        ];
        for (text, expected) in rows {
            assert_eq!(text.parse::<Quantity>(), Err(expected), "{text}");
        }
    }

    #[test]
    fn percent_is_rounded_half_away_from_zero() {
        let q = |text: &str| text.parse::<Quantity>().unwrap();
        assert_eq!(q("345.45").percent_of(q("300")), Some(q("115.2")));
        assert_eq!(q("72.879").percent_of(q("182.506")), Some(q("39.9")));
        assert_eq!(q("1").percent_of(q("2000")), Some(q("0.1")));
        assert_eq!(q("-1").percent_of(q("2000")), Some(q("-0.1")));
        assert_eq!(q("5").percent_of(Quantity::ZERO), None);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(thousandths in any::<i64>().prop_filter("no wider than its negative", |n| *n != i64::MIN)) {
            let quantity = Quantity::from_thousandths(thousandths);
            prop_assert_eq!(quantity.to_string().parse::<Quantity>(), Ok(quantity));
        }
    }
}
