//! A label's text as an expression of Kotlin or Swift, which differ in three signs.

use super::{Kind, Piece, Text};

/// How a language writes texts.
pub struct Literal {
    /// What stands before and after a value within a text.
    pub value: [&'static str; 2],
    /// Letters that would mean something there.
    pub special: &'static [char],
    /// A choice: its parts are for one, and for any other number.
    pub choice: fn(&str, &str) -> String,
}

impl Literal {
    /// The text, chosen by its number `n` where it has two forms.
    pub fn expression(&self, text: &Text) -> String {
        match text {
            Text::Plain(pieces) | Text::Plural { one: None, other: pieces } => self.quoted(pieces),
            // By CLDR, English says "one" for the whole number 1 alone.
            Text::Plural { one: Some(one), other } => {
                (self.choice)(&self.quoted(one), &self.quoted(other))
            }
        }
    }

    fn quoted(&self, pieces: &[Piece]) -> String {
        let [before, after] = self.value;
        let written = pieces.iter().map(|piece| match piece {
            Piece::Value(name) => format!("{before}{name}{after}"),
            Piece::Words(words) => words.chars().map(|letter| self.letter(letter)).collect(),
        });
        format!("\"{}\"", written.collect::<String>())
    }

    fn letter(&self, letter: char) -> String {
        match letter {
            '\n' => "\\n".to_owned(),
            letter if self.special.contains(&letter) => format!("\\{letter}"),
            letter => letter.into(),
        }
    }
}

/// Its type, which Kotlin and Swift call the same.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => "Int",
        Kind::Words => "String",
    }
}
