//! `a3 status`: what was promised, what came, and what is deducted.

use super::prelude::*;
use a3::pages::status_page;
use a3::render::excerpt;
use a3::report::{AccountsReport, FailAt, NoStatus, NoSuchPerson, StatusWanted};
use a3::sentences::today;
use a3::words::{Quoted, at_most};

const FAIL_AT: Choices<FailAt> =
    &[("aldri", FailAt::Never), ("tapt", FailAt::Lost), ("bak", FailAt::Behind), ("hull", FailAt::Hole)];

/// Names that are written out where the one asked for is not there.
const MOST_NAMED: usize = 12;

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Vis om gevinstene kommer: lovet, ventet, målt, og det budsjettet alt har trukket fra.", nn: "Vis om gevinstane kjem: lova, venta, målt, og det budsjettet alt har trekt frå.",
        en: "Show whether the gains come: promised, expected, measured, and what the budget has deducted already."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 status                      alle vedtatte saker\n  a3 status --siden 2026-08-31   det som er nytt siden sist tertial\n  a3 status --eier \"Anne Berg\"   bare hennes gevinster\n  a3 status --feil-ved hull      slutter med 1 når det er et hull\n  a3 status --regnskap regnskap/2027-08.csv   ført, mot nytt budsjett\n\nKroner er regnet av målingene med sakens egne regler: tas_ut og hele stillinger.", nn: "Døme:\n  a3 status                      alle vedtekne saker\n  a3 status --siden 2026-08-31   det som er nytt sidan sist tertial\n  a3 status --eier \"Anne Berg\"   berre gevinstane hennar\n  a3 status --feil-ved hull      sluttar med 1 når det er eit hol\n  a3 status --regnskap regnskap/2027-08.csv   ført, mot nytt budsjett\n\nKroner er rekna av målingane med reglane i saka: tas_ut og heile stillingar.",
        en: "Example:\n  a3 status                      every decided case\n  a3 status --siden 2026-08-31   what is new since last time\n  a3 status --eier \"Anne Berg\"   her gains alone\n  a3 status --feil-ved hull      ends with 1 when there is a hole\n  a3 status --regnskap regnskap/2027-08.csv   booked, against the new budget\n\nKroner are worked out from the measurements by the case's own rules: tas_ut and whole positions."
    );
    let since = words!(nb: "Vis også hva som er nytt siden denne datoen", nn: "Vis også kva som er nytt sidan denne datoen", en: "Show what is new since this date too");
    let accounts = words!(
        nb: "Hold det som er ført i år (CSV som budsjettfila, med periode), mot det nye budsjettet", nn: "Hald det som er ført i år (CSV som budsjettfila, med periode), mot det nye budsjettet",
        en: "Hold what is booked this year (CSV like the budget file, with periode) against the new budget"
    );
    make.command("status", about, after).args([
        make.cases_or_folders(),
        make.date("since", since).long("siden"),
        owner(make),
        make.file("accounts", accounts).long("regnskap"),
        fail_at(make),
        make.everything(),
        make.table_format(),
        make.day(),
    ])
}

/// `--eier`: a part of a name.
pub(super) fn owner(make: Make) -> Arg {
    let help = words!(nb: "Bare det som gjelder denne personen (en del av navnet holder)", nn: "Berre det som gjeld denne personen (ein del av namnet held)", en: "Only what concerns this person (a part of the name will do)");
    make.option("owner", TEXT, help).long("eier")
}

fn fail_at(make: Make) -> Arg {
    let help = words!(
        nb: "Slutt med 1 når en gevinst er tapt, når en er bak eller tapt, eller når det er et hull: aldri, tapt, bak eller hull [vanlig: aldri]", nn: "Slutt med 1 når ein gevinst er tapt, når ein er bak eller tapt, eller når det er eit hol: aldri, tapt, bak eller hull [vanleg: aldri]",
        en: "End with 1 when a gain is lost, when one is behind or lost, or when there is a hole: aldri (never), tapt (lost), bak (behind) or hull (hole) [default: aldri]"
    );
    let arg = make.option("fail", WORD, help).long("feil-ved");
    choice(arg, FAIL_AT).default_value("aldri").hide_default_value(true)
}

/// Follows and shows.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let format = asked.format();
    let how_much = asked.how_much();
    let wanted = StatusWanted {
        day: asked.today,
        since: asked.one::<NaiveDate>("since"),
        owner: asked.one::<String>("owner"),
        accounts: asked.one::<PathBuf>("accounts"),
        fail_at: asked.one::<FailAt>("fail").unwrap_or(FailAt::Never),
    };
    if let Some(since) = wanted.since.filter(|since| *since > wanted.day) {
        let day = wanted.day;
        return Err(text!(
            nb: "--siden {since} er etter {day}, så ingenting er målt siden. Skriv en dag før.", nn: "--siden {since} er etter {day}, så ingenting er målt sidan. Skriv ein dag før.",
            en: "--siden {since} is after {day}, so nothing is measured since. Write an earlier day."
        ));
    }
    let repository = asked.opened()?;
    let report = report::status(&repository, wanted).map_err(refused)?;
    let shown = match format {
        Format::Json => contract::status::json(&report, asked.language),
        Format::Page(PageFormat::Csv) => asked.show(PageFormat::Csv, status_page::sheet(&report)),
        Format::Page(format) => asked.show(format, status_page::page(&report, how_much, &asked.again)),
    };
    if let Some(accounts) = &report.accounts {
        say_accounts(accounts, asked);
    }
    let remarks = asked.passed(&report.appraised);
    asked.answer(&shown, Of { repository: &repository, appraised: &report.appraised }, remarks.as_slice())?;
    Ok(report.ending())
}

/// Says what is wrong with the file of accounts, and with today's budget, which they are held against.
fn say_accounts(accounts: &AccountsReport, asked: &Asked) {
    if accounts.findings.total() > 0 {
        terminal::remark_lines(excerpt::render(&accounts.findings, asked.look()).trim_end());
    }
    if let Some(said) = today::remark(&accounts.budget) {
        asked.say(&said);
    }
}

fn refused(why: NoStatus) -> Text {
    match why {
        NoStatus::World(wrong) => wrong.text(),
        NoStatus::Accounts(wrong) => {
            let accounts = words!(nb: "regnskapet", nn: "rekneskapen", en: "accounts");
            asked::no_file(&wrong, accounts, accounts)
        }
        NoStatus::NotBegun(year) => {
            let before = year.number().saturating_sub(1);
            text!(
                nb: "Planen begynner i {year}, og i det året er ingenting ført ennå. Regnskapet for {before} holdes mot planen for {before}, slik den var før a3 roll.", nn: "Planen begynner i {year}, og i det året er ingenting ført enno. Rekneskapen for {before} blir halden mot planen for {before}, slik han var før a3 roll.",
                en: "The plan begins in {year}, and nothing is booked in that year yet. The accounts of {before} are held against the plan of {before}, as it was before a3 roll."; year, before
            )
        }
        NoStatus::NoSuchPerson(nobody) => no_such_person(&nobody),
        NoStatus::TooLarge => asked::too_large(),
    }
}

/// That nobody is called that, and who there is.
pub(super) fn no_such_person(NoSuchPerson { part, known }: &NoSuchPerson) -> Text {
    if known.is_empty() {
        return text!(nb: "Sakene nevner ingen ved navn, så «{part}» finnes ikke.", nn: "Sakene nemner ingen ved namn, så «{part}» finst ikkje.", en: "The cases name nobody, so there is no “{part}”.");
    }
    let known = at_most(MOST_NAMED, known.iter().map(|name| Quoted(name)));
    text!(
        nb: "Ingen i sakene heter noe med «{part}». De som er nevnt: {known}.", nn: "Ingen i sakene heiter noko med «{part}». Dei som er nemnde: {known}.",
        en: "Nobody in the cases is called anything with “{part}”. Those named: {known}."; part, known
    )
}
