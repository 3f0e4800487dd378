//! Credits and permissions as they are printed: below the pieces, and on the page “Sources and permissions”.

use crate::edition::Edition;
use crate::edition::language::Language;
use crate::edition::language::script::is_right_to_left;
use crate::edition::markdown::{self, escape};
use crate::edition::matter::SourcesMatter;
use crate::edition::permission::licence::{Licence, Terms};
use crate::edition::permission::{Permission, State};
use crate::edition::piece::{Changes, Credit, Piece};
use crate::edition::quotes;
use crate::edition::text::{Block, Mark, Marked, Paragraph, Text};
use crate::edition::words::Words;
use crate::edition::words::rights::RightsWords;
use unicode_script::UnicodeScript;

impl Edition {
    /// “First published in *Outlet* as “Title”, 27 October 1787. Shortened.”, with the address behind it, in the
    /// language of the piece; `None` without credit.
    pub fn credit_line(&self, piece: &Piece) -> Option<Text> {
        let language = self.language_of(piece);
        let is_attributed = !self.has_sources() && self.licence_of(piece).is_some();
        let credit = piece.credit.as_ref()?;
        let words = self.credit_words(credit, language, is_attributed);
        let said: Vec<String> = words.into_iter().chain(address(credit).filter(|_| !is_attributed)).collect();
        let line = Some(said.join(" ")).filter(|line| !line.is_empty())?;
        Some(self.printed_text(markdown::inline_text(&line), language))
    }

    /// What the permission of a piece has printed below it: only in a book without “Sources and permissions”, where it
    /// stands otherwise.
    pub fn permission_line(&self, piece: &Piece) -> Option<Text> {
        if self.has_sources() { None } else { self.printed_permission(piece) }
    }

    /// What the permission of a piece has printed, wherever that stands, in the language of the piece.
    pub fn printed_permission(&self, piece: &Piece) -> Option<Text> {
        let language = self.language_of(piece);
        let line = self.permission_words(piece, language)?;
        Some(self.printed_text(markdown::inline_text(&line), language))
    }

    /// Whether the book has a page “Sources and permissions” that is made of its credits and permissions. Where the
    /// editor's words stand there, what licences ask for stands below the pieces.
    pub fn has_sources(&self) -> bool {
        let prints = |piece: &Piece| self.permission_of(piece).is_some_and(Permission::prints);
        let mut pieces = self.included().map(|(_, piece)| piece);
        match self.matter.sources.generated() {
            None => false,
            Some(SourcesMatter::WherePermitted) => pieces.any(|piece| prints(piece)),
            Some(SourcesMatter::Always) => pieces.any(|piece| prints(piece) || piece.credit.is_some()),
        }
    }

    /// The page “Sources and permissions” in the language of the book: for each piece that has a credit or a permission
    /// to print its title as a heading, and a paragraph with author, page, credit and permission.
    pub fn sources(&self) -> Text {
        let entries = self.included().filter_map(|(_, piece)| self.source(piece));
        Text { blocks: entries.flatten().collect(), notes: Vec::new() }
    }

    fn source(&self, piece: &Piece) -> Option<[Block; 2]> {
        let language = self.language;
        let is_attributed = self.licence_of(piece).is_some();
        let credit =
            piece.credit.as_ref().and_then(|credit| self.credit_words(credit, language, is_attributed));
        let permission = self.permission_words(piece, language);
        let is_empty = piece.credit.as_ref().and_then(address).is_none();
        if credit.is_none() && permission.is_none() && is_empty {
            return None;
        }
        let words = RightsWords::of(language);
        let page = markdown::link_to(&piece.file)
            .map(|link| format!("[{}]({link}){{.page}}", Words::of(language).page));
        let byline = Words::of(language).list(&self.names(&piece.authors, language));
        let who: Vec<String> = Some(byline)
            .filter(|by| !by.is_empty())
            .map(|by| apart(&escape(&by), language))
            .into_iter()
            .chain(page)
            .collect();
        let who = Some(who.join(words.comma)).filter(|who| !who.is_empty()).map(|who| who + words.stop);
        // Last, where nothing behind it can be taken for a part of it.
        let address = piece.credit.as_ref().and_then(address).filter(|_| !is_attributed);
        let said: Vec<String> = [who, credit, permission, address].into_iter().flatten().collect();
        let text = self.printed_text(markdown::inline_text(&said.join(" ")), language);
        let paragraph = text.blocks.into_iter().find_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        })?;
        let title = Block::Heading { level: 1, text: self.linked_title(piece), id: None };
        Some([title, Block::Paragraph(paragraph)])
    }

    /// The title of a piece on one line, leading to the piece and nowhere else.
    pub(super) fn linked_title(&self, piece: &Piece) -> Paragraph {
        let mut title = piece.title.clone();
        title.text = title.text.replace('\n', " ").into();
        title
            .marks
            .retain(|m| !matches!(m.mark, Mark::Link(_) | Mark::Page(_) | Mark::Note(_) | Mark::Index(_)));
        title.source = 0..0;
        let whole = |mark| Marked { range: 0..title.text.len(), mark };
        let link = markdown::link_to(&piece.file).map(|link| whole(Mark::Link(link.into())));
        let own = piece.language.filter(|own| *own != self.language).map(|own| whole(Mark::Language(own)));
        let around: Vec<Marked> = link.into_iter().chain(own).collect();
        title.marks.splice(0..0, around);
        title
    }

    /// The licence a piece is printed under.
    fn licence_of<'e>(&'e self, piece: &'e Piece) -> Option<&'e Licence> {
        self.permission_of(piece)?.in_force()
    }

    /// A credit as Markdown, without its address. The changes are not said twice, where the attribution of a licence
    /// says them.
    fn credit_words(&self, credit: &Credit, language: Language, is_attributed: bool) -> Option<String> {
        let words = RightsWords::of(language);
        let mut line = String::new();
        if !credit.outlet.is_empty() {
            line.push_str(Words::of(language).first_published);
            line.push_str(&format!(" *{}*", apart(&escape(&credit.outlet), language)));
        }
        match credit.title.as_deref().map(|title| quoted(title, language)) {
            Some(title) if line.is_empty() => line.push_str(&title),
            Some(title) => line.push_str(&words.as_title.replace("{title}", &title)),
            None => {}
        }
        if let Some(date) = credit.date {
            if !line.is_empty() {
                line.push_str(words.comma);
            }
            line.push_str(&self.date_in_words(date, language));
        }
        if !line.is_empty() && !line.ends_with('.') {
            line.push_str(words.stop);
        }
        let mut said = Vec::from_iter(Some(line).filter(|line| !line.is_empty()));
        if let (Some(Changes::Made(changes)), false) = (&credit.changes, is_attributed) {
            said.push(sentence(&escape(changes), words.stop));
        }
        Some(said.join(" ")).filter(|line| !line.is_empty())
    }

    /// What a permission has printed, as Markdown.
    fn permission_words(&self, piece: &Piece, language: Language) -> Option<String> {
        let permission = self.permission_of(piece).filter(|permission| permission.prints())?;
        let words = RightsWords::of(language);
        let holder = permission.holder.as_deref().map(|holder| apart(&escape(holder), language));
        let wording = permission.wording.as_ref().map(|own| sentence(own, words.stop));
        let usual = match permission.state.as_ref()? {
            State::Own => holder.map(|holder| copyright(&holder, words)),
            State::Granted => {
                holder.map(|holder| filled(words.by_permission, &[("{holder}", &holder)], words))
            }
            State::PublicDomain => Some(words.public_domain.to_string()),
            State::Licence => {
                let line = self.attribution(piece, permission, language);
                // What the licence asks for is said whatever the right holder wants to see beside it.
                return Some(wording.map_or(line.clone(), |own| format!("{own} {line}")));
            }
            State::Pending | State::Refused | State::Unknown(_) => None,
        };
        wording.or(usual)
    }

    /// What a licence asks for: title, author, licence with its address, source, and what was changed. So the licences
    /// of Creative Commons have it: 4.0 in section 3(a), those before in section 4.
    fn attribution(&self, piece: &Piece, permission: &Permission, language: Language) -> String {
        let words = RightsWords::of(language);
        let credit = piece.credit.as_ref();
        let licence = permission.licence.clone().unwrap_or_default();
        let name = apart(&escape(&licence.printed_name()), language);
        let url = licence.address().filter(|url| markdown::is_safe_link(url)).map(|url| autolink(&url));
        let zero = licence.creative_commons().is_some_and(|known| known.terms == Terms::Zero);
        let author = Words::of(language).list(&self.names(&piece.authors, language));
        let holder = permission.holder.as_deref().filter(|holder| *holder != author);
        let holder = holder.map(|holder| apart(&escape(holder), language));
        let author = Some(author).filter(|author| !author.is_empty());
        let author = author.map(|author| apart(&escape(&author), language));
        let mut said = Vec::new();
        if zero {
            let of: Vec<String> = [name].into_iter().chain(url).collect();
            let domain = words.public_domain.trim_end_matches(words.stop);
            said.push(format!("{domain} ({}){}", of.join(words.comma), words.stop));
        } else {
            let there = credit.and_then(|credit| credit.title.as_deref());
            let title = match there {
                Some(title) => quoted(title, language),
                None => in_language(quoted(&piece.title.words(), language), piece.language, language),
            };
            let licence = url.map_or_else(|| name.clone(), |url| format!("{name} ({url})"));
            let values = [("{title}", title.as_str()), ("{licence}", licence.as_str())];
            said.push(match author.as_ref().or(holder.as_ref()) {
                Some(author) => {
                    let values = [values[0], ("{author}", author.as_str()), values[1]];
                    filled(words.licensed, &values, words)
                }
                None => filled(words.licensed_title, &values, words),
            });
        }
        said.extend(holder.filter(|_| author.is_some()).map(|holder| copyright(&holder, words)));
        said.extend(credit.and_then(|credit| credit.changes.as_ref()).map(|changes| match changes {
            Changes::Made(changes) => filled(words.changes, &[("{changes}", &escape(changes))], words),
            Changes::Unchanged => words.unchanged.to_string(),
        }));
        said.extend(credit.and_then(address).map(|url| {
            // A full stop would be taken for a part of the address.
            words.source.trim_end_matches(words.stop).replace("{source}", &url)
        }));
        said.join(" ")
    }
}

impl Permission {
    /// Whether it has something to print.
    pub fn prints(&self) -> bool {
        match &self.state {
            Some(State::Own | State::Granted) => self.holder.is_some() || self.wording.is_some(),
            Some(State::PublicDomain) => true,
            Some(State::Licence) => {
                self.licence.as_ref().is_some_and(|licence| !licence.name.trim().is_empty())
            }
            Some(State::Pending | State::Refused | State::Unknown(_)) | None => false,
        }
    }
}

/// The address of a credit as a link; `None` where it is none.
fn address(credit: &Credit) -> Option<String> {
    credit.url.as_deref().filter(|url| markdown::is_safe_link(url)).map(autolink)
}

fn autolink(url: &str) -> String {
    format!("<{}>", url.replace('<', "%3C").replace('>', "%3E"))
}

/// Words of another language than those around them.
fn in_language(words: String, own: Option<Language>, around: Language) -> String {
    match own.filter(|own| *own != around) {
        Some(own) => format!("[{words}]{{lang={own}}}"),
        None => words,
    }
}

/// A title between the quotation marks of a language.
fn quoted(title: &str, language: Language) -> String {
    apart(&escape(&quotes::around(title, language)), language)
}

/// Words that may run the other way, kept from drawing the signs and figures beside them to their side.
fn apart(words: &str, language: Language) -> String {
    let rtl = language.is_right_to_left();
    let turns = |letter: char| letter.is_alphabetic() && is_right_to_left(letter.script()) != rtl;
    let edge = if rtl { '\u{200f}' } else { '\u{200e}' };
    if words.chars().any(turns) { format!("{edge}{words}{edge}") } else { words.to_string() }
}

fn copyright(holder: &str, words: &RightsWords) -> String {
    let sign = if holder.starts_with('©') { "" } else { "©\u{a0}" };
    sentence(&format!("{sign}{holder}"), words.stop)
}

/// Words of the editor as a sentence: with a capital and a full stop.
fn sentence(words: &str, stop: &str) -> String {
    let words = words.trim();
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let ends = words.ends_with(['.', '!', '?', '…', '。', '۔', '।', '>']);
    format!("{first}{}{}", letters.as_str(), if ends { "" } else { stop })
}

/// A sentence with its values in their places; one that ends in a full stop needs no second.
fn filled(template: &str, values: &[(&str, &str)], words: &RightsWords) -> String {
    let mut rest = template;
    let mut line = String::new();
    while let Some(open) = rest.find('{') {
        line.push_str(&rest[..open]);
        rest = &rest[open..];
        let Some((key, value)) = values.iter().find(|(key, _)| rest.starts_with(key)) else { break };
        line.push_str(value);
        rest = &rest[key.len()..];
        if value.ends_with(words.stop) && rest.starts_with(words.stop) {
            rest = &rest[words.stop.len()..];
        }
    }
    line + rest
}
