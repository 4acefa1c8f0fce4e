//! The REST door.

mod accounts;
mod badges;
mod brevets;
mod course;
mod learner;
mod lists;
mod lists_as_they_come;
mod quiz;
mod reminders;
mod renewal;
mod search;
mod throttles;
