//! The threads all work is shared among: never more than there are cores, and the one there is where the system
//! gives no more.

use rayon::ThreadPoolBuilder;

/// Room for each thread, as much as the first has.
const STACK: usize = 8 << 20;

/// Runs on so many threads; on the one we are on where they cannot be started.
pub(super) fn on<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    on_stacks(STACK, threads, work)
}

fn on_stacks<T: Send>(stack: usize, threads: usize, work: impl FnOnce() -> T + Send) -> T {
    let builder = || ThreadPoolBuilder::new().stack_size(stack);
    if let Ok(pool) = builder().num_threads(threads).build() {
        return pool.install(work);
    }
    // Starts nothing: whatever is shared out comes back to the thread we are on while it is there.
    let here = builder().num_threads(1).use_current_thread().build();
    let done = work();
    drop(here);
    done
}

/// How many threads to start: the cores, or as few of them as the environment asks for.
pub(super) fn wanted(asked: Option<&str>, cores: usize) -> usize {
    let asked = asked.and_then(|asked| asked.trim().parse().ok()).filter(|asked| *asked > 0);
    asked.unwrap_or(cores).min(cores).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rayon::prelude::{IntoParallelIterator, ParallelIterator};

    #[test]
    fn more_threads_than_cores_are_never_started() {
        for (asked, cores, threads) in [
            (Some("500"), 2, 2),
            (Some("1"), 8, 1),
            (Some("0"), 4, 4),
            (Some("mange"), 4, 4),
            (None, 4, 4),
            (None, 0, 1),
        ] {
            assert_eq!(wanted(asked, cores), threads, "{asked:?} {cores}");
        }
        assert_eq!(on(2, rayon::current_num_threads), 2);
    }

    #[test]
    fn where_no_thread_can_be_started_the_one_there_is_does_it_all() {
        // No machine has room for such a stack, so the system gives no thread.
        let sum = || (rayon::current_num_threads(), (0..1_000_u32).into_par_iter().sum::<u32>());
        assert_eq!(on_stacks(1 << 60, 2, sum), (1, 499_500));
    }
}
