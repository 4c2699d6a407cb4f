//! The page of a case that is handed on: a summary in large type, then everything that happened.

use super::export::Contents;
use crate::html::{Html, POLICY};
use crate::view::cases::{CaseMoment, CaseView};
use crate::words::Words;
use standing_model::text::plain;
use standing_model::time::Date;

/// The summary is read at arm's length, and printed on a sheet of its own.
const STYLE: &str = "body{font:16px/1.5 'Noto Sans CJK SC','PingFang SC',sans-serif;\
    max-width:48rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}\
    h1{font-size:1.5em}h2{font-size:1.2em}\
    table{border-collapse:collapse;width:100%}th,td{border:1px solid #777;padding:.3rem .5rem;\
    text-align:left;vertical-align:top}section+section{border-top:3px solid #111;margin-top:3rem}\
    p,li,td{overflow-wrap:anywhere;unicode-bidi:isolate}\
    .summary{font-size:20pt;line-height:1.45}.next{border:3px solid #111;padding:.5rem 1rem}\
    .late{font-weight:bold}\
    @media print{body{margin:0;max-width:none}section+section,.details{break-before:page}\
    tr,.next{break-inside:avoid}}";

/// A page on its way, one language after the other.
pub(super) struct CasePage<'a> {
    contents: &'a Contents,
    /// The day on which it is written.
    today: Date,
    title: String,
    html: Html,
}

impl<'a> CasePage<'a> {
    pub fn new(contents: &'a Contents, today: Date) -> Self {
        Self { contents, today, title: String::new(), html: Html::default() }
    }

    /// The whole page.
    pub fn html(self) -> String {
        let mut page = Html::default();
        page.raw("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").raw(POLICY);
        page.raw("\"><meta name=\"referrer\" content=\"no-referrer\">");
        page.raw("<meta name=\"viewport\" content=\"width=device-width\">");
        page.element("title", &plain(&self.title)).raw("<style>").raw(STYLE);
        page.raw("</style></head><body>").join(self.html).raw("</body></html>\n");
        page.finish()
    }

    /// Adds the case in one language.
    pub fn part(&mut self, words: Words, authority: &str, view: &CaseView) {
        if self.title.is_empty() {
            self.title.clone_from(&view.title);
        }
        let tag = words.0.tag();
        self.html.raw("<section id=\"").text(tag).raw("\" lang=\"").text(tag).raw("\">");
        self.summary(words, authority, view);
        self.html.raw("<div class=\"details\">");
        self.course(words, view);
        self.steps(words, view);
        self.files(words);
        self.html.raw("</div></section>");
    }

    /// What it is about, how far it has come, what is next: one sheet.
    fn summary(&mut self, words: Words, authority: &str, view: &CaseView) {
        let html = &mut self.html;
        html.raw("<div class=\"summary\">").element("p", authority);
        html.element("h1", &view.title).element("p", &view.text);
        html.raw("<p><strong>").text(&view.state_text).raw("</strong></p>");
        if let Some(due) = &view.deadline {
            html.raw("<div class=\"next\">").element("p", &due.label);
            html.raw("<p><strong>").text(&due.day).raw("</strong></p>");
            html.element("p", &due.away).raw("</div>");
        }
        html.paragraph(&view.turn).paragraph(&view.deadline_note);
        let can: Vec<_> = view.todo.iter().filter(|todo| !todo.button.is_empty()).collect();
        if !can.is_empty() {
            html.element("h2", &words.say("case-export-todo", &[])).raw("<ul>");
            for todo in can {
                html.raw("<li>").text(&todo.title);
                if let Some(due) = &todo.deadline {
                    let args = [("day", due.day.clone().into()), ("away", due.away.clone().into())];
                    html.raw("<br>").text(&words.say("case-export-until", &args));
                }
                html.raw("</li>");
            }
            html.raw("</ul>");
        }
        html.raw("</div>");
    }

    /// What happened, each with whose clock says so.
    fn course(&mut self, words: Words, view: &CaseView) {
        let html = &mut self.html;
        html.element("h2", &words.say("case-events", &[])).raw("<table>");
        for event in &view.events {
            html.raw(match event.moment {
                CaseMoment::Late => "<tr class=\"late\">",
                _ => "<tr>",
            });
            html.element("td", &event.title).element("td", &event.text).raw("</tr>");
        }
        html.raw("</table>");
        let written = [("date", words.date(self.today).into())];
        html.element("p", &words.say("case-written", &written));
        html.element("p", &words.say("case-export-clocks", &[]));
    }

    fn steps(&mut self, words: Words, view: &CaseView) {
        if view.steps.is_empty() {
            return;
        }
        let html = &mut self.html;
        html.element("h2", &words.say("case-export-steps", &[])).raw("<ol>");
        for step in &view.steps {
            html.raw("<li>").text(&step.title).raw("<br>").text(&step.text);
            if !step.mark.is_empty() {
                html.raw("<br><strong>").text(&step.mark).raw("</strong>");
            }
            html.raw("</li>");
        }
        html.raw("</ol>").paragraph(&view.steps_note);
    }

    /// Every file, and how each is checked.
    fn files(&mut self, words: Words) {
        let (html, contents) = (&mut self.html, self.contents);
        html.element("h2", &words.say("case-files", &[]));
        html.element("p", &words.say("case-files-lead", &[])).raw("<table>");
        for original in &contents.originals {
            html.raw("<tr>").element("td", &original.file());
            html.element("td", &original.hash().to_hex()).raw("</tr>");
        }
        for record in &contents.records {
            let n = record.receipts.into();
            html.raw("<tr>").element("td", &format!("{}.json", record.name));
            html.element("td", &words.say("case-export-record", &[("n", n)])).raw("</tr>");
            for n in 1..=record.photos.len() {
                html.raw("<tr>").element("td", &format!("{}-{n}.jpg", record.name));
                html.element("td", &words.say("case-export-photo", &[])).raw("</tr>");
            }
        }
        html.raw("</table>").element("p", &words.say("case-check", &[]));
    }
}
