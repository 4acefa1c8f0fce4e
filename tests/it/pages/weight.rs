use super::furnished;
use crate::{
    access::sign_in_by_form,
    browser::Browser,
    harness::{Client, Reply, Service, eventually},
};
use connectoo::identity::Role;
use std::collections::BTreeMap;

/// What a page and all that it loads may take over the wire when nothing of it is kept yet.
const MOST: usize = 60_000;
const MOST_STYLE: usize = 25_000;

/// As a browser of today asks.
async fn loaded(client: &Client, address: &str) -> Reply {
    let request = client.http.get(format!("{}{address}", client.url)).header("accept-encoding", "gzip, br");
    Client::send(request).await
}

/// The files of ours that a page names: its stylesheet, scripts and pictures.
fn named(html: &str) -> Vec<String> {
    let values = |attribute: &str| {
        let start = format!(" {attribute}=\"");
        let parts = html.split(&start).skip(1);
        parts.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect::<Vec<_>>()
    };
    // The picture of a sheet is folded away, and not fetched before somebody unfolds it.
    let is_file = |address: &String| address.starts_with("/static/") || address.contains("/media/");
    [values("src"), values("href")].concat().into_iter().filter(is_file).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_takes_more_than_60_kilobytes_at_first() {
    let (service, pages) = furnished().await;
    let mut files = BTreeMap::<String, usize>::new();
    let mut heavy = Vec::new();
    for role in [None, Some(Role::Learner), Some(Role::Administrator)] {
        let client = service.visitor();
        if let Some(role) = role {
            sign_in_by_form(&client, role).await;
        }
        for page in pages.iter().filter(|page| page.role == role) {
            let reply = loaded(&client, &page.path).await;
            let mut weight = reply.sent;
            let mut addresses = named(&reply.text());
            addresses.sort();
            addresses.dedup();
            assert!(addresses.iter().any(|address| address.contains("/style.css")), "{}", page.path);
            for address in addresses {
                if !files.contains_key(&address) {
                    files.insert(address.clone(), loaded(&client, &address).await.expect(200).sent);
                }
                weight += files[&address];
            }
            if weight > MOST {
                heavy.push((page.path.clone(), weight));
            }
        }
    }
    assert!(heavy.is_empty(), "more than {MOST} bytes: {heavy:#?}");
    let style = files.iter().find(|(address, _)| address.contains("/style.css")).unwrap().1;
    assert!(*style <= MOST_STYLE, "the stylesheet takes {style} bytes");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_picture_of_a_sheet_is_fetched_when_it_is_unfolded() {
    let service = Service::start().await;
    let number = service.learner().await.earn_basic(&service).await;
    let browser = Browser::open(&service.url, 320, "nl").await;
    browser.go(&format!("/verify/{number}")).await;
    let fetched = async || {
        let count = "return performance.getEntriesByType('resource').filter(e => e.name.endsWith('/picture')).length";
        browser.driver.execute(count, Vec::new()).await.unwrap()
    };
    browser.driver.execute("window.scrollTo(0, document.body.scrollHeight)", Vec::new()).await.unwrap();
    assert_eq!(fetched().await, 0);
    browser.click(".brevet-sheet summary").await;
    eventually("the picture", || async { (fetched().await == 1).then_some(()) }).await;
    browser.close().await;
}
