//! Everything an editor can ask the window for by name: one table for menus, palette, tooltips and keys.

use super::words::commands as words;
use egui::{Key, KeyboardShortcut, Modifiers};

/// A command without further words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Command {
    /// Make a new edition.
    New,
    /// Open an edition's folder.
    Open,
    /// Open a copy of the sample edition.
    OpenSample,
    /// Add texts as pieces.
    Add,
    /// Add the text on the clipboard as a piece.
    PastePiece,
    /// Write the edition into its folder.
    Save,
    /// Make PDF and EPUB.
    Export,
    /// Make proofs for the authors.
    Proofs,
    /// Close the edition.
    Close,
    /// Leave.
    Quit,
    /// Take the last change back.
    Undo,
    /// Do it again.
    Redo,
    /// Find in the piece.
    Find,
    /// Find in all pieces.
    FindEverywhere,
    /// Select all pieces.
    SelectAll,
    /// Move the selected pieces up.
    MoveUp,
    /// Move them down.
    MoveDown,
    /// Put the selected pieces into the book, or leave them out.
    Include,
    /// Give the piece another title.
    Rename,
    /// Copy the selected pieces.
    Duplicate,
    /// Take the selected pieces out of the edition.
    Delete,
    /// Begin a new part.
    NewPart,
    /// Sort by title.
    SortByTitle,
    /// Sort by author.
    SortByAuthor,
    /// Sort by date.
    SortByDate,
    /// Show the pages.
    ShowPages,
    /// Show the text.
    ShowText,
    /// Show text and pages side by side.
    ShowBoth,
    /// Show the e-book.
    ShowEbook,
    /// Show what each piece lacks.
    ShowBoard,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As large as on paper.
    ActualSize,
    /// The whole page or spread.
    FitPage,
    /// The page as wide as the window.
    FitWidth,
    /// Two pages side by side, or one.
    Spreads,
    /// Small pictures of all pages.
    Thumbnails,
    /// Lines that show trim, margins and grid.
    Guides,
    /// Go to a page by number.
    GoToPage,
    /// The next page or spread.
    NextPage,
    /// The one before.
    PreviousPage,
    /// Show the pages of the next variant.
    NextVariant,
    /// Show or hide the list of pieces.
    ShowContents,
    /// Show or hide the inspector.
    ShowInspector,
    /// Show or hide the notices.
    ShowNotices,
    /// Light colours.
    Light,
    /// Dark colours.
    Dark,
    /// The colours of the system.
    SystemColours,
    /// Type paths, or choose them in dialogs.
    TypePaths,
    /// All commands by name.
    Palette,
    /// The list of keys.
    Keys,
}

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const CTRL_SHIFT: Modifiers =
    Modifiers { alt: false, ctrl: false, shift: true, mac_cmd: false, command: true };

impl Command {
    /// All of them, in the order of the palette.
    pub const ALL: &[Command] = &[
        Command::New,
        Command::Open,
        Command::OpenSample,
        Command::Add,
        Command::PastePiece,
        Command::Save,
        Command::Export,
        Command::Proofs,
        Command::Close,
        Command::Quit,
        Command::Undo,
        Command::Redo,
        Command::Find,
        Command::FindEverywhere,
        Command::SelectAll,
        Command::MoveUp,
        Command::MoveDown,
        Command::Include,
        Command::Rename,
        Command::Duplicate,
        Command::Delete,
        Command::NewPart,
        Command::SortByTitle,
        Command::SortByAuthor,
        Command::SortByDate,
        Command::ShowPages,
        Command::ShowText,
        Command::ShowBoth,
        Command::ShowEbook,
        Command::ShowBoard,
        Command::ZoomIn,
        Command::ZoomOut,
        Command::ActualSize,
        Command::FitPage,
        Command::FitWidth,
        Command::Spreads,
        Command::Thumbnails,
        Command::Guides,
        Command::GoToPage,
        Command::NextPage,
        Command::PreviousPage,
        Command::NextVariant,
        Command::ShowContents,
        Command::ShowInspector,
        Command::ShowNotices,
        Command::Light,
        Command::Dark,
        Command::SystemColours,
        Command::TypePaths,
        Command::Palette,
        Command::Keys,
    ];

    /// What menus call it, and what it does.
    pub fn words(self) -> (&'static str, &'static str) {
        words::of(self)
    }

    /// What menus call it. A command that will ask for more ends in an ellipsis.
    pub fn name(self) -> &'static str {
        self.words().0
    }

    /// The key that runs it.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Command::New => (CTRL, Key::N),
            Command::Open => (CTRL, Key::O),
            Command::Add => (CTRL_SHIFT, Key::O),
            Command::PastePiece => (CTRL_SHIFT, Key::V),
            Command::Save => (CTRL, Key::S),
            Command::Export => (CTRL, Key::E),
            Command::Proofs => (CTRL_SHIFT, Key::E),
            Command::Close => (CTRL, Key::W),
            Command::Quit => (CTRL, Key::Q),
            Command::Undo => (CTRL, Key::Z),
            Command::Redo => (CTRL_SHIFT, Key::Z),
            Command::Find => (CTRL, Key::F),
            Command::FindEverywhere => (CTRL_SHIFT, Key::F),
            Command::MoveUp => (ALT, Key::ArrowUp),
            Command::MoveDown => (ALT, Key::ArrowDown),
            Command::Rename => (NONE, Key::F2),
            Command::Duplicate => (CTRL, Key::D),
            Command::ShowPages => (CTRL, Key::Num1),
            Command::ShowText => (CTRL, Key::Num2),
            Command::ShowBoth => (CTRL, Key::Num3),
            Command::ShowEbook => (CTRL, Key::Num4),
            Command::ShowBoard => (CTRL, Key::Num5),
            Command::ZoomIn => (CTRL, Key::Plus),
            Command::ZoomOut => (CTRL, Key::Minus),
            Command::FitPage => (CTRL, Key::Num0),
            Command::GoToPage => (CTRL, Key::G),
            Command::NextPage => (CTRL, Key::PageDown),
            Command::PreviousPage => (CTRL, Key::PageUp),
            Command::ShowContents => (NONE, Key::F7),
            Command::ShowInspector => (NONE, Key::F8),
            Command::ShowNotices => (NONE, Key::F9),
            Command::Guides => (NONE, Key::F6),
            Command::Palette => (CTRL_SHIFT, Key::P),
            Command::Keys => (NONE, Key::F1),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// Whether it needs an open edition.
    pub fn needs_edition(self) -> bool {
        !matches!(
            self,
            Command::New
                | Command::Open
                | Command::OpenSample
                | Command::Add
                | Command::PastePiece
                | Command::Quit
                | Command::Light
                | Command::Dark
                | Command::SystemColours
                | Command::TypePaths
                | Command::Palette
                | Command::Keys
        )
    }

    /// Whether a field in which somebody types keeps the key for itself.
    pub fn yields_to_typing(self) -> bool {
        matches!(self, Command::MoveUp | Command::MoveDown | Command::Duplicate)
    }

    /// The commands whose keys were pressed, the keys taken. Longer combinations come first, so that Ctrl+Shift+Z
    /// is not read as Ctrl+Z.
    ///
    /// `typing` says that a field has the focus, `own` that it is one of the window's own, which undoes its typing
    /// itself.
    pub fn pressed(input: &mut egui::InputState, typing: bool, own: bool) -> Vec<Command> {
        let mut keys: Vec<(KeyboardShortcut, Command)> =
            Command::ALL.iter().filter_map(|command| Some((command.shortcut()?, *command))).collect();
        keys.sort_by_key(|(shortcut, _)| std::cmp::Reverse(shortcut.modifiers.shift));
        // On many keyboards the plus stands above the equals sign.
        let mut pressed = Vec::new();
        if input.consume_shortcut(&KeyboardShortcut::new(CTRL, Key::Equals)) {
            pressed.push(Command::ZoomIn);
        }
        for (shortcut, command) in keys {
            let undoes = own && matches!(command, Command::Undo | Command::Redo);
            let taken = (typing && command.yields_to_typing()) || undoes;
            if !taken && input.consume_shortcut(&shortcut) {
                pressed.push(command);
            }
        }
        pressed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_commands_have_one_key_or_one_name() {
        let keys: Vec<String> =
            Command::ALL.iter().filter_map(|c| c.shortcut()).map(|key| format!("{key:?}")).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
        let names: BTreeSet<&str> = Command::ALL.iter().map(|command| command.name()).collect();
        assert_eq!(names.len(), Command::ALL.len());
    }
}
