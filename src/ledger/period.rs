//! periode: the month a line of the accounts is of.

use crate::units::Year;

/// måned: the month of a year, 1 to 12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(u8);

/// Why a text is no month of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoMonth {
    /// It is of another year.
    OtherYear,
    /// It is no month.
    Other,
}

impl Month {
    /// The last of a year.
    pub const LAST: Self = Self(12);

    /// The month of a number from 1 to 12; else nothing.
    pub fn new(number: u8) -> Option<Self> {
        (1..=Self::LAST.0).contains(&number).then_some(Self(number))
    }

    /// Its number, from 1.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The month that accounting systems write as `8`, `08`, `008`, `2027-08`, `202708` or `08.2027`.
    pub(super) fn read(text: &str, year: Year) -> Result<Self, NoMonth> {
        let (of, month) = split(text).ok_or(NoMonth::Other)?;
        let is_short = (1..=3).contains(&month.len()) && month.bytes().all(|byte| byte.is_ascii_digit());
        let month = month.parse().ok().filter(|_| is_short).and_then(Self::new).ok_or(NoMonth::Other)?;
        match of {
            Some(of) if of != year.number().to_string() => Err(NoMonth::OtherYear),
            Some(_) | None => Ok(month),
        }
    }
}

/// The year, where one is written, and the month.
fn split(text: &str) -> Option<(Option<&str>, &str)> {
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = text.split(['-', '/', '.']);
    match (parts.next()?, parts.next(), parts.next()) {
        (year, Some(month), None) if is_year(year) => Some((Some(year), month)),
        (month, Some(year), None) if is_year(year) => Some((Some(year), month)),
        (whole, None, None) if whole.len() == 6 => {
            let (year, month) = whole.split_at_checked(4)?;
            is_year(year).then_some((Some(year), month))
        }
        (month, None, None) => Some((None, month)),
        (_, Some(_) | None, Some(_) | None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<u8, NoMonth> {
        Month::read(text, Year::new(2027).unwrap()).map(Month::number)
    }

    #[test]
    fn a_month_is_read_as_accounting_systems_write_it() {
        for text in [
            "8", "08", "008", "202708", "2027-08", "2027-8", "2027/08", "2027.08", "08.2027", "8/2027",
            "008.2027",
        ] {
            assert_eq!(read(text), Ok(8), "{text}");
        }
        assert_eq!((read("1"), read("12")), (Ok(1), Ok(12)));
    }

    #[test]
    fn what_is_no_month_of_the_year_is_refused() {
        for text in [
            "",
            "0",
            "00",
            "13",
            "99",
            "august",
            "1-8",
            "01-08",
            "2027",
            "20278",
            "202713",
            "202700",
            "2027-13",
            "2027-08-31",
            "31.08.2027",
            "-8",
            "+8",
            "8.0",
            "8,0",
            "８",
            "0008",
            "2027-",
            "-2027",
            "K3",
            "2027M08",
        ] {
            assert_eq!(read(text), Err(NoMonth::Other), "{text}");
        }
        for text in ["202608", "2026-08", "08.2028"] {
            assert_eq!(read(text), Err(NoMonth::OtherYear), "{text}");
        }
    }
}
