//! Writes the rows that the generator makes as CSV, the form in which a city would send them.

/// A CSV text growing row by row.
pub(super) struct Sheet(csv::Writer<Vec<u8>>);

impl Sheet {
    /// Returns a sheet with its header.
    pub(super) fn with_header(header: &[&str]) -> Self {
        let mut sheet = Self(csv::Writer::from_writer(Vec::new()));
        sheet.write(header);
        sheet
    }

    /// Adds a row of as many cells as the header has.
    pub(super) fn write<T: AsRef<[u8]>>(&mut self, cells: &[T]) {
        self.0
            .write_record(cells)
            .expect("memory takes every row, and each has the header's number of cells");
    }

    /// Returns the whole text.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0.into_inner().expect("memory takes every row")
    }
}

/// Returns the cell of a value that may be missing.
pub(super) fn or_empty<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
