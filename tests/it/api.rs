//! The REST door.

mod accounts;
mod brevets;
mod course;
mod learner;
mod quiz;
mod search;
