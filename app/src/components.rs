//! What two pages share, one component a file.
//!
//! A component gets finished strings; one that has words of its own takes the page's
//! [`Visit`](crate::visit::Visit) as well.

pub mod bars;
pub mod breadcrumb;
pub mod button;
pub mod choices;
pub mod course_stub;
pub mod day_field;
pub mod district_names;
pub mod door;
pub mod error_summary;
pub mod field;
pub mod footer;
pub mod header;
pub mod hit_card;
pub mod pagination;
pub mod panel;
pub mod phone;
pub mod published;
pub mod question;
pub mod search_box;
pub mod seats;
pub mod select;
pub mod staff_bar;
pub mod stub;
pub mod summary_list;
pub mod switches;
pub mod tag;
pub mod text;
pub mod tram_line;
