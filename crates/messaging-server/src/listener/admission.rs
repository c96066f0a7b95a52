use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::ListenerSettings;

/// Counts who is in.
#[derive(Debug)]
pub(super) struct Admission {
    most: usize,
    /// 0: no limit.
    most_per_ip: usize,
    count_loopback: bool,
    inside: Mutex<Inside>,
}

#[derive(Debug, Default)]
struct Inside {
    all: usize,
    by_ip: HashMap<IpAddr, usize>,
}

/// A place among the connections; given back on drop.
#[derive(Debug)]
pub(super) struct Admitted {
    admission: Arc<Admission>,
    /// Whom it counts against, if anybody.
    ip: Option<IpAddr>,
}

impl Admission {
    pub(super) fn new(settings: &ListenerSettings) -> Arc<Self> {
        Arc::new(Self {
            most: settings.connections,
            most_per_ip: settings.connections_per_ip,
            count_loopback: settings.count_loopback,
            inside: Mutex::default(),
        })
    }

    /// Lets a connection in, or not.
    pub(super) fn enter(self: &Arc<Self>, ip: IpAddr) -> Option<Admitted> {
        let ip = network(ip);
        let counts = self.most_per_ip > 0 && (self.count_loopback || !ip.is_loopback());
        let mut inside = self.inside();
        if inside.all >= self.most {
            return None;
        }
        if counts {
            let taken = inside.by_ip.entry(ip).or_default();
            if *taken >= self.most_per_ip {
                return None;
            }
            *taken += 1;
        }
        inside.all += 1;
        Some(Admitted { admission: Arc::clone(self), ip: counts.then_some(ip) })
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Admitted {
    fn drop(&mut self) {
        let mut inside = self.admission.inside();
        inside.all -= 1;
        if let Some(ip) = self.ip
            && let Some(taken) = inside.by_ip.get_mut(&ip)
        {
            *taken -= 1;
            if *taken == 0 {
                inside.by_ip.remove(&ip);
            }
        }
    }
}

/// Whoever has one IPv6 address has the other 2^64 of its network, too.
fn network(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V6(ip) if !ip.is_loopback() => {
            let [a, b, c, d, ..] = ip.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        ip => ip,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admission(most: usize, per_ip: usize) -> Arc<Admission> {
        let settings = ListenerSettings { connections: most, connections_per_ip: per_ip, ..Default::default() };
        Admission::new(&settings)
    }

    #[test]
    fn one_network_gets_its_share_and_leaves_no_trace() {
        let doors = admission(100, 2);
        let enter = |ip: &str| doors.enter(ip.parse().unwrap());
        let held: Vec<_> = ["2001:db8::1", "2001:db8::2", "192.0.2.1", "::ffff:192.0.2.1"].map(enter).into();
        assert!(held.iter().all(Option::is_some));
        assert!(enter("2001:db8::3").is_none() && enter("192.0.2.1").is_none());
        assert!(enter("2001:db8:0:1::3").is_some() && enter("192.0.2.2").is_some());
        drop(held);
        assert!(enter("192.0.2.1").is_some());
        let inside = doors.inside();
        assert_eq!((inside.all, inside.by_ip.len()), (0, 0));
    }

    #[test]
    fn this_machine_is_bound_by_the_total_only() {
        let doors = admission(3, 1);
        let held: Vec<_> = (0..3).filter_map(|_| doors.enter(Ipv6Addr::LOCALHOST.into())).collect();
        assert_eq!(held.len(), 3);
        assert!(doors.enter([192, 0, 2, 1].into()).is_none());
        let behind_a_proxy = admission(3, 0);
        let held: Vec<_> = (0..3).filter_map(|_| behind_a_proxy.enter([192, 0, 2, 1].into())).collect();
        assert_eq!(held.len(), 3);
    }
}
