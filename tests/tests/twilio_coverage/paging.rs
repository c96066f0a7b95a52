//! The parameters that every list has, and `Order`.

use messaging_tests::twilio_table::Parameter;

use crate::{
    cases::Case,
    shown::list_key,
    stage::{Answer, Pairs},
    walk::Walk,
};

/// Checks a parameter of paging or order; none of ours otherwise.
pub(crate) async fn parameter(
    walk: &Walk<'_>,
    parameter: &Parameter,
    answers: &mut Vec<Answer>,
) -> Option<Result<(), String>> {
    Some(match parameter.name.as_str() {
        "PageSize" | "Page" | "PageToken" => pages(walk, parameter, answers).await,
        "Order" => order(walk, answers).await,
        _ => return None,
    })
}

/// A page of one, and what its link to the next leads to.
async fn pages(walk: &Walk<'_>, parameter: &Parameter, answers: &mut Vec<Answer>) -> Result<(), String> {
    let case = Case::with("PageSize", "1");
    let called = walk.call(&case, None).await?;
    let key = list_key(walk);
    let first = sids(&called.answer, &key);
    if first.len() != 1 {
        return Err(format!("PageSize=1 lists {}", first.len()));
    }
    let next = ["meta.next_page_url", "next_page_uri"].iter().find_map(|field| called.answer.at(field)?.as_str());
    let next = next.ok_or("PageSize=1 of two leads to no next page")?;
    let query = next.split_once('?').map(|(_, query)| query).unwrap_or_default();
    if !query.split('&').any(|pair| pair.starts_with(&format!("{}=", parameter.name))) {
        return Err(format!("the next page is {next}"));
    }
    let before = called.stage.emulator.warnings().len();
    let second = called.stage.call("GET", next, "", &Pairs::new(), None).await;
    let listed = sids(&second, &key);
    if listed.len() != 1 || listed == first {
        return Err(format!("{next} lists {listed:?} after {first:?}"));
    }
    if let Some(warning) = called.stage.emulator.warnings().get(before) {
        return Err(format!("warns: {warning}"));
    }
    let most = parameter.kind.rsplit_once("..").map(|(_, most)| most.to_owned());
    if let Some(most) = most {
        let case = Case::with("PageSize", &most);
        let whole = walk.call(&case, None).await.map_err(|why| format!("PageSize={most}: {why}"))?;
        answers.push(whole.answer);
    }
    answers.extend([called.answer, second]);
    Ok(())
}

/// The newest comes last, or first.
async fn order(walk: &Walk<'_>, answers: &mut Vec<Answer>) -> Result<(), String> {
    let mut listed = Vec::new();
    for order in ["asc", "desc"] {
        let case = Case::with("Order", order);
        let called = walk.call(&case, None).await?;
        listed.push(sids(&called.answer, &list_key(walk)));
        answers.push(called.answer);
    }
    let [asc, desc] = &mut listed[..] else { return Err("two lists".into()) };
    desc.reverse();
    if asc.len() > 1 && asc == desc { Ok(()) } else { Err(format!("asc lists {asc:?}, desc backwards {desc:?}")) }
}

fn sids(answer: &Answer, key: &str) -> Vec<String> {
    let name = |item: &serde_json::Value| {
        let sid = ["sid", "conversation_sid"].iter().find_map(|field| item[field].as_str());
        sid.unwrap_or_default().to_owned()
    };
    answer.body[key].as_array().map(|items| items.iter().map(name).collect()).unwrap_or_default()
}
