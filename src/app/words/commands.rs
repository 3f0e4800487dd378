//! Names of commands, and what they do.

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
        Command::Proofs => ("Proofs…", "Make proofs for the authors, to be corrected and signed"),
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
        Command::ShowBoard => {
            ("Board", "What each piece has and lacks: author note, disclaimer, credit, permission")
        }
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
        Command::NextVariant => (
            "Pages of the next variant",
            "Show the pages of the next variant; behind the last one those of the edition",
        ),
        Command::ShowContents => ("Contents pane", "Show or hide the list of pieces"),
        Command::ShowInspector => ("Inspector", "Show or hide the fields of what is selected"),
        Command::ShowNotices => ("Notices", "Show or hide what should be looked at"),
        Command::Light => ("Light", "Light colours"),
        Command::Dark => ("Dark", "Dark colours"),
        Command::SystemColours => ("Like the system", "The colours of the system"),
        Command::TypePaths => {
            ("Type paths", "Ask for paths in this window instead of the desktop’s dialogs, or again in those")
        }
        Command::Palette => ("All commands…", "Find a command by its name"),
        Command::Keys => ("Keys", "All keys at a glance"),
    }
}
