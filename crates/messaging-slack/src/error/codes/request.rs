//! Requests that Slack cannot read (<https://docs.slack.dev/apis/web-api>).

super::rows! {
    "deprecated_endpoint" Invalid:
        "the method is no longer there", "use the one that replaced it";
    "invalid_arg_name" Invalid:
        "an argument's name is none", "check the names";
    "invalid_arguments" Invalid:
        "an argument is not as the method wants it", "look where the JSON pointer leads";
    "invalid_array_arg" Invalid:
        "an argument is an array that may not be one", "send it as text";
    "invalid_charset" Invalid:
        "the charset is none that Slack reads", "send UTF-8";
    "invalid_cursor" Invalid:
        "the cursor is none of this list's, or too old", "list from the beginning";
    "invalid_form_data" Invalid:
        "the form cannot be read", "encode it as a form";
    "invalid_limit" Invalid:
        "`limit` is out of range", "use 1 to 999";
    "invalid_post_type" Invalid:
        "the content type is none that Slack reads", "send JSON or a form";
    "method_deprecated" Invalid:
        "the method is no longer there", "use the one that replaced it";
    "missing_args" Invalid:
        "an argument is missing", "send what the method requires";
    "missing_argument" Invalid:
        "an argument is missing", "send what the method requires";
    "missing_post_type" Invalid:
        "the request has a body and no content type", "send JSON or a form";
    "unknown_method" Invalid:
        "Slack has no such method", "check its name";
}
