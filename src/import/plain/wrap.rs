//! At which width lines were broken: a line is full when the first word of the next would not have fitted.

/// Widths at which programs break lines.
const NARROWEST: usize = 40;
const WIDEST: usize = 240;
/// So many full lines tell a width.
const ENOUGH: usize = 6;

/// A line that is followed by another: its length, and that with the first word of the next.
#[derive(Clone, Copy, Debug)]
struct Pair {
    length: usize,
    with_next: usize,
}

impl Pair {
    /// The line at `index` and the one behind it, if both have words. Spaces before a line count: the margin at the
    /// right is the same for all.
    fn at(lines: &[&str], index: usize) -> Option<Pair> {
        let (line, next) = (lines.get(index)?, lines.get(index + 1)?);
        let first = next.split_whitespace().next()?;
        if line.trim().is_empty() || super::is_bullet(next.trim_start()) {
            return None;
        }
        let length = line.chars().count();
        Some(Pair { length, with_next: length + 1 + first.chars().count() })
    }

    fn is_full(self, width: usize) -> bool {
        self.length <= width && self.with_next > width && self.length * 2 >= width
    }
}

/// The width at which most lines are full; `None` where long lines end anywhere.
pub(super) fn width(lines: &[&str]) -> Option<usize> {
    let pairs: Vec<Pair> = (0..lines.len()).filter_map(|index| Pair::at(lines, index)).collect();
    // A pair speaks for all widths from its length up to where the next word would have fitted.
    let mut votes = vec![0_i32; WIDEST + 2];
    for pair in pairs.iter().filter(|pair| (NARROWEST / 2..=WIDEST).contains(&pair.length)) {
        votes[pair.length.max(NARROWEST)] += 1;
        votes[pair.with_next.clamp(NARROWEST, WIDEST + 1)] -= 1;
    }
    let mut sum = 0;
    let sums = votes.iter().map(|vote| {
        sum += vote;
        sum
    });
    let width = sums.enumerate().take(WIDEST + 1).max_by_key(|(width, sum)| (*sum, *width))?.0;
    let long = pairs.iter().filter(|pair| pair.length * 4 >= width * 3).count();
    let full = pairs.iter().filter(|pair| pair.is_full(width)).count();
    (full >= ENOUGH && full * 10 >= long * 8).then_some(width)
}

/// Whether the sentence of a line goes on in the next.
pub(super) fn goes_on(lines: &[&str], index: usize, width: usize) -> bool {
    Pair::at(lines, index).is_some_and(|pair| pair.is_full(width))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Breaks words as programs do.
    fn wrapped(words: &str, width: usize) -> String {
        let mut lines = vec![String::new()];
        for word in words.split_whitespace() {
            let fits =
                lines.last().is_some_and(|line| line.is_empty() || line.len() + 1 + word.len() <= width);
            if !fits {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                let space = if line.is_empty() { "" } else { " " };
                line.push_str(&format!("{space}{word}"));
            }
        }
        lines.join("\n")
    }

    #[test]
    fn a_width_is_told_by_full_lines() {
        let words = "The ferry goes at eight, at nine and at noon, unless the river is so high that nobody can see \
                     the landing stage, in which case it goes later on or does not go at all, as the captain thinks \
                     fit, who has been doing this for thirty years and has never yet lost a goat or a bishop.";
        let text = format!("Home\nOpinion\nSubscribe now\n\n{}\n", wrapped(words, 44));
        let lines: Vec<&str> = text.lines().collect();
        let width = width(&lines).unwrap();
        assert!((42..=46).contains(&width), "{width}");
        assert!(
            !goes_on(&lines, 0, width)
                && goes_on(&lines, 4, width)
                && !goes_on(&lines, lines.len() - 1, width)
        );
    }

    #[test]
    fn paragraphs_on_one_line_have_no_width() {
        let text = "A line of its own, of some length, that ends.\nAnother one that is a good deal longer than the first.\nAnd a third.\n".repeat(6);
        assert_eq!(width(&text.lines().collect::<Vec<_>>()), None);
    }
}
