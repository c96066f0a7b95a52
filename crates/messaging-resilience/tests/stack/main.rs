//! The layers, alone and stacked, over a scripted provider and in virtual time.
#![cfg(test)]

mod breaker;
mod deadline;
mod fairness;
mod gateway;
mod measure;
mod pause;
mod priority;
mod quota;
mod rates;
mod readiness;
mod retry;
mod retry_budget;
mod script;
mod stock;
mod strict;
mod trace;
