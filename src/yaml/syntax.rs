//! Why the parser could not read on, in words for someone who does not know YAML.

use super::build::Builder;
use super::refuse::{self, short};
use super::signs::{self, Among};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::words::{Text, Words};
use crate::{text, words};
use granit_parser::{ErrorKind as K, ScanError};

/// A dash with a word right after it, where an item of a list is meant.
pub fn dash_without_space(span: Span) -> Finding {
    invalid(span, DASH_WITHOUT_SPACE.title.text()).variant(DASH_WITHOUT_SPACE.variant)
}

/// What is known at the place where reading stopped.
struct Stop<'a> {
    text: &'a str,
    /// The byte where reading stopped.
    at: usize,
    /// The innermost open bracket.
    open: Option<Span>,
    /// The value finished last.
    last: Span,
}

/// One finding for the first thing that is not YAML.
pub(super) fn explain(text: &str, built: &Builder<'_>, error: &ScanError) -> Finding {
    let at = error.marker().byte_offset().unwrap_or_default().min(text.len());
    let at = text.floor_char_boundary(at);
    let open = built.stack.iter().rev().find(|frame| frame.flow).map(|frame| frame.span);
    let stop = Stop { text, at, open, last: built.last };
    named(&stop, error.kind()).unwrap_or_else(|| stop.by_kind(error.kind()))
}

/// The rules of their own that the parser may reach first.
fn named(stop: &Stop<'_>, kind: &K) -> Option<Finding> {
    if matches!(
        kind,
        K::TabNotAllowed
            | K::TabInBlockIndentation
            | K::TabInIndentation
            | K::TabInPlainScalar
            | K::TabAtBlockScalarStart
    ) {
        return Some(refuse::tab(stop.letter()));
    }
    if matches!(kind, K::RecursionLimitExceeded) {
        return Some(refuse::too_deep(stop.letter()));
    }
    let tag = matches!(
        kind,
        K::UndeclaredTagHandle
            | K::InvalidTagTerminator
            | K::MissingTagUri
            | K::UnclosedVerbatimTag
            | K::InvalidTagEscape
            | K::InvalidTagUtf8LeadingByte
            | K::InvalidTagUtf8TrailingByte
            | K::InvalidTagUtf8
            | K::ExpectedTagBang
            | K::InvalidGlobalTagCharacter
    );
    tag.then(|| refuse::tag(stop.letter()))
}

impl Stop<'_> {
    fn by_kind(&self, kind: &K) -> Finding {
        if matches!(kind, K::UnexpectedCharacter { .. } | K::MissingAnchorOrAliasName) {
            return self.sign_first();
        }
        if matches!(
            kind,
            K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar | K::InvalidQuotedScalarIndent
        ) {
            return self.plain(&UNCLOSED_QUOTE, self.line());
        }
        if matches!(kind, K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar) {
            return self.after_quote();
        }
        if matches!(kind, K::MisplacedFlowCollectionEnd | K::MismatchedFlowCollectionEnd { .. }) {
            return self.plain(&STRAY_BRACKET, self.letter());
        }
        if is_escape(kind) {
            return self.plain(&BAD_ESCAPE, self.line());
        }
        if matches!(kind, K::DirectiveDisallowed) {
            return self.plain(&DIRECTIVE, self.line());
        }
        if matches!(kind, K::CommentNotSeparated | K::CommentInterceptedScalar) {
            return self.plain(&COMMENT, self.line());
        }
        if self.open.is_some() || matches!(kind, K::UnclosedFlowCollection { .. }) {
            return self.in_brackets();
        }
        self.in_block(kind)
    }

    /// Outside brackets: lines, indentation, colons and dashes.
    fn in_block(&self, kind: &K) -> Finding {
        let dash = self.line_text().starts_with('-');
        if self.is_dash_without_space()
            && matches!(
                kind,
                K::ExpectedBlockMappingKey | K::ExpectedBlockSequenceEntry | K::InvalidIndentation
            )
        {
            let start = self.line().start as usize;
            return dash_without_space(Span::new(start, start.saturating_add(1)));
        }
        if matches!(kind, K::MappingValueNotAllowed | K::InvalidColonPlacement) {
            return self.colon_in_text();
        }
        if matches!(kind, K::BlockSequenceEntryNotAllowed) {
            let is_alone = self.line_text().ends_with(" -");
            return self.plain(if is_alone { &LONE_DASH } else { &DASH_AFTER_COLON }, self.line());
        }
        if matches!(kind, K::SimpleKeyExpected | K::InvalidSimpleKey) {
            let cause = if dash { &DASH_WITHOUT_SPACE } else { &NO_COLON };
            return self.plain(cause, self.line());
        }
        if matches!(kind, K::ExpectedBlockMappingKey | K::ExpectedBlockSequenceEntry | K::InvalidIndentation)
        {
            let among_dashes = matches!(kind, K::ExpectedBlockSequenceEntry);
            let cause = match (dash, among_dashes) {
                (true, false) => &DASH_AMONG_FIELDS,
                (false, true) => &FIELD_AMONG_DASHES,
                (true, true) | (false, false) => &INDENTATION,
            };
            return self.plain(cause, self.line());
        }
        self.plain(&OTHER, self.letter())
    }

    /// `tittel: "Brev" på papir`: the whole text in quotes of another kind.
    fn after_quote(&self) -> Finding {
        let finding = self.plain(&AFTER_QUOTE, self.line());
        let line = self.line_text();
        let starts = [": \"", ": '", "- \"", "- '"].into_iter();
        let first = starts.filter_map(|start| line.find(start)?.checked_add(2)).min();
        let Some(value) = first.and_then(|at| line.get(at..)) else { return finding };
        // Quotes around a text that begins with quotes: the outer ones are the ones that were added.
        let doubled = value.strip_prefix("\"\"").and_then(|rest| rest.strip_suffix('"'));
        let value = doubled.map_or_else(|| value.to_owned(), |rest| format!("\"{rest}"));
        if self.open.is_some() || short(&value) != value {
            return finding;
        }
        finding.variant("quotes within").value("quoted", quote(&value))
    }

    fn in_brackets(&self) -> Finding {
        let bracket = self.open.unwrap_or_else(|| self.letter());
        let between = self.text.get(bracket.start as usize..self.at).unwrap_or_default();
        let at_end = self.text.get(self.at..).is_none_or(|rest| rest.trim().is_empty());
        if between.contains('\n') || at_end || between.is_empty() {
            return self.plain(&UNCLOSED_BRACKET, bracket);
        }
        self.plain(&IN_BRACKETS, self.letter())
    }

    /// A text that begins with a sign YAML keeps for itself.
    fn sign_first(&self) -> Finding {
        let line = self.rest_of_line(self.at);
        let sign = line.chars().next().unwrap_or_default();
        let first = self.line().start as usize == self.at;
        if let Some(mark) = signs::list_mark(line).filter(|_| first) {
            return refuse::list_mark(mark, self.letter());
        }
        let quoted = quote(line);
        let span = Span::new(self.at, self.at.saturating_add(line.len()));
        let title = text!(nb: "En tekst kan ikke begynne med «{sign}»", nn: "Ein tekst kan ikkje begynne med «{sign}»", en: "A text cannot begin with “{sign}”");
        invalid(span, title).variant("sign first").value("quoted", quoted)
    }

    /// `tittel: Hjemme: trygt`, or fields indented under a field that already has a value.
    fn colon_in_text(&self) -> Finding {
        let start = self.last.start as usize;
        if self.last.end as usize > self.at
            || self.text.get(start..self.at).is_none_or(|text| text.contains('\n'))
        {
            return self.two_values();
        }
        let value = self.rest_of_line(start);
        let span = Span::new(start, start.saturating_add(value.len()));
        if let Some(inside) = signs::curly_quoted(value, Among::Lines) {
            return refuse::curly_quotes(inside, span).variant("colon");
        }
        let quoted = quote(value);
        let title = text!(nb: "Kolon og mellomrom midt i en tekst leses som et nytt felt", nn: "Kolon og mellomrom midt i ein tekst blir lese som eit nytt felt", en: "A colon and a space within a text are read as a new field");
        invalid(span, title).variant("colon in text").value("quoted", quoted)
    }

    /// A field indented under one that has its value on the line.
    fn two_values(&self) -> Finding {
        let finding = self.plain(&TWO_VALUES, self.line());
        let above = self.text.get(..self.last.start as usize).unwrap_or_default();
        let key = above.rsplit('\n').next().unwrap_or_default().trim_start_matches([' ', '-']);
        let Some(key) = key.trim_end().strip_suffix(':').filter(|key| !key.contains([':', '{', '['])) else {
            return finding;
        };
        let value = self.rest_of_line(self.last.start as usize);
        if !value.starts_with(|first: char| first.is_ascii_digit()) {
            return finding;
        }
        finding.variant("below a value").value("key", short(key)).value("value", short(value))
    }

    fn plain(&self, cause: &Cause, span: Span) -> Finding {
        let span = Span::new(self.text.floor_char_boundary(span.start as usize), span.end as usize);
        invalid(span, cause.title.text()).variant(cause.variant)
    }

    /// The one character where reading stopped.
    fn letter(&self) -> Span {
        let width = self.text.get(self.at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        Span::new(self.at, self.at.saturating_add(width))
    }

    /// The line where reading stopped, without indentation.
    fn line(&self) -> Span {
        let before = self.text.get(..self.at).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at.saturating_add(1));
        let line = self.rest_of_line(start);
        let indent = line.len().saturating_sub(line.trim_start().len());
        Span::new(start.saturating_add(indent), start.saturating_add(line.len()))
    }

    fn is_dash_without_space(&self) -> bool {
        let after_dash = self.line_text().strip_prefix('-');
        after_dash.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    }

    fn line_text(&self) -> &str {
        let line = self.line();
        self.text.get(line.start as usize..line.end as usize).unwrap_or_default()
    }

    /// From a byte to the end of its line, without comment and trailing blanks.
    fn rest_of_line(&self, from: usize) -> &str {
        let line = self.text.get(from..).unwrap_or_default().lines().next().unwrap_or_default();
        line.split(" #").next().unwrap_or_default().trim_end()
    }
}

fn is_escape(kind: &K) -> bool {
    matches!(
        kind,
        K::UnknownQuotedScalarEscape
            | K::InvalidQuotedScalarHexEscape
            | K::InvalidLowSurrogateHexEscape
            | K::InvalidLowSurrogate
            | K::MissingLowSurrogate
            | K::UnpairedLowSurrogate
            | K::InvalidUnicodeEscape
    )
}

fn invalid(span: Span, title: Text) -> Finding {
    Finding::error("ugyldig-yaml", span, title)
}

/// The text in the quotes that need no escapes.
pub(super) fn quote(value: &str) -> String {
    let value = short(value);
    if value.contains(['"', '\\']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        format!("\"{value}\"")
    }
}

/// A text as it can stand between braces, where a comma ends a value.
pub fn in_braces(text: &str) -> String {
    let is_safe = |letter: char| letter.is_alphanumeric() || " .%/§×+–−-".contains(letter);
    let reads_as_it_stands = text.starts_with(char::is_alphanumeric) && text.chars().all(is_safe);
    if reads_as_it_stands { text.to_owned() } else { quote(text) }
}

struct Cause {
    /// Its sentences in the page.
    variant: &'static str,
    title: Words,
}

const UNCLOSED_QUOTE: Cause = Cause {
    variant: "unclosed quote",
    title: words!(nb: "Hermetegnet blir ikke avsluttet", nn: "Hermeteiknet blir ikkje avslutta", en: "The quotation mark is never closed"),
};
const AFTER_QUOTE: Cause = Cause {
    variant: "after quote",
    title: words!(nb: "Det står noe etter det avsluttende hermetegnet", nn: "Det står noko etter det avsluttande hermeteiknet", en: "Something follows the closing quotation mark"),
};
const STRAY_BRACKET: Cause = Cause {
    variant: "stray bracket",
    title: words!(nb: "Denne parentesen hører ikke til noen som er åpnet", nn: "Denne parentesen høyrer ikkje til nokon som er opna", en: "This bracket belongs to none that was opened"),
};
const UNCLOSED_BRACKET: Cause = Cause {
    variant: "unclosed bracket",
    title: words!(nb: "Parentesen som åpnes her, blir ikke lukket", nn: "Parentesen som blir opna her, blir ikkje lukka", en: "The bracket opened here is never closed"),
};
const IN_BRACKETS: Cause = Cause {
    variant: "in brackets",
    title: words!(nb: "Inni parentesen mangler et komma, eller en tekst mangler hermetegn", nn: "Inni parentesen manglar eit komma, eller ein tekst manglar hermeteikn", en: "Inside the brackets a comma is missing, or a text lacks quotes"),
};
const BAD_ESCAPE: Cause = Cause {
    variant: "bad escape",
    title: words!(nb: "«\\» med det som følger, er ingen kjent kode", nn: "«\\» med det som følgjer, er ingen kjend kode", en: "“\\” with what follows is no known code"),
};
const DIRECTIVE: Cause = Cause {
    variant: "directive",
    title: words!(nb: "Linja begynner med «%»", nn: "Linja begynner med «%»", en: "The line begins with “%”"),
};
const COMMENT: Cause = Cause {
    variant: "comment",
    title: words!(nb: "Kommentaren kommer midt i en verdi", nn: "Kommentaren kjem midt i ein verdi", en: "The comment comes in the middle of a value"),
};
const DASH_AFTER_COLON: Cause = Cause {
    variant: "dash after colon",
    title: words!(nb: "Listepunktet står på samme linje som feltet", nn: "Listepunktet står på same linje som feltet", en: "The list item is on the same line as the field"),
};
const LONE_DASH: Cause = Cause {
    variant: "lone dash",
    title: words!(nb: "Etter kolon står bare en strek", nn: "Etter kolon står berre ein strek", en: "After the colon is only a dash"),
};
const DASH_WITHOUT_SPACE: Cause = Cause {
    variant: "dash without space",
    title: words!(nb: "Streken mangler et mellomrom etter seg", nn: "Streken manglar eit mellomrom etter seg", en: "The dash lacks a space after it"),
};
const NO_COLON: Cause = Cause {
    variant: "no colon",
    title: words!(nb: "Linja er ikke et felt: kolon med mellomrom etter mangler", nn: "Linja er ikkje eit felt: kolon med mellomrom etter manglar", en: "The line is no field: a colon followed by a space is missing"),
};
const DASH_AMONG_FIELDS: Cause = Cause {
    variant: "dash among fields",
    title: words!(nb: "Et listepunkt står der det ventes et felt", nn: "Eit listepunkt står der det er venta eit felt", en: "A list item is where a field is expected"),
};
const FIELD_AMONG_DASHES: Cause = Cause {
    variant: "field among dashes",
    title: words!(nb: "Linja står på nivå med listepunktene over, men er ikke et listepunkt", nn: "Linja står på nivå med listepunkta over, men er ikkje eit listepunkt", en: "The line is level with the list items above, but is no list item"),
};
const INDENTATION: Cause = Cause {
    variant: "indentation",
    title: words!(nb: "Innrykket passer ikke med linjene over", nn: "Innrykket passar ikkje med linjene over", en: "The indentation does not fit the lines above"),
};
const TWO_VALUES: Cause = Cause {
    variant: "two values",
    title: words!(nb: "Feltet over har alt en verdi, så det kan ikke ha felt under seg", nn: "Feltet over har alt ein verdi, så det kan ikkje ha felt under seg", en: "The field above already has a value, so it cannot have fields below it"),
};
const OTHER: Cause = Cause {
    variant: "other",
    title: words!(nb: "Teksten lar seg ikke lese herfra", nn: "Teksten lèt seg ikkje lese herifrå", en: "The text cannot be read from here"),
};
