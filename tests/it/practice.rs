//! Practice: the questions that lessons ask, and missed ones that come back. Nothing of it counts.

mod in_place;
pub mod on_its_page;
pub mod over_days;
