//! The text of a formula → tokens with spans.

use super::Context;
use super::cursor::{Cursor, begins_word};
use super::expression::Operator;
use super::literal::{Literal, Surroundings};
use super::value::Quantity;
use super::{around, unit, wording};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::{text, words};

/// One piece of a formula that the grammar knows.
#[derive(Debug)]
pub(super) enum Token {
    Quantity(Box<Quantity>),
    Name(Box<str>),
    /// `min` or `maks`, with the parenthesis next.
    Function(Operator),
    Operator(Operator),
    Open,
    Close,
    Semicolon,
    /// Stands for an operand that has been reported.
    Broken,
}

impl Token {
    /// Whether an operand begins with this.
    pub(super) const fn begins_operand(&self) -> bool {
        match self {
            Self::Quantity(_) | Self::Name(_) | Self::Function(_) | Self::Open | Self::Broken => true,
            Self::Operator(_) | Self::Close | Self::Semicolon => false,
        }
    }
}

/// What a text holds.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub(super) tokens: Vec<(Token, Span)>,
    /// Nouns quantities are per, as in `5 kr/besøk`.
    pub(super) per_nouns: Vec<Span>,
    pub(super) findings: Vec<Finding>,
}

/// Reads every token of `text`; what cannot be read becomes a finding and [`Token::Broken`],
/// or the sign it was probably meant as.
pub(super) fn read(text: &str, context: &Context) -> Tokens {
    let mut cursor = Cursor::new(text);
    let mut found = Tokens::default();
    loop {
        cursor.skip_spaces();
        let start = cursor.at();
        let Some(next) = cursor.peek() else { return found };
        let token = if next.is_ascii_digit() || around::pass_kroner(&mut cursor.clone()) {
            found.quantity(&mut cursor, context)
        } else if begins_word(next) {
            found.word(&mut cursor)
        } else {
            cursor.advance();
            found.sign(next, &mut cursor, start)
        };
        if let Some(token) = token {
            found.tokens.push((token, cursor.span_from(start)));
        }
    }
}

impl Tokens {
    fn quantity(&mut self, cursor: &mut Cursor<'_>, context: &Context) -> Option<Token> {
        let start = cursor.at();
        match Literal::read(cursor, context, Surroundings::InFormula) {
            Ok(Literal { quantity, per_nouns }) => {
                self.per_nouns.extend(per_nouns);
                Some(Token::Quantity(Box::new(quantity)))
            }
            Err(finding) => {
                let end = finding.span.end as usize;
                cursor.go_to(end.max(cursor.at()).max(start.saturating_add(1)));
                around::pass_unit(cursor);
                self.findings.push(finding);
                Some(Token::Broken)
            }
        }
    }

    fn word(&mut self, cursor: &mut Cursor<'_>) -> Option<Token> {
        let start = cursor.at();
        let word = cursor.word();
        let mut ahead = cursor.clone();
        ahead.skip_spaces();
        let called = ahead.peek() == Some('(');
        match word {
            "min" if called => return Some(Token::Function(Operator::Min)),
            "maks" if called => return Some(Token::Function(Operator::Max)),
            // The letter x before a parenthesis is meant as ×, and told so where an operator is missing.
            "x" | "X" if called => return Some(Token::Name(word.into())),
            _ => {}
        }
        let span = cursor.span_from(start);
        let how = if called {
            words!(nb: "Skriv «min(a; b)» eller «maks(a; b)»; andre funksjoner finnes ikke.", nn: "Skriv «min(a; b)» eller «maks(a; b)»; andre funksjonar finst ikkje.", en: "Write “min(a; b)” or “maks(a; b)”; there are no other functions.").text()
        } else if unit::is_unit_word(word) {
            text!(
                nb: "Skriv tallet foran enheten. Er det en forutsetning, kall den «antall_{word}», her og der den står.", nn: "Skriv talet framfor eininga. Er det ein føresetnad, kall han «antall_{word}», her og der han står.",
                en: "Write the number before the unit. If it is an assumption, call it “antall_{word}”, here and where it stands."
            )
        } else {
            return Some(Token::Name(word.into()));
        };
        let shown = wording::shown(word);
        let title = if called {
            text!(nb: "«{shown}(» er ikke en funksjon", nn: "«{shown}(» er ikkje ein funksjon", en: "“{shown}(” is not a function")
        } else {
            text!(nb: "Enheten «{shown}» står uten tall", nn: "Eininga «{shown}» står utan tal", en: "The unit “{shown}” stands without a number")
        };
        self.findings.push(wording::broken(span, title, how));
        if called { None } else { Some(Token::Broken) }
    }

    fn sign(&mut self, sign: char, cursor: &mut Cursor<'_>, start: usize) -> Option<Token> {
        match sign {
            '+' => Some(Token::Operator(Operator::Add)),
            '-' | '−' => Some(Token::Operator(Operator::Subtract)),
            '*' | '×' | '·' => Some(Token::Operator(Operator::Multiply)),
            '/' | '÷' => Some(Token::Operator(Operator::Divide)),
            '(' => Some(Token::Open),
            ')' => Some(Token::Close),
            ';' => Some(Token::Semicolon),
            _ => self.unknown_sign(sign, cursor, start),
        }
    }

    /// Reports a sign, and returns what it was probably meant as.
    fn unknown_sign(&mut self, sign: char, cursor: &mut Cursor<'_>, start: usize) -> Option<Token> {
        if sign.is_numeric() {
            cursor.take_while(char::is_numeric);
            self.findings.push(wording::odd_number(cursor.text_from(start), cursor.span_from(start), None));
            around::pass_unit(cursor);
            return Some(Token::Broken);
        }
        cursor.take_while(|next| next == sign);
        let shown = wording::shown(cursor.text_from(start));
        let title = text!(nb: "«{shown}» er ikke et regnetegn", nn: "«{shown}» er ikkje eit rekneteikn", en: "“{shown}” is not an operator");
        let (token, how) = match sign {
            '–' | '—' => (
                Some(Token::Operator(Operator::Subtract)),
                words!(nb: "Skriv minus som «-» eller «−»; her står en tankestrek.", nn: "Skriv minus som «-» eller «−»; her står ein tankestrek.", en: "Write minus as “-” or “−”; this is a dash."),
            ),
            ':' => (
                Some(Token::Operator(Operator::Divide)),
                words!(nb: "Skriv delt på som «/» eller «÷».", nn: "Skriv delt på som «/» eller «÷».", en: "Write divided by as “/” or “÷”."),
            ),
            '^' => (
                Some(Token::Operator(Operator::Multiply)),
                words!(nb: "Skriv potensen som gangestykke: «a × a».", nn: "Skriv potensen som gongestykke: «a × a».", en: "Write the power as a product: “a × a”."),
            ),
            ',' => (
                Some(Token::Semicolon),
                words!(nb: "Skriv semikolon mellom verdiene i «min(a; b)», og et siffer på hver side av et desimalkomma.", nn: "Skriv semikolon mellom verdiane i «min(a; b)», og eit siffer på kvar side av eit desimalkomma.", en: "Write a semicolon between the values of “min(a; b)”, and a digit on each side of a decimal comma."),
            ),
            '=' => (
                None,
                words!(nb: "Skriv bare regnestykket, uten «=» og svar.", nn: "Skriv berre reknestykket, utan «=» og svar.", en: "Write only the calculation, without “=” and an answer."),
            ),
            _ => (
                None,
                words!(nb: "Bruk tall med enhet, navn, «+ - × /», parenteser, «min(a; b)» og «maks(a; b)».", nn: "Bruk tal med eining, namn, «+ - × /», parentesar, «min(a; b)» og «maks(a; b)».", en: "Use numbers with units, names, “+ - × /”, parentheses, “min(a; b)” and “maks(a; b)”."),
            ),
        };
        self.findings.push(wording::broken(cursor.span_from(start), title, how.text()));
        token
    }
}
