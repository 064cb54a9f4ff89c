//! `a3 init`: a new case, and a3.yaml where there is none.

use super::common::{self, Common};
use super::{Ending, terminal};
use a3::contract::schema;
use a3::draft::{self, NewBenefit, NewCase, case_text, organisation_text, slug};
use a3::flow::{self, Base};
use a3::shape::nearest;
use a3::text::{Language, Text, Words};
use a3::{load, save, text, words};
use chrono::Datelike;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Arguments and help.
pub(super) fn command(language: Language) -> Command {
    let about = words!(
        nb: "Lag en ny sak (og a3.yaml når den mangler). Spør i terminalen; ellers gjelder valgene under.",
        en: "Make a new case (and a3.yaml where there is none). Asks in a terminal; otherwise the options below count."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 init \"Digital post\" --område Stab --gevinst \"Spart porto\" --anslag \"96 000 kr/år\"\n\nSaken skrives til saker/digital-post.yaml. En fil som finnes fra før, blir aldri overskrevet.",
        en: "Example:\n  a3 init \"Digital post\" --område Stab --gevinst \"Spart porto\" --anslag \"96 000 kr/år\"\n\nThe case is written to saker/digital-post.yaml. A file that exists is never overwritten."
    );
    let text = |name: &'static str, long: &'static str, help| {
        common::option(name, help, language)
            .long(long)
            .value_name(words!(nb: "TEKST", en: "TEXT").get(language))
    };
    Command::new("init").about(about.get(language)).after_help(after.get(language)).args([
        Arg::new("title")
            .value_name(words!(nb: "TITTEL", en: "TITLE").get(language))
            .help(words!(nb: "Hva saken heter", en: "What the case is called").get(language))
            .help_heading(words!(nb: "Argumenter", en: "Arguments").get(language)),
        text("area", "område", words!(nb: "Området den hører til", en: "The area it belongs to")),
        text("owner", "eier", words!(nb: "Lederen som skal hente ut gevinsten", en: "The leader who takes the gain out")),
        text("now", "nå", words!(nb: "Hvordan det er i dag", en: "How it is today")),
        text("wanted", "ønsket", words!(nb: "Hvordan det skal bli", en: "How it should be")),
        text("benefit", "gevinst", words!(nb: "Den første gevinsten", en: "The first gain")),
        text("estimate", "anslag", words!(nb: "Hva den er verdt, som «96 000 kr/år» eller «400 timer/år»", en: "What it is worth, like \"96 000 kr/år\" or \"400 timer/år\"")),
        text("position", "stilling", words!(nb: "Hvem sin tid som spares, når anslaget er timer", en: "Whose time is saved, when the estimate is hours")),
        text("organisation", "virksomhet", words!(nb: "Kommunens navn, når a3.yaml må lages", en: "The municipality's name, when a3.yaml must be made")),
        common::option("folder", words!(nb: "Mappa det skal skrives i (ellers her)", en: "The folder to write in (here otherwise)"), language)
            .long("mappe")
            .value_name(words!(nb: "MAPPE", en: "FOLDER").get(language))
            .value_parser(value_parser!(PathBuf)),
        common::flag("unasked", words!(nb: "Spør aldri, bruk valgene og det som er vanlig", en: "Never ask, use the options and what is usual"), language)
            .long("uten-spørsmål"),
        common::day(language),
    ])
}

/// Makes the case.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<Ending, Text> {
    let folder = matches.get_one::<PathBuf>("folder").cloned().unwrap_or_else(|| PathBuf::from("."));
    let base = flow::base(&folder).map_err(|wrong| wrong.text())?;
    let asks = terminal::is_interactive() && !matches.get_flag("unasked");
    let case = if asks { ask(matches, &base, common.language)? } else { from_arguments(matches, &base)? };
    fits(&case, &base)?;
    let stem = slug(&case.title);
    if stem.is_empty() {
        return Err(text!(
            nb: "Tittelen «{}» har ingen bokstaver a til å eller tall, så fila får ikke noe navn. Skriv en tittel med ord.", case.title;
            en: "The title \"{}\" has no letters a to å or digits, so the file gets no name. Write a title with words.", case.title
        ));
    }
    let paths = Paths::new(&base, &stem);
    if let Some(taken) = base.all.iter().find(|path| is_stem(path, &stem)) {
        return Err(exists(taken, &stem));
    }
    let preview = case_text(&case, &paths.schema_from_case);
    if asks && !accepts(&preview, common.language)? {
        terminal::remark(text!(nb: "Ingenting er skrevet.", en: "Nothing was written.").get(common.language));
        return Ok(Ending::Clean);
    }
    write_organisation(matches, (&base, &case), common)?;
    create(&paths.case, &preview)?;
    keep_schemas(&base)?;
    report(&paths, common)
}

/// Where things are written.
struct Paths {
    case: PathBuf,
    shown: String,
    schema_from_case: String,
}

impl Paths {
    fn new(base: &Base, stem: &str) -> Self {
        let shown = format!("{}/{stem}.yaml", load::CASE_FOLDER);
        Self {
            case: base.root.join(&shown),
            shown,
            schema_from_case: "../.schema/sak.schema.json".to_owned(),
        }
    }
}

fn is_stem(path: &str, stem: &str) -> bool {
    Path::new(path).file_stem().is_some_and(|own| own == stem)
}

fn exists(taken: &str, stem: &str) -> Text {
    text!(
        nb: "Det finnes allerede en sak som heter «{stem}»: {taken}. Endre den, eller gi den nye en annen tittel.",
        en: "There is already a case called \"{stem}\": {taken}. Change that one, or give the new one another title."
    )
}

/// What the arguments say, with what is usual for the rest.
fn from_arguments(matches: &ArgMatches, base: &Base) -> Result<NewCase, Text> {
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let title = given("title").ok_or_else(|| {
        text!(
            nb: "Saken trenger en tittel: a3 init \"Digital post\"",
            en: "The case needs a title: a3 init \"Digital post\""
        )
    })?;
    let or = |name: &str, usual: &str| given(name).unwrap_or_else(|| usual.to_owned());
    Ok(NewCase {
        title,
        area: given("area").unwrap_or_else(|| usual_area(base)),
        owner: or("owner", USUAL_OWNER),
        now: or("now", USUAL_NOW),
        wanted: or("wanted", USUAL_WANTED),
        benefit: NewBenefit {
            name: or("benefit", USUAL_BENEFIT),
            estimate: or("estimate", USUAL_ESTIMATE),
            position: given("position"),
        },
    })
}

const USUAL_OWNER: &str = "Ikke avklart";
const USUAL_NOW: &str = "Slik er det i dag (skriv to–tre setninger)";
const USUAL_WANTED: &str = "Slik skal det bli (skriv to–tre setninger)";
const USUAL_BENEFIT: &str = "Første gevinst";
const USUAL_ESTIMATE: &str = "0 kr/år";
const USUAL_AREA: &str = "Stab";

fn usual_area(base: &Base) -> String {
    base.areas.first().cloned().unwrap_or_else(|| USUAL_AREA.to_owned())
}

/// Asks the six questions; what was given as an argument is the suggestion.
fn ask(matches: &ArgMatches, base: &Base, language: Language) -> Result<NewCase, Text> {
    let given = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let question = |words: Words, suggested: &str| prompt(words.get(language), suggested, language);
    let title = question(words!(nb: "Hva heter saken?", en: "What is the case called?"), &given("title"))?;
    let area = match given("area") {
        area if !area.is_empty() => area,
        _ => choose_area(base, language)?,
    };
    let or = |name: &str, usual: &str| if given(name).is_empty() { usual.to_owned() } else { given(name) };
    let owner = question(
        words!(nb: "Hvem skal hente ut gevinsten (eier)?", en: "Who takes the gain out (owner)?"),
        &or("owner", USUAL_OWNER),
    )?;
    let now = question(words!(nb: "Hvordan er det i dag?", en: "How is it today?"), &or("now", USUAL_NOW))?;
    let wanted =
        question(words!(nb: "Hvordan skal det bli?", en: "How should it be?"), &or("wanted", USUAL_WANTED))?;
    let first = question(
        words!(nb: "Første gevinst, og hva den er verdt i året (Spart porto: 96 000 kr/år)?", en: "First gain, and what it is worth a year (Spart porto: 96 000 kr/år)?"),
        &format!("{}: {}", or("benefit", USUAL_BENEFIT), or("estimate", USUAL_ESTIMATE)),
    )?;
    let (name, estimate) = first.rsplit_once(':').unwrap_or((&first, USUAL_ESTIMATE));
    let benefit = NewBenefit {
        name: name.trim().to_owned(),
        estimate: estimate.trim().to_owned(),
        position: matches.get_one::<String>("position").cloned(),
    };
    Ok(NewCase { title, area, owner, now, wanted, benefit })
}

fn prompt(question: &str, suggested: &str, language: Language) -> Result<String, Text> {
    let asked = if suggested.is_empty() {
        inquire::Text::new(question).prompt()
    } else {
        inquire::Text::new(question).with_default(suggested).prompt()
    };
    asked
        .map_err(|_| stopped())
        .map(|answer| if answer.trim().is_empty() { suggested.to_owned() } else { answer })
        .and_then(
            |answer| if answer.trim().is_empty() { prompt_again(question, language) } else { Ok(answer) },
        )
}

/// Asks once more where an answer is needed and none was given.
fn prompt_again(question: &str, language: Language) -> Result<String, Text> {
    let needed = words!(nb: "Dette må ha et svar.", en: "This needs an answer.");
    terminal::remark(needed.get(language));
    let answer = inquire::Text::new(question).prompt().map_err(|_| stopped())?;
    if answer.trim().is_empty() { Err(stopped()) } else { Ok(answer) }
}

fn choose_area(base: &Base, language: Language) -> Result<String, Text> {
    let question =
        words!(nb: "Hvilket område hører den til?", en: "Which area does it belong to?").get(language);
    if base.areas.is_empty() {
        return prompt(question, USUAL_AREA, language);
    }
    inquire::Select::new(question, base.areas.clone()).prompt().map_err(|_| stopped())
}

fn accepts(preview: &str, language: Language) -> Result<bool, Text> {
    terminal::remark(&format!("\n{preview}"));
    let question = words!(nb: "Skal dette skrives?", en: "Write this?").get(language);
    inquire::Confirm::new(question).with_default(true).prompt().map_err(|_| stopped())
}

fn stopped() -> Text {
    text!(nb: "Avbrutt. Ingenting er skrevet.", en: "Stopped. Nothing was written.")
}

/// Whether the answers fit the organisation, so that what is written passes `check`.
fn fits(case: &NewCase, base: &Base) -> Result<(), Text> {
    if base.has_organisation && !base.areas.is_empty() && !base.areas.contains(&case.area) {
        let (area, known) = (&case.area, base.areas.join(", "));
        let meant = nearest(area, base.areas.iter().map(String::as_str)).unwrap_or_default();
        let hint = if meant.is_empty() {
            Text::default()
        } else {
            text!(nb: " Mente du «{meant}»?", en: " Did you mean \"{meant}\"?")
        };
        return Err(text!(
            nb: "Området «{area}» står ikke i a3.yaml. Der står: {known}.{}", hint.nb;
            en: "The area \"{area}\" is not in a3.yaml. It has: {known}.{}", hint.en
        ));
    }
    draft::fits_estimate(&case.benefit, &base.positions, &base.context)
}

/// Makes a3.yaml where there is none.
fn write_organisation(
    matches: &ArgMatches,
    (base, case): (&Base, &NewCase),
    common: &Common,
) -> Result<(), Text> {
    if base.has_organisation {
        return Ok(());
    }
    let name = matches.get_one::<String>("organisation").map_or("Vår kommune", String::as_str);
    let next_year = u16::try_from(common.today.year().saturating_add(1)).unwrap_or(2027);
    let text = organisation_text(name, next_year, std::slice::from_ref(&case.area));
    create(&base.root.join(load::ORGANISATION_FILE), &text)
}

/// Puts the schemas where the editor lines of the files point, unless they are there.
fn keep_schemas(base: &Base) -> Result<(), Text> {
    for name in ["sak", "a3"] {
        let path = base.root.join(format!(".schema/{name}.schema.json"));
        match save::create(&path, &schema::named(name).unwrap_or_default()) {
            Err(cause) if cause.kind() != ErrorKind::AlreadyExists => return Err(not_written(&path, &cause)),
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

fn create(path: &Path, text: &str) -> Result<(), Text> {
    save::create(path, text).map_err(|cause| not_written(path, &cause))
}

fn not_written(path: &Path, cause: &std::io::Error) -> Text {
    let path = path.display();
    if cause.kind() == ErrorKind::AlreadyExists {
        return text!(
            nb: "«{path}» finnes fra før og blir ikke overskrevet.",
            en: "\"{path}\" exists and is not overwritten."
        );
    }
    text!(
        nb: "Får ikke skrevet «{path}»: {cause}. Sjekk at du kan skrive i mappa.",
        en: "Cannot write \"{path}\": {cause}. Check that you may write in the folder."
    )
}

fn report(paths: &Paths, common: &Common) -> Result<Ending, Text> {
    let shown = &paths.shown;
    let said = text!(
        nb: "Skrev {shown}\n\nNeste: åpne fila, fyll inn det du vet, og kjør\n  a3 check {shown}\n  a3 calc {shown}\n",
        en: "Wrote {shown}\n\nNext: open the file, fill in what you know, and run\n  a3 check {shown}\n  a3 calc {shown}\n"
    );
    terminal::give(said.get(common.language), common.output.as_deref())?;
    Ok(Ending::Clean)
}
