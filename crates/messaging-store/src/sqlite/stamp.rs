/// What `PRAGMA user_version` says of a file: its schema's version, and whose programs may use it.
///
/// It is the version alone where only programs of that version and later may; else ten thousand times the oldest version
/// whose program may, plus the version: 70009 is version 9, and fit for programs that know 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) version: usize,
    /// The oldest version whose program may go on with the file.
    pub(super) readers: usize,
}

const READERS: usize = 10_000;

impl Stamp {
    /// Reads it; nothing if no program of ours wrote that.
    pub(super) fn read(user_version: i64) -> Option<Self> {
        let number = usize::try_from(user_version).ok()?;
        let version = number % READERS;
        let readers = number / READERS;
        let stamp = Self { version, readers: if readers == 0 { version } else { readers } };
        (stamp.readers <= stamp.version).then_some(stamp)
    }

    pub(super) const fn user_version(self) -> usize {
        if self.readers == self.version { self.version } else { self.readers * READERS + self.version }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        for (version, readers, number) in [(0, 0, 0), (7, 7, 7), (9, 7, 70_009), (12, 12, 12), (10_000 - 1, 1, 19_999)]
        {
            let stamp = Stamp { version, readers };
            assert_eq!(stamp.user_version(), number);
            assert_eq!(Stamp::read(i64::try_from(number).unwrap()), Some(stamp));
        }
        for nobodys in [-1, 90_007, i64::MIN] {
            assert_eq!(Stamp::read(nobodys), None, "{nobodys}");
        }
    }
}
