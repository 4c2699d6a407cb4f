//! A network for tests: a publisher's files behind an address, and things that go wrong on demand.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    clippy::missing_panics_doc,
    clippy::missing_errors_doc,
    reason = "test code"
)]

use std::sync::{Arc, Mutex};

use super::transport::{Exchange, Request, Response, Transport, TransportError, host_of};
use standing_verify::metadata::testing::Files;

/// The address under which the files lie.
pub const REPO: &str = "https://repo.example/tuf";

/// What happens to the next request of a path.
#[derive(Debug, Clone)]
pub enum Fault {
    /// No connection.
    Unreachable,
    /// An answer with this status and body.
    Answer(u16, Vec<u8>),
    /// The connection breaks after so many bytes of a range.
    Cut(usize),
    /// The server does not know ranges.
    NoRanges,
}

/// Files of a publisher, served.
#[derive(Clone)]
pub struct FakeNetwork {
    files: Files,
    faults: Arc<Mutex<Vec<(String, Fault)>>>,
    asked: Arc<Mutex<Vec<Request>>>,
}

impl FakeNetwork {
    pub fn new(files: &Files) -> Arc<Self> {
        let (files, faults, asked) = (files.clone(), Arc::default(), Arc::default());
        Arc::new(Self { files, faults, asked })
    }

    /// Lets the next request whose address holds `part` meet a fault.
    pub fn fail(&self, part: &str, fault: Fault) {
        self.faults.lock().unwrap().push((part.to_owned(), fault));
    }

    /// The addresses that were asked for since the last call, without the repository's.
    pub fn asked(&self) -> Vec<String> {
        let asked = std::mem::take(&mut *self.asked.lock().unwrap());
        asked.iter().map(|request| path(&request.url).to_owned()).collect()
    }

    /// The hosts that were asked since the last call, each once, in order.
    pub fn asked_hosts(&self) -> Vec<String> {
        let asked = std::mem::take(&mut *self.asked.lock().unwrap());
        let mut hosts: Vec<String> = asked.iter().map(|one| host_of(&one.url)).collect();
        hosts.dedup();
        hosts
    }

    fn answer(&self, request: &Request) -> Result<Response, TransportError> {
        let body = |body: Vec<u8>, status| {
            if body.len() > request.limit {
                return Err(TransportError::TooLarge { limit: request.limit });
            }
            Ok(Response { status, headers: Vec::new(), body })
        };
        let fault = {
            let mut faults = self.faults.lock().unwrap();
            let at = faults.iter().position(|(part, _)| request.url.contains(part));
            at.map(|at| faults.remove(at).1)
        };
        let path = path(&request.url);
        let file = self.files.get(path.strip_prefix("metadata/").unwrap_or(path));
        let range = request.headers.iter().find(|(name, _)| *name == "range");
        let range = range.map(|(_, value)| {
            let (from, to) = value.strip_prefix("bytes=").unwrap().split_once('-').unwrap();
            (from.parse::<usize>().unwrap(), to.parse::<usize>().unwrap())
        });
        match (fault, file, range) {
            (Some(Fault::Unreachable), ..) => Err(TransportError::Unreachable),
            (Some(Fault::Answer(status, bytes)), ..) => body(bytes, status),
            (_, None, _) => body(Vec::new(), 404),
            (Some(Fault::NoRanges), Some(file), _) | (None, Some(file), None) => body(file, 200),
            (fault, Some(file), Some((from, to))) => {
                if from >= file.len() {
                    return body(Vec::new(), 416);
                }
                let part = &file[from..file.len().min(to + 1)];
                let cut = match fault {
                    Some(Fault::Cut(most)) => most.min(part.len()),
                    _ => part.len(),
                };
                let mut answer = body(part[..cut].to_vec(), 206)?;
                let last = from + cut - 1;
                let range = format!("bytes {from}-{last}/{}", file.len());
                answer.headers.push(("content-range".to_owned(), range));
                Ok(answer)
            }
            (Some(Fault::Cut(_)), Some(_), None) => Err(TransportError::Unreachable),
        }
    }
}

/// The path below the repository, at any host.
fn path(url: &str) -> &str {
    url.split_once("/tuf/").unwrap().1
}

impl Transport for FakeNetwork {
    fn send(&self, request: Request) -> Exchange<'_> {
        Box::pin(async move {
            self.asked.lock().unwrap().push(request.clone());
            self.answer(&request)
        })
    }
}
