//! Text of a YAML file → nodes with exact places, and a finding for everything that is refused.
//!
//! Only this room knows the parser crate. It reads one document into a [`Node`] tree that borrows
//! the text, and it turns nothing into a number, a truth value or a date: `010`, `ja` and `1e3`
//! stay what was written. What makes YAML surprising is refused by name: anchors and aliases,
//! tags, merge keys, repeated keys, several documents, tabs as indentation, control characters,
//! and the decimal comma inside `[…]` and `{…}`. Signs that look like what YAML asks for, and are not
//! (hard spaces, dashes and quotes of word processors), are named where they stand.
//! Texts come out in one alphabet ([`crate::source::one_alphabet`]); their places are the file's own.
//!
//! Limits instead of hangs: at most [`MAX_BYTES`], at most [`MAX_DEPTH`] levels, and the tree is
//! built without recursion.

mod build;
mod decode;
mod node;
mod refuse;
mod scan;
mod signs;
mod syntax;
#[cfg(test)]
mod tests;
mod write;

pub use crate::source::{is_control, is_invisible};
pub use decode::decode;
pub use node::{Entry, Kind, Node, Scalar, Style};
pub use refuse::{list_mark as foreign_list_mark, short};
pub use signs::{dash_without_space, list_mark};
pub use syntax::{dash_without_space as dash_lacks_space, in_braces};
pub use write::{Among, is_nothing, one_line, quoted, written};

use crate::diagnostic::{Finding, MAX_COLLECTED};
use crate::source::Source;
use granit_parser::{Options, Parser};

/// The largest file that is read: 1 MiB.
pub const MAX_BYTES: usize = 1024 * 1024;

/// The deepest nesting of lists and mappings that is read. A case needs six.
pub const MAX_DEPTH: usize = 40;

/// What was read from one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed<'s> {
    /// The document, always a mapping. Nothing when the text cannot be read to its end.
    pub root: Option<Node<'s>>,
    /// Everything refused, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads one file. Never fails: what is wrong becomes findings.
pub fn parse(source: &Source) -> Parsed<'_> {
    if source.text.len() > MAX_BYTES {
        return Parsed { root: None, findings: vec![refuse::too_large()] };
    }
    let scan = scan::Scan::of(&source.text);
    let built = build::Builder::new(&source.text).run();
    let mut findings = scan.findings(&source.text, &built);
    let misread = scan.misread(&source.text, &built);
    let unreadable = !findings.is_empty() || !misread.is_empty();
    if misread.is_empty() {
        findings.extend(built.findings);
    }
    findings.extend(misread);
    let failure = built.failure.filter(|_| !unreadable);
    findings.extend(failure.filter(|failure| !scan.explains(&source.text, failure.span)));
    findings.extend(scan.invisible(&source.text));
    findings.sort_by_key(|finding| finding.span.start);
    findings.truncate(MAX_COLLECTED);
    let root = built.root.filter(|_| !unreadable);
    if root.is_none() && findings.is_empty() {
        findings.push(refuse::empty_file());
    }
    Parsed { root, findings }
}

/// How many events the parser finds in a text: the yardstick for how fast checking may be.
pub fn count_events(source: &Source) -> usize {
    Parser::new_from_str_with_options(&source.text, options()).take_while(Result::is_ok).count()
}

/// How the parser is set up: comments skipped, anchors and aliases shown so that they can be named.
fn options() -> Options {
    granit_parser::options! {
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        disallow_directives: true,
        emit_comments: false,
    }
}
