//! The cover: a typographic page made from the design, for the e-book and for catalogues.

use crate::design::theme::Theme;
use crate::design::{Align, Role, TextStyle};
use crate::edition::Edition;
use crate::edition::words::Words;
use crate::page::Desk;
use crate::page::sheet::{Folio, Item, NodeId, Sheet};
use crate::text::{Content, Measure};
use crate::units::{Length, Point, Rect, Side};

/// The cover as a page of the trim size.
pub(super) fn sheet(edition: &Edition, desk: &mut Desk<'_>) -> Sheet {
    let trim = desk.studio.design.trim;
    let mut cover = Cover {
        edition,
        items: Vec::new(),
        left: trim.width / 9,
        width: trim.width - trim.width * 2 / 9,
        desk,
    };
    let words = Words::of(edition.language);
    let align = if cover.desk.studio.design.theme == Theme::Classic { Align::Centre } else { Align::Start };
    let mut y = trim.height / 6;
    y = cover.rule(y);
    y += trim.height / 30;
    y = cover.fitted(Role::BookTitle, &edition.title, 0.115, align, y);
    if let Some(subtitle) = &edition.subtitle {
        y += trim.height / 40;
        y = cover.fitted(Role::BookSubtitle, subtitle, 0.05, align, y);
    }
    y += trim.height / 30;
    cover.rule(y);
    let editors = words.list(&edition.names(&edition.editors, edition.language));
    if !editors.is_empty() {
        cover.fitted(
            Role::BookEditors,
            &format!("{}\n{editors}", words.edited_by),
            0.042,
            align,
            trim.height * 7 / 10,
        );
    }
    if !edition.publisher.name.is_empty() {
        cover.fitted(Role::BookPublisher, &edition.publisher.name, 0.036, align, trim.height * 9 / 10);
    }
    Sheet { side: Side::Recto, folio: Folio::Roman(1), items: cover.items, links: Vec::new() }
}

struct Cover<'c, 'd, 'a> {
    edition: &'c Edition,
    desk: &'d mut Desk<'a>,
    items: Vec<Item>,
    left: Length,
    width: Length,
}

impl Cover<'_, '_, '_> {
    fn rule(&mut self, y: Length) -> Length {
        let area = Rect { x: self.left, y, width: self.width, height: Length::pt(1.2) };
        self.items.push(Item::Rule { area, node: NodeId(1) });
        y + area.height
    }

    /// Sets words at `share` of the page's width, smaller while a word would not fit or they fill too many lines.
    fn fitted(&mut self, role: Role, words: &str, share: f64, align: Align, y: Length) -> Length {
        let trim = self.desk.studio.design.trim;
        let base = self.desk.studio.design.style(role).text;
        let mut size = trim.width.scale(share);
        loop {
            let style = TextStyle { size, ..base };
            let content = Content::plain(words, style, self.edition.language);
            let set = self.desk.set(&content, &Measure::new(self.width, align), &(0..0));
            let best = set.best();
            let lines = self.desk.lines(&set, best);
            let sound = lines.len() <= 6 && lines.iter().all(|line| line.excess == Length::ZERO);
            if !sound && size > trim.width / 60 {
                size = size.scale(0.85);
                continue;
            }
            let leading = size.scale(1.2);
            for (index, line) in lines.iter().take(12).enumerate() {
                let at = Point { x: self.left, y: y + leading * index as i32 + size.scale(0.9) };
                self.items.push(Item::Line { at, line: line.clone(), node: NodeId(0) });
            }
            return y + leading * lines.len().min(12) as i32;
        }
    }
}
