//! Tokens → expression, with every syntax problem on the way.
//!
//! sum = product (`+`|`-` product)… · product = part (`×`|`/` part)… ·
//! part = `-` part | quantity | name | `(` sum `)` | `min(` sum `;` sum … `)`

use super::expression::{DEEPEST, Expression, MOST_NODES, Operator};
use super::token::{Token, Tokens};
use super::wording;
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::words::Words;
use crate::{text, words};

/// How many problems of one formula are reported.
const MOST_FINDINGS: usize = 10;

/// Builds the tree, or returns every problem found.
pub(super) fn parse(text: &str, tokens: Tokens) -> Result<Expression, Vec<Finding>> {
    let Tokens { tokens, findings, .. } = tokens;
    let mut parser = Parser { text, tokens, at: 0, depth: 0, nodes: 0, findings, stopped: false };
    let root = parser.whole();
    parser.findings.sort_by_key(|finding| finding.span);
    // One slip is one finding, also where two rules of the grammar stumble over it.
    parser.findings.dedup_by_key(|finding| finding.span);
    parser.findings.truncate(MOST_FINDINGS);
    match root {
        Some(root) if parser.findings.is_empty() => Ok(root),
        Some(_) | None => Err(parser.findings),
    }
}

/// None for a part that has been reported.
type Parsed = Option<Expression>;

/// An operator, and where it is written.
#[derive(Clone, Copy)]
struct Sign {
    operator: Operator,
    span: Span,
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<(Token, Span)>,
    at: usize,
    depth: usize,
    nodes: usize,
    findings: Vec<Finding>,
    stopped: bool,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&(Token, Span)> {
        if self.stopped { None } else { self.tokens.get(self.at) }
    }

    fn advance(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    /// Where the next token stands, or the end of the text.
    fn here(&self) -> Span {
        let end = self.text.trim_end().len();
        self.tokens.get(self.at).map_or(Span::new(end, end), |(_, span)| *span)
    }

    fn report(&mut self, finding: Finding) {
        if !self.stopped {
            self.findings.push(finding);
        }
    }

    fn operator(&mut self, wanted: &[Operator]) -> Option<Sign> {
        let (Token::Operator(operator), span) = self.peek()? else { return None };
        let found = Sign { operator: *operator, span: *span };
        if !wanted.contains(operator) {
            return None;
        }
        self.advance();
        Some(found)
    }

    fn whole(&mut self) -> Parsed {
        let mut root = self.run();
        while let Some((token, span)) = self.peek() {
            let span = *span;
            let finding = match token {
                Token::Semicolon => stray_semicolon(span),
                Token::Close
                | Token::Quantity(_)
                | Token::Name(_)
                | Token::Function(_)
                | Token::Operator(_)
                | Token::Open
                | Token::Broken => stray_close(span),
            };
            self.report(finding);
            root = None;
            self.advance();
            self.operator(&[Operator::Add, Operator::Subtract, Operator::Multiply, Operator::Divide]);
            if self.peek().is_some_and(|(token, _)| token.begins_operand()) {
                self.run();
            }
        }
        root
    }

    /// A sum; where operands follow each other with no operator between, that is reported.
    fn run(&mut self) -> Parsed {
        let mut part = self.sum();
        while let Some((token, span)) = self.peek()
            && token.begins_operand()
        {
            let finding = missing_operator(self.text, *span, token);
            let (reported, meant_times) = (matches!(token, Token::Broken), is_letter_times(token));
            if !reported {
                self.report(finding);
            }
            if meant_times {
                self.advance();
            }
            self.sum();
            part = None;
        }
        part
    }

    fn sum(&mut self) -> Parsed {
        let mut left = self.product();
        while let Some(sign) = self.operator(&[Operator::Add, Operator::Subtract]) {
            let right = self.product();
            left = self.joined(sign, left, right);
        }
        left
    }

    fn product(&mut self) -> Parsed {
        let mut left = self.part();
        while let Some(sign) = self.operator(&[Operator::Multiply, Operator::Divide]) {
            let right = self.part();
            left = self.joined(sign, left, right);
        }
        left
    }

    fn part(&mut self) -> Parsed {
        if self.depth > DEEPEST {
            self.stop(words!(
                nb: "Formelen har for mange parenteser eller minustegn inni hverandre", nn: "Formelen har for mange parentesar eller minusteikn inni kvarandre",
                en: "The formula has too many parentheses or minus signs inside each other",
            ));
            return None;
        }
        self.depth = self.depth.saturating_add(1);
        let part = self.deeper_part();
        self.depth = self.depth.saturating_sub(1);
        part
    }

    fn deeper_part(&mut self) -> Parsed {
        if let Some(Sign { span, .. }) = self.operator(&[Operator::Subtract]) {
            let inner = self.part()?;
            return self.counted(Expression::Negate(Box::new(inner), span));
        }
        let Some((token, span)) = self.tokens.get_mut(self.at).filter(|_| !self.stopped) else {
            let here = self.here();
            self.report(missing_operand(self.text, here));
            return None;
        };
        let span = *span;
        match core::mem::replace(token, Token::Broken) {
            Token::Quantity(quantity) => {
                self.advance();
                self.counted(Expression::Quantity(quantity, span))
            }
            Token::Name(name) => {
                self.advance();
                self.counted(Expression::Name(name, span))
            }
            Token::Function(operator) => {
                self.advance();
                self.function(Sign { operator, span })
            }
            Token::Open => self.parentheses(),
            Token::Broken => {
                self.advance();
                None
            }
            other @ (Token::Operator(_) | Token::Close | Token::Semicolon) => {
                *token = other;
                self.report(missing_operand(self.text, span));
                None
            }
        }
    }

    fn parentheses(&mut self) -> Parsed {
        let span = self.here();
        let mut parts = self.arguments();
        if parts.len() > 1 {
            self.report(stray_semicolon(span));
            return None;
        }
        parts.pop().flatten()
    }

    fn function(&mut self, sign: Sign) -> Parsed {
        let arguments = self.arguments();
        if arguments.len() < 2 {
            let name = sign.operator.sign();
            let title = text!(nb: "«{name}» trenger minst to verdier", nn: "«{name}» treng minst to verdiar", en: "“{name}” needs at least two values");
            let how = text!(nb: "Skriv «{name}(a; b)», med semikolon imellom.", nn: "Skriv «{name}(a; b)», med semikolon imellom.", en: "Write “{name}(a; b)”, with a semicolon between.");
            self.report(wording::broken(sign.span, title, how));
            return None;
        }
        let mut arguments = arguments.into_iter();
        let first = arguments.next().flatten();
        arguments.fold(first, |left, right| self.joined(sign, left, right))
    }

    /// The parts of `(…; …)`; the open parenthesis is next.
    fn arguments(&mut self) -> Vec<Parsed> {
        let open = self.here();
        self.advance();
        let mut parts = vec![self.run()];
        while let Some((Token::Semicolon, _)) = self.peek() {
            self.advance();
            parts.push(self.run());
        }
        if let Some((Token::Close, _)) = self.peek() {
            self.advance();
        } else {
            self.report(unclosed(open));
        }
        parts
    }

    fn joined(&mut self, sign: Sign, left: Parsed, right: Parsed) -> Parsed {
        let (left, right) = (Box::new(left?), Box::new(right?));
        let Sign { operator, span } = sign;
        self.counted(Expression::Binary { operator, left, right, span })
    }

    fn counted(&mut self, part: Expression) -> Parsed {
        self.nodes = self.nodes.saturating_add(1);
        if self.nodes > MOST_NODES {
            self.stop(words!(
                nb: "Formelen har for mange ledd", nn: "Formelen har for mange ledd",
                en: "The formula has too many parts",
            ));
            return None;
        }
        Some(part)
    }

    fn stop(&mut self, title: Words) {
        let span = self.here();
        self.report(wording::too_long_formula(span, title.text()));
        self.stopped = true;
    }
}

/// Whether this is the letter x, written for ×.
fn is_letter_times(token: &Token) -> bool {
    matches!(token, Token::Name(name) if matches!(name.as_ref(), "x" | "X"))
}

fn missing_operand(text: &str, span: Span) -> Finding {
    let how = words!(
        nb: "Skriv et tall med enhet eller et navn på begge sider av regnetegnet.", nn: "Skriv eit tal med eining eller eit namn på begge sider av rekneteiknet.",
        en: "Write a number with a unit or a name on both sides of the operator.",
    );
    let title = match text.get(span.start as usize..span.end as usize) {
        Some("") | None => words!(nb: "Formelen slutter der et tall eller et navn skulle stå", nn: "Formelen sluttar der eit tal eller eit namn skulle stå", en: "The formula ends where a number or a name should stand").text(),
        Some(sign) => text!(nb: "Det mangler et tall eller et navn før «{sign}»", nn: "Det manglar eit tal eller eit namn før «{sign}»", en: "A number or a name is missing before “{sign}”"),
    };
    wording::broken(span, title, how.text())
}

fn missing_operator(text: &str, span: Span, token: &Token) -> Finding {
    let written = text.get(span.start as usize..span.end as usize).unwrap_or_default();
    let shown = wording::shown(written);
    let title = text!(nb: "Det mangler et regnetegn før «{shown}»", nn: "Det manglar eit rekneteikn før «{shown}»", en: "An operator is missing before “{shown}”");
    let name = if let Token::Name(name) = token { name.as_ref() } else { "" };
    let how = match name {
        "x" | "X" => {
            words!(nb: "Bokstaven x er ikke et gangetegn; skriv «×» eller «*».", nn: "Bokstaven x er ikkje eit gongeteikn; skriv «×» eller «*».", en: "The letter x is no times sign; write “×” or “*”.")
        }
        "per" | "pr" | "i" => {
            words!(nb: "Etter et navn skrives «/ 1 år» i stedet for «per år».", nn: "Etter eit namn skriv du «/ 1 år» i staden for «per år».", en: "After a name, write “/ 1 år” instead of “per år”.")
        }
        _ => {
            words!(nb: "Skriv «+», «-», «×» eller «/» imellom. Et navn på flere ord skrives med understrek: «antall_brukere».", nn: "Skriv «+», «-», «×» eller «/» imellom. Eit namn på fleire ord skal ha understrek: «antall_brukere».", en: "Write “+”, “-”, “×” or “/” between. A name of several words is written with underscores: “antall_brukere”.")
        }
    };
    wording::broken(span, title, how.text())
}

fn stray_close(span: Span) -> Finding {
    let title = words!(nb: "«)» står uten «(»", nn: "«)» står utan «(»", en: "“)” stands without “(”");
    let how = words!(nb: "Fjern «)», eller skriv «(» der den begynner.", nn: "Fjern «)», eller skriv «(» der ho begynner.", en: "Remove “)”, or write “(” where it begins.");
    wording::broken(span, title.text(), how.text())
}

fn unclosed(span: Span) -> Finding {
    let title = words!(nb: "«(» lukkes ikke", nn: "«(» blir ikkje lukka", en: "“(” is not closed");
    let how = words!(nb: "Skriv «)» der parentesen slutter.", nn: "Skriv «)» der parentesen sluttar.", en: "Write “)” where the parenthesis ends.");
    wording::broken(span, title.text(), how.text())
}

fn stray_semicolon(span: Span) -> Finding {
    let title = words!(nb: "Semikolon hører bare hjemme i «min» og «maks»", nn: "Semikolon høyrer berre heime i «min» og «maks»", en: "A semicolon belongs only in “min” and “maks”");
    let how = words!(nb: "Skriv «min(a; b)», eller ett regnestykke uten semikolon.", nn: "Skriv «min(a; b)», eller eitt reknestykke utan semikolon.", en: "Write “min(a; b)”, or one calculation without a semicolon.");
    wording::broken(span, title.text(), how.text())
}
