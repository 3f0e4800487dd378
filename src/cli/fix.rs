//! `check --fix`: findings that are mended without somebody looking, and those that are not.

use super::report;
use crate::check::mend;
use crate::edition::sign_off::Standing;
use crate::edition::{Edition, folder};
use crate::notice::{self, Error, Mend, Notice, Notices, Place, Reach, Result, Rule};
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

/// Something that was mended, or left as it is.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Fixed {
    id: String,
    file: String,
    /// What was found there.
    what: String,
    /// Why it was left as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<String>,
}

impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.left {
            None => write!(f, "mended: {}: {}", self.file, self.what),
            Some(why) => write!(f, "left as it is: {}: {} ({why})", self.file, self.what),
        }
    }
}

/// Mends what is asked for and saves the folder as the window does; what became of each finding.
///
/// # Errors
/// When nothing is found of a name, or it can't be mended here: then nothing is changed. When the folder can't be saved.
pub(super) fn fix(
    mut edition: Edition,
    notices: &Notices,
    dir: &Path,
    names: &[String],
) -> Result<Vec<Fixed>> {
    let mut mended = Vec::new();
    let mut changed = false;
    for (notice, id) in wanted(notices, names)? {
        let left = signed(&edition, notice);
        if left.is_none() {
            let Some(change) = mend::change(&edition, notice) else { continue };
            edition.apply(change);
            changed = true;
        }
        let file = notice.place.file.as_deref().map(report::portable).unwrap_or_default();
        mended.push(Fixed { id, file, what: notice.what.clone(), left });
    }
    if changed {
        folder::save(&edition, dir)?;
    }
    Ok(mended)
}

/// The findings that are meant, in the order in which they were found.
fn wanted<'n>(notices: &'n Notices, names: &[String]) -> Result<Vec<(&'n Notice, String)>> {
    let found: Vec<(&Notice, String)> = notices.iter().zip(notice::ids(notices)).collect();
    let mut meant = BTreeSet::new();
    for name in names {
        if let Some(rule) = Rule::of(name) {
            let of_rule = found.iter().filter(|(notice, _)| notice.rule == rule);
            let mendable = of_rule.filter(|(notice, _)| reach(notice) == Some(Reach::Rule));
            meant.extend(mendable.map(|(_, id)| id.clone()));
            continue;
        }
        let Some((notice, id)) = found.iter().find(|(_, id)| id == name) else {
            let hint = "“pamphleteer check DIR --ids” lists the findings with their ids";
            return Err(Error::new(
                Place::default(),
                format!("nothing is found here that is called “{name}”"),
                hint,
            ));
        };
        if !matches!(reach(notice), Some(Reach::Rule | Reach::Finding)) {
            let what = format!("“{name}” can't be mended without somebody looking: {}", notice.what);
            return Err(Error::new(notice.place.clone(), what, notice.hint.clone()));
        }
        meant.insert(id.clone());
    }
    Ok(found.into_iter().filter(|(_, id)| meant.contains(id)).collect())
}

fn reach(notice: &Notice) -> Option<Reach> {
    notice.mend.map(Mend::reach)
}

/// Why the text of a notice is not changed: somebody has agreed to it as it is.
fn signed(edition: &Edition, notice: &Notice) -> Option<String> {
    let piece = edition.piece(notice.place.file.as_deref()?)?;
    let signed = piece.signed.as_ref().filter(|_| edition.standing(piece) == Standing::Signed)?;
    Some(format!("signed off by {}; mend it in the window, or take the sign-off back", signed.by))
}
