"""How letters are sent: ``smtp://user:password@host:587``, ``smtps://…``, ``file:folder``, ``console``, or not at all."""

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

BACKENDS = "django.core.mail.backends"
NOBODY = "domestique@localhost"
PLAIN_PORT, TLS_PORT, SSL_PORT = 25, 587, 465


@dataclass(frozen=True, slots=True)
class Mail:
    """Django's settings for letters. Whom they come from is ``?from=``, else the user if it is an address."""

    backend: str
    sender: str = NOBODY
    host: str = ""
    port: int = PLAIN_PORT
    user: str = ""
    password: str = ""
    uses_tls: bool = False
    uses_ssl: bool = False
    folder: str = ""


def mail_settings(chosen: str) -> Mail:
    """Return how letters are sent; an empty choice sends none, and a page or command that would says so.

    ``smtp`` is encrypted from the greeting on (STARTTLS) except on port 25; ``smtps`` from the first byte.
    """
    if chosen == "console":
        return Mail(f"{BACKENDS}.console.EmailBackend")
    if chosen.startswith("file:"):
        return Mail(f"{BACKENDS}.filebased.EmailBackend", folder=chosen.removeprefix("file:"))
    parts = urlsplit(chosen)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        return Mail(f"{BACKENDS}.dummy.EmailBackend")
    is_ssl = parts.scheme == "smtps"
    port = parts.port or (SSL_PORT if is_ssl else TLS_PORT)
    user = unquote(parts.username or "")
    sender = parse_qs(parts.query).get("from", [user if "@" in user else NOBODY])[0]
    return Mail(
        f"{BACKENDS}.smtp.EmailBackend",
        sender,
        parts.hostname,
        port,
        user,
        unquote(parts.password or ""),
        uses_tls=not is_ssl and port != PLAIN_PORT,
        uses_ssl=is_ssl,
    )
