//! Findings with the line they are about quoted from the file, as compilers do it.
//!
//! The quoter panics on places outside its text, so each line is cut out, cleaned and measured
//! here, and every place is moved inside it first.

use super::{Look, Style, sanitise, wrap};
use crate::diagnostic::{FileFindings, Finding, Grade, Report};
use crate::source::{Source, Span};
use crate::words::Text;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use core::ops::Range;

/// Characters kept of a line before and after the place, when the line is very long. The quoter
/// makes the rest fit the terminal.
const BEFORE: usize = 500;
const AFTER: usize = 500;
const ELLIPSIS: char = '…';

/// Every finding with its excerpt, reason and cure, and an empty line after each.
pub fn render(report: &Report, look: Look) -> String {
    let mut text = String::new();
    for (file, finding) in report.located() {
        text.push_str(&one(file, finding, look));
        text.push_str("\n\n");
    }
    for unread in of_unread(report, look) {
        text.push_str(&unread);
        text.push('\n');
    }
    sanitise::without_commands(&text).into_owned()
}

/// Each file that could not be read, with why.
pub(super) fn of_unread(report: &Report, look: Look) -> impl Iterator<Item = String> {
    report.unread.iter().map(move |unread| {
        let name = Grade::Error.words().get(look.language);
        let line = sanitise::line(unread.why.get(look.language)).into_owned();
        let lines = wrap::lines(&format!("{name}: {line}"), usize::from(look.width)).join("\n");
        format!("{lines}\n --> {}\n", sanitise::line(&unread.path))
    })
}

/// One finding.
pub(super) fn one(file: &FileFindings, finding: &Finding, look: Look) -> String {
    let main = Quote::new(&file.source, finding.span);
    let name = finding.grade.words().get(look.language);
    let level = level(finding.grade).with_name(Some(name));
    let title = title(finding, name, look);
    let path = sanitise::line(&file.source.path);
    let mut group = level.primary_title(title).id(finding.rule).elements(main.origin(&path));
    let related = finding.related.iter().map(|other| (Quote::new(&file.source, other.span), &other.label));
    let (same_line, elsewhere): (Vec<_>, Vec<_>) =
        related.partition(|(quote, _)| quote.number == main.number);
    let (below, elsewhere): (Vec<_>, Vec<_>) =
        elsewhere.into_iter().partition(|(quote, _)| quote.is_below(&main));
    let here = same_line.iter().map(|(quote, label)| quote.note_within(&main, label_of(label, look)));
    let lines = main.lines_to(&file.source, below.iter().map(|(quote, _)| quote).collect());
    let below = below.iter().map(|(quote, label)| quote.note_in(&lines, main.number, label_of(label, look)));
    let annotation = AnnotationKind::Primary.span(main.place.clone());
    let snippet = main.snippet_of(&lines, &path).annotation(annotation).annotations(here).annotations(below);
    group = group.element(snippet);
    for (quote, label) in &elsewhere {
        let annotation = AnnotationKind::Context.span(quote.place.clone()).label(label_of(label, look));
        let snippet = quote.snippet_of(&quote.line, &path).annotation(annotation);
        group = group.elements(quote.origin(&path)).element(snippet);
    }
    let mut shown = renderer(look).render(&[with_advice(group, finding, look)]);
    for line in block(finding, look) {
        shown.push('\n');
        shown.push_str(&line);
    }
    shown
}

/// The lines after the first of what to write: they are to be pasted, and stand by themselves from the edge.
fn block(finding: &Finding, look: Look) -> Vec<String> {
    let how = finding.how().get(look.language);
    let how = how.split_once('\n').map_or("", |(_, block)| block);
    let lines = how.lines().map(|line| sanitise::line(line).into_owned());
    if how.is_empty() { Vec::new() } else { core::iter::once(String::new()).chain(lines).collect() }
}

/// The title, broken to what is left of the line after `feil[regel]: `.
fn title(finding: &Finding, name: &str, look: Look) -> String {
    let title = sanitise::line(finding.title.get(look.language));
    let before = name.chars().count().saturating_add(finding.rule.chars().count()).saturating_add(4);
    let room = usize::from(look.width).saturating_sub(before).max(30);
    wrap::lines(&title, room).join("\n")
}

fn with_advice<'a>(mut group: Group<'a>, finding: &Finding, look: Look) -> Group<'a> {
    for (of, level) in [(finding.why(), Level::NOTE), (finding.how(), Level::HELP)] {
        let advice = of.get(look.language);
        let advice = sanitise::line(advice.lines().next().unwrap_or_default()).into_owned();
        if advice.is_empty() {
            continue;
        }
        let room = usize::from(look.width).saturating_sub(16).max(30);
        let lines = wrap::lines(&advice, room).join("\n");
        group = group.element(level.with_name(Some(of.name().get(look.language))).message(lines));
    }
    group
}

fn label_of(label: &Text, look: Look) -> String {
    sanitise::line(label.get(look.language)).into_owned()
}

const fn level(grade: Grade) -> Level<'static> {
    match grade {
        Grade::Error => Level::ERROR,
        Grade::Warning => Level::WARNING,
        Grade::Note => Level::NOTE,
    }
}

fn renderer(look: Look) -> Renderer {
    let renderer = match look.style {
        Style::Plain => Renderer::plain(),
        Style::Colour => Renderer::styled().hyperlink(false),
    };
    renderer.decor_style(DecorStyle::Ascii).term_width(usize::from(look.width).max(40))
}

/// One line of the file, cut and cleaned, and the place in it.
struct Quote {
    /// The line as shown.
    line: String,
    /// Bytes of the shown line that the finding is about.
    place: Range<usize>,
    /// Line in the file, from 1.
    number: usize,
    /// Character in that line, from 1.
    column: usize,
    /// Where the whole line begins in the file.
    start: usize,
    /// Whether the line begins before what is shown.
    is_cut: bool,
    /// Whether all of the line is shown, wherever the place in it is.
    is_whole: bool,
}

/// Lines between two places that are quoted together.
const APART: usize = 1_000;

/// Lines around a quoted one that the quoter may show rather than fold away.
const AROUND: usize = 2;

impl Quote {
    /// Quotes the first line of a span. What the span covers after that line is left out: a
    /// mapping or a list is known by how it begins.
    fn new(source: &Source, span: Span) -> Self {
        let span = source.clamp(span);
        let position = source.position(span.start);
        let (from, until) = (span.start as usize, span.end as usize);
        let before = source.text.get(..from).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |newline| newline.saturating_add(1));
        let rest = source.text.get(start..).unwrap_or_default();
        let whole = rest.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let within = |byte: usize| whole.floor_char_boundary(byte.saturating_sub(start));
        let covered = whole.get(within(from)..within(until)).unwrap_or_default().trim_end();
        let first = within(from);
        let last = first.saturating_add(covered.len());
        let (line, place) = cut(whole, first..last);
        let is_cut = line.starts_with(ELLIPSIS);
        let is_whole = whole.chars().count() <= BEFORE.min(AFTER);
        Self { line, place, number: position.line, column: position.column, start, is_cut, is_whole }
    }

    /// The quoter counts columns in what it is shown, so a cut line says its place itself.
    fn origin<'a>(&self, path: &'a str) -> Option<Origin<'a>> {
        self.is_cut.then(|| Origin::path(path).line(self.number).char_column(self.column))
    }

    /// Its line, and lines after it.
    fn snippet_of<'a>(&self, lines: &'a str, path: &'a str) -> Snippet<'a, Annotation<'a>> {
        let path = (!self.is_cut).then_some(path);
        Snippet::source(lines).line_start(self.number).path(path)
    }

    /// Whether it is so close below another that both are quoted as one, with what is between folded away.
    fn is_below(&self, main: &Self) -> bool {
        let apart = self.number.checked_sub(main.number);
        self.is_whole && main.is_whole && apart.is_some_and(|lines| (1..=APART).contains(&lines))
    }

    /// Its line and all to the last of these. What is folded away is empty.
    fn lines_to(&self, source: &Source, below: Vec<&Self>) -> String {
        let last = below.iter().map(|quote| quote.number).max().unwrap_or(self.number);
        let rest = source.text.get(self.start..).unwrap_or_default();
        let shown = |(number, line): (usize, &str)| {
            if let Some(quote) = below.iter().chain([&self]).find(|quote| quote.number == number) {
                return quote.line.clone();
            }
            let is_near = below.iter().chain([&self]).any(|quote| quote.number.abs_diff(number) <= AROUND);
            if is_near { cut(line.trim_end_matches('\r'), 0..0).0 } else { String::new() }
        };
        (self.number..=last).zip(rest.split('\n')).map(shown).collect::<Vec<_>>().join("\n")
    }

    /// The same place where its line is one of several, of which the first has this number.
    fn note_in(&self, lines: &str, first: usize, label: String) -> Annotation<'static> {
        let above = self.number.saturating_sub(first);
        let start = lines.split_inclusive('\n').take(above).map(str::len).fold(0, usize::saturating_add);
        let at = |byte: usize| lines.floor_char_boundary(start.saturating_add(byte).min(lines.len()));
        AnnotationKind::Context.span(at(self.place.start)..at(self.place.end)).label(label)
    }

    /// The same place on the line another quote shows, where they are on one line.
    fn note_within(&self, main: &Self, label: String) -> Annotation<'static> {
        let same = self.start == main.start && self.line == main.line;
        let place = if same { self.place.clone() } else { main.place.clone() };
        AnnotationKind::Context.span(place).label(label)
    }
}

/// The part of a line around a place, cleaned, and where the place is in it.
fn cut(line: &str, place: Range<usize>) -> (String, Range<usize>) {
    let (before, rest) = line.split_at_checked(place.start).unwrap_or((line, ""));
    let (marked, after) = rest.split_at_checked(place.len()).unwrap_or((rest, ""));
    let before = before.trim_start_matches('\u{feff}');
    let mut shown = String::new();
    let hidden = before.chars().count().saturating_sub(BEFORE);
    let kept = if hidden > 0 { before.chars().skip(hidden).collect() } else { before.to_owned() };
    if hidden > 0 {
        shown.push(ELLIPSIS);
    }
    shown.push_str(&sanitise::line(&kept));
    let start = shown.len();
    let room = push_at_most(&mut shown, marked, AFTER);
    let end = shown.len().max(start);
    push_at_most(&mut shown, after, room);
    (shown, start..end)
}

/// Adds at most `room` characters and says how many more there is room for.
fn push_at_most(shown: &mut String, text: &str, room: usize) -> usize {
    let letters = text.chars().count();
    let kept: String = text.chars().take(room).collect();
    shown.push_str(&sanitise::line(&kept));
    if letters > room && room > 0 {
        shown.push(ELLIPSIS);
    }
    room.saturating_sub(letters)
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use proptest::prelude::*;
    use std::sync::Arc;

    #[test]
    fn the_sample_findings_with_excerpts() {
        insta::assert_snapshot!(render(&sample::findings(), Look::default()), @r#"
        feil[tvetydig-tall]: «1.200» kan leses på to måter
         --> saker/digitalt-tilsyn.yaml:7:13
          |
        7 |     anslag: 1.200 kr/år
          |             ^^^^^
          |
          = hvorfor: Det er enten 1 200 eller 1,2, og forskjellen er tusen ganger.
          = slik: Skriv «1 200» eller «1,2».

        advarsel[dobbel-nøkkel]: «eier» står to ganger
         --> saker/digitalt-tilsyn.yaml:9:1
          |
        9 | eier: Lars
          | ^^^^^^^^^^
          |
         ::: saker/digitalt-tilsyn.yaml:8:1
          |
        8 | eier: Kari
          | ---------- her står den første
          |
          = slik: Stryk den ene.
        "#);
    }

    fn only(text: &str, span: Span) -> String {
        let finding = Finding::error("regel", span, Text::same("tittel")).with(span, Text::same("her"));
        let source = Arc::new(Source::new("a.yaml", text));
        let files = vec![FileFindings { source, case: None, findings: vec![finding] }];
        render(&Report::new(String::new(), 1, files), Look::default())
    }

    #[test]
    fn places_below_are_quoted_in_one_excerpt_with_what_is_between_folded_away() {
        let text = "a3: 1\nfase: dypdykk\n\n\n\n\n\u{1b}eier: …\nlevetid: …\n";
        let at = |word: &str| {
            let start = text.find(word).unwrap();
            Span::new(start, start + word.len())
        };
        let label = |word: &str| Text::same(&format!("her mangler {word}"));
        let finding = Finding::error("regel", at("dypdykk"), Text::same("tittel"))
            .with(at("levetid"), label("levetid"))
            .with(at("eier"), label("eier"));
        let source = Arc::new(Source::new("a.yaml", text));
        let files = vec![FileFindings { source, case: None, findings: vec![finding] }];
        let shown = render(&Report::new(String::new(), 1, files), Look::default());
        insta::assert_snapshot!(shown, @r"
        feil[regel]: tittel
         --> a.yaml:2:7
          |
        2 | fase: dypdykk
          |       ^^^^^^^
        ...
        7 | ␛eier: …
          |  ---- her mangler eier
        8 | levetid: …
          | ------- her mangler levetid
        ");
    }

    #[test]
    fn a_long_title_keeps_within_the_terminal() {
        let title = Text::same(&"ord og flere ord ".repeat(12));
        let finding = Finding::error("en-regel", Span::new(0, 1), title);
        let source = Arc::new(Source::new("a.yaml", "a: 1\n"));
        let files = vec![FileFindings { source, case: None, findings: vec![finding] }];
        let look = Look { width: 80, ..Look::default() };
        let shown = render(&Report::new(String::new(), 1, files), look);
        assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
        assert_eq!(shown.matches("flere").count(), 12, "{shown}");
    }

    #[test]
    fn a_very_long_line_is_shown_around_the_place() {
        let long = format!("{}HER{}", "x".repeat(100_000), "y".repeat(100_000));
        let shown = only(&long, Span::new(100_000, 100_003));
        assert!(shown.len() < 2_000 && shown.contains("xxHERyy"), "{shown}");
        assert!(shown.lines().all(|line| line.len() < 130), "{shown}");
        assert!(shown.contains("a.yaml:1:100001"), "{shown}");
    }

    #[test]
    fn the_quoted_file_cannot_speak_to_the_terminal() {
        let shown = only("tittel: \u{1b}[2J\u{202e}x\n", Span::new(0, 6));
        assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}'), "{shown}");
        assert!(shown.contains("␛[2J"), "{shown}");
    }

    #[test]
    fn a_place_at_the_very_end_is_still_a_place() {
        assert!(only("a3: 1\n", Span::new(6, 6)).contains("a.yaml:2:1"));
        assert!(only("", Span::new(0, 0)).contains("a.yaml:1:1"));
    }

    proptest! {
        #[test]
        fn any_finding_anywhere_is_shown_and_never_brings_us_down(
            text in "[a-zæ\u{1b}\u{feff}\u{202e}漢\t\r\n]{0,80}",
            (start, end) in (0_u32..4_000, 0_u32..4_000),
            repeats in 1_usize..40,
            width in 0_u16..200,
        ) {
            let text = text.repeat(repeats);
            let finding = Finding::error("regel", Span { start, end }, Text::same(&text))
                .because(Text::same(&text))
                .instead(Text::same(&text))
                .with(Span { start: end, end: start }, Text::same(&text));
            let source = Arc::new(Source::new("a.yaml", text));
            let files = vec![FileFindings { source, case: None, findings: vec![finding] }];
            let look = Look { width, ..Look::default() };
            let shown = render(&Report::new(String::new(), 1, files), look);
            prop_assert!(!shown.contains('\u{1b}'), "an escape code came through");
            prop_assert!(shown.contains("a.yaml:"), "no place in {}", shown);
        }
    }
}
