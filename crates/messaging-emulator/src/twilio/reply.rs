use crate::{
    TwilioEmulator,
    twilio::{
        carrier,
        files::content_type,
        records::{Medium, Options, Pair, Sms},
    },
};

/// What a `<Message>` says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) media: Vec<String>,
    pub(crate) status_callback: Option<String>,
}

impl TwilioEmulator {
    /// Sends what the application answered with, to a person from a number of ours. The 16th answer in a row fails:
    /// two machines talk to each other (14107). Returns its sid, unless the person wants no messages.
    pub(crate) fn reply(&self, pair: &Pair, words: &Words) -> Option<String> {
        let (to, from) = pair;
        if self.has_stopped(to, from) {
            self.desk.warn("TwiML: the reply was not sent, the person said STOP (21610)".to_owned());
            return None;
        }
        let now = self.desk.now();
        let is_runaway = self.records().messaging.is_runaway(pair.clone(), now);
        let media = words.media.iter().map(|url| Medium {
            sid: self.sid("ME"),
            url: url.clone(),
            content_type: content_type(url).to_owned(),
            bytes: None,
        });
        let media: Vec<_> = media.collect();
        let mut sms = Sms {
            sid: self.sid(if media.is_empty() { "SM" } else { "MM" }),
            body: words.text.clone(),
            from: from.clone(),
            to: to.clone(),
            messaging_service_sid: None,
            direction: "outbound-reply",
            media,
            created: self.desk.wall(),
            born: now,
            life: carrier::failed(14_107, false),
            options: Options { status_callback: words.status_callback.clone(), ..Options::default() },
        };
        if is_runaway {
            self.desk.warn(format!("{} failed: more than 15 replies in a row (14107)", sms.sid));
            self.report(&sms, std::time::Duration::ZERO);
        } else {
            self.launch(&mut sms);
        }
        let sid = sms.sid.clone();
        self.keep_sms(sms);
        Some(sid)
    }
}
