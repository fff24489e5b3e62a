//! Whatever is typed, pasted, clicked or resized, a frame is drawn; and scrolling shows every text of the guide whole.

mod random;
mod whole;
