//! The sheet that an author signs: what she agrees to, and the boxes and lines with which she does.
//!
//! Above stand rows with a label each, down to the author note as it will be printed; at the foot of the last sheet
//! stands the form.

use super::heading::apart;
use super::{Pull, folio_of_sheet};
use crate::book::ChapterPages;
use crate::design::{Align, Figures, Role, TextStyle};
use crate::edition::language::Language;
use crate::edition::people::ContributorId;
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::text::{Paragraph, Text};
use crate::edition::words::Words;
use crate::page::content::content;
use crate::page::sheet::{Item, Node, NodeId, NodeKind, Sheet};
use crate::text::{Content, Measure};
use crate::units::{Length, Point, Rect, Side};
use std::sync::Arc;

/// Room beside the words, in mm.
const SIDE: f64 = 25.0;
/// Where the words begin, and where they end above the foot of the paper, in mm.
const TOP: f64 = 28.0;
const BOTTOM: f64 = 20.0;
/// Width of the column of labels, in mm.
const LABELS: f64 = 38.0;
/// So many people have a line for their signature.
const MOST_SIGNERS: usize = 8;

impl Pull<'_> {
    /// The sheets that the authors of a piece sign; one, unless their notes are long.
    pub(super) fn sign_off_sheets(&mut self, piece: &Arc<Piece>, chapter: &ChapterPages) -> Vec<Sheet> {
        let node = self.structure.add(Node {
            kind: NodeKind::Piece,
            parent: Some(NodeId(0)),
            language: self.press.edition.language,
            source: None,
            alt: None,
        });
        let mut pen = Pen::new(self, node);
        pen.title();
        let pages = pen.pull.pages(chapter);
        pen.rows(piece, &pages);
        pen.form(piece);
        pen.finish()
    }

    /// The pages of a piece in the book: “3–5 (3)”; how many there are once more, for those who count paper.
    fn pages(&self, chapter: &ChapterPages) -> String {
        let book = self.press.book;
        let folio = |sheet: usize| book.sheets.get(sheet).map(|sheet| book.printed(sheet.folio));
        let (first, last) = (folio(chapter.first), folio(chapter.first + chapter.count.saturating_sub(1)));
        match (first, last) {
            (Some(first), Some(last)) if first != last => {
                format!("{first}–{last} ({})", self.counted(chapter.count))
            }
            (Some(only), _) => only,
            (None, _) => String::new(),
        }
    }
}

/// A pen that writes down a sheet, and goes on with the next.
struct Pen<'s, 'p> {
    pull: &'s mut Pull<'p>,
    node: NodeId,
    text: TextStyle,
    leading: Length,
    area: Rect,
    /// The next baseline.
    y: Length,
    items: Vec<Item>,
    sheets: Vec<Sheet>,
}

impl<'s, 'p> Pen<'s, 'p> {
    fn new(pull: &'s mut Pull<'p>, node: NodeId) -> Pen<'s, 'p> {
        let design = pull.desk.studio.design;
        let (size, side) = (pull.paper.size, Length::mm(SIDE));
        let (top, bottom) = (Length::mm(TOP), Length::mm(BOTTOM));
        let area = Rect { x: side, y: top, width: size.width - side * 2, height: size.height - top - bottom };
        let text = TextStyle { figures: Figures::Lining, ..design.style(Role::Imprint).text };
        let text = TextStyle { size: design.body_size.scale(0.92), ..text };
        let leading = design.leading.scale(0.95);
        Pen { y: area.y + leading, pull, node, text, leading, area, items: Vec::new(), sheets: Vec::new() }
    }

    fn language(&self) -> Language {
        self.pull.press.edition.language
    }

    fn is_rtl(&self) -> bool {
        self.language().is_right_to_left()
    }

    fn add(&mut self, item: Item) {
        self.items.push(item);
    }

    fn block(&mut self, role: Role, language: Language) -> NodeId {
        let kind = NodeKind::Block(role);
        self.pull.structure.add(Node { kind, parent: Some(self.node), language, source: None, alt: None })
    }

    /// Goes to a new sheet where what is `height` high has no room left.
    fn make_room(&mut self, height: Length) {
        if self.y + height > self.area.y + self.area.height {
            self.end_sheet();
        }
    }

    fn end_sheet(&mut self) {
        let number = self.sheets.len();
        let items = std::mem::take(&mut self.items);
        // Whoever signs writes on the front of a sheet.
        self.sheets.push(Sheet {
            side: Side::Recto,
            folio: folio_of_sheet(number),
            items,
            links: Vec::new(),
        });
        self.y = self.area.y + self.leading;
    }

    fn finish(mut self) -> Vec<Sheet> {
        self.end_sheet();
        self.sheets
    }

    fn title(&mut self) {
        let design = self.pull.desk.studio.design;
        let style = design.style(Role::MatterTitle).text;
        let node = self.block(Role::MatterTitle, self.language());
        let line = self.pull.words_of(self.pull.words.sign_off, style);
        let x = if self.is_rtl() { self.area.x + self.area.width - line.width } else { self.area.x };
        self.add(Item::Line { at: Point { x, y: self.y }, line, node });
        self.y += self.leading;
        let thin = Length::pt(0.4);
        let area =
            Rect { x: self.area.x, y: self.y - self.leading / 3, width: self.area.width, height: thin };
        self.add(Item::Rule { area, node: self.pull.artifact });
        self.y += self.leading;
    }

    /// What is signed, a label to each row.
    fn rows(&mut self, piece: &Arc<Piece>, pages: &str) {
        let (press, words) = (self.pull.press, self.pull.words);
        let edition = &press.edition;
        let language = edition.language_of(piece);
        self.row(words.title, &[(piece.title.clone(), language)]);
        self.plain(words.author, &edition.byline(piece), language);
        self.plain(words.pages, pages, edition.language);
        self.plain(words.words, &self.pull.counted(piece.body.words()), edition.language);
        if let Some(date) = self.pull.date() {
            self.plain(words.date_of_proof, &date, edition.language);
        }
        let typed = press.typed.piece(&piece.file).unwrap_or(piece);
        self.label(words.fingerprint);
        self.fingerprint(&press.typed.fingerprint(typed).to_string());
        self.y += self.text.size / 2;
        let notes = edition.author_notes(piece);
        let notes: Vec<_> =
            notes.iter().flat_map(|note| paragraphs(&note.text).map(|text| (text, note.language))).collect();
        self.row_or_nothing(words.author_note, &notes);
        self.contacts(piece);
        let disclaimers = edition.disclaimers_after(piece);
        let disclaimers: Vec<_> = disclaimers
            .iter()
            .flat_map(|disclaimer| paragraphs(&disclaimer.text).map(|text| (text, language)))
            .collect();
        self.row_or_nothing(Words::of(edition.language).disclaimer, &disclaimers);
        let credits = [edition.credit_line(piece), edition.permission_line(piece)];
        let credits = credits.iter().flatten();
        let credits: Vec<_> =
            credits.flat_map(|credit| paragraphs(credit).map(|text| (text, language))).collect();
        self.row(words.credit, &credits);
    }

    /// What is printed of the authors' contacts: the line that ends their notes, once more and by itself.
    fn contacts(&mut self, piece: &Piece) {
        let edition = &self.pull.press.edition;
        let (language, several) = (edition.language, piece.authors.len() > 1);
        let people = piece.authors.iter().filter_map(|id| edition.contributors.get(id));
        let people = people.filter(|_| piece.author_note != AuthorNote::Omitted);
        let lines = people.filter_map(|person| {
            let printed = person.contacts.printed(language.is_right_to_left())?;
            let line =
                if several { format!("{}: {}", person.name, printed.text) } else { printed.text.to_string() };
            Some((Paragraph::plain(line), language))
        });
        let lines: Vec<_> = lines.collect();
        self.row_or_nothing(self.pull.words.contacts, &lines);
    }

    fn plain(&mut self, label: &str, words: &str, language: Language) {
        self.row(label, &[(Paragraph::plain(words), language)]);
    }

    fn row_or_nothing(&mut self, label: &str, said: &[(Paragraph, Language)]) {
        match said {
            [] => self.plain(label, self.pull.words.nothing, self.language()),
            said => self.row(label, said),
        }
    }

    /// A label, and paragraphs beside it.
    fn row(&mut self, label: &str, said: &[(Paragraph, Language)]) {
        if said.iter().all(|(paragraph, _)| paragraph.is_empty()) {
            return;
        }
        self.label(label);
        for (paragraph, language) in said {
            self.paragraph(paragraph, *language);
        }
        self.end_row();
    }

    /// The label of a row, at the edge where lines begin.
    fn label(&mut self, label: &str) {
        self.make_room(self.leading);
        let design = self.pull.desk.studio.design;
        let style = TextStyle { size: self.text.size, ..design.style(Role::ContentsAuthor).text };
        let node = self.block(Role::ContributorName, self.language());
        let line = self.pull.words_of(label, style);
        let x = if self.is_rtl() { self.area.x + self.area.width - line.width } else { self.area.x };
        self.add(Item::Line { at: Point { x, y: self.y }, line, node });
    }

    /// Scripts of tall lines have air enough between two rows.
    fn end_row(&mut self) {
        self.y += self.text.size / 3;
    }

    /// The fingerprint, in figures that can be typed, where the lines of the sheet begin.
    fn fingerprint(&mut self, print: &str) {
        let line = self.pull.words_of(print, self.text);
        let labels = Length::mm(LABELS);
        let x = match self.is_rtl() {
            true => self.area.x + self.area.width - labels - line.width,
            false => self.area.x + labels,
        };
        let node = self.block(Role::Imprint, self.language());
        self.add(Item::Line { at: Point { x, y: self.y }, line, node });
        self.y += self.leading;
        self.end_row();
    }

    /// A paragraph in the column beside the labels.
    fn paragraph(&mut self, paragraph: &Paragraph, language: Language) {
        let labels = Length::mm(LABELS);
        let x = if self.is_rtl() { self.area.x } else { self.area.x + labels };
        let measure = Measure { hyphenate: true, ..Measure::new(self.area.width - labels, Align::Start) };
        let content = content(paragraph, self.text, language);
        let set = self.pull.desk.set(&content, &measure, &(0..0));
        let lines = self.pull.desk.lines(&set, set.best());
        let node = self.block(Role::Imprint, language);
        for line in lines.iter() {
            self.make_room(self.leading / 4);
            self.add(Item::Line { at: Point { x, y: self.y }, line: line.clone(), node });
            self.y += self.leading;
        }
    }

    /// The boxes to be ticked and the lines to be written on, at the foot of the sheet.
    fn form(&mut self, piece: &Piece) {
        let signers: Vec<ContributorId> = match &self.pull.order.reader {
            Some(reader) => vec![reader.clone()],
            None => piece.authors.iter().take(MOST_SIGNERS).cloned().collect(),
        };
        let names = self.pull.press.edition.names(&signers, self.pull.press.edition.language);
        let names = if names.is_empty() { vec![String::new()] } else { names };
        let address = self.address();
        let line = self.leading;
        let signatures = (line.scale(2.9) + Length::pt(3.0)) * names.len() as i32;
        let height = line + self.tick_step() * 3 + signatures + line * if address.is_some() { 2 } else { 0 };
        self.make_room(height);
        self.y = self.area.y + self.area.height - height + line;
        let words = self.pull.words;
        for statement in [words.as_it_stands, words.with_corrections, words.another_proof] {
            self.tick(statement);
        }
        for name in names {
            self.signature(&name);
        }
        if let Some(address) = address {
            self.y += line.scale(1.3);
            let label = self.pull.words_of(&address, self.text);
            let x = if self.is_rtl() { self.area.x + self.area.width - label.width } else { self.area.x };
            let node = self.block(Role::Imprint, self.language());
            self.add(Item::Line { at: Point { x, y: self.y }, line: label, node });
        }
    }

    /// Where the sheet goes, if the edition says so.
    fn address(&self) -> Option<String> {
        let publisher = &self.pull.press.edition.publisher;
        let parts = [Some(&publisher.name), publisher.place.as_ref(), publisher.url.as_ref()];
        let parts = parts.into_iter().flatten().map(|part| part.trim()).filter(|part| !part.is_empty());
        // An address of the web keeps its direction among Arabic words.
        let parts: Vec<String> = parts.map(|part| apart(part, self.language())).collect();
        let comma = Words::of(self.language()).comma;
        (!parts.is_empty()).then(|| format!("{}: {}", self.pull.words.return_to, parts.join(comma)))
    }

    /// A box, and what a tick in it says.
    fn tick(&mut self, statement: &str) {
        let (size, thick) = (self.text.size, Length::pt(0.5));
        let line = self.pull.words_of(statement, self.text);
        let (left, right) = (self.area.x, self.area.x + self.area.width);
        let gap = size.scale(1.8);
        let (x, words) =
            if self.is_rtl() { (right - size, right - gap - line.width) } else { (left, left + gap) };
        let y = self.y - size.scale(0.82);
        let node = self.pull.artifact;
        for (dx, dy, width, height) in [
            (Length::ZERO, Length::ZERO, size, thick),
            (Length::ZERO, size - thick, size, thick),
            (Length::ZERO, Length::ZERO, thick, size),
            (size - thick, Length::ZERO, thick, size),
        ] {
            self.add(Item::Rule { area: Rect { x: x + dx, y: y + dy, width, height }, node });
        }
        let node = self.block(Role::Imprint, self.language());
        self.add(Item::Line { at: Point { x: words, y: self.y }, line, node });
        self.y += self.tick_step();
    }

    fn tick_step(&self) -> Length {
        self.leading.max(self.text.size.scale(1.7))
    }

    /// Lines for name, date and signature, the name written on the first.
    fn signature(&mut self, name: &str) {
        self.y += self.leading.scale(1.6);
        let words = self.pull.words;
        // Below what hangs of the letters of a name.
        let below = Length::pt(3.0) + (self.leading - self.text.size) / 3;
        let gap = Length::mm(6.0);
        let room = self.area.width - gap * 2;
        let widths = [room.scale(0.36), room.scale(0.22), room.scale(0.42)];
        let labels = [words.name, words.date, words.signature];
        let small = TextStyle { size: self.text.size.scale(0.8), ..self.text };
        let node = self.block(Role::Imprint, self.language());
        let mut along = Length::ZERO;
        for (index, (width, label)) in widths.into_iter().zip(labels).enumerate() {
            let x = match self.is_rtl() {
                false => self.area.x + along,
                true => self.area.x + self.area.width - along - width,
            };
            along += width + gap;
            let area = Rect { x, y: self.y + below, width, height: Length::pt(0.4) };
            let artifact = self.pull.artifact;
            self.add(Item::Rule { area, node: artifact });
            let y = self.y + below + self.leading.scale(0.75);
            let at_start = |line: &crate::text::line::Line, rtl| if rtl { x + width - line.width } else { x };
            let line = self.pull.words_of(label, small);
            self.add(Item::Line { at: Point { x: at_start(&line, self.is_rtl()), y }, line, node });
            if index == 0 && !name.trim().is_empty() {
                let content = Content::plain(name, self.text, self.language());
                let line = self.pull.desk.line(&content, Length::ZERO, Align::Start);
                // A name that is longer than its line is written by hand.
                if line.width <= width {
                    let at = Point { x: at_start(&line, self.is_rtl()), y: self.y };
                    self.add(Item::Line { at, line, node });
                }
            }
        }
        self.y += below + self.leading;
    }
}

/// The paragraphs of a text, verse and lists too, as small print has room for them.
fn paragraphs(text: &Text) -> impl Iterator<Item = Paragraph> {
    let mut paragraphs = Vec::new();
    text.each_paragraph(&mut |paragraph| paragraphs.push(paragraph.clone()));
    paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty())
}
