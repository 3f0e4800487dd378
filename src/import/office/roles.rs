//! The name of a paragraph style goes in, in the language of the program it was made with; out comes what it says.

use super::Role;
use crate::import::manuscript::Style;

/// Names of heading styles, without the level behind them.
const HEADINGS: &[&str] = &[
    "heading",
    "überschrift",
    "titre",
    "título",
    "titulo",
    "titolo",
    "заголовок",
    "nagłówek",
    "kop",
    "otsikko",
    "rubrik",
    "overskrift",
    "nadpis",
    "címsor",
    "başlık",
    "cabeçalho",
    "intertítulo",
    "επικεφαλίδα",
    "عنوان",
    "כותרת",
    "标题",
    "標題",
    "見出し",
    "제목",
];

/// Names of the other styles.
const NAMES: &[(Role, &[&str])] = &[
    (
        Role::Styled(Style::Title),
        &[
            "title",
            "titel",
            "titre",
            "título",
            "titulo",
            "titolo",
            "название",
            "заголовок",
            "tytuł",
            "tittel",
            "otsikko",
            "rubrik",
            "headline",
            "article title",
            "konu başlığı",
            "názov",
            "název",
            "cím",
            "τίτλος",
            "العنوان",
            "标题",
            "표제",
            "表題",
        ],
    ),
    (
        Role::Styled(Style::Subtitle),
        &[
            "subtitle",
            "untertitel",
            "sous-titre",
            "subtítulo",
            "subtitulo",
            "sottotitolo",
            "ondertitel",
            "подзаголовок",
            "podtytuł",
            "undertitel",
            "underrubrik",
            "standfirst",
            "deck",
            "dek",
            "lead",
            "vorspann",
            "chapô",
            "副标题",
            "副標題",
            "副題",
            "부제",
        ],
    ),
    (Role::Styled(Style::Kicker), &["kicker", "dachzeile", "eyebrow", "surtitre", "overline", "antetítulo"]),
    (
        Role::Styled(Style::Byline),
        &[
            "author",
            "authors",
            "byline",
            "autor",
            "autoren",
            "autoren-name",
            "auteur",
            "autore",
            "автор",
            "verfasser",
            "signature",
            "unterschrift",
            "author name",
        ],
    ),
    (Role::Styled(Style::Date), &["date", "datum", "fecha", "data", "дата", "dato"]),
    (
        Role::Styled(Style::Caption),
        &[
            "caption",
            "beschriftung",
            "légende",
            "epígrafe",
            "descripción",
            "didascalia",
            "bijschrift",
            "legenda",
            "название объекта",
            "image caption",
            "table caption",
            "figure caption",
            "bildunterschrift",
        ],
    ),
    (
        Role::Styled(Style::AuthorNote),
        &["author note", "author bio", "about the author", "authornote", "bio", "autorennotiz", "biography"],
    ),
    (Role::Styled(Style::Disclaimer), &["disclaimer", "haftungsausschluss"]),
    (
        Role::Quote,
        &[
            "quote",
            "intense quote",
            "quotations",
            "quotation",
            "block text",
            "block quote",
            "blockquote",
            "block quotation",
            "zitat",
            "intensives zitat",
            "blocktext",
            "citation",
            "citation intense",
            "cita",
            "cita destacada",
            "citazione",
            "citazione intensa",
            "цитата",
            "выделенная цитата",
            "citat",
            "cytat",
            "citaat",
            "citação",
            "normalindrag",
            "html blockquote",
        ],
    ),
    (
        Role::Code,
        &[
            "source code",
            "code",
            "html preformatted",
            "preformatted text",
            "quelltext",
            "vorformatierter text",
            "macro",
        ],
    ),
    (Role::Rule, &["horizontal line", "horizontale linie", "ligne horizontale"]),
    (
        Role::Styled(Style::Furniture),
        &[
            "header",
            "footer",
            "kopfzeile",
            "fußzeile",
            "toc heading",
            "contents heading",
            "table of figures",
            "index heading",
            "page number",
        ],
    ),
];

/// Numbered names of what is not part of the text.
const FURNITURE: &[&str] = &["toc", "contents", "verzeichnis", "index", "inhaltsverzeichnis"];

/// What a style of this name says; `None` when it says nothing.
pub(in super::super) fn role(name: &str) -> Option<Role> {
    let name = name.trim().to_lowercase().replace('_', " ");
    let stem = name.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end();
    if let Ok(level @ 1..=10) = name[stem.len()..].trim().parse::<u8>() {
        if HEADINGS.contains(&stem) {
            return Some(Role::Heading(level));
        }
        if FURNITURE.contains(&stem) {
            return Some(Role::Styled(Style::Furniture));
        }
    }
    NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(role, _)| *role)
}
