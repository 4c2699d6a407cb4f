//! A label as the backends see it.

/// One label in both languages.
#[derive(Debug, PartialEq, Eq)]
pub struct Label {
    /// Its key, as in `action-read-aloud`.
    pub key: String,
    /// The values it takes, in the order of the English text; `n` comes first where it chooses.
    pub parameters: Vec<Parameter>,
    /// The English text.
    pub english: Text,
    /// The Chinese text.
    pub chinese: Text,
}

impl Label {
    /// Whether a number chooses the form in at least one language.
    pub fn is_plural(&self) -> bool {
        [&self.english, &self.chinese].iter().any(|text| matches!(text, Text::Plural { .. }))
    }
}

/// A value that a label takes.
#[derive(Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name, the same in the source and in code.
    pub name: String,
    /// What it is.
    pub kind: Kind,
}

impl Parameter {
    /// `n` and `of` are numbers; every other value is a text.
    pub fn named(name: &str) -> Self {
        let kind = if ["n", "of"].contains(&name) { Kind::Number } else { Kind::Words };
        Self { name: name.to_owned(), kind }
    }
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Number,
    /// A text.
    Words,
}

/// What a label says in one language.
#[derive(Debug, PartialEq, Eq)]
pub enum Text {
    /// The same for every number.
    Plain(Vec<Piece>),
    /// Chosen by the number `n`.
    Plural {
        /// The form of a category other than `other`, by CLDR: English has `one`.
        one: Option<Vec<Piece>>,
        /// The form of all other numbers.
        other: Vec<Piece>,
    },
}

impl Text {
    /// The names of its values, each once, in the order of reading; the choosing number first.
    pub fn values(&self) -> Vec<&str> {
        let (mut names, forms) = match self {
            Self::Plain(pieces) => (Vec::new(), vec![pieces]),
            Self::Plural { one, other } => (vec!["n"], one.iter().chain([other]).collect()),
        };
        for piece in forms.into_iter().flatten() {
            if let Piece::Value(name) = piece
                && !names.contains(&name.as_str())
            {
                names.push(name);
            }
        }
        names
    }

    /// The forms by category; a plain text has one for `other`.
    pub fn forms(&self) -> Vec<(&'static str, &[Piece])> {
        match self {
            Self::Plain(other) => vec![("other", other)],
            Self::Plural { one, other } => {
                let one = one.as_deref().map(|pieces| ("one", pieces));
                one.into_iter().chain([("other", other.as_slice())]).collect()
            }
        }
    }
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words as they are.
    Words(String),
    /// The value with this name.
    Value(String),
}

/// `action-read-aloud` as a name in code: `actionReadAloud`.
pub fn camel(key: &str) -> String {
    let mut name = String::new();
    for (index, word) in key.split('-').enumerate() {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if index > 0 => name.push(first.to_ascii_uppercase()),
            Some(first) => name.push(first),
            None => {}
        }
        name.push_str(letters.as_str());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_becomes_a_name_in_code() {
        assert_eq!(camel("action-read-aloud"), "actionReadAloud");
        assert_eq!(camel("join-intro-1"), "joinIntro1");
    }

    #[test]
    fn the_choosing_number_is_a_value_even_when_no_form_says_it() {
        let text = Text::Plural { one: None, other: vec![Piece::Value("word".into())] };
        assert_eq!(text.values(), ["n", "word"]);
    }
}
