//! From which address a request really came: the connection's other end, or what our own proxies noted; never what a
//! visitor claims.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::connect_info::Connected;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};
use axum::serve::IncomingStream;

use crate::state::State;
use crate::wire::Wires;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The other end of a connection, noted when it is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connection(SocketAddr);

impl Connected<IncomingStream<'_, Wires>> for Connection {
    fn connect_info(stream: IncomingStream<'_, Wires>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// The visitor's address; an unspecified one where there is no connection, as in tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl FromRequestParts<State> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Infallible> {
        let connection = parts.extensions.get::<ConnectInfo<Connection>>();
        let other_end = connection
            .map_or(Ipv4Addr::UNSPECIFIED.into(), |ConnectInfo(connection)| {
                connection.0.ip()
            });
        Ok(Self(
            noted(&parts.headers, state.proxies).unwrap_or(other_end),
        ))
    }
}

/// Returns the address that the outermost of our own proxies noted; `None` without proxies, or where they noted none.
///
/// Each proxy adds at the end, so what stands further left is the visitor's own invention.
fn noted(headers: &HeaderMap, proxies: usize) -> Option<IpAddr> {
    let lines = headers.get_all(FORWARDED_FOR).iter();
    let noted: Vec<_> = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .collect();
    let place = noted.len().checked_sub(proxies).filter(|_| proxies > 0)?;
    noted.get(place)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_our_own_proxies_noted_is_believed() {
        let mut headers = HeaderMap::new();
        headers.append(FORWARDED_FOR, "192.0.2.66, 198.51.100.7".parse().unwrap());
        headers.append(FORWARDED_FOR, "10.0.0.1".parse().unwrap());
        let seen = |proxies| noted(&headers, proxies).map(|address| address.to_string());
        assert_eq!(seen(0), None);
        assert_eq!(seen(1).as_deref(), Some("10.0.0.1"));
        assert_eq!(seen(2).as_deref(), Some("198.51.100.7"));
        assert_eq!(seen(9), None);
    }
}
