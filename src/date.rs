//! Dates: strictly ÅÅÅÅ-MM-DD in the files, and what else people write for a day (`15.9.2026`).

use chrono::{Datelike, NaiveDate};

/// The day a text names, or nothing when it is not exactly ÅÅÅÅ-MM-DD, not in the calendar, or
/// not from 1900 through 2300 (a slip of the pen, as years outside [`crate::units::Year`] are).
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

/// The day that `15.9.2026`, `15/9-2026` or `2026.9.15` probably means; nothing where it is not in the
/// calendar.
pub fn meant(text: &str) -> Option<NaiveDate> {
    let mut parts = text.trim().split(['.', '/', '-', ' ']).filter(|part| !part.is_empty());
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let is_number = |part: &str| part.len() <= 4 && part.bytes().all(|digit| digit.is_ascii_digit());
    let is_date = parts.next().is_none() && [year, month, day].into_iter().all(is_number);
    let century = if year.len() == 2 { "20" } else { "" };
    let of = |month: &str, day: &str| parse(&format!("{century}{year}-{month:0>2}-{day:0>2}"));
    // No month is more than 12: then day and month changed places.
    is_date.then(|| of(month, day).or_else(|| of(day, month))).flatten()
}

/// The day a person wrote: `2026-09-15`, or `15.9.2026` as in a file; nothing where day and month could be either way
/// round, as in `9/15-2026`.
pub fn written(text: &str) -> Option<NaiveDate> {
    let is_norwegian = text.split('.').count() == 3 && !text.contains(['/', '-', ' ']);
    let day = meant(text).filter(|day| {
        is_norwegian && text.split('.').next().and_then(|of| of.parse().ok()) == Some(day.day())
    });
    parse(text).or(day)
}

/// The calendar year of a date; none outside [`crate::units::Year`].
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
    fn a_date_as_people_write_it_is_understood() {
        for text in [
            "15.9.2026",
            "15.09.2026",
            "15/9-2026",
            "15.9.26",
            "2026-9-15",
            "2026.09.15",
            "15-09-2026",
            "2026-15-09",
        ] {
            assert_eq!(meant(text), NaiveDate::from_ymd_opt(2026, 9, 15), "{text}");
        }
        for text in ["31.2.2026", "snart", "15. september", "1.2", "1.2.3.4", "", "15.9.202612345"] {
            assert_eq!(meant(text), None, "{text}");
        }
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
