//! One operation: the least call, then a call for every parameter.

use std::collections::BTreeMap;

use messaging_tests::twilio_table::{Operation, Parameter, Table};

use crate::{
    cases::{Case, Cases},
    paging,
    shown::{self, Shown},
    stage::{Answer, Pairs, Stage},
    state::{State, merged, pairs, settled},
};

/// What became of an operation.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    /// Why the least call fails.
    pub(crate) refused: Option<String>,
    /// What is wrong with parameters.
    pub(crate) parameters: BTreeMap<String, String>,
    /// How many parameters are shown again.
    pub(crate) shown: usize,
    /// Every good answer.
    pub(crate) answers: Vec<Answer>,
}

/// Walks over one operation, in a fresh Twilio for every call.
pub(crate) async fn walk(table: &Table, cases: &Cases, operation: &Operation) -> Walked {
    let walk = Walk { table, cases, operation };
    let mut walked = Walked::default();
    let least = Case::least();
    match walk.call(&least, None).await {
        Ok(called) => walked.answers.push(called.answer),
        Err(why) => {
            walked.refused = Some(why);
            return walked;
        }
    }
    for parameter in operation.parameters.iter().filter(|parameter| parameter.place != "path") {
        match walk.parameter(parameter, &mut walked.answers).await {
            Ok(Shown::Again) => walked.shown += 1,
            Ok(Shown::Nowhere) => {}
            Err(why) => drop(walked.parameters.insert(parameter.name.clone(), why)),
        }
    }
    walked
}

pub(crate) struct Walk<'a> {
    pub(crate) table: &'a Table,
    pub(crate) cases: &'a Cases,
    pub(crate) operation: &'a Operation,
}

/// A call that went well.
pub(crate) struct Called {
    pub(crate) stage: Stage,
    pub(crate) path: String,
    pub(crate) answer: Answer,
    /// The value that was sent, with nothing left to fill in, and the one that must not be found.
    pub(crate) value: String,
    pub(crate) other: String,
}

impl Walk<'_> {
    async fn parameter(&self, parameter: &Parameter, answers: &mut Vec<Answer>) -> Result<Shown, String> {
        if parameter.place == "header" {
            return self.header(parameter, answers).await;
        }
        if let Some(outcome) = paging::parameter(self, parameter, answers).await {
            return outcome.map(|()| Shown::Again);
        }
        let mut shown = Shown::Nowhere;
        for case in self.cases.for_parameter(self.operation, self.table, parameter) {
            let told = |why: String| format!("{}={}: {why}", case.parameter, case.value);
            let called = self.call(&case, None).await.map_err(told)?;
            shown = shown::check(self, parameter, &case, &called).await.map_err(told)?;
            answers.push(called.answer);
        }
        Ok(shown)
    }

    /// With the header webhooks fire, without it they do not.
    async fn header(&self, parameter: &Parameter, answers: &mut Vec<Answer>) -> Result<Shown, String> {
        let nothing_tells =
            self.cases.of(self.operation, self.table, &parameter.name).iter().any(|case| case.shows == "-");
        for tells in [true, false] {
            let called = self.call(&Case::least(), Some(tells)).await?;
            settled().await;
            let told = called.stage.events();
            if (told > 0) != (tells && !nothing_tells) {
                return Err(format!("{}={tells}: {told} webhooks", parameter.name));
            }
            answers.push(called.answer);
        }
        Ok(if nothing_tells { Shown::Nowhere } else { Shown::Again })
    }

    /// Makes what is needed, calls, and looks whether that was understood.
    pub(crate) async fn call(&self, case: &Case, tells: Option<bool>) -> Result<Called, String> {
        let stage = Stage::new();
        stage.hear_everything().await;
        let mut state = State::new(&stage, self.cases);
        let path = state.path(self.operation, &case.seed).await?;
        if self.operation.name.starts_with("List") {
            state.populate(self.operation, &path).await?;
        }
        let least = state.fill(&self.cases.least(self.operation, self.table)).await?;
        let beside = state.fill(&case.beside).await?;
        let value = state.fill(&case.value).await?;
        let other = state.fill(case.shows.strip_prefix("drops ").unwrap_or_default()).await?;
        let mut sent = merged(&pairs(&least), &beside);
        if !case.parameter.is_empty() {
            sent.retain(|(name, _)| *name != case.parameter);
            sent.extend(value.split(" | ").map(|value| (case.parameter.clone(), value.to_owned())));
        }
        settled().await;
        stage.events();
        let before = stage.emulator.warnings().len();
        let answer = self.send(&stage, &path, &sent, tells).await;
        let warnings = stage.emulator.warnings().split_off(before);
        if !self.operation.statuses.contains(&answer.status) {
            return Err(answer.complaint());
        }
        if let Some(warning) = warnings.first() {
            return Err(format!("warns: {warning}"));
        }
        Ok(Called { stage, path, answer, value, other })
    }

    pub(crate) async fn send(&self, stage: &Stage, path: &str, sent: &Pairs, tells: Option<bool>) -> Answer {
        let place = if self.operation.method == "POST" { "form" } else { "query" };
        stage.call(&self.operation.method, path, place, sent, tells).await
    }
}
