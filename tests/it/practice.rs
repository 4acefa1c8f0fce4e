//! Practice: the questions that lessons ask. Nothing of it counts.

mod in_place;
pub mod on_its_page;
