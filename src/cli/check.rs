//! `a3 check`: every problem of every case at once.

use super::prelude::*;
use a3::diagnostic::{Grade, Report};
use a3::render::{brief, github, screen};
use a3::sentences::omitted;

/// The formats findings are shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Brief,
    Json,
    Github,
}

const FORMATS: Choices<Format> =
    &[("text", Format::Text), ("kort", Format::Brief), ("json", Format::Json), ("github", Format::Github)];

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Finn alt som er galt eller mangler i sakene, med sted, grunn og råd.", nn: "Finn alt som er gale eller manglar i sakene, med stad, grunn og råd.",
        en: "Find everything wrong or missing in the cases, with place, reason and what to write instead."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 check                          alle sakene her\n  a3 check digital-post             bare én\n  a3 check --format github          merknader i en endringsforespørsel\n\nSlutter med 0 når det ikke er feil, 1 når det er feil, 2 når noe ikke lot seg lese.\nHva en regel betyr: a3 explain REGEL", nn: "Døme:\n  a3 check                          alle sakene her\n  a3 check digital-post             berre éi\n  a3 check --format github          merknader i ein endringsførespurnad\n\nSluttar med 0 når det ikkje er feil, 1 når det er feil, 2 når noko ikkje lét seg lese.\nKva ein regel betyr: a3 explain REGEL",
        en: "Example:\n  a3 check                          all the cases here\n  a3 check digital-post             only one\n  a3 check --format github          remarks beside the lines of a pull request\n\nExits with 0 when there are no errors, 1 when there are, 2 when something could not be read.\nWhat a rule means: a3 explain RULE"
    );
    let format = words!(
        nb: "text, kort (én linje per funn), json eller github", nn: "text, kort (éi linje per funn), json eller github",
        en: "text, kort (one line per finding), json or github"
    );
    let fail_at = words!(
        nb: "Slutt med 1 fra denne graden: feil, advarsel eller merknad [vanlig: feil]", nn: "Slutt med 1 frå denne graden: feil, advarsel eller merknad [vanleg: feil]",
        en: "Exit with 1 from this grade: feil (error), advarsel (warning) or merknad (remark) [default: feil]"
    );
    make.command("check", about, after).args([
        make.ids_or_folders(),
        make.format(format, FORMATS),
        choice(
            make.option("fail-at", words!(nb: "GRAD", nn: "GRAD", en: "GRADE"), fail_at).long("feil-ved"),
            &[("feil", Grade::Error), ("advarsel", Grade::Warning), ("merknad", Grade::Note)],
        ),
        make.everything(),
        make.day(),
    ])
}

/// Checks and says what was found.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let fail_at = asked.one::<Grade>("fail-at").unwrap_or(Grade::Error);
    let repository = asked.opened()?;
    let format = asked.one::<Format>("format").unwrap_or(Format::Text);
    let report = match format {
        Format::Text if !asked.everything => report::check_first(&repository, asked.today, screen::LINES)?,
        Format::Text | Format::Brief | Format::Json | Format::Github => {
            report::check(&repository, asked.today)?
        }
    };
    let language = asked.language;
    let shown = match format {
        Format::Text if asked.everything => screen::everything(&report, asked.look()),
        Format::Text => screen::render(&report, asked.look(), &asked.again),
        Format::Brief => brief::render(&report, language),
        Format::Json => contract::check::json(&report, language),
        Format::Github => {
            let base = repository.way_from_git().unwrap_or_else(|| base(&report));
            github::render(&report, &base, language)
        }
    };
    destination::give(&shown, asked, &repository)?;
    if format != Format::Text && report.cases == 0 {
        asked.say(&omitted::no_cases());
    }
    if format == Format::Json {
        report.unread.iter().for_each(|unread| asked.say(&unread.why));
    }
    Ok(Ending::of_check(&report, fail_at))
}

/// The way from the working folder to the files, where there is no git repository to place annotations by.
fn base(report: &Report) -> String {
    if report.root == "." { String::new() } else { format!("{}/", report.root) }
}
