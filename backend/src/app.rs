//! What every part of the running service shares.

use crate::{
    brevets::{
        badge_keys::BadgeKeys,
        seal_certificates,
        sealing::{self, Sealing},
    },
    clock::Clock,
    db,
    identity::{passwords::Passwords, tokens::Tokens},
    keys,
    mail::deliver::Mailer,
    modules::{self, edition::CourseMemory},
    problem::Problem,
    settings::Settings,
    telemetry::Metrics,
};
use actix_web::{HttpRequest, web::Data};
use std::sync::Arc;
use tokio::sync::Notify;

pub struct App {
    pub settings: Settings,
    pub database_url: String,
    pub clock: Clock,
    pub passwords: Passwords,
    pub tokens: Tokens,
    pub seal: keys::Seal,
    pub sealing: Sealing,
    pub badges: BadgeKeys,
    pub course: CourseMemory,
    pub mailer: Mailer,
    pub metrics: Metrics,
    /// Wake this process's worker.
    pub brevet_awarded: Notify,
    pub mail_posted: Notify,
    pub batch_posted: Notify,
    pub badge_file_asked: Notify,
}

impl App {
    /// Reads keys and course. The database must be there and migrated.
    pub async fn build(
        settings: Settings,
        database_url: String,
        clock: Clock,
        passwords: Passwords,
    ) -> anyhow::Result<Arc<Self>> {
        let folder = settings.keys_dir();
        let app = Self {
            clock,
            passwords,
            tokens: Tokens::load(&folder, &settings.public_url())?,
            seal: keys::Seal::load(&settings)?,
            sealing: Sealing::new(&settings)?,
            badges: BadgeKeys::load(&folder)?,
            course: CourseMemory::default(),
            mailer: Mailer::new(&settings)?,
            metrics: Metrics::new()?,
            brevet_awarded: Notify::new(),
            mail_posted: Notify::new(),
            batch_posted: Notify::new(),
            badge_file_asked: Notify::new(),
            settings,
            database_url,
        };
        let mut connection = db::connect(&app.database_url).await?;
        modules::store::load(&mut connection, &app.course).await?;
        if let Some(key) = app.seal.opened() {
            seal_certificates::keep(&mut connection, &sealing::of_key(&*key), app.clock.now()).await?;
        }
        seal_certificates::write_beside_keys(&mut connection, &folder).await?;
        Ok(Arc::new(app))
    }

    /// The service that a request came to.
    pub fn of(request: &HttpRequest) -> Result<&Self, Problem> {
        let app = request.app_data::<Data<Self>>().map(Data::get_ref);
        app.ok_or_else(|| Problem::internal(anyhow::anyhow!("no app in this scope")))
    }

    /// The address of a page of ours, for mails, brevets and QR codes.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.settings.public_url())
    }
}
