//! The glossary of `DOMAIN.md` names types that exist and words that people read.

use std::collections::BTreeSet;

use crate::breach::Breach;
use crate::source::Text;

/// A row: the concept, its types, its words in both languages.
struct Row<'a> {
    line: usize,
    cells: Vec<&'a str>,
}

fn rows(page: &str) -> Vec<Row<'_>> {
    let table = page.lines().enumerate().skip_while(|(_, line)| *line != "<!-- glossary -->");
    let table = table.skip(3).take_while(|(_, line)| *line != "<!-- end -->");
    table
        .map(|(at, line)| Row {
            line: at + 1,
            cells: line.trim_matches('|').split('|').map(str::trim).collect(),
        })
        .collect()
}

/// Rows with a type that the code does not have, without a word, or for a concept that has one.
pub fn wrong(page: &str, code: &[Text]) -> Vec<Breach> {
    let (mut breaches, mut concepts) = (Vec::new(), BTreeSet::new());
    for Row { line, cells } in rows(page) {
        let mut breach = |what: String| {
            breaches.push(Breach { file: "core/DOMAIN.md".to_owned(), line, what });
        };
        let [concept, types, english, chinese] = cells[..] else {
            breach("a row of the glossary has four cells".to_owned());
            continue;
        };
        if !concepts.insert(concept) {
            breach(format!("“{concept}” has a row already"));
        }
        for name in types.split('`').skip(1).step_by(2).filter(|name| !exists(name, code)) {
            breach(format!("no struct, enum, type or trait is called `{name}`"));
        }
        if english.is_empty() || chinese.is_empty() {
            breach(format!("“{concept}” has no word in one of the languages"));
        }
    }
    breaches
}

fn exists(name: &str, code: &[Text]) -> bool {
    let kinds = ["struct", "enum", "type", "trait"];
    let names: Vec<String> = kinds.iter().map(|kind| format!("pub {kind} {name}")).collect();
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let defines = |line: &str| {
        names.iter().any(|name| line.trim_start().strip_prefix(name.as_str()).is_some_and(ends))
    };
    code.iter().any(|file| file.text.lines().any(defines))
}

/// Words of the glossary that no sentence of their language has.
pub fn unused(page: &str, sentences: &[(usize, Vec<Text>)]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (column, files) in sentences {
        let all: String = files.iter().map(|file| file.text.to_lowercase() + "\n").collect();
        for Row { line, cells } in rows(page) {
            let words = cells.get(*column).into_iter().flat_map(|cell| cell.split([';', '；']));
            let words = words.map(str::trim);
            for word in words.filter(|word| !all.contains(&word.to_lowercase())) {
                breaches.push(Breach {
                    file: "core/DOMAIN.md".to_owned(),
                    line,
                    what: format!("no sentence says “{word}”: mend the glossary or the sentence"),
                });
            }
        }
    }
    breaches
}

/// Words that the app explains and the glossary does not have in this column.
pub fn unknown(page: &str, column: usize, help: &Text) -> Vec<Breach> {
    let rows = rows(page);
    let cells = rows.iter().filter_map(|row| row.cells.get(column));
    let words: BTreeSet<&str> = cells
        .flat_map(|cell| cell.split([';', '；']))
        .map(|word| word.trim().trim_start_matches("the "))
        .collect();
    let mut breaches = Vec::new();
    for (at, line) in help.text.lines().enumerate() {
        let explained = line.strip_prefix("help-word-").and_then(|rest| rest.split_once(" = "));
        if let Some((_, word)) = explained.filter(|(_, word)| !words.contains(word)) {
            breaches.push(Breach {
                file: help.path.clone(),
                line: at + 1,
                what: format!("explains “{word}”, which the glossary of DOMAIN.md does not have"),
            });
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    const PAGE: &str = "\
<!-- glossary -->
| concept | in code | English | 简体中文 |
|---|---|---|---|
| a record | `Record`, `Recor` | record; paper | 记录 |
| a record | | record | |
<!-- end -->
";

    fn file(text: &str) -> Vec<Text> {
        vec![Text { path: "a".to_owned(), text: text.to_owned() }]
    }

    #[test]
    fn a_type_that_is_gone_and_a_row_without_a_word_are_named() {
        let found = told(&wrong(PAGE, &file("    pub struct Record<T> {\n")));
        assert_eq!(
            found,
            [
                "core/DOMAIN.md:4: no struct, enum, type or trait is called `Recor`",
                "core/DOMAIN.md:5: “a record” has a row already",
                "core/DOMAIN.md:5: “a record” has no word in one of the languages",
            ]
        );
    }

    #[test]
    fn an_explained_word_that_the_glossary_does_not_have_is_named() {
        let help = Text {
            path: "help.ftl".to_owned(),
            text: "help-word-a = record\n  .meaning = x\nhelp-word-b = note\n".to_owned(),
        };
        let found = told(&unknown(PAGE, 2, &help));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found.iter().all(|one| one.starts_with("help.ftl:3: explains “note”")),
            "{found:?}"
        );
    }

    #[test]
    fn a_word_that_no_sentence_has_is_named() {
        let found = told(&unused(PAGE, &[(2, file("a = Your Record")), (3, file("a = 记录"))]));
        assert_eq!(
            found,
            ["core/DOMAIN.md:4: no sentence says “paper”: mend the glossary or the sentence"]
        );
    }
}
