//! Links that a terminal opens itself (OSC 8), around the cells of an address and of its name.
//!
//! They are written where the cells are, and are no part of any cell, so that no width and no comparison of frames is
//! touched by them. A cell of a link is drawn in every frame, or it would keep the address of the link that stood there.

use std::{cell::RefCell, io, rc::Rc};

use ratatui::{
    backend::{Backend, ClearType, CrosstermBackend, WindowSize},
    buffer::{Buffer, Cell, CellDiffOption},
    layout::{Position, Size},
};

use super::frame_writer::FrameWriter;
use crate::{app::DrawnLink, text::checksum::fnv1a_32};

/// Names in `TERM` of terminals that know links, or leave away what they do not know.
const KNOWN: [&str; 11] =
    ["xterm", "tmux", "kitty", "alacritty", "foot", "wezterm", "ghostty", "contour", "rio", "vte", "konsole"];

/// Whether a terminal can be expected to know links.
pub(super) fn are_known(term: &str) -> bool {
    KNOWN.iter().any(|known| term.contains(known))
}

/// Has the cells of links drawn, whatever stood there before.
pub(super) fn redraw(buffer: &mut Buffer, links: &[DrawnLink]) {
    let area = buffer.area;
    for place in links.iter().flat_map(|link| link.area.intersection(area).positions()) {
        buffer[place].set_diff_option(CellDiffOption::AlwaysUpdate);
    }
}

/// The links of the frame that is being drawn.
pub(super) type FrameLinks = Rc<RefCell<Vec<DrawnLink>>>;

/// The terminal, with links around the cells that have one.
pub(super) struct LinkBackend {
    plain: CrosstermBackend<FrameWriter>,
    frame: FrameWriter,
    links: FrameLinks,
}

impl LinkBackend {
    pub(super) fn new(frame: FrameWriter, links: FrameLinks) -> Self {
        LinkBackend { plain: CrosstermBackend::new(frame.clone()), frame, links }
    }

    fn mark(&mut self, link: Option<&DrawnLink>) -> io::Result<()> {
        // An address with anything else could end the sequence.
        let address = link.map_or("", |link| link.url.as_str());
        let address = if address.bytes().all(|byte| byte.is_ascii_graphic()) { address } else { "" };
        // What has one number is one link to a terminal, though its words and rows are written apart.
        let number = if address.is_empty() { String::new() } else { format!("id={:x}", fnv1a_32(&[address])) };
        io::Write::write_all(&mut self.frame, format!("\x1b]8;{number};{address}\x1b\\").as_bytes())
    }
}

impl Backend for LinkBackend {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let links = Rc::clone(&self.links);
        let links = links.borrow();
        if links.is_empty() {
            return self.plain.draw(content);
        }
        let of = |x: u16, y: u16, cell: &Cell| {
            links.iter().rfind(|link| link.area.contains(Position::new(x, y)) && cell.symbol() != " ")
        };
        let mut content = content.peekable();
        while let Some((x, y, cell)) = content.next() {
            let link = of(x, y, cell);
            let mut run = vec![(x, y, cell)];
            while let Some(next) = content.next_if(|(x, y, cell)| of(*x, *y, cell) == link) {
                run.push(next);
            }
            if link.is_some() {
                self.mark(link)?;
            }
            self.plain.draw(run.into_iter())?;
            if link.is_some() {
                self.mark(None)?;
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.plain.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.plain.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.plain.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.plain.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.plain.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.plain.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        self.plain.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.plain.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.plain)
    }
}

#[cfg(test)]
mod tests {
    use ratatui::{Terminal, TerminalOptions, Viewport, layout::Rect, style::Style};

    use super::*;

    /// The bytes of frames that show `x: LABEL` in the first row, with its end as a link to the address.
    fn frames(shown: &[(&str, &str)]) -> Vec<String> {
        let (frame, links) = (FrameWriter::default(), FrameLinks::default());
        let backend = LinkBackend::new(frame.clone(), Rc::clone(&links));
        let area = Rect::new(0, 0, 20, 2);
        let mut terminal = Terminal::with_options(backend, TerminalOptions { viewport: Viewport::Fixed(area) })
            .expect("it writes into memory");
        let draw = |(label, url): &(&str, &str)| {
            let linked = Rect { x: 3, y: 0, width: label.len() as u16, height: 1 };
            let shown = vec![DrawnLink { area: linked, url: (*url).to_owned() }];
            let drawn = terminal.draw(|frame| {
                frame.buffer_mut().set_string(0, 0, format!("x: {label}"), Style::new());
                redraw(frame.buffer_mut(), &shown);
                links.replace(shown.clone());
            });
            drawn.expect("it writes into memory");
            frame.take()
        };
        shown.iter().map(draw).collect()
    }

    #[test]
    fn a_link_stands_around_its_cells_in_every_frame_and_changes_with_its_address() {
        let frames = frames(&[("one", "https://a"), ("one", "https://b")]);
        for (frame, url) in frames.iter().zip(["https://a", "https://b"]) {
            let number = fnv1a_32(&[url]);
            let (before, rest) = frame.split_once(&format!("\x1b]8;id={number:x};{url}\x1b\\")).expect("it begins");
            let (link, after) = rest.split_once("\x1b]8;;\x1b\\").expect("it ends");
            assert!(!before.contains("one") && link.contains("one") && !after.contains("\x1b]8"), "{frame:?}");
        }
    }

    #[test]
    fn an_address_cannot_end_its_sequence() {
        for url in ["https://a\x1b\\b", "https://a\x07b", "https://a b", "https://é"] {
            assert!(!frames(&[("one", url)])[0].contains("https"), "{url:?}");
        }
    }

    #[test]
    fn links_are_written_where_the_terminal_can_be_expected_to_know_them() {
        let check = |term: &str, expected: bool| assert_eq!(are_known(term), expected, "{term}");
        check("xterm-256color", true);
        check("tmux-256color", true);
        check("xterm-kitty", true);
        check("linux", false);
        check("dumb", false);
        check("vt220", false);
        check("screen", false);
        check("", false);
    }
}
