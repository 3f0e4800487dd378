//! Small e-books, built here, and what is read from them.

use super::*;
use crate::edition::text::Text;
use crate::import::drafts::{png, zipped};

const PROSE: &str = "<p>It is a long way from here to the sea, and no tram has ever gone there, not once in all the \
    years of the company that runs the line, and none will as long as the town counts its cars. The town could have \
    kept it, as other towns did, and nobody would have paid more for a ticket than a loaf of bread costs. It did not, \
    and now it has a road that is full at eight and full at five, and a square where the cars stand all day long.</p>";

/// A book of these files below `O/`, all of them in the manifest and, in this order, in the spine.
fn book(metadata: &str, files: &[(&str, String)]) -> Vec<u8> {
    let item = |(number, (name, _)): (usize, &(&str, String))| {
        let guide = ["nav", "cover"].into_iter().find(|guide| name.starts_with(guide)).unwrap_or_default();
        format!(
            "<item id='i{number}' href='{name}' media-type='application/xhtml+xml' properties='{guide}'/>"
        )
    };
    let manifest: String = files.iter().enumerate().map(item).collect();
    let spine: String = (0..files.len()).map(|number| format!("<itemref idref='i{number}'/>")).collect();
    let package = format!(
        "<package xmlns:dc='d'><metadata>{metadata}</metadata><manifest>{manifest}</manifest><spine>{spine}</spine></package>"
    );
    let container = "<c xmlns='urn:x'><rootfiles><rootfile full-path='O/p.opf'/></rootfiles></c>";
    let names: Vec<String> =
        files.iter().map(|(name, _)| format!("O/{}", name.replace("%20", " "))).collect();
    let mut parts = vec![
        ("mimetype", b"application/epub+zip".to_vec()),
        ("META-INF/container.xml", container.into()),
        ("O/p.opf", package.into_bytes()),
        ("O/images/a.png", png()),
        ("O/images/b.webp", b"RIFF\x10\0\0\0WEBPVP8 ".to_vec()),
    ];
    parts.extend(names.iter().zip(files).map(|(name, (_, text))| (name.as_str(), text.clone().into_bytes())));
    zipped(&parts)
}

fn page(body: &str) -> String {
    format!(
        "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='e'><head><title>x</title></head><body>{body}</body></html>"
    )
}

fn read_book(bytes: &[u8]) -> (Vec<Manuscript>, Vec<String>) {
    let mut notices = Notices::new();
    let read = super::read(bytes, Path::new("a.epub"), &mut notices).unwrap();
    (read, notices.iter().map(ToString::to_string).collect())
}

fn markdown(manuscript: &Manuscript) -> String {
    let blocks = manuscript.lines.iter().map(|line| line.block.clone()).collect();
    crate::edition::markdown::write(&Text { blocks, notes: manuscript.notes.clone() })
}

#[test]
fn chapters_are_pieces_in_the_order_of_the_spine() {
    let chapter = |title: &str| page(&format!("<h1>{title}</h1>{PROSE}"));
    let files = [
        ("nav.xhtml", chapter("Contents")),
        ("cover.xhtml", chapter("Cover")),
        ("toc.xhtml", chapter("Contents")),
        ("z%20last.xhtml", chapter("First")),
        (
            "imprint.xhtml",
            page("<section epub:type=\"copyright-page\"><p>Rights</p></section>").replace("<p>", PROSE),
        ),
        ("half.xhtml", page("<h1>Half a title</h1>")),
        ("a.xhtml", chapter("Second")),
    ];
    let metadata = "<dc:title>Towns</dc:title><dc:creator>Ann Lee</dc:creator><dc:language>de</dc:language>";
    let (found, _) = read_book(&book(metadata, &files));
    let titles: Vec<String> =
        found.iter().map(|one| markdown(one).lines().next().unwrap().to_string()).collect();
    assert_eq!(titles, ["## First", "## Second"]);
    let stated = &found[0].stated;
    assert_eq!((stated.book.as_deref(), stated.trust), (Some("Towns"), Trust::Weak));
    assert_eq!((stated.authors.clone(), stated.language), (vec!["Ann Lee".into()], Language::parse("de")));
}

#[test]
fn notes_are_found_in_the_chapter_and_in_other_files() {
    let one = format!(
        "{PROSE}<p>Here<a epub:type=\"noteref\" href=\"#n1\">1</a> and there<sup><a href=\"notes.xhtml#note2\">2</a></sup>, \
         again<sup><a href=\"notes.xhtml#note2\">2</a></sup>; see <a href=\"two.xhtml#top\">the other</a>.</p>\
         <aside id=\"n1\" epub:type=\"footnote\"><p>In the chapter.</p></aside>"
    );
    let two = format!("{PROSE}<p id=\"top\">More<sup><a href=\"notes.xhtml#note3\">*</a></sup></p>");
    let long = "In another file, at some length. ".repeat(12);
    let notes = format!(
        "<h1>Notes</h1><ol><li id=\"note2\"><p>{long}<a href=\"one.xhtml#r2\">↩</a></p></li>\
         <li><p><a id=\"note3\"></a>By an anchor.</p></li></ol>"
    );
    let files = [("one.xhtml", page(&one)), ("two.xhtml", page(&two)), ("notes.xhtml", page(&notes))];
    let (found, notices) = read_book(&book("", &files));
    assert_eq!(found.len(), 2, "{notices:?}");
    let (first, second) = (markdown(&found[0]), markdown(&found[1]));
    assert!(first.contains("Here[^1] and there[^2], again"), "{first}");
    assert!(first.contains("[^1]: In the chapter.") && first.contains("[^2]: In another file"), "{first}");
    assert!(!first.contains('↩') && first.contains("see the other."), "{first}");
    assert!(second.contains("More[^1]") && second.contains("[^1]: By an anchor."), "{second}");
}

#[test]
fn pictures_come_along_or_are_named() {
    let chapter = format!(
        "{PROSE}<figure><img src=\"images/a.png\" alt=\"A tram\"/><figcaption>Line 9</figcaption></figure>\
         <img src=\"images/b.webp\"/><img src=\"../../etc/passwd.png\"/>"
    );
    let (found, notices) = read_book(&book("", &[("one.xhtml", page(&chapter))]));
    assert!(markdown(&found[0]).contains("![A tram](images/a.png \"Line 9\")"), "{}", markdown(&found[0]));
    assert_eq!(found[0].pictures.keys().collect::<Vec<_>>(), ["images/a.png"]);
    assert_eq!(notices.len(), 2, "{notices:?}");
    assert!(notices[0].contains("passwd.png") && notices[0].contains("not in the e-book"), "{notices:?}");
    assert!(notices[1].contains("b.webp") && notices[1].contains("neither a JPEG nor a PNG"), "{notices:?}");
}

#[test]
fn books_without_text_and_other_files_say_what_they_are() {
    let why = |bytes: &[u8]| super::read(bytes, Path::new("a.epub"), &mut Notices::new()).unwrap_err().what;
    assert!(
        why(&book("", &[("one.xhtml", page("<img src=\"images/a.png\"/>"))]))
            .contains("no chapter with text")
    );
    assert!(why(&zipped(&[("word/document.xml", "<x/>")])).contains("a Word file"));
    assert!(
        why(&zipped(&[("META-INF/container.xml", "<c><rootfile full-path='../x'/></c>")]))
            .contains("a zip archive")
    );
    let locks = [("META-INF/encryption.xml", ""), ("META-INF/rights.xml", "")];
    assert!(why(&zipped(&locks)).contains("password"));
}
