//! Whether a file is being written: a program that stops then leaves half of it behind.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

static MAY_STOP: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| Arc::new(AtomicBool::new(true)));
/// Files that are being written. Whether the program may stop follows them while this is held, so that one file that is
/// done says nothing of another that begins.
static FILES: Mutex<usize> = Mutex::new(0);

/// Whether nothing is being written, so that a program may stop without leaving anything behind.
pub fn may_stop() -> Arc<AtomicBool> {
    Arc::clone(&MAY_STOP)
}

/// A file is being written for as long as this is kept.
pub(super) struct UnderWay(());

impl UnderWay {
    pub(super) fn begun() -> Self {
        count(|files| files.saturating_add(1));
        Self(())
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        count(|files| files.saturating_sub(1));
    }
}

fn count(change: fn(usize) -> usize) {
    let mut files = FILES.lock().unwrap_or_else(PoisonError::into_inner);
    *files = change(*files);
    MAY_STOP.store(*files == 0, Ordering::SeqCst);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_does_not_stop_while_a_file_is_being_written() {
        let (one, other) = (UnderWay::begun(), UnderWay::begun());
        drop(one);
        assert!(!may_stop().load(Ordering::SeqCst));
        drop(other);
    }
}
