//! What stands between sections: the theme's sign, other signs, or a picture.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, typeset, unzip};
use pamphleteer::page::sheet::{Item, NodeKind};
use pamphleteer::{measure, units::Length};

fn desk(design: &str) -> Desk {
    let desk = Desk::with_edition();
    let toml = format!(
        "title = \"Two Views\"\nlanguage = \"en\"\npieces = [\"pieces/a.md\", \"pieces/b.md\"]\n\n[design]\n{design}\n"
    );
    desk.write("edition/edition.toml", toml);
    desk.write("edition/pieces/a.md", "---\ntitle: A View\n---\nAll is well.\n\n---\n\nAll is still well.\n");
    desk.write("edition/images/branch.png", std::fs::read("assets/sample/images/night-flow.png").unwrap());
    desk
}

#[test]
fn a_picture_stands_in_the_middle_a_line_high_and_the_text_goes_on_upon_the_grid() {
    let (_, book, notices) = typeset(&desk("ornament = \"images/branch.png\"").path("edition"));
    assert_eq!(notices.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    let pictures: Vec<_> = book
        .sheets
        .iter()
        .flat_map(|sheet| sheet.items.iter().map(move |item| (sheet.side, item)))
        .filter_map(|(side, item)| match item {
            Item::Picture { area, node, .. } => Some((side, *area, *node)),
            _ => None,
        })
        .collect();
    let [(side, area, node)] = pictures[..] else { panic!("{pictures:?}") };
    assert_eq!(book.structure.node(node).kind, NodeKind::Artifact);
    assert!(area.height <= book.design.leading && area.height > Length::pt(6.0), "{area:?}");
    let text = book.design.text_area(side);
    let (left, right) = (area.x - text.x, text.x + text.width - area.x - area.width);
    assert!((left - right).0.abs() <= 1, "{left} {right}");
    assert_eq!(measure::figures(&book).book.off_grid, 0);
}

#[test]
fn a_picture_that_is_not_there_is_told_with_its_line_and_the_sign_of_the_theme_stands_in() {
    let (_, book, notices) =
        typeset(&desk("theme = \"modern\"\nornament = \"images/twig.png\"").path("edition"));
    let told: Vec<String> = notices.iter().map(ToString::to_string).collect();
    assert!(
        told[0].starts_with("edition.toml:7: fault: the picture “images/twig.png” does not exist"),
        "{told:?}"
    );
    assert!(format!("{:?}", book.sheets).contains('⁂'));
}

#[test]
fn signs_are_one_to_five() {
    let (_, book, notices) = typeset(&desk("ornament = \"~ ~\"").path("edition"));
    assert!(notices.iter().next().is_none());
    assert!(format!("{:?}", book.sheets).contains("~ ~"));
    let (_, _, notices) = typeset(&desk("ornament = \"a whole line\"").path("edition"));
    assert!(notices.iter().any(|notice| notice.what.contains("one to five characters")));
}

#[test]
fn the_e_book_shows_the_picture_between_sections_as_decoration() {
    let desk = desk("ornament = \"images/branch.png\"");
    let files = unzip(&desk.export().1);
    let text = |name: &str| {
        let (_, bytes, _) = files.iter().find(|(file, ..)| file.ends_with(name)).unwrap();
        String::from_utf8(bytes.clone()).unwrap()
    };
    assert!(text("style.css").contains("url(images/picture-1.png)"));
    assert!(files.iter().any(|(name, ..)| name.ends_with("images/picture-1.png")));
    assert!(text("piece-1.xhtml").contains("<hr class=\"ornament\"/>"));
    assert!(!text("piece-1.xhtml").contains("<img"));
    // Who can't see it misses nothing.
    assert!(
        text("content.opf").contains("schema:accessModeSufficient\">textual<"),
        "{}",
        text("content.opf")
    );
}

#[test]
fn a_variant_may_have_another() {
    let design =
        "ornament = \"images/branch.png\"\n\n[variant.pocket.design]\nornament = \"images/leaf.png\"";
    let desk = desk(design);
    desk.write("edition/images/leaf.png", std::fs::read("assets/sample/images/night-flow.png").unwrap());
    let said = desk.run(&["export", "edition", "--variant", "pocket", "--epub", "pocket.epub"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(!said.err.contains("fault"), "{said:?}");
}
