//! A variant: an edition and what it says otherwise go in; the edition that is printed comes out.
//!
//! A variant holds only what differs (another trim, fewer pieces), never a copy of a text: a word mended in a piece is
//! mended in all of them. The alternative, a second folder for large print, is two editions that drift apart.
//! The edition of a variant is an edition like any other, so that no stage after this one knows variants.

use super::design_settings::{DesignSettings, MarginSettings};
use super::matter::MatterSettings;
use super::{Edition, Isbns};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What one output of an edition says otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Variant {
    /// Its name in `edition.toml`, on the command line and in file names.
    pub name: Arc<str>,
    /// What the window calls it, where the name is not enough.
    pub title: Option<String>,
    /// Another edition statement.
    pub statement: Option<String>,
    /// Other ISBNs, each on its own.
    pub isbn: Isbns,
    /// Which pieces it has.
    pub pieces: PieceChoice,
    /// Other design wishes, each on its own.
    pub design: DesignSettings,
    /// Other front and back matter, each page on its own.
    pub matter: MatterSettings,
}

/// Which of the pieces in the book a variant has. Files that the edition does not have mean nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum PieceChoice {
    /// All.
    #[default]
    All,
    /// Only those of these files, in the edition's order.
    Only(Vec<PathBuf>),
    /// All but those of these files.
    Without(Vec<PathBuf>),
}

impl Variant {
    /// The word that names the edition itself and all its variants on the command line; no variant has it.
    pub const ALL: &str = "all";

    /// What the window calls it.
    pub fn label(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.name)
    }

    /// Whether a name can stand in file names and on command lines.
    pub fn is_name(name: &str) -> bool {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
        !name.is_empty() && name.bytes().all(fits) && name != Variant::ALL
    }
}

impl PieceChoice {
    /// Whether the piece of a file is chosen.
    pub fn has(&self, file: &Path) -> bool {
        match self {
            PieceChoice::All => true,
            PieceChoice::Only(files) => files.iter().any(|chosen| chosen == file),
            PieceChoice::Without(files) => !files.iter().any(|left| left == file),
        }
    }

    /// The same choice with a piece put in or left out.
    pub fn with(&self, file: &Path, put_in: bool) -> PieceChoice {
        if self.has(file) == put_in {
            return self.clone();
        }
        let (mut files, is_only) = match self {
            PieceChoice::All => (Vec::new(), false),
            PieceChoice::Only(files) => (files.clone(), true),
            PieceChoice::Without(files) => (files.clone(), false),
        };
        // On the list of `Only` stands what is put in, on the other what is left out.
        if is_only == put_in {
            files.push(file.to_path_buf());
        } else {
            files.retain(|known| known != file);
        }
        match (is_only, files.is_empty()) {
            (true, _) => PieceChoice::Only(files),
            (false, true) => PieceChoice::All,
            (false, false) => PieceChoice::Without(files),
        }
    }
}

impl Edition {
    /// The variant of this name.
    pub fn variant(&self, name: &str) -> Option<&Variant> {
        self.variants.iter().find(|variant| *variant.name == *name)
    }

    /// The edition as a variant prints it: what the variant says in the place of what the edition says, and the pieces
    /// it has not left out of the book. `None` when there is no such variant.
    pub fn as_variant(&self, name: &str) -> Option<Edition> {
        let variant = self.variant(name)?;
        let mut edition = Edition { variants: Vec::new(), ..self.clone() };
        edition.variant = Some(variant.name.clone());
        edition.statement = variant.statement.clone().or(edition.statement);
        edition.isbn = edition.isbn.with(&variant.isbn);
        edition.design = edition.design.with(&variant.design);
        edition.matter = edition.matter.with(&variant.matter);
        edition.leave_out(&variant.pieces);
        Some(edition)
    }

    fn leave_out(&mut self, choice: &PieceChoice) {
        let (listed, is_only): (BTreeSet<&Path>, bool) = match choice {
            PieceChoice::All => return,
            PieceChoice::Only(files) => (files.iter().map(PathBuf::as_path).collect(), true),
            PieceChoice::Without(files) => (files.iter().map(PathBuf::as_path).collect(), false),
        };
        for piece in self.parts.iter_mut().flat_map(|part| &mut part.pieces) {
            // A piece that stays is the very same one: what was typeset of it for the edition serves again.
            if piece.include && listed.contains(&*piece.file) != is_only {
                Arc::make_mut(piece).include = false;
            }
        }
    }
}

impl Isbns {
    fn with(&self, other: &Isbns) -> Isbns {
        let either = |other: &Option<String>, own: &Option<String>| other.clone().or_else(|| own.clone());
        Isbns {
            print: either(&other.print, &self.print),
            pdf: either(&other.pdf, &self.pdf),
            epub: either(&other.epub, &self.epub),
        }
    }
}

impl DesignSettings {
    /// These wishes where the others say nothing, else what the others say.
    pub fn with(&self, other: &DesignSettings) -> DesignSettings {
        let (own, new) = (self.margins, other.margins);
        DesignSettings {
            theme: other.theme.clone().or_else(|| self.theme.clone()),
            trim: other.trim.clone().or_else(|| self.trim.clone()),
            body_size: other.body_size.or(self.body_size),
            leading: other.leading.or(self.leading),
            margins: MarginSettings {
                top: new.top.or(own.top),
                bottom: new.bottom.or(own.bottom),
                inner: new.inner.or(own.inner),
                outer: new.outer.or(own.outer),
            },
            indent: other.indent.or(self.indent),
            opener: other.opener.or(self.opener),
            sink: other.sink.or(self.sink),
            drop_caps: other.drop_caps.or(self.drop_caps),
            notes: other.notes.or(self.notes),
            portraits: other.portraits.or(self.portraits),
            hyphenate: other.hyphenate.or(self.hyphenate),
            ornament: other.ornament.clone().or_else(|| self.ornament.clone()),
            quotes: other.quotes.or(self.quotes),
            numerals: other.numerals.or(self.numerals),
            epub_fonts: other.epub_fonts.or(self.epub_fonts),
            system_fonts: other.system_fonts.or(self.system_fonts),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_put_in_and_left_out_again_leaves_the_choice_as_it_was() {
        let file = Path::new("pieces/a.md");
        let without = PieceChoice::All.with(file, false);
        assert_eq!(without, PieceChoice::Without(vec![file.into()]));
        assert_eq!(without.with(file, true), PieceChoice::All);
        let only = PieceChoice::Only(vec!["pieces/b.md".into()]);
        assert!(only.with(file, true).has(file));
        assert_eq!(only.with(file, true).with(file, false), only);
    }

    #[test]
    fn names_fit_into_file_names() {
        assert!(Variant::is_name("large-print_2"));
        for wrong in ["", "Pocket", "large print", "gros/petit", "all", "größer"] {
            assert!(!Variant::is_name(wrong), "{wrong}");
        }
    }
}
