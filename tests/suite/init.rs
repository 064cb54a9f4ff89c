//! `a3 init` by its flags: what it writes passes `check`, and what it cannot write it says.

use super::portfolio::{GOOD_CASE, ORGANISATION, TODAY, a3, write};
use serde_json::Value;
use std::path::Path;

/// What `a3 init` says on both streams, and its exit code.
fn init(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = a3(folder).args(["init", "--dato", TODAY]).args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    (output.status.code(), said.into_owned())
}

/// Holds that `check` finds no error but what nobody has answered yet.
fn is_only_unanswered(folder: &Path, arguments: &[&str]) {
    let check =
        a3(folder).args(["check", "--format", "json", "--dato", TODAY]).args(arguments).output().unwrap();
    assert_eq!(check.status.code(), Some(1));
    let json: Value = serde_json::from_slice(&check.stdout).unwrap();
    let mut found = json["funn"].as_array().unwrap().iter().filter(|one| one["grad"] == "feil");
    assert!(found.all(|one| one["regel"] == "mangler-i-overblikk"), "{json:#}");
}

#[test]
fn empty_answers_and_hidden_characters_never_reach_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let title = "Digital\u{202e}post\u{200f}\u{7} nå";
    let arguments = [
        title,
        "--nå",
        "",
        "--ønsket",
        " ",
        "--eier",
        "\u{202e}",
        "--virksomhet",
        "",
        "--anslag",
        "9 000 kr/år",
    ];
    assert_eq!(init(folder.path(), &arguments).0, Some(0));
    is_only_unanswered(folder.path(), &[]);
    let text = std::fs::read_to_string(folder.path().join("saker/digitalpost-na.yaml")).unwrap();
    assert!(text.contains("tittel: Digitalpost nå\n") && text.contains("eier: Ikke avklart"), "{text}");
    assert_eq!(init(folder.path(), &["\u{202e}"]).0, Some(2), "an empty title is no title");
}

#[test]
fn saved_time_can_be_started_in_a_new_folder_and_in_one_that_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let hours = ["Kortere møter", "--anslag", "430 timer"];
    let (code, said) = init(folder.path(), &hours);
    assert!(code == Some(2) && said.contains("--stilling STILLING --årslønn KRONER"), "{said}");
    assert!(!folder.path().join("a3.yaml").exists(), "nothing was written");
    let priced = ["--stilling", "rådgiver", "--årslønn", "651 000 kr"];
    assert_eq!(init(folder.path(), &[&hours[..], &priced].concat()).0, Some(0));
    let written = std::fs::read_to_string(folder.path().join("a3.yaml")).unwrap();
    assert!(written.contains("stillinger:\n  rådgiver:\n    årslønn: 651 000 kr\n"), "{written}");
    is_only_unanswered(folder.path(), &[]);

    let folder = tempfile::tempdir().unwrap();
    let without = ORGANISATION.split("stillinger:").next().unwrap();
    write(folder.path(), "a3.yaml", without);
    let (code, said) = init(folder.path(), &[&hours[..], &priced].concat());
    let line = said.split("«stillinger").nth(1).unwrap().split('»').next().unwrap();
    assert_eq!(code, Some(2), "{said}");
    // The line it gives is a line that works.
    write(folder.path(), "a3.yaml", &format!("{without}stillinger{line}\n"));
    let (code, said) =
        init(folder.path(), &hours[..1].iter().copied().chain(["--type", "spart tid"]).collect::<Vec<_>>());
    assert!(code == Some(2) && said.contains("--stilling: rådgiver"), "{said}");
    assert_eq!(init(folder.path(), &[&hours[..], &["--stilling", "rådgiver"]].concat()).0, Some(0));
    is_only_unanswered(folder.path(), &[]);
}

#[test]
fn a_gain_in_quality_and_an_amount_as_people_say_it_can_be_given() {
    let folder = tempfile::tempdir().unwrap();
    let amount = ["Digital post", "--område", "Stab", "--anslag", "1,5 mill kr"];
    assert_eq!(init(folder.path(), &amount).0, Some(0));
    let quality =
        ["Roligere netter", "--type", "økt kvalitet", "--betydning", "høy", "--omfang", "middels positivt"];
    assert_eq!(init(folder.path(), &quality).0, Some(0));
    is_only_unanswered(folder.path(), &[]);
    let calc = a3(folder.path()).args(["calc", "--format", "json", "--dato", TODAY]).output().unwrap();
    let json: Value = serde_json::from_slice(&calc.stdout).unwrap();
    assert_eq!(json["saker"][0]["gevinstpotensial"]["budsjett"], "1500000");
    assert_eq!(json["saker"][1]["kvalitet"][0]["score"], 3);
    let (code, said) = init(folder.path(), &["Tre", "--type", "kvalitet"]);
    assert!(code == Some(2) && said.contains("økt kvalitet"), "{said}");
}

#[test]
fn nothing_is_made_where_a3_yaml_has_errors() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}rente: mye\n"));
    let (code, said) = init(folder.path(), &["Digital post"]);
    assert!(
        code == Some(1) && said.contains("a3.yaml har feil (linje 7") && said.contains("a3 check"),
        "{said}"
    );
    assert!(!folder.path().join("saker").exists());
    write(folder.path(), "a3.yaml", &ORGANISATION.replace("[Helse", "[\"\\e[31mHelse\", Helse"));
    let (code, said) = init(folder.path(), &["Digital post", "--område", "Ukjent"]);
    assert!(code == Some(1) && !said.contains('\u{1b}'), "{said}");
}

#[test]
fn two_that_begin_at_once_both_get_their_case_and_one_whole_a3_yaml() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let titles = ["Digital post", "Roligere netter", "Færre møter", "Felles skyss"];
        let ended: Vec<_> = std::thread::scope(|scope| {
            let begun: Vec<_> =
                titles.iter().map(|title| scope.spawn(|| init(folder.path(), &[*title]))).collect();
            begun.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(ended.iter().all(|(code, _)| *code == Some(0)), "{ended:?}");
        let check = a3(folder.path()).args(["check", "--format", "json", "--dato", TODAY]).output().unwrap();
        let json: Value = serde_json::from_slice(&check.stdout).unwrap();
        assert_eq!((check.status.code(), &json["saker"]), (Some(1), &titles.len().into()), "{json}");
        let hidden = std::fs::read_dir(folder.path()).unwrap().flatten();
        let left: Vec<_> =
            hidden.filter(|file| file.file_name().to_string_lossy().ends_with(".ny")).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

#[test]
fn an_estimate_that_cannot_be_read_says_what_to_write() {
    let folder = tempfile::tempdir().unwrap();
    let (code, said) = init(folder.path(), &["Tull", "--anslag", "tull"]);
    assert!(code == Some(2) && said.contains("begynner ikke med et tall. "), "{said}");
}

#[test]
fn everything_written_is_listed_and_what_it_suggests_can_be_run_from_where_you_are() {
    let folder = tempfile::tempdir().unwrap();
    for place in ["rot", "her", "i to ord", "annen"] {
        write(folder.path(), &format!("{place}/notat.txt"), "");
    }
    for (place, target, title) in
        [("rot", ".", "En"), ("rot/saker", ".", "To"), ("her", "../i to ord", "Tre"), (".", "annen", "Fire")]
    {
        let here = folder.path().join(place);
        let (code, said) = init(&here, &[title, "--mappe", target, "--anslag", "9 000 kr/år"]);
        assert_eq!(code, Some(0), "{said}");
        let written = said.lines().filter_map(|line| line.strip_prefix("Skrev "));
        let written: Vec<&str> =
            written.map(|line| line.split(": ").next().unwrap().trim_matches('"')).collect();
        assert!(written.iter().all(|path| here.join(path).is_file()), "{said}");
        let is_first = title != "To";
        assert_eq!(written.len(), if is_first { 4 } else { 1 }, "{said}");
        assert_eq!(said.contains("bytt ut «Vår kommune»"), is_first, "{said}");
        let suggested = said.lines().find_map(|line| line.trim().strip_prefix("a3 check ")).unwrap();
        let path = suggested.trim_matches('"');
        is_only_unanswered(&here, &[path]);
    }
    let (_, said) = init(&folder.path().join("her"), &["Fem", "--virksomhet", "Solvik"]);
    assert!(!said.contains("Vår kommune"), "{said}");
}

#[test]
fn a_taken_name_is_said_also_for_a_case_in_a_sub_folder() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "saker/stab/digital-post.yaml", GOOD_CASE);
    let (code, said) = init(folder.path(), &["Digital post"]);
    assert!(code == Some(2) && said.contains("saker/stab/digital-post.yaml"), "{said}");
}

#[test]
fn what_init_writes_passes_check_and_calculates() {
    let folder = tempfile::tempdir().unwrap();
    let titles = ["Færre brev: «ja» til #digitalt", "Åpent bibliotek", "* strek & anker", "null", "2027"];
    for title in titles {
        a3(folder.path()).args(["init", title, "--anslag", "96 000 kr/år", "--dato", TODAY]).assert().code(0);
    }
    is_only_unanswered(folder.path(), &[]);
    let calc = a3(folder.path()).args(["calc", "--format", "json", "--dato", TODAY]).output().unwrap();
    let json: Value = serde_json::from_slice(&calc.stdout).unwrap();
    assert_eq!(json["saker"].as_array().unwrap().len(), titles.len());
    let written: Vec<&str> =
        json["saker"].as_array().unwrap().iter().map(|c| c["tittel"].as_str().unwrap()).collect();
    for title in titles {
        assert!(written.contains(&title), "{title} in {written:?}");
    }
    assert_eq!(json["saker"][0]["gevinstpotensial"]["budsjett"], "96000");
}

#[test]
fn init_never_overwrites_and_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    a3(folder.path()).args(["init", "Digital post", "--dato", TODAY]).assert().code(0);
    let before = std::fs::read_to_string(folder.path().join("saker/digital-post.yaml")).unwrap();
    let again = a3(folder.path()).args(["init", "Digital  post!", "--eier", "En annen"]).output().unwrap();
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("saker/digital-post.yaml"));
    assert_eq!(std::fs::read_to_string(folder.path().join("saker/digital-post.yaml")).unwrap(), before);
    let strange = a3(folder.path()).args(["init", "§§§"]).output().unwrap();
    assert_eq!(strange.status.code(), Some(2));
    let unknown = a3(folder.path()).args(["init", "Annet", "--område", "Stabb"]).output().unwrap();
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("Stab"));
}

#[test]
fn what_a3_yaml_lacks_is_told_with_the_line_to_write_and_a_wage_is_not_ignored() {
    let folder = tempfile::tempdir().unwrap();
    let first =
        ["Digital post", "--område", "Stab", "--anslag", "400 timer/år", "--stilling", "saksbehandler"];
    assert_eq!(init(folder.path(), &[&first[..], &["--årslønn", "600 000 kr"]].concat()).0, Some(0));
    let mut second = first;
    (second[0], second[6]) = ("Roligere netter", "helsefagarbeider");
    let (code, said) = init(folder.path(), &[&second[..], &["--årslønn", "520 000 kr"]].concat());
    assert!(code == Some(2) && said.contains("«  helsefagarbeider: {årslønn: 520 000 kr}»"), "{said}");
    second[6] = "saksbehandler";
    let (code, said) = init(folder.path(), &[&second[..], &["--årslønn", "520 000 kr"]].concat());
    assert!(code == Some(2) && said.contains("--årslønn 520 000 kr"), "{said}");
    second[2] = "Skole";
    let (code, said) = init(folder.path(), &second);
    assert!(code == Some(2) && said.contains("«områder: [Stab, Skole]»"), "{said}");
}

#[test]
fn an_a3_yaml_above_that_has_errors_is_named_where_it_is() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}rente: mye\n"));
    write(folder.path(), "tom/notat.txt", "");
    let (code, said) = init(&folder.path().join("tom"), &["Digital post"]);
    assert!(code == Some(1) && said.contains("../a3.yaml har feil (linje 7"), "{said}");
}

#[test]
fn one_who_has_just_begun_is_told_what_is_still_to_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let output = a3(folder.path()).args(arguments).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace('\u{a0}', " ");
        (text(output.stdout), text(output.stderr))
    };
    for word in ["new", "ny", "opprett"] {
        assert!(run(&[word]).1.contains("Mente du «init»?"), "{word}");
    }
    run(&[
        "init",
        "Digital post",
        "--område",
        "Stab",
        "--gevinst",
        "Spart porto",
        "--anslag",
        "96 000 kr/år",
    ]);
    let day = ["--dato", "2026-11-24"];
    let (next, _) = run(&[&["next"][..], &day].concat());
    assert!(next.contains("digital-post (ikke ferdig: a3 check digital-post) venter på dypdykk"), "{next}");
    let (value, _) = run(&[&["calc"][..], &day].concat());
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        value.contains("Skriv «oppstart: …» og «levetid: … år» i saken, så regnes resten ut."),
        "{value}"
    );
    assert!(run(&[&["rank"][..], &day].concat()).0.starts_with("Ingen saker på lista ennå\n"));
    let path = folder.path().join("saker/digital-post.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("{text}oppstart: 2027\nlevetid: 5 år\n")).unwrap();
    assert!(run(&[&["rank"][..], &day].concat()).0.starts_with("1 sak på lista: "));
    // What `advance` says of an empty list is what the file may hold.
    run(&[&["advance", "digital-post"][..], &day].concat());
    let text = std::fs::read_to_string(&path).unwrap();
    let written: Vec<String> = text
        .lines()
        .map(|line| match line.split_once(": …  # fyll inn: ") {
            Some((key, what)) if what.contains("Skriv «ingen»") => format!("{key}: ingen\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    assert_eq!(written.iter().filter(|line| line.ends_with(": ingen\n")).count(), 2, "{text}");
    std::fs::write(&path, written.concat()).unwrap();
    let (found, _) = run(&[&["check", "--format", "kort"][..], &day].concat());
    assert!(!found.contains("«minimumskrav»") && !found.contains("«kostnader»"), "{found}");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_outside_the_root_through_a_link() {
    for link in ["saker", ".schema"] {
        let folder = tempfile::tempdir().unwrap();
        let [root, outside] = ["rot", "utenfor"].map(|name| folder.path().join(name));
        std::fs::create_dir_all(&outside).unwrap();
        std::fs::create_dir_all(&root).unwrap();
        std::os::unix::fs::symlink("../utenfor", root.join(link)).unwrap();
        let arguments = ["Digital post", "--uten-spørsmål", "--anslag", "96 000 kr/år"];
        let (code, said) = init(&root, &arguments);
        assert!(code == Some(2) && said.contains(&format!("«{link}» er en lenke ut av mappa")), "{said}");
        let is_empty = |path: &Path| std::fs::read_dir(path).unwrap().next().is_none();
        assert!(is_empty(&outside) && !root.join("a3.yaml").exists(), "nothing is written");
        // With an ordinary folder in its place it is as ever.
        std::fs::remove_file(root.join(link)).unwrap();
        std::fs::create_dir(root.join(link)).unwrap();
        assert_eq!(init(&root, &arguments).0, Some(0));
    }
}
