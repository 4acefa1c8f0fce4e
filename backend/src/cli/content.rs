//! `connectoo content`: check the course's files, or import them.

use super::Database;
use crate::{
    db,
    modules::{course, import},
    settings::Settings,
};
use clap::Subcommand;
use std::{path::PathBuf, process::ExitCode};

#[derive(Subcommand)]
pub enum Content {
    /// Read a course and tell every complaint with its file and line.
    Check {
        /// The course's folder. Default: the one of the settings.
        folder: Option<PathBuf>,
    },
    /// Import a course: a changed module becomes its next edition. Nothing is imported while there are complaints.
    Import { folder: Option<PathBuf> },
}

pub async fn run(settings: &Settings, command: Content) -> anyhow::Result<ExitCode> {
    let (Content::Check { folder } | Content::Import { folder }) = &command;
    let folder = folder.as_ref().unwrap_or(&settings.content_dir);
    let course = course::read(folder);
    for complaint in &course.complaints {
        println!("{}/{complaint}", folder.display());
    }
    let questions: usize = course.modules.iter().map(|module| module.questions.len()).sum();
    let lessons: usize = course.modules.iter().map(|module| module.lessons.len()).sum();
    println!(
        "{} modules, {lessons} lessons, {questions} questions, {} terms: {} complaints",
        course.modules.len(),
        course.glossary.len(),
        course.complaints.len()
    );
    if !course.complaints.is_empty() {
        return Ok(ExitCode::FAILURE);
    }
    if matches!(command, Content::Import { .. }) {
        let database = Database::open(settings)?;
        db::migrate(&database.url).await?;
        let imported = import::import(&mut database.connect().await?, &course, super::now()).await?;
        for (code, number) in &imported.published {
            println!("{code}: edition {number}");
        }
        println!("{} modules published, {} unchanged", imported.published.len(), imported.unchanged);
    }
    Ok(ExitCode::SUCCESS)
}
