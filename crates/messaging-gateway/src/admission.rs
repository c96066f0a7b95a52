//! What a send must pass before it leaves: consent, windows, limits.

use messaging_core::{
    Error, Provider, Reached, SendMessage, UnixMillis,
    capability::{Compliance, Refusal},
};
use messaging_store::{Admission, Admit, Day, Deed, Direction, Intent, Lease, Limit, Money, Settled, StoreError};
use std::time::Duration;
use tokio::time::sleep;

use crate::{Gateway, account::Account};

impl Gateway {
    /// Lets a claimed send out, or says what becomes of it instead. None if the store did not say: nothing may leave, and
    /// the lane is given back.
    pub(crate) async fn admit(
        &self,
        account: &Account,
        lease: &Lease,
        intent: &Intent,
    ) -> Option<Result<SendMessage, Settled>> {
        let provider = account.messenger.provider();
        // What is there already was admitted when it was begun.
        let compliance = provider.compliance().filter(|_| intent.deed == Deed::Post);
        let Some(compliance) = compliance else { return Some(Ok(intent.message.clone())) };
        let mut asked = self.asked(account, compliance, &intent.message, None);
        let mut told = self.parts.store.admit(lease, &intent.id, &asked).await;
        let mut leaves = intent.message.clone();
        if matches!(told, Ok(Admission::WindowClosed { .. }))
            && let Some(template) = compliance.outside_window(&intent.message)
        {
            asked = self.asked(account, compliance, &template, Some(template.clone()));
            told = self.parts.store.admit(lease, &intent.id, &asked).await;
            leaves = template;
        }
        match told {
            Ok(Admission::Granted) => {
                account.measure_charge("outbound", &asked.charge);
                Some(Ok(leaves))
            }
            Ok(other) => Some(Err(refuse(compliance, &other))),
            Err(StoreError::Fenced) => None,
            Err(error) => {
                tracing::warn!(intent = %intent.id, %error, "nobody said whether a send may leave; it comes again");
                sleep(self.parts.settings.limits.poll).await;
                if let Err(error) = self.parts.store.extend(lease, Duration::ZERO).await {
                    tracing::warn!(lane = %lease.lane, %error, "a lane was not given back; its lease ends by itself");
                }
                None
            }
        }
    }

    /// What `message` must pass before it leaves, where the provider restricts anything.
    pub(crate) fn passes(&self, account: &Account, message: &SendMessage) -> Option<Admit> {
        let compliance = account.messenger.provider().compliance()?;
        Some(self.asked(account, compliance, message, None))
    }

    fn asked(
        &self,
        account: &Account,
        compliance: &dyn Compliance,
        message: &SendMessage,
        instead: Option<SendMessage>,
    ) -> Admit {
        let provider = account.messenger.provider();
        let estimate = compliance.estimate(message);
        let contact = compliance.contact(&message.to);
        let (country, channel, address, window) = match contact {
            Some(contact) => (contact.country, contact.channel, Some(contact.address), contact.window),
            None => (None, provider.channel(&message.to).into_owned(), None, None),
        };
        let settings = &self.parts.settings.compliance;
        let charge = settings.charge(country, channel, estimate.units, Direction::Outbound);
        let limits = settings.limits(&account.name, &charge);
        let window = window.filter(|_| !estimate.is_template);
        Admit { address, window, charge, limits, billed: provider.billing().is_some(), instead }
    }

    /// Reads off a provider's answer that it refused a send for the person's sake, and remembers what it said of them.
    pub(crate) async fn refused(&self, account: &Account, intent: &Intent, error: &Error) -> Option<Settled> {
        let compliance = account.messenger.provider().compliance()?;
        let refusal = refusal_of(account.messenger.provider(), error.vendor()?.code.as_str())?;
        if error.reached() == Reached::MaybeSent {
            return None;
        }
        let contact = compliance.contact(&intent.message.to);
        if let (Refusal::OptedOut, Some(contact)) = (refusal, contact) {
            let why = format!("the provider says so: {error}");
            // An error is not ours to mend: the provider refuses the next one, too.
            if let Err(error) = self.parts.store.opt_out(&intent.lane, &contact.address, &why).await {
                tracing::warn!(lane = %intent.lane, %error, "that somebody has opted out was not stored");
            }
        }
        Some(Settled::Rejected { reason: format!("{error}; {}", remedy(refusal)) })
    }
}

/// Which refusal a vendor's code stands for.
pub(crate) fn refusal_of(provider: &dyn Provider, code: &str) -> Option<Refusal> {
    let compliance = provider.compliance()?;
    let known = [Refusal::OptedOut, Refusal::WindowClosed];
    known.into_iter().find(|refusal| compliance.code(*refusal) == Some(code))
}

fn remedy(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::OptedOut => "nothing may be sent to them until they write START",
        _ => "declare a template that may be sent outside the window, or wait until they write",
    }
}

/// What becomes of a send that is not let out. Nothing was billed.
fn refuse(compliance: &dyn Compliance, admission: &Admission) -> Settled {
    let code = |refusal| compliance.code(refusal).map(|code| format!(" ({code})")).unwrap_or_default();
    let reason = match admission {
        // Whoever settled it was faster; there is nothing to add.
        Admission::Granted | Admission::Over => return Settled::again(Duration::ZERO, ""),
        Admission::OptedOut { at, why } => {
            let (code, remedy) = (code(Refusal::OptedOut), remedy(Refusal::OptedOut));
            format!("the person opted out on {}{code}: {why}; {remedy}", day(*at))
        }
        Admission::WindowClosed { last } => {
            let last = last.map_or_else(|| "is not known".into(), |last| format!("was on {}", day(last)));
            let (code, remedy) = (code(Refusal::WindowClosed), remedy(Refusal::WindowClosed));
            format!("the person's last message {last}, too long ago for free text{code}; {remedy}")
        }
        Admission::OverLimit { limit, messages, spent } => {
            let taken = spent.as_ref().map_or_else(String::new, |spent| format!(" and {spent}"));
            let limit = name(limit);
            format!(
                "today's limit {limit} is reached: {messages} messages{taken} went out; raise it, or wait for the next day (UTC)"
            )
        }
        Admission::Unpriced { limit } => {
            format!("the price table has no price for it, so the limit {} cannot be kept; add the price", name(limit))
        }
    };
    Settled::Rejected { reason }
}

fn day(moment: UnixMillis) -> Day {
    Day::of(moment)
}

fn name(Limit { country, channel, messages, spend }: &Limit) -> String {
    let any = |word: &Option<String>, what: &str| word.clone().unwrap_or_else(|| format!("every {what}"));
    let most = [messages.map(|most| format!("{most} messages")), spend.as_ref().map(Money::to_string)];
    let most = most.into_iter().flatten().collect::<Vec<_>>().join(" and ");
    format!("of {most} a day for {}, {}", any(country, "country"), any(channel, "channel"))
}
