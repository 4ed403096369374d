//! What a page may know before anybody signed in: the first words, and how the chat looks.

use config::messages::{Circumstances, Parameters, Trigger};
use domain::config::{self as inner, Entry, Place};
use protocol::{
    http as wire,
    problem::Problem,
    visitor::{Notice, NoticeCode},
};

use super::{Names, commands, opening};

/// Of a workspace as somebody sees it who reads a language, where one is known, and begins on the path of their page.
pub fn welcome(
    workspace: &str,
    names: &Names,
    language: Option<&str>,
    pipeline: Option<String>,
) -> Result<wire::Welcome, Problem> {
    let config = names.config();
    let entry = commands::find_entry(None, pipeline.clone(), names)?.unwrap_or(config.entry);
    let widget = &config.widget;
    let languages = names.catalogue().languages(language);
    let title = languages.iter().find_map(|code| widget.title.get(code));
    Ok(wire::Welcome {
        workspace: workspace.to_owned(),
        name: config.name.clone(),
        message: message(names, language, entry),
        pipeline,
        widget: wire::Widget {
            title: title.unwrap_or(&config.name).clone(),
            colour: widget.colour.clone(),
            on_colour: widget.colour.as_deref().map(readable_on),
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
        stages: opening::stages(names, language, entry),
    })
}

/// Nobody is known yet and nothing is open: where a conversation would begin says how it is put.
fn message(names: &Names, language: Option<&str>, entry: Entry) -> Option<Notice> {
    let config = names.config();
    let (place, pipeline) = match entry {
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

/// Black or white: one of them has at least 4.5 to 1 on any colour (WCAG 2.2, relative luminance).
fn readable_on(colour: &str) -> String {
    let channel = |at: usize| {
        let byte = colour.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        let value = f64::from(byte.unwrap_or_default()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    let (on_white, on_black) = (1.05 / (luminance + 0.05), (luminance + 0.05) / 0.05);
    if on_white >= on_black { "#ffffff" } else { "#000000" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::readable_on;

    #[test]
    fn what_stands_on_a_colour_is_the_one_of_black_and_white_that_is_read_better() {
        assert_eq!(readable_on("#0b6e4f"), "#ffffff");
        assert_eq!(readable_on("#FFD400"), "#000000");
        assert_eq!(readable_on("#757575"), "#ffffff");
        assert_eq!(readable_on("#777777"), "#000000");
    }
}
