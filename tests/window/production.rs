//! How files are made, in the inspector of the edition: picked, typed, saved and undone.

use crate::common::Desk;
use crate::driver::{Window, load};
use pamphleteer::app::act::Selection;
use pamphleteer::app::command::Command;
use pamphleteer::edition::production::cover::{CoverColour, CoverStyle};
use pamphleteer::edition::production::standard::Standard;
use pamphleteer::edition::production::{PressColour, Signature};

fn window(desk: &Desk) -> Window {
    let mut window = desk.window();
    window.app_mut().selection = Selection::Edition;
    window.settle();
    window
}

#[test]
fn cover_press_and_standards_are_chosen_saved_and_undone() {
    let desk = Desk::with_edition();
    let mut window = window(&desk);
    window.pick_line("Style of the cover", "Title on a band of colour");
    window.pick_line("Colour of the cover", "Bottle green");
    window.go_into("Blurb");
    window.type_in("Read it.");
    window.pick_line("Pictures in print", "Become grey");
    window.pick_line("Signature", "16 pages");
    window.go_into("Paper");
    window.type_in("100 gsm");
    window.pick_line("For archives", "PDF/A-2u: with all words");
    window.go_into("Series");
    window.type_in("Small Books");
    window.save();
    let saved = load(&desk.path("edition"));
    let production = &saved.production;
    assert_eq!(production.cover.style, Some(CoverStyle::Band));
    assert_eq!(production.cover.colour, Some(CoverColour::Bottle));
    assert_eq!(production.cover.blurb.as_deref(), Some("Read it."));
    assert_eq!(production.press.colour, Some(PressColour::Grey));
    assert_eq!(production.press.signature, Some(Signature::Sixteen));
    assert_eq!(production.press.paper.map(|paper| paper.to_string()), Some("100 gsm".into()));
    assert_eq!(production.standards, [Standard::A2u]);
    assert_eq!(saved.catalogue.series.map(|series| series.title), Some("Small Books".into()));
    window.run(Command::Undo);
    window.run(Command::Undo);
    assert!(window.edition().production.standards.is_empty());
    assert_eq!(window.edition().production.press.signature, Some(Signature::Sixteen));
}
