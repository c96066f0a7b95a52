use crate::slack::{
    api::{arguments::Arguments, caller::Caller, error::Refusal},
    room::{Kind, Room},
    state::State,
    team::Team,
};

/// The caller's workspace.
pub(in crate::slack::api) fn team<'a>(state: &'a State, caller: &Caller) -> Result<&'a Team, Refusal> {
    state.team(caller.team()).ok_or_else(|| Refusal::new("team_not_found"))
}

/// The caller's workspace, to be changed.
pub(in crate::slack::api) fn team_mut<'a>(state: &'a mut State, caller: &Caller) -> Result<&'a mut Team, Refusal> {
    state.team_mut(caller.team()).ok_or_else(|| Refusal::new("team_not_found"))
}

/// The channel that `channel` names, if the caller can see it and may do this with its kind.
pub(in crate::slack::api) fn seen<'a>(
    state: &'a State,
    caller: &Caller,
    arguments: &Arguments,
) -> Result<&'a Room, Refusal> {
    let room = team(state, caller)?.room(arguments.required("channel")?);
    let room = room.filter(|room| can_see(caller, room)).ok_or_else(|| Refusal::new("channel_not_found"))?;
    caller.needs_for(room.kind)?;
    Ok(room)
}

/// Whether there is such a channel for the caller: what is not public does not exist for whoever is not in it.
pub(in crate::slack::api) fn can_see(caller: &Caller, room: &Room) -> bool {
    room.kind == Kind::Public || room.has(&caller.user)
}

/// The same channel, if the caller is in it.
pub(in crate::slack::api) fn joined<'a>(
    state: &'a State,
    caller: &Caller,
    arguments: &Arguments,
) -> Result<&'a Room, Refusal> {
    let room = seen(state, caller, arguments)?;
    if room.has(&caller.user) { Ok(room) } else { Err(Refusal::new("not_in_channel")) }
}
