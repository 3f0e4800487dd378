//! The style sheet: the manner of the theme, and nothing that fights the reader's own settings.

use super::picture_name;
use crate::book::Book;
use crate::design::Ornament;
use crate::design::theme::Theme;
use crate::edition::Edition;
use crate::edition::design_settings::Counting;
use crate::edition::language::Language;
use std::collections::BTreeSet;
use std::sync::Arc;

const COMMON: &str = r#"body { line-height: 1.45; margin: 0 5%; overflow-wrap: break-word; hyphens: auto; -webkit-hyphens: auto; orphans: 2; widows: 2; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; font-weight: normal; break-after: avoid; page-break-after: avoid; hyphens: none; -webkit-hyphens: none; text-wrap: balance; }
h1 { font-size: 1.7em; margin: 1.5em 0 0.5em; }
h2 { font-size: 1.25em; margin: 1.6em 0 0.6em; }
h3, h4, h5, h6 { font-size: 1.1em; font-style: italic; margin: 1.3em 0 0.4em; }
p { margin: 0; text-indent: 1.3em; }
h1 + p, h2 + p, h3 + p, h4 + p, header + p, hr + p, blockquote + p, ul + p, ol + p, figure + p, table + p, .verse + p { text-indent: 0; }
header { margin-bottom: 2em; }
header p, .kicker, .subtitle, .byline, .helpers, .date { text-indent: 0; }
.kicker { font-size: 0.85em; letter-spacing: 0.08em; margin-top: 2em; }
.kicker + h1 { margin-top: 0.3em; }
.subtitle { font-size: 1.1em; font-style: italic; margin-top: 0.4em; text-wrap: balance; }
.byline { margin-top: 1em; }
.helpers, .date { font-size: 0.9em; }
blockquote { margin: 1em 1.5em; }
blockquote p, li p, td p, figcaption, .author-note p, .disclaimer p, .credit p, .footnote p, .imprint p, .colophon p, .dedication p, .title-page p { text-indent: 0; }
blockquote p + p { text-indent: 1.3em; }
blockquote .attribution, blockquote p + .attribution { text-align: end; text-indent: 0; }
.epigraph .attribution, .epigraph p + .attribution { text-align: start; }
.pullquote { margin: 1.5em 0; padding: 0.6em 0; border-top: 1px solid; border-bottom: 1px solid; break-inside: avoid; }
.pullquote p { font-size: 1.25em; line-height: 1.3; text-indent: 0; hyphens: none; -webkit-hyphens: none; text-wrap: balance; }
.pullquote .attribution { font-size: 0.9em; margin-top: 0.5em; }
.epigraph { margin: 0; margin-bottom: 2em; margin-inline-start: 33%; font-size: 0.92em; }
ul, ol { margin: 0.8em 0; padding-inline-start: 1.6em; }
li > ul, li > ol { margin: 0; }
.verse { margin: 1em 1.5em; }
.verse p { text-indent: 0; margin-bottom: 0.7em; }
table { border-collapse: collapse; margin: 1em auto; font-size: 0.9em; font-size: min(0.9em, max(0.6em, 4.2vw)); border-top: 2px solid; border-bottom: 2px solid; }
caption { font-style: italic; margin-bottom: 0.4em; }
th, td { padding: 0.25em 0.6em; text-align: start; vertical-align: baseline; }
thead th { border-bottom: 1px solid; }
.centre { text-align: center; }
.end { text-align: end; }
figure { margin: 1.2em 0; text-align: center; break-inside: avoid; }
img { max-width: 100%; }
figcaption { font-size: 0.9em; font-style: italic; margin-top: 0.4em; }
hr.ornament { border: 0; text-align: center; margin: 1.2em 0; }
pre { white-space: pre-wrap; margin: 1em 0; }
.small-caps { font-variant-caps: small-caps; }
sup, sub { line-height: 0; }
a { color: inherit; text-decoration: underline; }
.footnote { font-size: 0.9em; margin-top: 0.8em; }
.footnote:first-of-type { border-top: 1px solid; padding-top: 0.8em; margin-top: 2em; }
.endnotes { font-size: 0.9em; }
.endnotes p { text-indent: 0; }
.author-note { margin-top: 2em; font-size: 0.95em; }
.author-note + .author-note { margin-top: 0.4em; }
.person, .author-note { overflow: hidden; }
.person { margin-top: 1.2em; }
.portrait { float: left; width: 25%; max-width: 6em; margin: 0.3em 1em 0.3em 0; }
[dir=rtl] .portrait { float: right; margin: 0.3em 0 0.3em 1em; }
.person h2 { margin-top: 0; text-align: start; }
.disclaimer, .credit { margin-top: 0.8em; font-size: 0.85em; }
.title-page, .part, .dedication { text-align: center; margin-top: 20%; }
.front-epigraph { margin-top: 20%; }
.title-page h1 { font-size: 2.2em; }
.editors, .publisher { margin-top: 3em; }
.imprint p, .colophon p { margin-bottom: 0.6em; font-size: 0.9em; }
.contributors h2 { margin-bottom: 0.1em; }
.contributors p { text-indent: 0; }
.index ul { list-style: none; padding-inline-start: 0; }
.index li { padding-inline-start: 1.5em; text-indent: -1.5em; }
.cover { margin: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 100vh; }
nav ol { list-style: none; padding-inline-start: 1em; }
nav .author { font-style: italic; }
[dir=rtl] .author-note, [dir=rtl] .subtitle { font-style: normal; }
@media (prefers-color-scheme: dark) { figure img, .portrait { background: #fff; } }
@media (max-width: 360px) { body { margin: 0 2%; } blockquote, .verse { margin: 0.8em; } th, td { padding: 0.25em 0.3em; } }
"#;

/// The page of sources and permissions.
const SOURCES: &str = ".sources h2 { font-size: 1em; margin: 1.2em 0 0.1em; text-align: start; }\n.sources p { text-indent: 0; font-size: 0.9em; }\n";

/// Lists counted in the figures of their language, as the printed book counts them.
const COUNTING: &str = "section:lang(ar) ol { list-style-type: arabic-indic; }\n\
     section:lang(ar-MA) ol, section:lang(ar-DZ) ol, section:lang(ar-TN) ol { list-style-type: decimal; }\n\
     section:lang(fa) ol, section:lang(ur) ol, section:lang(ps) ol { list-style-type: persian; }\n";

/// Nastaliq slopes: its lines need nearly twice the height, or one writes over the next.
const NASTALIQ: [(&str, &[&str]); 2] = [
    ("2.1", &["body", "p", "li", "th", "td", "figcaption", "caption", ".pullquote p"]),
    ("1.8", &["h1", "h2", "h3", "h4", "h5", "h6"]),
];

/// The style sheet of an edition.
/// `fonts` is what it says of those that are carried.
pub(super) fn sheet(edition: &Edition, book: &Book, used: &BTreeSet<Arc<str>>, fonts: &str) -> String {
    let mut text = String::from("@charset \"utf-8\";\n");
    let theme = book.design.theme;
    text.push_str(fonts);
    text.push_str(COMMON);
    text.push_str(&ornament(edition, book, used));
    if edition.design.numerals != Some(Counting::Latin) {
        text.push_str(COUNTING);
    }
    if edition.has_sources() {
        text.push_str(SOURCES);
    }
    text.push_str(&nastaliq(edition));
    text.push_str(match theme {
        Theme::Classic => {
            "header, h1, h2, .pullquote { text-align: center; }\n.pullquote p, .epigraph p { font-style: italic; }\n.attribution { font-style: normal; }\n.kicker, .byline { font-variant-caps: all-small-caps; letter-spacing: 0.06em; }\n"
        }
        Theme::Essay => {
            ".byline, .pullquote p, .epigraph p { font-style: italic; }\n.pullquote .attribution, .epigraph .attribution { font-style: normal; }\nh2 { font-weight: bold; }\n.pullquote { border: 0; }\n"
        }
        Theme::Modern => ".pullquote { border-top-width: 3px; }\n.pullquote p { font-weight: bold; }\n.epigraph { margin-inline-start: 0; margin-inline-end: 33%; }\nh1, h2, h3, .byline, .kicker { font-weight: bold; font-style: normal; }\n",
    });
    text
}

/// The height of lines in the languages of the edition that are written in Nastaliq.
fn nastaliq(edition: &Edition) -> String {
    let mut rules = String::new();
    for language in edition.languages().into_iter().filter(Language::is_nastaliq) {
        for (height, elements) in NASTALIQ {
            let of = |element: &&str| format!("{element}:lang({})", language.tag());
            let elements: Vec<String> = elements.iter().map(of).collect();
            rules += &format!("{} {{ line-height: {height}; }}\n", elements.join(", "));
        }
    }
    rules
}

/// What stands between sections.
fn ornament(edition: &Edition, book: &Book, used: &BTreeSet<Arc<str>>) -> String {
    match &book.design.ornament {
        Ornament::Sign(sign) => format!("hr.ornament::before {{ content: \"{}\"; }}\n", css_string(sign)),
        Ornament::Picture(key) => {
            let extension = edition.pictures.get(key).map_or("png", |picture| picture.kind.extension());
            let name = picture_name(used, key, extension);
            format!("hr.ornament {{ height: 1.5em; background: url({name}) center / contain no-repeat; }}\n")
        }
    }
}

/// Letters as CSS escapes, so that no sign can end the string.
fn css_string(text: &str) -> String {
    text.chars().map(|c| format!("\\{:x} ", c as u32)).collect()
}
