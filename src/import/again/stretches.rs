//! Three states of a text, compared paragraph by paragraph.

use super::Difference;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A run of paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    /// Nothing new here: what the piece says.
    Agreed(Vec<String>),
    /// The text says something new.
    Differing(Difference),
}

/// Compares what a piece was made of, what it says and what its text says now. Without the first, every difference
/// is a question.
pub(super) fn compare(base: Option<&str>, ours: &str, theirs: &str) -> Vec<Stretch> {
    let known = base.is_some();
    let (ours, theirs) = (blocks(ours), blocks(theirs));
    let base = base.map_or_else(|| ours.clone(), blocks);
    let (in_ours, in_theirs) = (partners(&base, &ours), partners(&base, &theirs));
    let mut stretches = Stretches { known, found: Vec::new() };
    let (mut at, mut at_ours, mut at_theirs) = (0, 0, 0);
    for (index, block) in base.iter().enumerate() {
        let (Some(mine), Some(other)) = (in_ours[index], in_theirs[index]) else { continue };
        stretches.between(&base[at..index], &ours[at_ours..mine], &theirs[at_theirs..other]);
        stretches.agreed(std::slice::from_ref(block));
        (at, at_ours, at_theirs) = (index + 1, mine + 1, other + 1);
    }
    stretches.between(&base[at..], &ours[at_ours..], &theirs[at_theirs..]);
    stretches.found
}

struct Stretches {
    known: bool,
    found: Vec<Stretch>,
}

impl Stretches {
    fn agreed(&mut self, blocks: &[&str]) {
        let blocks = blocks.iter().map(ToString::to_string);
        match self.found.last_mut() {
            Some(Stretch::Agreed(before)) => before.extend(blocks),
            _ => self.found.push(Stretch::Agreed(blocks.collect())),
        }
    }

    /// What stands between two paragraphs that all three have.
    fn between(&mut self, base: &[&str], ours: &[&str], theirs: &[&str]) {
        if theirs == ours || theirs == base && self.known {
            if !ours.is_empty() {
                self.agreed(ours);
            }
            return;
        }
        self.found.push(Stretch::Differing(Difference {
            what: "text",
            before: self.known.then(|| base.join("\n\n")),
            ours: ours.join("\n\n"),
            theirs: theirs.join("\n\n"),
            is_conflict: !self.known || ours != base,
        }));
    }
}

/// For each paragraph the one that is the same in another state of the text.
fn partners(base: &[&str], other: &[&str]) -> Vec<Option<usize>> {
    let mut partners = vec![None; base.len()];
    for op in capture_diff_slices(Algorithm::Myers, base, other) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for offset in 0..len {
                partners[old_index + offset] = Some(new_index + offset);
            }
        }
    }
    partners
}

/// The paragraphs of a text; program text is one, whatever blank lines are in it.
fn blocks(markdown: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let mut start = None;
    let mut is_fenced = false;
    let mut at = 0;
    for line in markdown.split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            is_fenced = !is_fenced;
        }
        if trimmed.is_empty() && !is_fenced {
            blocks.extend(start.take().map(|start: usize| markdown[start..at].trim_end()));
        } else {
            start.get_or_insert(at);
        }
        at += line.len();
    }
    blocks.extend(start.map(|start| markdown[start..].trim_end()));
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differing(stretches: &[Stretch]) -> Vec<(&str, &str, bool)> {
        let differing = stretches.iter().filter_map(|stretch| match stretch {
            Stretch::Differing(difference) => {
                Some((&*difference.ours, &*difference.theirs, difference.is_conflict))
            }
            Stretch::Agreed(_) => None,
        });
        differing.collect()
    }

    #[test]
    fn what_only_one_side_changed_is_no_conflict() {
        let found = compare(Some("A\n\nB\n\nC\n"), "A\n\nB, mended\n\nC\n", "A\n\nB\n\nC\n\nD\n");
        assert_eq!(differing(&found), [("", "D", false)]);
        assert_eq!(found[0], Stretch::Agreed(vec!["A".into(), "B, mended".into(), "C".into()]));
    }

    #[test]
    fn what_both_changed_is_asked() {
        let found = compare(Some("A\n\nB\n\nC"), "A\n\nB one\n\nC", "A\n\nB two\n\nC");
        assert_eq!(differing(&found), [("B one", "B two", true)]);
        assert_eq!(differing(&compare(Some("A\n\nB"), "A\n\nC", "A\n\nC")), []);
    }

    #[test]
    fn without_the_first_state_all_is_asked() {
        let found = compare(None, "A\n\nB", "A\n\nC\n\nD");
        assert_eq!(differing(&found), [("B", "C\n\nD", true)]);
    }

    #[test]
    fn program_text_with_blank_lines_is_one_block() {
        assert_eq!(blocks("A\n\n```\nx\n\ny\n```\n\nB"), ["A", "```\nx\n\ny\n```", "B"]);
    }
}
