//! Who listens on a port, as far as this user may know.

use std::{fs, path::Path};

/// Names the process and its id, or says `another process`.
pub(crate) fn of(port: u16) -> String {
    find(port).unwrap_or_else(|| "another process".to_owned())
}

fn find(port: u16) -> Option<String> {
    let inode = ["/proc/net/tcp", "/proc/net/tcp6"]
        .iter()
        .filter_map(|table| fs::read_to_string(table).ok())
        .find_map(|table| listening(&table, port).map(str::to_owned))?;
    let socket = format!("socket:[{inode}]");
    let processes = fs::read_dir("/proc").ok()?.flatten();
    let owner = processes.filter(|entry| is_number(&entry.file_name().to_string_lossy())).find(|entry| {
        // Other people's processes keep their files to themselves.
        let files = fs::read_dir(entry.path().join("fd")).into_iter().flatten().flatten();
        files.filter_map(|file| fs::read_link(file.path()).ok()).any(|link| link == Path::new(&socket))
    })?;
    let name = fs::read_to_string(owner.path().join("comm")).ok()?;
    Some(format!("`{}` (pid {})", name.trim(), owner.file_name().to_string_lossy()))
}

fn is_number(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit())
}

/// The inode of the socket that listens on `port`: see <https://man7.org/linux/man-pages/man5/proc_pid_net.5.html>.
fn listening(table: &str, port: u16) -> Option<&str> {
    const LISTEN: &str = "0A";
    table.lines().skip(1).find_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let local = fields.get(1)?.rsplit_once(':')?.1;
        let ours = u16::from_str_radix(local, 16) == Ok(port) && fields.get(3) == Some(&LISTEN);
        ours.then(|| fields.get(9).copied()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_by_port_and_state() {
        let table = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n\
                     \x20  0: 0100007F:1CE8 0100007F:9999 01 00000000:00000000 00:00000000 00000000  0 0 111 1 0\n\
                     \x20  1: 0100007F:1CE8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  0 0 222 1 0\n";
        assert_eq!(listening(table, 7400), Some("222"));
        assert_eq!(listening(table, 7401), None);
        assert_eq!(listening("garbage\nmore garbage", 7400), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn our_own_port_is_found_to_be_ours() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let holder = of(listener.local_addr().unwrap().port());
        assert!(holder.contains(&format!("(pid {})", std::process::id())), "{holder}");
    }
}
