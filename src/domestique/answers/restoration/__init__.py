"""What comes back when, and which promises can nobody keep? For whoever leads a restoration."""
