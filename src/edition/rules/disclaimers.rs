//! Which disclaimers a piece carries, with which words, and where they stand.

use crate::edition::Edition;
use crate::edition::disclaimer::{
    Conditions, Disclaimer, DisclaimerChoice, DisclaimerPlace, FilledDisclaimer, GatheredDisclaimer,
};
use crate::edition::language::Language;
use crate::edition::markdown;
use crate::edition::people::Contributor;
use crate::edition::piece::Piece;
use crate::edition::text::{Block, Mark, Marked, NUMBER_ALONE, Paragraph, Text};
use crate::edition::words::Words;
use crate::edition::words::rights::RightsWords;

/// How generated references call the imprint: no text of an editor can link to it so.
pub const IMPRINT: &str = "/imprint";

impl Edition {
    /// The disclaimers printed after a piece, filled in.
    ///
    /// Texts that are gathered on the imprint are not among them: see [`Edition::disclaimer_reference`].
    pub fn disclaimers_after(&self, piece: &Piece) -> Vec<FilledDisclaimer> {
        let gathers = self.gathers();
        let stands = |place| match place {
            DisclaimerPlace::Piece | DisclaimerPlace::Both => true,
            DisclaimerPlace::Imprint => false,
            // Told by the reference that follows.
            DisclaimerPlace::Gathered => !gathers,
        };
        match &piece.disclaimer {
            DisclaimerChoice::Waived(_) => Vec::new(),
            DisclaimerChoice::Own(text) => {
                vec![FilledDisclaimer { name: None, text: self.fill(text, Some(piece)) }]
            }
            DisclaimerChoice::Named(names) => {
                let named = names.iter().filter_map(|name| self.disclaimers.iter().find(|d| d.name == *name));
                named.filter(|d| stands(d.place)).map(|d| self.filled(d, piece)).collect()
            }
            DisclaimerChoice::Default => self
                .disclaimers
                .iter()
                .filter(|d| stands(d.place) && self.carries(piece, d))
                .map(|d| self.filled(d, piece))
                .collect(),
        }
    }

    /// Whether a piece carries a disclaimer, wherever that is printed.
    pub fn carries(&self, piece: &Piece, disclaimer: &Disclaimer) -> bool {
        match &piece.disclaimer {
            DisclaimerChoice::Default => disclaimer.default && self.meets(piece, &disclaimer.when),
            DisclaimerChoice::Named(names) => names.contains(&disclaimer.name),
            DisclaimerChoice::Own(_) | DisclaimerChoice::Waived(_) => false,
        }
    }

    /// Whether a piece meets the conditions of a disclaimer.
    pub fn meets(&self, piece: &Piece, when: &Conditions) -> bool {
        let bare = |words: &str| words.trim().to_lowercase();
        let holds = |wanted: &[String], has: &[String]| {
            wanted.is_empty() || wanted.iter().any(|wanted| has.iter().any(|word| bare(word) == bare(wanted)))
        };
        let affiliations: Vec<String> =
            self.people_of(piece).map(|person| person.affiliation.clone()).collect();
        let outlet: Vec<String> = piece.credit.iter().map(|credit| credit.outlet.clone()).collect();
        let kicker: Vec<String> = piece.kicker.iter().map(Paragraph::words).collect();
        holds(&when.affiliation, &affiliations)
            && holds(&when.outlet, &outlet)
            && holds(&when.kicker, &kicker)
    }

    /// Whether the imprint is there to gather texts.
    fn gathers(&self) -> bool {
        self.matter.imprint.generated().is_some()
    }

    /// Whether a piece carries a text that is gathered on the imprint.
    pub fn is_gathered(&self, piece: &Piece) -> bool {
        let mut gathered = self.disclaimers.iter().filter(|d| d.place == DisclaimerPlace::Gathered);
        self.gathers() && gathered.any(|disclaimer| self.carries(piece, disclaimer))
    }

    /// Where readers of a piece find the disclaimers that are gathered on the imprint: “Disclaimer: page iv.”; `None` where
    /// it carries none of them.
    pub fn disclaimer_reference(&self, piece: &Piece) -> Option<Paragraph> {
        if !self.is_gathered(piece) {
            return None;
        }
        let language = self.language_of(piece);
        let words = Words::of(language);
        let mut text = format!("{}: ", words.disclaimer);
        let start = text.len();
        text.push_str(words.page);
        let marks = vec![Marked { range: start..text.len(), mark: Mark::Page(IMPRINT.into()) }];
        text.push_str(RightsWords::of(language).stop);
        Some(Paragraph { marks, ..Paragraph::plain(text) })
    }

    /// The texts that are gathered on the imprint: each once, with the pages of the pieces that carry it.
    pub fn gathered_disclaimers(&self) -> Vec<GatheredDisclaimer> {
        let mut gathered: Vec<(GatheredDisclaimer, Vec<&Piece>)> = Vec::new();
        let wanted =
            self.disclaimers.iter().filter(|d| self.gathers() && d.place == DisclaimerPlace::Gathered);
        for disclaimer in wanted {
            for (_, piece) in self.included().filter(|(_, piece)| self.carries(piece, disclaimer)) {
                let (language, text) = (self.language_of(piece), self.filled(disclaimer, piece).text);
                let is_same = |known: &&mut (GatheredDisclaimer, Vec<&Piece>)| {
                    known.0.name == disclaimer.name
                        && known.0.language == language
                        && known.0.text.says_exactly(&text)
                };
                match gathered.iter_mut().find(is_same) {
                    Some((_, pieces)) => pieces.push(piece),
                    None => {
                        let name = disclaimer.name.clone();
                        gathered.push((GatheredDisclaimer { name, language, text }, vec![piece]));
                    }
                }
            }
        }
        let with_pages = |(mut known, pieces): (GatheredDisclaimer, Vec<&Piece>)| {
            add_pages(&mut known, &pieces);
            known
        };
        gathered.into_iter().map(with_pages).collect()
    }

    /// The disclaimers printed on the imprint, filled in with the authors and title of the whole edition.
    pub fn disclaimers_on_imprint(&self) -> Vec<FilledDisclaimer> {
        let is_met =
            |d: &&Disclaimer| d.when.is_empty() || self.included().any(|(_, piece)| self.carries(piece, d));
        let on_imprint = self
            .disclaimers
            .iter()
            .filter(|d| matches!(d.place, DisclaimerPlace::Imprint | DisclaimerPlace::Both));
        on_imprint
            .filter(is_met)
            .map(|d| FilledDisclaimer {
                name: Some(d.name.clone()),
                text: self.fill(d.text_in(self.language), None),
            })
            .collect()
    }

    fn filled(&self, disclaimer: &Disclaimer, piece: &Piece) -> FilledDisclaimer {
        FilledDisclaimer {
            name: Some(disclaimer.name.clone()),
            text: self.fill(disclaimer.text_in(self.language_of(piece)), Some(piece)),
        }
    }

    /// What authors belong to, each once, as a list in words.
    fn affiliations<'e>(&self, people: impl Iterator<Item = &'e Contributor>, language: Language) -> String {
        let mut list: Vec<String> = Vec::new();
        for person in people.filter(|person| !person.affiliation.trim().is_empty()) {
            if !list.contains(&person.affiliation) {
                list.push(person.affiliation.clone());
            }
        }
        Words::of(language).list(&list)
    }

    /// Replaces the fields of a disclaimer; without a piece by what the whole edition has.
    fn fill(&self, text: &str, piece: Option<&Piece>) -> Text {
        let language = piece.map_or(self.language, |piece| self.language_of(piece));
        let (author, title, date) = match piece {
            Some(piece) => (self.byline(piece), piece.title.words(), piece.date),
            None => (self.all_authors(), self.title.clone(), self.date),
        };
        let date = date.map(|date| self.date_in_words(date, language)).unwrap_or_default();
        let affiliation = match piece {
            Some(piece) => self.affiliations(self.people_of(piece), language),
            None => {
                let authors = self.author_ids();
                let people = authors.iter().filter_map(|id| self.contributors.get(id));
                self.affiliations(people, language)
            }
        };
        let mut filled = String::with_capacity(text.len() + 64);
        let mut rest = text;
        while let Some(open) = rest.find('{') {
            filled.push_str(&rest[..open]);
            rest = &rest[open..];
            let fields = [
                ("{author}", &author),
                ("{affiliation}", &affiliation),
                ("{publisher}", &self.publisher.name),
                ("{title}", &title),
                ("{date}", &date),
            ];
            match fields.iter().find(|(field, _)| rest.starts_with(field)) {
                Some((field, value)) => {
                    filled.push_str(&markdown::escape(value));
                    rest = &rest[field.len()..];
                }
                None => {
                    filled.push('{');
                    rest = &rest[1..];
                }
            }
        }
        filled.push_str(rest);
        self.printed_text(markdown::inline_text(&filled).with_notes_inside().into_owned(), language)
    }
}

/// Adds “(pages 3, 17)” to the last paragraph of a gathered text.
fn add_pages(gathered: &mut GatheredDisclaimer, pieces: &[&Piece]) {
    let links: Vec<String> = pieces.iter().filter_map(|piece| markdown::link_to(&piece.file)).collect();
    let Some(Block::Paragraph(last)) = gathered.text.blocks.last_mut().filter(|_| !links.is_empty()) else {
        return;
    };
    let words = RightsWords::of(gathered.language);
    let word = if links.len() == 1 { Words::of(gathered.language).page } else { words.pages };
    let mut text = format!("{} ({word}", last.text);
    for (index, link) in links.into_iter().enumerate() {
        text.push_str(if index == 0 { "\u{a0}" } else { words.comma });
        let start = text.len();
        text.push_str(NUMBER_ALONE);
        last.marks.push(Marked { range: start..text.len(), mark: Mark::Page(link.into()) });
    }
    text.push(')');
    last.text = text.into();
    last.source = 0..0;
}
