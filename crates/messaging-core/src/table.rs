//! Every outbound operation, in one table: `table!(callback)` hands its rows to a macro.
//!
//! A row is verb, name, request, answer, the accessor of the trait that can do it, the method, and whether it may be
//! repeated. A new verb is a request struct, a trait method and a row.

macro_rules! table {
    ($callback:ident) => {
        $callback! {
            /// Post a message.
            Send = "send": SendMessage => Receipt, Some, send, Duplicates;
            /// Replace a message's content.
            Edit = "edit": EditMessage => Receipt, Provider::edits, edit, Harmless;
            /// Take a message back.
            DeleteMessage = "messages.delete": DeleteMessage => (), Provider::deletes, delete_message, Harmless;
            /// Begin a message that can be appended to.
            StartStream = "stream.start": StartStream => Receipt, Provider::streaming, start_stream, Duplicates;
            /// Append to a message that was begun.
            AppendStream = "stream.append": AppendStream => (), Provider::streaming, append_stream, Duplicates;
            /// Leave exactly this content in a message, and no stream.
            FinishStream = "stream.finish": FinishStream => Receipt, Provider::streaming, finish_stream, Harmless;
            /// Take a message back, a stream or not.
            DiscardStream = "stream.discard": DiscardStream => (), Provider::streaming, discard_stream, Harmless;
            /// Look for a message whose beginning was never answered.
            FindStream = "stream.find": FindStream => Found, Provider::streaming, find_stream, Harmless;
            /// Fetch one message.
            FetchMessage = "messages.fetch": FetchMessage => Message, Provider::messages, fetch_message, Harmless;
            /// List the messages of a conversation.
            History = "messages.list": ListMessages => Page<Message>, Provider::messages, history, Harmless;
            /// Create a conversation.
            CreateConversation = "conversations.create":
                CreateConversation => Conversation, Provider::conversations, create, Duplicates;
            /// Fetch a conversation.
            FetchConversation = "conversations.fetch":
                FetchConversation => Conversation, Provider::conversations, fetch, Harmless;
            /// List conversations.
            ListConversations = "conversations.list":
                ListConversations => Page<Conversation>, Provider::conversations, list, Harmless;
            /// Change a conversation.
            UpdateConversation = "conversations.update":
                UpdateConversation => Conversation, Provider::lifecycle, update, Harmless;
            /// Put a conversation to sleep, wake it or close it.
            SetConversationState = "conversations.state":
                SetConversationState => Conversation, Provider::lifecycle, set_state, Harmless;
            /// Delete a conversation.
            DeleteConversation = "conversations.delete":
                DeleteConversation => (), Provider::lifecycle, delete, Harmless;
            /// Add a participant.
            AddParticipant = "participants.add":
                AddParticipant => Participant, Provider::participants, add, Duplicates;
            /// List the participants of a conversation.
            ListParticipants = "participants.list":
                ListParticipants => Page<Participant>, Provider::participants, participants, Harmless;
            /// Change a participant.
            UpdateParticipant = "participants.update":
                UpdateParticipant => Participant, Provider::participants, update_participant, Harmless;
            /// Remove a participant.
            RemoveParticipant = "participants.remove": RemoveParticipant => (), Provider::participants, remove, Harmless;
            /// Fetch what people call whoever wrote.
            FetchName = "people.name": FetchName => Option<String>, Provider::people, name, Harmless;
            /// React to a message.
            AddReaction = "reactions.add": AddReaction => (), Provider::reactions, add_reaction, Harmless;
            /// Take a reaction back.
            RemoveReaction = "reactions.remove":
                RemoveReaction => (), Provider::reactions, remove_reaction, Harmless;
            /// Show that an answer is being written.
            SetTyping = "typing": SetTyping => (), Provider::typing, set_typing, Harmless;
            /// Fetch a file.
            FetchMedia = "media.fetch": FetchMedia => MediaFile, Provider::media, fetch_media, Harmless;
            /// Upload a file.
            UploadMedia = "media.upload": UploadMedia => Media, Provider::media, upload_media, Duplicates;
            /// Fetch what a message cost.
            FetchPrice = "price": FetchPrice => Option<Price>, Provider::billing, price, Harmless;
            /// Look up an earlier send.
            Find = "find": FindSend => Found, Provider::reconcile, find, Harmless;
            /// List what was missed.
            CatchUp = "catch_up": ListMissed => Missed, Provider::catch_up, missed, Harmless;
            /// Check that the account works.
            Health = "health": CheckHealth => Healthy, Provider::health, check, Harmless;
            /// Call a vendor method by name.
            Invoke = "invoke": Invoke => serde_json::Value, Provider::native, invoke, Duplicates;
        }
    };
}

pub(crate) use table;
