//! Findings on one line each: `saker/x.yaml:7:13: feil: … [regel]`.

use super::sanitise;
use crate::diagnostic::{Grade, Report};
use crate::words::Language;

/// A line for each finding, as compilers write them and editors read them.
pub fn render(report: &Report, language: Language) -> String {
    let line = |(file, finding): (&crate::diagnostic::FileFindings, &crate::diagnostic::Finding)| {
        let place = file.source.position(finding.span.start);
        let path = sanitise::line(&file.source.path);
        let grade = finding.grade.words().get(language);
        let title = sanitise::line(finding.title.get(language));
        format!("{path}:{}:{}: {grade}: {title} [{}]\n", place.line, place.column, finding.rule)
    };
    let unread = report.unread.iter().map(|unread| {
        let (path, grade) = (sanitise::line(&unread.path), Grade::Error.words().get(language));
        format!("{path}:1:1: {grade}: {} [ulest]\n", sanitise::line(unread.why.get(language)))
    });
    let lines: String = report.located().map(line).chain(unread).collect();
    sanitise::without_commands(&lines).into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_sample_findings_in_brief() {
        insta::assert_snapshot!(render(&sample::findings(), Language::Nb), @r#"
        saker/digitalt-tilsyn.yaml:7:13: feil: «1.200» kan leses på to måter [tvetydig-tall]
        saker/digitalt-tilsyn.yaml:9:1: advarsel: «eier» står to ganger [dobbel-nøkkel]
        "#);
    }
}
