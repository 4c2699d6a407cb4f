//! A letter as plain text and as one page to print, which loads nothing.

use std::fmt::Write as _;

use super::letter::Letter;

/// The page says itself that it loads nothing and runs nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE: &str = "
@page { size: A4; margin: 22mm 20mm; }
body { font: 11pt/1.6 'Noto Sans CJK SC', 'PingFang SC', 'Source Han Sans SC', sans-serif;
  max-width: 170mm; margin: 0 auto; color: #111; overflow-wrap: anywhere; }
article + article { break-before: page; page-break-before: always; }
header, .to { margin-bottom: 8mm; }
header p, .to p { margin: 0; }
h1 { font-size: 13pt; margin: 8mm 0 4mm; }
h2 { font-size: 11pt; margin: 5mm 0 1mm; break-after: avoid; }
section p, li { margin: 0 0 2mm; }
.sign { margin-top: 18mm; border-top: 1px solid #111; width: 70mm; font-size: 9pt; }
.enclosed { margin-top: 8mm; font-size: 9pt; }
@media screen { body { padding: 8mm; } }
";

/// Letters one after another.
pub(super) fn text(letters: &[&Letter]) -> String {
    let all: Vec<String> = letters.iter().copied().map(one_text).collect();
    all.join("\n\n----------------------------------------\n\n")
}

fn one_text(letter: &Letter) -> String {
    let mut blocks = vec![letter.sender.join("\n"), letter.to.join("\n"), letter.date.clone()];
    blocks.push(letter.subject.clone());
    blocks.push(letter.opening.clone());
    for section in &letter.sections {
        let mut lines = vec![section.title.clone()];
        for (n, paragraph) in (1..).zip(&section.paragraphs) {
            match section.numbered {
                true => lines.push(format!("{n}. {paragraph}")),
                false => lines.push(paragraph.clone()),
            }
        }
        blocks.push(lines.join("\n"));
    }
    blocks.push(format!("____________________\n{}", letter.signature));
    blocks.push(letter.enclosed.clone());
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n")
}

/// Letters as one page, each on a sheet of its own.
pub(super) fn html(letters: &[&Letter]) -> String {
    let first = letters.first();
    let title = first.map(|letter| escaped(&letter.subject)).unwrap_or_default();
    let language = first.map_or("en", |letter| letter.language.tag());
    let body: String = letters.iter().copied().map(article).collect();
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

fn article(letter: &Letter) -> String {
    let mut out = format!("<article lang=\"{}\">\n", letter.language.tag());
    lines("header", "", &letter.sender, &mut out);
    lines("div", " class=\"to\"", &letter.to, &mut out);
    paragraph(&letter.date, &mut out);
    let _ = writeln!(out, "<h1>{}</h1>", escaped(&letter.subject));
    paragraph(&letter.opening, &mut out);
    for section in &letter.sections {
        let _ = writeln!(out, "<section>\n<h2>{}</h2>", escaped(&section.title));
        if section.numbered {
            out.push_str("<ol>\n");
            for one in &section.paragraphs {
                let _ = writeln!(out, "<li>{}</li>", escaped(one));
            }
            out.push_str("</ol>\n");
        } else {
            section.paragraphs.iter().for_each(|one| paragraph(one, &mut out));
        }
        out.push_str("</section>\n");
    }
    let _ = writeln!(out, "<p class=\"sign\">{}</p>", escaped(&letter.signature));
    if !letter.enclosed.is_empty() {
        let _ = writeln!(out, "<p class=\"enclosed\">{}</p>", escaped(&letter.enclosed));
    }
    out.push_str("</article>\n");
    out
}

fn lines(tag: &str, attributes: &str, lines: &[String], out: &mut String) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(out, "<{tag}{attributes}>");
    lines.iter().for_each(|line| paragraph(line, out));
    let _ = writeln!(out, "</{tag}>");
}

fn paragraph(text: &str, out: &mut String) {
    if !text.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", escaped(text));
    }
}

/// What a person or an authority wrote is text, whatever it looks like.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            sign => out.push(sign),
        }
    }
    out
}
