//! Any text at all.

use proptest::prelude::*;

use super::*;
use crate::diagnostic::Finding;

const SNIPPETS: &[&str] = &[
    "1",
    "200",
    "0",
    "1.200",
    "12,5",
    "99999999999999999999",
    " ",
    "\u{202f}",
    "kr",
    "år",
    "/",
    "per ",
    "min",
    "min(",
    "maks(",
    "(",
    ")",
    ";",
    "+",
    "-",
    "−",
    "×",
    "/ ",
    "%",
    "mill.",
    "brukere",
    "brukere/",
    "årsverk",
    "tmier",
    "e3",
    "–",
    "å",
    "a\u{30a}r",
    "²",
    "i året",
    "i",
    "pr.",
    ",",
    ".",
    "^",
    "døgn",
    "uker",
    "\n",
    "_",
    "\u{0}",
    "🦀",
];

fn snippets() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SNIPPETS), 0..30).prop_map(|parts| parts.concat())
}

fn lies_within(finding: &Finding, text: &str) -> bool {
    let inside = |span: crate::source::Span| text.get(span.start as usize..span.end as usize).is_some();
    inside(finding.span) && finding.related.iter().all(|related| inside(related.span))
}

fn endure(text: &str) {
    if let Err(finding) = Quantity::parse(text, &context()) {
        assert!(lies_within(&finding, text), "{text:?}: {:?}", finding.span);
    }
    match Formula::parse(text, &context()) {
        Err(findings) => {
            assert!(!findings.is_empty(), "{text:?}");
            assert!(findings.iter().all(|finding| lies_within(finding, text)), "{text:?}");
        }
        Ok(formula) => {
            let whole: String = formula
                .pieces()
                .iter()
                .map(|piece| match piece {
                    Piece::Text(part) | Piece::Name(part) | Piece::Quantity(part) => *part,
                })
                .collect();
            assert_eq!(whole, text);
            let one = |_: &str| Some(read("1,5 brukere"));
            let checked = formula.check(&|_| Some(read("1,5 brukere").dimension().clone()));
            let evaluated = formula.evaluate(&one);
            if let (Ok(dimension), Ok(quantity)) = (&checked, &evaluated) {
                assert_eq!(dimension, quantity.dimension(), "{text:?}");
            }
            assert!(checked.is_ok() || !matches!(evaluated, Err(EvaluationError::UnknownName { .. })));
            let _ = formula.calendar_factors(&|_| None);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn any_string_is_read_or_refused_inside_itself(text in ".{0,60}") {
        endure(&text);
    }

    #[test]
    fn any_mixture_of_our_own_words_is_read_or_refused(text in snippets()) {
        endure(&text);
    }

    #[test]
    fn an_amount_reads_back_the_same_in_every_style(
        whole in 0_u64..1_000_000_000_000,
        decimals in prop::option::of(0_u32..100),
        style in (0_usize..5, prop::bool::ANY, 0_usize..3),
    ) {
        let (space, comma, sign) = style;
        let separators = ["", " ", "\u{a0}", "\u{202f}", "\u{2009}"];
        let mut written = ["", "-", "−"][sign].to_owned();
        let digits = whole.to_string();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                written.push_str(separators[space]);
            }
            written.push(digit);
        }
        let mut plain = format!("{}{whole}", if sign > 0 { "-" } else { "" });
        if let Some(decimals) = decimals {
            written.push_str(&format!("{}{decimals:02}", if comma { ',' } else { '.' }));
            plain.push_str(&format!(".{decimals:02}"));
        }
        prop_assert_eq!(read(&format!("{written} kr")).money().unwrap().value(), decimal(&plain));
    }

    #[test]
    fn any_number_we_write_reads_back_as_itself(digits in -10_000_000_000_000_i64..10_000_000_000_000, decimals in 0_u32..9) {
        let value = Decimal::new(digits, decimals);
        for number in [plain(value), in_brackets(value)] {
            prop_assert!(!in_brackets(value).contains(','));
            prop_assert_eq!(read(&number).value(), value, "{}", number);
            prop_assert_eq!(read(&format!("{number} kr")).money().map(|money| money.value()), Some(value), "{}", number);
        }
    }
}
