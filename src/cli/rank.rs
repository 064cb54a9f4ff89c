//! `a3 rank`: the prioritised list, and why each case is where it is.

use super::choice::{self, Asked};
use super::common::{self, Choices, Common, PageFormat};
use super::{draws, effort, terminal};
use a3::report::{self, Ending};
use a3::words::{Language, Text};
use a3::{text, words};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;

/// The formats the list is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Page(PageFormat),
    Json,
}

pub(super) const FORMATS: Choices<Format> = &[
    ("text", Format::Page(PageFormat::Text)),
    ("csv", Format::Page(PageFormat::Csv)),
    ("json", Format::Json),
    ("markdown", Format::Page(PageFormat::Markdown)),
];

/// Arguments and help.
pub(super) fn command(language: Language) -> Command {
    let about = words!(
        nb: "Vis den prioriterte listen: det som må gjøres først, så det som gir mest.",
        en: "Show the prioritised list: what must be done first, then what gives most."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 rank                       listen for alle sakene her\n  a3 rank --metode planeffekt   det som gir mest i de fire planårene\n  a3 rank --format csv -o liste.csv\n\nMetoden står ellers i a3.yaml (prioritering: metode).",
        en: "Example:\n  a3 rank                       the list of all cases here\n  a3 rank --metode planeffekt   what gives most in the four plan years\n  a3 rank --format csv -o liste.csv\n\nThe method otherwise stands in a3.yaml (prioritering: metode)."
    );
    let path = words!(nb: "Mappa med sakene (ellers der du står)", en: "The folder of cases (otherwise where you are)");
    let method = words!(
        nb: "nnv (netto nåverdi), planeffekt (nåverdi av planårene) eller budsjett (sum driftseffekt i planårene)",
        en: "nnv (net present value), planeffekt (present value of the plan years) or budsjett (sum of running effect in the plan years)"
    );
    Command::new("rank")
        .about(about.get(language))
        .after_help(after.get(language))
        .args([
            common::paths(path, language),
            common::format(
                words!(nb: "text, csv, json eller markdown", en: "text, csv, json or markdown"),
                FORMATS,
                language,
            ),
            common::one_of(
                common::option("method", method, language).long("metode").value_name("METODE"),
                a3::model::Method::WORDS,
            ),
            common::day(language),
        ])
        .args(draws::arguments(draws::CHOICE, language))
        .args(frame_options(language))
        .args(effort::arguments(language))
}

/// What is said of the frames.
fn frame_options(language: Language) -> [Arg; 2] {
    let frames = words!(
        nb: "Velg også innenfor rammene i denne fila, og vis det ved siden av a3.yaml; kan gjentas",
        en: "Choose within the frames of this file too, and show it beside a3.yaml; may be repeated"
    );
    let file = words!(nb: "FIL", en: "FILE").get(language);
    let without = words!(nb: "Se bort fra rammene i a3.yaml", en: "Leave the frames of a3.yaml out");
    [
        common::option("frames", frames, language)
            .long("rammer")
            .value_name(file)
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf)),
        common::flag("without-frames", without, language).long("uten-rammer").conflicts_with("frames"),
    ]
}

/// Flags of the draws, and of the search: by id, as written.
const DRAWN: [(&str, &str); 2] = [("draws", "--trekk"), ("seed", "--frø")];
const SEARCHED: [(&str, &str); 2] = [("nodes", "--knutegrense"), ("seconds", "--tidsgrense")];

/// Says which of some flags are given where they do nothing.
fn say_idle(matches: &ArgMatches, flags: &[(&str, &str)], common: &Common) {
    for (_, flag) in flags.iter().filter(|(id, _)| matches.contains_id(id)) {
        let said = text!(
            nb: "{flag} har ingen virkning her: det gjelder bare valget innenfor rammene i a3.yaml.",
            en: "{flag} has no effect here: it is only for the choice within the frames of a3.yaml."
        );
        terminal::remark(said.get(common.language));
    }
}

/// Ranks and shows.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<Ending, Text> {
    let method = matches.get_one::<String>("method").and_then(|word| a3::model::Method::from_word(word));
    let repository = common::opened(matches)?;
    let appraised = report::appraise(&repository, common.today).map_err(|wrong| wrong.text())?;
    let format = matches.get_one::<Format>("format").copied().unwrap_or(Format::Page(PageFormat::Text));
    let alternatives: Vec<&PathBuf> = matches.get_many("frames").into_iter().flatten().collect();
    let has_alternatives = !alternatives.is_empty();
    let has_frames = has_alternatives || !appraised.organisation.frames.is_empty();
    // Frames that stand in a file with errors cannot be trusted: then there is nothing to choose within.
    let can_choose = has_frames && appraised.spoiled.is_none();
    let is_limited = can_choose && !matches.get_flag("without-frames");
    if !is_limited || has_alternatives {
        say_idle(matches, &DRAWN, common);
    }
    if !is_limited {
        say_idle(matches, &SEARCHED, common);
    }
    let asked = Asked {
        method,
        frames: is_limited.then_some(&appraised.organisation.frames),
        effort: effort::effort(matches),
        draws: draws::choice(matches),
        repository: &repository,
        alternatives: if is_limited { alternatives } else { Vec::new() },
        format,
    };
    choice::run(&appraised, &asked, common)
}
