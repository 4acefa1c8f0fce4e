//! The program. All of it is in the library, so that the compiler makes it once.

use std::process::ExitCode;

/// Faster than the system's for many small pieces, and gives back what was freed (docs/decisions/0016).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // The allocator asks for huge pages, and a few bytes of one keep two megabytes. Refused, this costs memory and nothing else.
    #[cfg(target_os = "linux")]
    let _ = nix::sys::prctl::set_thp_disable(true);
    connectoo::cli::main()
}
