//! The promises of the service, each as tests that would fail if it were broken.

pub mod promise_10_the_key_stays_here;
mod promise_1_no_answer_is_lost;
mod promise_2_brevet_if_and_only_if;
mod promise_3_an_issued_brevet_never_changes;
mod promise_4_one_of_six_answers;
pub mod promise_5_an_edit_never_changes_progress;

pub use promise_4_one_of_six_answers::upload;
