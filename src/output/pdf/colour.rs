//! What the colours of a file mean.

use moxcms::ColorProfile;

/// The profile of screens (IEC 61966-2-1), the same bytes in every file; `None` only where it can't be written.
pub(super) fn screen() -> Option<Vec<u8>> {
    let mut profile = ColorProfile::new_srgb().encode().ok()?;
    // The library writes the time of the clock into the header (ICC.1:2010, 7.2.8); no clock belongs in an output.
    let date: Vec<u8> = [2000_u16, 1, 1, 0, 0, 0].into_iter().flat_map(u16::to_be_bytes).collect();
    profile.get_mut(24..36)?.copy_from_slice(&date);
    Some(profile)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_profile_has_no_clock_in_it() {
        let profile = super::screen().expect("it can be written");
        assert_eq!(profile[24..28], [7, 208, 0, 1]);
        assert_eq!(profile[36..40], *b"acsp");
    }
}
