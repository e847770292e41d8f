"""Tables on their way out: as CSV, as a workbook, as an empty one to start with."""
