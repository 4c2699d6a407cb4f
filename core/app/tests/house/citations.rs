//! What a comment or a page cites exists: rules of `PROTOCOL.md` and `DOMAIN.md` by number,
//! decisions, and the words that are quoted from them.

#![expect(clippy::indexing_slicing, reason = "each place was found in the text itself")]

use std::collections::BTreeSet;

use crate::breach::Breach;
use crate::source::Text;

/// A page whose rules are numbered: by its headings, by paragraphs that begin with a number in
/// bold, and by numbered lists below them.
pub struct Page {
    name: &'static str,
    text: String,
    /// Each number and where it begins.
    rules: Vec<(String, usize)>,
}

impl Page {
    /// Finds the numbers of a page.
    pub fn new(name: &'static str, text: &str) -> Self {
        let (mut rules, mut section, mut items) = (Vec::new(), String::new(), Vec::new());
        let (mut at, mut fenced) = (0, false);
        for line in text.split_inclusive('\n') {
            fenced ^= line.starts_with("```");
            let heading = line.trim_start_matches('#');
            let bold = line.strip_prefix("**").and_then(number);
            if fenced {
                at += line.len();
                continue;
            }
            if let Some((number, _)) = number(heading.trim_start()).filter(|_| heading != line) {
                section = number;
                items.clear();
                rules.push((section.clone(), at));
            } else if let Some((number, _)) = bold.filter(|(number, _)| number.contains('.')) {
                section = number;
                items.clear();
                rules.push((section.clone(), at));
            } else if let Some(item) = item(line) {
                let depth = (line.len() - line.trim_start().len()) / 3;
                items.truncate(depth);
                items.push(item);
                let path: Vec<String> = items.iter().map(ToString::to_string).collect();
                rules.push((format!("{section}.{}", path.join(".")), at));
            }
            at += line.len();
        }
        Self { name, text: text.to_owned(), rules }
    }

    /// Numbers that two rules have.
    pub fn doubles(&self) -> Vec<Breach> {
        let mut seen = BTreeSet::new();
        let twice = self.rules.iter().filter(|(number, _)| !seen.insert(number));
        let breach = |(number, at): &(String, usize)| Breach {
            file: format!("core/{}.md", self.name),
            line: self.text[..*at].lines().count() + 1,
            what: format!("two rules are numbered {number}"),
        };
        twice.map(breach).collect()
    }

    /// What the rule with this number says, with the rules below it.
    fn rule(&self, number: &str) -> Option<&str> {
        let at = self.rules.iter().position(|(known, _)| known == number)?;
        let below = format!("{number}.");
        let end = self.rules[at + 1..].iter().find(|(known, _)| !known.starts_with(&below));
        Some(&self.text[self.rules[at].1..end.map_or(self.text.len(), |(_, end)| *end)])
    }
}

/// "3.1" of "3.1. Statement", and what follows it.
fn number(text: &str) -> Option<(String, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let number = text[..end].trim_end_matches('.');
    let whole = !number.is_empty() && number.split('.').all(|part| !part.is_empty());
    whole.then(|| (number.to_owned(), &text[number.len()..]))
}

/// The number of a list's item.
fn item(line: &str) -> Option<u32> {
    let (number, _) = line.trim_start().split_once(". ")?;
    number.parse().ok()
}

/// One `§` and what it means.
struct Citation<'a> {
    /// Where the number ends in the text.
    end: usize,
    /// Where the name of the page, or the `§`, begins.
    start: usize,
    /// The page's name; none if the text names no page.
    page: Option<&'a str>,
    number: String,
}

/// The text of a file without the marks of comments, in one line, and where each line begins.
struct Flat {
    text: String,
    lines: Vec<usize>,
    /// Whether each line is a comment, or text of a page.
    prose: Vec<bool>,
}

impl Flat {
    fn new(file: &Text) -> Self {
        let page = file.path.ends_with(".md");
        let (mut text, mut lines, mut prose) = (String::new(), Vec::new(), Vec::new());
        let mut fenced = false;
        for line in file.text.lines() {
            let inner = line.trim_start();
            let marks = ["//!", "///", "//", "/**", "*/", "* "];
            let mark =
                if page { None } else { marks.iter().find(|mark| inner.starts_with(**mark)) };
            let bare = mark.map_or(inner, |mark| &inner[mark.len()..]).trim();
            fenced ^= bare.starts_with("```");
            let speaks = page || mark.is_some();
            if prose.last().is_some_and(|last| *last != speaks) {
                // So that no comment goes on where the code before it ends.
                text.push_str("| ");
            }
            lines.push(text.len());
            prose.push(speaks && !fenced);
            text.push_str(bare);
            text.push(' ');
        }
        Self { text, lines, prose }
    }

    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at)
    }

    fn is_prose(&self, at: usize) -> bool {
        self.prose.get(self.line(at) - 1).copied().unwrap_or_default()
    }

    fn citations<'a>(&'a self, own: Option<&'a str>) -> Vec<Citation<'a>> {
        let mut found: Vec<Citation<'a>> = Vec::new();
        for (at, sign) in self.text.match_indices('§') {
            let Some((number, _)) = number(&self.text[at + sign.len()..]) else { continue };
            let before = self.text[..at].trim_end();
            let word = before.rsplit([' ', '(', '[']).next().unwrap_or_default();
            let word = word.trim_end_matches([',', ';']).trim_end_matches(".md").trim_matches('`');
            let again = found.last().filter(|last| at - last.end < 12 && last.page.is_some());
            let page = match word {
                "PROTOCOL" | "DOMAIN" => Some(word),
                // "RFC 4648 §5", "TUF 1.0 §5.3": another book's.
                _ if !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || c == '.') => {
                    continue;
                }
                "and" | "to" => again.map_or(own, |last| last.page),
                _ if before.ends_with([',', ';']) && again.is_some() => again.and_then(|l| l.page),
                _ => own,
            };
            let mut end = at + sign.len() + number.len();
            let mut number = number;
            // "§1, rule 7"
            let rest = &self.text[end..];
            let rule = rest.strip_prefix(", rule ").or(rest.strip_prefix(" rule "));
            if let Some((rule, after)) = rule.and_then(self::number) {
                end = self.text.len() - after.len();
                number = format!("{number}.{rule}");
            }
            let start = if page == Some(word) { at - 1 - word.len() } else { at };
            found.push(Citation { end, start, page, number });
        }
        found
    }
}

/// Citations that lead nowhere, or quote what is not there.
pub fn wrong(files: &[Text], pages: &[Page], decisions: &[String]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in files {
        let flat = Flat::new(file);
        let own = pages.iter().find(|page| file.path == format!("core/{}.md", page.name));
        let mut breach = |at: usize, what: String| {
            breaches.push(Breach { file: file.path.clone(), line: flat.line(at), what });
        };
        for one in flat.citations(own.map(|page| page.name)) {
            let Some(name) = one.page else {
                if flat.is_prose(one.start) {
                    breach(
                        one.start,
                        format!("§{} of which page? Write `PROTOCOL §…`", one.number),
                    );
                }
                continue;
            };
            let page = pages.iter().find(|page| page.name == name);
            match page.and_then(|page| page.rule(&one.number)) {
                None => breach(one.start, format!("{name} has no §{}", one.number)),
                Some(rule) => {
                    let quoted = quoted(&flat.text, &one);
                    if let Some(words) = quoted.filter(|words| !plain(rule).contains(&plain(words)))
                    {
                        breach(one.start, format!("{name} §{} does not say “{words}”", one.number));
                    }
                }
            }
        }
        for word in ["decision ", "Decision ", "decisions/"] {
            for (at, _) in flat.text.match_indices(word) {
                let named: String =
                    flat.text[at + word.len()..].chars().take_while(char::is_ascii_digit).collect();
                if named.len() == 4 && !decisions.iter().any(|page| page.contains(&named)) {
                    breach(at, format!("no decision has the number {named}"));
                }
            }
        }
    }
    breaches
}

/// The words that a citation gives as the rule's own: `PROTOCOL §1.2: "…"`, or `"…" (PROTOCOL §1.2)`.
fn quoted<'a>(text: &'a str, one: &Citation<'_>) -> Option<&'a str> {
    let after = text[one.end..].strip_prefix(": ").and_then(|rest| {
        let rest = rest.strip_prefix(['"', '“'])?;
        rest.find(['"', '”']).map(|end| &rest[..end])
    });
    after.or_else(|| {
        let before = text[..one.start].strip_suffix('(')?.trim_end().strip_suffix(['"', '”'])?;
        before.rfind(['"', '“']).map(|start| before[start..].trim_start_matches(['"', '“']))
    })
}

/// Words as they are compared: without emphasis, in one line, with one form of quotation mark.
fn plain(text: &str) -> String {
    let bare = text.replace(['*', '`'], "").replace(['“', '”'], "\"");
    let mut words: Vec<&str> = bare.split_whitespace().collect();
    words.retain(|word| !word.is_empty());
    words.join(" ").trim_end_matches(['.', ',', ';', ':']).to_lowercase()
}

/// Quotations of four words and more in comments that are in no page of the repository: a reader
/// could not find the book. An example of what somebody writes or reads has curly marks.
pub fn orphans(code: &[Text], books: &[Text]) -> Vec<Breach> {
    let shelf: String = books.iter().map(|book| plain(&book.text) + "\n").collect();
    let mut breaches = Vec::new();
    for file in code {
        let flat = Flat::new(file);
        let blocks = flat.prose.iter().enumerate().filter(|(_, prose)| **prose);
        let mut covered = 0;
        for (first, _) in blocks {
            if first < covered {
                continue;
            }
            let more = flat.prose[first..].iter().take_while(|prose| **prose).count();
            covered = first + more;
            let end = flat.lines.get(covered).copied().unwrap_or(flat.text.len());
            let block = &flat.text[flat.lines[first]..end];
            let marks: Vec<usize> = block.match_indices('"').map(|(at, _)| at).collect();
            for pair in marks.chunks_exact(2) {
                let words = block[pair[0]..pair[1]].trim_matches('"');
                let long = words.split_whitespace().count() >= 4;
                if long && !words.contains('{') && !shelf.contains(&plain(words)) {
                    breaches.push(Breach {
                        file: file.path.clone(),
                        line: flat.line(flat.lines[first] + pair[0]),
                        what: format!(
                            "quotes “{words}”, which no page of the repository says: cite the \
                             page that says it, or say it in your own words"
                        ),
                    });
                }
            }
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    const PAGE: &str = "\
# Title

## 1. Rules

1. What is *believed* is signed.
2. One signature rule.
   1. No key twice.

### 1.3 Names

**1.3.1 Ids.** Compared by bytes.
";

    fn said(path: &str, text: &str) -> Vec<String> {
        let files = [Text { path: path.to_owned(), text: text.to_owned() }];
        told(&wrong(&files, &[Page::new("PROTOCOL", PAGE)], &["0007-unknown.md".to_owned()]))
    }

    #[test]
    fn what_exists_may_be_cited() {
        for right in [
            "// See PROTOCOL §1 and §1.2.1, or PROTOCOL §1, rule 2.",
            "/// PROTOCOL §1.1: \"What is believed is signed.\"",
            "//! \"Compared by bytes\" (PROTOCOL\n//! §1.3.1), RFC 4648 §5, TUF 1.0 §5.3.",
            "// decision 0007",
            "let text = \"§9\";",
        ] {
            assert_eq!(said("core/a.rs", right), [""; 0], "{right}");
        }
        assert_eq!(said("core/PROTOCOL.md", "See §1.3."), [""; 0]);
    }

    #[test]
    fn what_does_not_exist_is_named() {
        for (wrong, says) in [
            ("// PROTOCOL §2", "PROTOCOL has no §2"),
            ("/// PROTOCOL §1, rule 4", "PROTOCOL has no §1.4"),
            ("// PROTOCOL §1.2.2", "PROTOCOL has no §1.2.2"),
            ("// DOMAIN §1", "DOMAIN has no §1"),
            ("// §1 gives the order", "§1 of which page? Write `PROTOCOL §…`"),
            (
                "// PROTOCOL §1.1: \"What is signed.\"",
                "PROTOCOL §1.1 does not say “What is signed.”",
            ),
            ("// \"No key once\" (PROTOCOL §1.2)", "PROTOCOL §1.2 does not say “No key once”"),
            ("// decision 0008", "no decision has the number 0008"),
        ] {
            let found = said("core/a.kt", &format!("val a = 1\n{wrong}"));
            assert_eq!(found, [format!("core/a.kt:2: {says}")], "{wrong}");
        }
    }

    #[test]
    fn a_page_may_not_number_two_rules_alike() {
        assert_eq!(Page::new("PROTOCOL", PAGE).doubles().len(), 0);
        let twice = format!("{PAGE}\n### 1.2 Again\n");
        assert_eq!(
            told(&Page::new("PROTOCOL", &twice).doubles()),
            ["core/PROTOCOL.md:13: two rules are numbered 1.2"]
        );
    }

    #[test]
    fn a_quotation_from_no_page_is_named() {
        let book = [Text { path: "core/PROTOCOL.md".to_owned(), text: PAGE.to_owned() }];
        let said = |text: &str| {
            let code = [Text { path: "core/a.rs".to_owned(), text: text.to_owned() }];
            told(&orphans(&code, &book)).len()
        };
        assert_eq!(said("/// \"What is believed is\n/// signed\": so it is checked."), 0);
        assert_eq!(said("/// \"Was I told?\""), 0, "three words are a name");
        assert_eq!(said("/// “What a person could read”"), 0, "an example");
        assert_eq!(said("let a = \"words that no page has\";"), 0, "no comment");
        assert_eq!(said("/// ```\n/// assert!(a, \"words that no page has\");\n/// ```"), 0);
        assert_eq!(said("/// \"Words that no page\n/// has.\""), 1);
    }
}
