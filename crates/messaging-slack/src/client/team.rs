//! Workspaces.

use serde_json::Value;

use super::macros::{answer, call};

answer! {
    /// A workspace.
    Team {
        id: String = "Its id, `T…`.",
        name: String = "Its name.",
        domain: String = "The name in its URL.",
        url: String = "Its URL.",
        email_domain: String = "Whose addresses may join by themselves.",
        icon: Value = "Its pictures.",
        enterprise_id: String = "The organisation it is in.",
        enterprise_name: String = "That organisation's name.",
    }
}

answer! {
    /// One workspace.
    OneTeam {
        team: Team = "The workspace.",
    }
}

call! {
    /// Fetches a workspace: our own, unless told otherwise.
    Info: "team.info" => OneTeam,
    of {} with {
        team: String = "The workspace, by id.",
        domain: String = "The workspace, by the name in its URL.",
    }
}
