//! The processor's own clock, which other programs on the machine hardly touch.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// Returns how much processor time this thread has used.
pub(crate) fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).expect("processor time counts up from 0");
    let nanoseconds =
        u32::try_from(time.tv_nsec).expect("a second has fewer nanoseconds than that");
    Duration::new(seconds, nanoseconds)
}
