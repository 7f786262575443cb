//! The connections on which people reach the portal: without delay, closed when idle, and never refused without a word.
//!
//! A request line beyond 64 kB or a head beyond 400 kB is refused by the HTTP library itself, with an empty body, before
//! anything of ours sees it. Its answer is caught here on its way out and told in a sentence; what the sender still
//! pushes is read and thrown away, so that the sentence arrives.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use app::language::Language;
use app::pages::trouble;
use axum::http::StatusCode;
use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, Sleep, sleep};

use crate::problem::Problem;

/// How long a connection may lie still: longer than any answer takes.
const MOST_IDLE: Duration = Duration::from_secs(30);
/// How much of a refused request is read and thrown away.
const MOST_DISCARDED_BYTES: usize = 64 * 1024 * 1024;
/// Enough of a request to tell its language.
const BEGINNING: usize = 32;

/// A listener whose connections are [`Wire`]s.
#[derive(Debug)]
pub struct Wires(pub TcpListener);

impl Listener for Wires {
    type Io = Wire;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Wire, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // without it a page that is sent in two pieces waits 40 ms for an acknowledgement
        if let Err(fault) = stream.set_nodelay(true) {
            tracing::debug!(%fault, "a connection keeps its delay");
        }
        (
            Wire {
                stream,
                beginning: Vec::new(),
                refusal: None,
                discarded: 0,
                idle: Box::pin(sleep(MOST_IDLE)),
            },
            address,
        )
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// One connection.
#[derive(Debug)]
pub struct Wire {
    stream: TcpStream,
    /// The first bytes of the first request.
    beginning: Vec<u8>,
    /// What is said in place of an empty refusal, and how much of it is out.
    refusal: Option<(Vec<u8>, usize)>,
    discarded: usize,
    idle: Pin<Box<Sleep>>,
}

impl Wire {
    fn is_alive(&mut self) {
        self.idle.as_mut().reset(Instant::now() + MOST_IDLE);
    }

    fn discard(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let mut room = [0; 16 * 1024];
        while self.discarded < MOST_DISCARDED_BYTES {
            if self.idle.as_mut().poll(context).is_ready() {
                break;
            }
            let mut buffer = ReadBuf::new(&mut room);
            match ready!(Pin::new(&mut self.stream).poll_read(context, &mut buffer)) {
                Ok(()) if !buffer.filled().is_empty() => self.discarded += buffer.filled().len(),
                _ => break,
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        if read.is_ready() {
            self.is_alive();
            let missing = BEGINNING.saturating_sub(self.beginning.len());
            self.beginning
                .extend(buffer.filled()[before..].iter().take(missing));
            return read;
        }
        ready!(self.idle.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncWrite for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.is_alive();
        if self.refusal.is_none()
            && let Some(status) = refused_without_a_word(bytes)
        {
            self.refusal = Some((told(status, &self.beginning), 0));
        }
        let this = &mut *self;
        let Some((refusal, written)) = &mut this.refusal else {
            return Pin::new(&mut this.stream).poll_write(context, bytes);
        };
        while *written < refusal.len() {
            *written +=
                ready!(Pin::new(&mut this.stream).poll_write(context, &refusal[*written..]))?;
        }
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_shutdown(context))?;
        if self.refusal.is_some() {
            self.discard(context)
        } else {
            Poll::Ready(Ok(()))
        }
    }
}

fn refused_without_a_word(answer: &[u8]) -> Option<StatusCode> {
    let status = match answer.strip_prefix(b"HTTP/1.1 ")?.get(..3)? {
        b"414" => StatusCode::URI_TOO_LONG,
        b"431" => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
        _ => return None,
    };
    // our own refusals have a body and are fine as they are
    let is_empty = answer
        .windows(17)
        .any(|header| header == b"content-length: 0");
    is_empty.then_some(status)
}

/// Returns the whole answer, in the form and language that the request's first bytes ask for.
fn told(status: StatusCode, beginning: &[u8]) -> Vec<u8> {
    let beginning = String::from_utf8_lossy(beginning);
    let path = beginning
        .split(' ')
        .nth(1)
        .unwrap_or("/")
        .split('?')
        .next()
        .unwrap_or("/")
        .to_owned();
    let (language, _) = Language::of_path(&path);
    let (media_type, body) = if path.starts_with("/api/") {
        (
            crate::problem::MEDIA_TYPE,
            serde_json::to_string(&Problem::of(language, status)).unwrap_or_default(),
        )
    } else {
        let (title, text) = trouble::words(language, status.as_u16());
        let lang = language.tag();
        let head = format!(
            "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>"
        );
        (
            "text/html; charset=utf-8",
            format!(
                "<!DOCTYPE html><html lang=\"{lang}\"><head>{head}</head><body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
            ),
        )
    };
    let reason = status.canonical_reason().unwrap_or_default();
    let code = status.as_u16();
    let length = body.len();
    format!(
        "HTTP/1.1 {code} {reason}\r\ncontent-type: {media_type}\r\ncontent-length: {length}\r\nconnection: close\r\n\
         x-content-type-options: nosniff\r\ncontent-security-policy: default-src 'none'\r\n\r\n{body}"
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    async fn answer_to(request: Vec<u8>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let serving = tokio::spawn(axum::serve(Wires(listener), Router::new()).into_future());
        let (mut reading, mut writing) = TcpStream::connect(address).await.unwrap().into_split();
        let sending = tokio::spawn(async move { writing.write_all(&request).await.is_ok() });
        let mut answer = String::new();
        reading.read_to_string(&mut answer).await.unwrap();
        assert!(sending.await.unwrap(), "the sender was cut off");
        serving.abort();
        answer
    }

    fn asking_for(path: &str, bytes: usize) -> Vec<u8> {
        format!(
            "GET {path}?q={} HTTP/1.1\r\nhost: portal.test\r\n\r\n",
            "a".repeat(bytes)
        )
        .into_bytes()
    }

    #[tokio::test]
    async fn ten_megabytes_of_query_are_refused_in_the_reader_s_language() {
        for bytes in [100_000, 10_000_000] {
            let english = answer_to(asking_for("/en/find", bytes)).await;
            assert!(
                english.starts_with("HTTP/1.1 4")
                    && english.contains("<h1>The address is too long</h1>"),
                "{english}"
            );
            assert!(
                answer_to(asking_for("/find", bytes))
                    .await
                    .contains("<h1>地址太长</h1>")
            );
            assert!(
                answer_to(asking_for("/api/v1/search", bytes))
                    .await
                    .contains("application/problem+json")
            );
        }
    }

    #[tokio::test]
    async fn what_is_not_refused_passes_as_it_is() {
        let answer =
            answer_to(b"GET / HTTP/1.1\r\nhost: portal.test\r\nconnection: close\r\n\r\n".to_vec())
                .await;
        assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{answer}");
    }
}
