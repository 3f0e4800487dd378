//! The styles of the roles. Sizes are multiples of the body size, distances of the grid, so that an edition set
//! larger keeps its proportions.

use super::Theme;
use crate::design::style::{Align, BlockStyle, Caps, Figures, TextStyle};
use crate::design::{Design, Role};
use crate::fonts::FamilyName;
use crate::units::Length;

/// The style of a role.
pub(super) fn style(theme: Theme, role: Role, design: &Design) -> BlockStyle {
    let sheet = StyleSheet { theme, design };
    match role {
        Role::Body | Role::BodyFirst | Role::Quote | Role::Attribution | Role::ListItem(_) => {
            sheet.text(role)
        }
        Role::ListLabel | Role::Verse | Role::Ornament | Role::Code | Role::Figure => sheet.text(role),
        Role::PullQuote | Role::PullQuoteAttribution | Role::Epigraph | Role::EpigraphAttribution => {
            sheet.set_off(role)
        }
        Role::TableHead | Role::TableCell | Role::TableCaption | Role::Caption => sheet.small(role),
        Role::Footnote | Role::AuthorNote | Role::Disclaimer | Role::Credit => sheet.small(role),
        Role::Kicker | Role::Title | Role::Subtitle | Role::Byline | Role::Helpers | Role::Date => {
            sheet.opener(role)
        }
        Role::Heading(_) => sheet.heading(role),
        Role::RunningHead | Role::Folio => sheet.heads(role),
        _ => sheet.matter(role),
    }
}

struct StyleSheet<'a> {
    theme: Theme,
    design: &'a Design,
}

impl StyleSheet<'_> {
    /// Lines of the grid.
    fn lines(&self, count: f64) -> Length {
        self.design.leading.scale(count)
    }

    fn modern(&self) -> bool {
        self.theme == Theme::Modern
    }

    fn body(&self, factor: f64) -> TextStyle {
        TextStyle::new(self.theme.body_family(), self.design.body_size.scale(factor))
    }

    fn display(&self, factor: f64) -> TextStyle {
        let style = TextStyle::new(self.theme.display_family(), self.design.body_size.scale(factor));
        TextStyle { figures: Figures::Lining, ..style }
    }

    fn italic(&self, factor: f64) -> TextStyle {
        TextStyle { italic: true, ..self.display(factor) }
    }

    /// Display type, bold in Modern only.
    fn strong(&self, factor: f64) -> TextStyle {
        TextStyle { bold: self.modern(), ..self.display(factor) }
    }

    /// Small capitals with letters a little apart; the sans of Modern takes bold instead.
    fn spaced_caps(&self, factor: f64) -> TextStyle {
        match self.theme {
            Theme::Modern => TextStyle { tracking: 20, bold: true, ..self.display(factor) },
            _ => {
                let style = TextStyle { caps: Caps::AllSmall, tracking: 60, ..self.display(factor) };
                TextStyle { figures: Figures::OldStyle, ..style }
            }
        }
    }

    fn block(&self, text: TextStyle, lines: f64) -> BlockStyle {
        BlockStyle {
            text,
            leading: self.lines(lines),
            align: Align::Start,
            first_indent: Length::ZERO,
            start: Length::ZERO,
            end: Length::ZERO,
            before: Length::ZERO,
            after: Length::ZERO,
            hyphenate: false,
            keep_with_next: false,
        }
    }

    /// The block with space above and below, in lines of the grid.
    fn apart(&self, block: BlockStyle, before: f64, after: f64) -> BlockStyle {
        BlockStyle { before: self.lines(before), after: self.lines(after), ..block }
    }

    /// A block of the opening of a piece or a page: stands in the middle in Classic, at the left elsewhere.
    fn titled(&self, text: TextStyle, lines: f64) -> BlockStyle {
        let align = if self.theme == Theme::Classic { Align::Centre } else { Align::Start };
        BlockStyle { align, keep_with_next: true, ..self.block(text, lines) }
    }

    /// Text of the pieces, all on the grid.
    fn text(&self, role: Role) -> BlockStyle {
        let indent = self.design.indent;
        let ragged = self.block(self.body(1.0), 1.0);
        let body = BlockStyle { align: Align::Justified, hyphenate: self.design.hyphenate, ..ragged };
        let inset = indent.scale(1.25);
        let set_in = |block| BlockStyle { text: self.body(0.96), start: inset, end: inset, ..block };
        match role {
            Role::Body => BlockStyle { first_indent: indent, ..body },
            Role::Quote => self.apart(set_in(body), 0.5, 0.5),
            Role::Attribution => self.apart(BlockStyle { align: Align::End, ..set_in(ragged) }, 0.0, 0.5),
            Role::ListItem(depth) => {
                let apart = if depth == 1 { 0.5 } else { 0.0 };
                let start = indent.scale(1.5) * i32::from(depth.clamp(1, 6));
                self.apart(BlockStyle { start, ..body }, apart, apart)
            }
            Role::ListLabel => BlockStyle { align: Align::End, ..ragged },
            Role::Verse => self.apart(BlockStyle { start: indent.scale(1.5), ..ragged }, 0.5, 0.5),
            Role::Ornament => {
                let text = self.body(1.1);
                self.apart(
                    BlockStyle { text, align: Align::Centre, keep_with_next: true, ..ragged },
                    0.5,
                    0.5,
                )
            }
            Role::Code => {
                let text = TextStyle {
                    family: FamilyName::AlegreyaSans,
                    figures: Figures::Tabular,
                    ..self.body(0.88)
                };
                self.apart(BlockStyle { text, start: indent, ..ragged }, 0.5, 0.5)
            }
            Role::Figure => self.apart(ragged, 0.5, 0.5),
            _ => body,
        }
    }

    /// Words set off from the text: pull quotes and epigraphs.
    fn set_off(&self, role: Role) -> BlockStyle {
        let third = self.design.measure() / 3;
        match role {
            Role::PullQuote => {
                let text = match self.theme {
                    Theme::Classic | Theme::Essay => self.italic(1.4),
                    Theme::Modern => self.strong(1.3),
                };
                let (inset, lines) = if self.modern() { (Length::ZERO, 1.35) } else { (third / 4, 1.5) };
                let block = BlockStyle { start: inset, end: inset, ..self.titled(text, lines) };
                self.apart(BlockStyle { keep_with_next: false, ..block }, 1.0, 1.0)
            }
            Role::PullQuoteAttribution => {
                let text = match self.theme {
                    Theme::Essay => self.display(0.92),
                    Theme::Classic | Theme::Modern => self.spaced_caps(0.9),
                };
                BlockStyle { keep_with_next: false, ..self.titled(text, 1.25) }
            }
            _ => {
                // At the right in Classic, where the title stands in the middle; else below the title.
                let right = self.theme == Theme::Classic;
                let start = if right { third - self.design.body_size.scale(1.5) } else { Length::ZERO };
                let end = if right { Length::ZERO } else { third };
                let said_by = role == Role::EpigraphAttribution;
                let italic = !self.modern() && !said_by;
                let text = TextStyle { italic, ..self.body(0.92) };
                self.apart(BlockStyle { start, end, ..self.block(text, 0.9) }, 0.0, 1.5)
            }
        }
    }

    /// Small print: notes, captions, tables, author notes, disclaimers.
    fn small(&self, role: Role) -> BlockStyle {
        let divided =
            |block| BlockStyle { align: Align::Justified, hyphenate: self.design.hyphenate, ..block };
        match role {
            Role::Footnote => divided(self.block(self.body(0.84), 0.82)),
            Role::TableHead => self.block(TextStyle { bold: true, ..self.display(0.84) }, 0.86),
            Role::TableCell => {
                self.block(TextStyle { figures: Figures::Tabular, ..self.display(0.88) }, 0.86)
            }
            Role::TableCaption => {
                let block = self.block(self.italic(0.9), 0.9);
                self.apart(BlockStyle { keep_with_next: true, ..block }, 0.5, 0.25)
            }
            Role::Caption => self.apart(self.block(self.italic(0.88), 0.86), 0.25, 0.5),
            Role::AuthorNote => {
                let text = TextStyle { italic: self.theme == Theme::Classic, ..self.body(0.92) };
                self.apart(divided(self.block(text, 0.88)), 1.5, 0.0)
            }
            Role::Disclaimer => self.apart(divided(self.block(self.body(0.8), 0.78)), 0.5, 0.0),
            _ => self.apart(self.block(self.body(0.8), 0.78), 0.5, 0.0),
        }
    }

    /// The opening of a piece.
    fn opener(&self, role: Role) -> BlockStyle {
        match role {
            Role::Kicker => self.apart(self.titled(self.spaced_caps(0.95), 1.0), 0.0, 0.5),
            Role::Title => match self.theme {
                Theme::Classic => self.titled(self.display(2.0), 1.85),
                Theme::Essay => self.titled(self.display(2.2), 2.0),
                Theme::Modern => self.titled(self.strong(2.2), 2.0),
            },
            Role::Subtitle => self.apart(self.titled(self.italic(1.22), 1.2), 0.5, 0.0),
            Role::Byline => self.apart(self.titled(self.byline(), 1.0), 1.0, 0.0),
            _ => {
                let text = TextStyle { figures: Figures::OldStyle, ..self.display(0.92) };
                self.titled(TextStyle { italic: !self.modern(), ..text }, 1.0)
            }
        }
    }

    /// Headings in a piece.
    fn heading(&self, role: Role) -> BlockStyle {
        match role {
            Role::Heading(0 | 1) => self.apart(self.titled(self.heading_text(), 1.25), 1.35, 0.4),
            Role::Heading(2) => {
                let text = TextStyle { italic: !self.modern(), ..self.strong(1.06) };
                self.apart(BlockStyle { keep_with_next: true, ..self.block(text, 1.0) }, 1.0, 0.0)
            }
            _ => self.apart(
                BlockStyle { keep_with_next: true, ..self.block(self.spaced_caps(0.95), 1.0) },
                0.5,
                0.0,
            ),
        }
    }

    fn byline(&self) -> TextStyle {
        match self.theme {
            Theme::Classic => self.spaced_caps(1.05),
            Theme::Essay => self.italic(1.12),
            Theme::Modern => self.strong(1.05),
        }
    }

    fn heading_text(&self) -> TextStyle {
        match self.theme {
            Theme::Classic => {
                let caps = TextStyle { caps: Caps::Small, tracking: 30, ..self.display(1.15) };
                TextStyle { figures: Figures::OldStyle, ..caps }
            }
            Theme::Essay => TextStyle { bold: true, ..self.display(1.15) },
            Theme::Modern => self.strong(1.3),
        }
    }

    /// Running heads and folios.
    fn heads(&self, role: Role) -> BlockStyle {
        let text = match (role, self.theme) {
            (Role::Folio, Theme::Modern) => self.display(0.92),
            (Role::Folio, _) => TextStyle { figures: Figures::OldStyle, ..self.display(1.0) },
            (_, Theme::Classic) => self.spaced_caps(0.92),
            (_, Theme::Essay) => self.italic(0.98),
            (_, Theme::Modern) => TextStyle { tracking: 10, ..self.display(0.88) },
        };
        self.block(text, 1.0)
    }

    /// Front and back matter.
    fn matter(&self, role: Role) -> BlockStyle {
        match role {
            Role::HalfTitle => self.titled(self.display(1.4), 1.5),
            Role::BookTitle => self.titled(self.strong(3.0), 2.75),
            Role::BookSubtitle => self.apart(self.titled(self.italic(1.5), 1.5), 1.0, 0.0),
            Role::BookEditors => self.apart(self.titled(self.display(1.15), 1.25), 3.0, 0.0),
            Role::BookPublisher => self.titled(self.spaced_caps(1.0), 1.0),
            Role::Imprint => self.apart(self.block(self.body(0.84), 0.86), 0.0, 0.5),
            Role::Dedication => {
                let text = TextStyle { italic: true, ..self.body(1.1) };
                BlockStyle { align: Align::Centre, ..self.block(text, 1.25) }
            }
            Role::MatterTitle => self.apart(self.titled(self.strong(1.6), 2.0), 0.0, 2.0),
            Role::ContentsPart => {
                let block = self.block(self.spaced_caps(1.0), 1.0);
                self.apart(BlockStyle { keep_with_next: true, ..block }, 1.0, 0.25)
            }
            Role::ContentsEntry => self.apart(self.block(self.body(1.0), 1.0), 0.3, 0.0),
            Role::IndexEntry => {
                let (text, em) = (self.body(0.92), self.design.body_size);
                let text = TextStyle { figures: Figures::Lining, ..text };
                BlockStyle { start: em * 2, first_indent: -em * 2, ..self.block(text, 1.0) }
            }
            Role::ContentsStandfirst => self.block(self.body(0.92), 0.9),
            Role::ContentsAuthor => self.block(TextStyle { italic: true, ..self.body(0.92) }, 0.9),
            Role::PartTitle => self.titled(self.strong(2.4), 2.25),
            Role::PartSubtitle => self.apart(self.titled(self.italic(1.25), 1.25), 1.0, 0.0),
            Role::ContributorName => {
                let block = self.block(self.byline(), 1.0);
                self.apart(BlockStyle { keep_with_next: true, ..block }, 1.0, 0.0)
            }
            _ => {
                let block = self.block(self.body(1.0), 1.0);
                BlockStyle { align: Align::Justified, hyphenate: self.design.hyphenate, ..block }
            }
        }
    }
}
