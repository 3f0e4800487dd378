//! What became of an editor's wish about the length of a chapter, in words.

use super::Desk;
use super::fit::Outcome;
use super::flow::{Block, Body, Flow};
use crate::notice::{Rule, counted};

/// More places than these are counted, not listed.
const LISTED: usize = 12;

/// Says what was bent, or what can't be.
pub(super) fn tell(outcome: &Outcome, flow: &Flow, desk: &mut Desk<'_>) {
    let place = desk.place(&(0..0));
    let pages = counted(outcome.wanted, "page");
    if outcome.over == 0 {
        let bent = [(-1, "tighter"), (1, "looser")]
            .into_iter()
            .filter_map(|(sign, word)| paragraphs(outcome, sign, word, flow, desk))
            .collect::<Vec<_>>();
        let how =
            if bent.is_empty() { "deeper or less deep spreads".to_string() } else { bent.join(" and ") };
        let hint = "look at them on their pages; copyfit in the front matter takes the wish back";
        return desk.notices.of(Rule::Copyfit).remark(
            place,
            format!("the piece is set in {pages} by {how}"),
            hint,
        );
    }
    let over = outcome.over.unsigned_abs() as usize;
    let (lines, words) = (counted(over, "line"), (over * words_a_line(flow)).next_multiple_of(10));
    let (kind, way) = if outcome.over > 0 { ("too many", "cut") } else { ("missing", "add") };
    let what = format!("the piece can't be set in {pages}: about {lines} are {kind}");
    desk.notices.of(Rule::Copyfit).doubt(place, what, format!("{way} some {words} words, or change copyfit"));
}

/// “3 paragraphs set tighter (lines 12, 30, 31)”.
fn paragraphs(outcome: &Outcome, sign: i32, word: &str, flow: &Flow, desk: &Desk<'_>) -> Option<String> {
    let bent = outcome.bent.iter().filter(|(_, by)| by.signum() == sign);
    let blocks: Vec<&Block> = bent.map(|(block, _)| &flow.blocks[*block as usize]).collect();
    if blocks.is_empty() {
        return None;
    }
    let count = counted(blocks.len(), "paragraph");
    let lines: Vec<String> = blocks
        .iter()
        .filter(|block| !block.source.is_empty())
        .filter_map(|block| desk.place(&block.source).line)
        .take(LISTED)
        .map(|line| line.to_string())
        .collect();
    let more = if blocks.len() > lines.len() && !lines.is_empty() { " …" } else { "" };
    let at = match lines.len() {
        0 => String::new(),
        1 => format!(" (line {})", lines[0]),
        _ => format!(" (lines {}{more})", lines.join(", ")),
    };
    Some(format!("{count} set {word}{at}"))
}

/// How many words a full line has, as a mean.
fn words_a_line(flow: &Flow) -> usize {
    let (mut words, mut lines) = (0, 0);
    for block in &flow.blocks {
        if let Body::Lines { set, .. } = &block.body
            && set.is_justified()
        {
            words += set.content().text.split_whitespace().count();
            lines += block.natural_rows() as usize;
        }
    }
    (words / lines.max(1)).max(1)
}
