//! Three line leaders: from `a3 init` to forberedelse by doing only what the messages say, in at most four runs of
//! `check`. Each walk is a page in tests/data/leaders, which `A3_UPDATE=1 cargo test` rewrites.

use super::portfolio::{TODAY, a3, here};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Runs of `check` at the most, the last of which finds nothing wrong.
const MOST_CHECKS: usize = 4;

/// Somebody with a case to write.
struct Leader {
    /// The name of the page.
    page: &'static str,
    /// What is given to `a3 init`.
    init: &'static [&'static str],
    /// What the leader knows, by the place it is asked for; one place asked for twice has two answers, in order.
    answers: Vec<(&'static str, &'static str)>,
    /// What is found in the answers, and mended.
    mends: &'static [Mend],
    /// What the case comes to: a key of gevinstpotensial, and its value.
    comes_to: (&'static str, &'static str),
}

/// A slip in an answer, and what the message of its rule says of it.
struct Mend {
    rule: &'static str,
    /// What the message says to write.
    said: &'static str,
    from: &'static str,
    to: &'static str,
}

/// A case on its way, and what has been said of it.
struct Walk {
    folder: tempfile::TempDir,
    file: PathBuf,
    leader: Leader,
    page: String,
}

#[test]
fn a_medicine_robot_a_friday_without_meetings_and_a_joint_school_bus_get_to_the_council() {
    for leader in [robot(), fridays(), school_bus()] {
        let (name, walked) = (leader.page, Walk::begin(leader).through());
        let path = here(&format!("tests/data/leaders/{name}.md"));
        if std::env::var_os("A3_UPDATE").is_some() {
            std::fs::write(&path, &walked).unwrap();
        }
        assert_eq!(walked, std::fs::read_to_string(&path).unwrap(), "{name}");
    }
}

impl Walk {
    /// What init makes, with the phase the leader is to get to.
    fn begin(leader: Leader) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let given = leader
            .init
            .iter()
            .map(|one| if one.starts_with("--") { (*one).to_owned() } else { format!("\"{one}\"") });
        let mut page = format!(
            "# {}\n\n```console\n$ a3 init {}\n",
            leader.init[0],
            given.collect::<Vec<_>>().join(" ")
        );
        let made = a3(folder.path()).arg("init").args(leader.init).args(["--dato", TODAY]).output().unwrap();
        assert_eq!(made.status.code(), Some(0), "{made:?}");
        page += &String::from_utf8(made.stdout).unwrap();
        page += "```\n";
        let cases = std::fs::read_dir(folder.path().join("saker")).unwrap();
        let file = cases.map(|case| case.unwrap().path()).next().unwrap();
        let walk = Self { folder, file, leader, page };
        let text = walk.text();
        let line = text.lines().find(|line| line.starts_with("fase: ")).unwrap();
        walk.write(&text.replacen(line, "fase: forberedelse", 1));
        walk
    }

    fn through(mut self) -> String {
        for run in 1..=MOST_CHECKS {
            let found = self.check(run);
            let of = |grade: &str| found.iter().filter(|one| one["grad"] == *grade).cloned().collect();
            let (wrong, doubtful): (Vec<Value>, Vec<Value>) = (of("feil"), of("advarsel"));
            let wrong = if wrong.is_empty() { doubtful } else { wrong };
            if wrong.is_empty() {
                self.holds_what_was_meant();
                return self.page;
            }
            let before = self.text();
            for finding in &wrong {
                self.follow(finding);
            }
            self.show_what_is_new(&before);
        }
        panic!("more than {MOST_CHECKS} checks:\n{}", self.page);
    }

    fn check(&mut self, run: usize) -> Vec<Value> {
        let case = format!("saker/{}", self.file.file_name().unwrap().display());
        let said = a3(self.folder.path()).args(["check", &case, "--dato", TODAY]).output().unwrap();
        let said = String::from_utf8(said.stdout).unwrap();
        write!(self.page, "\n## Sjekk {run}\n\n```console\n$ a3 check {case}\n{said}```\n").unwrap();
        let json =
            a3(self.folder.path()).args(["check", "--format", "json", "--dato", TODAY]).output().unwrap();
        let json: Value = serde_json::from_slice(&json.stdout).unwrap();
        json["funn"].as_array().unwrap().clone()
    }

    /// Does what a message says, and nothing else.
    fn follow(&mut self, finding: &Value) {
        let (rule, how) = (finding["regel"].as_str().unwrap(), finding["slik"].as_str().unwrap());
        let mut mends = self.leader.mends.iter();
        if let Some(Mend { from, to, .. }) = mends.find(|mend| mend.rule == rule && how.contains(mend.said)) {
            let text = self.text();
            assert!(text.contains(*from), "{from}");
            return self.write(&text.replacen(from, to, 1));
        }
        assert!(rule.starts_with("mangler-i-"), "no mend is what is said: {finding:#}");
        let (sentence, block) = how.split_once('\n').unwrap_or((how, ""));
        for (key, instead_of) in on_rows(sentence) {
            self.write_on_row(&key, instead_of);
        }
        if !block.is_empty() {
            let filled = self.filled(block);
            let text = self.text();
            self.write(&format!("{text}{filled}"));
        }
    }

    /// Writes a field of the first gain: in place of one that is to be replaced, else under its name.
    fn write_on_row(&mut self, key: &str, instead_of: Option<&str>) {
        let line = format!("    {key}: {}\n", self.answer(&format!("gevinster.{key}")));
        let text = self.text();
        let is_replaced =
            |line: &&str| line.trim_start().starts_with(&format!("{}:", instead_of.unwrap_or(key)));
        let new = match text.lines().find(is_replaced) {
            Some(old) => text.replacen(&format!("{old}\n"), &line, 1),
            None => {
                let name = text.lines().find(|line| line.starts_with("  - navn: ")).unwrap();
                text.replacen(&format!("{name}\n"), &format!("{name}\n{line}"), 1)
            }
        };
        self.write(&new);
    }

    /// A block to paste, with each «…» replaced by what the leader knows.
    fn filled(&mut self, block: &str) -> String {
        let mut filled = String::new();
        let mut path: Vec<(usize, String)> = Vec::new();
        let mut dropped = None;
        for line in block.lines() {
            let indent = line.len() - line.trim_start_matches([' ', '-']).len();
            if dropped.is_some_and(|top| indent > top) {
                continue;
            }
            dropped = None;
            let (key, value) = line[indent..].split_once(':').unwrap();
            path.retain(|(above, _)| *above < indent);
            path.push((indent, key.to_owned()));
            let place = path.iter().map(|(_, key)| key.as_str()).collect::<Vec<_>>().join(".");
            let begin = &line[..indent];
            if indent == 0 && !value.trim_start().starts_with('…') && self.knows(&place) {
                // What is asked for may hold no rows, or several: written in the form that is shown.
                writeln!(filled, "{key}:{}", self.answer(&place)).unwrap();
                dropped = Some(0);
            } else if value.trim_start().starts_with('…') {
                writeln!(filled, "{begin}{key}: {}", self.answer(&place)).unwrap();
            } else {
                writeln!(filled, "{}", line.split("  #").next().unwrap()).unwrap();
            }
        }
        filled
    }

    fn knows(&self, place: &str) -> bool {
        self.leader.answers.iter().any(|(of, _)| *of == place)
    }

    /// The next answer to what is asked for at a place.
    fn answer(&mut self, place: &str) -> &'static str {
        let at = self.leader.answers.iter().position(|(of, _)| *of == place);
        self.leader.answers.remove(at.unwrap_or_else(|| panic!("{place} is asked for:\n{}", self.page))).1
    }

    fn show_what_is_new(&mut self, before: &str) {
        let old: Vec<&str> = before.lines().collect();
        let text = self.text();
        let new = text.lines().filter(|line| !old.contains(line));
        let new: String = new.map(|line| format!("{line}\n")).collect();
        write!(self.page, "\nSkriver:\n\n```yaml\n{new}```\n").unwrap();
    }

    /// The sum is what the leader meant, and nothing that was asked for was left unasked.
    fn holds_what_was_meant(&self) {
        let calc =
            a3(self.folder.path()).args(["calc", "--format", "json", "--dato", TODAY]).output().unwrap();
        let calc: Value = serde_json::from_slice(&calc.stdout).unwrap();
        let (key, value) = self.leader.comes_to;
        let case = &calc["saker"][0];
        assert_eq!((&case["gevinstpotensial"][key], &case["ikke_ferdig"]), (&value.into(), &false.into()));
        assert!(self.leader.answers.is_empty(), "never asked for: {:?}", self.leader.answers);
    }

    fn text(&self) -> String {
        std::fs::read_to_string(&self.file).unwrap()
    }

    fn write(&self, text: &str) {
        write_file(&self.file, text);
    }
}

fn write_file(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

/// The fields that a sentence says to write on the rows shown, each with what it stands in the place of.
fn on_rows(sentence: &str) -> Vec<(String, Option<&str>)> {
    let Some((_, rows)) = sentence.split_once("Skriv dette på radene det gjelder: ") else {
        return Vec::new();
    };
    let rows = rows.split("Lim inn").next().unwrap();
    let mut quoted = rows.split('«').skip(1).map(|part| part.split_once('»').unwrap()).peekable();
    let mut fields = Vec::new();
    while let Some((field, after)) = quoted.next() {
        let key = field.split(':').next().unwrap().to_owned();
        let instead_of =
            if after.contains("i stedet for") { quoted.next().map(|(old, _)| old) } else { None };
        fields.push((key, instead_of));
    }
    fields
}

/// What every leader knows of the work to come.
fn work() -> Vec<(&'static str, &'static str)> {
    vec![
        ("gevinster.kilde", "Egen telling høsten 2026"),
        ("minimumskrav", " []"),
        ("alternativer.vurdering", "Blir ikke bedre av seg selv"),
        ("alternativer.vurdering", "Best nytte"),
        ("alternativer.valgt", "ja"),
        ("levetid", "5 år"),
        ("oppstart", "2027"),
        ("kapasitet", "0,3 årsverk"),
        ("risiko.sannsynlighet", "middels"),
        ("risiko.konsekvens", "middels"),
        ("risiko.tiltak", "Prøve i én gruppe først"),
        ("beslutter", "Kommunestyret"),
        ("betingelser.hvem", "Kari Nordmann"),
        ("betingelser.frist", "2027-02-01"),
        ("forankring.hvem", "Tillitsvalgte"),
        ("forankring.hvordan", "Drøftingsmøte"),
        ("forankring.dato", "2026-12-01"),
        ("plan.hvem", "Kari Nordmann"),
        ("plan.frist", "2027-01-15"),
        ("målinger.nullpunkt.dato", "2026-11-02"),
        ("målinger.mål.dato", "2028-12-31"),
        ("målinger.hyppighet", "kvartal"),
        ("målinger.ansvarlig", "Kari Nordmann"),
    ]
}

fn robot() -> Leader {
    let own = [
        ("gevinster.beregning", "brukere × 2 besøk/døgn × 10 min"),
        ("gap.navn", "Besøk for å gi medisin"),
        ("gap.nå", "160 besøk/døgn"),
        ("gap.ønsket", "40 besøk/døgn"),
        ("gap.kilde", "Vaktlogg uke 3–12"),
        ("alternativer.navn", "Medisinrobot hjemme"),
        (
            "forutsetninger",
            "\n  brukere:\n    lav: 60 brukere\n    verdi: 80 brukere\n    høy: 100 brukere\n    kilde: Fagsystemet",
        ),
        ("kostnader.navn", "Leie av roboter"),
        ("kostnader.type", "drift"),
        ("kostnader.beløp", "486 000 kr/år"),
        ("kostnader.kilde", "Tilbud fra leverandøren"),
        ("risiko.hva", "Roboten stopper når nettet er nede"),
        ("betingelser.hva", "Rutine for varsel"),
        ("plan.hva", "Opplæring av nattevaktene"),
        ("målinger.navn", "Besøk for å gi medisin"),
        ("målinger.nullpunkt.verdi", "160 besøk/døgn"),
        ("målinger.mål.verdi", "40 besøk/døgn"),
    ];
    Leader {
        page: "medisinrobot",
        init: &[
            "Medisinrobot i hjemmetjenesten",
            "--virksomhet",
            "Solvik kommune",
            "--område",
            "Helse og omsorg",
            "--eier",
            "Kari Nordmann",
            "--nå",
            "Hjemmetjenesten gir medisin til 80 brukere to ganger i døgnet.",
            "--ønsket",
            "De som kan, får medisinen av en robot hjemme.",
            "--gevinst",
            "Færre besøk for å gi medisin",
            "--type",
            "spart tid",
            "--anslag",
            "9 000 timer",
            "--stilling",
            "sykepleier",
            "--årslønn",
            "600 000 kr",
        ],
        answers: work().into_iter().chain(own).collect(),
        mends: &[Mend {
            rule: "mangler-i-forberedelse",
            said: "budsjettpost: {ansvar: ",
            from: "    type: drift\n",
            to: "    type: drift\n    budsjettpost: {ansvar: 3250, funksjon: 258, art: 195}\n",
        }],
        comes_to: ("timer", "9733.33333333"),
    }
}

fn fridays() -> Leader {
    let own = [
        ("gevinster.beregning", "ledere × 1,5 timer × 44 uker"),
        ("gap.navn", "Møter på fredager"),
        ("gap.nå", "3 møter/uke"),
        ("gap.ønsket", "0 møter/uke"),
        ("gap.kilde", "Kalenderne"),
        ("alternativer.navn", "Ingen møter på fredager"),
        (
            "forutsetninger",
            "\n  ledere:\n    lav: 90 ledere\n    verdi: 120 ledere\n    høy: 130 ledere\n    kilde: Lønnssystemet",
        ),
        ("kostnader", " []"),
        ("risiko.hva", "Møtene flyttes til torsdag"),
        ("betingelser.hva", "Lederne går foran"),
        ("plan.hva", "Gå gjennom faste møter"),
        ("målinger.navn", "Møter på fredager"),
        ("målinger.nullpunkt.verdi", "3 møter/uke"),
        ("målinger.mål.verdi", "0 møter/uke"),
    ];
    Leader {
        page: "motefrie-fredager",
        init: &[
            "Møtefrie fredager",
            "--virksomhet",
            "Solvik kommune",
            "--område",
            "Stab",
            "--eier",
            "Kari Nordmann",
            "--nå",
            "Lederne sitter i møter hver fredag.",
            "--ønsket",
            "Fredager er fri for interne møter.",
            "--gevinst",
            "Færre møter",
            "--anslag",
            "8 000 timer",
            "--stilling",
            "rådgiver",
            "--årslønn",
            "650 000 kr",
        ],
        answers: work().into_iter().chain(own).collect(),
        mends: &[Mend { rule: "feil-dimensjon", said: "44 uker/år", from: "44 uker", to: "44 uker/år" }],
        comes_to: ("timer", "7700"),
    }
}

fn school_bus() -> Leader {
    let own = [
        ("gevinster.beregning", "ruter × 205 000 kr"),
        ("gevinster.budsjettpost", "{ansvar: 2210, funksjon: 223, art: 170}"),
        ("gap.navn", "Ruter som kjøres hver for seg"),
        ("gap.nå", "9 ruter"),
        ("gap.ønsket", "6 ruter"),
        ("gap.kilde", "Ruteplanen"),
        ("alternativer.navn", "Felles skyss med nabokommunen"),
        (
            "forutsetninger",
            "\n  ruter:\n    lav: 2 ruter\n    verdi: 3 ruter\n    høy: 4 ruter\n    kilde: Ruteplanen",
        ),
        ("kostnader", " []"),
        ("risiko.hva", "Lengre reisetid for noen elever"),
        ("betingelser.hva", "Avtale med nabokommunen"),
        ("plan.hva", "Ny ruteplan"),
        ("målinger.navn", "Ruter som kjøres hver for seg"),
        ("målinger.nullpunkt.verdi", "9 ruter"),
        ("målinger.mål.verdi", "6 ruter"),
        ("ny_praksis.ansvar", "2210"),
        ("ny_praksis.fra", "år 1"),
        ("ny_praksis.andre.art", "170"),
        ("ny_praksis.andre.funksjon", "223"),
        ("ny_praksis.andre.beløp", "1 230 000 kr"),
    ];
    Leader {
        page: "felles-skoleskyss",
        init: &[
            "Felles skoleskyss",
            "--virksomhet",
            "Solvik kommune",
            "--område",
            "Oppvekst",
            "--eier",
            "Kari Nordmann",
            "--nå",
            "Vi og nabokommunen kjører hver våre skolebusser.",
            "--ønsket",
            "Rutene er felles.",
            "--gevinst",
            "Færre ruter",
            "--anslag",
            "600 000 kr",
        ],
        answers: work().into_iter().chain(own).collect(),
        mends: &[Mend { rule: "feil-dimensjon", said: "«/år»", from: "205 000 kr", to: "205 000 kr/år" }],
        comes_to: ("budsjett", "615000"),
    }
}
