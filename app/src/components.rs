//! What two pages share, one component a file.
