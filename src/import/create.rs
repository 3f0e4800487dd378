//! A new edition, empty or made of a folder of texts.

mod pictures;
mod template;

use super::{Imported, limits};
use crate::edition::folder::{self, unique_slug, write_whole};
use crate::edition::language::Language;
use crate::edition::markdown::{self, Context};
use crate::edition::people::{Contributor, ContributorId};
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::{Edition, Part};
use crate::notice::{Error, Notices, Place, Result};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEdition {
    /// The folder of the edition.
    pub dir: PathBuf,
    /// Its title.
    pub title: String,
    /// How many pieces it has.
    pub pieces: usize,
    /// How many contributors it has.
    pub contributors: usize,
}

/// Makes an edition in `dir`. With `from`, every text of that folder becomes a piece, in the order of the file
/// names (2 before 10); the files themselves are kept in `originals/`.
///
/// # Errors
/// When `dir` already holds an edition, when `from` can't be read, or when a file can't be written. A text that
/// can't be imported is a notice.
pub fn create(dir: &Path, from: Option<&Path>, notices: &mut Notices) -> Result<NewEdition> {
    if dir.join("edition.toml").exists() {
        let hint = "choose a folder without “edition.toml”";
        return Err(Error::new(Place::file(dir), "the folder already holds an edition", hint));
    }
    let files = from.map(|from| texts(from, notices)).transpose()?.unwrap_or_default();
    let mut making = Making::new(dir);
    for file in &files {
        match super::read(file, notices) {
            Ok(imported) => making.add(file, imported, from.unwrap_or(dir), notices)?,
            Err(error) => notices.fault(error.place, format!("{}; it is left out", error.what), error.hint),
        }
    }
    making.finish(from)
}

/// The texts of a folder in natural order.
fn texts(from: &Path, notices: &mut Notices) -> Result<Vec<PathBuf>> {
    let failed = |error: std::io::Error| Error::io(from, "read the folder", &error);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(from).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let ending =
            path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        if path.is_file() && matches!(ending.as_str(), "md" | "markdown" | "txt" | "text") {
            files.push(path);
        }
    }
    files.sort_by_cached_key(|path| natural_key(&name_of(path)));
    files.retain(|path| {
        let stays = !is_about(path);
        if !stays {
            notices.remark(
                Place::file(path),
                "the file is about the folder, not a piece; it is left out",
                "",
            );
        }
        stays
    });
    if files.len() > limits::FILES {
        let what = format!("only the first {} of {} texts are imported", limits::FILES, files.len());
        notices.fault(Place::file(from), what, "import the others into a second edition");
        files.truncate(limits::FILES);
    }
    Ok(files)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Whether a file is a note to those who open the folder.
fn is_about(path: &Path) -> bool {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    matches!(stem.as_str(), "readme" | "license" | "licence" | "copying" | "changelog" | "source")
}

/// A name cut into words and numbers, so that 2 goes before 10.
fn natural_key(name: &str) -> Vec<(u128, String)> {
    let mut key = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let words = rest[digits..].find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len() - digits);
        // What has no number goes behind what has one; a number too long to count behind both.
        let number = if digits == 0 { u128::MAX - 1 } else { rest[..digits].parse().unwrap_or(u128::MAX) };
        key.push((number, rest[digits..digits + words].to_lowercase()));
        rest = &rest[digits + words..];
    }
    key.push((0, name.to_string()));
    key
}

/// An edition in the making.
struct Making<'a> {
    dir: &'a Path,
    edition: Edition,
    pieces: Vec<Arc<Piece>>,
    names: BTreeSet<String>,
    /// The contributor of a name, in lower case.
    people: HashMap<String, ContributorId>,
    pictures: pictures::Pictures,
    /// The book of each piece.
    books: BTreeSet<Option<String>>,
    originals: Vec<PathBuf>,
}

impl<'a> Making<'a> {
    fn new(dir: &'a Path) -> Making<'a> {
        Making {
            dir,
            edition: Edition::default(),
            pieces: Vec::new(),
            names: BTreeSet::new(),
            people: HashMap::new(),
            pictures: pictures::Pictures::default(),
            books: BTreeSet::new(),
            originals: Vec::new(),
        }
    }

    /// Adds an imported file as a piece.
    fn add(&mut self, file: &Path, imported: Imported, from: &Path, notices: &mut Notices) -> Result<()> {
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let name = unique_slug(&stem, "piece", |slug| self.names.contains(slug));
        self.names.insert(name.clone());
        self.books.insert(imported.book.clone());
        self.originals.push(file.to_path_buf());
        let authors: Vec<ContributorId> = imported.authors.iter().map(|name| self.person(name)).collect();
        let author_note = self.notes(&imported, &authors);
        let source = self.pictures.bring(&imported.markdown, from, file, notices);
        self.pieces.push(Arc::new(piece(
            format!("pieces/{name}.md"),
            imported,
            authors,
            author_note,
            source,
        )));
        Ok(())
    }

    /// The contributor of a name, made if there is none.
    fn person(&mut self, name: &str) -> ContributorId {
        if let Some(id) = self.people.get(&name.to_lowercase()) {
            return id.clone();
        }
        let records = &self.edition.contributors;
        let id: ContributorId = unique_slug(name, "contributor", |slug| records.contains_key(slug)).into();
        self.edition.contributors.insert(id.clone(), Contributor::named(name));
        self.people.insert(name.to_lowercase(), id.clone());
        id
    }

    /// Gives notes about authors to their records; what is left is the piece's own note.
    fn notes(&mut self, imported: &Imported, authors: &[ContributorId]) -> AuthorNote {
        for (index, note) in &imported.author_notes {
            let record = authors.get(*index).and_then(|id| self.edition.contributors.get_mut(id));
            if let Some(record) = record.filter(|record| record.short_note.blocks.is_empty()) {
                record.short_note = markdown::inline_text(note);
            }
        }
        let Some(note) = imported.author_note.as_deref().map(markdown::inline_text) else {
            return AuthorNote::FromContributors;
        };
        let only = match authors {
            [id] => self.edition.contributors.get_mut(id),
            _ => None,
        };
        match only {
            Some(record) if record.short_note.blocks.is_empty() => record.short_note = note,
            Some(record) if record.short_note == note => {}
            _ => return AuthorNote::Own(note),
        }
        AuthorNote::FromContributors
    }

    /// Writes the edition, with a commented `edition.toml`.
    fn finish(mut self, from: Option<&Path>) -> Result<NewEdition> {
        self.edition.title = self.title(from);
        self.edition.language = self.language();
        self.edition.pictures = self.pictures.finish();
        let language = self.edition.language;
        for piece in &mut self.pieces {
            if piece.language == Some(language) {
                Arc::make_mut(piece).language = None;
            }
        }
        let made = NewEdition {
            dir: self.dir.to_path_buf(),
            title: self.edition.title.clone(),
            pieces: self.pieces.len(),
            contributors: self.edition.contributors.len(),
        };
        if !self.pieces.is_empty() {
            self.edition.parts = vec![Part { pieces: std::mem::take(&mut self.pieces), ..Part::default() }];
        }
        for folder in ["pieces", "images", "matter"] {
            let folder = self.dir.join(folder);
            std::fs::create_dir_all(&folder)
                .map_err(|error| Error::io(&folder, "make the folder", &error))?;
        }
        self.keep_originals()?;
        write_whole(&self.dir.join("contributors.toml"), self.dir, template::CONTRIBUTORS.as_bytes())?;
        write_whole(&self.dir.join("edition.toml"), self.dir, template::EDITION.as_bytes())?;
        // As the template says: what an edition does not say is taken out of its file.
        self.edition.design.theme = Some("classic".into());
        self.edition.design.trim = Some("6x9in".into());
        folder::save(&self.edition, self.dir)?;
        Ok(made)
    }

    /// Copies the imported files as they are.
    fn keep_originals(&self) -> Result<()> {
        if self.originals.is_empty() {
            return Ok(());
        }
        let folder = self.dir.join("originals");
        std::fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, "make the folder", &error))?;
        for file in &self.originals {
            let copy = folder.join(name_of(file));
            std::fs::copy(file, &copy).map_err(|error| Error::io(&copy, "copy the file", &error))?;
        }
        Ok(())
    }

    /// The book all pieces are from, else the name of the folder.
    fn title(&self, from: Option<&Path>) -> String {
        let mut books = self.books.iter();
        if let (Some(Some(book)), None) = (books.next(), books.next()) {
            return book.clone();
        }
        let folder = from.unwrap_or(self.dir);
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
        let name = name_of(&folder).replace(['-', '_'], " ");
        if name.trim().is_empty() { "Untitled".into() } else { name.trim().to_string() }
    }

    /// The language most pieces are in; English when none says.
    fn language(&self) -> Language {
        let mut counts: BTreeMap<Language, usize> = BTreeMap::new();
        for language in self.pieces.iter().filter_map(|piece| piece.language) {
            *counts.entry(language).or_default() += 1;
        }
        let most = counts.iter().max_by_key(|(_, count)| **count);
        most.map_or_else(Language::default, |(language, _)| *language)
    }
}

/// A piece of what was imported.
fn piece(
    file: String,
    imported: Imported,
    authors: Vec<ContributorId>,
    author_note: AuthorNote,
    source: String,
) -> Piece {
    let words = |text: Option<String>| text.map(|text| markdown::inline(&text));
    let context = Context { folder: Path::new("pieces"), ..Context::default() };
    // What is odd in the text is said when the edition is loaded.
    let body = markdown::read(&source, &context, &mut Notices::new());
    Piece {
        file: file.into(),
        kicker: words(imported.kicker),
        title: markdown::inline(&imported.title),
        short_title: words(imported.short_title),
        subtitle: words(imported.subtitle),
        authors,
        date: imported.date,
        language: imported.language,
        credit: imported.credit,
        disclaimer: imported.disclaimer,
        author_note,
        include: imported.include,
        markdown: source.into(),
        body,
        body_line: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_goes_before_ten() {
        let mut names = ["b.md", "10 a.md", "2 z.md", "a10.md", "a2.md"];
        names.sort_by_cached_key(|name| natural_key(name));
        assert_eq!(names, ["2 z.md", "10 a.md", "a2.md", "a10.md", "b.md"]);
    }
}
