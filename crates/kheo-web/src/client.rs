//! Where a request comes from.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, Request};

/// The address of the client: that of its connection; behind a server that speaks https, the one
/// which that server saw.
pub(crate) fn address(request: &Request, behind_https: bool) -> IpAddr {
    let told = || {
        let line = request.headers().get_all("x-forwarded-for").iter().next_back()?;
        line.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
    };
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip());
    if behind_https { told().unwrap_or(peer) } else { peer }
}

/// Whose address it is: of version 6, the network that one subscriber has.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::address;
    use axum::body::Body;
    use axum::extract::{ConnectInfo, Request};
    use std::net::SocketAddr;

    #[test]
    fn only_the_last_server_before_us_is_believed() {
        let rows = [
            (None, true, "192.0.2.1"),
            (Some("203.0.113.7"), true, "203.0.113.7"),
            (Some("10.0.0.1, 203.0.113.7"), true, "203.0.113.7"),
            (Some("10.0.0.1, who"), true, "192.0.2.1"),
            (Some("203.0.113.7"), false, "192.0.2.1"),
        ];
        for (line, behind_https, expected) in rows {
            let mut request = Request::new(Body::empty());
            let peer: SocketAddr = "192.0.2.1:5000".parse().unwrap();
            request.extensions_mut().insert(ConnectInfo(peer));
            if let Some(line) = line {
                request.headers_mut().insert("x-forwarded-for", line.parse().unwrap());
            }
            assert_eq!(address(&request, behind_https).to_string(), expected, "{line:?}");
        }
    }
}
