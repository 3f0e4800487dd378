//! A text that comes again: what its piece was made of, what the editor made of that, and what it says now.

mod stretches;

use super::add::{Incoming, as_in};
use super::making::Making;
use super::originals::is_of_name;
use crate::edition::Edition;
use crate::edition::markdown::{self, Context};
use crate::edition::merge::{self, Verdict};
use crate::edition::piece::Piece;
use crate::edition::piece_field::PieceField;
use crate::notice::Notices;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use stretches::Stretch;
use unicode_segmentation::UnicodeSegmentation;

/// The piece that an earlier state of a text became.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// The file of the piece.
    pub piece: PathBuf,
    /// Whether the text has not changed since.
    pub is_same: bool,
    /// Of each difference, whether the new text is taken; where nothing is said the difference proposes it.
    pub taken: Vec<Option<bool>>,
    /// What the text was made of then; `None` when its original is no more there.
    base: Option<Arc<Piece>>,
}

/// A unit in which a text differs from its piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which unit: “title”, “text”.
    pub what: &'static str,
    /// What it was; `None` when that is not known any more.
    pub before: Option<String>,
    /// What the piece says.
    pub ours: String,
    /// What the text says.
    pub theirs: String,
    /// Whether both were changed, each in another way.
    pub is_conflict: bool,
}

/// The words of a text that another state of it has not, as ranges of its bytes.
pub fn new_words(before: &str, now: &str) -> Vec<Range<usize>> {
    let old: Vec<&str> = before.split_word_bounds().filter(|word| !word.trim().is_empty()).collect();
    let new: Vec<(usize, &str)> =
        now.split_word_bound_indices().filter(|(_, word)| !word.trim().is_empty()).collect();
    let said: Vec<&str> = new.iter().map(|(_, word)| *word).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &said) {
        let (DiffOp::Insert { new_index, new_len, .. } | DiffOp::Replace { new_index, new_len, .. }) = op
        else {
            continue;
        };
        if let (Some(first), Some(last)) = (new.get(new_index), new.get(new_index + new_len - 1)) {
            found.push(first.0..last.0 + last.1.len());
        }
    }
    found
}

/// Pieces with fewer words in common than this share of them are two texts.
const LIKE: f64 = 0.3;

impl Earlier {
    /// Looks for the piece that an earlier state of a text became: it remembers a file of the same name and has the
    /// same title or much of the same words.
    pub(super) fn find(text: &Incoming, edition: &Edition, dir: &Path) -> Option<Earlier> {
        let name = text.name();
        let kept = |piece: &&Arc<Piece>| {
            let original = piece.original.as_deref().unwrap_or_default();
            is_of_name(file_of(original), &name)
        };
        if name.is_empty() || !edition.pieces().any(|piece| kept(&piece)) {
            return None;
        }
        let new = alone(text, edition)?;
        let liked = edition.pieces().filter(kept).map(|piece| (likeness(piece, &new), piece));
        let liked = liked.filter(|(likeness, _)| *likeness >= LIKE);
        let (_, piece) = liked.max_by(|one, two| one.0.total_cmp(&two.0))?;
        let base = base(piece, edition, dir);
        let is_same = base.as_ref().is_some_and(|base| merge::say_the_same(base, &new));
        Some(Earlier { piece: piece.file.clone(), is_same, taken: Vec::new(), base })
    }

    /// In what a text differs from its piece, now.
    pub fn differences(&self, text: &Incoming, edition: &Edition) -> Vec<Difference> {
        let (Some(ours), Some((new, people))) = (edition.piece(&self.piece), made(text, edition)) else {
            return Vec::new();
        };
        compare(ours, self, &new, &people).differences
    }
}

/// The words two pieces have in common; all of them if they have the same title.
fn likeness(one: &Piece, two: &Piece) -> f64 {
    let folded = |words: String| words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    if folded(one.title.words()) == folded(two.title.words()) {
        return 1.0;
    }
    let words = |piece: &Piece| piece.markdown.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let (one, two) = (words(one), words(two));
    // Words alone are alike in any two texts of a language; three in a row are not.
    let threes = |words: &[String]| words.windows(3).map(|three| three.join(" ")).collect::<BTreeSet<_>>();
    let (one, two) = (threes(&one), threes(&two));
    let all = one.len() + two.len();
    if all == 0 { 0.0 } else { 2.0 * one.intersection(&two).count() as f64 / all as f64 }
}

/// The name of the file in the name of an original.
fn file_of(original: &str) -> &str {
    match original.rsplit_once('#') {
        Some((file, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => file,
        _ => original,
    }
}

/// What a piece was made of.
fn base(piece: &Piece, edition: &Edition, dir: &Path) -> Option<Arc<Piece>> {
    let original = piece.original.as_deref()?;
    let file = file_of(original);
    let chapter = original.strip_prefix(file).and_then(|rest| rest.strip_prefix('#'));
    let chapter = chapter.and_then(|number| number.parse::<usize>().ok()).unwrap_or(1);
    let path = dir.join("originals").join(file);
    let intake = super::read(&path, &mut Notices::new()).ok()?.into_iter().nth(chapter.checked_sub(1)?)?;
    alone(&Incoming::of_file(intake, &path), edition)
}

/// A text as a piece of an edition.
fn alone(text: &Incoming, edition: &Edition) -> Option<Arc<Piece>> {
    made(text, edition).map(|(piece, _)| piece)
}

/// A text as a piece of an edition, and the edition with its people.
fn made(text: &Incoming, edition: &Edition) -> Option<(Arc<Piece>, Edition)> {
    let mut making = Making::onto(edition);
    text.make(&mut making, &mut Notices::new());
    let mut piece = making.pieces.pop()?;
    as_in(&mut piece, edition.language);
    Some((piece, making.edition))
}

/// What differs between a text and its piece.
#[derive(Debug)]
pub(super) struct Compared {
    differences: Vec<Difference>,
    /// The field of each difference that is not a stretch of the body.
    fields: Vec<PieceField>,
    body: Vec<Stretch>,
}

/// Compares a piece with what it was made of and with what its text is now; `people` knows the authors of both.
pub(super) fn compare(ours: &Piece, earlier: &Earlier, theirs: &Piece, people: &Edition) -> Compared {
    let base = earlier.base.as_deref();
    let before = base.map(PieceField::all);
    let mut compared = Compared { differences: Vec::new(), fields: Vec::new(), body: Vec::new() };
    let pairs = PieceField::all(ours).into_iter().zip(PieceField::all(theirs));
    for (index, (mine, other)) in pairs.enumerate() {
        use PieceField::{Body, BodyLine, Include, Original};
        if matches!(mine, Include(_) | Original(_) | Body(..) | BodyLine(_)) {
            continue;
        }
        let before = before.as_ref().and_then(|fields| fields.get(index));
        let verdict = merge::verdict(before, &mine, &other);
        // A file that says nothing about a field takes nothing away from what the editor has written there.
        if verdict == Verdict::Keep || before.is_none() && merge::says_nothing(&other) {
            continue;
        }
        compared.differences.push(Difference {
            what: mine.name(),
            before: before.map(|field| merge::said(field, people)),
            ours: merge::said(&mine, people),
            theirs: merge::said(&other, people),
            is_conflict: verdict == Verdict::Ask,
        });
        compared.fields.push(other);
    }
    compared.body = stretches::compare(base.map(|base| &*base.markdown), &ours.markdown, &theirs.markdown);
    let differing = compared.body.iter().filter_map(|stretch| match stretch {
        Stretch::Agreed(_) => None,
        Stretch::Differing(difference) => Some(difference.clone()),
    });
    compared.differences.extend(differing);
    compared
}

impl Compared {
    /// The fields of the piece that take what is new: of each difference what the editor said, else what is no
    /// conflict.
    pub(super) fn fields(self, ours: &Piece, theirs: &Piece, taken: &[Option<bool>]) -> Vec<PieceField> {
        let takes = |index: usize, difference: &Difference| {
            taken.get(index).copied().flatten().unwrap_or(!difference.is_conflict)
        };
        let mut index = 0;
        let mut fields = Vec::new();
        for field in self.fields {
            if takes(index, &self.differences[index]) {
                fields.push(field);
            }
            index += 1;
        }
        let mut body: Vec<String> = Vec::new();
        for stretch in self.body {
            match stretch {
                Stretch::Agreed(blocks) => body.extend(blocks),
                Stretch::Differing(difference) => {
                    let words = if takes(index, &difference) { difference.theirs } else { difference.ours };
                    body.extend(Some(words).filter(|words| !words.is_empty()));
                    index += 1;
                }
            }
        }
        let body = body.join("\n\n") + "\n";
        if body.trim() != ours.markdown.trim() {
            // Where nothing of ours is left the text is theirs to the letter.
            let body: Arc<str> =
                if body.trim() == theirs.markdown.trim() { theirs.markdown.clone() } else { body.into() };
            let context = Context { folder: Path::new("pieces"), ..Context::default() };
            let text = markdown::read(&body, &context, &mut Notices::new());
            fields.push(PieceField::Body(body, text));
        }
        fields
    }
}
