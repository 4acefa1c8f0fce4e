//! The REST door.

mod accounts;
mod course;
mod learner;
mod quiz;
mod search;
