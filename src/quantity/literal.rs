//! A number, a scale, a unit or a noun, and what it is per: `1,2 mill. kr per år`.

use std::sync::Arc;

use super::Context;
use super::around::{
    fraction_sign, is_function, is_per, next_word, pass_kroner, pass_kroner_after, pass_minus, pass_unit,
    pass_word,
};
use super::base::Base;
use super::cursor::Cursor;
use super::dimension::Dimension;
use super::noun::Noun;
use super::unit::{self, Meaning, Measure};
use super::value::{Quantity, Writing};
use super::{number, wording};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::units::{Decimal, Overflow, divide, multiply};
use crate::words::Text;

/// The largest value that can be a slip of no finger: a thousand times the state budget.
const LARGEST: u64 = 1_000_000_000_000_000;

/// What is around a quantity; in a formula a hyphen is a minus and only one word is the noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Surroundings {
    Alone,
    InFormula,
}

/// A quantity that was read, and the nouns it is per (`5 kr/besøk`).
#[derive(Debug)]
pub(super) struct Literal {
    pub(super) quantity: Quantity,
    pub(super) per_nouns: Vec<Span>,
}

/// Whether a result is too large to be meant.
pub(super) fn is_unreasonable(value: Decimal) -> bool {
    value.abs() > Decimal::from(LARGEST)
}

impl Literal {
    /// Reads a quantity without its sign; the cursor must stand at a digit.
    pub(super) fn read(
        cursor: &mut Cursor<'_>,
        context: &Context,
        surroundings: Surroundings,
    ) -> Result<Self, Finding> {
        let start = cursor.at();
        let leads_with_kroner = pass_kroner(cursor);
        let is_negative = leads_with_kroner && pass_minus(cursor);
        let number = number::read(cursor);
        let sign = if is_negative { "-" } else { "" };
        let from_kroner =
            |finding| if leads_with_kroner { from_kroner(finding, start, sign) } else { finding };
        let number::Number { value, is_price } = number.map_err(from_kroner)?;
        let mut reader = Reader {
            surroundings,
            context,
            start,
            value: if is_negative { Decimal::ZERO.saturating_sub(value) } else { value },
            dimension: Dimension::NONE,
            label: None,
            writing: Writing::Bare,
            per_nouns: Vec::new(),
        };
        reader.refuse_attached(cursor)?;
        reader.scale(cursor)?;
        if leads_with_kroner || is_price {
            reader.above(unit::KRONER, cursor)?;
            if is_price {
                pass_kroner_after(cursor);
            }
        } else {
            reader.unit(cursor)?;
        }
        while reader.per(cursor)? {}
        reader.refuse_second_per(cursor)?;
        reader.refuse_part_of_position(cursor)?;
        reader.finish(cursor)
    }
}

/// Of the fraction bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
}

struct Reader<'a> {
    surroundings: Surroundings,
    context: &'a Context,
    start: usize,
    value: Decimal,
    dimension: Dimension,
    label: Option<Arc<str>>,
    writing: Writing,
    per_nouns: Vec<Span>,
}

impl Reader<'_> {
    /// `1e3`, `0x10` and `2025_kostnad`: letters and digits in one go are no unit.
    fn refuse_attached(&self, cursor: &mut Cursor<'_>) -> Result<(), Finding> {
        let word = cursor.peek_word();
        let mixed = word.contains(|letter: char| letter.is_ascii_digit() || letter == '_');
        let signed = matches!(word, "e" | "E")
            && cursor.rest().chars().skip(1).take(2).any(|letter| letter.is_ascii_digit());
        if !(mixed || signed) || unit::unit(word).is_some() {
            return Ok(());
        }
        cursor.word();
        if signed && (cursor.take('-') || cursor.take('−') || cursor.take('+')) {
            cursor.take_while(|letter| letter.is_ascii_digit());
        }
        Err(self.odd_number(cursor))
    }

    /// `500k` and `1,5M`, with what they probably mean.
    fn refuse_letter_scale(&self, word: &str, cursor: &mut Cursor<'_>) -> Result<(), Finding> {
        let of_money = || unit::letter_scale_of_money(word).filter(|_| is_before_kroner(cursor));
        let Some(times) = unit::letter_scale(word).or_else(of_money) else { return Ok(()) };
        pass_word(cursor);
        let value = multiply(self.value, Decimal::from(times));
        let value = self.fits(value, cursor)?;
        let meant = number::plain(value);
        let mut ahead = cursor.clone();
        pass_unit(&mut ahead);
        let unit = ahead.text_from(cursor.at()).trim();
        let leads_with_kroner =
            !cursor.text_from(self.start).starts_with(|first: char| first.is_ascii_digit());
        let (meant, end) = match unit {
            "" if leads_with_kroner => (format!("{meant} kr"), cursor.at()),
            "" => (meant, cursor.at()),
            unit => (format!("{meant} {unit}"), ahead.at()),
        };
        Err(wording::letter_scale(cursor.text_from(self.start), Span::new(self.start, end), &meant))
    }

    /// `4 000 kr per robot og år`, with both as we write them: `4 000 kr/robot/år`.
    fn refuse_second_per(&self, cursor: &Cursor<'_>) -> Result<(), Finding> {
        let written = cursor.text_from(self.start);
        let mut ahead = cursor.clone();
        if next_word(&ahead) != Some("og") {
            return Ok(());
        }
        pass_word(&mut ahead);
        let Some(second) = next_word(&ahead).filter(|word| unit::unit(word).is_some()) else { return Ok(()) };
        let barred =
            [" per ", " pr. ", " pr "].iter().fold(written.to_owned(), |text, per| text.replace(per, "/"));
        if !barred.contains('/') {
            return Ok(());
        }
        pass_word(&mut ahead);
        let (whole, span) = (ahead.text_from(self.start), ahead.span_from(self.start));
        Err(wording::second_per(whole, span, &format!("{barred}/{second}")))
    }

    /// `20 % stilling` in a formula, with the årsverk it is.
    fn refuse_part_of_position(&self, cursor: &Cursor<'_>) -> Result<(), Finding> {
        if self.surroundings == Surroundings::Alone || self.writing != Writing::Percent {
            return Ok(());
        }
        let mut ahead = cursor.clone();
        for article in ["av", "en", "ei"] {
            if next_word(&ahead) == Some(article) {
                pass_word(&mut ahead);
            }
        }
        if next_word(&ahead) != Some("stilling") {
            return Ok(());
        }
        pass_word(&mut ahead);
        let meant = format!("{} årsverk", number::plain(self.value));
        Err(wording::part_of_position(ahead.text_from(self.start), ahead.span_from(self.start), &meant))
    }

    fn odd_number(&self, cursor: &Cursor<'_>) -> Finding {
        let written = cursor.text_from(self.start);
        wording::odd_number(written, cursor.span_from(self.start), number::in_digits(written).as_deref())
    }

    fn scale(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Finding> {
        let Some(word) = next_word(cursor) else { return Ok(()) };
        self.refuse_letter_scale(word, cursor)?;
        let Some(times) = unit::scale(word) else { return Ok(()) };
        pass_word(cursor);
        let scaled = multiply(self.value, Decimal::from(times));
        self.value = self.fits(scaled, cursor)?;
        Ok(())
    }

    fn unit(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Finding> {
        let mut ahead = cursor.clone();
        ahead.skip_spaces();
        if let Some(sign) = fraction_sign(&ahead) {
            ahead.advance();
            *cursor = ahead;
            return self.above(Meaning::Fraction(sign), cursor);
        }
        let Some(word) = next_word(cursor) else { return Ok(()) };
        if is_function(&ahead) || is_per(&ahead) {
            return Ok(());
        }
        match unit::unit(word) {
            Some(meaning) => {
                pass_word(cursor);
                self.above(meaning, cursor)
            }
            None => self.noun(cursor),
        }
    }

    /// A noun is a count: «brukere», and where the quantity stands alone «fysiske tilsyn».
    fn noun(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Finding> {
        cursor.skip_spaces();
        let start = cursor.at();
        loop {
            let (word, span) = self.noun_word(cursor);
            self.accept_noun(word, span)?;
            let mut ahead = cursor.clone();
            ahead.skip_spaces();
            let more = self.surroundings == Surroundings::Alone && !ahead.peek_word().is_empty();
            if !more || is_per(&ahead) {
                break;
            }
            *cursor = ahead;
        }
        let label = cursor.text_from(start).trim_end_matches('.');
        self.dimension = self.dimension.times(&Dimension::counting(Noun::several_of(label)));
        self.label = Some(label.into());
        self.writing = Writing::Other;
        Ok(())
    }

    fn noun_word<'t>(&self, cursor: &mut Cursor<'t>) -> (&'t str, Span) {
        let start = cursor.at();
        cursor.word();
        while self.surroundings == Surroundings::Alone
            && cursor.peek() == Some('-')
            && cursor.peek_second().is_some_and(char::is_alphabetic)
        {
            cursor.advance();
            cursor.word();
        }
        let (word, span) = (cursor.text_from(start), cursor.span_from(start));
        cursor.take('.');
        (word, span)
    }

    fn accept_noun(&self, word: &str, span: Span) -> Result<(), Finding> {
        if matches!(word, "x" | "X") {
            return Err(wording::letter_times(span));
        }
        if unit::is_unit_word(word) {
            return Err(wording::word_before_unit(word, span));
        }
        if unit::is_kroner_with_more(word) {
            return Err(wording::money_word(word, span));
        }
        unit::nearest(word).map_or(Ok(()), |near| Err(wording::misspelt_unit(word, span, near)))
    }

    /// One more «per», if there is one: `/år`, `per år`, `pr. år`, `i året`, `/besøk`.
    fn per(&mut self, cursor: &mut Cursor<'_>) -> Result<bool, Finding> {
        let mut ahead = cursor.clone();
        let mut spaced = ahead.skip_spaces();
        let slash = ahead.take('/');
        if !slash {
            if !is_per(&ahead) {
                return Ok(false);
            }
            pass_word(&mut ahead);
        }
        spaced |= ahead.skip_spaces();
        if !slash && ahead.peek().is_some_and(|letter| letter.is_ascii_digit()) {
            return Ok(false);
        }
        let (word, fraction) = (ahead.peek_word(), fraction_sign(&ahead));
        if word.is_empty() && fraction.is_none() || slash && is_function(&ahead) {
            let divides = ahead.peek().is_some_and(|letter| letter.is_ascii_digit());
            return if slash && (divides || self.surroundings == Surroundings::InFormula) {
                Ok(false)
            } else {
                Err(wording::per_nothing(
                    ahead.text_from(self.start),
                    ahead.span_from(self.start),
                    cursor.text_from(self.start),
                ))
            };
        }
        if let Some(meaning) = fraction.map(Meaning::Fraction).or_else(|| unit::unit(word)) {
            if fraction.is_some() {
                ahead.advance();
            } else {
                pass_word(&mut ahead);
            }
            *cursor = ahead;
            return self.below(meaning, cursor).map(|()| true);
        }
        if slash && spaced && self.surroundings == Surroundings::InFormula {
            return Ok(false);
        }
        let (word, span) = self.noun_word(&mut ahead);
        self.accept_noun(word, span)?;
        self.per_nouns.push(span);
        self.dimension = self.dimension.divided_by(&Dimension::counting(Noun::one(word)));
        self.writing = Writing::Other;
        *cursor = ahead;
        Ok(true)
    }

    fn above(&mut self, meaning: Meaning, cursor: &Cursor<'_>) -> Result<(), Finding> {
        self.writing = Writing::Other;
        if let Meaning::Fraction(_) = meaning {
            self.writing = Writing::Percent;
        }
        let value = match meaning {
            Meaning::Measured { above, .. } => change(self.value, above),
            Meaning::Power(_) => Ok(self.value),
            Meaning::Fte => multiply(self.value, self.context.hours_per_fte.value()),
            Meaning::Fraction(sign) => divide(self.value, sign.parts()),
        };
        self.value = self.fits(value, cursor)?;
        self.dimension = self.dimension.times(&self.measured(meaning, Side::Above));
        Ok(())
    }

    fn below(&mut self, meaning: Meaning, cursor: &Cursor<'_>) -> Result<(), Finding> {
        self.writing = Writing::Other;
        let value = match meaning {
            Meaning::Measured { below, .. } => change(self.value, below),
            Meaning::Power(_) => Ok(self.value),
            Meaning::Fte => divide(self.value, self.context.hours_per_fte.value()),
            Meaning::Fraction(sign) => multiply(self.value, sign.parts()),
        };
        self.value = self.fits(value, cursor)?;
        self.dimension = self.dimension.divided_by(&self.measured(meaning, Side::Below));
        Ok(())
    }

    /// What one of a unit measures.
    fn measured(&self, meaning: Meaning, side: Side) -> Dimension {
        match meaning {
            Meaning::Measured { above, below } => {
                let base = if side == Side::Above { above.base } else { below.base };
                if base == Base::Workday {
                    Dimension::workday(self.context.workdays)
                } else {
                    Dimension::of(base)
                }
            }
            Meaning::Power(base) => Dimension::per(base, Base::Hour),
            Meaning::Fte => Dimension::per(Base::Hour, Base::Year),
            Meaning::Fraction(_) => Dimension::NONE,
        }
    }

    /// The value, or the finding that it is too large to be meant or to be reckoned with.
    fn fits(&self, value: Result<Decimal, Overflow>, at: &Cursor<'_>) -> Result<Decimal, Finding> {
        match value {
            Ok(value) if !is_unreasonable(value) => Ok(value),
            Ok(_) | Err(Overflow) => {
                Err(wording::unreasonable(at.text_from(self.start), at.span_from(self.start)))
            }
        }
    }

    fn finish(self, cursor: &Cursor<'_>) -> Result<Literal, Finding> {
        let value = self.fits(Ok(self.value), cursor)?;
        let dimension = self.dimension.with_counted_calendar();
        let dimension = if self.writing == Writing::Percent { dimension.of_a_whole() } else { dimension };
        let quantity = Quantity::new(value, dimension);
        let quantity = quantity.written(self.label, self.writing);
        Ok(Literal { quantity, per_nouns: self.per_nouns })
    }
}

/// The finding of a price after «kr»: what it means has its own «kr», so that the first one goes with it.
fn from_kroner(mut finding: Finding, start: usize, sign: &str) -> Finding {
    let of_price = |(name, own): &&mut (&str, Text)| *name == "meant" && own.nb.ends_with(" kr");
    let Some((_, own)) = finding.values.iter_mut().find(of_price) else { return finding };
    *own = Text::same(&format!("{sign}{}", own.nb));
    Finding { span: Span::new(start, finding.span.end as usize), ..finding }
}

/// Whether «kr» stands after the next word: `60t kr`.
fn is_before_kroner(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    pass_word(&mut ahead);
    next_word(&ahead).is_some_and(|word| unit::KRONER_WORDS.contains(&word.to_lowercase().as_str()))
}

fn change(value: Decimal, measure: Measure) -> Result<Decimal, Overflow> {
    divide(multiply(value, Decimal::from(measure.times))?, Decimal::from(measure.over))
}
