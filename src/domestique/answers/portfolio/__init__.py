"""What do we develop, for which needs, what do we offer, who uses it?"""
