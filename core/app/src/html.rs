//! A page on its way: what comes from outside is only ever added as text.

/// Nothing may be fetched, run or sent.
pub(crate) const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A page on its way: what comes from outside is only ever added as text.
#[derive(Default)]
pub(crate) struct Html(String);

impl Html {
    /// Markup of this program.
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// A text, in which nothing is markup. Control and direction signs are gone already; here the
    /// isolates that a sentence puts around words written from right to left give way to markup.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\u{2068}' => self.0.push_str("<bdi>"),
                '\u{2069}' => self.0.push_str("</bdi>"),
                other => self.0.push(other),
            }
        }
        self
    }

    pub fn element(&mut self, name: &'static str, text: &str) -> &mut Self {
        self.raw("<").raw(name).raw(">").text(text).raw("</").raw(name).raw(">")
    }

    /// A paragraph, unless it says nothing.
    pub fn paragraph(&mut self, text: &str) -> &mut Self {
        if text.is_empty() { self } else { self.element("p", text) }
    }

    /// Another part of the page.
    pub fn join(&mut self, part: Self) -> &mut Self {
        self.0.push_str(&part.0);
        self
    }

    /// The page.
    pub fn finish(self) -> String {
        self.0
    }
}
