//! The REST door for administrators to accounts, and to what is granted to their holders for quizzes.

use crate::{
    app::App,
    attempts::{
        accommodation::{self, Accommodation},
        accommodation_store::{self, Grant},
        granting,
    },
    brevets::names,
    db::Connection,
    identity::{
        access::{Administrator, Db},
        store::{self, Account},
    },
    ids::AccountId,
    input::{Body, Query, read_sought},
    problem::{Answer, Kind, Problem},
    routes::API,
};
use actix_web::{HttpResponse, web};
use diesel::QueryResult;
use serde_json::{Value, json};

/// How many accounts a search shows at most.
pub(super) const MOST_FOUND: usize = 50;

/// The accounts with this in their address, or with words of this in their name, whatever the accents: one more than are shown,
/// when there are more.
pub(super) async fn find(db: &mut Connection, sought: &str) -> QueryResult<Vec<Account>> {
    let (words, sought) = (names::plain_words(sought), sought.to_lowercase());
    let is_named = |name: &str| !words.is_empty() && names::has_words(name, &words);
    let found =
        store::people(db).await?.into_iter().filter(|(_, name, email)| email.contains(&sought) || is_named(name));
    let ids: Vec<AccountId> = found.map(|(id, ..)| id).take(MOST_FOUND + 1).collect();
    store::accounts_of(db, &ids).await
}

/// The account that a path names; what is no id names nothing.
pub(super) async fn account_of(db: &mut Connection, id: &str) -> Result<Account, Problem> {
    let id: AccountId = id.parse().map_err(|_| Kind::ResourceNotFound)?;
    Ok(store::account_if_any(db, id).await?.ok_or(Kind::ResourceNotFound)?)
}

fn one(account: &Account) -> Value {
    json!({
        "id": account.id, "href": format!("{API}/accounts/{}", account.id), "name": account.name, "email": account.email,
        "role": account.role, "registeredAt": account.registered_at,
    })
}

/// A search is sent, not asked for by an address, since a person is looked for.
pub async fn post_search(_: Administrator, Body(mut body): Body, db: Db) -> Answer {
    let sought = body.take("q", read_sought);
    body.finish()?;
    let found = find(&mut *db.get().await?, &sought.ok_or(Kind::BadRequest)?).await?;
    Ok(HttpResponse::Ok().json(json!({"items": found.iter().take(MOST_FOUND).map(one).collect::<Vec<_>>()})))
}

pub async fn get_account(id: web::Path<String>, _: Administrator, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    Ok(HttpResponse::Ok().json(one(&account_of(&mut *db.get().await?, &id).await?)))
}

pub async fn get_accommodation(id: web::Path<String>, _: Administrator, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    let db = &mut *db.get().await?;
    let account = account_of(db, &id).await?;
    told(db, account.id).await
}

pub async fn put_accommodation(
    id: web::Path<String>,
    Administrator(viewer): Administrator,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let asked = accommodation::read(body)?;
    let db = &mut *db.get().await?;
    let account = account_of(db, &id).await?;
    granting::grant(&app, db, viewer.account, account.id, asked).await?;
    told(db, account.id).await
}

/// What holds now, and every decision with who took it.
async fn told(db: &mut Connection, learner: AccountId) -> Answer {
    let history = accommodation_store::history(db, learner).await?;
    let now = history.first().map_or(Accommodation::NONE, |(grant, _)| grant.accommodation());
    let decision = |(grant, who): &(Grant, Option<String>)| {
        let mut decision = grant.accommodation().json();
        decision["grantedAt"] = json!(grant.granted_at);
        if let Some(who) = who {
            decision["grantedBy"] = who.as_str().into();
        }
        decision
    };
    let mut body = now.json();
    body["decisions"] = history.iter().map(decision).collect();
    Ok(HttpResponse::Ok().json(body))
}
