//! Passwords as argon2id hashes, computed by threads of their own and few at a time.

use crate::problem::{Kind, Problem};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version, password_hash::phc::PasswordHash};
use std::{
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
};
use tokio::sync::{Semaphore, oneshot};

/// OWASP's first choice for argon2id; a sign-in with weaker parameters is hashed anew.
const PARAMS: (u32, u32, u32) = (19_456, 2, 1);
/// How many requests may wait for their turn before the next is told to come back.
const LONGEST_QUEUE: usize = 200;

type Work = Box<dyn FnOnce() + Send>;

/// Hashes and verifies; one processor is always left to everybody else.
///
/// A thread that stays keeps its 19 MiB of working memory for the next hash; on threads that come and go each would take fresh
/// memory, which costs a fifth of the time and hundreds of megabytes.
#[derive(Clone)]
pub struct Passwords {
    queue: Arc<Semaphore>,
    work: mpsc::Sender<Work>,
    argon2: Argon2<'static>,
    /// Verified against when there is no such account, so that both answers take the same time.
    nobody: Arc<str>,
}

impl Passwords {
    pub fn new(workers: usize) -> Self {
        Self::with_params(workers, Params::new(PARAMS.0, PARAMS.1, PARAMS.2, None).expect("valid parameters"))
    }

    /// Cheap hashes, for tests that are about something else.
    pub fn cheap() -> Self {
        Self::with_params(2, Params::new(8, 1, 1, None).expect("valid parameters"))
    }

    fn with_params(workers: usize, params: Params) -> Self {
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobody = argon2.hash_password(b"nobody").expect("the machine gives random bytes").to_string();
        let (work, waiting) = mpsc::channel::<Work>();
        let waiting = Arc::new(Mutex::new(waiting));
        for _ in 0..workers.saturating_sub(1).max(1) {
            let waiting = waiting.clone();
            // Ends when the last sender is gone.
            thread::spawn(move || {
                while let Some(work) = next(&waiting) {
                    work()
                }
            });
        }
        Self { queue: Arc::new(Semaphore::new(LONGEST_QUEUE)), work, argon2, nobody: nobody.into() }
    }

    /// The PHC string of a password.
    pub async fn hash(&self, password: &str) -> Result<String, Problem> {
        let (argon2, password) = (self.argon2.clone(), password.to_owned());
        let hashed =
            self.in_turn(move || argon2.hash_password(password.as_bytes()).map(|hash| hash.to_string())).await?;
        hashed.map_err(|error| Problem::internal(anyhow::anyhow!("{error}")))
    }

    /// Whether the password belongs to the hash. Without a hash it takes as long and says no.
    pub async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool, Problem> {
        let (argon2, password) = (self.argon2.clone(), password.to_owned());
        let known = hash.is_some();
        let hash = hash.unwrap_or(&self.nobody).to_owned();
        self.in_turn(move || {
            let parsed = PasswordHash::new(&hash).map_err(|error| Problem::internal(anyhow::anyhow!("{error}")))?;
            Ok(argon2.verify_password(password.as_bytes(), &parsed).is_ok() && known)
        })
        .await?
    }

    /// Whether a hash was made with other parameters than today's.
    pub fn is_outdated(&self, hash: &str) -> bool {
        let Ok(parsed) = PasswordHash::new(hash) else { return true };
        Params::try_from(&parsed).is_ok_and(|params| {
            let today = self.argon2.params();
            (params.m_cost(), params.t_cost(), params.p_cost()) != (today.m_cost(), today.t_cost(), today.p_cost())
        })
    }

    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
        let place = self.queue.clone().try_acquire_owned();
        let place = place.map_err(|_| Problem::retry_after(Kind::ServiceUnavailable, 5))?;
        let (tell, told) = oneshot::channel();
        // The place is kept until its work is done, and not until the request is given up: else the queue would have no end.
        // Where nobody waits any more there is nobody to work for.
        let work: Work = Box::new(move || {
            let _place = place;
            if !tell.is_closed() {
                drop(tell.send(work()));
            }
        });
        self.work.send(work).map_err(|_| Problem::internal(anyhow::anyhow!("the threads for passwords are gone")))?;
        told.await.map_err(Problem::internal)
    }
}

fn next(waiting: &Mutex<mpsc::Receiver<Work>>) -> Option<Work> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    #[tokio::test]
    async fn a_password_is_recognised_and_nothing_else() {
        let passwords = Passwords::cheap();
        let hash = passwords.hash("een koe in de tuin").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
        assert!(passwords.verify("een koe in de tuin", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("een koe in de tuim", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("nobody", None).await.unwrap());
    }

    #[tokio::test]
    async fn what_was_given_up_keeps_its_place_until_its_turn_and_costs_nothing_then() {
        let passwords = Passwords::with_params(1, Params::new(8, 1, 1, None).unwrap());
        let (open, gate) = mpsc::channel::<()>();
        let (begin, begun) = oneshot::channel();
        let held = tokio::spawn({
            let passwords = passwords.clone();
            async move {
                passwords
                    .in_turn(move || {
                        begin.send(()).unwrap();
                        gate.recv().unwrap();
                    })
                    .await
            }
        });
        begun.await.unwrap();
        let done = Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let work = || {
            let done = done.clone();
            move || done.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
        };
        for _ in 1..LONGEST_QUEUE {
            assert!(passwords.in_turn(work()).now_or_never().is_none(), "begun, and given up");
        }
        let refused = passwords.in_turn(work()).await.unwrap_err();
        assert_eq!(refused.kind, Kind::ServiceUnavailable, "the queue has an end");
        open.send(()).unwrap();
        held.await.unwrap().unwrap();
        while passwords.in_turn(work()).await.is_err() {
            tokio::task::yield_now().await; // until the thread has passed over what was given up
        }
        assert_eq!(done.load(std::sync::atomic::Ordering::Relaxed), 1, "nothing was hashed for nobody");
    }

    #[tokio::test]
    async fn a_weaker_hash_is_outdated() {
        let old = Passwords::cheap().hash("een koe in de tuin").await.unwrap();
        assert!(!Passwords::cheap().is_outdated(&old));
        assert!(Passwords::new(1).is_outdated(&old));
    }
}
