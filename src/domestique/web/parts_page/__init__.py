"""The living page of the component set: every part once, in every state, with how it is written."""
