//! What is tried.

mod case;
mod commands;
mod formula;
mod ledger;
mod quantity;

use crate::corpus::{self, File};
use crate::mutate::{Random, mutate};

/// What inputs are made from.
pub struct Corpora {
    pub examples: Vec<Vec<File>>,
    pub values: Vec<Vec<u8>>,
    pub cases: Vec<Vec<u8>>,
    pub ledgers: Vec<Vec<u8>>,
}

impl Corpora {
    pub fn read() -> Self {
        let examples = corpus::examples();
        let all = |part: &dyn Fn(&str) -> bool| -> Vec<Vec<u8>> {
            examples.iter().flatten().filter(|(path, _)| part(path)).map(|(_, text)| text.clone()).collect()
        };
        let mut ledgers: Vec<Vec<u8>> = vec![
            "ansvar,funksjon,art,beløp\n1,120,010,\"1 000,50\"\n2,999,600,-3\n".into(),
            "Ansvar;Navn;Funksjon;Art;2027;2028;2029;2030\n021610;Krav;12000;113000; 190 000,00 ; -   ;1;2\nSum;;;;190000;0;1;2\n".into(),
        ];
        for text in all(&|path| path.ends_with(".csv")) {
            // A head of it is as good, and a hundred times as fast.
            ledgers.push(text.split_inclusive(|byte| *byte == b'\n').take(25).flatten().copied().collect());
        }
        Self {
            values: corpus::values(&examples),
            cases: all(&|path| path.starts_with("saker/")),
            ledgers,
            examples,
        }
    }
}

/// One thing that is tried.
pub struct Target {
    pub name: &'static str,
    /// Whether it shares its work among all cores itself.
    pub is_shared: bool,
    pub try_one: fn(&Corpora, &mut Random),
}

pub const TARGETS: [Target; 5] = [
    Target {
        name: "quantity",
        is_shared: false,
        try_one: |of, random| quantity::try_one(&text(&of.values, random)),
    },
    Target {
        name: "formula",
        is_shared: false,
        try_one: |of, random| formula::try_one(&text(&of.values, random)),
    },
    Target { name: "case", is_shared: false, try_one: |of, random| case::try_one(bytes(&of.cases, random)) },
    Target {
        name: "ledger",
        is_shared: false,
        try_one: |of, random| ledger::try_one(bytes(&of.ledgers, random)),
    },
    Target { name: "commands", is_shared: true, try_one: commands::try_one },
];

fn bytes(from: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    mutate(random.pick::<Vec<u8>>(from), from, random)
}

fn text(from: &[Vec<u8>], random: &mut Random) -> String {
    String::from_utf8_lossy(&bytes(from, random)).into_owned()
}
