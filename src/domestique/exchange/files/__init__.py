"""Files as sheets: CSV, zips and workbooks, read whatever program wrote them."""
