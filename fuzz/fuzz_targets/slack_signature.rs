#![no_main]

use libfuzzer_sys::fuzz_target;
use messaging_tests::properties::check;

fuzz_target!(|data: &[u8]| check("slack_signature", data));
