//! Every word the window says, in one place: to translate it, translate this file.

/// Names of commands, and what they do.
pub(super) mod commands {
    use crate::app::command::Command;

    /// The name in menus, and one sentence for the tooltip.
    pub(crate) fn of(command: Command) -> (&'static str, &'static str) {
        match command {
            Command::New => ("New edition…", "Make a new edition in a folder of its own"),
            Command::Open => ("Open edition…", "Open the folder of an edition"),
            Command::OpenSample => ("Open the sample", "Open a copy of the sample edition, to try things on"),
            Command::Add => ("Add texts…", "Add texts from files as pieces"),
            Command::PastePiece => ("Paste as new piece", "Make a piece of the text on the clipboard"),
            Command::Save => ("Save", "Write all changes into the edition’s folder"),
            Command::Export => ("Export…", "Make the PDF and the e-book"),
            Command::Close => ("Close edition", "Close the edition"),
            Command::Quit => ("Quit", "Leave Pamphleteer"),
            Command::Undo => ("Undo", "Take the last change back"),
            Command::Redo => ("Redo", "Do again what was taken back"),
            Command::Find => ("Find and replace…", "Find words in this piece"),
            Command::FindEverywhere => ("Find in all pieces…", "Find words in the whole edition"),
            Command::SelectAll => ("Select all pieces", "Select all pieces of the list"),
            Command::MoveUp => ("Move up", "Move the selected pieces one place up"),
            Command::MoveDown => ("Move down", "Move the selected pieces one place down"),
            Command::Include => {
                ("Leave out or put in", "Leave the selected pieces out of the book, or put them in")
            }
            Command::Rename => ("Rename", "Give the piece another title"),
            Command::Duplicate => ("Duplicate", "Copy the selected pieces"),
            Command::Delete => {
                ("Delete", "Take the selected pieces out; their files go to originals/trash when you save")
            }
            Command::NewPart => ("New part", "Begin a part at the selected piece"),
            Command::SortByTitle => ("Sort by title", "Order the pieces of each part by title"),
            Command::SortByAuthor => ("Sort by author", "Order the pieces of each part by author"),
            Command::SortByDate => ("Sort by date", "Order the pieces of each part by date"),
            Command::ShowPages => ("Pages", "The pages as they will be printed"),
            Command::ShowText => ("Text", "The text of the piece"),
            Command::ShowBoth => ("Text and pages", "Text and pages side by side"),
            Command::ShowEbook => ("E-book", "The piece as an e-book shows it"),
            Command::ZoomIn => ("Zoom in", "Show pages larger"),
            Command::ZoomOut => ("Zoom out", "Show pages smaller"),
            Command::ActualSize => ("Actual size", "As large as on paper"),
            Command::FitPage => ("Fit page", "The whole page or spread in the window"),
            Command::FitWidth => ("Fit width", "Pages as wide as the window"),
            Command::Spreads => ("Spreads", "Facing pages side by side, or one page below the other"),
            Command::Thumbnails => ("Thumbnails", "Small pictures of all pages"),
            Command::Guides => ("Guides", "Lines for trim, margins and baselines"),
            Command::GoToPage => ("Go to page…", "Show a page by its printed number"),
            Command::NextPage => ("Next page", "Show the next page or spread"),
            Command::PreviousPage => ("Previous page", "Show the page or spread before"),
            Command::ShowContents => ("Contents pane", "Show or hide the list of pieces"),
            Command::ShowInspector => ("Inspector", "Show or hide the fields of what is selected"),
            Command::ShowNotices => ("Notices", "Show or hide what should be looked at"),
            Command::Light => ("Light", "Light colours"),
            Command::Dark => ("Dark", "Dark colours"),
            Command::SystemColours => ("Like the system", "The colours of the system"),
            Command::TypePaths => (
                "Type paths",
                "Ask for paths in this window instead of the desktop’s dialogs, or again in those",
            ),
            Command::Palette => ("All commands…", "Find a command by its name"),
            Command::Keys => ("Keys", "All keys at a glance"),
        }
    }
}

/// Names of changes, as undo says them.
pub(super) mod edits {
    pub(crate) const TITLE: &str = "change of title";
    pub(crate) const PART_MOVED: &str = "moving a part";
    pub(crate) const PART_REMOVED: &str = "dissolving a part";
    pub(crate) const PART_ADDED: &str = "new part";
    pub(crate) const SORTED: &str = "sorting";
    pub(crate) const TYPING: &str = "typing";
    pub(crate) const FORMAT: &str = "formatting";
    pub(crate) const REPLACED: &str = "replacing";
    pub(crate) const MERGED: &str = "taking over changes from the files";
    pub(crate) const RECOVERED: &str = "recovering unsaved work";
    pub(crate) const PICTURE: &str = "inserting a picture";

    pub(crate) fn moved(pieces: usize) -> String {
        plural(pieces, "moving a piece", "moving {} pieces")
    }

    pub(crate) fn deleted(pieces: usize) -> String {
        plural(pieces, "deleting a piece", "deleting {} pieces")
    }

    pub(crate) fn duplicated(pieces: usize) -> String {
        plural(pieces, "copying a piece", "copying {} pieces")
    }

    pub(crate) fn added(pieces: usize) -> String {
        plural(pieces, "adding a piece", "adding {} pieces")
    }

    pub(crate) fn included(pieces: usize, put_in: bool) -> String {
        match put_in {
            true => plural(pieces, "putting a piece in", "putting {} pieces in"),
            false => plural(pieces, "leaving a piece out", "leaving {} pieces out"),
        }
    }

    pub(crate) fn field(name: &str) -> String {
        format!("change of {}", name.to_lowercase())
    }

    fn plural(count: usize, one: &str, many: &str) -> String {
        if count == 1 { one.to_string() } else { many.replace("{}", &count.to_string()) }
    }
}

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
        format!("{pieces} pieces · {} words · {pages} pages", super::grouped(words))
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
    use crate::app::jobs::Stage;

    pub(crate) const CANCEL: &str = "Cancel";

    pub(crate) fn stage(stage: Stage) -> &'static str {
        match stage {
            Stage::Typesetting => "Typesetting",
            Stage::Pdf => "Making the PDF",
            Stage::Epub => "Making the e-book",
            Stage::Writing => "Writing files",
        }
    }
}

/// The contents pane.
pub(super) mod contents {
    pub(crate) const EDITION_TIP: &str = "Title, editors, publisher and imprint of the edition";
    pub(crate) const PEOPLE: &str = "People";
    pub(crate) const PEOPLE_TIP: &str = "Authors and editors with their notes";
    pub(crate) const DISCLAIMERS: &str = "Disclaimers";
    pub(crate) const DISCLAIMERS_TIP: &str = "“The views expressed…” and which pieces carry it";
    pub(crate) const DESIGN: &str = "Design";
    pub(crate) const DESIGN_TIP: &str = "Theme, page size, type and margins";
    pub(crate) const ADD_TIP: &str = "Add pieces or a part";
    pub(crate) const SORT: &str = "Sort";
    pub(crate) const FILTER: &str = "Filter by title or author";
    pub(crate) const NOTHING_FOUND: &str = "No piece has these words in its title or byline.";
    pub(crate) const NO_TITLE: &str = "(no title)";
    pub(crate) const PART_UP: &str = "Move part up";
    pub(crate) const PART_DOWN: &str = "Move part down";
    pub(crate) const DISSOLVE_PART: &str = "Dissolve part";
    pub(crate) const DISSOLVE_PART_TIP: &str = "Its pieces stay in the book";
    pub(crate) const NEW_PART: &str = "New part";

    pub(crate) fn words(count: usize) -> String {
        format!("{} words", super::grouped(count))
    }

    pub(crate) fn pieces(count: usize) -> String {
        format!("{count} pieces")
    }

    pub(crate) fn left_out(byline: &str) -> String {
        if byline.is_empty() { "left out".into() } else { format!("{byline} · left out") }
    }

    pub(crate) fn part_for_readers(title: &str, pieces: usize) -> String {
        format!("Part: {title}, {pieces} pieces")
    }

    pub(crate) fn piece_for_readers(title: &str, byline: &str, include: bool) -> String {
        let by = if byline.is_empty() { String::new() } else { format!(", by {byline}") };
        let out = if include { "" } else { ", left out" };
        format!("{title}{by}{out}")
    }
}

/// The pages pane.
pub(super) mod pages {
    pub(crate) const ZOOM_TIP: &str = "How large pages are shown; Ctrl and the mouse wheel do the same";
    pub(crate) const GO_HINT: &str = "Page, as printed";

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

/// The text pane.
pub(super) mod text {
    pub(crate) const NO_PIECE: &str = "Select a piece in the list to see its text.";
    pub(crate) const SEVERAL: &str = "Several pieces are selected. Select one to see its text.";
    pub(crate) const EDITOR: &str = "Text of the piece";
    pub(crate) const FIND: &str = "Find";
    pub(crate) const REPLACE: &str = "Replace with";
    pub(crate) const NEXT: &str = "Next";
    pub(crate) const PREVIOUS: &str = "Previous";
    pub(crate) const REPLACE_ONE: &str = "Replace";
    pub(crate) const REPLACE_ALL: &str = "Replace all";
    pub(crate) const EVERYWHERE: &str = "In all pieces";
    pub(crate) const MATCH_CASE: &str = "Match case";
    pub(crate) const CLOSE: &str = "Close";

    pub(crate) fn found(count: usize) -> String {
        match count {
            0 => "Not found".into(),
            1 => "Found once".into(),
            _ => format!("Found {count} times"),
        }
    }

    pub(crate) fn words(count: usize, letters: usize) -> String {
        format!("{} words · {} characters", super::grouped(count), super::grouped(letters))
    }

    pub(crate) fn replaced(count: usize) -> String {
        match count {
            1 => "One place was changed".into(),
            _ => format!("{count} places were changed"),
        }
    }

    /// Name of a button of the toolbar, what it does, and the words it puts in where nothing is selected.
    pub(crate) const BOLD: [&str; 2] = ["Strong", "Make the selected words bold"];
    pub(crate) const ITALIC: [&str; 2] = ["Emphasis", "Make the selected words italic"];
    pub(crate) const SMALL_CAPS: [&str; 2] = ["Small caps", "Set the selected words in small capitals"];
    pub(crate) const HEADING: [&str; 2] = ["Heading", "Make the line a heading"];
    pub(crate) const QUOTE: [&str; 2] = ["Quotation", "Set the paragraph off as a quotation"];
    pub(crate) const LIST: [&str; 2] = ["List", "Make the line an item of a list"];
    pub(crate) const NUMBERS: [&str; 2] = ["Numbered list", "Make the line a numbered item"];
    pub(crate) const LINK: [&str; 2] = ["Link", "Make the selected words a link"];
    pub(crate) const NOTE: [&str; 2] = ["Footnote", "Put a footnote here"];
    pub(crate) const PICTURE: [&str; 2] = ["Picture…", "Put a picture here"];
    pub(crate) const ORNAMENT: [&str; 2] = ["Ornament", "Put a break between sections here"];
    pub(crate) const NOTE_TEXT: &str = "Text of the note.";
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
    pub(crate) const NONE: &str = "Nothing to mend. The edition is ready to be exported.";

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
    pub(crate) const PICTURE: &str = "Choose a picture";
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

/// What is said for a while.
pub(super) mod said {
    pub(crate) const ELSEWHERE: &str =
        "This edition is open in another window. What you save here may overwrite what is saved there.";
    pub(crate) const READ_ONLY: &str =
        "The edition’s folder can’t be written to. You can look and export, but not save there.";
    pub(crate) const STOPPED: &str = "The export was stopped. Older files are as they were.";
    pub(crate) const MERGED: &str = "Changes made in the files by another program were taken over.";
    pub(crate) const NO_CLIPBOARD: &str = "There is no text on the clipboard.";
    pub(crate) const NO_TEXT: &str = "No text was found to add.";
    pub(crate) const GONE: &str = "The edition’s folder is gone. Save to write it again.";

    pub(crate) fn missing(path: &str) -> String {
        format!("{path} does not exist")
    }

    pub(crate) fn picture(path: &str, why: &str) -> String {
        format!("{path}: {why}")
    }

    pub(crate) fn more(count: usize) -> String {
        format!("… and {count} more. All are in the list of notices once the edition is saved.")
    }

    pub(crate) fn exported(files: &[std::path::PathBuf]) -> String {
        let names = files.iter().filter_map(|file| file.file_name()).map(|name| name.to_string_lossy());
        format!("Exported: {}", names.collect::<Vec<_>>().join(", "))
    }

    pub(crate) fn saved(title: &str) -> String {
        format!("“{title}” is saved")
    }

    pub(crate) fn added(count: usize) -> String {
        match count {
            1 => "One piece was added".into(),
            _ => format!("{count} pieces were added"),
        }
    }

    pub(crate) fn broke_off(why: &str) -> String {
        format!(
            "Typesetting met a fault of the program and stopped: {why}. Your texts are safe; save, and undo the last change."
        )
    }
}

/// Export.
pub(super) mod export {
    pub(crate) const TITLE: &str = "Export";
    pub(crate) const PDF: &str = "PDF, for print and screen";
    pub(crate) const EPUB: &str = "EPUB, for e-readers";
    pub(crate) const CHOOSE: &str = "Choose…";
    pub(crate) const GO: &str = "Export";
    pub(crate) const DONE: &str = "Done";
    pub(crate) const OPEN: &str = "Open";
    pub(crate) const SHOW: &str = "Show in folder";
    pub(crate) const LOOK: &str = "Look at them first";
    pub(crate) const REPLACES: &str = "replaces the file that is there";
    pub(crate) const NOTHING_CHOSEN: &str = "Choose at least one format.";

    pub(crate) fn notices(faults: usize, doubts: usize) -> String {
        match (faults, doubts) {
            (0, n) => format!("{n} doubtful places were found."),
            (n, 0) => format!("{n} faults were found."),
            (f, d) => format!("{f} faults and {d} doubtful places were found."),
        }
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

/// The inspector. A pair is the name of a field and what it means.
pub(super) mod inspector {
    // Everywhere.
    pub(crate) const NO_DATE: &str = "Write 2026-03-01, 2026-03 or 2026.";
    pub(crate) const NO_ADDRESS: &str = "An address begins with https:// or http://.";
    pub(crate) const NO_LANGUAGE: &str = "Write a tag such as en, en-GB or ur.";
    pub(crate) const NO_WORDS: &str = "Write something here, or make another choice above.";
    pub(crate) const RESET_TIP: &str = "Take your own choice back";
    pub(crate) const ADD: &str = "Add";
    pub(crate) const OTHER: &str = "Other…";
    pub(crate) const MIXED: &str = "Several";
    pub(crate) const MARKDOWN: &str = "*Emphasis*, **strong** and [links](https://…) are understood.";
    pub(crate) const AS_PRINTED: &str = "As it will be printed";
    pub(crate) const NOTHING_PRINTED: &str = "Nothing is printed.";
    pub(crate) const NOTHING: &str = "Select something in the list at the left to see its fields.";
    pub(crate) const BACK_TO_PEOPLE: &str = "All people";
    pub(crate) const BACK_TO_DISCLAIMERS: &str = "All disclaimers";

    pub(crate) fn reset(field: &str, reset: &str) -> String {
        format!("{field}: {}", reset.to_lowercase())
    }

    // Headings.
    pub(crate) const TITLES: &str = "Titles";
    pub(crate) const AUTHORSHIP: &str = "Byline";
    pub(crate) const BEFORE: &str = "First publication";
    pub(crate) const BELOW: &str = "Below the piece";
    pub(crate) const IN_BOOK: &str = "Place in the book";
    pub(crate) const SET_ALL: &str = "Set for all of them";
    pub(crate) const PUBLICATION: &str = "Publication";
    pub(crate) const CATALOGUE: &str = "For catalogues and shops";
    pub(crate) const MATTER: &str = "Pages around the pieces";
    pub(crate) const LOOK: &str = "Look";
    pub(crate) const TYPE: &str = "Type";
    pub(crate) const MARGINS: &str = "Margins";
    pub(crate) const OPENING: &str = "Openings and breaks";
    pub(crate) const FONTS: &str = "Fonts";
    pub(crate) const NOTES: &str = "Notes";
    pub(crate) const THEIR_PIECES: &str = "Pieces";
    pub(crate) const SAMPLES: &str = "Samples";
    pub(crate) const ARRANGE: &str = "Arrange";

    // A piece.
    pub(crate) const TITLE: &str = "Title";
    pub(crate) const PIECE_TITLE: [&str; 2] =
        [TITLE, "The title, as it stands above the piece and in the contents"];
    pub(crate) const SHORT_TITLE: [&str; 2] =
        ["Short title", "Stands at the head of the pages where the title is too long for it"];
    pub(crate) const SUBTITLE: [&str; 2] = ["Subtitle", "The line below the title, also called standfirst"];
    pub(crate) const KICKER: [&str; 2] =
        ["Kicker", "A short label above the title: the column or the subject"];
    pub(crate) const AUTHORS: [&str; 2] = ["Authors", "Who wrote it, in the order of the byline"];
    pub(crate) const DATE: [&str; 2] = ["Date", "When it was written: a day, a month or a year"];
    pub(crate) const LANGUAGE: [&str; 2] =
        ["Language", "Decides how words are divided, and how dates and “by” are written"];
    pub(crate) const OUTLET: [&str; 2] = ["Published in", "The newspaper, journal or site that had it first"];
    pub(crate) const OUTLET_DATE: [&str; 2] = ["Published on", "The day, month or year of that publication"];
    pub(crate) const OUTLET_URL: [&str; 2] = ["Address", "Where it can be read on the web"];
    pub(crate) const CREDIT_NOTE: &str = "Printed as the credit: “First published in …”.";
    pub(crate) const DISCLAIMER: [&str; 2] =
        ["Disclaimer", "“The views expressed …”: which of them stands below this piece"];
    pub(crate) const DISCLAIMER_TEXT: [&str; 2] =
        ["Words of the disclaimer", "{author}, {publisher}, {title} and {date} are filled in"];
    pub(crate) const WAIVED: [&str; 2] =
        ["Reason for none", "Why this piece needs no disclaimer; never printed"];
    pub(crate) const WAIVED_NOTE: &str = "For your files; never printed.";
    pub(crate) const AS_EDITION: &str = "As the edition";
    pub(crate) const THESE: &str = "Only these";
    pub(crate) const OWN_WORDS: &str = "Own words";
    pub(crate) const WAIVE: &str = "None, for a reason";
    pub(crate) const NO_DISCLAIMERS: &str = "The edition has no disclaimers yet.";
    pub(crate) const LAST_NAMED: &str = "One must stay. To print none, choose “None, for a reason”.";
    pub(crate) const AUTHOR_NOTE: [&str; 2] =
        ["Author note", "The lines that tell readers who the author is"];
    pub(crate) const AUTHOR_NOTE_TEXT: [&str; 2] = ["Words of the note", "A note for this piece alone"];
    pub(crate) const FROM_PEOPLE: &str = "The short notes of its authors";
    pub(crate) const NO_NOTE: &str = "None";
    pub(crate) const INCLUDE: [&str; 2] = ["In the book", "Pieces that are left out stay in the list"];
    pub(crate) const FILE: &str = "File";
    pub(crate) const NOT_IN_BOOK: &str = "Left out of the book";

    pub(crate) fn language_of_edition(name: &str) -> String {
        format!("As the edition: {name}")
    }

    pub(crate) fn named_by_nothing(name: &str) -> String {
        format!("{name} (there is no such disclaimer)")
    }

    pub(crate) fn length(words: usize, pages: Option<(usize, String, String)>) -> String {
        let words = format!("{} words", super::grouped(words));
        match pages {
            None => words,
            Some((1, first, _)) => format!("{words} · page {first}"),
            Some((count, first, last)) => format!("{words} · {count} pages, {first} to {last}"),
        }
    }

    // People of a byline.
    pub(crate) const UP: &str = "Move up";
    pub(crate) const DOWN: &str = "Move down";
    pub(crate) const REMOVE: &str = "Take off";
    pub(crate) const PERSON_TIP: &str = "Show this person’s name and notes";
    pub(crate) const ADD_PERSON: &str = "Add a person…";
    pub(crate) const ADD_PERSON_TIP: &str = "Somebody the edition knows already";
    pub(crate) const NEW_NAME: [&str; 2] =
        ["New person", "Somebody the edition doesn’t know yet: the full name"];
    pub(crate) const NOBODY: &str = "Nobody yet";

    pub(crate) fn for_person(does: &str, name: &str) -> String {
        format!("{does}: {name}")
    }

    pub(crate) fn add_person_to(field: &str) -> String {
        format!("Add to {}", field.to_lowercase())
    }

    // Several pieces.
    pub(crate) fn several(pieces: usize, words: usize) -> String {
        format!("{pieces} pieces · {} words", super::grouped(words))
    }

    // A part.
    pub(crate) const PART_TITLE: [&str; 2] = ["Part title", "Stands on a page of its own before the pieces"];
    pub(crate) const PART_SUBTITLE: [&str; 2] = ["Part subtitle", "The line below the title of the part"];
    pub(crate) const NO_PART_TITLE: &str = "A part has a title. Dissolve it to have none.";
    pub(crate) const NO_PART: &str =
        "These pieces stand before the first part. A title makes a part of them.";
    pub(crate) const PART_UP: &str = "Move up";
    pub(crate) const PART_DOWN: &str = "Move down";
    pub(crate) const DISSOLVE: &str = "Dissolve";
    pub(crate) const DISSOLVE_TIP: &str = "Its pieces join the part before it";

    pub(crate) fn part(pieces: usize, words: usize) -> String {
        let pieces = if pieces == 1 { "1 piece".to_string() } else { format!("{pieces} pieces") };
        format!("{pieces} · {} words", super::grouped(words))
    }

    // The edition.
    pub(crate) const EDITION_TITLE: [&str; 2] = ["Title", "The title of the book"];
    pub(crate) const EDITION_SUBTITLE: [&str; 2] = ["Subtitle", "The line below the title of the book"];
    pub(crate) const EDITION_LANGUAGE: [&str; 2] =
        ["Language", "The book’s own words, such as “Contents”, are in this language"];
    pub(crate) const EDITORS: [&str; 2] = ["Editors", "Who made the collection; named on the title page"];
    pub(crate) const PUBLISHER: [&str; 2] =
        ["Publisher", "The house, newspaper or group that publishes the book"];
    pub(crate) const PLACE: [&str; 2] = ["Town", "The town of the publisher"];
    pub(crate) const PUBLISHER_URL: [&str; 2] = ["Web address", "The publisher’s address on the web"];
    pub(crate) const EDITION_DATE: [&str; 2] =
        ["Date", "When the book is published: a day, a month or a year"];
    pub(crate) const STATEMENT: [&str; 2] =
        ["Edition statement", "“First edition”, “Second, revised edition”"];
    pub(crate) const RIGHTS: [&str; 2] = ["Rights", "The lines of the imprint that say who holds the rights"];
    pub(crate) const RIGHTS_EXAMPLE: &str = "Collection © 2026 … Each piece © its author.";
    pub(crate) const DESCRIPTION: [&str; 2] =
        ["Description", "One or two sentences for catalogues and shops"];
    pub(crate) const SUBJECTS: [&str; 2] = ["Subjects", "What the book is about, for catalogues"];
    pub(crate) const SUBJECTS_NOTE: &str = "With commas between them.";
    pub(crate) const ISBN_PRINT: [&str; 2] =
        ["ISBN of the printed book", "From the ISBN agency of your country"];
    pub(crate) const ISBN_PDF: [&str; 2] = ["ISBN of the PDF", "Only where the PDF is sold on its own"];
    pub(crate) const ISBN_EPUB: [&str; 2] =
        ["ISBN of the e-book", "The e-book needs another than the printed book"];
    pub(crate) const ISBN_NOTE: &str = "A book that is not sold in shops needs none.";

    // Front and back matter.
    pub(crate) const HALF_TITLE: [&str; 2] = ["Half title", "The very first page: the title alone"];
    pub(crate) const TITLE_PAGE: [&str; 2] = ["Title page", "Title, subtitle, editors and publisher"];
    pub(crate) const IMPRINT: [&str; 2] = ["Imprint", "The copyright page behind the title page"];
    pub(crate) const IMPRINT_NOTE: &str =
        "Publisher, rights, ISBN and the disclaimers of the whole book stand there.";
    pub(crate) const CONTENTS: [&str; 2] = ["Contents", "The list of pieces with their pages"];
    pub(crate) const DEDICATION: [&str; 2] = ["Dedication", "A line or two on a page of their own"];
    pub(crate) const FOREWORD: [&str; 2] = ["Foreword", "Stands before the first piece; empty for none"];
    pub(crate) const FOREWORD_TITLE: [&str; 2] =
        ["Heading of the foreword", "Where you want another word than “Foreword”"];
    pub(crate) const ABOUT: [&str; 2] =
        ["About the contributors", "The pages at the end that tell who wrote the book"];
    pub(crate) const ABOUT_NONE: &str = "None";
    pub(crate) const ABOUT_SHORT: &str = "Short notes";
    pub(crate) const ABOUT_LONG: &str = "Long notes";

    // Design.
    pub(crate) const THEME: [&str; 2] = ["Theme", "The typefaces, and how titles and pages look"];
    pub(crate) const AS_THEME: &str = "As the theme";
    pub(crate) const AS_TRIM: &str = "As the page size";
    pub(crate) const AS_USUAL: &str = "As usual";
    pub(crate) const TRIM: [&str; 2] = ["Page size", "The trim: the size of a page after cutting"];
    pub(crate) const OWN_SIZE: &str = "Own size…";
    pub(crate) const OWN_TRIM: [&str; 2] = ["Own size", "Width and height, such as 152mm x 229mm"];
    pub(crate) const BODY_SIZE: [&str; 2] = ["Size of the text", "The size of the letters of the pieces"];
    pub(crate) const LEADING: [&str; 2] = ["Distance of lines", "From line to line, also called leading"];
    pub(crate) const INDENT: [&str; 2] =
        ["First-line indent", "How far the first line of a paragraph is set in"];
    pub(crate) const TOP: [&str; 2] = ["Top margin", "White above the text"];
    pub(crate) const BOTTOM: [&str; 2] = ["Bottom margin", "White below the text, at least"];
    pub(crate) const INNER: [&str; 2] = ["Inner margin", "White at the fold, where the book is bound"];
    pub(crate) const OUTER: [&str; 2] = ["Outer margin", "White at the outer edge, where thumbs are"];
    pub(crate) const DROP_CAPS: [&str; 2] = ["Large initial", "The first letter of a piece, some lines high"];
    pub(crate) const NO_INITIAL: &str = "None";
    pub(crate) const NOTES_STAND: [&str; 2] =
        ["Notes stand", "Where footnotes are printed; the e-book links them in any case"];
    pub(crate) const AT_FOOT: &str = "At the foot of the page";
    pub(crate) const AT_END: &str = "At the end of the piece";

    pub(crate) fn initial_of(lines: u16) -> String {
        format!("{lines} lines high")
    }

    pub(crate) const OPENER: [&str; 2] = ["Pieces begin", "On which page a piece may begin"];
    pub(crate) const NEXT_PAGE: &str = "On the next page";
    pub(crate) const RIGHT_PAGE: &str = "On the next right page";
    pub(crate) const RIGHT_PAGE_NOTE: &str = "A left page before it may stay blank.";
    pub(crate) const SINK: [&str; 2] =
        ["Lines above a title", "How many lines stay free above the opening of a piece"];
    pub(crate) const ORNAMENT: [&str; 2] =
        ["Ornament", "What stands between the sections of a piece: one to five characters"];
    pub(crate) const HYPHENATE: [&str; 2] = ["Divide words", "Words may be divided at the end of a line"];
    pub(crate) const EPUB_FONTS: [&str; 2] =
        ["The e-book carries the fonts", "E-readers then show the theme’s typefaces; the file grows"];
    pub(crate) const SYSTEM_FONTS: [&str; 2] = [
        "Missing letters from this computer",
        "Letters that no bundled font has may come from installed fonts",
    ];
    pub(crate) const SYSTEM_FONTS_NOTE: &str = "The book may then come out differently on another computer.";
    pub(crate) const NO_SINK: &str = "Write a number of lines, from 0 to 40.";
    pub(crate) const NO_ORNAMENT: &str = "One to five characters.";
    pub(crate) const MORE: &str = "A little more";
    pub(crate) const LESS: &str = "A little less";

    pub(crate) fn theme(theme: crate::design::theme::Theme) -> [&'static str; 2] {
        use crate::design::theme::Theme;
        match theme {
            Theme::Classic => {
                ["Classic", "EB Garamond, titles in the middle: a book of essays, quiet and bookish"]
            }
            Theme::Essay => ["Essay", "Alegreya, titles at the left: lively, good for long reading"],
            Theme::Modern => {
                ["Modern", "Literata with Alegreya Sans: clear, close to the screen and the report"]
            }
        }
    }

    pub(crate) fn as_theme(choice: &str) -> String {
        format!("As the theme: {}", choice.to_lowercase())
    }

    pub(crate) fn is_now(value: &str) -> String {
        format!("{value} by the theme")
    }

    pub(crate) fn is_by_trim(value: &str) -> String {
        format!("{value} by the page size")
    }

    pub(crate) fn no_size(low: &str, high: &str) -> String {
        format!("Between {low} and {high}, please.")
    }

    pub(crate) const NO_LENGTH: &str = "Write a number and a unit: 11pt, 18mm or 0.75in.";

    pub(crate) fn trim(name: &str) -> Option<&'static str> {
        Some(match name {
            "a4" => "A4 · 210 × 297 mm",
            "a5" => "A5 · 148 × 210 mm",
            "b5" => "B5 · 176 × 250 mm",
            "letter" => "Letter · 8½ × 11 in · 216 × 279 mm",
            "5x8in" => "5 × 8 in · 127 × 203 mm",
            "5.5x8.5in" => "5½ × 8½ in · 140 × 216 mm",
            "6x9in" => "6 × 9 in · 152 × 229 mm",
            _ => return None,
        })
    }

    // People.
    pub(crate) const NEW_PERSON: [&str; 2] = ["New person", "The full name of somebody who writes or edits"];
    pub(crate) const NEW_PERSON_STEP: &str = "new person";
    pub(crate) const NO_PEOPLE: &str = "No people yet. Add one here, or name the author of a piece.";
    pub(crate) const NAME: [&str; 2] = ["Name", "As it is printed"];
    pub(crate) const SORT_NAME: [&str; 2] = ["Sort name", "As lists are sorted: family name first"];
    pub(crate) const PERSON_LANGUAGE: [&str; 2] =
        ["Language of the notes", "Where the notes are in another language"];
    pub(crate) const SHORT_NOTE: [&str; 2] =
        ["Short note", "One or two sentences, printed below the person’s pieces"];
    pub(crate) const LONG_NOTE: [&str; 2] =
        ["Long note", "A paragraph or more, for “About the contributors”"];
    pub(crate) const REMOVE_PERSON: &str = "Remove this person";
    pub(crate) const REMOVE_PERSON_STEP: &str = "removing a person";
    pub(crate) const NO_PIECES: &str = "No piece yet.";
    pub(crate) const NO_NAME: &str = "A person has a name.";
    pub(crate) const RECORD: &str = "Make a record";
    pub(crate) const EDITS: &str = "Editor of the book";

    pub(crate) fn no_record(name: &str) -> String {
        format!("“{name}” has no record yet: no notes, and no name to sort by.")
    }

    pub(crate) fn person(pieces: usize, edits: bool) -> String {
        let pieces = match pieces {
            0 => "no piece".to_string(),
            1 => "1 piece".to_string(),
            _ => format!("{pieces} pieces"),
        };
        if edits { format!("{pieces} · editor") } else { pieces }
    }

    pub(crate) fn stays(pieces: usize, edits: bool) -> String {
        format!(
            "Can’t be removed: {} would lose a name.",
            match (pieces, edits) {
                (0, _) => "the list of editors".to_string(),
                (1, _) => "1 piece".to_string(),
                _ => format!("{pieces} pieces"),
            }
        )
    }

    // Disclaimers.
    pub(crate) const NEW_DISCLAIMER: [&str; 2] =
        ["New disclaimer", "A short name for it, such as house; pieces choose it by this name"];
    pub(crate) const NEW_DISCLAIMER_STEP: &str = "new disclaimer";
    pub(crate) const WHAT_DISCLAIMERS: &str = "A disclaimer says whose views the pieces are. It can stand below each piece, on the imprint, or both.";
    pub(crate) const USUAL: &str = "The views expressed in this piece are those of {author} and are not necessarily shared by {publisher}.";
    pub(crate) const TEXT: [&str; 2] = ["Words", "{author}, {publisher}, {title} and {date} are filled in"];
    pub(crate) const TEXT_NOTE: &str = "{author}, {publisher}, {title} and {date} are filled in.";
    pub(crate) const WHERE: [&str; 2] = ["Stands", "Where it is printed"];
    pub(crate) const AFTER_PIECES: &str = "Below each piece that carries it";
    pub(crate) const ON_IMPRINT: &str = "Once, on the imprint";
    pub(crate) const ON_BOTH: &str = "Below pieces and on the imprint";
    pub(crate) const BY_DEFAULT: [&str; 2] =
        ["For every piece that names none", "Pieces that make no choice of their own carry it"];
    pub(crate) const RENAME: [&str; 2] = ["Name", "The name by which pieces choose it; never printed"];
    pub(crate) const RENAME_BUTTON: &str = "Rename";
    pub(crate) const RENAME_STEP: &str = "renaming a disclaimer";
    pub(crate) const TAKEN: &str = "Another disclaimer has this name.";
    pub(crate) const DELETE: &str = "Delete this disclaimer";
    pub(crate) const DELETE_STEP: &str = "deleting a disclaimer";
    pub(crate) const SAMPLE_IMPRINT: &str = "On the imprint";
    pub(crate) const IS_DEFAULT: &str = "for every piece";

    pub(crate) fn disclaimer(carriers: usize, is_default: bool, on_imprint: bool) -> String {
        let mut said = Vec::new();
        if carriers > 0 || !on_imprint {
            said.push(match carriers {
                0 => "no piece carries it".to_string(),
                1 => "1 piece carries it".to_string(),
                _ => format!("{carriers} pieces carry it"),
            });
        }
        if is_default {
            said.push(IS_DEFAULT.to_string());
        }
        if on_imprint {
            said.push("on the imprint".to_string());
        }
        said.join(" · ")
    }

    pub(crate) fn sample_after(title: &str) -> String {
        format!("Below “{title}”")
    }

    pub(crate) fn deleting(titles: &[String]) -> String {
        format!("Deleting it takes it off the pieces that name it: {}.", titles.join("; "))
    }

    /// Tags and names of languages that the program divides words in or has letters for.
    pub(crate) const LANGUAGES: [(&str, &str); 26] = [
        ("en", "English"),
        ("en-GB", "English (Britain)"),
        ("en-US", "English (America)"),
        ("ar", "Arabic"),
        ("cs", "Czech"),
        ("da", "Danish"),
        ("nl", "Dutch"),
        ("fi", "Finnish"),
        ("fr", "French"),
        ("de", "German"),
        ("el", "Greek"),
        ("he", "Hebrew"),
        ("hi", "Hindi"),
        ("hu", "Hungarian"),
        ("it", "Italian"),
        ("nb", "Norwegian"),
        ("fa", "Persian"),
        ("pl", "Polish"),
        ("pt", "Portuguese"),
        ("ro", "Romanian"),
        ("ru", "Russian"),
        ("es", "Spanish"),
        ("sv", "Swedish"),
        ("tr", "Turkish"),
        ("uk", "Ukrainian"),
        ("ur", "Urdu"),
    ];
    pub(crate) const TAG: [&str; 2] = ["Language tag", "Language, and perhaps region: en-IE, pt-BR, zh-Hant"];
}
