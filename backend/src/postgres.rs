//! A private PostgreSQL: finds the server's programs, makes a cluster once, runs it as a child on a Unix socket, and
//! stops it when dropped or when this process dies, however it dies.

use anyhow::{Context, bail, ensure};
use nix::{
    sys::signal::{Signal, kill},
    unistd::{Pid, Uid, User, chown, geteuid},
};
use std::{
    env, fs,
    io::Write,
    os::unix::{
        fs::{DirBuilderExt, MetadataExt},
        net::UnixStream,
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

/// How long a start may take, recovery after a crash included.
const PATIENCE: Duration = Duration::from_secs(60);
/// Longest path of a Unix socket, less the terminating zero (unix(7)).
const LONGEST_SOCKET: usize = 107;

const SOCKET: &str = ".s.PGSQL.5432";

/// How often the server is looked after.
const WATCH: Duration = Duration::from_millis(200);

/// The server, kept running by a thread of its own until this is dropped.
pub struct PrivatePostgres {
    folder: PathBuf,
    keeper: Option<(Sender<()>, thread::JoinHandle<()>)>,
    /// Whoever runs the server holds this; the kernel lets it go when they die. None with who joined.
    _lock: Option<fs::File>,
}

/// Where `initdb` and `postgres` are: in `.pg/bin`, on the PATH, in the usual places of distributions, the newest first.
pub fn programs() -> anyhow::Result<PathBuf> {
    let mut places = vec![PathBuf::from(".pg/bin")];
    places.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    for (base, bin) in [("/usr/lib/postgresql", "bin"), ("/usr/pgsql", "bin"), ("/opt/homebrew/opt", "bin")] {
        let entries = fs::read_dir(base).into_iter().flatten().flatten();
        let mut versions: Vec<PathBuf> = entries.map(|entry| entry.path().join(bin)).collect();
        versions.sort();
        places.extend(versions.into_iter().rev());
    }
    programs_in(places)
}

fn programs_in(places: Vec<PathBuf>) -> anyhow::Result<PathBuf> {
    let has_both = |place: &PathBuf| place.join("initdb").is_file() && place.join("postgres").is_file();
    let found = places.into_iter().find(has_both).context(
        "PostgreSQL's programs are not installed. Run bin/setup, or install the package postgresql, or set DATABASE_URL",
    )?;
    Ok(found.canonicalize()?)
}

/// PostgreSQL refuses to run as root; then it runs as `postgres`, else as `nobody`.
fn account() -> anyhow::Result<Option<User>> {
    if !geteuid().is_root() {
        return Ok(None);
    }
    for name in ["postgres", "nobody"] {
        if let Some(user) = User::from_name(name)? {
            return Ok(Some(user));
        }
    }
    bail!("this runs as root, and there is no user postgres or nobody to run PostgreSQL as")
}

fn command(program: impl AsRef<std::ffi::OsStr>, user: Option<&User>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null());
    for name in ["PGDATA", "PGPORT", "PGHOST", "PGUSER", "PGDATABASE"] {
        command.env_remove(name);
    }
    if let Some(user) = user {
        command.uid(user.uid.as_raw()).gid(user.gid.as_raw());
    }
    command
}

impl PrivatePostgres {
    /// Starts the server of `folder`. `settings` are `name=value`. Should the server die, it is started again.
    ///
    /// `launcher` is this program: it is started as the server's parent of one moment (`become_postgres`), which asks the
    /// kernel to stop the server when we die. The kernel means the thread that started it, hence the keeper.
    ///
    /// # Errors
    /// When another process runs it: the server would end with that one.
    pub fn start(folder: &Path, launcher: &Path, settings: &[&str]) -> anyhow::Result<Self> {
        let (bin, user) = (programs()?, account()?);
        let folder = prepare(folder, user.as_ref())?;
        match lock(&folder)? {
            Ok(lock) => Self::run(lock, bin, user, folder, launcher, settings),
            Err(holder) => bail!(
                "{} is in use by process {holder}, as the file lock in it says: stop that one, or choose another data folder \
                 with CONNECTOO_DATA_DIR",
                folder.display()
            ),
        }
    }

    /// Joins the server of `folder` that another process runs, or starts it: for what is over soon.
    pub fn join(folder: &Path, launcher: &Path) -> anyhow::Result<Self> {
        let (bin, user) = (programs()?, account()?);
        let folder = prepare(folder, user.as_ref())?;
        let started = Instant::now();
        loop {
            match lock(&folder)? {
                Ok(lock) => return Self::run(lock, bin, user, folder, launcher, &[]),
                Err(_) if UnixStream::connect(folder.join(SOCKET)).is_ok() => {
                    return Ok(Self { folder, keeper: None, _lock: None });
                }
                Err(holder) => ensure!(
                    started.elapsed() < PATIENCE,
                    "process {holder} holds {}/lock and its database does not answer; stop that one",
                    folder.display()
                ),
            }
            thread::sleep(WATCH);
        }
    }

    fn run(
        lock: fs::File,
        bin: PathBuf,
        user: Option<User>,
        folder: PathBuf,
        launcher: &Path,
        settings: &[&str],
    ) -> anyhow::Result<Self> {
        let socket = folder.join(SOCKET);
        ensure!(socket.as_os_str().len() < LONGEST_SOCKET, "{} is too long for a Unix socket", socket.display());
        init(&bin, user.as_ref(), &folder)?;
        let plan = Plan {
            launcher: launcher.to_path_buf(),
            postgres: bin.join("postgres"),
            user,
            folder: folder.clone(),
            settings: settings.iter().map(ToString::to_string).collect(),
        };
        let (tell, told) = mpsc::channel();
        let (stop, stopped) = mpsc::channel();
        let keeper = thread::spawn(move || plan.keep(&tell, &stopped));
        told.recv().context("the keeper of the database ended")??;
        Ok(Self { folder, keeper: Some((stop, keeper)), _lock: Some(lock) })
    }

    /// The address of a database of this server.
    pub fn url(&self, database: &str) -> String {
        let path = self.folder.as_os_str().as_encoded_bytes();
        let host: String = path.iter().map(|byte| format!("%{byte:02X}")).collect();
        format!("postgres://connectoo@{host}/{database}")
    }
}

impl Drop for PrivatePostgres {
    fn drop(&mut self) {
        if let Some((stop, keeper)) = self.keeper.take() {
            drop(stop);
            let _ = keeper.join();
        }
    }
}

/// All that a start needs.
struct Plan {
    launcher: PathBuf,
    postgres: PathBuf,
    user: Option<User>,
    folder: PathBuf,
    settings: Vec<String>,
}

impl Plan {
    /// The keeper's life: start, tell, watch, start again, stop.
    fn keep(&self, tell: &Sender<anyhow::Result<()>>, stopped: &Receiver<()>) {
        let mut server = match self.start() {
            Ok(server) => server,
            Err(error) => return drop(tell.send(Err(error))),
        };
        let _ = tell.send(Ok(()));
        while stopped.recv_timeout(WATCH) == Err(RecvTimeoutError::Timeout) {
            if server.has_ended() {
                tracing::error!("the private database ended by itself and is started again");
                match self.start() {
                    Ok(again) => server = again,
                    Err(error) => tracing::error!(error = format!("{error:#}"), "the private database does not start"),
                }
            }
        }
    }

    /// Starts the server. One whose processes are still on their way out after a kill is waited for.
    fn start(&self) -> anyhow::Result<Running> {
        let started = Instant::now();
        loop {
            match self.start_once() {
                Err(error) if is_of_a_dying_server(&error) && started.elapsed() < PATIENCE => thread::sleep(WATCH),
                result => return result,
            }
        }
    }

    fn start_once(&self) -> anyhow::Result<Running> {
        let log = fs::File::create(self.folder.join("log"))?;
        let mut server = Command::new(&self.launcher);
        server.arg("become-postgres").arg(&self.postgres);
        if let Some(user) = &self.user {
            server.args(["--uid", &user.uid.to_string(), "--gid", &user.gid.to_string()]);
        }
        server.args(["--parent", &std::process::id().to_string(), "--", "-D", "data", "-k"]).arg(&self.folder);
        server.args(["-c", "listen_addresses=", "-c", "unix_socket_permissions=0700"]);
        for setting in &self.settings {
            server.args(["-c", setting]);
        }
        // Its own process group: Ctrl-C reaches this program first, which drains and then stops the server.
        server.current_dir(&self.folder).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).process_group(0);
        let child = server.spawn().with_context(|| format!("cannot start {}", self.launcher.display()))?;
        let mut running = Running(child);
        running.wait_until_ready(&self.folder)?;
        Ok(running)
    }
}

/// Whether PostgreSQL met one that still ends: nobody else holds the lock, so it was left behind.
fn is_of_a_dying_server(error: &anyhow::Error) -> bool {
    let told = error.to_string();
    told.contains("still in use") || told.contains("already exists")
}

/// The process of the server; stopped when dropped.
struct Running(Child);

impl Running {
    fn has_ended(&mut self) -> bool {
        !matches!(self.0.try_wait(), Ok(None))
    }

    /// The eighth line of the pid file is what `pg_ctl -w` waits for, too.
    fn wait_until_ready(&mut self, folder: &Path) -> anyhow::Result<()> {
        let (started, pid) = (Instant::now(), self.0.id().to_string());
        loop {
            if let Some(status) = self.0.try_wait()? {
                let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
                bail!("PostgreSQL stopped at its start ({status}):\n{log}");
            }
            let text = fs::read_to_string(folder.join("data/postmaster.pid")).unwrap_or_default();
            let mut lines = text.lines();
            if lines.next() == Some(&pid) && lines.nth(6).is_some_and(|state| state.trim() == "ready") {
                return Ok(());
            }
            ensure!(
                started.elapsed() < PATIENCE,
                "PostgreSQL is not ready after {PATIENCE:?}; see {}/log",
                folder.display()
            );
            thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let pid = Pid::from_raw(self.0.id().cast_signed());
        for (signal, patience) in [(Signal::SIGINT, 100), (Signal::SIGQUIT, 50)] {
            if self.has_ended() {
                return;
            }
            let _ = kill(pid, signal);
            for _ in 0..patience {
                if self.has_ended() {
                    return;
                }
                thread::sleep(Duration::from_millis(100));
            }
        }
        let _ = self.0.kill();
    }
}

/// The folder with the right owner and rights; a clear word when PostgreSQL's user cannot come in.
fn prepare(folder: &Path, user: Option<&User>) -> anyhow::Result<PathBuf> {
    let name = folder.display().to_string();
    // Only the last folder is for the server alone; its user must be able to pass through those above.
    let made = folder.parent().map_or(Ok(()), fs::create_dir_all);
    let made = made.and_then(|()| fs::DirBuilder::new().recursive(true).mode(0o700).create(folder));
    made.with_context(|| format!("cannot make the folder {name}"))?;
    let folder = folder.canonicalize()?;
    if let Some(user) = user {
        chown(&folder, Some(user.uid), Some(user.gid))?;
    }
    let owner = Uid::from_raw(fs::metadata(&folder)?.uid());
    ensure!(user.map_or(geteuid(), |user| user.uid) == owner, "{name} belongs to another user");
    let can_enter = command("true", user, &folder).status().is_ok_and(|status| status.success());
    ensure!(
        can_enter,
        "{name} lies in a folder that PostgreSQL's user may not enter; choose another with CONNECTOO_DATA_DIR, such as /var/lib/connectoo"
    );
    Ok(folder)
}

/// The folder's lock, or the number of the process that holds it.
fn lock(folder: &Path) -> anyhow::Result<Result<fs::File, String>> {
    let path = folder.join("lock");
    let open = fs::OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
    let mut file = open.with_context(|| format!("cannot write {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => {
            file.set_len(0)?;
            write!(file, "{}", std::process::id())?;
            Ok(Ok(file))
        }
        Err(fs::TryLockError::WouldBlock) => Ok(Err(fs::read_to_string(&path)?)),
        Err(fs::TryLockError::Error(error)) => {
            Err(anyhow::Error::from(error).context(format!("cannot lock {}", path.display())))
        }
    }
}

/// Makes the cluster under another name first, so that an interrupted `initdb` leaves nothing half made.
fn init(bin: &Path, user: Option<&User>, folder: &Path) -> anyhow::Result<()> {
    if folder.join("data/PG_VERSION").exists() {
        return Ok(());
    }
    let _ = fs::remove_dir_all(folder.join("data.new"));
    let made = command(bin.join("initdb"), user, folder)
        .args([
            "-D",
            "data.new",
            "-U",
            "connectoo",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-instructions",
            "--data-checksums",
        ])
        .output()?;
    ensure!(made.status.success(), "initdb failed: {}", String::from_utf8_lossy(&made.stderr));
    fs::rename(folder.join("data.new"), folder.join("data"))?;
    Ok(())
}

/// Turns this process into the server: gives up root, asks to be stopped when the parent dies, and runs `postgres`.
/// Only returns when it cannot.
pub fn become_postgres(postgres: &Path, ids: Option<(u32, u32)>, parent: u32, arguments: &[String]) -> anyhow::Error {
    let step = || -> anyhow::Result<()> {
        if let Some((uid, gid)) = ids {
            nix::unistd::setgroups(&[])?;
            nix::unistd::setgid(gid.into())?;
            nix::unistd::setuid(uid.into())?;
        }
        // After the change of user, which would clear it.
        #[cfg(target_os = "linux")]
        nix::sys::prctl::set_pdeathsig(Signal::SIGINT)?;
        ensure!(nix::unistd::getppid().as_raw().cast_unsigned() == parent, "the parent is gone already");
        Ok(())
    };
    match step() {
        Ok(()) => anyhow::Error::from(Command::new(postgres).args(arguments).exec()),
        Err(error) => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of distributions are fixed, and a machine that tests has PostgreSQL in one: no start can be without.
    #[test]
    fn without_postgresql_the_start_says_what_to_install() {
        let folder = env::temp_dir().join(format!("connectoo-programs-{}", std::process::id()));
        let (half, whole) = (folder.join("half"), folder.join("whole"));
        for (place, program) in [(&half, "postgres"), (&whole, "postgres"), (&whole, "initdb")] {
            fs::create_dir_all(place).unwrap();
            fs::write(place.join(program), "").unwrap();
        }
        for places in [vec![], vec![folder.join("nowhere"), half.clone()]] {
            let told = programs_in(places).unwrap_err().to_string();
            assert!(told.contains("not installed. Run bin/setup, or install the package postgresql"), "{told}");
        }
        assert_eq!(programs_in(vec![half, whole.clone()]).unwrap(), whole.canonicalize().unwrap());
        fs::remove_dir_all(folder).unwrap();
    }
}
