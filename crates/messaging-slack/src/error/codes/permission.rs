//! What a token may not do (<https://docs.slack.dev/reference/scopes>).

super::rows! {
    "access_denied" Permission:
        "the token may not see this", "ask an administrator of the workspace";
    "accesslimited" Permission:
        "the workspace limits access from here", "ask an administrator of the workspace";
    "action_prohibited" Permission:
        "an administrator restricts posting", "ask an administrator of the workspace";
    "as_user_not_supported" Permission:
        "`as_user` is for classic apps", "leave `as_user` out";
    "cannot_create_channel" Permission:
        "the token's user may not create channels", "ask an administrator of the workspace";
    "cant_archive_general" Permission:
        "the general channel cannot be archived", "choose another channel";
    "cant_archive_required" Permission:
        "everybody has to be in this channel", "choose another channel";
    "cant_broadcast_message" Permission:
        "the reply cannot be shown in its channel", "leave `reply_broadcast` out";
    "cant_delete_message" Permission:
        "the message is not the app's own, or has another name and icon", "delete the app's own messages only";
    "cant_invite" Permission:
        "this person cannot be invited from here", "have a member invite them";
    "cant_kick_from_general" Permission:
        "nobody can be removed from the general channel", "choose another channel";
    "cant_kick_self" Permission:
        "nobody removes themselves", "call `conversations.leave`";
    "cant_leave_general" Permission:
        "nobody leaves the general channel", "choose another channel";
    "cant_update_message" Permission:
        "the message is not the app's own", "change the app's own messages only";
    "channel_type_not_supported" Permission:
        "streams are not for this kind of channel", "post the message as a whole";
    "edit_window_closed" Permission:
        "the workspace allows changes for a while only, and it is over", "post another message";
    "ekm_access_denied" Permission:
        "an administrator suspended the workspace's encryption keys", "ask an administrator of the workspace";
    "enterprise_is_restricted" Permission:
        "the method is not for an Enterprise organisation", "call it with the token of one of its workspaces";
    "fail_to_get_teams_for_restricted_user" Permission:
        "a guest sees no workspaces", "use a full member's token";
    "forbidden_team" Permission:
        "the app may not use Socket Mode in this workspace", "receive events over HTTP";
    "last_member" Permission:
        "nobody else is in the channel", "archive it instead";
    "message_not_owned_by_app" Permission:
        "the stream is another app's", "change the app's own streams only";
    "messages_tab_disabled" Permission:
        "people cannot write to the app", "switch the Messages tab on under App Home";
    "metadata_must_be_sent_from_app" Permission:
        "metadata was sent with a token that is no app's", "use the app's bot token";
    "missing_scope" Permission:
        "the token lacks a scope", "add it under OAuth & Permissions and install the app again";
    "no_access" Permission:
        "the token does not reach the message", "invite the bot: `/invite @bot`";
    "no_external_invite_permission" Permission:
        "nobody from outside may be invited from here", "ask an administrator of the workspace";
    "no_permission" Permission:
        "the token's user may not do this", "ask an administrator of the workspace";
    "not_authorized" Permission:
        "the token's user may not rename the channel", "have the channel's creator or an administrator do it";
    "not_in_channel" Permission:
        "the bot is not in the channel", "invite the bot: `/invite @bot`";
    "not_permitted" Permission:
        "the token's user may not close this", "close the bot's own conversations only";
    "posting_to_channel_denied" Permission:
        "an administrator restricts posting to the channel", "ask an administrator of the workspace";
    "reserved_username" Permission:
        "the name is reserved", "choose another `username`";
    "restricted_action" Permission:
        "an administrator restricts this", "ask an administrator of the workspace";
    "restricted_action_non_threadable_channel" Permission:
        "the channel has no threads", "post to the channel itself";
    "restricted_action_read_only_channel" Permission:
        "the channel is for reading", "ask an administrator of the workspace";
    "restricted_action_thread_locked" Permission:
        "the thread is locked", "write elsewhere";
    "restricted_action_thread_only_channel" Permission:
        "new threads are not for this channel", "answer in a thread that is there";
    "slack_connect_blocked_file_type" Permission:
        "the other organisation takes no files of this type", "share it another way";
    "slack_connect_canvas_sharing_blocked" Permission:
        "an organisation in the channel takes no canvases", "leave the link to the canvas out";
    "slack_connect_clip_sharing_blocked" Permission:
        "an organisation in the channel takes no clips", "leave the clip out";
    "slack_connect_file_link_sharing_blocked" Permission:
        "an organisation in the channel takes no links to files", "leave the link to the file out";
    "slack_connect_file_upload_sharing_blocked" Permission:
        "an organisation in the channel takes no files", "leave the file out";
    "slack_connect_lists_sharing_blocked" Permission:
        "an organisation in the channel takes no lists", "leave the link to the list out";
    "team_access_not_granted" Permission:
        "the organisation's token was not granted this workspace", "have an administrator add the app to it";
    "thread_locked" Permission:
        "the thread is locked", "react elsewhere";
    "unable_to_share_files" Permission:
        "the files cannot be shared here", "check who may share files in the workspace";
    "ura_max_channels" Permission:
        "a guest of one channel is in their channel", "have an administrator change the guest's account";
    "user_does_not_own_channel" Permission:
        "the direct message is somebody else's", "close the bot's own conversations only";
    "user_is_restricted" Permission:
        "a guest may not do this", "use a full member's token";
}
