//! Every word the window says, in one place: to translate it, translate this file and its folder.

pub(super) mod commands;
pub(super) mod contents;
pub(super) mod edits;
pub(super) mod export;
pub(super) mod inspector;
pub(super) mod intake;
pub(super) mod matter;
pub(super) mod people;
pub(super) mod production;
pub(super) mod proofs;
pub(super) mod rights;
pub(super) mod said;
pub(super) mod text;

/// The window, its menus and the line of state.
pub(super) mod bars {
    pub(crate) const FILE: &str = "File";
    pub(crate) const RECENT: &str = "Recent editions";
    pub(crate) const EDIT: &str = "Edit";
    pub(crate) const ARRANGE: &str = "Arrange";
    pub(crate) const VIEW: &str = "View";
    pub(crate) const HELP: &str = "Help";
    pub(crate) const NOTHING_OPEN: &str = "No edition is open";
    pub(crate) const NO_NOTICES: &str = "Nothing to mend";
    pub(crate) const SAVED: &str = "All saved";
    pub(crate) const UNSAVED: &str = "Not saved yet";
    pub(crate) const SAVING: &str = "Saving…";

    pub(crate) fn window(title: &str, unsaved: bool) -> String {
        let mark = if unsaved { "• " } else { "" };
        format!("{mark}{title} – Pamphleteer")
    }

    pub(crate) fn history(command: &str, label: &str) -> String {
        format!("{command}: {label}")
    }

    pub(crate) fn notices([faults, doubts, remarks]: [usize; 3]) -> String {
        let say = |count: usize, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{count} {many}")),
        };
        let parts = [
            say(faults, "fault", "faults"),
            say(doubts, "doubt", "doubts"),
            say(remarks, "remark", "remarks"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn size(pieces: usize, words: usize, pages: usize) -> String {
        let pieces = if pieces == 1 { "1 piece".into() } else { format!("{pieces} pieces") };
        format!("{pieces} · {} words · {pages} pages", super::grouped(words))
    }

    pub(crate) fn undone(label: &str) -> String {
        format!("Undone: {label}")
    }

    pub(crate) fn redone(label: &str) -> String {
        format!("Done again: {label}")
    }
}

/// A number with thin spaces between thousands.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Stages of jobs.
pub(super) mod jobs {
    use crate::app::jobs::{Progress, Stage};
    use crate::output::file::FileKind;

    pub(crate) const CANCEL: &str = "Cancel";

    pub(crate) fn progress(Progress { stage, book, of, .. }: Progress) -> String {
        match of {
            0 | 1 => name(stage).to_string(),
            _ => format!("{} ({book} of {of})", name(stage)),
        }
    }

    pub(crate) fn reading(done: usize, of: usize) -> String {
        format!("Reading {done} of {of} texts")
    }

    fn name(stage: Stage) -> &'static str {
        match stage {
            Stage::Typesetting => "Typesetting",
            Stage::File(FileKind::Pdf) => "Making the PDF",
            Stage::File(FileKind::Epub) => "Making the e-book",
            Stage::File(FileKind::Print) => "Making the PDF for the press",
            Stage::File(FileKind::Cover) => "Making the cover",
            Stage::File(FileKind::Booklet) => "Making the booklet",
            Stage::Proofs => "Making proofs",
            Stage::Writing => "Writing files",
        }
    }
}

/// The pages pane.
pub(super) mod pages {
    pub(crate) const ZOOM_TIP: &str = "How large pages are shown; Ctrl and the mouse wheel do the same";
    pub(crate) const GO_HINT: &str = "Page, as printed";
    pub(crate) const SHOWN: &str = "Shown";
    pub(crate) const SHOWN_TIP: &str = "Whose pages these are: those of the edition, or of a variant";
    pub(crate) const EDITION: &str = "The edition";

    pub(crate) fn page_of(folio: &str, page: usize, of: usize) -> String {
        format!("Page {folio} ({page} of {of})")
    }

    pub(crate) fn page_for_readers(folio: &str, text: &str) -> String {
        format!("Page {folio}: {text}")
    }

    pub(crate) fn thumbnail_for_readers(folio: &str) -> String {
        format!("Show page {folio}")
    }
}

/// The e-book pane.
pub(super) mod ebook {
    use crate::app::memory::{Device, Paper};

    pub(crate) const DEVICES: [(Device, &str); 3] =
        [(Device::Phone, "Phone"), (Device::Reader, "E-reader"), (Device::Tablet, "Tablet")];
    pub(crate) const PAPERS: [(Paper, &str); 3] =
        [(Paper::Day, "Day"), (Paper::Sepia, "Sepia"), (Paper::Night, "Night")];
    pub(crate) const SMALLER: &str = "Smaller text";
    pub(crate) const LARGER: &str = "Larger text";
    pub(crate) const HONEST: &str = "The text of the e-book on a screen of this size. Every reading program has its own fonts, margins and line ends.";

    pub(crate) fn screen(page: usize, of: usize) -> String {
        format!("{page} of {of}")
    }

    pub(crate) fn page_for_readers(text: &str) -> String {
        format!("E-book page: {text}")
    }
}

/// The list of notices.
pub(super) mod notices {
    use crate::notice::Mend;

    pub(crate) const NONE: &str = "Nothing to mend. The edition is ready to be exported.";

    pub(crate) const MENDED: &str = "mending";
    pub(crate) const NOTHING_LEFT: &str = "There is nothing left to mend there.";

    /// The button that mends, and what it does.
    pub(crate) fn mend(mend: Mend) -> [&'static str; 2] {
        match mend {
            Mend::Typography => ["Mend", "Set these signs as they are printed in the language of the text"],
            Mend::TakeOut => ["Take out", "Take it out of the note; the record of the person keeps it"],
            Mend::KeepNote => ["Keep both", "Both notes are right: nobody asks again"],
            Mend::LeaveOut => ["Leave out", "Leave this piece out of the book; its text is kept"],
            Mend::OneRecord => {
                ["Make one record", "They are one person: keep the fuller name and what both records say"]
            }
        }
    }

    /// The same for who hears the button and does not see what stands above it.
    pub(crate) fn mend_name(mend: Mend, what: &str) -> String {
        format!("{}: {what}", self::mend(mend)[0])
    }

    pub(crate) fn weight(weight: crate::notice::Weight) -> &'static str {
        match weight {
            crate::notice::Weight::Fault => "Fault",
            crate::notice::Weight::Doubt => "Doubt",
            crate::notice::Weight::Remark => "Remark",
        }
    }
}

/// The welcome page.
pub(super) mod welcome {
    pub(crate) const TITLE: &str = "Pamphleteer";
    pub(crate) const WHAT: &str = "Make a book of opinion pieces.";
    pub(crate) const DROP: &str =
        "Or drop a folder with texts, or the folder of an edition, anywhere on this window.";
    pub(crate) const RECENT: &str = "Recent editions";
    pub(crate) const NO_RECENT: &str = "Editions that you open will be listed here.";
    pub(crate) const FORGET: &str = "Take off this list";
}

/// Dropped files.
pub(super) mod drop {
    pub(crate) fn open(name: &str) -> String {
        format!("Open the edition “{name}”")
    }

    pub(crate) fn add(count: usize, title: &str) -> String {
        match count {
            1 => format!("Add a text to “{title}”"),
            _ => format!("Add {count} texts to “{title}”"),
        }
    }

    pub(crate) fn create(count: usize) -> String {
        match count {
            1 => "Make a new edition of this text".into(),
            _ => format!("Make a new edition of these {count} texts"),
        }
    }

    pub(crate) const FOLDER: &str = "Make a new edition of the texts in this folder";
    pub(crate) const NOTHING: &str = "Nothing here can be read: Markdown (.md) and plain text (.txt) are";
}

/// Dialogs and questions.
pub(super) mod ask {
    pub(crate) const OPEN: &str = "Open the folder of an edition";
    pub(crate) const NEW: &str = "Choose an empty folder for the new edition";
    pub(crate) const NEW_FOLDER: &str = "My edition";
    pub(crate) const ADD: &str = "Add texts";
    pub(crate) const PDF: &str = "Where shall the PDF go?";
    pub(crate) const EPUB: &str = "Where shall the e-book go?";
    pub(crate) const PROOFS: &str = "Choose the folder of the proofs";
    pub(crate) const PICTURE: &str = "Choose a picture";
    pub(crate) const PROFILE: &str = "Choose the profile of the press";
    pub(crate) const DOCUMENT: &str = "Choose the document of a permission";
    pub(crate) const DOCUMENTS: &str = "Documents";
    pub(crate) const PATH: &str = "Path";
    pub(crate) const PATH_WHY: &str = "Type the path, or paste it. Tab completes it.";
    pub(crate) const TEXTS: &str = "Texts";
    pub(crate) const OK: &str = "OK";
    pub(crate) const CANCEL: &str = "Cancel";
    pub(crate) const CLOSE: &str = "Close";
    pub(crate) const SAVE: &str = "Save";
    pub(crate) const DISCARD: &str = "Don’t save";
    pub(crate) const UNSAVED: &str = "Save the changes first?";
    pub(crate) const RECOVER_TITLE: &str = "Take up where you left off?";
    pub(crate) const RECOVER: &str = "Recover";
    pub(crate) const DECLINE: &str = "Open as saved";
    pub(crate) const CHANGED_TITLE: &str = "Files were changed by another program";
    pub(crate) const CHANGED: &str = "These places were changed both here and in the files. What shall stay?";
    pub(crate) const MINE: &str = "Mine";
    pub(crate) const THEIRS: &str = "The file’s";
    pub(crate) const APPLY: &str = "Take over";

    pub(crate) fn unsaved(title: &str) -> String {
        format!("“{title}” has changes that are not saved.")
    }

    pub(crate) fn recover(title: &str) -> String {
        format!("Pamphleteer ended before the last changes of “{title}” were saved. They are still there.")
    }
}

/// The command palette and the list of keys.
pub(super) mod palette {
    pub(crate) const HINT: &str = "Type what you want to do";
    pub(crate) const NOTHING: &str = "There is no such command.";
    pub(crate) const KEYS: &str = "Keys";
    pub(crate) const MORE_KEYS: &[(&str, &str)] = &[
        ("↑ ↓", "Move through the list of pieces; with Shift select several"),
        ("Space", "Leave the selected pieces out, or put them in"),
        ("Delete", "Delete the selected pieces"),
        ("Enter", "Show the text of the piece"),
        ("Ctrl + wheel", "Zoom the pages"),
        ("Tab", "Go to the next field or button"),
    ];
}
