//! The picture in the README: a real run of `a3 rank`, with its colours, as SVG.

use super::docs::is_fresh;
use super::portfolio::{TODAY, a3, here};

const COLUMNS: usize = 100;
/// A character's width and a line's height, in units of the picture.
const WIDTH: usize = 8;
const HEIGHT: usize = 18;
/// Around the text, and the bar of the window above it.
const MARGIN: usize = 18;
const BAR: usize = 34;
/// From the top of a line down to where its letters stand.
const BASELINE: usize = 13;

#[test]
fn the_picture_in_the_readme_is_what_a3_rank_shows() {
    let output = a3(&here("."))
        .env_remove("NO_COLOR")
        .env("COLUMNS", COLUMNS.to_string())
        .args(["rank", "examples/solvik", "--dato", TODAY, "--farge", "alltid"])
        .output()
        .unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<Vec<Run>> = shown.lines().map(runs).collect();
    is_fresh("docs/rank.svg", &svg(&screen(&lines)));
}

/// Characters that look the same.
#[derive(Debug, Clone, Default)]
struct Run {
    column: usize,
    text: String,
    is_bold: bool,
    is_red: bool,
}

/// The command, and what it shows.
fn screen(lines: &[Vec<Run>]) -> Vec<Vec<Run>> {
    let command = Run { text: "$ a3 rank examples/solvik".to_owned(), is_bold: true, ..Run::default() };
    [vec![vec![command]], lines.to_vec()].concat()
}

/// A line with escape codes as runs without.
fn runs(line: &str) -> Vec<Run> {
    let mut parts = line.split("\u{1b}[");
    let mut now = Run { text: parts.next().unwrap().to_owned(), ..Run::default() };
    let mut all = Vec::new();
    for part in parts {
        let (code, text) = part.split_once('m').unwrap();
        let column = now.column + now.text.chars().count();
        let (is_bold, is_red) = match code {
            "0" => (false, false),
            "1" => (true, now.is_red),
            "39" => (now.is_bold, false),
            "38;5;9" => (now.is_bold, true),
            other => panic!("no picture of the code {other}"),
        };
        all.push(core::mem::replace(&mut now, Run { column, text: text.to_owned(), is_bold, is_red }));
    }
    all.push(now);
    all.iter().flat_map(columns).collect()
}

/// The parts of a run with more than one space between them, so that columns stand straight in any letters.
fn columns(run: &Run) -> Vec<Run> {
    let mut column = run.column;
    let mut parts = Vec::new();
    for text in run.text.split("  ") {
        let words = text.trim();
        let indent = text.chars().count() - text.trim_start().chars().count();
        if !words.is_empty() {
            parts.push(Run { column: column + indent, text: words.to_owned(), ..run.clone() });
        }
        column += text.chars().count() + 2;
    }
    parts
}

fn svg(lines: &[Vec<Run>]) -> String {
    let width = WIDTH * COLUMNS + 2 * MARGIN;
    let height = BAR + HEIGHT * lines.len() + 2 * MARGIN;
    let mut picture = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title desc">
<title id="title">a3 rank examples/solvik</title>
<desc id="desc">Sakene i Solvik, en oppdiktet kommune, i den rekkefølgen de bør tas: det som velges innenfor rammene, det som må vente, og hvorfor.</desc>
<style>
text {{ font: 13.29px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d5dae3; white-space: pre; }}
.b {{ font-weight: bold; fill: #ffffff; }}
.r {{ fill: #ff8f87; }}
</style>
<rect x="0.5" y="0.5" width="{}" height="{}" rx="10" fill="#1b212c" stroke="#5b6577"/>
<circle cx="22" cy="18" r="6" fill="#ff5f57"/><circle cx="42" cy="18" r="6" fill="#febc2e"/><circle cx="62" cy="18" r="6" fill="#28c840"/>
"##,
        width - 1,
        height - 1,
    );
    for (place, line) in lines.iter().enumerate() {
        let y = BAR + MARGIN + HEIGHT * place + BASELINE;
        picture.extend(line.iter().map(|run| text(run, y)));
    }
    picture + "</svg>\n"
}

/// Each run is as wide as its columns, whatever letters the reader has.
fn text(run: &Run, y: usize) -> String {
    let x = MARGIN + WIDTH * run.column;
    let length = WIDTH * run.text.chars().count();
    let class = match (run.is_bold, run.is_red) {
        (_, true) => r#" class="r""#,
        (true, false) => r#" class="b""#,
        (false, false) => "",
    };
    let words = run.text.replace('&', "&amp;").replace('<', "&lt;").replace(' ', "\u{a0}");
    format!(r#"<text x="{x}" y="{y}" textLength="{length}"{class}>{words}</text>"#) + "\n"
}
