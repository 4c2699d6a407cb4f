//! Sample data is named in the table of `fixtures/README.md`, so that none is a riddle later.

use crate::breach::Breach;

/// Files below `fixtures/` that are no data.
const PLAIN: &[&str] = &["fixtures/Cargo.toml", "fixtures/README.md"];

/// Data files without a row; a row that names a folder (`statement/`) covers what is below it.
pub fn unnamed(files: &[String], readme: &str) -> Vec<Breach> {
    let rows = rows(readme);
    let is_data = |path: &&String| !path.ends_with(".rs") && !PLAIN.contains(&path.as_str());
    let mut breaches = Vec::new();
    for path in files.iter().filter(is_data) {
        let name = path.strip_prefix("fixtures/").unwrap_or(path);
        let named = |row: &String| name == row || (row.ends_with('/') && name.starts_with(row));
        if !rows.iter().any(named) {
            breaches.push(Breach {
                file: path.clone(),
                line: 1,
                what: "has no row in the table of fixtures/README.md: add one that says what it \
                       is and which command makes it (`name` or `folder/` in the first column), \
                       or delete the file"
                    .to_owned(),
            });
        }
    }
    breaches
}

/// The names in the first column of the tables: what is there between backticks.
fn rows(readme: &str) -> Vec<String> {
    let first_cell =
        |line: &str| line.trim().strip_prefix('|')?.split('|').next().map(str::to_owned);
    let quoted =
        |cell: String| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    readme.lines().filter_map(first_cell).flat_map(quoted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    const README: &str = "\
`stray.json` is named here, but in no table.

| what | why |
|---|---|
| `scenario.json` | the day, as `stray.json` does not tell it |
| `statement/`, `head/` | signed samples |
";

    fn said(path: &str) -> Vec<String> {
        told(&unnamed(&[path.to_owned()], README))
    }

    #[test]
    fn a_file_without_a_row_is_named() {
        for path in ["fixtures/stray.json", "fixtures/statements.json", "fixtures/a/scenario.json"]
        {
            assert!(said(path)[0].starts_with(&format!("{path}:1: has no row")), "{path}");
        }
    }

    #[test]
    fn a_row_for_a_file_or_its_folder_is_enough_and_code_needs_none() {
        for path in [
            "fixtures/scenario.json",
            "fixtures/statement/good.jws",
            "fixtures/head/old/one.jws",
            "fixtures/src/main.rs",
            "fixtures/README.md",
        ] {
            assert_eq!(said(path), [""; 0], "{path}");
        }
    }
}
