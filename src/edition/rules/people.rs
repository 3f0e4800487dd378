//! Who wrote, helped and edited, as a book prints it.

use crate::edition::Edition;
use crate::edition::language::Language;
use crate::edition::language::script::script_of;
use crate::edition::markdown;
use crate::edition::people::help::Help;
use crate::edition::people::{Contributor, ContributorId};
use crate::edition::permission::State;
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::text::{Mark, Marked, Paragraph};
use crate::edition::words::Words;
use crate::edition::words::people::PeopleWords;
use crate::edition::words::rights::RightsWords;
use std::collections::BTreeSet;

/// What the rights lines may have filled in, in curly brackets.
pub const RIGHTS_FIELDS: [&str; 5] = ["year", "publisher", "editors", "authors", "holders"];

impl Edition {
    /// The contributor with this id; a name without record is a contributor of that name.
    pub fn contributor(&self, id: &ContributorId) -> Contributor {
        self.contributors.get(id).cloned().unwrap_or_else(|| Contributor::named(&**id))
    }

    /// The name of a person as lists of people give it: as it is printed there, and the other one behind it, each in
    /// its own letters.
    pub fn full_name(&self, person: &Contributor) -> Paragraph {
        let mut name = person.name_in(self.language).to_string();
        let Some(other) = person.other_name_in(self.language) else { return Paragraph::plain(name) };
        name.push_str(" · ");
        let start = name.len();
        name.push_str(other);
        let mark = Mark::Language(self.language_of_name(person, other));
        let marks = vec![Marked { range: start..name.len(), mark }];
        Paragraph { marks, ..Paragraph::plain(name) }
    }

    /// The language of one of a person's names: that of the person's notes where it has these letters, else of the
    /// texts of this book that have them, else what the letters say.
    pub fn language_of_name(&self, person: &Contributor, name: &str) -> Language {
        let script = script_of(name);
        let texts = self.included().filter_map(|(_, piece)| piece.language);
        let mut known = person.language.into_iter().chain([self.language]).chain(texts);
        known
            .find(|language| Some(language.script()) == script)
            .unwrap_or_else(|| Language::default().of_words(name))
    }

    /// The names of these contributors as a text in `language` prints them.
    pub fn names(&self, ids: &[ContributorId], language: Language) -> Vec<String> {
        let name = |id: &ContributorId| match self.contributors.get(id) {
            Some(person) => person.name_in(language).to_string(),
            None => id.to_string(),
        };
        ids.iter().map(name).collect()
    }

    /// The authors of a piece as one line, in the words of the piece's language: “A, B and C”; empty without authors.
    pub fn byline(&self, piece: &Piece) -> String {
        let language = self.language_of(piece);
        Words::of(language).list(&self.names(&piece.authors, language))
    }

    /// Who translated a piece, asked the questions and edited it: a line each, in the language of the piece.
    pub fn help_lines(&self, piece: &Piece) -> Vec<String> {
        let language = self.language_of(piece);
        let helps = Help::ALL.into_iter().map(|help| (help, piece.helped(help)));
        let line = |(help, people): (Help, &[ContributorId])| {
            let names = Words::of(language).list(&self.names(people, language));
            PeopleWords::of(language).line(help, &names)
        };
        helps.filter(|(_, people)| !people.is_empty()).map(line).collect()
    }

    /// All authors of the included pieces, each once, by sort name.
    pub fn author_ids(&self) -> Vec<ContributorId> {
        self.by_sort_name(self.included().flat_map(|(_, piece)| &piece.authors))
    }

    /// All who wrote an included piece or helped with one, each once, by sort name.
    pub fn people_ids(&self) -> Vec<ContributorId> {
        self.by_sort_name(self.included().flat_map(|(_, piece)| piece.people()))
    }

    fn by_sort_name<'e>(&self, ids: impl Iterator<Item = &'e ContributorId>) -> Vec<ContributorId> {
        let once: BTreeSet<&ContributorId> = ids.collect();
        let mut ids: Vec<ContributorId> = once.into_iter().cloned().collect();
        let key = |id: &ContributorId| self.contributor(id).sort_key_in(self.language).to_lowercase();
        ids.sort_by_cached_key(|id| (key(id), id.clone()));
        ids
    }

    pub(super) fn all_authors(&self) -> String {
        Words::of(self.language).list(&self.names(&self.author_ids(), self.language))
    }

    /// The pieces of the book that a person wrote or helped with, in order.
    pub fn pieces_of<'e>(&'e self, id: &'e ContributorId) -> impl Iterator<Item = &'e Piece> {
        let pieces = self.included().map(|(_, piece)| &**piece);
        pieces.filter(move |piece| piece.people().any(|known| known == id))
    }

    /// What “About the contributors” says of a person's pieces: their titles with their pages; `None` where it is not
    /// to say so, or there are none.
    pub fn pieces_line(&self, id: &ContributorId) -> Option<Paragraph> {
        self.matter.contributors.generated().filter(|how| how.has_pieces())?;
        let words = Words::of(self.language);
        let named = |piece: &Piece| {
            let mut title = self.linked_title(piece);
            let link = markdown::link_to(&piece.file)?;
            let mut text = format!("{}{}", title.text, RightsWords::of(self.language).comma);
            let start = text.len();
            text.push_str(words.page);
            title.marks.push(Marked { range: start..text.len(), mark: Mark::Page(link.into()) });
            title.text = text.into();
            Some(title)
        };
        let mut line = Paragraph::default();
        for piece in self.pieces_of(id).filter_map(named) {
            let mut text = line.text.to_string();
            if !text.is_empty() {
                text.push_str("; ");
            }
            let at = text.len();
            text.push_str(&piece.text);
            line.text = text.into();
            let moved = |marked: Marked| Marked {
                range: marked.range.start + at..marked.range.end + at,
                mark: marked.mark,
            };
            line.marks.extend(piece.marks.into_iter().map(moved));
        }
        (!line.text.is_empty()).then_some(line)
    }

    /// The rights lines with the [`RIGHTS_FIELDS`] filled in. Of `{holders}` are the right holders of all pieces, and the
    /// authors of those that name none; nobody holds what is in the public domain.
    pub fn rights_lines(&self) -> Vec<String> {
        let Some(rights) = &self.rights else { return Vec::new() };
        let words = Words::of(self.language);
        let year = self.date.map(|date| self.figures(&date.year.to_string())).unwrap_or_default();
        let values = [
            year,
            self.publisher.name.clone(),
            words.list(&self.names(&self.editors, self.language)),
            self.all_authors(),
            words.list(&self.holders()),
        ];
        let fill = |line: &str| {
            let pairs = RIGHTS_FIELDS.iter().zip(&values);
            pairs.fold(line.to_string(), |line, (field, value)| line.replace(&format!("{{{field}}}"), value))
        };
        rights.lines().map(fill).collect()
    }

    /// Who holds the rights in the pieces, each once, in the order of the pieces.
    fn holders(&self) -> Vec<String> {
        let mut holders: Vec<String> = Vec::new();
        for (_, piece) in self.included() {
            let permission = self.permission_of(piece);
            if permission.is_some_and(|known| known.state == Some(State::PublicDomain)) {
                continue;
            }
            let named = match permission.and_then(|permission| permission.holder.clone()) {
                Some(holder) => vec![holder.trim_start_matches('©').trim().to_string()],
                None => self.names(&piece.authors, self.language),
            };
            for holder in named {
                if !holders.contains(&holder) {
                    holders.push(holder);
                }
            }
        }
        holders
    }

    /// The person whose record a piece's own note could be: the only author, where the record has other words and the
    /// editor has not said that the piece keeps its own. A note in the language of a piece that is not the record's is
    /// no other note.
    pub fn differing_note(&self, piece: &Piece) -> Option<(&ContributorId, &Contributor)> {
        let AuthorNote::Own { text, kept: false } = &piece.author_note else { return None };
        let [id] = piece.authors.as_slice() else { return None };
        let (id, person) = self.contributors.get_key_value(id)?;
        let language = person.language.unwrap_or(self.language);
        let differs = !person.short_note.blocks.is_empty()
            && !person.short_note.says_the_same(text)
            && language == self.language_of(piece);
        differs.then_some((id, person))
    }
}
