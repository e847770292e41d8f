"""The ways people enter: one person at her own computer, or people who log in."""

EMBEDDED, ACCOUNTS = "embedded", "accounts"


def way_of_entering(chosen: str) -> str:
    """Return how people enter: ``embedded`` (nobody logs in) unless ``accounts`` is chosen.

    Anything else stops the start, for a slip of the pen must not open the door.
    """
    if chosen not in ("", EMBEDDED, ACCOUNTS):
        reason = (
            f"DOMESTIQUE_LOGIN is “{chosen}”; write {EMBEDDED} (one person at this computer, without log-in) "
            f"or {ACCOUNTS} (people log in)."
        )
        raise SystemExit(reason)
    return chosen or EMBEDDED
