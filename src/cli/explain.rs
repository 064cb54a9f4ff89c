//! `a3 explain`: what a rule, a field or a word means.

use super::prelude::*;
use a3::glossary::TERMS;
use a3::model::Phase;
use a3::pages::field_page::{field_page, fields_page};
use a3::pages::page::Page;
use a3::pages::phase_page::{case_page, phase_page};
use a3::pages::units_page::units_page;
use a3::pages::year_page::year_page;
use a3::pages::{believed_page, explain_page, topic_page};
use a3::{checks, shape};

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Forklar en regel, et felt, et ord, en fase eller en sak.", nn: "Forklar ein regel, eit felt, eit ord, ein fase eller ei sak.",
        en: "Explain a rule, a field, a word, a phase or a case."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 explain                      alle reglene\n  a3 explain gevinst-uten-kilde   én regel, med eksempel\n  a3 explain felt                 alle feltene\n  a3 explain felt gevinster.tas_ut\n  a3 explain forutsetning NAVN    hva som er trodd, og hva som er målt\n  a3 explain ord                  ordene i faget\n  a3 explain nnv                  ett ord\n  a3 explain enheter              alle enhetene\n  a3 explain formler              hvordan et regnestykke skrives\n  a3 explain budsjett             budsjettfila, og det nye budsjettet\n  a3 explain dypdykk              en fase: når den er, og hva den krever\n  a3 explain digital-post         en sak: fasen den er i, og hva den mangler\n  a3 explain året                 året, kvartal for kvartal", nn: "Døme:\n  a3 explain                      alle reglane\n  a3 explain gevinst-uten-kilde   éin regel, med døme\n  a3 explain felt                 alle felta\n  a3 explain felt gevinster.tas_ut\n  a3 explain forutsetning NAMN    kva som er trudd, og kva som er målt\n  a3 explain ord                  orda i faget\n  a3 explain nnv                  eitt ord\n  a3 explain enheter              alle einingane\n  a3 explain formler              korleis eit reknestykke blir skrive\n  a3 explain budsjett             budsjettfila, og det nye budsjettet\n  a3 explain dypdykk              ein fase: når han er, og kva han krev\n  a3 explain digital-post         ei sak: fasen ho er i, og kva ho manglar\n  a3 explain året                 året, kvartal for kvartal",
        en: "Example:\n  a3 explain                      every rule\n  a3 explain gevinst-uten-kilde   one rule, with an example\n  a3 explain felt                 every field\n  a3 explain felt gevinster.tas_ut\n  a3 explain forutsetning NAME    what is believed, and what was measured\n  a3 explain ord                  the words of the field\n  a3 explain nnv                  one word\n  a3 explain units                every unit\n  a3 explain formulas             how a calculation is written\n  a3 explain budget               the budget file, and the new budget\n  a3 explain dypdykk              a phase: when it is, and what it asks for\n  a3 explain digital-post         a case: the phase it is in, and what it lacks\n  a3 explain year                 the year, quarter by quarter"
    );
    let what = words!(nb: "En regel, et felt eller et ord; «felt» og «ord» viser alle", nn: "Ein regel, eit felt eller eit ord; «felt» og «ord» viser alle", en: "A rule, a field or a word; “felt” (fields) and “ord” (words) show them all");
    let path = words!(nb: "Etter «felt», «ord» eller «forutsetning»: hvilket, som gevinster.tas_ut", nn: "Etter «felt», «ord» eller «forutsetning»: kva for eit, som gevinster.tas_ut", en: "After “felt”, “ord” or “forutsetning”: which, like gevinster.tas_ut");
    make.command("explain", about, after).args([
        make.word("what", NAME, what),
        make.word("name", words!(nb: "HVILKET", nn: "KVA", en: "WHICH"), path),
        make.day(),
    ])
}

/// Shows the page asked for.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let (what, name) = (asked.one::<String>("what"), asked.one::<String>("name"));
    let pages = match (what.as_deref(), name.as_deref()) {
        (None, _) => vec![explain_page::rules_page(asked.language)],
        (Some(name), None) if YEAR.contains(&name) => vec![year_page(asked.language)],
        (Some(name), None) if UNITS.contains(&name) => vec![units_page()],
        (Some(name), Some(which)) if ASSUMPTION.contains(&name) => vec![assumption_page(which, asked)?],
        (Some(FIELD), None) => vec![fields_page()],
        (Some(FIELD), Some(path)) => vec![field_page(path).ok_or_else(|| no_field(path))?],
        (Some(WORD), None) => vec![explain_page::words_page()],
        (Some(WORD), Some(word)) => vec![explain_page::word_page(word).ok_or_else(|| no_word(word))?],
        (Some(one), Some(more)) => return Err(too_many(one, more)),
        (Some(name), None) => {
            let found = anything(name, asked.language).or_else(|| case(name, asked));
            found.ok_or_else(|| nothing(name, near_case(name)))?
        }
    };
    let shown: Vec<String> = pages.into_iter().map(|page| asked.show(PageFormat::Text, page)).collect();
    asked.give(&shown.join("\n"))?;
    Ok(Ending::Clean)
}

const FIELD: &str = "felt";
const WORD: &str = "ord";
/// A forutsetning in each language.
const ASSUMPTION: [&str; 3] = ["forutsetning", "føresetnad", "assumption"];
/// The units in each language.
const UNITS: [&str; 3] = ["enheter", "einingar", "units"];
/// The year in each language.
const YEAR: [&str; 2] = ["året", "year"];

/// A case by its id or its path: the phase it is in, what that asks for, and what it lacks.
fn case(name: &str, asked: &Asked) -> Option<Vec<Page>> {
    let repository = Repository::open(&[PathBuf::from(name)]).ok()?;
    let [path] = repository.asked.as_slice() else { return None };
    let id = a3::document::case_id(path).into_owned();
    let appraised = report::appraise(&repository, asked.today).ok()?;
    let found = report::check(&repository, asked.today).ok()?;
    let of = appraised.cases.iter().find(|of| of.case.id == id);
    Some(vec![case_page(&id, of.map(|of| &*of.case), &found, asked.language)])
}

/// The case from here that was probably meant.
fn near_case(name: &str) -> Option<String> {
    let repository = Repository::open(&[]).ok()?;
    let ids: Vec<_> = repository.all.iter().map(|path| a3::document::case_id(path)).collect();
    shape::meant(name, ids.iter().map(|id| &**id)).map(str::to_owned)
}

/// What is believed of a forutsetning in the cases from here, and what was measured.
fn assumption_page(name: &str, asked: &Asked) -> Result<Page, Text> {
    let repository = Repository::open(&[])?;
    let report = report::believed(&repository, asked.today, name)?;
    match &report.near {
        _ if !report.believed.is_empty() || !report.measured.is_empty() => Ok(believed_page::page(&report)),
        Some(near) => Err(text!(
            nb: "Ingen sak her har en forutsetning som heter «{name}». Mente du «{near}»?", nn: "Inga sak her har ein føresetnad som heiter «{name}». Meinte du «{near}»?",
            en: "No case here has an assumption called “{name}”. Did you mean “{near}”?"
        )),
        None => Err(text!(
            nb: "Ingen sak her har en forutsetning som heter «{name}».", nn: "Inga sak her har ein føresetnad som heiter «{name}».",
            en: "No case here has an assumption called “{name}”."
        )),
    }
}

/// A topic or a phase; a rule's page; else what a word means, and where it stands as a field.
fn anything(name: &str, language: Language) -> Option<Vec<Page>> {
    if let Some(topic) = topic_page::of(name) {
        return Some(vec![topic]);
    }
    if let Some(phase) = Phase::from_word(name) {
        return Some(vec![phase_page(phase, language)]);
    }
    if let Some(rule) = explain_page::rule_page(name, language) {
        return Some(vec![rule]);
    }
    let pages: Vec<Page> = explain_page::word_page(name).into_iter().chain(field_page(name)).collect();
    (!pages.is_empty()).then_some(pages)
}

fn too_many(one: &str, more: &str) -> Text {
    text!(
        nb: "Bare ett navn om gangen: «{more}» er ett for mye. Skriv a3 explain {one}, eller a3 explain felt STI for et felt.", nn: "Berre eitt namn om gongen: «{more}» er eitt for mykje. Skriv a3 explain {one}, eller a3 explain felt STI for eit felt.",
        en: "Only one name at a time: “{more}” is one too many. Write a3 explain {one}, or a3 explain felt PATH for a field."
    )
}

/// Neither a rule, a field, a word nor a case; the nearest of each, with what shows it.
fn nothing(name: &str, case: Option<String>) -> Text {
    let rule = shape::nearest(name, checks::RULES.iter().map(|rule| rule.name)).map(str::to_owned);
    let field = shape::nearest_paths(name).into_iter().next().map(|path| format!("{FIELD} {path}"));
    let word = nearest_word(name).map(|word| format!("{WORD} \"{word}\""));
    match rule.or(field).or(word).or(case) {
        Some(meant) => text!(
            nb: "Det finnes verken regel, felt, ord eller sak som heter «{name}». Mente du: a3 explain {meant}", nn: "Det finst verken regel, felt, ord eller sak som heiter «{name}». Meinte du: a3 explain {meant}",
            en: "There is no rule, field, word or case called “{name}”. Did you mean: a3 explain {meant}"
        ),
        None => text!(
            nb: "Det finnes verken regel, felt, ord eller sak som heter «{name}». Se alle med: a3 explain, a3 explain felt, a3 explain ord", nn: "Det finst verken regel, felt, ord eller sak som heiter «{name}». Sjå alle med: a3 explain, a3 explain felt, a3 explain ord",
            en: "There is no rule, field, word or case called “{name}”. See them all with: a3 explain, a3 explain felt, a3 explain ord"
        ),
    }
}

fn nearest_word(word: &str) -> Option<&'static str> {
    let short = |part: &&str| part.chars().count() >= SHORTEST;
    let terms = || TERMS.iter().flat_map(|term| [term.norwegian, term.nynorsk]);
    let parts = terms().flat_map(|term| term.split([' ', '(', ')']));
    shape::nearest(word, terms().chain(parts.filter(short)))
}

/// Letters of a part of a term that is a word by itself, like NNV.
const SHORTEST: usize = 3;

fn no_word(word: &str) -> Text {
    match nearest_word(word) {
        Some(meant) => text!(
            nb: "«{word}» er ikke blant ordene i faget. Mente du «{meant}»?", nn: "«{word}» er ikkje blant orda i faget. Meinte du «{meant}»?",
            en: "“{word}” is not among the words of the field. Did you mean “{meant}”?"
        ),
        None => text!(
            nb: "«{word}» er ikke blant ordene i faget. Se alle med: a3 explain ord", nn: "«{word}» er ikkje blant orda i faget. Sjå alle med: a3 explain ord",
            en: "“{word}” is not among the words of the field. See them all with: a3 explain ord"
        ),
    }
}

fn no_field(path: &str) -> Text {
    let near = shape::nearest_paths(path).join(", ");
    if !near.is_empty() {
        return text!(
            nb: "Det finnes ikke noe felt «{path}». Mente du: {near}?", nn: "Det finst ikkje noko felt «{path}». Meinte du: {near}?",
            en: "There is no field “{path}”. Did you mean: {near}?"
        );
    }
    text!(
        nb: "Det finnes ikke noe felt «{path}». Se alle med: a3 explain felt", nn: "Det finst ikkje noko felt «{path}». Sjå alle med: a3 explain felt",
        en: "There is no field “{path}”. See them all with: a3 explain felt"
    )
}
