"""How does she feel, what is it worth to her, and what do we do about it?"""
