//! What an administrator sees of the running service: the work that waits and the mails that were written.

pub mod api;
pub mod pages;
