//! From which address a request really came: the connection's other end, never what a header claims.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::connect_info::Connected;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::serve::IncomingStream;

use crate::state::State;
use crate::wire::Wires;

/// The other end of a connection, noted when it is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connection(SocketAddr);

impl Connected<IncomingStream<'_, Wires>> for Connection {
    fn connect_info(stream: IncomingStream<'_, Wires>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// The address at the other end of the connection; an unspecified one where there is no connection, as in tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl FromRequestParts<State> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Infallible> {
        let connection = parts.extensions.get::<ConnectInfo<Connection>>();
        Ok(Self(connection.map_or(
            Ipv4Addr::UNSPECIFIED.into(),
            |ConnectInfo(other_end)| other_end.0.ip(),
        )))
    }
}
