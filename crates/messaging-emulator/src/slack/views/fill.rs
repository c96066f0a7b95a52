use serde_json::{Value, json};

use crate::slack::{
    SlackEmulator,
    interaction::{ActError, Acted, Question, SlackOutcome, Surface, What, find, set},
};

impl SlackEmulator {
    /// Has a person fill in a field, choose in a menu or press a button of the modal that they look at; `id` is its
    /// `action_id`, or the `block_id` of the input around it.
    ///
    /// The app is told where it asked for it; where not, it hears on submission.
    ///
    /// # Errors
    /// The person looks at no modal, or there is no such element or choice.
    pub async fn fill(&self, user: &str, id: &str, wanted: &[&str]) -> Result<SlackOutcome, ActError> {
        self.fill_in(user, What::action(id), wanted).await
    }

    pub(crate) async fn fill_in(&self, user: &str, what: What<'_>, wanted: &[&str]) -> Result<SlackOutcome, ActError> {
        let view = self.app().views.top(user).cloned().ok_or(ActError::NoModal)?;
        self.use_element(user, &view.id, view.given.get("blocks").unwrap_or(&Value::Null), what, wanted).await
    }

    /// Has a person press a button or choose in a menu of the app's home.
    ///
    /// # Errors
    /// The app shows the person no home, or there is no such element or choice in it.
    pub async fn click_home(&self, user: &str, id: &str, wanted: &[&str]) -> Result<SlackOutcome, ActError> {
        let view = self.app().views.home(user).cloned().ok_or(ActError::NoSuchElement)?;
        self.use_element(user, &view.id, view.given.get("blocks").unwrap_or(&Value::Null), What::action(id), wanted)
            .await
    }

    async fn use_element(
        &self,
        user: &str,
        view_id: &str,
        blocks: &Value,
        what: What<'_>,
        wanted: &[&str],
    ) -> Result<SlackOutcome, ActError> {
        let element = find(blocks, what.action, what.block).ok_or(ActError::NoSuchElement)?;
        let chosen = element.chosen(wanted, &self.loaded(&element))?;
        let view = {
            let mut app = self.app();
            let view = app.views.all_mut().find(|view| view.id == view_id).ok_or(ActError::NoModal)?;
            if element.has_state() {
                set(&mut view.values, &element.block_id, &element.action_id, json!(chosen));
            }
            view.clone()
        };
        if !element.tells_at_once() {
            return Ok(SlackOutcome::default());
        }
        let surface = Surface::View(self.told_view(&view));
        let acted = Acted { element, chosen, values: view.values };
        let payload = self.block_actions(user, &acted, surface)?;
        let asked = self.ask(Question::Interaction(payload)).await;
        Ok(SlackOutcome::of(&asked))
    }
}
