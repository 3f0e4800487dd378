//! An edition is written back: only files that say something else than before, each of them whole.

use super::authors::People;
use super::source::{BYTE_ORDER_MARK, Folder, decode};
use super::trash::Trash;
use super::write::write_whole;
use super::{Loaded, front_matter, pieces, read, save_book, save_people, save_piece};
use crate::edition::Edition;
use crate::edition::markdown;
use crate::edition::matter::FreeText;
use crate::edition::people::{Contributor, ContributorId, Contributors};
use crate::edition::piece::Piece;
use crate::notice::{Error, Notices, Place, Result};
use std::collections::{BTreeSet, HashMap};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// Writes an edition into a folder, which is made if there is none; the files it wrote, below the folder.
///
/// Files that say the same as before are not touched. A file is written beside the old one and renamed, so that
/// a failure leaves the old one whole. The file of a piece that was listed and is no more moves to
/// `originals/trash/`, and comes back from there with its piece.
///
/// # Errors
/// When a file can't be read or written, when a path leads out of the folder, or when `edition.toml` or
/// `contributors.toml` on the disk is no TOML: saving would lose what they say.
pub fn save(edition: &Edition, dir: &Path) -> Result<Vec<PathBuf>> {
    std::fs::create_dir_all(dir).map_err(|error| Error::io(dir, "make the folder", &error))?;
    let old = match dir.join("edition.toml").exists() {
        true => read(dir, &mut Notices::new())?,
        false => Loaded::default(),
    };
    let mut saving = Saving { folder: Folder::open(dir)?, old: &old, new: edition, written: Vec::new() };
    saving.media()?;
    let renamed = saving.pieces()?;
    saving.matter()?;
    saving.people(&renamed)?;
    // The list of the pieces comes last: it never names a file that is not there.
    saving.book()?;
    // Only now does no list name them any more.
    saving.trash()?;
    Ok(saving.written)
}

/// One save.
struct Saving<'a> {
    folder: Folder,
    old: &'a Loaded,
    new: &'a Edition,
    written: Vec<PathBuf>,
}

impl Saving<'_> {
    /// Writes pictures, fonts and a profile that are not there or are others.
    fn media(&mut self) -> Result<()> {
        let new = self.new;
        for (name, picture) in &new.pictures {
            self.write(Path::new(&**name), &picture.bytes)?;
        }
        for (name, bytes) in &new.fonts {
            self.write(&Path::new("fonts").join(&**name), bytes)?;
        }
        if let Some(profile) = &new.production.press.profile {
            self.write(Path::new(&*profile.path), &profile.bytes)?;
        }
        Ok(())
    }

    /// Writes the pieces; those whose authors are now written as ids.
    fn pieces(&mut self) -> Result<BTreeSet<PathBuf>> {
        let new = self.new;
        let before = self.old.edition.pieces();
        let before: HashMap<&Path, &Arc<Piece>> = before.map(|piece| (&*piece.file, piece)).collect();
        let mut with_ids = BTreeSet::new();
        for piece in new.pieces() {
            let known = before.get(&*piece.file).copied();
            if known.is_some_and(|known| known == piece) {
                continue;
            }
            let parsed = if known.is_none() { self.unlisted(piece)? } else { None };
            let text = self.text(&piece.file)?;
            let known = known.map(Arc::as_ref).or(parsed.as_ref());
            if known.is_none_or(|known| !known.people().eq(piece.people())) {
                with_ids.insert(piece.file.clone());
            }
            let written = save_piece::text(text.as_deref(), known, piece);
            self.write_text(&piece.file, text.as_deref(), &written)?;
        }
        Ok(with_ids)
    }

    /// What the file of a piece that was in no part says: one that lay in the folder, or in the trash. A file of
    /// other words is no draft of the piece and makes room for it.
    fn unlisted(&mut self, piece: &Piece) -> Result<Option<Piece>> {
        let trash = Trash::of(&self.folder);
        let parse = |text: &str| {
            let mut people = People::new(self.new.contributors.clone());
            pieces::parse(text, piece.file.clone(), &mut people, &mut Notices::new())
        };
        let is_draft =
            |there: &Piece| there.title.text == piece.title.text || there.markdown == piece.markdown;
        if let Some(text) = self.text(&piece.file)? {
            let there = parse(&text);
            if is_draft(&there) {
                return Ok(Some(there));
            }
            trash.take(&piece.file)?;
        }
        for thrown in trash.candidates(&piece.file) {
            let Some(text) = self.text(&thrown)? else { continue };
            let there = parse(&text);
            if is_draft(&there) {
                trash.give_back(&thrown, &piece.file)?;
                return Ok(Some(there));
            }
        }
        Ok(None)
    }

    /// Moves the files of pieces that are no more out of the way. Files that no list named stay where they are.
    fn trash(&self) -> Result<()> {
        let pieces = self.new.pieces().map(|piece| &piece.file);
        let matter = self.new.free_texts().filter_map(|page| page.file.as_ref());
        let used: BTreeSet<&PathBuf> = pieces.chain(matter).collect();
        let before = self.old.edition.pieces();
        let gone: Vec<&Path> =
            before.map(|piece| &piece.file).filter(|file| !used.contains(file)).map(|file| &**file).collect();
        if gone.is_empty() {
            return Ok(());
        }
        // Another name for the same file: a link, or a disk that does not tell capitals from small letters.
        let real: BTreeSet<PathBuf> =
            used.iter().filter_map(|file| self.folder.path(file).canonicalize().ok()).collect();
        for file in gone {
            let path = self.folder.path(file).canonicalize();
            if path.is_ok_and(|path| !real.contains(&path)) {
                Trash::of(&self.folder).take(file)?;
            }
        }
        Ok(())
    }

    /// Writes the files of free matter whose words or title changed.
    fn matter(&mut self) -> Result<()> {
        let (old, new) = (self.old, self.new);
        for after in new.free_texts() {
            let FreeText { file: Some(file), title, text } = after else { continue };
            let before = old.edition.free_texts().find(|before| before.file.as_ref() == Some(file));
            let folder = file.parent().unwrap_or(Path::new(""));
            let body = markdown::write_from(text, folder);
            let same_words = before.is_some_and(|before| markdown::write_from(&before.text, folder) == body);
            if same_words && before.is_some_and(|before| before.title == *title) {
                continue;
            }
            let raw = self.text(file)?;
            let old_title = before.and_then(|before| before.title.as_deref());
            let body = match &raw {
                Some(raw) if same_words => {
                    raw[front_matter::read(raw, file, &mut Notices::new()).body..].to_string()
                }
                _ => body,
            };
            let written = save_piece::titled(raw.as_deref(), old_title, title.as_deref(), &body);
            self.write_text(file, raw.as_deref(), &written)?;
        }
        Ok(())
    }

    /// Writes the records of contributors, but for those that still follow from a name in a text.
    fn people(&mut self, with_ids: &BTreeSet<PathBuf>) -> Result<()> {
        let file = Path::new("contributors.toml");
        let text = self.text(file)?;
        let old = without(&self.old.edition.contributors, &self.old.implied);
        let new = without(&self.new.contributors, &self.still_implied(with_ids));
        if text.is_none() && new.is_empty() {
            return Ok(());
        }
        let (distinct, _) = super::people::distinct(text.as_deref().unwrap_or_default());
        let written = save_people::text(&distinct, &old, &new)?;
        self.write_text(file, text.as_deref(), &written)
    }

    /// The contributors that need no record: a text names them in full, and nothing more is known of them.
    fn still_implied(&self, with_ids: &BTreeSet<PathBuf>) -> BTreeSet<ContributorId> {
        let pieces = self.new.pieces();
        let by_name = pieces.filter(|piece| !with_ids.contains(&piece.file)).flat_map(|piece| piece.people());
        let same_editors = self.new.editors == self.old.edition.editors;
        let editors = self.new.editors.iter().filter(|_| same_editors);
        let named: BTreeSet<&ContributorId> = by_name.chain(editors).collect();
        let is_bare = |id: &ContributorId| {
            let name = self.old.edition.contributors.get(id).map(|record| record.name.clone());
            name.map(Contributor::named).as_ref() == self.new.contributors.get(id)
        };
        self.old.implied.iter().filter(|id| named.contains(id) && is_bare(id)).cloned().collect()
    }

    fn book(&mut self) -> Result<()> {
        let file = Path::new("edition.toml");
        let text = self.text(file)?;
        let written = save_book::text(text.as_deref().unwrap_or_default(), self.old, self.new)?;
        self.write_text(file, text.as_deref(), &written)
    }

    /// The text of a file below the folder, if there is one.
    fn text(&self, file: &Path) -> Result<Option<String>> {
        match std::fs::read(self.folder.path(file)) {
            Ok(bytes) => Ok(Some(decode(bytes, file, &mut Notices::new()))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::io(self.folder.path(file), "read the file", &error)),
        }
    }

    /// Writes a text that changed, with the byte order mark it had.
    fn write_text(&mut self, file: &Path, before: Option<&str>, after: &str) -> Result<()> {
        if before == Some(after) {
            return Ok(());
        }
        let path = self.folder.path(file);
        let mark = BYTE_ORDER_MARK.to_string();
        let has_mark = std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(mark.as_bytes()));
        let text = if has_mark { format!("{mark}{after}") } else { after.to_string() };
        self.write(file, text.as_bytes())
    }

    /// Writes a file below the folder, unless it holds these very bytes.
    fn write(&mut self, file: &Path, bytes: &[u8]) -> Result<()> {
        let path = self.folder.path(file);
        let stays = file.components().all(|step| matches!(step, Component::Normal(_)));
        let outside = || {
            let hint = "choose a file name below the folder";
            Error::new(Place::file(&path), "the file would lie outside the edition’s folder", hint)
        };
        if !stays {
            return Err(outside());
        }
        if std::fs::read(&path).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).map_err(|error| Error::io(folder, "make the folder", &error))?;
        // A link may lead elsewhere.
        if !self.folder.holds(folder) {
            return Err(outside());
        }
        write_whole(&path, folder, bytes)?;
        self.written.push(file.to_path_buf());
        Ok(())
    }
}

/// The records of all but some.
fn without(records: &Contributors, left_out: &BTreeSet<ContributorId>) -> Contributors {
    let kept = records.iter().filter(|(id, _)| !left_out.contains(*id));
    kept.map(|(id, record)| (id.clone(), record.clone())).collect()
}
