//! Where a window could be seen.

use std::env;
use std::path::Path;

/// Why no window can be opened here, as a line; none if one can.
pub fn missing() -> Option<String> {
    // A Mac and Windows have their own.
    if !Path::new("/proc").exists() {
        return None;
    }
    refusal(&env::var("DISPLAY").unwrap_or_default())
}

fn refusal(display: &str) -> Option<String> {
    if display.is_empty() {
        return Some("there is no display to open a window on.".to_owned());
    }
    let silent = number(display).is_some_and(|number| !answers(number));
    silent.then(|| format!("no display answers at DISPLAY={display}."))
}

/// The number of a display of this machine, such as 0 of `:0.0`. Another machine's is not asked.
fn number(display: &str) -> Option<u16> {
    let (host, rest) = display.rsplit_once(':')?;
    let here = host.is_empty() || host == "unix";
    rest.split('.').next()?.parse().ok().filter(|_| here)
}

#[cfg(target_os = "linux")]
fn answers(number: u16) -> bool {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::{SocketAddr, UnixStream};
    let path = format!("/tmp/.X11-unix/X{number}");
    UnixStream::connect(&path).is_ok()
        || SocketAddr::from_abstract_name(&path)
            .is_ok_and(|name| UnixStream::connect_addr(&name).is_ok())
}

#[cfg(not(target_os = "linux"))]
const fn answers(_: u16) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_display_that_is_not_there_is_told_before_anything_is_built() {
        assert_eq!(refusal("").unwrap(), "there is no display to open a window on.");
        let line = refusal(":64999").unwrap();
        assert_eq!(line, "no display answers at DISPLAY=:64999.");
        assert_eq!(refusal("far.example:10.0"), None);
    }

    #[test]
    fn only_displays_of_this_machine_are_asked() {
        assert_eq!([number(":0"), number(":7.1"), number("unix:3")], [Some(0), Some(7), Some(3)]);
        assert_eq!([number("far.example:0"), number(":x"), number("nothing")], [None; 3]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_display_that_listens_is_found() {
        use std::os::linux::net::SocketAddrExt;
        use std::os::unix::net::{SocketAddr, UnixListener};
        let name = SocketAddr::from_abstract_name("/tmp/.X11-unix/X64998").unwrap();
        let _server = UnixListener::bind_addr(&name).unwrap();
        assert_eq!(refusal(":64998"), None);
    }
}
