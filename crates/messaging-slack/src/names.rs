use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

/// People who are remembered at most.
const REMEMBERED: usize = 10_000;
/// How long a name is believed.
const FOR: Duration = Duration::from_secs(60 * 60);
/// How long it is believed that nobody tells it.
const IN_VAIN: Duration = Duration::from_secs(5 * 60);

/// A person of a workspace.
pub(crate) type Who = (String, String);

/// What is known of a name.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// None where nobody tells it.
    pub(crate) name: Option<String>,
    until: Instant,
}

/// The names of people.
#[derive(Debug, Default)]
pub(crate) struct Names(Mutex<BTreeMap<Who, Known>>);

impl Names {
    /// What is known of a name, for as long as it is believed.
    pub(crate) fn get(&self, who: &Who) -> Option<Known> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(who).filter(|known| Instant::now() < known.until).cloned()
    }

    /// Remembers a name, or that nobody tells it.
    pub(crate) fn put(&self, who: Who, name: Option<String>) {
        let (mut known, now) = (self.0.lock().unwrap_or_else(PoisonError::into_inner), Instant::now());
        if known.len() >= REMEMBERED {
            known.retain(|_, known| now < known.until);
        }
        if known.len() >= REMEMBERED {
            // Everybody is new: asking again costs less than remembering without end.
            known.clear();
        }
        let until = now + if name.is_some() { FOR } else { IN_VAIN };
        known.insert(who, Known { name, until });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_bounded() {
        let names = Names::default();
        for number in 0..=REMEMBERED {
            names.put(("T1".to_owned(), format!("U{number}")), None);
        }
        assert!(names.0.lock().unwrap().len() <= REMEMBERED);
        assert!(names.get(&("T1".to_owned(), format!("U{REMEMBERED}"))).is_some());
        assert!(names.get(&("T2".to_owned(), format!("U{REMEMBERED}"))).is_none());
    }
}
