//! Media streams and relays of calls.

super::rows! { Debugger;
    31901 Unavailable Soon "Stream - WebSocket - Connection Timeout":
        "the stream's server did not answer", "check its URL and the firewall";
    31902 Unavailable Soon "Stream - WebSocket - Connection Refused":
        "nothing listens at the stream's URL", "start the server";
    31903 Unavailable Soon "Stream - WebSocket - Connection Broken Pipe":
        "the connection broke", "check the network between";
    31904 Unavailable Soon "Stream - WebSocket - Host Unreachable":
        "no way leads to the stream's server", "check its name and the firewall";
    31910 Invalid Never "Stream - WebSocket - SSL Protocol Error":
        "TLS failed", "check the certificate";
    31920 Invalid Never "Stream - WebSocket - Handshake Error":
        "the server did not switch to WebSocket", "check what listens at the stream's URL";
    31921 Unavailable Soon "Stream - WebSocket - Close Error":
        "the connection did not close in order", "close it with a close frame";
    31922 Invalid Never "Stream - WebSocket - URL Schema Not Supported":
        "the stream's URL is not `wss://…`", "use `wss://…`";
    31923 Invalid Never "Stream - WebSocket - Malformed URL":
        "the stream's URL is none", "check it";
    31924 Invalid Never "Stream - Websocket - Protocol Error":
        "a frame was not as WebSocket wants it", "check the server";
    31930 Unavailable Soon "Stream - Media - Buffer Overflow":
        "the server reads too slowly", "read faster, or send less";
    31950 Invalid Never "Stream - Protocol - Malformed Message":
        "a frame is no JSON", "check what is sent";
    31951 Invalid Never "Stream - Protocol - Invalid Message":
        "a frame is no message of Media Streams", "check what is sent";
    64101 Invalid Never "ConversationRelay: invalid attribute":
        "the voice or the speech provider is not one Twilio has", "check the attributes of `<ConversationRelay>`";
    64102 Unavailable Soon "ConversationRelay: unable to connect to WebSocket":
        "nothing answers at the relay's URL", "start the server; check its certificate";
    64105 Unavailable Later "ConversationRelay: WebSocket ended":
        "the connection broke, or ten frames in a row were malformed", "return another `<ConversationRelay>` from the action";
    64107 Invalid Never "ConversationRelay: invalid message":
        "a frame is no message of ConversationRelay", "check what is sent";
    64109 Invalid Never "ConversationRelay: message refused":
        "a message could not be carried out", "Twilio's description says why";
}
