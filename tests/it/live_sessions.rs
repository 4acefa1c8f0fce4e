//! Live sessions: seats that are never given twice, the waiting list, letters and calendars, attendance, and the brevet that may
//! rest on it.

pub mod brevet;
mod calendar;
mod next_step;
mod on_pages;
mod planning;
mod reminders;
mod seats;
mod told;

use crate::harness::{Client, Service};
use connectoo::{identity::Role, ids::LiveSessionId};
use serde_json::{Value, json};

/// Before every session of these tests.
pub const NOW: &str = "2027-01-04T08:00:00Z";

/// A session of the basic level, for which nobody needs a brevet.
pub fn plan(level: &str, capacity: i32) -> Value {
    json!({
        "level": level, "title": "Gesprekken oefenen", "language": "nl", "startsAt": "2027-01-12T13:00:00Z",
        "endsAt": "2027-01-12T15:00:00Z", "closesAt": "2027-01-11T13:00:00Z", "place": "Simon Bolivarlaan 30",
        "link": "https://meet.example.be/oefenen", "capacity": capacity,
    })
}

/// Plans a session and gives its path.
pub async fn planned(trainer: &Client, level: &str, capacity: i32) -> String {
    let session = trainer.post("/liveSessions", plan(level, capacity)).await.expect(201);
    session.header("location").strip_prefix("/api/connectoo/v1").unwrap().to_owned()
}

pub async fn registers(who: &Client, session: &str) -> crate::harness::Reply {
    who.put(&format!("{session}/registration"), json!({})).await
}

pub async fn withdraws(who: &Client, session: &str) -> crate::harness::Reply {
    who.delete(&format!("{session}/registration")).await
}

pub async fn marks(trainer: &Client, session: &str, present: &[&Client], absent: &[&Client]) -> crate::harness::Reply {
    let ids = |of: &[&Client]| of.iter().map(|one| one.account.unwrap().to_string()).collect::<Vec<_>>();
    trainer.put(&format!("{session}/attendance"), json!({"present": ids(present), "absent": ids(absent)})).await
}

/// So many people more with a seat and in line. By SQL, since hundreds of sign-ins would take minutes.
pub async fn crowd(service: &Service, session: &str, seated: i32, waiting: i32) -> diesel::QueryResult<usize> {
    use diesel::sql_types::{Integer, Uuid};
    use diesel_async::RunQueryDsl;
    let id: LiveSessionId = session.rsplit('/').next().unwrap().parse().unwrap();
    let people = "WITH people AS (INSERT INTO accounts (id, email, name, language, role, password_hash, registered_at)
            SELECT gen_random_uuid(), 'crowd-' || n || '@example.be', 'Crowd ' || n, 'nl', 'learner', '$argon2id$none', now()
            FROM generate_series(1, $1 + $2) AS n RETURNING id),
        line AS (SELECT id, row_number() OVER () AS n FROM people)
        INSERT INTO live_session_registrations (learner_id, session_id, state, turn, registered_at, seated_at)
        SELECT id, $3, CASE WHEN n <= $1 THEN 'seated' ELSE 'waiting' END::registration_state, 1000 + n, now(),
            CASE WHEN n <= $1 THEN now() END FROM line";
    let people = diesel::sql_query(people).bind::<Integer, _>(seated).bind::<Integer, _>(waiting).bind::<Uuid, _>(id);
    people.execute(&mut service.db().await).await
}

/// A service that lives before the sessions, and its trainer.
pub async fn service_and_trainer() -> (Service, Client) {
    let service = Service::start().await;
    service.live_at(NOW);
    let trainer = service.person(Role::Trainer).await;
    (service, trainer)
}

/// Lets the service live at a moment, and signs in again those whose tokens that ends.
pub async fn later(service: &Service, moment: &str, people: &mut [(&mut Client, &str)]) {
    service.live_at(moment);
    for (client, name) in people {
        client.sign_in(&format!("{name}@example.be"), crate::harness::PASSWORD).await;
    }
}

/// Sessions in which every page has something to show. Gives the pages of a learner and those of an administrator.
pub async fn furnish(service: &Service, learner: &Client, administrator: &Client) -> (Vec<String>, Vec<String>) {
    let now = service.app.clock.now();
    let in_minutes = |minutes| (now + chrono::Duration::minutes(minutes)).to_rfc3339();
    let mut paths = Vec::new();
    let long = "Langeoefeningsnaam".repeat(6);
    for (starts, title) in
        [(2, "Vandaag oefenen"), (600, "Morgen oefenen"), (700, &*long), (800, "Volle sessie"), (900, "Afgelast")]
    {
        let mut plan = plan("basic", 1);
        for (name, value) in [("startsAt", starts), ("endsAt", starts + 60), ("closesAt", starts)] {
            plan[name] = in_minutes(value).into();
        }
        plan["title"] = title.into();
        let session = administrator.post("/liveSessions", plan).await.expect(201);
        let session = session.header("location").strip_prefix("/api/connectoo/v1").unwrap().to_owned();
        match title {
            "Volle sessie" => assert_eq!(crowd(service, &session, 1, 10).await, Ok(11)),
            _ => drop(registers(learner, &session).await.expect(201)),
        }
        if title == "Afgelast" {
            let why = json!({"why": "De lesgever is ziek"});
            administrator.post(&format!("{session}/cancellation"), why).await.expect(200);
        }
        paths.push(session.replace("/liveSessions", "/live-sessions"));
    }
    service.app.clock.shift(chrono::Duration::minutes(3));
    let page = |at: usize, rest: &str| format!("{}{rest}", paths[at]);
    let learners = ["/live-sessions".to_owned(), page(1, "/withdrawal")].into_iter();
    let learners = learners.chain((1..paths.len()).map(|at| page(at, ""))).collect();
    let all = ["/live-sessions", "/live-sessions/new"].map(String::from).into_iter();
    let rest =
        [page(0, "/attendance"), page(1, ""), page(1, "/edit"), page(2, "/cancellation"), page(1, "/attendance")];
    (learners, all.chain(rest).collect())
}
