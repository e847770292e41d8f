"""How much of what was reckoned a process remembers."""

USUAL_MB = 700


def remembered_mb(chosen: str) -> int:
    """Return the megabytes of ``DOMESTIQUE_REMEMBERED_MB``; anything but a whole number stops the start."""
    if chosen and not (chosen.isdecimal() and int(chosen)):
        reason = f"DOMESTIQUE_REMEMBERED_MB is “{chosen}”; write a whole number of megabytes, such as {USUAL_MB}."
        raise SystemExit(reason)
    return int(chosen or USUAL_MB)
