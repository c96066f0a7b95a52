//! Sending through Programmable Messaging.

super::rows! { Answer;
    21210 Invalid Never "'From' phone number not verified":
        "the sender is not a number of this account", "send from a number the account owns or has verified";
    21211 Invalid Never "Invalid 'To' Phone Number":
        "the number does not exist or is not E.164", "write it as `+15550100777`";
    21212 Invalid Never "Invalid From Number (caller ID)":
        "the sender is not a number or an alphanumeric sender of this account", "check `phone_number`";
    21214 Invalid Never "'To' phone number cannot be reached":
        "no carrier takes messages for this number", "use another number of this person";
    21216 Invalid Never "API: Call blocked by Twilio blocklist":
        "Twilio blocks this number", "do not write to it; ask Twilio's support if it is yours";
    21266 Invalid Never "'To' and 'From' number cannot be the same":
        "the message goes to its own sender", "check which of the two is ours";
    21408 Invalid Never "Permission to send an SMS has not been enabled for the region indicated by the 'To' number":
        "the country is not enabled for this account", "enable it in the console under Messaging, Settings, Geo permissions";
    21601 Invalid Never "Phone number is not a valid SMS-capable inbound phone number":
        "the sender's number cannot send texts", "buy a number with SMS";
    21602 Invalid Never "Message body is required":
        "there is no text, file or template", "send one of them";
    21603 Invalid Never "A 'From' or 'MessagingServiceSid' parameter is required to send a message":
        "no sender was named", "name a number of ours or a Messaging Service in the place";
    21604 Invalid Never "The destination 'To' phone number is required to send an SMS":
        "nobody to write to was named", "name them in the place";
    21606 Invalid Never "The 'From' phone number provided is not a valid message-capable Twilio phone number for this destination.":
        "the number is not the account's, cannot send texts, or not to this country", "send from another number, or through a Messaging Service";
    21608 Invalid Never "The 'to' phone number provided is not yet verified for this account.":
        "a trial account writes to verified numbers only", "verify the number in the console, or upgrade the account";
    21609 Invalid Never "Invalid 'StatusCallback'":
        "the callback URL is no public URL, has an underscore in its host, or is longer than 4,000 characters", "check `webhook_url`";
    21610 Invalid Never "Attempt to send to unsubscribed recipient":
        "the person has written STOP to this sender", "send nothing until they write START";
    21611 RateLimited Later "This 'From' number has exceeded the maximum number of queued messages":
        "more than ten hours of messages wait behind this number", "send later, or through a Messaging Service with more numbers";
    21612 Invalid Never "The 'To' phone number is not currently reachable via SMS":
        "no route leads from this sender to this number", "send from a number of their country, or a Messaging Service";
    21614 Invalid Never "'To' number is not a valid mobile number":
        "a landline, or a number that is out of service", "use a mobile number";
    21617 Invalid Never "The concatenated message body exceeds the 1600 character limit":
        "the text is too long", "split it";
    21619 Invalid Never "Unable to create record":
        "there is no text, file or template, or Twilio could not read them", "send one of them";
    21620 Invalid Never "Invalid media URL(s)":
        "a file's URL is not `https://…` or `http://…`", "give a URL that Twilio can reach without a password";
    21623 Invalid Never "Number of media files exceeds allowed limit":
        "a message carries ten files at most", "send the others in another message";
    21624 Invalid Never "Invalid validity period value":
        "the validity period is not 1 s to 10 h", "give one that is";
    21627 Invalid Never "Max Price must be a valid float":
        "the price is no number above 0", "leave it out: Twilio does not look at it any more";
    21654 Invalid Never "ContentSid Required":
        "variables were given without a template", "set `ContentSid`";
    21655 Invalid Never "The ContentSid is Invalid":
        "there is no such template in this account", "copy the `HX…` from the console's Content Template Builder";
    21656 Invalid Never "The ContentVariables Parameter is invalid":
        "the variables are not JSON, or not those of the template", "give one value for every placeholder: `{\"1\": \"Ann\"}`";
    21701 NotFound Never "The Messaging Service does not exist":
        "it was deleted, or belongs to another account", "check `messaging_service_sid`";
    21702 Invalid Never "The Messaging Service is not available to send new messages":
        "it is not set up for sending", "check it in the console";
    21703 Invalid Never "The Messaging Service does not have a phone number available to send a message":
        "no sender of its pool reaches this person", "add a sender of their channel and country to the pool";
    21704 Invalid Never "The Messaging Service contains no phone numbers":
        "its pool is empty", "add a sender in the console";
    21705 Invalid Never "The Messaging Service is invalid":
        "it is no SID of a Messaging Service", "check `messaging_service_sid`, `MG…`";
    21910 Invalid Never "Invalid From and To pair. From and To should be of the same channel.":
        "one is a WhatsApp address and the other is not, for instance", "give both the same prefix";
    30016 Invalid Never "'To' and 'From' channel types are incompatible":
        "one is a WhatsApp address and the other is not, for instance", "give both the same prefix";
    30409 Invalid Never "This message cannot be canceled":
        "it is sent already, or was not to be sent later", "nothing: it is on its way";
    35111 Invalid Never "SendAt timestamp is missing":
        "a message is to be sent later and does not say when", "set `SendAt`";
    35114 Invalid Never "Scheduling does not support this timestamp":
        "the moment is too near or too far", "give one from 15 minutes to a few weeks from now";
    35118 Invalid Never "MessagingServiceSid is required to schedule a message":
        "only a Messaging Service sends later", "name one";
    35126 Invalid Never "The ScheduleType value provided is not supported for this channel":
        "the schedule is not `fixed`", "set `ScheduleType` to `fixed`";
    63031 Invalid Never "Channels message cannot have same From and To":
        "the message goes to its own sender", "check which of the two is ours";
    92005 Invalid Never "ContentSid Required":
        "variables were given without a template", "set `ContentSid`";
    92006 Invalid Never "The Content Sid is Invalid":
        "there is no such template in this account", "copy the `HX…` from the console's Content Template Builder";
    92007 Invalid Never "The Content Variables Parameter is invalid":
        "the variables are not JSON, or not those of the template", "give one value for every placeholder: `{\"1\": \"Ann\"}`";
}
