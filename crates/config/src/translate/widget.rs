//! The look of the chat: passed on as it is written.

use domain::config as into;

use super::by_language;
use crate::document::{Ask, Position, Theme, Widget};

pub fn widget(widget: &Widget) -> into::Widget {
    let Widget { title, colour, theme, position, languages, ask_name, ask_email } = widget;
    into::Widget {
        title: by_language(title),
        colour: colour.as_ref().map(|colour| colour.value.clone()),
        theme: match theme {
            Theme::System => into::Theme::System,
            Theme::Light => into::Theme::Light,
            Theme::Dark => into::Theme::Dark,
        },
        position: match position {
            Position::Right => into::Position::Right,
            Position::Left => into::Position::Left,
        },
        languages: languages.iter().map(|code| code.value.to_ascii_lowercase()).collect(),
        ask_name: ask(*ask_name),
        ask_email: ask(*ask_email),
    }
}

fn ask(ask: Ask) -> into::Ask {
    match ask {
        Ask::Never => into::Ask::Never,
        Ask::Optional => into::Ask::Optional,
        Ask::Required => into::Ask::Required,
    }
}
