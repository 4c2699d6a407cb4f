//! With whom this phone spoke, what for, and how much.

/// Every network access that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkView {
    /// "214 accesses: 1.2 MB received, 40 kB sent."; or that there was none.
    pub total: String,
    /// Whose clock, how long they are kept, and where.
    pub note: String,
    /// The newest first.
    pub rows: Vec<AccessRow>,
}

/// One exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessRow {
    /// When it began, by the phone's clock: seconds since 1970-01-01T00:00:00Z. The screen shows
    /// it in the phone's time zone.
    pub at: i64,
    /// "2 hours ago".
    pub ago: String,
    /// "Asked whether something new has come".
    pub purpose: String,
    /// With whom: host and port.
    pub host: String,
    /// Bytes received, bodies only.
    pub received: u64,
    /// Bytes sent, bodies only.
    pub sent: u64,
    /// "2 kB received, 0 bytes sent".
    pub size: String,
    /// How it ended.
    pub outcome: Outcome,
    /// How it ended, in words.
    pub outcome_text: String,
}

/// How an exchange ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The other side did what it was asked.
    Done,
    /// The other side said no, or had a problem, or led elsewhere.
    Refused,
    /// No answer came.
    NoAnswer,
}
