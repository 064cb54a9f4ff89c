//! Findings on one screen: all with excerpt and advice where that fits, else the gravest so, and the rest a line
//! each.

use super::{Look, excerpt, sanitise, wrap};
use crate::diagnostic::{FileFindings, Finding, Report};
use crate::pages::again::Again;
use crate::pages::findings_page::counts;
use crate::words::Text;
use crate::{counted, text};
use std::cmp::Reverse;

/// Lines of a screen: no more findings than this can be shown on it.
pub const LINES: usize = 40;

/// Lines kept for those without excerpt, where there are so many of them.
const LEFT_FOR_THE_REST: usize = 16;

/// How many there are, then what there is room for, and how to see more; all of it of a single case.
pub fn render(report: &Report, look: Look, again: &Again) -> String {
    // One case is read to be mended: there the rows to paste are the answer. What has more findings than a
    // screen has lines does not fit.
    if report.cases == 1 || report.total() <= LINES {
        let full = everything(report, look);
        if report.cases == 1 || full.lines().count() <= LINES {
            return full;
        }
    }
    let how = more(report, again).get(look.language).to_owned();
    let head = count(report, look);
    let mut room = Room { lines: head.lines().map(str::to_owned).chain([String::new()]).collect() };
    let below = wrap::lines(&how, usize::from(look.width));
    let most = LINES.saturating_sub(below.len()).saturating_sub(1);
    for said in excerpt::of_unread(report, look) {
        room.add_within(&said, most);
    }
    let mut found: Vec<(&FileFindings, &Finding)> = report.located().collect();
    found.sort_by_key(|(_, finding)| Reverse(finding.grade));
    let mut rest = found.as_slice();
    while let [(file, finding), others @ ..] = rest {
        let next = others.iter().take(LEFT_FOR_THE_REST);
        let lines = next.map(|(file, finding)| brief(file, finding, look).lines().count());
        let left = most.saturating_sub(lines.sum::<usize>().min(LEFT_FOR_THE_REST));
        let shown = format!("{}\n", excerpt::one(file, finding, look));
        if !room.add_within(&shown, left) {
            break;
        }
        rest = others;
    }
    let most = most.saturating_sub(1);
    while let [(file, finding), others @ ..] = rest {
        if !room.add_within(&brief(file, finding, look), most) {
            break;
        }
        rest = others;
    }
    let left = report.total().saturating_sub(found.len()).saturating_add(rest.len());
    room.lines.extend((left > 0).then(|| and_more(left).get(look.language).to_owned()));
    room.lines.push(String::new());
    room.lines.extend(below);
    sanitise::without_commands(&format!("{}\n", room.lines.join("\n"))).into_owned()
}

/// How many there are, and all of them with excerpt and advice.
pub fn everything(report: &Report, look: Look) -> String {
    let found = excerpt::render(report, look);
    let head = count(report, look);
    if found.is_empty() { format!("{head}\n") } else { format!("{head}\n\n{}\n", found.trim_end()) }
}

/// Lines there is room for.
struct Room {
    lines: Vec<String>,
}

impl Room {
    /// Adds something where there are at most so many lines with it, and says whether it did.
    fn add_within(&mut self, said: &str, most: usize) -> bool {
        let more: Vec<String> = said.split('\n').map(str::to_owned).collect();
        let fits = self.lines.len().saturating_add(more.len()) <= most;
        if fits {
            self.lines.extend(more);
        }
        fits
    }
}

fn count(report: &Report, look: Look) -> String {
    let counted = counts(report);
    let counted = wrap::lines(counted.get(look.language), usize::from(look.width));
    counted.join("\n")
}

/// «saker/x.yaml:7: advarsel: … [regel]», with what does not fit below, a little further in.
fn brief(file: &FileFindings, finding: &Finding, look: Look) -> String {
    let place = file.source.position(finding.span.start);
    let (path, grade) = (sanitise::line(&file.source.path), finding.grade.words().get(look.language));
    let title = sanitise::line(finding.title.get(look.language)).into_owned();
    let said = format!("{path}:{}: {grade}: {title} [{}]", place.line, finding.rule);
    wrap::lines(&said, usize::from(look.width).saturating_sub(2)).join("\n  ")
}

fn and_more(count: usize) -> Text {
    counted!(count; nb: "… og ett funn til." | "… og {count} funn til.", nn: "… og eitt funn til." | "… og {count} funn til.", en: "… and one more finding." | "… and {count} more findings.")
}

/// How to see why, and what to write instead.
fn more(report: &Report, again: &Again) -> Text {
    let first = report.located().min_by_key(|(_, finding)| Reverse(finding.grade));
    let first = first.map_or("REGEL", |(_, finding)| finding.rule);
    text!(
        nb: "Med grunn og råd: {all}. Bare én sak: a3 check {one}. Om en regel: a3 explain {first}", nn: "Med grunn og råd: {all}. Berre éi sak: a3 check {one}. Om ein regel: a3 explain {first}",
        en: "With reason and advice: {all}. One case only: a3 check {one}. On a rule: a3 explain {first}";
        all = again.with("--alt"), one = again.one_case(), first
    )
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::diagnostic::Grade;
    use crate::source::{Source, Span};
    use std::sync::Arc;

    fn found(grades: &[Grade]) -> Report {
        let title = |place: usize| Text::same(&format!("tittel {place} {}", "og mer ".repeat(8)));
        let one = |(place, grade): (usize, &Grade)| {
            let finding = Finding::error("regel", Span::new(0, 4), title(place)).graded(*grade);
            finding.because(Text::same("fordi")).instead(Text::same("skriv noe annet"))
        };
        let findings = grades.iter().enumerate().map(one).collect();
        let source = Arc::new(Source::new("a.yaml", "abcd\n"));
        Report::new(String::new(), 3, vec![FileFindings { source, case: None, findings }])
    }

    #[test]
    fn few_findings_are_shown_whole_and_counted_first() {
        let shown = render(&sample::findings(), Look::default(), &Again::default());
        assert!(shown.starts_with("1 feil, 1 advarsel"), "{shown}");
        assert_eq!(shown, everything(&sample::findings(), Look::default()));
    }

    #[test]
    fn many_findings_fit_one_screen_the_gravest_first_and_say_how_many_more_there_are() {
        let mut grades = vec![Grade::Note; 50];
        grades.extend([Grade::Error, Grade::Warning]);
        for width in [80, 100] {
            let look = Look { width, ..Look::default() };
            let shown = render(&found(&grades), look, &Again::new("check", &[], &[]));
            assert!(shown.lines().count() <= LINES, "{shown}");
            assert!(shown.lines().all(|line| line.chars().count() <= width.into()), "{shown}");
            let place = |grade: &str| {
                let ways = [format!("{grade}[regel]:"), format!(": {grade}: tittel")];
                ways.iter().find_map(|said| shown.find(said)).unwrap()
            };
            assert!(place("feil") < place("advarsel") && place("advarsel") < place("merknad"), "{shown}");
            assert!(shown.contains("funn til.") && shown.contains("a3 check --alt"), "{shown}");
        }
    }
}
