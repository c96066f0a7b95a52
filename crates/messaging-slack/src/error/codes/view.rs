//! Modals and Home (<https://docs.slack.dev/surfaces/modals>).

super::rows! {
    "duplicate_external_id" Race:
        "a view of the app has this `external_id`", "use another one";
    "exchanged_trigger_id" Race:
        "the trigger was used: it is good for one view", "push or update instead";
    "expired_trigger_id" Race:
        "the trigger is older than three seconds", "open the view first, fill it later";
    "hash_conflict" Race:
        "the view was changed in between", "read it, and change it again";
    "invalid_trigger_id" Race:
        "the trigger is none", "send it as the interaction carried it";
    "not_enabled" Permission:
        "the app has no Home", "switch the Home tab on under App Home";
    "not_found" NotFound:
        "the view is closed, or there never was one", "open another one";
    "not_implemented" Invalid:
        "this kind of view is not published", "publish a view of type `home`";
    "push_limit_reached" TooLarge:
        "three views are open on top of each other", "update the last one";
    "view_too_large" TooLarge:
        "the view is larger than 250 KB", "show less, or in pages";
}
