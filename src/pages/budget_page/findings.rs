//! What should be looked at, each with its rule and its place.

use crate::diagnostic::{FileFindings, Finding, Report};
use crate::pages::page::Block;
use crate::text;
use crate::words::Text;

/// A note under the tables for each.
pub(super) fn blocks(found: &Report) -> Vec<Block> {
    let heading = Block::Heading(text!(nb: "Se over dette", nn: "Sjå over dette", en: "Look over this"));
    let heading = found.located().next().map(|_| heading);
    heading
        .into_iter()
        .chain(found.located().map(|(file, finding)| Block::Note(note(file, finding))))
        .collect()
}

/// «feil[regel]: hva som er galt. Hva som kan skrives i stedet. (fil:linje)»
fn note(file: &FileFindings, finding: &Finding) -> Text {
    let Finding { rule, title, .. } = finding;
    let (grade, path) = (finding.grade.words(), &file.source.path);
    let line = file.source.position(finding.span.start).line;
    text!(
        nb: "{grade}[{rule}]: {title}. {how} ({path}:{line})", nn: "{grade}[{rule}]: {title}. {how} ({path}:{line})",
        en: "{grade}[{rule}]: {title}. {how} ({path}:{line})"; grade, rule, title, how = finding.how(), path, line
    )
}
