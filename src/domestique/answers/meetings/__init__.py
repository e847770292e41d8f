"""Who spoke with whom, when do we meet, and what came of it?"""
