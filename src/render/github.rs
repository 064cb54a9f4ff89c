//! Findings as GitHub workflow commands, which show them beside the lines of a pull request.

use super::sanitise;
use crate::diagnostic::{FileFindings, Finding, Grade, Report};
use crate::pages::findings_page::counts;
use crate::words::Language;

/// A command for each finding, and last how many there are. `base` is the path from the git repository, which is
/// what GitHub places them by, to the case repository: empty, or ending in `/`.
pub fn render(report: &Report, base: &str, language: Language) -> String {
    let found = report.located().map(|(file, finding)| command(file, finding, (base, language)));
    let unread = report.unread.iter().map(|unread| {
        let path = property(&format!("{base}{}", unread.path));
        format!("::error file={path},title={UNREAD}::{}\n", data(unread.why.get(language)))
    });
    let count = sanitise::without_commands(&format!("{}\n", counts(report).get(language))).into_owned();
    found.chain(unread).chain([count]).collect()
}

/// The name of the annotation of a file that could not be read: no rule of ours.
const UNREAD: &str = "ulest";

fn command(file: &FileFindings, finding: &Finding, (base, language): (&str, Language)) -> String {
    let name = match finding.grade {
        Grade::Error => "error",
        Grade::Warning => "warning",
        Grade::Note => "notice",
    };
    let path = property(&format!("{base}{}", file.source.path));
    let place = place(file, finding);
    let rule = property(finding.rule);
    let (why, how) = (finding.why().get(language), finding.how().get(language));
    let parts = [finding.title.get(language), &why, &how];
    let shown: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("::{name} file={path},{place},title={rule}::{}\n", data(&shown.join("\n")))
}

/// GitHub refuses columns on findings that span lines.
fn place(file: &FileFindings, finding: &Finding) -> String {
    let start = file.source.position(finding.span.start);
    let end = file.source.position(finding.span.end);
    let lines = format!("line={}", start.line);
    if start.line == end.line {
        format!("{lines},col={},endLine={},endColumn={}", start.column, end.line, end.column)
    } else {
        format!("{lines},endLine={}", end.line)
    }
}

/// The message of a command: `%`, CR and LF would end it or begin another.
fn data(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| sanitise::line(line).replace('%', "%25")).collect();
    sanitise::without_commands(&lines.join("%0A")).into_owned()
}

/// A property of a command: `:` and `,` would end it as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_sample_findings_as_workflow_commands() {
        insta::assert_snapshot!(render(&sample::findings(), "kommune/", Language::Nb), @r#"
        ::error file=kommune/saker/digitalt-tilsyn.yaml,line=7,col=13,endLine=7,endColumn=18,title=tvetydig-tall::«1.200» kan leses på to måter%0ADet er enten 1 200 eller 1,2, og forskjellen er tusen ganger.%0ASkriv «1 200» eller «1,2».
        ::warning file=kommune/saker/digitalt-tilsyn.yaml,line=9,col=1,endLine=9,endColumn=11,title=dobbel-nøkkel::«eier» står to ganger%0AStryk den ene.
        1 feil, 1 advarsel i 2 saker.
        "#);
    }

    #[test]
    fn a_file_cannot_add_a_command_of_its_own() {
        assert_eq!(data("a\n::error::b"), "a%0A::error::b");
        assert_eq!(data("100 %\r"), "100 %25 ");
        assert_eq!(property("a,title=b::c.yaml"), "a%2Ctitle=b%3A%3Ac.yaml");
    }
}
