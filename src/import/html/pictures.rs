//! Pictures of a page: figures with captions, pictures in lines, pictures inside the page itself.

use super::article;
use super::walk::Walk;
use crate::edition::picture::Picture;
use crate::edition::text::{Block, Paragraph};
use crate::import::limits;
use dom_query::NodeRef;

impl Walk<'_> {
    pub(super) fn figure(&mut self, node: &NodeRef<'_>, depth: usize) {
        let caption = node.descendants_it().find(|inner| inner.has_name("figcaption"));
        let caption = caption.map(|caption| self.cell(&caption)).filter(|caption| !caption.is_empty());
        let pictures: Vec<NodeRef<'_>> =
            node.descendants_it().filter(|inner| inner.has_name("img")).collect();
        if pictures.is_empty() {
            self.children(node, depth);
            return self.flush();
        }
        let last = pictures.len() - 1;
        for (index, picture) in pictures.iter().enumerate() {
            self.picture(picture, caption.clone().filter(|_| index == last));
        }
    }

    pub(super) fn picture(&mut self, node: &NodeRef<'_>, caption: Option<Paragraph>) {
        let given = ["src", "data-src", "data-lazy-src", "data-original", "xlink:href", "href"];
        let sources = given.iter().filter_map(|name| node.attr(name)).map(|source| source.trim().to_string());
        // What stands in for a picture that is loaded later is none.
        let Some(source) = sources.filter(|source| !source.is_empty()).find(|source| !is_stand_in(source))
        else {
            return;
        };
        let alt = node
            .attr("alt")
            .map(|alt| alt.split_whitespace().collect::<Vec<_>>().join(" "))
            .unwrap_or_default();
        let is_dot = |name: &str| {
            node.attr(name)
                .and_then(|size| size.trim_end_matches("px").parse::<u32>().ok())
                .is_some_and(|size| size < 24)
        };
        if is_dot("width") || is_dot("height") {
            return;
        }
        let key = match source.strip_prefix("data:") {
            Some(data) => match self.embedded(data) {
                Some(key) => key,
                None => return,
            },
            None => source,
        };
        let open = !self.gather.is_blank();
        let gather = std::mem::take(&mut self.gather);
        self.owners.extend(article::number_of(node));
        self.push(Block::Figure {
            picture: key.as_str().into(),
            alt: alt.as_str().into(),
            caption,
            landscape: false,
        });
        if open {
            // The picture stands in the line: the line goes on behind it.
            self.gather = gather;
        }
    }

    /// A picture inside the page becomes one of the manuscript.
    fn embedded(&mut self, data: &str) -> Option<String> {
        use base64::Engine;
        let (kind, data) = data.split_once(',')?;
        if !kind.contains("base64") || data.len() > 34 * limits::MIB as usize {
            return None;
        }
        let plain: String = data.chars().filter(|l| !l.is_whitespace()).collect();
        let read = base64::engine::general_purpose::STANDARD.decode(plain);
        let read = read.map_err(|_| "its bytes are damaged".to_string()).and_then(Picture::read);
        let picture = match read {
            Ok(picture) => Some(picture).filter(|picture| picture.width > 24 && picture.height > 24)?,
            Err(why) => {
                self.refused.push(why);
                return None;
            }
        };
        self.embedded += 1;
        let key = format!("embedded-{}.{}", self.embedded, picture.kind.extension());
        self.pictures.insert(key.clone(), picture);
        Some(key)
    }
}

fn is_stand_in(source: &str) -> bool {
    let lower = source.to_lowercase();
    lower.starts_with("data:image/gif")
        || lower.starts_with("data:image/svg")
        || lower.starts_with("data:") && source.len() < 500
        || lower.contains("placeholder")
        || lower.contains("spacer")
        || lower.contains("/pixel")
        || lower.ends_with(".svg")
        || lower.contains("blank.gif")
        || lower.contains("1x1")
}
