//! The fonts that an e-book carries where the edition asks for it: the families that its languages need, each face with
//! no more letters than its texts have.

use super::document::Document;
use super::package::Resource;
use crate::book::Book;
use crate::design::Ornament;
use crate::edition::Edition;
use crate::edition::language::Language;
use crate::fonts::{Face, FamilyName};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;
use unicode_script::{Script, UnicodeScript};

/// Letters that readers add by themselves: hyphens, and the dots of what is cut off.
const ADDED: &str = "\u{2010}\u{2026}";
/// The figures that lists in Arabic letters are counted with.
const ARABIC_FIGURES: &str = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";

/// The fonts of an e-book.
#[derive(Default)]
pub(super) struct Carried {
    /// Their files.
    pub(super) files: Vec<Resource>,
    /// What the style sheet says of them.
    pub(super) rules: String,
}

/// What the texts of an e-book are written with.
struct Letters {
    all: BTreeSet<char>,
    /// In the order of their letters.
    scripts: Vec<Script>,
    languages: BTreeSet<Language>,
}

/// The fonts for these documents.
pub(super) fn carried(edition: &Edition, book: &Book, documents: &[Document], navigation: &str) -> Carried {
    if edition.design.epub_fonts != Some(true) {
        return Carried::default();
    }
    let letters = Letters::of(edition, book, documents, navigation);
    let mut carried = Carried::default();
    let theme = book.design.theme;
    let (body, display) = (theme.body_family(), theme.display_family());
    let companions = letters.companions();
    for family in BTreeSet::from([body, display]) {
        carried.family(family, &letters.all);
    }
    for (family, script) in &companions {
        carried.family(*family, &letters.of_script(*script));
    }
    let known: Vec<FamilyName> = [body, display].into_iter().chain(companions.iter().map(|c| c.0)).collect();
    let others = carried.others(book, &letters, &known);
    carried.say_what_draws(&letters, [body, display], &companions, &others);
    carried
}

impl Letters {
    fn of(edition: &Edition, book: &Book, documents: &[Document], navigation: &str) -> Letters {
        let mut all: BTreeSet<char> = (' '..='~').chain(ADDED.chars()).collect();
        let mut languages = BTreeSet::from([edition.language]);
        for text in documents.iter().map(|document| &*document.body).chain([navigation]) {
            all.extend(text.chars().filter(|letter| !letter.is_control()));
            let tags = text.split(" lang=\"").skip(1).filter_map(|rest| rest.split('"').next());
            languages.extend(tags.filter_map(Language::parse));
        }
        languages.extend(documents.iter().map(|document| document.language));
        if let Ornament::Sign(sign) = &book.design.ornament {
            all.extend(sign.chars());
        }
        let mut scripts: Vec<Script> = Vec::new();
        for script in all.iter().map(|letter| letter.script()) {
            if !scripts.contains(&script) {
                scripts.push(script);
            }
        }
        if scripts.contains(&Script::Arabic) {
            all.extend(ARABIC_FIGURES.chars());
        }
        Letters { all, scripts, languages }
    }

    /// The bundled families beside those of the theme, each with the script that it draws.
    fn companions(&self) -> Vec<(FamilyName, Script)> {
        let mut list = Vec::new();
        for script in &self.scripts {
            let of_script = self.languages.iter().filter(|language| language.script() == *script);
            let mut manners: BTreeSet<bool> = of_script.map(Language::is_nastaliq).collect();
            if manners.is_empty() {
                // Words in another language's letters, and nobody said which language: the plain manner.
                manners.insert(false);
            }
            let drawing = |nastaliq: bool| FamilyName::companion(*script, nastaliq);
            list.extend(manners.into_iter().filter_map(|nastaliq| Some((drawing(nastaliq)?, *script))));
        }
        list
    }

    /// Letters of a script, and the signs that it shares with others.
    fn of_script(&self, script: Script) -> BTreeSet<char> {
        let shared = [script, Script::Common, Script::Inherited];
        self.all.iter().copied().filter(|letter| shared.contains(&letter.script())).collect()
    }
}

impl Carried {
    /// Takes up the faces of a family, each file once.
    fn family(&mut self, name: FamilyName, letters: &BTreeSet<char>) {
        let family = name.family();
        for (bold, italic) in [(false, false), (false, true), (true, false), (true, true)] {
            let face = family.face(bold, italic);
            let missing = [(false, false), (bold, false), (false, italic)];
            // A family without this style repeats another face, and so does a browser by itself.
            let repeats = missing
                .into_iter()
                .filter(|other| *other != (bold, italic))
                .any(|(bold, italic)| family.face(bold, italic) == face);
            if repeats {
                continue;
            }
            let weight = if bold { "bold" } else { "normal" };
            let style = if italic { "italic" } else { "normal" };
            let how = format!(" font-weight: {weight}; font-style: {style};{}", adjusted(name));
            self.face(family.name, face, letters, &how);
        }
    }

    /// Takes up what draws the letters that are still left: the edition's own fonts, then bundled neighbours. Gives
    /// their names.
    fn others(&mut self, book: &Book, letters: &Letters, known: &[FamilyName]) -> Vec<String> {
        let own = book.fonts.own().iter().map(|face| (face.name.clone(), face));
        let regular = |name: FamilyName| name.family().face(false, false);
        let bundled = FamilyName::ALL.into_iter().filter(|name| !known.contains(name));
        let bundled = bundled.map(|name| (name.family().name.to_string(), regular(name)));
        let is_drawn = |letter: &char| known.iter().any(|name| regular(*name).has(*letter));
        let mut left: BTreeSet<char> = letters.all.iter().copied().filter(|l| !is_drawn(l)).collect();
        let mut names = Vec::new();
        for (name, face) in own.chain(bundled) {
            let drawn: BTreeSet<char> = left.iter().copied().filter(|letter| face.has(*letter)).collect();
            if !drawn.is_empty() && self.face(&name, face, &drawn, "") {
                left.retain(|letter| !drawn.contains(letter));
                names.push(name);
            }
        }
        names
    }

    /// Takes up a face: the part of it with these letters, or all of it where no part can be made.
    fn face(&mut self, family: &str, face: &Arc<Face>, letters: &BTreeSet<char>, how: &str) -> bool {
        let whole = face.bytes.as_slice();
        let (extension, media_type) = match whole.get(..4) {
            Some(b"OTTO") => ("otf", "font/otf"),
            _ => ("ttf", "font/ttf"),
        };
        let bytes = match face.part(letters) {
            Some(part) => part,
            // No browser finds a face in a collection of several.
            None if whole.starts_with(b"ttcf") => return false,
            None => whole.to_vec(),
        };
        let file = format!("fonts/{}.{extension}", face.name);
        let _ = writeln!(self.rules, "@font-face {{ font-family: \"{family}\";{how} src: url({file}); }}");
        self.files.push(Resource::new(&file, media_type, bytes));
        true
    }

    /// Which family draws what: the theme's, the companions for letters it lacks, and those of a language before all.
    fn say_what_draws(
        &mut self,
        letters: &Letters,
        [body, display]: [FamilyName; 2],
        companions: &[(FamilyName, Script)],
        others: &[String],
    ) {
        let name = |family: FamilyName| family.family().name;
        let rest: Vec<&str> =
            companions.iter().map(|c| name(c.0)).chain(others.iter().map(|n| &**n)).collect();
        let list = |first: &[&str], last: &str| {
            let rest = rest.iter().filter(|name| !first.contains(name));
            let names = first.iter().chain(rest).map(|name| format!("\"{name}\", "));
            names.collect::<String>() + last
        };
        let _ = writeln!(self.rules, "body {{ font-family: {}; }}", list(&[name(body)], "serif"));
        if body != display {
            let of = "h1, h2, h3, h4, header p, figcaption, table";
            let families = list(&[name(display)], "sans-serif");
            let _ = writeln!(self.rules, "{of} {{ font-family: {families}; }}");
        }
        for language in &letters.languages {
            let Some(family) = FamilyName::companion(language.script(), language.is_nastaliq()) else {
                continue;
            };
            if companions.iter().any(|(companion, _)| *companion == family) {
                let families = list(&[name(family), name(body)], "serif");
                let _ = writeln!(self.rules, ":lang({}) {{ font-family: {families}; }}", language.tag());
            }
        }
    }
}

/// The size at which a companion looks as large as the theme's family.
fn adjusted(family: FamilyName) -> String {
    match family.scale() {
        1000 => String::new(),
        scale => format!(" size-adjust: {}%;", f32::from(scale) / 10.0),
    }
}
