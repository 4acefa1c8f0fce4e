//! A small HTTP/1.1 client that only counts: kept connections, prepared requests, one thread.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// Requests to send.
pub struct Load {
    requests: Vec<Vec<u8>>,
    /// Whether to begin anew after the last.
    again: bool,
}

impl Load {
    /// Half of the requests, for a figure that is measured in two turns.
    pub fn halves(mut self) -> [Self; 2] {
        let rest = self.requests.split_off(self.requests.len() / 2);
        [Self { requests: rest, again: self.again }, self]
    }

    pub fn repeat(request: Vec<u8>) -> Self {
        Self { requests: vec![request], again: true }
    }

    pub fn cycle(requests: Vec<Vec<u8>>) -> Self {
        Self { requests, again: true }
    }

    pub fn once(requests: Vec<Vec<u8>>) -> Self {
        Self { requests, again: false }
    }
}

pub struct Measured {
    pub per_second: f64,
    pub p99_ms: f64,
}

pub fn get(path: &str, token: Option<&str>) -> Vec<u8> {
    let token = token.map_or(String::new(), |token| format!("authorization: Bearer {token}\r\n"));
    format!("GET {path} HTTP/1.1\r\nhost: x\r\n{token}\r\n").into_bytes()
}

pub fn send(method: &str, path: &str, token: Option<&str>, body: &str) -> Vec<u8> {
    let token = token.map_or(String::new(), |token| format!("authorization: Bearer {token}\r\n"));
    let length = body.len();
    format!("{method} {path} HTTP/1.1\r\nhost: x\r\n{token}content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}").into_bytes()
}

/// Sends for so long, or until there is nothing left. Any answer but 2xx fails the run.
pub async fn drive(address: &str, load: Load, connections: usize, span: Duration) -> Measured {
    let (load, next, latencies) = (Arc::new(load), Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Vec::new())));
    let started = Instant::now();
    let workers = (0..connections).map(|_| {
        let (address, load, next, latencies) = (address.to_owned(), load.clone(), next.clone(), latencies.clone());
        tokio::spawn(async move {
            let mut stream = TcpStream::connect(&address).await.unwrap();
            stream.set_nodelay(true).unwrap();
            let (mut buffer, mut own) = (vec![0; 256 * 1024], Vec::new());
            while started.elapsed() < span {
                let at = next.fetch_add(1, Ordering::Relaxed);
                if at >= load.requests.len() && !load.again {
                    break;
                }
                let sent = Instant::now();
                stream.write_all(&load.requests[at % load.requests.len()]).await.unwrap();
                let (status, _) = answer(&mut stream, &mut buffer).await;
                assert!((200..300).contains(&status), "{status}: {}", String::from_utf8_lossy(&buffer[..500]));
                own.push(sent.elapsed().as_secs_f64() * 1000.0);
            }
            latencies.lock().unwrap().extend(own);
        })
    });
    for worker in workers.collect::<Vec<_>>() {
        worker.await.unwrap();
    }
    let took = started.elapsed().as_secs_f64();
    let mut latencies = std::mem::take(&mut *latencies.lock().unwrap());
    latencies.sort_by(f64::total_cmp);
    let p99_ms = latencies.get(latencies.len().saturating_sub(1) * 99 / 100).copied().unwrap_or_default();
    Measured { per_second: latencies.len() as f64 / took, p99_ms }
}

/// Where these bytes are. Fast, since the client works on the same processors: else a longer head would count against us.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, wanted)
}

/// Reads one answer to its end: its status and the size of its body.
async fn answer(stream: &mut TcpStream, buffer: &mut [u8]) -> (u16, usize) {
    let mut filled = 0;
    loop {
        let read = stream.read(&mut buffer[filled..]).await.unwrap();
        assert!(read > 0, "the service hung up");
        filled += read;
        let Some(head) = find(&buffer[..filled], b"\r\n\r\n") else { continue };
        let status = std::str::from_utf8(&buffer[9..12]).unwrap().parse().unwrap();
        let length = find(&buffer[..head], b"\r\ncontent-length: ").map_or(0, |at| {
            let digits = buffer[at + 18..].iter().take_while(|byte| byte.is_ascii_digit());
            digits.fold(0, |length, digit| length * 10 + usize::from(digit - b'0'))
        });
        let whole = head + 4 + length;
        while filled < whole {
            let read = stream.read(&mut buffer[filled..]).await.unwrap();
            assert!(read > 0, "the service hung up");
            filled += read;
        }
        return (status, length);
    }
}

/// The size of an answer's body.
pub async fn size(address: &str, path: &str) -> usize {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(&get(path, None)).await.unwrap();
    answer(&mut stream, &mut vec![0; 256 * 1024]).await.1
}

pub async fn wait_until_up(address: &str) {
    for _ in 0..400 {
        if TcpStream::connect(address).await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("{address} is not up after 10 seconds");
}

/// A port that is free now.
pub fn free_address() -> String {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}
