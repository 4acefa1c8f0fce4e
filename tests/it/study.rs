//! What helps a learner between quizzes: words explained, time told, modules on paper.

mod agenda;
mod notes;
mod reading;
