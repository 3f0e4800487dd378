//! Names of pictures: from Markdown to a path below the edition's folder, and back.

use percent_encoding::percent_decode_str;
use std::borrow::Cow;
use std::path::Path;

/// Why a picture can't be in the book.
pub(super) enum NoPath {
    /// It is on the web.
    Remote,
    /// It is named from the root of a disk, or leaves the edition's folder.
    Outside,
}

/// The path below the edition's folder of what a file in `folder` calls `destination`.
pub(super) fn resolve(destination: &str, folder: &Path) -> Result<String, NoPath> {
    let destination = decode(destination).replace('\\', "/");
    if destination.contains("://") || destination.starts_with("//") || destination.starts_with("data:") {
        return Err(NoPath::Remote);
    }
    let has_drive = destination.as_bytes().get(1) == Some(&b':');
    if destination.starts_with('/') || has_drive || destination.is_empty() {
        return Err(NoPath::Outside);
    }
    let folder = folder.to_string_lossy().replace('\\', "/");
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(destination.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop().ok_or(NoPath::Outside)?;
            }
            step => steps.push(step),
        }
    }
    if steps.is_empty() { Err(NoPath::Outside) } else { Ok(steps.join("/")) }
}

/// What a file in `folder` calls the picture at `path` below the edition's folder, ready for Markdown.
pub(super) fn destination(path: &str, folder: &Path) -> String {
    let up = folder.components().count();
    let mut name = "../".repeat(up);
    for letter in path.chars() {
        // What would end or mark up a destination in Markdown, and what `decode` takes for a code.
        let plain = letter.is_alphanumeric() || matches!(letter, '/' | '.' | '-' | '_' | ',' | '+' | '=');
        if plain {
            name.push(letter);
        } else {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                name.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    name
}

/// Resolves `%20` and the like, where that gives text.
fn decode(destination: &str) -> Cow<'_, str> {
    percent_decode_str(destination).decode_utf8().unwrap_or(Cow::Borrowed(destination))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_named_from_the_folder_of_the_piece() {
        let path = |name: &str| resolve(name, Path::new("pieces")).ok();
        assert_eq!(path("../images/a%20b.png").as_deref(), Some("images/a b.png"));
        assert_eq!(path("./x.png").as_deref(), Some("pieces/x.png"));
        for outside in ["../../x.png", "/x.png", "C:\\x.png", "https://x.org/a.png", "data:image/png;,", ".."]
        {
            assert_eq!(path(outside), None, "{outside}");
        }
        assert_eq!(destination("images/a b.png", Path::new("pieces")), "../images/a%20b.png");
    }
}
