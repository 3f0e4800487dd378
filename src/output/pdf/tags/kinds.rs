//! Which element a node becomes.

use super::Decoration;
use crate::design::Role;
use crate::page::sheet::NodeKind;

/// What a kind of node decorates; `None` for what is read.
pub(super) fn decoration(kind: NodeKind) -> Option<Decoration> {
    match kind {
        NodeKind::Artifact => Some(Decoration::Pagination),
        NodeKind::Block(Role::Ornament) => Some(Decoration::Layout),
        NodeKind::Block(role) if role.is_artifact() => Some(Decoration::Pagination),
        _ => None,
    }
}

/// Whether it is the number or bullet of a list item.
pub(super) fn is_label(kind: NodeKind) -> bool {
    kind == NodeKind::Block(Role::ListLabel)
}

/// The standard structure type of a node in another (ISO 32000-1, 14.8.4); `level` is that of a heading.
pub(super) fn tag(kind: NodeKind, around: NodeKind, level: u8) -> &'static str {
    match kind {
        NodeKind::Book => "Document",
        NodeKind::Part => "Part",
        NodeKind::Piece => "Sect",
        NodeKind::Contents => "TOC",
        NodeKind::ContentsItem => "TOCI",
        NodeKind::Quote => "BlockQuote",
        NodeKind::List => "L",
        NodeKind::Item => "LI",
        NodeKind::Table => "Table",
        NodeKind::Row => "TR",
        NodeKind::Figure => "Figure",
        NodeKind::Note => "Note",
        NodeKind::Artifact => "NonStruct",
        NodeKind::Block(role) => block(role, around, level),
    }
}

fn block(role: Role, around: NodeKind, level: u8) -> &'static str {
    match role {
        _ if level > 0 => ["H1", "H2", "H3", "H4", "H5", "H6"][usize::from(level.min(6)) - 1],
        Role::ListLabel => "Lbl",
        Role::TableHead => "TH",
        Role::TableCell => "TD",
        Role::TableCaption if around == NodeKind::Table => "Caption",
        Role::Caption if around == NodeKind::Figure => "Caption",
        _ => "P",
    }
}

/// How the items of a list are labelled, by one label (ISO 32000-1, table 347).
pub(super) fn labelling(label: &str) -> &'static str {
    match label.chars().next() {
        Some(first) if first.is_numeric() => "Decimal",
        Some('•') => "Disc",
        _ => "None",
    }
}

/// The levels of headings: no level is left out on the way down (ISO 14289-1, 7.4.2).
#[derive(Debug, Default)]
pub(super) struct Headings {
    last: u8,
}

impl Headings {
    /// The level of a node that is met now; 0 for what is no heading. Most nodes are none, so that it is only asked of
    /// headings whether they stand in a part.
    pub(super) fn level(&mut self, kind: NodeKind, is_in_part: impl Fn() -> bool) -> u8 {
        let NodeKind::Block(role) = kind else { return 0 };
        let of_piece = || 1 + u8::from(is_in_part());
        let wanted = match role {
            Role::BookTitle | Role::PartTitle => 1,
            Role::Title | Role::MatterTitle => of_piece(),
            Role::Heading(depth) => of_piece().saturating_add(depth.max(1)),
            Role::ContributorName => of_piece() + 1,
            _ => return 0,
        };
        self.last = wanted.min(self.last + 1).min(6);
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_of_headings_is_left_out() {
        let mut headings = Headings::default();
        let wanted = [
            (Role::Body, false, 0),
            (Role::Title, true, 1),
            (Role::Heading(3), true, 2),
            (Role::PartTitle, true, 1),
            (Role::Title, true, 2),
            (Role::Heading(1), true, 3),
            (Role::Heading(2), true, 4),
            (Role::MatterTitle, false, 1),
            (Role::ContributorName, false, 2),
        ];
        for (role, is_in_part, level) in wanted {
            assert_eq!(headings.level(NodeKind::Block(role), || is_in_part), level, "{role:?}");
        }
    }
}
