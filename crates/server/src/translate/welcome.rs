//! What a page may know before anybody signed in: the first words, and how the chat looks.

use config::messages::{Circumstances, Parameters, Trigger};
use domain::config::{self as inner, Entry, Place};
use protocol::{
    http as wire,
    visitor::{Notice, NoticeCode},
};

use super::Names;

/// Of a workspace as somebody sees it who reads a language, where one is known.
pub fn welcome(workspace: &str, names: &Names, language: Option<&str>) -> wire::Welcome {
    let config = names.config();
    let widget = &config.widget;
    let languages = names.catalogue().languages(language);
    let title = languages.iter().find_map(|code| widget.title.get(code));
    wire::Welcome {
        workspace: workspace.to_owned(),
        name: config.name.clone(),
        message: message(names, language),
        widget: wire::Widget {
            title: title.unwrap_or(&config.name).clone(),
            colour: widget.colour.clone(),
            theme: match widget.theme {
                inner::Theme::System => wire::Theme::System,
                inner::Theme::Light => wire::Theme::Light,
                inner::Theme::Dark => wire::Theme::Dark,
            },
            position: match widget.position {
                inner::Position::Right => wire::Position::Right,
                inner::Position::Left => wire::Position::Left,
            },
            language: language.map(ToOwned::to_owned),
            ask_name: ask(widget.ask_name),
            ask_email: ask(widget.ask_email),
        },
    }
}

/// Nobody is known yet and nothing is open: where a conversation would begin says how it is put.
fn message(names: &Names, language: Option<&str>) -> Option<Notice> {
    let config = names.config();
    let (place, pipeline) = match config.entry {
        Entry::Queue(queue) => (Some(Place::queue(queue)), None),
        Entry::Pipeline(id) => {
            let first = config.pipelines.get(&id).map(|pipeline| pipeline.first);
            (first.and_then(|stage| config.place_of(stage)), Some(id))
        }
    };
    let circumstances = Circumstances { place, pipeline, language, visitor: None };
    let said = names.catalogue().say(Trigger::Welcome, circumstances, &Parameters::default())?;
    let (text, language) = (said.text, said.language);
    Some(Notice { code: NoticeCode::Welcome, text, language, agent: None })
}

fn ask(ask: inner::Ask) -> wire::Ask {
    match ask {
        inner::Ask::Never => wire::Ask::Never,
        inner::Ask::Optional => wire::Ask::Optional,
        inner::Ask::Required => wire::Ask::Required,
    }
}
