use super::authorize::{AuthorizeError, Wish};

/// The page that asks; it works without a script.
pub(super) fn question(query: &str, wish: &Wish, teams: &[(String, String)]) -> String {
    let scopes: Vec<_> = wish
        .scopes
        .iter()
        .chain(&wish.user_scopes)
        .map(|scope| format!("<li><code>{}</code></li>", safe(scope)))
        .collect();
    let teams: Vec<_> =
        teams.iter().map(|(id, name)| format!("<option value=\"{}\">{}</option>", safe(id), safe(name))).collect();
    let (scopes, teams) = (scopes.concat(), teams.concat());
    let body = format!(
        "<h1>Install the app</h1><p>It asks for:</p><ul>{scopes}</ul>\
         <form method=\"post\" action=\"/oauth/v2/authorize?{}\">\
         <p><label>Workspace <select name=\"team\">{teams}</select></label></p>\
         <p><label><input type=\"checkbox\" name=\"organization\" value=\"1\"> for its whole organization</label></p>\
         <button name=\"answer\" value=\"allow\">Allow</button> <button name=\"answer\" value=\"deny\">Deny</button></form>",
        safe(query)
    );
    page(&body)
}

/// The page that says why nobody is asked.
pub(super) fn refusal(error: AuthorizeError) -> String {
    page(&format!("<h1>Something went wrong</h1><p>Error details: <code>{}</code></p>", error.code()))
}

fn page(body: &str) -> String {
    format!("<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Slack emulator</title>{body}</html>")
}

fn safe(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
