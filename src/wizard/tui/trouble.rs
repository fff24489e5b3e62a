//! What tests of a test build bring about: F12 panics in the wizard, F11 beside it, F10 aborts as a process without
//! memory does, F9 panics in the next frame and F8 while the terminal is given back.

use std::{
    alloc::{self, Layout},
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use crossterm::event::{Event, KeyCode};

static DRAWING: AtomicBool = AtomicBool::new(false);
static RESTORING: AtomicBool = AtomicBool::new(false);

pub(super) fn at(event: &Event) {
    let Event::Key(key) = event else { return };
    match key.code {
        KeyCode::F(12) => panic!("F12 was pressed in a test build"),
        KeyCode::F(11) => {
            thread::spawn(|| panic!("F11 was pressed in a test build"));
        }
        KeyCode::F(10) => alloc::handle_alloc_error(Layout::new::<[u8; 1 << 20]>()),
        KeyCode::F(9) => DRAWING.store(true, Ordering::SeqCst),
        KeyCode::F(8) => RESTORING.store(true, Ordering::SeqCst),
        _ => {}
    }
}

pub(super) fn while_drawing() {
    if DRAWING.swap(false, Ordering::SeqCst) {
        panic!("F9 was pressed in a test build");
    }
}

pub(super) fn while_restoring() {
    if RESTORING.swap(false, Ordering::SeqCst) {
        panic!("F8 was pressed in a test build");
    }
}
