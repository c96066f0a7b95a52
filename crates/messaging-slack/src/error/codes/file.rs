//! Files (<https://docs.slack.dev/messaging/working-with-files>).

super::rows! {
    "alt_txt_too_large" TooLarge:
        "the description is too long", "use at most 1,000 characters";
    "blocked_file_type" Permission:
        "the workspace takes no files of this type", "send another type";
    "cant_delete_file" Permission:
        "the file is not the app's own", "delete the app's own files only";
    "canvas_disabled_file_team" Permission:
        "the file's workspace has no canvases", "ask an administrator of that workspace";
    "canvas_disabled_user_team" Permission:
        "the workspace has no canvases", "ask an administrator of the workspace";
    "canvas_globally_disabled" Permission:
        "canvases are switched off", "ask an administrator of the workspace";
    "channels_limit_exceeded" TooLarge:
        "the file would be shared with too many channels", "name fewer";
    "delete_not_allowed" Permission:
        "the file may not be deleted", "ask an administrator of the workspace";
    "file_comment_not_found" NotFound:
        "there is no such comment", "check the id";
    "file_deleted" NotFound:
        "the file was deleted", "upload it again";
    "file_deleting_disabled" Permission:
        "the workspace does not let files be deleted", "ask an administrator of the workspace";
    "file_is_deleted" NotFound:
        "the file was deleted", "upload it again";
    "file_not_found" NotFound:
        "there is no such file, or its upload was not completed", "check the id, `F…`";
    "file_share_limit_reached" TooLarge:
        "the file is shared too often", "upload it again";
    "file_type_not_allowed" Permission:
        "the workspace takes no files of this type", "send another type";
    "file_upload_size_restricted" TooLarge:
        "the file is larger than the workspace allows", "send a smaller one, or a link";
    "file_uploads_disabled" Permission:
        "the workspace takes no files", "send a link";
    "file_uploads_except_images_disabled" Permission:
        "the workspace takes images only", "send an image, or a link";
    "max_file_sharing_exceeded" TooLarge:
        "the message holds too many files", "send fewer";
    "not_visible" NotFound:
        "the token does not reach the file", "share it with a channel that the bot is in";
    "snippet_too_large" TooLarge:
        "the snippet is too large", "upload it as a file";
    "storage_limit_reached" TooLarge:
        "the workspace's storage is full", "have files deleted, or the plan changed";
    "template_not_visible" NotFound:
        "the token does not reach the template", "share it with the bot";
    "unknown_snippet_type" Invalid:
        "there is no such kind of snippet", "leave `snippet_type` out";
    "unknown_subtype" Invalid:
        "there is no such kind of snippet", "leave `snippet_type` out";
}
