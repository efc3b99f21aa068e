"""Tables as people keep them (CSV, XLSX, ODS): read by what they contain, within bounds, never run."""
