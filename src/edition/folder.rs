//! An edition as a folder of plain text: in and out.
