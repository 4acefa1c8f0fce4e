//! What an administrator sees of the running service: the work that waits and the mails that were written.

pub mod account_api;
pub mod account_pages;
pub mod api;
pub mod pages;
