//! The page that tells what an uploaded file is worth.

use super::{
    FileVerdict, file,
    pages::{FormPage, ResultPage},
};
use crate::{
    app::App,
    identity::{
        access::{Anyone, Db},
        browser,
        throttle::{self, Counted},
    },
    page::{Page, show, show_again},
    problem::{Answer, Issue, Kind, Problem, Reason},
    t,
    upload::FileForm,
};
use actix_web::{HttpRequest, web};

pub async fn post_file(
    request: HttpRequest,
    form: Result<FileForm, Problem>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    let bytes = match form {
        Ok(FileForm(parts)) => {
            let bytes = parts.file.map(|file| file.bytes);
            let refusal = bytes.as_ref().map_or(Some(Reason::Missing), |bytes| file::refusal(bytes));
            refusal.map_or_else(|| Ok(bytes.unwrap_or_default()), Err)
        }
        Err(problem) if problem.kind == Kind::PayloadTooLarge => Err(Reason::FileTooLarge),
        Err(problem) => return Err(problem),
    };
    let page = Page::new(&request, viewer.as_ref(), t!(language, "verify-title"));
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(reason) => {
            let page = page.with_form(&request).with_issues(&[Issue::body("file", reason)]);
            return show_again(&FormPage { page, number: String::new() }, language);
        }
    };
    let address = browser::remote_address(&request);
    let db = &mut *db.get().await?;
    throttle::reserve(db, &[Counted::FileFrom(&address)], Kind::TooManyRequests, app.clock.now()).await?;
    let verdict = super::verify_file(&app, db, bytes).await?;
    show(&result(&app, page, &verdict), language)
}

fn result(app: &App, page: Page, verdict: &FileVerdict) -> ResultPage {
    let language = page.language;
    match verdict {
        FileVerdict::Original(verified) => {
            let mut result = ResultPage::known(app, page, verified);
            result.told.insert(0, t!(language, "verify-file-original"));
            result
        }
        FileVerdict::Altered(Some(original)) => {
            let mut result = ResultPage::known(app, page, original);
            let now = result.page.title.clone();
            result.told.insert(0, t!(language, "verify-original-state", state = now));
            let told = [t!(language, "verify-altered-text"), t!(language, "verify-altered-original")];
            result.told.splice(0..0, told);
            result.state = "altered";
            result.page.title = t!(language, "verify-altered");
            result
        }
        FileVerdict::Altered(None) => {
            let told = vec![t!(language, "verify-altered-text"), t!(language, "verify-file-next")];
            ResultPage::bare(app, page, "altered", t!(language, "verify-altered"), told)
        }
        FileVerdict::SealedElsewhere => {
            let told = vec![t!(language, "verify-elsewhere-text"), t!(language, "verify-file-next")];
            ResultPage::bare(app, page, "sealedElsewhere", t!(language, "verify-elsewhere"), told)
        }
        FileVerdict::Unknown { encrypted } => {
            let locked = encrypted.then(|| t!(language, "verify-file-encrypted"));
            let told = [Some(t!(language, "verify-file-unknown-text")), locked, Some(t!(language, "verify-file-next"))];
            let told = told.into_iter().flatten().collect();
            ResultPage::bare(app, page, "unknown", t!(language, "verify-file-unknown"), told)
        }
    }
}
