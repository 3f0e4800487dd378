//! The lists of a rich text: what stands before an item, and which number it has.

use crate::import::office::{Bullet, Sign};
use std::collections::BTreeMap;

/// Levels of a list, as many as Word has.
const LEVELS: usize = 9;

/// The lists of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    levels: BTreeMap<i32, Vec<Level>>,
    /// The list that is defined now.
    current: Vec<Level>,
    /// The list that each number of a paragraph means.
    by_number: BTreeMap<i32, i32>,
    /// The identifier that was read last.
    id: i32,
    counted: BTreeMap<i32, [Option<u64>; LEVELS]>,
}

#[derive(Clone, Copy, Debug)]
struct Level {
    kind: i32,
    start: u64,
}

impl Lists {
    /// A word in the definitions.
    pub(super) fn define(&mut self, word: &str, number: i32) {
        match word {
            "list" => self.current.clear(),
            "listlevel" if self.current.len() < LEVELS => self.current.push(Level { kind: 0, start: 1 }),
            "levelnfc" | "levelnfcn" => {
                if let Some(level) = self.current.last_mut() {
                    level.kind = number;
                }
            }
            "levelstartat" => {
                if let Some(level) = self.current.last_mut() {
                    level.start = number.max(0) as u64;
                }
            }
            "listid" => {
                self.id = number;
                if !self.current.is_empty() && self.levels.len() < 10_000 {
                    self.levels.insert(number, std::mem::take(&mut self.current));
                }
            }
            "ls" if self.by_number.len() < 10_000 => {
                self.by_number.insert(number, self.id);
            }
            _ => {}
        }
    }

    /// What stands before the next item of list `number`.
    pub(super) fn bullet(&mut self, number: i32, level: usize) -> Option<Bullet> {
        if number == 0 {
            return None;
        }
        let level = level.min(LEVELS - 1);
        let id = self.by_number.get(&number).copied().unwrap_or(0);
        let found = self.levels.get(&id).and_then(|levels| levels.get(level)).copied();
        let Level { kind, start } = found.unwrap_or(Level { kind: 23, start: 1 });
        let sign = match kind {
            23 => Sign::Dot,
            255 => Sign::None,
            _ => {
                let counted = self.counted.entry(number).or_default();
                let count = counted[level].map_or(start, |last| last.saturating_add(1));
                counted[level] = Some(count);
                counted[level + 1..].fill(None);
                Sign::Number(count)
            }
        };
        Some(Bullet { list: number as u32, level, sign })
    }
}
