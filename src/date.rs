//! Dates, read strictly: ten characters, ÅÅÅÅ-MM-DD, and a day that exists.

use chrono::{Datelike, NaiveDate};

/// The day a text names, or nothing when it is not exactly ÅÅÅÅ-MM-DD, not in the calendar, or
/// not from 1900 through 2300 (a slip of the pen, as years outside [`crate::units::Year`] are).
#[must_use]
pub fn parse(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |sum, byte| {
            let digit = byte.is_ascii_digit().then(|| u32::from(byte.saturating_sub(b'0')))?;
            Some(sum.saturating_mul(10).saturating_add(digit))
        })
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    let date = NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)?;
    crate::units::Year::new(u16::try_from(date.year()).ok()?).map(|_| date)
}

/// The calendar year of a date; none outside [`crate::units::Year`].
#[must_use]
pub fn year(date: NaiveDate) -> Option<crate::units::Year> {
    crate::units::Year::new(u16::try_from(date.year()).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_real_day_in_ten_characters_is_read() {
        assert_eq!(parse("2028-02-29"), NaiveDate::from_ymd_opt(2028, 2, 29));
        assert_eq!(parse("1900-01-01"), NaiveDate::from_ymd_opt(1900, 1, 1));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "2027-02-29",
            "2026-1-5",
            " 2026-01-15",
            "+2026-01-1",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "15.01.2026",
            "2026/01/15",
            "20260115",
            "",
            "2026-01-151",
            "0026-01-15",
            "2301-01-01",
            "٢٠٢٦-01-15",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
