//! flere-funn: more findings in one file than are shown.

use crate::diagnostic::{Finding, MAX_FINDINGS};
use crate::source::{Source, Span};
use crate::text;

/// Keeps the most serious findings and says at the end of the file that there are more; nothing
/// where there are not.
pub fn keep_first(findings: &mut Vec<Finding>, source: &Source) -> Option<Finding> {
    if findings.len() <= MAX_FINDINGS {
        return None;
    }
    findings.sort_by(|a, b| b.grade.cmp(&a.grade).then(a.span.cmp(&b.span)));
    findings.truncate(MAX_FINDINGS);
    let end = source.text.trim_end().len();
    let title = text!(
        nb: "Det er flere funn i fila enn de {MAX_FINDINGS} som er vist", nn: "Det er fleire funn i fila enn dei {MAX_FINDINGS} som er viste",
        en: "There are more findings in the file than the {MAX_FINDINGS} shown"
    );
    let more = Finding::error("flere-funn", Span::new(end, end), title);
    Some(more)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Grade;
    use crate::words::Text;

    fn notes(count: usize) -> Vec<Finding> {
        let note = |at| Finding::error("x", Span::new(at, at), Text::default()).graded(Grade::Note);
        (0..count).map(note).collect()
    }

    #[test]
    fn an_error_is_never_among_those_left_out() {
        let source = Source::new("a.yaml", "a3: 1\n");
        let mut findings = notes(MAX_FINDINGS);
        assert_eq!(keep_first(&mut findings, &source), None);
        findings.push(Finding::error("y", Span::new(9_999, 9_999), Text::default()));
        let more = keep_first(&mut findings, &source).unwrap();
        assert_eq!((more.rule, findings.len()), ("flere-funn", MAX_FINDINGS));
        assert!(findings.iter().any(|finding| finding.rule == "y"));
        assert_eq!(source.position(more.span.start).line, 1);
    }
}
