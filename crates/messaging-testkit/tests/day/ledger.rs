use std::collections::BTreeSet;

/// What every person wrote, and which answers they saw. Takes no more memory at the end of a day than at its beginning.
#[derive(Debug)]
pub(crate) struct Ledger {
    people: Vec<Person>,
    /// Answers that were seen more than once.
    pub(crate) twice: u64,
    /// FNV-1a over every answer, in order.
    pub(crate) hash: u64,
}

#[derive(Clone, Debug, Default)]
struct Person {
    written: u64,
    /// Every answer before this one was seen.
    seen: u64,
    /// Those beyond it that were.
    beyond: BTreeSet<u64>,
}

impl Ledger {
    pub(crate) fn new(people: usize) -> Self {
        Self { people: vec![Person::default(); people], twice: 0, hash: 0xcbf2_9ce4_8422_2325 }
    }

    /// The text of the next message of a person.
    pub(crate) fn write(&mut self, person: usize) -> String {
        let index = self.people[person].written;
        self.people[person].written += 1;
        format!("p{person}#{index}")
    }

    /// A person sees an answer to `text`.
    pub(crate) fn show(&mut self, text: &str) {
        let (person, index) = parse(text);
        let fnv = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        self.hash = text.bytes().fold(self.hash, fnv);
        let person = &mut self.people[person];
        assert!(index < person.written, "{text} was never written");
        if index < person.seen || !person.beyond.insert(index) {
            self.twice += 1;
        }
        while person.beyond.remove(&person.seen) {
            person.seen += 1;
        }
    }

    /// Whether a person saw an answer to `text`.
    pub(crate) fn is_seen(&self, text: &str) -> bool {
        let (person, index) = parse(text);
        let person = &self.people[person];
        index < person.seen || person.beyond.contains(&index)
    }

    /// How many messages nobody saw an answer to.
    pub(crate) fn lost(&self) -> u64 {
        let left = |person: &Person| person.written - person.seen - u64::try_from(person.beyond.len()).unwrap();
        self.people.iter().map(left).sum()
    }
}

fn parse(text: &str) -> (usize, u64) {
    let (person, index) = text.strip_prefix('p').and_then(|text| text.split_once('#')).expect("an answer");
    (person.parse().unwrap(), index.parse().unwrap())
}

#[test]
fn what_is_lost_and_what_is_seen_twice_is_counted() {
    let mut ledger = Ledger::new(2);
    let texts: Vec<_> = (0..3).map(|_| ledger.write(1)).collect();
    for index in [2, 0, 2] {
        ledger.show(&texts[index]);
    }
    assert_eq!((ledger.lost(), ledger.twice), (1, 1));
    for index in [1, 0] {
        ledger.show(&texts[index]);
    }
    assert_eq!((ledger.lost(), ledger.twice), (0, 2));
}
