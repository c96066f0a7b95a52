use messaging_core::{Request, message::Invoke};
use serde_json::json;

use crate::{script::Script, table::methods};

#[test]
fn every_method_has_the_rate_of_its_tier() {
    let slack = Script::new().messenger();
    let rates = slack.provider().rates().unwrap();
    for (name, method) in methods() {
        let invoke = Invoke { method: name.to_owned(), payload: json!({ "channel": "C1", "team_id": "T1" }) };
        let limits = rates.limits(&invoke.into_operation());
        let minute = match method.tier {
            "Tier 1" => 1.0,
            "Tier 2" => 20.0,
            "Tier 3" => 50.0,
            "Tier 4" => 100.0,
            "special" => {
                assert!(!limits.is_empty(), "{name}");
                continue;
            }
            other => panic!("{name}: {other}"),
        };
        let limit = limits.iter().find(|limit| limit.key == format!("{name}:T1")).expect(name);
        let most = f64::from(limit.burst) + (limit.per_second * 60.0).floor();
        assert!(most <= minute && limit.per_second * 60.0 >= 0.95 * minute, "{name}: {limit:?}");
    }
}
