//! What the program can do about a notice.

/// A change that mends what a notice found. [`crate::notice`] names it only; who knows the edition makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mend {
    /// Set the typography of a text as its language has it: quotation marks, dashes, ellipses, spaces, letters.
    Typography,
    /// Take a contact out of the text; the record of the person keeps it.
    TakeOut,
    /// Say that a note may differ from the record.
    KeepNote,
    /// Leave the piece out of the book.
    LeaveOut,
    /// Make one record of two.
    OneRecord,
}

impl Mend {
    /// Its name in reports.
    pub fn word(self) -> &'static str {
        match self {
            Mend::Typography => "typography",
            Mend::TakeOut => "take-out",
            Mend::KeepNote => "keep-note",
            Mend::LeaveOut => "leave-out",
            Mend::OneRecord => "one-record",
        }
    }

    /// How it may be made without somebody looking at each place.
    pub fn reach(self) -> Reach {
        match self {
            Mend::Typography => Reach::Rule,
            Mend::TakeOut | Mend::KeepNote => Reach::Finding,
            Mend::LeaveOut | Mend::OneRecord => Reach::Window,
        }
    }
}

/// Who may ask for a mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// `check --fix` with the id of the finding, or of its rule for all of them.
    Rule,
    /// `check --fix` with the id of the finding alone: words go out of a text, or an editor takes a decision.
    Finding,
    /// The window alone, where an editor sees both pieces or people.
    Window,
}
