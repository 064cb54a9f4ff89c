//! The text of a new case and a new a3.yaml: what `a3 init` writes. Any answer comes out as the
//! same answer when the file is read; comments teach the next step.

use crate::checks;
use crate::quantity::{Context, Quantity};
use crate::text;
use crate::words::Text;
use crate::yaml::is_control;
use std::fmt::Write;

/// The answers a new case is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// tittel
    pub title: String,
    /// område
    pub area: String,
    /// eier
    pub owner: String,
    /// nåsituasjon
    pub now: String,
    /// ønsket_situasjon
    pub wanted: String,
    /// The first gain.
    pub benefit: NewBenefit,
}

/// The first gain of a new case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBenefit {
    /// navn
    pub name: String,
    /// anslag, as written: kroner or hours per year
    pub estimate: String,
    /// stilling, where the estimate is working time
    pub position: Option<String>,
}

/// The longest file name, without its ending, in characters.
const LONGEST_SLUG: usize = 60;

/// The file name of a title: lower case, æ→ae, ø→o, å→a, all other letters and signs to `-`.
/// Empty where nothing is left.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'æ' => slug.push_str("ae"),
            'ø' => slug.push('o'),
            'å' => slug.push('a'),
            _ if slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let short: String = slug.trim_start_matches('-').chars().take(LONGEST_SLUG).collect();
    short.trim_end_matches('-').to_owned()
}

/// An answer as it can be written in a file: on one line, without the characters that no file may hold.
#[must_use]
pub fn cleaned(answer: &str) -> String {
    let seen: String =
        answer.chars().filter(|letter| letter.is_whitespace() || !is_control(*letter)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name and the estimate of a first gain written as one: `Spart porto: 96 000 kr/år`, with a
/// colon between or only the first digit to part them.
///
/// # Errors
/// What is missing, and what to write.
pub fn name_and_estimate(answer: &str) -> Result<(String, String), Text> {
    let by_digit = || answer.find(|letter: char| letter.is_ascii_digit()).map(|at| answer.split_at(at));
    let (name, estimate) = answer.rsplit_once(':').or_else(by_digit).unwrap_or((answer, ""));
    let name = name.trim().trim_end_matches([',', '-', '–']).trim();
    let estimate = estimate.trim();
    if name.is_empty() || estimate.is_empty() {
        return Err(text!(
            nb: "Skriv både hva gevinsten heter og hva den er verdt i året, som «Spart porto: 96 000 kr/år». Vet du det ikke ennå, skriv 0 kr/år.",
            en: "Write both what the gain is called and what it is worth a year, like \"Spart porto: 96 000 kr/år\". If you do not know yet, write 0 kr/år."
        ));
    }
    Ok((name.to_owned(), estimate.to_owned()))
}

/// Whether an estimate is working time, which needs a position to be worth anything.
///
/// # Errors
/// What is wrong with it, and what to write.
pub fn is_time(estimate: &str, context: &Context) -> Result<bool, Text> {
    let quantity = Quantity::parse(estimate, context).map_err(|finding| {
        let finding = checks::explained(finding);
        text!(nb: "{title}. {how}", en: "{title}. {how}"; title = finding.title, how = finding.how)
    })?;
    match (quantity.money_per_year().is_some(), quantity.hours_per_year().is_some()) {
        (true, _) => Ok(false),
        (false, true) => Ok(true),
        (false, false) => Err(text!(
            nb: "«{estimate}» må være kroner eller timer per år, som «96 000 kr/år» eller «400 timer/år».",
            en: "\"{estimate}\" must be kroner or hours per year, like \"96 000 kr/år\" or \"400 timer/år\"."
        )),
    }
}

/// Whether time that is saved can be given a price: some position is known.
///
/// # Errors
/// What to add to a3.yaml.
pub fn can_price_time(estimate: &str, positions: &[String]) -> Result<(), Text> {
    if !positions.is_empty() {
        return Ok(());
    }
    Err(text!(
        nb: "«{estimate}» er spart tid, og a3.yaml sier ikke hva tida koster. Skriv kr/år nå, så kan du bytte siden. For timer må denne linja først stå i a3.yaml: «stillinger: {{sykepleier: {{årslønn: 600 000 kr}}}}».",
        en: "\"{estimate}\" is saved time, and a3.yaml does not say what the time costs. Write kr/år now; you can change it later. For hours this line must first stand in a3.yaml: \"stillinger: {{sykepleier: {{årslønn: 600 000 kr}}}}\"."
    ))
}

/// Whether an estimate and the position it saves time for can be the first gain.
///
/// # Errors
/// What is wrong, and what to write.
pub fn fits_estimate(benefit: &NewBenefit, positions: &[String], context: &Context) -> Result<(), Text> {
    let written = &benefit.estimate;
    let known = positions.join(", ");
    match (&benefit.position, is_time(written, context)?) {
        (None, false) => Ok(()),
        (Some(position), false) => Err(text!(
            nb: "«{written}» er penger, og da hører ingen stilling til. Ta bort «{position}», eller skriv anslaget i timer/år.",
            en: "“{written}” is money, to which no position belongs. Remove “{position}”, or write the estimate in timer/år."
        )),
        (position, true) => {
            can_price_time(written, positions)?;
            match position {
                Some(position) if positions.contains(position) => Ok(()),
                Some(position) => Err(text!(
                    nb: "Stillingen «{position}» står ikke i a3.yaml. Der står: {known}.",
                    en: "The position “{position}” is not in a3.yaml. It has: {known}."
                )),
                None => Err(text!(
                    nb: "«{written}» er spart tid. Si hvem sin tid med --stilling: {known}. Eller skriv kr/år.",
                    en: "“{written}” is saved time. Say whose time with --stilling: {known}. Or write kr/år."
                )),
            }
        }
    }
}

/// A case in its first phase, with comments that teach.
#[must_use]
pub fn case_text(case: &NewCase, schema: &str) -> String {
    let mut text = String::new();
    let mut line = |words: &str| {
        text.push_str(words);
        text.push('\n');
    };
    line(&format!("# yaml-language-server: $schema={schema}"));
    line("a3: 1");
    line(&format!("tittel: {}", scalar(&case.title)));
    line(&format!("område: {}", scalar(&case.area)));
    line(&format!("eier: {}              # lederen som skal hente ut gevinsten", scalar(&case.owner)));
    line("fase: overblikk              # neste: dypdykk. Se a3 explain felt fase");
    line("");
    line(&format!("nåsituasjon: {}", scalar(&case.now)));
    line(&format!("ønsket_situasjon: {}", scalar(&case.wanted)));
    line("");
    line("gevinster:");
    line(&format!("  - navn: {}", scalar(&case.benefit.name)));
    let kind = if case.benefit.position.is_some() { "spart tid" } else { "unngåtte kostnader" };
    line(&format!("    type: {kind}      # unngåtte kostnader, spart tid, økt kvalitet"));
    line(&format!(
        "    anslag: {}      # per år. Bytt til beregning når du vet mer",
        scalar(&case.benefit.estimate)
    ));
    if let Some(position) = &case.benefit.position {
        line(&format!("    stilling: {}", scalar(position)));
        line("    tas_ut: 0 %              # hvor mye av tida som skal ut av budsjettet");
    }
    line("    kilde: Første anslag     # hvem eller hva tallet kommer fra");
    text
}

/// The organisation's file, with only what every organisation has.
#[must_use]
pub fn organisation_text(name: &str, budget_year: u16, areas: &[String]) -> String {
    let mut text = String::new();
    let listed = areas.iter().fold(String::new(), |mut listed, area| {
        // Writing to a String cannot fail.
        let _ = writeln!(listed, "  - {}", scalar(area));
        listed
    });
    let _ = write!(
        text,
        "# yaml-language-server: $schema=.schema/a3.schema.json\n\
         a3: 1\n\
         virksomhet: {}\n\
         budsjettår: {budget_year}             # det første av de fire årene i økonomiplanen\n\
         områder:\n{listed}\
         # Hva et årsverk koster. Trengs når gevinsten er spart tid:\n\
         # stillinger:\n\
         #   sykepleier: {{årslønn: 600 000 kr}}\n\
         # Alt annet som kan stå her: a3 explain felt\n",
        scalar(name)
    );
    text
}

/// A text as a YAML value that reads back as exactly that text: plain where that is safe, else quoted.
fn scalar(text: &str) -> String {
    let one_line = cleaned(text);
    if is_plain(&one_line) { one_line } else { quoted(&one_line) }
}

/// Whether a text means itself when written without quotes: letters first, and nothing YAML reads as a sign.
fn is_plain(text: &str) -> bool {
    let starts_well = text.chars().next().is_some_and(char::is_alphanumeric);
    let ends_well = text.chars().next_back().is_some_and(|last| last != ':');
    let is_safe = |letter: char| letter.is_alphanumeric() || " .,;()/-–«»%+?!'".contains(letter);
    let has_colon = text.contains(':') || text.contains('#');
    let is_null = ["null", "Null", "NULL"].contains(&text);
    starts_well && ends_well && !has_colon && !is_null && text.chars().all(is_safe)
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        if letter == '"' || letter == '\\' {
            quoted.push('\\');
        }
        quoted.push(letter);
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn norwegian_letters_become_plain_ones() {
        assert_eq!(slug("Færre nattevakter på Åsen – året rundt!"), "faerre-nattevakter-pa-asen-aret-rundt");
        assert_eq!(slug("  ../../etc/passwd "), "etc-passwd");
        assert_eq!(slug("½ §§"), "");
        assert!(slug(&"lang ".repeat(50)).len() <= LONGEST_SLUG);
    }

    #[test]
    fn what_yaml_would_read_as_a_sign_is_quoted() {
        assert_eq!(scalar("Hjemme: trygt"), "\"Hjemme: trygt\"");
        assert_eq!(scalar("- strek"), "\"- strek\"");
        assert_eq!(scalar("si \"ja\" \u{1b}[31m"), "\"si \\\"ja\\\" [31m\"");
        assert_eq!(scalar("ren tekst (2 av 3)"), "ren tekst (2 av 3)");
        assert_eq!(scalar(""), "\"\"");
    }

    #[test]
    fn no_answer_brings_a_character_that_no_file_may_hold() {
        assert_eq!(cleaned(" Digital\u{202e}\tpost\u{200f}\r\n nå "), "Digital post nå");
        assert_eq!(cleaned("\u{202e}\u{7}"), "");
    }

    #[test]
    fn a_name_and_an_estimate_are_parted_by_a_colon_or_by_the_first_digit() {
        for answer in ["Spart porto: 96 000 kr/år", "Spart porto 96 000 kr/år", "Spart porto – 96 000 kr/år"]
        {
            let expected = ("Spart porto".to_owned(), "96 000 kr/år".to_owned());
            assert_eq!(name_and_estimate(answer), Ok(expected), "{answer}");
        }
        let named = name_and_estimate("Vakt 24/7: 400 timer/år").unwrap();
        assert_eq!(named, ("Vakt 24/7".to_owned(), "400 timer/år".to_owned()));
        for answer in ["Spart porto", "96 000 kr/år", "Spart porto:", ""] {
            assert!(name_and_estimate(answer).unwrap_err().nb.contains("0 kr/år"), "{answer}");
        }
    }

    proptest! {
        #[test]
        fn any_answer_comes_out_as_itself_when_the_file_is_read(
            title in any::<String>(),
            owner in "[-a-z:#'\"\\\\&*!|>%@`{}\\[\\],?~ \u{202e}\u{feff}\u{85}\u{2028}]{0,12}",
        ) {
            let (title, owner) = (cleaned(&title), cleaned(&owner));
            prop_assume!(!title.is_empty() && !owner.is_empty());
            let plain = || "x".to_owned();
            let benefit = NewBenefit { name: owner.clone(), estimate: "1 kr/år".to_owned(), position: None };
            let case = NewCase {
                title: title.clone(),
                area: plain(),
                owner: owner.clone(),
                now: title.clone(),
                wanted: plain(),
                benefit,
            };
            let source = crate::source::Source::new("saker/x.yaml", case_text(&case, "s"));
            let parsed = crate::yaml::parse(&source);
            prop_assert!(parsed.findings.is_empty(), "{:?}", parsed.findings);
            let root = parsed.root.unwrap();
            prop_assert_eq!(crate::shape::check_case(&root), vec![]);
            for (key, written) in [("tittel", &title), ("eier", &owner), ("nåsituasjon", &title)] {
                let read = root.get(key).and_then(crate::yaml::Node::text);
                prop_assert_eq!(read, Some(written.as_str()), "{}", key);
            }
        }
    }

    #[test]
    fn saved_time_asks_for_a_position_or_says_what_a3_yaml_lacks() {
        let hours_per_fte = crate::units::Hours::new(crate::units::Decimal::from(1750));
        let context = Context { hours_per_fte, workdays: 230 };
        let said = |estimate: &str, position: Option<&str>, positions: &[&str]| {
            let position = position.map(str::to_owned);
            let benefit = NewBenefit { name: "x".to_owned(), estimate: estimate.to_owned(), position };
            let positions: Vec<String> = positions.iter().map(|name| (*name).to_owned()).collect();
            fits_estimate(&benefit, &positions, &context).map_err(|wrong| wrong.nb)
        };
        assert_eq!(said("400 timer/år", Some("lærer"), &["lærer"]), Ok(()));
        assert_eq!(said("96 000 kr/år", None, &[]), Ok(()));
        assert!(said("400 timer/år", None, &["lærer"]).unwrap_err().contains("--stilling: lærer"));
        for position in [None, Some("lærer")] {
            assert!(said("400 timer/år", position, &[]).unwrap_err().contains("stillinger: {sykepleier:"));
        }
        assert!(said("400 timer/år", Some("prest"), &["lærer"]).unwrap_err().contains("lærer"));
        assert!(said("96 000 kr/år", Some("lærer"), &["lærer"]).is_err());
        assert!(said("tull", None, &[]).unwrap_err().contains(". "), "what to write instead");
    }
}
