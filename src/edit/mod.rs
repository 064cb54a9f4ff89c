//! A change of one place in a YAML file, as text: every other byte stays as it was, comments, quotes,
//! indents, line ends, byte-order mark and end of file too.
//!
//! What was written is read back before anyone has it: the tree of the new text must be that of the old with
//! exactly the change asked for, and nothing more to say about it. Where that does not hold, nothing is given.
//!
//! - `change`: what can be asked for, and what the tree becomes; `place`: where in the text it goes;
//!   `layout`: how it is written there, in the manner of the file

mod change;
mod layout;
mod place;
#[cfg(test)]
mod tests;
mod tree;

pub use change::{Change, Refusal, Step, Value};

use crate::source::{Source, Span};
use crate::yaml::{self, Node, Parsed};
use layout::Quoting;
use tree::Tree;

/// A text with one place changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The whole text.
    pub text: String,
    /// Where what was written stands in it.
    pub span: Span,
}

/// What is put in, and what it takes the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Splice {
    from: usize,
    until: usize,
    text: String,
}

/// Changes one place of a text.
///
/// # Errors
/// [`Refusal`] where the place is not there, is not what the change needs, or what was written would not be read
/// back as it was meant.
pub fn edit(text: &str, at: &[Step<'_>], change: &Change) -> Result<Edited, Refusal> {
    let source = Source::new("", text);
    let before = yaml::parse(&source);
    let root = before.root.as_ref().ok_or(Refusal::Unreadable)?;
    let wanted = change.applied(&Tree::of(root), at).ok_or(Refusal::NotThere)?;
    for quoting in [Quoting::WhereNeeded, Quoting::Always] {
        let splice = place::splice(text, root, (at, change), quoting)?;
        let edited = spliced(text, &splice).ok_or(Refusal::NotReadBack)?;
        if is_as_wanted(&edited.text, &wanted, &before) {
            return Ok(edited);
        }
    }
    let has_half = text.split('\r').skip(1).any(|after| !after.starts_with('\n'));
    Err(if has_half { Refusal::HalfLineEnd } else { Refusal::NotReadBack })
}

/// The text with the new in its place; none where the place is no place in it.
fn spliced(text: &str, splice: &Splice) -> Option<Edited> {
    let (before, after) = (text.get(..splice.from)?, text.get(splice.until..)?);
    let span = Span::new(splice.from, splice.from.saturating_add(splice.text.len()));
    Some(Edited { text: [before, &splice.text, after].concat(), span })
}

/// Whether a text is read as this tree, with no more to say about it than before.
fn is_as_wanted(text: &str, wanted: &Tree, before: &Parsed<'_>) -> bool {
    let source = Source::new("", text);
    let after = yaml::parse(&source);
    let is_whole = after.findings.len() <= before.findings.len();
    is_whole && after.root.as_ref().is_some_and(|root| Tree::of(root) == *wanted)
}

/// The value at a place; none where there is none.
pub fn find<'n, 's>(root: &'n Node<'s>, at: &[Step<'_>]) -> Option<&'n Node<'s>> {
    at.iter().try_fold(root, |node, step| match step {
        Step::Key(key) => node.get(key),
        Step::Row(row) => node.items().get(*row),
    })
}
