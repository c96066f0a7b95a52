use messaging_core::UnixMillis;

/// What the last check of an account said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Checked {
    /// When it was asked last.
    pub(crate) at: Option<UnixMillis>,
    /// Since when that is the answer.
    pub(crate) since: Option<UnixMillis>,
    pub(crate) code: Option<&'static str>,
}

impl Checked {
    /// The same, after one more check.
    pub(crate) fn and(self, now: UnixMillis, code: Option<&'static str>) -> Self {
        let since = if self.at.is_some() && self.code == code { self.since } else { Some(now) };
        Self { at: Some(now), since, code }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_lasts_until_another_one_comes() {
        let at = |checked: Checked| (checked.at.unwrap().0, checked.since.unwrap().0, checked.code);
        let first = Checked::default().and(UnixMillis(1), None);
        let second = first.and(UnixMillis(2), None);
        let failed = second.and(UnixMillis(3), Some("timeout"));
        assert_eq!((at(first), at(second), at(failed)), ((1, 1, None), (2, 1, None), (3, 3, Some("timeout"))));
        assert_eq!(at(failed.and(UnixMillis(4), Some("unauthorized"))), (4, 4, Some("unauthorized")));
    }
}
