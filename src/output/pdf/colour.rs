//! What the colours of a file mean.

use moxcms::{ColorDateTime, ColorProfile};

/// The profile of screens (IEC 61966-2-1), the same bytes in every file; `None` only where it can't be written.
pub(super) fn screen() -> Option<Vec<u8>> {
    let mut profile = ColorProfile::new_srgb();
    // No wall clock in an output.
    profile.creation_date_time =
        ColorDateTime { year: 2000, month: 1, day_of_the_month: 1, ..ColorDateTime::default() };
    profile.encode().ok()
}
