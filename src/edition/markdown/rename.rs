//! Pictures get other names in a source that otherwise stays as it is.

use super::paths;
use pulldown_cmark::{Event, LinkType, Parser, Tag};
use std::ops::Range;
use std::path::Path;

/// Gives pictures other names: `rename` gets the path that the source, which stands in `from`, calls a picture by,
/// and answers with the path below the edition's folder, or `None` to leave it. The result is for a file in `to`.
///
/// Pictures named by reference (`![alt][name]`) are left.
pub fn rename_pictures(
    source: &str,
    from: &Path,
    to: &Path,
    mut rename: impl FnMut(&str) -> Option<String>,
) -> String {
    let mut renamed = String::with_capacity(source.len());
    let mut at = 0;
    for (event, range) in Parser::new(source).into_offset_iter() {
        let Event::Start(Tag::Image { link_type: LinkType::Inline, dest_url, .. }) = event else { continue };
        let Some(place) = destination(source, range).filter(|place| place.start >= at) else { continue };
        let Some(path) = paths::resolve(&dest_url, from).ok().and_then(|path| rename(&path)) else {
            continue;
        };
        renamed.push_str(&source[at..place.start]);
        renamed.push_str(&paths::destination(&path, to));
        at = place.end;
    }
    renamed.push_str(&source[at..]);
    renamed
}

/// Where the destination of an inline picture stands.
fn destination(source: &str, image: Range<usize>) -> Option<Range<usize>> {
    let inside = source.get(image.clone())?;
    let behind = inside.rfind("](")? + 2;
    let start = behind + inside[behind..].len() - inside[behind..].trim_start().len();
    let rest = &inside[start..];
    let length = match rest.starts_with('<') {
        true => rest.find('>')? + 1,
        false => rest.find(char::is_whitespace).unwrap_or(rest.len() - 1),
    };
    Some(image.start + start..image.start + start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_changes() {
        let source = "a ![x *y*](pics/a%20b.png \"T\") b ![z](<q r.png>) ![w](https://x.org/a.png)";
        let renamed = rename_pictures(source, Path::new(""), Path::new("pieces"), |path| {
            Some(format!("images/{}", path.replace(['/', ' '], "-")))
        });
        let expected =
            "a ![x *y*](../images/pics-a-b.png \"T\") b ![z](../images/q-r.png) ![w](https://x.org/a.png)";
        assert_eq!(renamed, expected);
    }
}
