"""Tables in and out: folders of CSV, zips and workbooks are read, checked, compared, loaded and written back."""
