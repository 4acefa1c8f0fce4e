//! What an administrator sees of the running service: the work that waits and the mails that were written.

pub mod account_api;
pub mod account_pages;
pub mod api;
pub mod hindrance;
pub mod pages;

use crate::{
    brevets::{number::BrevetNumber, store},
    db::Connection,
    ids::{BrevetId, JobId},
    jobs::{Job, JobKind},
};
use diesel::QueryResult;
use std::collections::HashMap;

/// The brevets that jobs are about.
pub async fn brevets_of(db: &mut Connection, jobs: &[Job]) -> QueryResult<HashMap<JobId, BrevetNumber>> {
    let brevet = |job: &Job| match job.kind {
        JobKind::SealBrevet | JobKind::SealBadgeFile => Some((job.id, BrevetId::from(job.subject_id))),
        JobKind::SendMail | JobKind::VerifyBatch => None,
    };
    let sealing: Vec<(JobId, BrevetId)> = jobs.iter().filter_map(brevet).collect();
    let ids: Vec<BrevetId> = sealing.iter().map(|(_, brevet)| *brevet).collect();
    let numbers = store::numbers(db, &ids).await?;
    Ok(sealing.into_iter().filter_map(|(job, brevet)| Some((job, numbers.get(&brevet)?.clone()))).collect())
}
