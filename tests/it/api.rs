//! The REST door.

mod accounts;
mod badges;
mod brevets;
mod course;
mod learner;
mod lists;
mod quiz;
mod reminders;
mod renewal;
mod search;
mod throttles;
