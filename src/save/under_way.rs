//! Whether a file is being written: a program that stops then leaves half of it behind.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

static MAY_STOP: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| Arc::new(AtomicBool::new(true)));
/// Files that are being written.
static FILES: AtomicUsize = AtomicUsize::new(0);

/// Whether nothing is being written, so that a program may stop without leaving anything behind.
pub fn may_stop() -> Arc<AtomicBool> {
    Arc::clone(&MAY_STOP)
}

/// A file is being written for as long as this is kept.
pub(super) struct UnderWay(());

impl UnderWay {
    pub(super) fn begun() -> Self {
        FILES.fetch_add(1, Ordering::SeqCst);
        MAY_STOP.store(false, Ordering::SeqCst);
        Self(())
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        if FILES.fetch_sub(1, Ordering::SeqCst) == 1 {
            MAY_STOP.store(true, Ordering::SeqCst);
        }
    }
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
