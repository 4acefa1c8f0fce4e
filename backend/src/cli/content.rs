//! `connectoo content`: check the course's files, or import them.

use super::Database;
use crate::{
    db,
    modules::{
        check::{advice, figures},
        course::{self, Course},
        import,
    },
    settings::Settings,
};
use clap::Subcommand;
use std::{
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

#[derive(Subcommand)]
pub enum Content {
    /// Read a course and tell every complaint and all advice, with file and line.
    Check {
        /// The course's folder. Default: the one of the settings.
        folder: Option<PathBuf>,
        /// Fail on advice too.
        #[arg(long)]
        strict: bool,
        /// Print the figures of each module as well: lessons, words, questions, how the lessons read.
        #[arg(long)]
        figures: bool,
    },
    /// Import a course: a changed module becomes its next edition. Nothing is imported while there are complaints.
    Import { folder: Option<PathBuf> },
}

pub async fn run(settings: &Settings, command: Content) -> anyhow::Result<ExitCode> {
    let (Content::Check { folder, .. } | Content::Import { folder }) = &command;
    let folder = folder.as_ref().unwrap_or(&settings.content_dir);
    let course = course::read(folder);
    match command {
        Content::Check { strict, figures, .. } => {
            let advice = advice::advise(folder, &course, super::now().date_naive());
            let mut told = complaints(folder, &course);
            for one in &advice {
                told.push_str(&format!("{}/{}:{}: advice: {}\n", folder.display(), one.file, one.line, one.text));
            }
            if figures {
                told.push_str(&figures::table(&course.modules));
                told.push('\n');
            }
            told.push_str(&format!("{}, {} pieces of advice\n", counts(&course), advice.len()));
            print(&told)?;
            let failed = !course.complaints.is_empty() || strict && !advice.is_empty();
            Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }
        Content::Import { .. } => {
            print(&format!("{}{}\n", complaints(folder, &course), counts(&course)))?;
            if !course.complaints.is_empty() {
                return Ok(ExitCode::FAILURE);
            }
            let database = Database::open(settings)?;
            db::migrate(&database.url).await?;
            let imported = import::import(&mut database.connect().await?, &course, super::now()).await?;
            for (code, number) in &imported.published {
                println!("{code}: edition {number}");
            }
            println!("{} modules published, {} unchanged", imported.published.len(), imported.unchanged);
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// All at once; who reads only the head of it may close the pipe.
fn print(told: &str) -> std::io::Result<()> {
    match std::io::stdout().write_all(told.as_bytes()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn complaints(folder: &Path, course: &Course) -> String {
    course.complaints.iter().map(|complaint| format!("{}/{complaint}\n", folder.display())).collect()
}

fn counts(course: &Course) -> String {
    let questions: usize = course.modules.iter().map(|module| module.questions.len()).sum();
    let lessons: usize = course.modules.iter().map(|module| module.lessons.len()).sum();
    format!(
        "{} modules, {lessons} lessons, {questions} questions, {} terms: {} complaints",
        course.modules.len(),
        course.glossary.len(),
        course.complaints.len()
    )
}
