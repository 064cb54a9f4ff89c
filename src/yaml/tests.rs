use super::*;
use crate::source::Span;
use proptest::prelude::*;

fn rules(text: &str) -> Vec<&'static str> {
    parse(&Source::new("a.yaml", text)).findings.iter().map(|finding| finding.rule).collect()
}

/// The text a finding of the first rule points at, and its title.
fn first(text: &str) -> (&'static str, String, String) {
    let source = Source::new("a.yaml", text);
    let finding = parse(&source).findings.into_iter().next().unwrap();
    (finding.rule, source.slice(finding.span).to_owned(), finding.title.nb)
}

fn value<'t>(source: &'t Source, key: &str) -> (String, &'t str) {
    let parsed = parse(source);
    assert_eq!(parsed.findings, []);
    let root = parsed.root.unwrap();
    let node = root.get(key).unwrap();
    (node.text().unwrap_or_default().to_owned(), source.slice(node.span))
}

#[test]
fn a_plain_text_spans_exactly_itself() {
    let source = Source::new("a.yaml", "a: 1 200 kr/år   # notat\nb: en\n  to   # x\nc: 'd'\ne: [ f , g ]\n");
    assert_eq!(value(&source, "a"), ("1 200 kr/år".into(), "1 200 kr/år"));
    assert_eq!(value(&source, "b"), ("en to".into(), "en\n  to"));
    assert_eq!(value(&source, "c"), ("d".into(), "'d'"));
    assert_eq!(value(&source, "e").1, "[ f , g ]");
}

#[test]
fn a_block_list_ends_with_its_last_value() {
    let source = Source::new("a.yaml", "a:\n  - b: 1\n    c: 2   # d\n\n# e\nf: 3\n");
    assert_eq!(value(&source, "a").1, "- b: 1\n    c: 2");
}

#[test]
fn words_and_numbers_stay_what_was_written() {
    let source = Source::new("a.yaml", "\u{feff}a: ja\r\nb: 010\r\nc: 1e3\r\nd: .inf\r\ne: ~\r\n");
    for (key, text) in [("a", "ja"), ("b", "010"), ("c", "1e3"), ("d", ".inf"), ("e", "~")] {
        assert_eq!(value(&source, key), (text.into(), text));
    }
}

#[test]
fn nothing_after_the_colon_is_empty() {
    let source = Source::new("a.yaml", "a:\nb:\n  -\n  - x\n");
    let root = parse(&source).root.unwrap();
    assert_eq!(root.get("a").unwrap().kind, Kind::Empty);
    assert_eq!(root.get("b").unwrap().items().len(), 2);
    assert_eq!(root.get("b").unwrap().items()[0].kind, Kind::Empty);
}

#[test]
fn a_part_of_a_text_is_pointed_at_where_the_text_is_in_the_file() {
    let source = Source::new("a.yaml", "a: \"1 200 kr\"\nb: 1 200 kr\nc: \"1\\u0020200 kr\"\n");
    let root = parse(&source).root.unwrap();
    let part = |key: &str| source.slice(root.get(key).unwrap().part_span(Span::new(6, 8)));
    assert_eq!((part("a"), part("b"), part("c")), ("kr", "kr", "\"1\\u0020200 kr\""));
}

#[test]
fn what_makes_yaml_surprising_is_refused_by_name() {
    for (text, rule, place) in [
        ("a: &x b\n", "anker-eller-alias", "&x"),
        ("a: *x\n", "anker-eller-alias", "*x"),
        ("a: !!str b\n", "yaml-merkelapp", "!!str"),
        ("a: !b [c]\n", "yaml-merkelapp", "!b"),
        ("<<: {a: 1}\n", "flettenøkkel", "<<"),
        ("a: 1\nb: 2\na: 3\n", "gjentatt-felt", "a"),
        ("a: 1\n---\nb: 2\n", "flere-dokumenter", "---"),
        ("a: 1\n...\nb: 2\n", "flere-dokumenter", ""),
        ("a:\n\tb: 1\n", "tabulator-som-innrykk", "\t"),
        ("\ta: 1\n", "tabulator-som-innrykk", "\t"),
        ("a: x\u{7}y\n", "styretegn", "\u{7}"),
        ("a: x # \u{202e}y\n", "styretegn", "\u{202e}"),
        ("a: x\0y\n", "styretegn", "\0"),
        ("a: x\ry\n", "styretegn", "\r"),
        ("a: \"x\\x1by\"\n", "styretegn", "\"x\\x1by\""),
        ("? [a]\n: b\n", "feil-form", "[a]"),
        ("- a\n- b\n", "feil-form", "- a\n- b"),
        ("bare tekst\n", "feil-form", "bare tekst"),
        ("a: [1,5 årsverk, 2 årsverk]\n", "desimalkomma-i-liste", "1,5 årsverk"),
        ("a: {b: 1,5 mill. kr}\n", "desimalkomma-i-liste", "1,5 mill. kr"),
        ("a: [\n  ca 2,5 timer,\n  b]\n", "desimalkomma-i-liste", "ca 2,5 timer"),
        ("a: [2027,2028,2029]\n", "desimalkomma-i-liste", "2027,2028,2029"),
        ("a: {b: {c: [x, 0,5]}}\n", "desimalkomma-i-liste", "0,5"),
    ] {
        assert_eq!(rules(text), [rule], "{text:?}");
        assert_eq!(first(text).1, place, "{text:?}");
    }
}

#[test]
fn what_looks_like_it_but_is_not_is_left_alone() {
    for text in [
        "---\na: 1\n",
        "a: [\"1,5\", '2,5', 1, 2]\n",
        "a: 1,5\nb:\n  - 2,5\n",
        "a: |\n  x\n  \ty\nb: \"c\n  \td\"\n",
        "a: b\tc\n\t\n\t# d\n",
        "a: \"x\\ny\\tz\"\n",
        "a: A & B\nb: 5 * 4\nc: Bra!\nd: 50 %\n",
        "a: {b: 1}\nc: {b: 1}\n",
        "a: [2027, 2028]\n",
    ] {
        assert_eq!(rules(text), [""; 0], "{text:?}");
    }
}

#[test]
fn a_torn_number_is_whole_again_in_the_tree() {
    let source = Source::new("a.yaml", "a: {b: 1,5 mill. kr, c: 2}\nd: [1,5 årsverk, 0,5 årsverk]\n");
    let parsed = parse(&source);
    assert_eq!(parsed.findings.len(), 3);
    let root = parsed.root.unwrap();
    assert_eq!(root.get("a").unwrap().get("b").unwrap().text(), Some("1,5 mill. kr"));
    assert_eq!(root.get("a").unwrap().entries().len(), 2);
    assert_eq!(root.get("d").unwrap().items().len(), 2);
}

#[test]
fn the_first_of_two_equal_keys_is_shown_also_among_many() {
    let mut text: String = (0..100).map(|number| format!("k{number}: 1\n")).collect();
    text.push_str("k3: 2\nk99: 2\n");
    let source = Source::new("a.yaml", &text);
    let findings = parse(&source).findings;
    let places: Vec<_> =
        findings.iter().map(|finding| source.position(finding.related[0].span.start).line).collect();
    assert_eq!(places, [4, 100]);
}

#[test]
fn all_problems_are_found_at_once() {
    let text = "a: &x b\nc: [1,5]\nc: 2\nd: !e f\n<<: g\n";
    assert_eq!(
        rules(text),
        ["anker-eller-alias", "desimalkomma-i-liste", "gjentatt-felt", "yaml-merkelapp", "flettenøkkel"]
    );
}

#[test]
fn the_common_mistakes_are_explained_where_they_are() {
    for (text, place, words) in [
        ("tittel: Hjemme: trygt\n", "Hjemme: trygt", "Kolon og mellomrom"),
        ("a: b\n  c: d\n", "c: d", "alt en verdi"),
        ("a: @b c # d\n", "@b c", "«@»"),
        ("a: %b\n", "%b", "«%»"),
        ("a: `b`\n", "`b`", "«`»"),
        ("a: * b\n", "* b", "«*»"),
        ("a: & b\n", "& b", "«&»"),
        ("a: [1, 2\nb: 3\n", "[", "ikke lukket"),
        ("a: {b: 1\nc: 3\n", "{", "ikke lukket"),
        ("a: [1, 2", "[", "ikke lukket"),
        ("a: \"x\nb: 3\n", "a: \"x", "ikke avsluttet"),
        ("a: 'x\nb: 3\n", "a: 'x", "ikke avsluttet"),
        ("a: \"x\" y\n", "a: \"x\" y", "etter det avsluttende"),
        ("a:\n  b: 1\n c: 2\n", "c: 2", "Innrykket passer ikke"),
        ("a:\n  - b\n  c: 1\n", "c: 1", "ikke et listepunkt"),
        ("a: 1\n- b\n", "- b", "der det ventes et felt"),
        ("a: - b\n", "a: - b", "samme linje"),
        ("a:\n- x\n-y\n", "-y", "mangler et mellomrom"),
        ("a: 1\nb 2\nc: 3\n", "b 2", "kolon"),
        ("a: 1\nb:2\nc: 3\n", "b:2", "kolon"),
        ("a: }\n", "}", "hører ikke til"),
        ("a: \"C:\\mappe\"\n", "a: \"C:\\mappe\"", "ingen kjent kode"),
        ("a: {b: x c: y}\n", ":", "mangler et komma"),
        ("%YAML 1.2\n---\na: 1\n", "%YAML 1.2", "«%»"),
    ] {
        let (rule, at, title) = first(text);
        assert_eq!((rule, rules(text).len()), ("ugyldig-yaml", 1), "{text:?} {title}");
        assert!(at.starts_with(place) || place.starts_with(&at) && !at.is_empty(), "{text:?}: {at:?}");
        assert!(title.contains(words), "{text:?}: {title}");
    }
}

#[test]
fn a_file_with_nothing_in_it_is_named() {
    for text in ["", "\n\n", "# bare en kommentar\n", "---\n", "\u{feff}"] {
        assert_eq!(rules(text), ["tom-fil"], "{text:?}");
    }
}

#[test]
fn hostile_files_are_findings_at_once() {
    let deep = "[".repeat(100_000);
    let blocks: String = (0..60).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    let keys: String = (0..300_000).map(|number| format!("k{number}: 1\n")).collect();
    let bombs: String = (0..10).map(|level| format!("a{level}: &a{level} [*b, *b, *b]\n")).collect();
    for (text, rule) in [
        (format!("a: {deep}"), "for-dyp-nøsting"),
        (deep, "for-dyp-nøsting"),
        (blocks, "for-dyp-nøsting"),
        (keys, "for-stor-fil"),
        (format!("a: {}", "x".repeat(3_000_000)), "for-stor-fil"),
        (bombs, "anker-eller-alias"),
        ("a\0".repeat(100_000), "styretegn"),
        (format!("a: [{}]", "1,".repeat(200_000)), "desimalkomma-i-liste"),
    ] {
        assert_eq!(rules(&text).first(), Some(&rule), "{rule}");
    }
}

#[test]
fn bytes_that_are_not_utf8_are_named() {
    let decoded = |bytes: &[u8]| {
        decode("a.yaml", bytes.to_vec()).map_err(|refused| {
            let (source, finding) = *refused;
            (finding.rule, finding.title.nb, source.clamp(finding.span) == finding.span)
        })
    };
    let utf16: Vec<u8> = "område: å".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, words) in [
        (utf16.as_slice(), "UTF-16"),
        (b"\xff\xfea\0", "UTF-16"),
        (b"\xfe\xff\0a", "UTF-16"),
        (b"omr\xe5de: x", "Windows-1252"),
        (b"a: \xf5", "0xf5"),
    ] {
        let (rule, title, inside) = decoded(bytes).unwrap_err();
        assert_eq!((rule, inside), ("feil-tegnsett", true));
        assert!(title.contains(words), "{title}");
    }
    assert_eq!(decoded(&[b'a'; MAX_BYTES + 1]).unwrap_err().0, "for-stor-fil");
    assert_eq!(decoded(b"\xef\xbb\xbfa: 1\r\n").unwrap().text, "\u{feff}a: 1\r\n");
    assert_eq!(decoded(b"").unwrap().text, "");
    assert_eq!(decoded(b"a").unwrap().text, "a");
}

/// Every span in the tree, with what it holds inside what holds it.
fn assert_inside(source: &Source, node: &Node<'_>) {
    assert_eq!(source.clamp(node.span), node.span);
    assert!(node.span.end as usize <= source.text.len());
    if let Some(scalar) = node.scalar().filter(|scalar| scalar.verbatim) {
        let whole = node.part_span(Span::new(0, scalar.text.len()));
        assert_eq!(source.slice(whole), scalar.text);
    }
    node.items().iter().for_each(|item| assert_inside(source, item));
    for entry in node.entries() {
        assert_eq!(source.clamp(entry.key.span), entry.key.span);
        assert_inside(source, &entry.value);
    }
}

fn assert_sound(source: &Source) {
    let parsed = parse(source);
    for finding in &parsed.findings {
        for span in finding.related.iter().map(|related| related.span).chain([finding.span]) {
            assert_eq!(source.clamp(span), span, "{finding:?}");
            assert!(span.end as usize <= source.text.len(), "{finding:?}");
        }
    }
    assert!(parsed.root.is_some() || !parsed.findings.is_empty());
    parsed.root.iter().for_each(|root| assert_inside(source, root));
}

#[test]
fn a_mac_and_a_pc_write_the_same_words() {
    let source = Source::new("a.yaml", "omra\u{30a}de: Pa\u{30a} natt\nb: \"a\\u030a\"\n");
    let parsed = parse(&source);
    let root = parsed.root.unwrap();
    let node = root.get("område").unwrap();
    assert_eq!(
        (parsed.findings, node.text(), root.get("b").unwrap().text()),
        (vec![], Some("På natt"), Some("å"))
    );
    assert_eq!(source.slice(node.span), "Pa\u{30a} natt");
    assert_eq!(
        source.slice(node.part_span(Span::new(1, 2))),
        "Pa\u{30a} natt",
        "the whole, where places differ"
    );
    assert_eq!(rules("å: 1\na\u{30a}: 2\n"), ["gjentatt-felt"]);
}

#[test]
fn signs_nobody_sees_are_named_and_read_past() {
    for (sign, name) in [
        ('\u{ad}', "en myk bindestrek (U+00AD)"),
        ('\u{200b}', "et mellomrom uten bredde (U+200B)"),
        ('\u{feff}', "et merke for tegnsett (BOM) (U+FEFF)"),
        ('\u{200d}', "et skjult skilletegn (U+200D)"),
    ] {
        let source = Source::new("a.yaml", format!("a: 1\ntit{sign}tel: x\n"));
        let parsed = parse(&source);
        let [finding] = &parsed.findings[..] else { panic!("{:?}", parsed.findings) };
        assert_eq!((finding.rule, source.position(finding.span.start).line), ("usynlig-tegn", 2));
        assert!(finding.title.nb.contains(name), "{}", finding.title.nb);
        assert_eq!(parsed.root.unwrap().get("tittel").and_then(Node::text), Some("x"));
    }
    assert_eq!(rules("\u{feff}a: 👩\u{200d}⚕\u{fe0f}\n"), [""; 0]);
    let minus = Source::new("a.yaml", "a: \u{ad}5 kr\n");
    assert_eq!(parse(&minus).root.unwrap().get("a").and_then(Node::text), Some("\u{ad}5 kr"));
}

#[test]
fn hard_spaces_are_named_where_they_part_nothing() {
    for (text, place) in [
        ("a:\n\u{a0}\u{a0}b: 1\n", "I innrykket"),
        ("a:\n  - b: 1\n  \u{202f} c: 2\n", "I innrykket"),
        ("a:\u{a0}1\n", "Etter kolon"),
        ("a: 1\nb:\u{a0}2\nc: 3\n", "Etter kolon"),
        ("a:\n  - b:\u{2009}2\n", "Etter kolon"),
        ("a: {b:\u{a0}2}\n", "Etter kolon"),
        ("a: {b: 1,\u{a0}c: 2}\n", "I innrykket"),
        ("a:\n  -\u{a0}x\n  -\u{a0}y\n", "Etter streken"),
        ("a:\n  -\u{a0}b: y\n", "Etter streken"),
    ] {
        let source = Source::new("a.yaml", text);
        let parsed = parse(&source);
        let [finding] = &parsed.findings[..] else { panic!("{text:?} {:?}", parsed.findings) };
        assert!(
            finding.rule == "hardt-mellomrom" && finding.title.nb.starts_with(place),
            "{text:?} {finding:?}"
        );
        assert_eq!(parsed.root, None);
    }
    let (_, _, title) = first("a:\n\u{a0}b: 1\n\u{a0}c: 1\n\u{a0}d: 1\n");
    assert!(title.ends_with("på 2 linjer til"), "{title}");
    for text in
        ["a: 1\u{a0}200 kr\n", "a: kl.:\u{a0}ti\n", "a: |\n  b:\u{a0}c\n  \u{a0}d\n", "a: \"b:\u{a0}c\"\n"]
    {
        assert_eq!(rules(text), [""; 0], "{text:?}");
    }
}

#[test]
fn bullets_and_long_dashes_are_no_list_items() {
    for mark in ['–', '—', '•', '·', '\u{f0b7}', '−', '*'] {
        let (rule, place, _) = first(&format!("a:\n  {mark} b: 1\n    c: 2\n"));
        assert_eq!((rule, place), ("fremmed-listetegn", mark.to_string()), "{mark}");
    }
    let texts = "a: – nei\nb: |\n  – en\n  • to\nc: -5\nd: –5\n";
    assert_eq!(rules(texts), [""; 0]);
    assert_eq!(first("a:\n  -b: 1\n  -c: 2\n").1, "-");
}

#[test]
fn quotation_marks_of_a_word_processor_are_not_part_of_a_text() {
    for text in ["a: “b c”\n", "a: ”b c”\n", "a: „b c“\n", "a: ‘b c’\n"] {
        let source = Source::new("a.yaml", text);
        let parsed = parse(&source);
        assert_eq!(
            parsed.findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(),
            ["fremmede-hermetegn"]
        );
        assert_eq!(parsed.root.unwrap().get("a").and_then(Node::text), Some("b c"));
    }
    assert_eq!(rules("a: “Hjemme: trygt”\n"), ["fremmede-hermetegn"]);
    assert_eq!(rules("a: [“b, c”]\n"), ["fremmede-hermetegn"]);
    assert_eq!(rules("a: “b” og “c”\nb: «c»\nc: ’89-planen\nd: \"“e”\"\n"), [""; 0]);
}

#[test]
fn a_text_cut_in_the_middle_is_told_with_what_was_cut() {
    for text in [
        "a: Formannskapet (sak #8889)\n",
        "a: (sak #8889)  # her\n",
        "a: Notat nr #4\nb: c\n",
        "a: [x (y #z)\n ]\n",
    ] {
        assert_eq!(rules(text).first(), Some(&"avkuttet-tekst"), "{text}");
    }
    assert_eq!(first("a: Notat nr. #4\n").2, "Teksten slutter her, og «#4» leses ikke");
    for text in
        ["a: 100 kr #2027\n", "a: b # (c)\n", "a: b #c\n", "a: (b) # 4)\n", "a: \"b\" #4\n", "a: b#4\n"]
    {
        assert_eq!(rules(text), [""; 0], "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_give_a_tree_or_findings_inside_the_file(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        match decode("a.yaml", bytes) {
            Ok(source) => assert_sound(&source),
            Err(refused) => prop_assert_eq!(refused.0.clamp(refused.1.span), refused.1.span),
        }
    }

    #[test]
    fn any_text_that_resembles_yaml_does_too(text in "([a-c]: |- |\\[|\\{|\\]|\\}|, |\n|\n  |\"|'|#|&a |\\*a |!b |1,5|\\||>|å|\t|\\\\x1b|---\n|<<: |\\? |~|\r\n){0,40}") {
        assert_sound(&Source::new("a.yaml", text));
    }
}

#[test]
fn what_is_wrong_with_a_key_behind_a_sign_nobody_sees_stands_on_whole_letters() {
    for key in ["\u{200b}-vakter", "\u{200b}–x", "\u{feff}-å", "\u{200b}•\u{200b}x"] {
        assert_sound(&Source::new("a.yaml", format!("a: 1\n{key}:\n  b: 1\n")));
    }
}
