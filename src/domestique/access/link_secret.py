"""The secret in a link that opens something without a log-in: it cannot be guessed, and only its hash is kept.

It is 24 random bytes (192 bits) from the system's own source, so whoever reads the database cannot use any link.
"""

import secrets
from hashlib import sha256

SECRET_BYTES = 24


def new_secret() -> str:
    """Return a new secret for a link: 32 characters that fit into an address."""
    return secrets.token_urlsafe(SECRET_BYTES)


def hash_of(secret: str) -> str:
    """Return what is kept of a secret. It has no pattern to guess from, so one round of SHA-256 is enough."""
    return sha256(secret.encode()).hexdigest()
