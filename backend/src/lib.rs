//! Connectoo: the learning platform on which Belgian civil servants become digital helpers.
//!
//! `ARCHITECTURE.md` is the map; `routes.rs` is the table of contents.

pub mod administration;
pub mod agenda;
pub mod app;
pub mod assets;
pub mod attempts;
pub mod brevets;
pub mod cli;
pub mod clock;
pub mod competencies;
pub mod contract;
pub mod db;
pub mod download;
pub mod edge;
pub mod fetch;
pub mod identity;
pub mod ids;
pub mod input;
pub mod jobs;
pub mod kept;
pub mod keys;
pub mod live_sessions;
pub mod locale;
pub mod mail;
pub mod modules;
pub mod notes;
pub mod operation;
pub mod page;
pub mod placement;
pub mod postgres;
pub mod practice;
pub mod problem;
pub mod programme;
pub mod quizzes;
pub mod routes;
pub mod safety;
pub mod schema;
pub mod server;
pub mod settings;
pub mod sweep;
pub mod telemetry;
pub mod upload;
pub mod verification;
pub mod worker;
