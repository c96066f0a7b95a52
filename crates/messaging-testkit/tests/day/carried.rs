/// Which intents the platform carried, the last ones of them: as many slots at the end of a day as at its beginning.
#[derive(Debug)]
pub(crate) struct Carried {
    slots: Vec<u128>,
    next: usize,
}

impl Carried {
    pub(crate) fn new(most: usize) -> Self {
        Self { slots: vec![0; most], next: 0 }
    }

    /// Notes one; returns its number.
    pub(crate) fn note(&mut self, intent: &str) -> usize {
        let number = self.next;
        let slots = self.slots.len();
        self.slots[number % slots] = u128::from_str_radix(intent, 16).expect("an intent of 32 hexadecimal digits");
        self.next += 1;
        number
    }

    /// The numbers under which an intent was carried.
    pub(crate) fn find(&self, intent: &str) -> Vec<usize> {
        let wanted = u128::from_str_radix(intent, 16).expect("an intent of 32 hexadecimal digits");
        let newest = self.next.saturating_sub(self.slots.len())..self.next;
        newest.filter(|number| self.slots[number % self.slots.len()] == wanted).collect()
    }
}
