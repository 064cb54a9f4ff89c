//! `a3 explain`: what a rule, a field or a word means.

use super::common::{Common, PageFormat};
use super::{Ending, terminal};
use a3::text::{Language, Text};
use a3::view::explain_page;
use a3::view::field_page::{field_page, fields_page};
use a3::{checks, shape, text, words};
use clap::{Arg, ArgMatches, Command};

/// Arguments and help.
pub(super) fn command(language: Language) -> Command {
    let about = words!(
        nb: "Forklar en regel, et felt eller et ord.",
        en: "Explain a rule, a field or a word."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 explain                      alle reglene\n  a3 explain gevinst-uten-kilde   én regel, med eksempel\n  a3 explain felt                 alle feltene\n  a3 explain felt gevinster.tas_ut\n  a3 explain ord                  ordene i faget",
        en: "Example:\n  a3 explain                      every rule\n  a3 explain gevinst-uten-kilde   one rule, with an example\n  a3 explain felt                 every field\n  a3 explain felt gevinster.tas_ut\n  a3 explain ord                  the words of the field"
    );
    let what = words!(nb: "En regel, eller «felt» eller «ord»", en: "A rule, or \"felt\" (field) or \"ord\" (words)");
    let path = words!(nb: "Feltet, som gevinster.tas_ut", en: "The field, like gevinster.tas_ut");
    let heading = words!(nb: "Argumenter", en: "Arguments").get(language);
    Command::new("explain").about(about.get(language)).after_help(after.get(language)).args([
        Arg::new("what")
            .value_name(words!(nb: "REGEL", en: "RULE").get(language))
            .help(what.get(language))
            .help_heading(heading),
        Arg::new("field")
            .value_name(words!(nb: "STI", en: "PATH").get(language))
            .help(path.get(language))
            .help_heading(heading),
    ])
}

/// Shows the page asked for.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<Ending, Text> {
    let what = matches.get_one::<String>("what").map(String::as_str);
    let field = matches.get_one::<String>("field").map(String::as_str);
    let page = match (what, field) {
        (None, _) => explain_page::rules_page(),
        (Some("felt"), None) => fields_page(),
        (Some("felt"), Some(path)) => field_page(path).ok_or_else(|| no_field(path))?,
        (Some("ord"), _) => explain_page::words_page(),
        (Some(name), _) => explain_page::rule_page(name, common.language).ok_or_else(|| no_rule(name))?,
    };
    terminal::give(&common.show(PageFormat::Text, &page), common.output.as_deref())?;
    Ok(Ending::Clean)
}

fn no_rule(name: &str) -> Text {
    let meant = shape::nearest(name, checks::RULES.iter().map(|rule| rule.name));
    match meant {
        Some(meant) => text!(
            nb: "Det finnes ingen regel «{name}». Mente du «{meant}»?",
            en: "There is no rule \"{name}\". Did you mean \"{meant}\"?"
        ),
        None => text!(
            nb: "Det finnes ingen regel «{name}». Se alle med: a3 explain",
            en: "There is no rule \"{name}\". See them all with: a3 explain"
        ),
    }
}

fn no_field(path: &str) -> Text {
    let near = shape::nearest_paths(path).join(", ");
    if !near.is_empty() {
        return text!(
            nb: "Det finnes ikke noe felt «{path}». Mente du: {near}?",
            en: "There is no field \"{path}\". Did you mean: {near}?"
        );
    }
    text!(
        nb: "Det finnes ikke noe felt «{path}». Se alle med: a3 explain felt",
        en: "There is no field \"{path}\". See them all with: a3 explain felt"
    )
}
