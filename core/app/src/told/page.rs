//! The page of a case file: no script, no network, nothing but text, to be read and printed.

use super::case_file::Original;
use crate::holdings::Holdings;
use crate::html::{Html, POLICY};
use crate::letters;
use crate::view::told::{ToldEvent, ToldPlace, ToldView};
use crate::words::{Language, Words};
use standing_model::message::Notice;
use standing_model::series::SeriesKind;
use standing_model::text::plain;
use standing_model::time::Date;

/// How the page looks, on a screen and on paper.
const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;\
    color:#111;background:#fff}h1{font-size:1.5rem}h2{font-size:1.2rem}h3{font-size:1rem}\
    table{border-collapse:collapse;width:100%}th,td{border:1px solid #777;padding:.3rem .5rem;\
    text-align:left;vertical-align:top}section+section{border-top:3px solid #111;margin-top:3rem}\
    p,li,td{overflow-wrap:anywhere;unicode-bidi:isolate}.phone{background:#eee}\
    @media print{body{margin:0;max-width:none}section+section{break-before:page}tr{break-inside:avoid}}";

pub(super) struct Page<'a> {
    pub holdings: &'a Holdings,
    pub originals: &'a [Original],
    /// The day on which it was written.
    pub today: Date,
}

impl Page<'_> {
    /// The same in both languages, one after the other, with a link from each to the other.
    pub fn html(&self, parts: &[(Language, ToldView); 2]) -> String {
        let [(language, first), _] = parts;
        let mut html = Html::default();
        html.raw("<!DOCTYPE html>\n<html lang=\"").text(language.tag()).raw("\"><head>");
        html.raw("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"");
        html.raw(POLICY).raw("\"><meta name=\"referrer\" content=\"no-referrer\">");
        html.raw("<meta name=\"viewport\" content=\"width=device-width\">");
        html.element("title", &plain(&first.title))
            .raw("<style>")
            .raw(STYLE)
            .raw("</style></head><body>");
        html.raw("<nav>");
        for (language, _) in parts {
            let name = Words(*language).say("case-language", &[]);
            html.raw("<a href=\"#").text(language.tag()).raw("\">").text(&name).raw("</a> ");
        }
        html.raw("</nav>");
        for (language, view) in parts {
            self.part(&mut html, *language, view);
        }
        html.raw("</body></html>\n");
        html.finish()
    }

    fn part(&self, html: &mut Html, language: Language, view: &ToldView) {
        let words = Words(language);
        let authority = self.holdings.authority_name(words);
        let say = |key: &str| words.say(key, &[]);
        html.raw("<section id=\"").text(language.tag()).raw("\" lang=\"").text(language.tag());
        html.raw("\">").element("p", &authority);
        html.element("h1", &[say("case-title"), view.title.clone()].join(" · "));
        if !view.points.is_empty() {
            html.element("p", &view.points);
        }
        html.element("p", &view.heading);
        let written = [("date", words.date(self.today).into())];
        html.element("p", &words.say("case-written", &written));
        html.raw("<ul>");
        for gap in &view.gaps {
            html.element("li", gap);
        }
        html.raw("</ul>").element("h2", &say("case-events"));
        self.events(html, view, words);
        html.element("p", &view.note).element("h2", &say("case-origin")).raw("<table>");
        for row in &view.origin {
            html.raw("<tr>").element("th", &row.label).element("td", &row.value).raw("</tr>");
        }
        html.raw("</table>");
        self.letters(html, words);
        self.files(html, words);
        html.raw("</section>");
    }

    fn events(&self, html: &mut Html, view: &ToldView, words: Words) {
        html.raw("<table><tr>");
        for key in ["case-day", "case-what", "case-whose", "case-file"] {
            html.element("th", &words.say(key, &[]));
        }
        html.raw("</tr>");
        for event in &view.events {
            let is_phone = event.clock == crate::view::told::ToldClock::Phone;
            html.raw(if is_phone { "<tr class=\"phone\">" } else { "<tr>" });
            html.element("td", &event.day).raw("<td>").text(&event.title);
            for more in [&event.detail, &event.before].into_iter().filter(|text| !text.is_empty()) {
                html.raw("<br>").text(more);
            }
            html.raw("</td>").element("td", &event.by);
            html.element("td", &self.file_of(event)).raw("</tr>");
        }
        html.raw("</table>");
    }

    /// The original that shows an event; empty if it is not in the file.
    fn file_of(&self, event: &ToldEvent) -> String {
        let (series, n) = match event.place {
            ToldPlace::Nothing => return String::new(),
            ToldPlace::Statement { seq } => (SeriesKind::Statements, seq),
            ToldPlace::Letter { n } => (SeriesKind::Notices, n),
        };
        let found = self.originals.iter().find(|one| (one.series, one.n) == (series, n));
        found.map(Original::file).unwrap_or_default()
    }

    /// What each letter says, in the language of the part; in the other one if it says nothing in it.
    fn letters(&self, html: &mut Html, words: Words) {
        let with_text = self.originals.iter().filter_map(|one| Some((one, one.letter.as_ref()?)));
        for (original, letter) in with_text {
            let heading = words.say("letter-heading", &[("n", original.n.into())]);
            html.element("h2", &heading).element("p", &original.file());
            let said = letters::paragraphs(letter, words.0);
            let other = |notice: &Notice| match words.0 {
                Language::English => letters::paragraphs(notice, Language::Chinese),
                Language::Chinese => letters::paragraphs(notice, Language::English),
            };
            let said = if said.is_empty() { other(letter) } else { said };
            for paragraph in &said {
                html.element("p", paragraph);
            }
        }
    }

    fn files(&self, html: &mut Html, words: Words) {
        html.element("h2", &words.say("case-files", &[]));
        html.element("p", &words.say("case-files-lead", &[])).raw("<table>");
        for original in self.originals {
            html.raw("<tr>").element("td", &original.file());
            html.element("td", &original.hash().to_hex()).raw("</tr>");
        }
        html.raw("</table>").element("p", &words.say("case-check", &[]));
    }
}
