//! Attempts at a quiz: how often, how long, and what is kept of them.

mod history;
mod retakes;
