"""What was entered past a gate, and waits for somebody who may confirm it, or for its ground?"""
