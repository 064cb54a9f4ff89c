//! A sheet as one HTML file: an A3 that prints on exactly one page, and reads on a phone.
//!
//! Nothing is loaded and no script is needed. The type is as large as the page allows, which is worked out from
//! the widths of the letters (`measure`, `shapes`, `fit`); what does not fit stands whole on the back, and the
//! front says so (`clip`). Every word of a file is cleaned and escaped on its way into the markup (`html`, `svg`).

mod clip;
mod fit;
mod frame;
mod html;
mod shapes;
mod site;
mod svg;

pub use fit::{Cut, Fitted, fit};
pub use frame::{Around, Beside, MADE_HERE};
pub use html::{SitePart, page};
pub use site::report;
