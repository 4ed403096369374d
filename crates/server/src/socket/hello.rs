//! The first frame: who is there. Everything before it is refused, and it has to come in time.

use axum::extract::ws::{Message, WebSocket};
use protocol::{
    frame::{GoodbyeCode, Hello},
    problem::{Code, Problem},
};

use super::{
    Arrival,
    session::Goodbye,
    side::{Said, Side, read},
};
use crate::{
    callers::{Identity, by_account, by_credential, session},
    error::ApiError,
    sign_in::revocations::{Credential, Listening},
};

/// Somebody who was let in.
pub struct Greeted<S: Side> {
    pub id: S::Id,
    /// Where their last socket ended.
    pub resume: Option<u64>,
    /// Hears when what they showed is worth nothing any more.
    pub held: Option<Box<Held>>,
}

/// What a socket was opened with, and that may end.
pub struct Held {
    credential: Credential,
    listening: Listening,
}

impl Held {
    pub async fn end(&mut self) {
        self.listening.end_of(self.credential).await;
    }
}

pub async fn greet<S: Side>(
    socket: &mut WebSocket,
    arrival: &Arrival,
) -> Result<Greeted<S>, Goodbye> {
    let patience = arrival.app.options.timing.hello;
    let first = tokio::time::timeout(patience, socket.recv()).await;
    let text = match first {
        Err(_) => return Err(Goodbye::new(GoodbyeCode::NoHello)),
        Ok(Some(Ok(Message::Text(text)))) => text,
        Ok(Some(Ok(
            Message::Binary(_) | Message::Ping(_) | Message::Pong(_) | Message::Close(_),
        ))) => {
            return Err(Goodbye::with(
                GoodbyeCode::NoHello,
                Problem::new(Code::BadFrame, "say hello first"),
            ));
        }
        Ok(Some(Err(_)) | None) => {
            return Err(Goodbye::with(
                GoodbyeCode::BadFrame,
                Problem::new(Code::BadFrame, "the frame cannot be read"),
            ));
        }
    };
    let said = read::<S>(&text).map_err(|problem| Goodbye::with(GoodbyeCode::BadFrame, problem))?;
    let Said::Hello(Hello { token, resume }) = said else {
        return Err(Goodbye::with(
            GoodbyeCode::NoHello,
            Problem::new(Code::BadFrame, "say hello first"),
        ));
    };
    // Before it is looked up whether it is valid: no end of it falls between.
    let listening = arrival.app.revocations.listen();
    let identified = identify(arrival, token.as_deref()).await;
    let (identity, credential) =
        identified.map_err(|error| Goodbye::with(GoodbyeCode::StaleToken, *error.0))?;
    let held = credential.map(|credential| Box::new(Held { credential, listening }));
    let elsewhere = || Problem::new(Code::NotAllowed, "this token belongs on the other socket");
    let id =
        S::admit(identity).ok_or_else(|| Goodbye::with(GoodbyeCode::StaleToken, elsewhere()))?;
    Ok(Greeted { id, resume: resume.map(|resume| resume.sequence), held })
}

async fn identify(
    arrival: &Arrival,
    token: Option<&str>,
) -> Result<(Identity, Option<Credential>), ApiError> {
    let Arrival { app, workspace, headers, .. } = arrival;
    if let Some(token) = token {
        return by_credential(app, workspace, token).await;
    }
    let Some(headers) = headers else {
        return Err(ApiError::new(Code::NotSignedIn, "send the visitor's token"));
    };
    // The origin was checked when the socket was opened.
    let signed_in = session(app, headers).await?;
    let credential = Credential::Session(signed_in.session.token);
    let agent = by_account(workspace, &signed_in.account)?;
    Ok((Identity::Agent(agent), Some(credential)))
}
