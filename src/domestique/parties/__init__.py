"""Who is who: the organisation and its units, customers, orderers, customer teams, suppliers, and the viewer who looks."""
