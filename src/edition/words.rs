//! The words the book says by itself, in the language of the edition: “Contents”, “By”, “and”.

mod eastern;
pub mod people;
pub mod proof;
pub mod rights;

use super::language::Language;

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Title of the contents.
    pub contents: &'static str,
    /// Title of the foreword.
    pub foreword: &'static str,
    /// Title of the introduction.
    pub introduction: &'static str,
    /// Title of the dedication (e-book navigation only).
    pub dedication: &'static str,
    /// Title of the epigraph (e-book navigation only).
    pub epigraph: &'static str,
    /// Title of the notes on contributors.
    pub contributors: &'static str,
    /// Title of the index.
    pub index: &'static str,
    /// Title of the index of authors.
    pub author_index: &'static str,
    /// Title page (e-book navigation only).
    pub title_page: &'static str,
    /// Imprint (e-book navigation only).
    pub imprint: &'static str,
    /// Colophon (bookmarks and e-book navigation only).
    pub colophon: &'static str,
    /// The sentence of the colophon about the typefaces.
    pub set_in: &'static str,
    /// The sentence of the colophon about the size of the page, from the width `{w}` and the height `{h}`.
    pub page_size: &'static str,
    /// The sentence of the colophon about the publisher.
    pub published_by: &'static str,
    /// Cover (e-book navigation only).
    pub cover: &'static str,
    /// Before the editors on the title page.
    pub edited_by: &'static str,
    /// Before the author of a piece; empty where the language does without.
    pub by: &'static str,
    /// Between the last two of a list of names.
    pub and: &'static str,
    /// Between two names when there are more than two, before [`Words::and`] too where that is the custom.
    pub comma: &'static str,
    /// Before the outlet of a credit.
    pub first_published: &'static str,
    /// Label of footnotes (e-book).
    pub note: &'static str,
    /// Label of footnotes, many (e-book).
    pub notes: &'static str,
    /// What the link from a note back to the text is called.
    pub back_to_text: &'static str,
    /// What an author note is called (e-book).
    pub author_note: &'static str,
    /// What a disclaimer is called (e-book).
    pub disclaimer: &'static str,
    /// Which edition an ISBN is of: the printed one.
    pub in_print: &'static str,
    /// Before a page number.
    pub page: &'static str,
    /// Start of the text proper (e-book landmarks).
    pub start_of_text: &'static str,
    /// List of printed pages (e-book navigation).
    pub page_list: &'static str,
    /// List of landmarks (e-book navigation).
    pub landmarks: &'static str,
}

impl Words {
    /// The words of `language`; English where they are not known.
    pub fn of(language: Language) -> &'static Words {
        TABLES.of(language)
    }

    /// “A”, “A and B”, “A, B and C”.
    pub fn list<S: AsRef<str>>(&self, names: &[S]) -> String {
        let mut line = String::new();
        for (index, name) in names.iter().enumerate() {
            if index > 0 {
                line.push_str(if index + 1 == names.len() { self.and } else { self.comma });
            }
            line.push_str(name.as_ref());
        }
        line
    }
}

/// Tables of words, one a language.
struct Tables<T: 'static> {
    english: &'static T,
    french: &'static T,
    german: &'static T,
    spanish: &'static T,
    russian: &'static T,
    urdu: &'static T,
    arabic: &'static T,
    persian: &'static T,
    hebrew: &'static T,
    hindi: &'static T,
    japanese: &'static T,
    /// In simplified letters.
    chinese: &'static T,
}

impl<T> Tables<T> {
    /// The table of `language`; the English one where it has none.
    fn of(&self, language: Language) -> &'static T {
        match language.primary() {
            "fr" => self.french,
            "de" => self.german,
            "es" => self.spanish,
            "ru" => self.russian,
            "ur" => self.urdu,
            "ar" => self.arabic,
            "fa" => self.persian,
            "he" => self.hebrew,
            "hi" => self.hindi,
            "ja" => self.japanese,
            "zh" if is_simplified(language) => self.chinese,
            _ => self.english,
        }
    }
}

/// Whether Chinese is written in the simplified letters that our words have.
fn is_simplified(language: Language) -> bool {
    !matches!(language.tag(), "zh-Hant" | "zh-TW" | "zh-HK" | "zh-Hant-TW" | "zh-Hant-HK")
}

/// The words of each language that has them.
static TABLES: Tables<Words> = Tables {
    english: &ENGLISH,
    french: &FRENCH,
    german: &GERMAN,
    spanish: &SPANISH,
    russian: &RUSSIAN,
    urdu: &eastern::URDU,
    arabic: &eastern::ARABIC,
    persian: &eastern::PERSIAN,
    hebrew: &eastern::HEBREW,
    hindi: &eastern::HINDI,
    japanese: &eastern::JAPANESE,
    chinese: &eastern::CHINESE,
};

static ENGLISH: Words = Words {
    contents: "Contents",
    foreword: "Foreword",
    introduction: "Introduction",
    dedication: "Dedication",
    epigraph: "Epigraph",
    contributors: "About the contributors",
    index: "Index",
    author_index: "Index of authors",
    title_page: "Title page",
    imprint: "Imprint",
    colophon: "Colophon",
    set_in: "Set in {}.",
    page_size: "The pages measure {w} × {h} mm.",
    published_by: "Published by {}.",
    cover: "Cover",
    edited_by: "Edited by",
    by: "By",
    and: " and ",
    comma: ", ",
    first_published: "First published in",
    note: "Note",
    notes: "Notes",
    back_to_text: "Back to the text",
    author_note: "About the author",
    disclaimer: "Disclaimer",
    in_print: "print",
    page: "page",
    start_of_text: "Start of the text",
    page_list: "Pages of the printed book",
    landmarks: "Landmarks",
};

static FRENCH: Words = Words {
    contents: "Table des matières",
    foreword: "Avant-propos",
    introduction: "Introduction",
    dedication: "Dédicace",
    epigraph: "Épigraphe",
    contributors: "Les auteurs",
    index: "Index",
    author_index: "Index des auteurs",
    title_page: "Page de titre",
    imprint: "Mentions légales",
    colophon: "Colophon",
    set_in: "Composé en {}.",
    page_size: "Format des pages : {w} × {h} mm.",
    published_by: "Publié par {}.",
    cover: "Couverture",
    edited_by: "Sous la direction de",
    by: "Par",
    and: " et ",
    comma: ", ",
    first_published: "Première publication dans",
    note: "Note",
    notes: "Notes",
    back_to_text: "Retour au texte",
    author_note: "À propos de l’auteur",
    disclaimer: "Avertissement",
    in_print: "imprimé",
    page: "page",
    start_of_text: "Début du texte",
    page_list: "Pages du livre imprimé",
    landmarks: "Repères",
};

static GERMAN: Words = Words {
    contents: "Inhalt",
    foreword: "Vorwort",
    introduction: "Einleitung",
    dedication: "Widmung",
    epigraph: "Motto",
    contributors: "Die Autorinnen und Autoren",
    index: "Register",
    author_index: "Verzeichnis der Autorinnen und Autoren",
    title_page: "Titelseite",
    imprint: "Impressum",
    colophon: "Kolophon",
    set_in: "Gesetzt aus der {}.",
    page_size: "Die Seiten messen {w} × {h} mm.",
    published_by: "Erschienen bei {}.",
    cover: "Umschlag",
    edited_by: "Herausgegeben von",
    by: "Von",
    and: " und ",
    comma: ", ",
    first_published: "Zuerst erschienen in",
    note: "Anmerkung",
    notes: "Anmerkungen",
    back_to_text: "Zurück zum Text",
    author_note: "Zur Person",
    disclaimer: "Hinweis",
    in_print: "Druck",
    page: "Seite",
    start_of_text: "Beginn des Textes",
    page_list: "Seiten des gedruckten Buches",
    landmarks: "Orientierungspunkte",
};

static SPANISH: Words = Words {
    contents: "Índice",
    foreword: "Prólogo",
    introduction: "Introducción",
    dedication: "Dedicatoria",
    epigraph: "Epígrafe",
    contributors: "Los autores",
    index: "Índice de nombres",
    author_index: "Índice de autores",
    title_page: "Portada",
    imprint: "Créditos",
    colophon: "Colofón",
    set_in: "Compuesto en {}.",
    page_size: "Las páginas miden {w} × {h} mm.",
    published_by: "Publicado por {}.",
    cover: "Cubierta",
    edited_by: "Edición de",
    by: "Por",
    and: " y ",
    comma: ", ",
    first_published: "Publicado por primera vez en",
    note: "Nota",
    notes: "Notas",
    back_to_text: "Volver al texto",
    author_note: "Sobre el autor",
    disclaimer: "Advertencia",
    in_print: "impreso",
    page: "página",
    start_of_text: "Comienzo del texto",
    page_list: "Páginas del libro impreso",
    landmarks: "Puntos de referencia",
};

static RUSSIAN: Words = Words {
    contents: "Содержание",
    foreword: "Предисловие",
    introduction: "Введение",
    dedication: "Посвящение",
    epigraph: "Эпиграф",
    contributors: "Об авторах",
    index: "Указатель",
    author_index: "Указатель авторов",
    title_page: "Титульный лист",
    imprint: "Выходные данные",
    colophon: "Колофон",
    set_in: "Гарнитура {}.",
    page_size: "Формат {w} × {h} мм.",
    published_by: "Издатель: {}.",
    cover: "Обложка",
    edited_by: "Составители:",
    by: "",
    and: " и ",
    comma: ", ",
    first_published: "Впервые опубликовано:",
    note: "Примечание",
    notes: "Примечания",
    back_to_text: "К тексту",
    author_note: "Об авторе",
    disclaimer: "Оговорка",
    in_print: "печать",
    page: "страница",
    start_of_text: "Начало текста",
    page_list: "Страницы печатного издания",
    landmarks: "Ориентиры",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_as_in_a_byline() {
        let words = Words::of(Language::ENGLISH);
        assert_eq!(words.list(&["A"]), "A");
        assert_eq!(words.list(&["A", "B"]), "A and B");
        assert_eq!(words.list(&["A", "B", "C"]), "A, B and C");
    }
}
