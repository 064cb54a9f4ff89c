//! A file with other frames → frames to choose within, and what is wrong with it.

use super::standing;
use crate::checks;
use crate::diagnostic::{FileFindings, Finding, WhyOmitted};
use crate::document::{self, Field};
use crate::model::{Frames, Organisation};
use crate::repository::{Repository, WorldError};
use crate::shape;
use crate::source::Source;
use crate::yaml;
use std::path::Path;
use std::sync::Arc;

/// An alternative to the frames of a3.yaml.
#[derive(Debug, Clone)]
pub struct FramesRead {
    /// Path from the root.
    pub path: String,
    /// The frames; nothing can be chosen by them where a finding is an error.
    pub frames: Frames,
    /// What was found.
    pub file: FileFindings,
    /// Why nothing can be chosen by them, where there are errors.
    pub spoiled: Option<WhyOmitted>,
}

/// Reads a file of frames in the place of the cases.
///
/// # Errors
/// [`WorldError`] where the file is missing, cannot be read, or lies outside the root.
pub fn frames(
    repository: &Repository,
    file: &Path,
    organisation: &Organisation,
) -> Result<FramesRead, WorldError> {
    let path = repository.inside(file)?;
    let bytes = repository.read(&path, yaml::MAX_BYTES)?;
    let mut findings = Vec::new();
    let (source, frames) = match yaml::decode(&path, bytes) {
        Ok(source) => {
            let frames = understand(&source, organisation, &mut findings);
            (source, frames)
        }
        Err(refused) => {
            let (source, finding) = *refused;
            findings.push(finding);
            (source, Frames::default())
        }
    };
    findings.iter_mut().for_each(checks::explain);
    let spoiled = standing::taken_out(&source, &findings, &[]);
    let file = FileFindings { source: Arc::new(source), case: None, findings };
    Ok(FramesRead { path, frames, file, spoiled })
}

fn understand(source: &Source, organisation: &Organisation, findings: &mut Vec<Finding>) -> Frames {
    let parsed = yaml::parse(source);
    findings.extend(parsed.findings.into_iter().map(for_frames));
    let Some(mut root) = parsed.root else { return Frames::default() };
    shape::settle_frames(&mut root);
    findings.extend(shape::check(&root, &shape::FRAMES_FILE));
    let context = organisation.rules.context();
    let (written, found) = document::frames(&root, &context);
    findings.extend(found);
    let Field::Read(written) = written else { return Frames::default() };
    checks::check_frames(&written.value, &organisation.areas, organisation.budget_year, findings);
    document::lower_frames(&written.value)
}

/// What to write in an empty file, where it is to hold frames and not a case.
fn for_frames(finding: Finding) -> Finding {
    if finding.rule != "tom-fil" {
        return finding;
    }
    finding.variant("frames")
}
