"""Named service calendars: the dated days on which something is open, shorter, or closed."""
