//! How long the parts of a module take: its author's estimate (`minutes`) shared out by what there is to read and to answer.
//!
//! A part weighs what it would take by itself: its words at 200 a minute, which is how fast people read to learn (R. P. Carver,
//! "Reading rate: theory, research, and practical implications", Journal of Reading 36, 1992), a minute for each question and
//! three for a conversation. What all parts weigh counts as the minutes of the module, so that they always add up to what the
//! module announces: helpers look things up, talk and try out, and only its author knows how much of that there is. The words
//! are those of the four languages on average; an estimate does not change with the language.

use super::{Module, markdown};
use crate::{locale::Language, quizzes::Body, t};

const WORDS_A_MINUTE: f64 = 200.0;
const QUESTION: f64 = 1.0;
const CONVERSATION: f64 = 3.0;

/// In minutes.
#[derive(Clone, PartialEq, Debug)]
pub struct Pace {
    /// Of each lesson, in order.
    pub lessons: Vec<f64>,
    pub quiz: f64,
}

impl Pace {
    pub fn of(module: &Module) -> Self {
        let lessons: Vec<f64> = module.lessons.iter().map(|lesson| lesson_weight(module, lesson)).collect();
        let drawn: usize = module.blueprint.draws.iter().map(|draw| draw.questions).sum();
        let quiz = drawn as f64 * QUESTION + module.blueprint.scenarios as f64 * CONVERSATION;
        let all = lessons.iter().sum::<f64>() + quiz;
        let share = if all > 0.0 { f64::from(module.minutes) / all } else { 0.0 };
        Self { lessons: lessons.into_iter().map(|weight| weight * share).collect(), quiz: quiz * share }
    }

    /// What is left of the module for somebody who has read some of its lessons and not passed the quiz.
    pub fn left(&self, is_read: impl Fn(usize) -> bool) -> f64 {
        let unread = self.lessons.iter().enumerate().filter(|(at, _)| !is_read(*at));
        unread.map(|(_, minutes)| minutes).sum::<f64>() + self.quiz
    }
}

fn lesson_weight(module: &Module, lesson: &super::Lesson) -> f64 {
    let words: usize = lesson.markdown.each().map(|(_, text)| words(text)).sum();
    let asked = markdown::references(&lesson.markdown.nl, &["practice", "scenario"]);
    let answering = asked.iter().filter_map(|id| module.question(id)).map(|question| match question.body {
        Body::Scenario(_) => CONVERSATION,
        Body::SingleChoice { .. }
        | Body::MultipleChoice { .. }
        | Body::Ordering { .. }
        | Body::Matching { .. }
        | Body::Numeric { .. } => QUESTION,
    });
    words as f64 / Language::ALL.len() as f64 / WORDS_A_MINUTE + answering.sum::<f64>()
}

/// The words of a Markdown text; a placeholder counts as one.
fn words(markdown: &str) -> usize {
    markdown.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// As it is told in figures: whole minutes, one at least.
pub fn whole(minutes: f64) -> u32 {
    minutes.round().max(1.0) as u32
}

/// As it is told in words, no more exact than an estimate is: "about 6 minutes", "about 25 minutes", "about 3 hours".
pub fn about(minutes: f64, language: Language) -> String {
    match whole(minutes) {
        minutes @ ..10 => t!(language, "about-minutes", minutes = minutes),
        minutes @ 10..=90 => t!(language, "about-minutes", minutes = (minutes + 2) / 5 * 5),
        minutes => t!(language, "about-hours", hours = (minutes + 30) / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_is_told_no_more_exactly_than_it_is_known() {
        let told: Vec<String> = [0.2, 5.6, 12.4, 23.0, 90.0, 91.0, 200.0].map(|m| about(m, Language::En)).to_vec();
        assert_eq!(
            told,
            ["1 minute", "6 minutes", "10 minutes", "25 minutes", "90 minutes", "2 hours", "3 hours"]
                .map(|time| format!("about {time}"))
        );
    }

    #[test]
    fn what_is_left_shrinks_by_what_was_read_to_the_quiz() {
        let pace = Pace { lessons: vec![10.0, 20.0], quiz: 15.0 };
        assert_eq!((pace.left(|_| false), pace.left(|at| at == 0), pace.left(|_| true)), (45.0, 35.0, 15.0));
    }
}
