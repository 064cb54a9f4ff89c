//! What inputs are made from: the examples, and what people write in them.

use std::path::Path;

/// A file of an example, by its path from the example's root.
pub type File = (String, Vec<u8>);

/// Every file of every example that a3 reads.
pub fn examples() -> Vec<Vec<File>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    ["minimal", "nettbrett", "solvik"]
        .iter()
        .map(|name| {
            let mut files = Vec::new();
            walk(&root.join(name), "", &mut files);
            files.sort();
            files
        })
        .collect()
}

fn walk(folder: &Path, path: &str, files: &mut Vec<File>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
        if entry.path().is_dir() {
            if !name.starts_with('.') {
                walk(&entry.path(), &path, files);
            }
        } else if name.ends_with(".yaml") || name.ends_with(".csv") {
            files.extend(std::fs::read(entry.path()).ok().map(|text| (path, text)));
        }
    }
}

/// The values of the examples' lines, and a few more that hold what they do not.
pub fn values(examples: &[Vec<File>]) -> Vec<Vec<u8>> {
    let more = [
        "100 kr/besøk × 40 tilsyn/uke",
        "8 000 liter/år × 17,50 kr/m³",
        "(125 W − 37 W) × 4 000 timer/år × 1,20 kr/kWh",
        "0,358 GWh",
        "1 200 kr",
        "−1,5 mill. kr/år",
        "12 %",
        "3 besøk/uke",
        "20 min",
        "60 × 365 × 12 min",
        "2 årsverk",
        "brev × andel_digital × (pris_per_forsendelse + pris_per_melding)",
        "min(a, b) / maks(1, c)",
        "120.000,-",
        "kr 500 000",
        "500k",
        "ca. 200 timer",
        "20 % stilling",
        "1.200",
        "a",
        "",
    ];
    let files = examples.iter().flatten().filter(|(path, _)| path.ends_with(".yaml"));
    let text: String = files.map(|(_, text)| String::from_utf8_lossy(text).into_owned()).collect();
    let lines = text.lines().filter_map(|line| line.split_once(": ")).map(|(_, value)| value.trim());
    let short = lines.filter(|value| value.len() < 120 && !value.is_empty());
    let mut values: Vec<Vec<u8>> = short.chain(more).map(|value| value.as_bytes().to_vec()).collect();
    values.sort();
    values.dedup();
    values
}
