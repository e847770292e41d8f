"""Something failed: whom do I call first, and what do I say?"""
