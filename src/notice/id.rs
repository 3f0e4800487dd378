//! Notices go in, a name for each comes out that is the same from run to run.
//!
//! Line numbers are no part of it: an edit elsewhere must not rename what was found here.

use super::Notice;
use siphasher::sip::SipHasher13;
use std::collections::HashSet;
use std::hash::Hasher;

/// The ids of notices in their order: the rule, and six letters and figures that follow from the file and from what is
/// said. No two are the same.
pub fn ids<'n>(notices: impl IntoIterator<Item = &'n Notice>) -> Vec<String> {
    let mut taken = HashSet::new();
    notices.into_iter().map(|notice| free(notice, &mut taken)).collect()
}

/// The first id that is free: what is said twice of one file is told apart by its order.
fn free(notice: &Notice, taken: &mut HashSet<String>) -> String {
    let mut nth = 0_u32;
    loop {
        let id = format!("{}-{:06x}", notice.rule.id(), print(notice, nth));
        if taken.insert(id.clone()) {
            return id;
        }
        nth += 1;
    }
}

fn print(notice: &Notice, nth: u32) -> u64 {
    let mut hasher = SipHasher13::new();
    let file = notice.place.file.as_ref().map(|file| file.to_string_lossy().replace('\\', "/"));
    for part in [file.as_deref().unwrap_or_default(), notice.about.as_deref().unwrap_or(&notice.what)] {
        hasher.write(part.as_bytes());
        hasher.write(&[0xFF]);
    }
    hasher.write(&nth.to_le_bytes());
    hasher.finish() & 0xFF_FFFF
}

#[cfg(test)]
mod tests {
    use super::super::{Notices, Place, Rule};
    use super::*;

    #[test]
    fn ids_outlive_lines_and_tell_equal_findings_apart() {
        let mut notices = Notices::new();
        for line in [3, 9] {
            notices.of(Rule::DeadLink).fault(Place::line("pieces/a.md", line), "“#x” leads nowhere", "");
        }
        notices.of(Rule::DeadLink).fault(Place::line("pieces/b.md", 3), "“#x” leads nowhere", "");
        let first = ids(&notices);
        assert!(
            first[0].starts_with("dead-link-") && first[0].len() == "dead-link-".len() + 6,
            "{}",
            first[0]
        );
        assert_eq!(first.iter().collect::<HashSet<_>>().len(), 3);
        let mut moved = Notices::new();
        moved.of(Rule::DeadLink).fault(Place::line("pieces/a.md", 40), "“#x” leads nowhere", "");
        assert_eq!(ids(&moved)[0], first[0]);
    }
}
