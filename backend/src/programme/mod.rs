//! The programme to the outside: the home page and what the law wants said.

pub mod pages;
