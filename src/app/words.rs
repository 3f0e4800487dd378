//! Every word the window says, in one place: to translate it, translate this file and its folder.

pub(super) mod commands;
pub(super) mod inspector;
pub(super) mod intake;
pub(super) mod matter;
pub(super) mod people;
pub(super) mod production;
pub(super) mod proofs;
pub(super) mod rights;

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
    pub(crate) const PORTRAIT: &str = "the portrait";

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

/// The contents pane.
pub(super) mod contents {
    use crate::edition::sign_off::Standing;

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

    /// The name of a piece, with how its sign-off stands; nothing more where nobody has signed it.
    pub(crate) fn signed_for_readers(name: &str, standing: Option<Standing>) -> String {
        standing.and_then(signed).map_or_else(|| name.into(), |signed| format!("{name}, {signed}"))
    }

    /// The words below the title of a piece, with how its sign-off stands before them.
    pub(crate) fn signed_before(standing: Option<Standing>, words: &str) -> String {
        match standing.and_then(signed) {
            Some(signed) if words.is_empty() => signed.into(),
            Some(signed) => format!("{signed} · {words}"),
            None => words.into(),
        }
    }

    fn signed(standing: Standing) -> Option<&'static str> {
        match standing {
            Standing::Open => None,
            Standing::Signed => Some("signed"),
            Standing::Unsaid => Some("signed, text not said"),
            Standing::Stale => Some("changed since it was signed"),
        }
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

    /// What stands on a button of the toolbar, its name, and what it does.
    pub(crate) const BOLD: [&str; 3] = ["B", "Strong", "Make the selected words bold"];
    pub(crate) const ITALIC: [&str; 3] = ["I", "Emphasis", "Make the selected words italic"];
    pub(crate) const SMALL_CAPS: [&str; 3] = ["Sc", "Small caps", "Set the selected words in small capitals"];
    pub(crate) const HEADING: [&str; 3] = ["Heading", "Heading", "Make the line a heading"];
    pub(crate) const QUOTE: [&str; 3] = ["Quote", "Quotation", "Set the paragraph off as a quotation"];
    pub(crate) const PULL_QUOTE: [&str; 3] =
        ["Pull quote", "Pull quote", "Show the words large, between rules, to catch the eye"];
    pub(crate) const EPIGRAPH: [&str; 3] =
        ["Epigraph", "Epigraph", "Set the words small above the first paragraph; “— Name” below says whose"];
    pub(crate) const LIST: [&str; 3] = ["List", "List", "Make the line an item of a list"];
    pub(crate) const NUMBERS: [&str; 3] = ["1. List", "Numbered list", "Make the line a numbered item"];
    pub(crate) const LINK: [&str; 3] = ["Link", "Link", "Make the selected words a link"];
    pub(crate) const NOTE: [&str; 3] = ["Note", "Footnote", "Put a footnote here"];
    pub(crate) const PICTURE: [&str; 3] = ["Picture…", "Picture…", "Put a picture here"];
    pub(crate) const INDEX: [&str; 3] = ["Index", "Index", "Put the selected words in the index"];
    pub(crate) const ORNAMENT: [&str; 3] = ["Ornament", "Ornament", "Put a break between sections here"];
    pub(crate) const TIGHTER: [&str; 3] = ["¶ −1", "Tighter", "Set the paragraph in a line fewer"];
    pub(crate) const LOOSER: [&str; 3] = ["¶ +1", "Looser", "Set the paragraph in a line more"];
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
    pub(crate) const NOTHING_NEW: &str = "The edition has these texts already.";
    pub(crate) const GONE: &str = "The edition’s folder is gone. Save to write it again.";

    pub(crate) fn missing(path: &str) -> String {
        format!("{path} does not exist")
    }

    pub(crate) fn profile(path: &str) -> String {
        format!("{path}: this is no colour profile of a press")
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

    pub(crate) fn added(new: usize, changed: usize) -> String {
        let added = match new {
            0 => String::new(),
            1 => "One piece was added".into(),
            _ => format!("{new} pieces were added"),
        };
        let changed = match changed {
            0 => return added,
            1 => "one piece was brought up to date".into(),
            _ => format!("{changed} pieces were brought up to date"),
        };
        if added.is_empty() { super::intake::capital(&changed) } else { format!("{added}, {changed}") }
    }

    pub(crate) fn broke_off(why: &str) -> String {
        format!(
            "Typesetting met a fault of the program and stopped: {why}. Your texts are safe; save, and undo the last change."
        )
    }
}

/// Export.
pub(super) mod export {
    use crate::output::file::FileKind;
    use crate::verify::Outcome;

    pub(crate) const VERIFY: [&str; 2] = [
        "Look the files over",
        "By our own rules, and by EPUBCheck, Ace, veraPDF and qpdf where they are installed",
    ];
    pub(crate) const VERIFYING: &str = "The files are being looked over…";
    pub(crate) const TITLE: &str = "Export";
    pub(crate) const PAPER: [&str; 2] = ["Paper of the booklet", "What your printer prints on"];
    pub(crate) const CHOOSE: &str = "Choose…";
    pub(crate) const GO: &str = "Export";
    pub(crate) const DONE: &str = "Done";
    pub(crate) const OPEN: &str = "Open";
    pub(crate) const SHOW: &str = "Show in folder";
    pub(crate) const LOOK: &str = "Look at them first";
    pub(crate) const REPLACES: &str = "replaces the file that is there";
    pub(crate) const NOTHING_CHOSEN: &str = "Choose at least one format.";
    pub(crate) const NO_VARIANT: &str = "Choose the edition or a variant.";
    pub(crate) const VARIANTS: &str = "Variants";
    pub(crate) const EDITION: &str = "The edition itself";

    pub(crate) fn kind(kind: FileKind) -> &'static str {
        match kind {
            FileKind::Pdf => "PDF, for screens",
            FileKind::Epub => "EPUB, for e-readers",
            FileKind::Print => "PDF, for a printing press",
            FileKind::Cover => "Cover of the printed book",
            FileKind::Booklet => "Booklet, to fold and staple",
        }
    }

    pub(crate) fn said(by: &str, outcome: &Outcome) -> String {
        match outcome {
            Outcome::Clean => format!("{by}: nothing found"),
            Outcome::Found(lines) => format!("{by}: {}", crate::notice::counted(lines.len(), "finding")),
            Outcome::Absent(hint) => format!("{by}: not asked ({hint})"),
        }
    }

    pub(crate) fn variant_for_readers(label: &str) -> String {
        format!("Export: {label}")
    }

    pub(crate) fn files(names: &[String]) -> String {
        format!("Files: {}", names.join(", "))
    }

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
