//! Modals and the Home of the app.

use serde_json::Value;

use super::macros::{answer, call};

answer! {
    /// A view that is shown.
    View {
        id: String = "Its id, `V…`.",
        r#type as "type": String = "`modal` or `home`.",
        callback_id: String = "The app's own name for it.",
        external_id: String = "The app's own id for it.",
        private_metadata: String = "What the app wrote down in it.",
        hash: String = "What an update names, so that it changes nothing newer.",
        root_view_id: String = "The first view of the stack.",
        previous_view_id: String = "The view below.",
        app_id: String = "The app.",
        bot_id: String = "The bot.",
        team_id: String = "The workspace.",
        state: Value = "What people entered.",
        blocks: Vec<Value> = "Its blocks.",
        title: Value = "Its title.",
    }
}

answer! {
    /// One view.
    OneView {
        view: View = "The view.",
    }
}

call! {
    /// Opens a modal, within three seconds of what the person did.
    Open: "views.open" => OneView,
    of {
        view: Value = "The view, up to 250 KB.",
    } with {
        trigger_id: String = "What the interaction carried; good for one view.",
        interactivity_pointer: String = "What a function carried, instead.",
    }
}

call! {
    /// Opens a modal on top of one.
    Push: "views.push" => OneView,
    of {
        view: Value = "The view, up to 250 KB.",
    } with {
        trigger_id: String = "What the interaction carried; good for one view.",
        interactivity_pointer: String = "What a function carried, instead.",
    }
}

call! {
    /// Changes a modal, by `view_id` or `external_id`.
    Update: "views.update" => OneView,
    of {
        view: Value = "The view, up to 250 KB.",
    } with {
        view_id: String = "Which one, by Slack's id.",
        external_id: String = "Which one, by the app's own id.",
        hash: String = "The version it changes.",
    }
}

call! {
    /// Shows a Home to one person.
    Publish: "views.publish" => OneView,
    of {
        user_id: String = "To whom, by id.",
        view: Value = "The view, of type `home`, up to 250 KB.",
    } with {
        hash: String = "The version it changes.",
    }
}
