//! The head of the table says what the rows are: they are complete, and as many as ever.

use std::fmt::Write;

use messaging_tests::twilio_table::Table;
use sha2::{Digest, Sha256};

/// What must not become less without somebody looking: the files, and how much of them is in the table.
const SOURCES: [(&str, &str, [usize; 3]); 2] = [
    (
        "twilio_conversations_v1.json",
        "34913a501fc216448067292fe6aaa57fa1589d68e422db95bcf52452349e8241",
        [93, 459, 1091],
    ),
    ("twilio_api_v2010.json", "99cae87a6bb1725f71363364cbd30282a13140374b2d5f9bdd5bdfa5d4c8a6d7", [13, 96, 254]),
];

#[test]
fn the_table_is_what_its_head_says() {
    let table = Table::read();
    let of = |kind: &str| table.header.iter().filter(move |line| line[0] == kind).collect::<Vec<_>>();
    let sum = Sha256::digest(&table.body).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    });
    assert_eq!(of("rows")[0][1], sum, "the rows were changed by hand: run derive.py");
    let counts: Vec<_> = of("count").iter().map(|line| line[1..].to_vec()).collect();
    let found = table.operations.iter().map(|operation| {
        let (parameters, fields) = (operation.parameters.len(), operation.fields.len());
        vec![operation.name.clone(), parameters.to_string(), fields.to_string()]
    });
    assert_eq!(counts, found.collect::<Vec<_>>());
    let sources = of("source");
    let mut total = [0; 3];
    for ((name, sha256, least), line) in SOURCES.iter().zip(&sources) {
        assert_eq!((line[1].as_str(), line[2].as_str()), (*name, *sha256), "another edition: look what has changed");
        for (place, least) in least.iter().enumerate() {
            let count: usize = line[3 + place].parse().unwrap();
            assert!(count >= *least, "{name}: {count} is less than {least}");
            total[place] += count;
        }
    }
    let parameters = table.operations.iter().map(|operation| operation.parameters.len()).sum();
    let fields = table.operations.iter().map(|operation| operation.fields.len()).sum();
    assert_eq!(total, [table.operations.len(), parameters, fields]);
    assert_eq!(sources.len(), SOURCES.len());
}
