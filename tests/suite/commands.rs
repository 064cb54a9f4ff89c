//! The binary from outside: exit codes, what goes where, and the same bytes twice.

use super::portfolio::{GOOD_CASE, ORGANISATION, TODAY, a3, here, write};
use serde_json::Value;

fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "saker/digital-post.yaml", GOOD_CASE);
    folder
}

#[test]
fn a_good_case_is_exit_0_and_a_bad_one_exit_1() {
    let folder = repository();
    a3(folder.path()).args(["check", "--dato", TODAY]).assert().code(0);
    write(folder.path(), "saker/feil.yaml", &GOOD_CASE.replace("96 000 kr/år", "mye"));
    a3(folder.path()).args(["check", "--dato", TODAY]).assert().code(1);
    a3(folder.path()).args(["check", "saker/digital-post.yaml", "--dato", TODAY]).assert().code(0);
}

#[test]
fn the_grade_that_counts_can_be_set() {
    let folder = repository();
    let without_source = GOOD_CASE.replace("    kilde: Postlisten 2025\n", "");
    write(folder.path(), "saker/digital-post.yaml", &without_source);
    a3(folder.path()).args(["check", "--dato", TODAY]).assert().code(0);
    a3(folder.path()).args(["check", "--feil-ved", "advarsel", "--dato", TODAY]).assert().code(1);
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}regler: {{gevinst-uten-kilde: av}}\n"));
    a3(folder.path()).args(["check", "--feil-ved", "merknad", "--dato", TODAY]).assert().code(0);
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}regler: {{gevinst-uten-kilde: feil}}\n"));
    a3(folder.path()).args(["check", "--dato", TODAY]).assert().code(1);
}

#[test]
fn wrong_usage_is_exit_2_in_the_readers_language() {
    let folder = repository();
    let said = |arguments: &[&str]| {
        let output = a3(folder.path()).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said(&["chekc"]).contains("Mente du «check»"));
    assert!(
        said(&["--lang", "nn"]).contains("Bruk: a3 <KOMMANDO>")
            && said(&["--lang", "nn"]).contains("Vis den prioriterte")
    );
    assert!(said(&["check", "--fromat", "json"]).contains("--fromat"));
    assert!(said(&["check", "--format", "xml"]).contains("json"));
    assert!(said(&["check", "--dato", "2026-13-01"]).contains("ÅÅÅÅ-MM-DD"));
    assert!(said(&["--lang", "en", "chekc"]).contains("Did you mean"));
    assert!(said(&["explain", "gevinst-uten-kilda"]).contains("gevinst-uten-kilde"));
    for (arguments, help) in [
        (&["check", "--fromat", "x"][..], "a3 check --help"),
        (&["--lang", "nb", "rank", "--format", "x"], "a3 rank --help"),
        (&["chekc"], "a3 --help"),
    ] {
        assert!(said(arguments).ends_with(&format!("Se hva som går an: {help}\n")), "{arguments:?}");
    }
    assert!(said(&["schema"]).contains("sak, a3, check, calc, rank"));
    assert!(said(&["check", ""]).contains("«STI» er tom"));
    assert!(said(&["check", "a3.yaml/x"]).contains("er en fil og ikke en mappe"));
    let nowhere = said(&["calc", "--dato", TODAY, "-o", "borte/x.txt"]);
    assert!(nowhere.contains("finnes ikke") && !nowhere.contains("os error"), "{nowhere}");
}

#[test]
fn every_example_in_the_help_stands_on_one_line_of_a_narrow_terminal() {
    let folder = repository();
    for command in [
        "init", "check", "overview", "calc", "rank", "budget", "report", "next", "status", "advance",
        "decide", "measure", "done", "roll", "explain", "schema",
    ] {
        for (language, heading) in [("nb", "Eksempel:"), ("nn", "Døme:"), ("en", "Example:")] {
            let mut narrow = a3(folder.path());
            narrow.env("COLUMNS", "80").args([command, "--help", "--lang", language]);
            let help = String::from_utf8(narrow.output().unwrap().stdout).unwrap();
            let examples = help.split(heading).nth(1).unwrap().split("\n\n").next().unwrap();
            for line in examples.trim().lines() {
                assert!(line.trim().starts_with("a3 "), "{command} {language}: {line}");
            }
        }
    }
}

#[test]
fn explain_finds_rules_fields_and_words_and_refuses_what_it_cannot_use() {
    let folder = repository();
    let shown = |arguments: &[&str]| {
        let output = a3(folder.path()).arg("explain").args(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        (output.status.code().unwrap(), said.into_owned())
    };
    for (arguments, part) in [
        (&["nnv"][..], "netto nåverdi (NNV)"),
        (&["ord", "nnv"], "netto nåverdi (NNV)"),
        (&["tas_ut"], "gevinster.tas_ut"),
        (&["gevinster.merknad"], "merknad: Avklares"),
        (&["felt", "merknad"], "kan stå på alt"),
        (&["lenke-ut"], "lenke-ut (feil)"),
    ] {
        let (code, said) = shown(arguments);
        assert!(code == 0 && said.contains(part), "{arguments:?}: {said}");
    }
    assert!(!shown(&["ord", "nnv"]).1.contains("restverdi"), "one word, not all");
    for (arguments, part) in [
        (&["lenke-ut", "mer"][..], "ett for mye"),
        (&["ord", "nnv", "mer"], "finnes ikke her"),
        (&["tas_utt"], "a3 explain felt"),
        (&["levetdi"], "levetid"),
        (&["ord", "gevinstt"], "«gevinst»"),
        (&["qqqqqq"], "a3 explain felt, a3 explain ord"),
    ] {
        let (code, said) = shown(arguments);
        assert!(code == 2 && said.contains(part), "{arguments:?}: {said}");
    }
}

#[test]
fn annotations_point_to_files_from_where_a3_was_run() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "solvik/a3.yaml", ORGANISATION);
    write(folder.path(), "solvik/saker/feil.yaml", &GOOD_CASE.replace("96 000 kr/år", "mye"));
    for (place, path) in
        [("solvik", "."), (".", "solvik"), ("solvik/saker", "."), ("solvik/saker", "feil.yaml")]
    {
        let here = folder.path().join(place);
        let dated = ["check", path, "--format", "github", "--dato", TODAY];
        let output = a3(&here).args(dated).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let file = said.split("file=").nth(1).unwrap().split(',').next().unwrap();
        assert!(!file.starts_with('/') && here.join(file).is_file(), "{place}: {said}");
    }
}

#[test]
fn an_organisation_with_errors_and_no_cases_is_said_and_nothing_is_invented() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", "a3: 1\n");
    for command in ["calc", "rank"] {
        let output = a3(folder.path()).args([command, "--dato", TODAY]).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{command}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("a3.yaml har feil (linje 1"), "{command}");
        // The day that is asked with stands in what to write to see more.
        let shown = String::from_utf8_lossy(&output.stdout).replace(TODAY, "");
        assert!(!shown.contains("202"), "{command}: {shown}");
    }
    let calc = a3(folder.path()).args(["calc", "--format", "json", "--dato", TODAY]).output().unwrap();
    let json: Value = serde_json::from_slice(&calc.stdout).unwrap();
    assert_eq!((&json["budsjettår"], &json["analyseperiode"]), (&Value::Null, &Value::Null));
}

#[test]
fn a_misspelt_field_is_one_finding_and_not_missing_as_well() {
    let folder = repository();
    let later = GOOD_CASE.replace("fase: overblikk", "fase: dypdykk").replace("eier:", "eieer:");
    write(folder.path(), "saker/digital-post.yaml", &format!("{later}minimumskrv: []\nlevtid: 4 år\n"));
    let output = a3(folder.path()).args(["check", "--format", "kort", "--dato", TODAY]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    for (field, misspelt) in [("eier", "eieer"), ("minimumskrav", "minimumskrv"), ("levetid", "levtid")] {
        assert!(said.contains(&format!("«{misspelt}»")), "{said}");
        assert!(!said.contains(&format!("«{field}»")), "{said}");
    }
    assert!(said.contains("mangler «gap»"), "what nobody wrote is still missing: {said}");
}

#[test]
fn json_is_one_document_also_when_there_are_findings() {
    let folder = repository();
    write(folder.path(), "saker/feil.yaml", "tittel: [");
    for command in ["check", "calc", "rank"] {
        let output = a3(folder.path()).args([command, "--format", "json", "--dato", TODAY]).output().unwrap();
        let json: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(json["versjon"], 1);
        assert_eq!(output.status.code(), Some(1));
        if command != "check" {
            assert_eq!(json["utelatt"][0]["id"], "feil");
        }
    }
}

#[test]
fn the_same_files_give_the_same_bytes_on_one_thread_and_on_many() {
    for command in [&["check"][..], &["calc"], &["rank", "--trekk", "40"]] {
        for format in ["text", "json"] {
            let run = |threads: &str| {
                let mut command_line = a3(&here("examples/solvik"));
                command_line.env("RAYON_NUM_THREADS", threads);
                command_line
                    .args(command)
                    .args(["--format", format, "--dato", TODAY])
                    .output()
                    .unwrap()
                    .stdout
            };
            let once = run("1");
            assert!(!once.is_empty());
            assert_eq!(once, run("2"), "{command:?} {format}");
        }
    }
}

#[test]
fn a_case_alone_calculates_on_the_defaults_which_are_named() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "digital-post.yaml", GOOD_CASE);
    a3(folder.path()).args(["check", "digital-post.yaml", "--dato", TODAY]).assert().code(0);
    let calc =
        a3(folder.path()).args(["calc", "digital-post.yaml", "--alt", "--dato", TODAY]).output().unwrap();
    let shown = String::from_utf8_lossy(&calc.stdout).into_owned();
    assert_eq!(calc.status.code(), Some(0));
    assert!(shown.contains("R-109") && shown.contains("20"), "{shown}");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("a3"))
        .args(["calc", "--vis", "--dato", TODAY])
        .current_dir(here("examples/solvik"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
fn the_examples_have_no_errors() {
    for example in ["examples/minimal", "examples/solvik"] {
        let check = a3(&here(example)).args(["check", "--format", "kort", "--dato", TODAY]).output().unwrap();
        assert_eq!(check.status.code(), Some(0), "{}", String::from_utf8_lossy(&check.stdout));
    }
}

#[test]
fn the_list_as_csv_is_one_table_with_a_line_for_every_case() {
    let output = a3(&here("examples/solvik"))
        .args(["rank", "--trekk", "20", "--format", "csv", "--dato", TODAY])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().get(1), Some("Id"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 14);
    assert!(rows.iter().any(|row| row.get(1) == Some("gatelys-med-led")));
}

#[test]
fn the_simulation_is_run_as_asked_and_always_says_how() {
    let supervision = "saker/helse/digitalt-tilsyn-natt.yaml";
    let run = |arguments: &[&str]| {
        let output = a3(&here("examples/solvik"))
            .args(["calc", "--alt", supervision])
            .args(arguments)
            .output()
            .unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    let told = |arguments: &[&str]| {
        let (code, json, _) = run(&[&["--format", "json"], arguments].concat());
        assert_eq!(code, Some(0));
        let json: Value = serde_json::from_str(&json).unwrap();
        (json["saker"][0]["usikkerhet"].clone(), json["saker"][0]["usikkerhet_mangler"].clone())
    };
    let (usual, _) = told(&[]);
    assert_eq!(
        (&usual["trekk"], &usual["frø"], &usual["fordeling"]),
        (&10_000.into(), &1.into(), &"pert".into())
    );
    assert_eq!(usual, told(&["--trekk", "10000", "--frø", "1"]).0);
    assert_ne!(usual["snitt"], told(&["--frø", "2"]).0["snitt"]);
    assert_eq!(told(&["--trekk", "100"]).0["trekk"], 100);
    let (none, why) = told(&["--uten-usikkerhet"]);
    assert_eq!((none, &why["grunn"]), (Value::Null, &"ikke bedt om".into()));

    assert!(run(&["--trekk", "250"]).1.contains("250 trekninger, frø 1"));
    assert!(run(&[]).2.is_empty(), "no bar where nobody watches");
    assert!(!run(&["--uten-usikkerhet"]).1.contains("Hvor sikkert"));
    for wrong in [
        ["--trekk", "99"],
        ["--trekk", "1000001"],
        ["--trekk", "ti"],
        ["--trekk", "-5"],
        ["--frø", "1.5"],
        ["--frø", "-1"],
    ] {
        let (code, out, said) = run(&wrong);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{wrong:?}");
        assert!(said.contains("helt tall") || said.contains(wrong[1]), "{said}");
    }
    assert_eq!(run(&["--trekk", "200", "--uten-usikkerhet"]).0, Some(2));
}

#[test]
fn where_no_color_is_set_no_codes_are_written_also_when_colour_is_asked_for() {
    let shown = |no_color: &str| {
        let mut command = a3(&here("examples/solvik"));
        let asked = ["rank", "--uten-rammer", "--farge", "alltid", "--dato", TODAY];
        command.env("NO_COLOR", no_color).args(asked).output().unwrap().stdout
    };
    assert!(!shown("1").contains(&0x1b));
    assert!(shown("").contains(&0x1b), "empty is as if it were not set");
}

#[test]
fn what_is_missing_is_named_without_brackets() {
    let output = a3(&here(".")).arg("schema").output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("a3: Det mangler noe: NAVN. Skriv en av disse: sak, a3,"), "{said}");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_file_whose_ending_promises_something_else_is_refused_with_what_to_write() {
    let folder = repository();
    let said = |arguments: &[&str]| {
        let output = a3(folder.path()).args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    for (arguments, instead) in [
        (&["rank", "-o", "liste.xlsx"][..], "a3 rank --format csv -o liste.csv"),
        (&["rank", "-o", "liste.csv"], "a3 rank --format csv -o liste.csv"),
        (&["rank", "-o", "liste.JSON"], "a3 rank --format json -o liste.json"),
        (&["rank", "--format", "csv", "-o", "liste.ods"], "a3 rank --format csv -o liste.csv"),
        (&["rank", "--format", "json", "-o", "a b.csv"], "a3 rank --format csv -o \"a b.csv\""),
        (&["calc", "-o", "sak.pdf"], "a3 calc --format markdown -o sak.md"),
        (&["calc", "-o", "sak.xlsx"], "a3 calc -o sak.txt"),
        (&["check", "-o", "funn.docx"], "a3 check -o funn.txt"),
        (&["report", "-o", "ark.pdf"], "a3 report -o ark.html"),
        (&["report", "-o", "ark.xlsx"], "a3 report -o ark.html"),
        (&["rank", "-o", "a3.yaml"], "a3 rank -o a3.txt"),
        (&["budget", "-o", "saker/p.yaml"], "a3 budget -o p.txt"),
        // What else was asked for is asked for again: without it the file would hold something else.
        (&["report", "saker/x.yaml", "-o", "saker/x.yaml"], "a3 report saker/x.yaml -o x.html"),
        (
            &["report", "--hele", "-o", "ark.docx"],
            "a3 report --saksframlegg --format docx -o ark.docx --hele",
        ),
        (
            &["calc", "a b.yaml", "--frø", "7", "-o", "s.pdf"],
            "a3 calc \"a b.yaml\" --format markdown -o s.md --frø 7",
        ),
        (
            &["report", "x.yaml", "--saksframlegg", "--format", "docx", "-o", "sak.md"],
            "a3 report x.yaml --format markdown -o sak.md --saksframlegg",
        ),
        (
            &["report", "--hele", "--saksframlegg", "-o", "sak.pdf"],
            "a3 report --saksframlegg --format docx -o sak.docx --hele",
        ),
    ] {
        let (code, said) = said(arguments);
        assert!(code == Some(2) && said.contains(&format!("Skriv: {instead}")), "{arguments:?}: {said}");
    }
    // What it says can be written.
    for (instead, file) in [
        (&["rank", "--format", "csv", "-o", "liste.csv"][..], "liste.csv"),
        (&["calc", "--format", "markdown", "-o", "sak.md"], "sak.md"),
        (&["check", "-o", "funn.txt"], "funn.txt"),
        (&["schema", "sak", "-o", "sak.json"], "sak.json"),
    ] {
        assert_eq!(said(instead).0, Some(0), "{instead:?}");
        assert!(folder.path().join(file).is_file());
    }
}

#[test]
fn what_is_advised_puts_nothing_over_what_is_there_and_a_site_in_a_folder() {
    let folder = repository();
    write(folder.path(), "README.md", "les meg");
    write(folder.path(), "liste.csv", "gammel");
    write(folder.path(), "liste-2.csv", "eldre");
    write(folder.path(), "a3.txt", "annet");
    for (arguments, instead) in [
        (&["rank", "-o", "README.pdf"][..], "a3 rank --format markdown -o README-2.md"),
        (&["rank", "-o", "README.md"], "a3 rank --format markdown -o README-3.md"),
        (&["rank", "-o", "liste.xlsx"], "a3 rank --format csv -o liste-3.csv"),
        (&["rank", "-o", "a3.yaml"], "a3 rank -o a3-2.txt"),
        (&["report", "--alt", "-o", "a3.yaml"], "a3 report -o a3 --alt"),
        (&["report", "--alt", "-o", "saker.docx"], "a3 report -o saker-2 --alt"),
        (&["report", "--alt", "-o", "rapport.pdf"], "a3 report -o rapport --alt"),
    ] {
        let output = a3(folder.path()).args(arguments).args(["--dato", TODAY]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let advice = said.trim_end().split_once("Skriv: a3 ").unwrap_or_else(|| panic!("{said}")).1;
        assert_eq!(advice.split_once(" --dato ").map_or(advice, |(before, _)| before), &instead[3..]);
        let followed = a3(folder.path()).args(advice.split(' ')).output().unwrap();
        assert_eq!(
            followed.status.code(),
            Some(0),
            "{advice}: {}",
            String::from_utf8_lossy(&followed.stderr)
        );
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("README.md")).unwrap(), "les meg");
    assert!(folder.path().join("rapport/index.html").is_file());
}

#[test]
fn a_result_is_never_written_over_a_file_it_builds_on() {
    let folder = repository();
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}budsjett: budsjett.csv\n"));
    let budget = "ansvar;funksjon;art;beløp\n3210;120;100;100000\n";
    write(folder.path(), "budsjett.csv", budget);
    write(folder.path(), "rammer.txt", "rammer: {investering: {2027: 1 mill. kr}}\n");
    std::os::unix::fs::symlink("budsjett.csv", folder.path().join("lenke.csv")).unwrap();
    for arguments in [
        &["budget", "--format", "csv", "-o", "budsjett.csv"][..],
        &["budget", "--format", "csv", "-o", "lenke.csv"],
        &["rank", "--uten-usikkerhet", "--rammer", "rammer.txt", "-o", "rammer.txt"],
    ] {
        let output = a3(folder.path()).args(arguments).args(["--dato", TODAY]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && said.contains("bygger på"), "{arguments:?}: {said}");
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("budsjett.csv")).unwrap(), budget);
    // Another file of ours may be.
    write(folder.path(), "gammel.csv", "gammel");
    let output = ["budget", "--format", "csv", "-o", "gammel.csv", "--dato", TODAY];
    assert_ne!(a3(folder.path()).args(output).output().unwrap().status.code(), Some(2));
}

#[test]
fn where_no_terminal_says_its_width_what_is_printed_is_a_hundred_columns_wide() {
    for command in ["check", "overview", "calc", "rank --uten-usikkerhet", "budget", "next", "status"] {
        let shown = |columns: Option<&str>| {
            let mut run = a3(&here("examples/solvik"));
            match columns {
                Some(columns) => run.env("COLUMNS", columns),
                None => run.env_remove("COLUMNS"),
            };
            run.args(command.split(' ')).args(["--dato", "2026-11-24"]).output().unwrap().stdout
        };
        assert_eq!(shown(None), shown(Some("100")), "{command}");
        assert_ne!(shown(None), shown(Some("80")), "{command}");
    }
}

#[test]
fn an_a3_yaml_that_cannot_be_read_is_named_first_by_every_command() {
    let folder = super::writing::solvik();
    let text = std::fs::read_to_string(folder.path().join("a3.yaml")).unwrap();
    write(folder.path(), "a3.yaml", &text.replace("budsjettår: 2027", "budsjettår: [2027"));
    for command in ["check", "calc", "rank", "budget", "overview", "next", "status", "report"] {
        let output = a3(folder.path()).args([command]).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        let first = if command == "check" { &shown } else { &told };
        assert!(first.starts_with("a3.yaml"), "{command}: {told}{shown}");
        assert!(!told.contains("Stillingen"), "{command}: what comes of it is not told as its cause: {told}");
    }
}

#[test]
fn a_part_of_the_list_is_said_to_be_one_where_the_frames_are_those_of_all() {
    let said = |arguments: &[&str]| {
        let arguments = [&["rank", "--uten-usikkerhet", "--dato", TODAY], arguments].concat();
        let output = a3(&here("examples/solvik")).args(arguments).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace('\n', " ");
        (text(output.stdout), text(output.stderr))
    };
    let part = "Bare sakene du ba om, er med";
    for format in [&[][..], &["--alt"], &["--format", "markdown"], &["--format", "json"]] {
        assert!(said(&[&["saker/helse"], format].concat()).0.contains(part), "{format:?}");
        assert!(!said(format).0.contains(part), "{format:?}");
    }
    assert!(said(&["saker/helse", "--format", "csv"]).1.contains(part));
    let shown = said(&["saker/helse"]).0;
    assert!(!shown.contains("meropent-bibliotek"), "a lock on a case that is not asked for: {shown}");
    assert!(!said(&["saker/helse", "--uten-rammer"]).0.contains(part), "nothing is limited");
}
