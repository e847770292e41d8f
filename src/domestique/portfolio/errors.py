"""What this room refuses, each refusal a class of its own that declares its whole sentence."""

from typing import ClassVar

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class LiveServiceStays(Refusal):
    """A live service that is not changed so, or a service that does not go live yet; each says who can."""


class NotReadyToGoLive(LiveServiceStays):
    """Something is not on record without which no service goes live (R15)."""

    text = say(
        "%(service)s cannot go live before this is on record: %(missing)s. Enter it, then %(owner)s can.",
        owner=say("its owner"),
    )


class NoGround(LiveServiceStays):
    """Nothing on record asks for the change (R14)."""

    text = say(
        "%(service)s is live: the reason names no requirement or need on record that asks for this change. "
        "Write the id of one, for example “RQ1: slower than three seconds”."
    )


class GroundOfAnother(LiveServiceStays):
    """What the reason names is about other services (R14)."""

    text = say(
        "%(service)s is live, and %(ground)s is not about it. Name an established requirement or a decided need of this service."
    )


class GroundDoesNotHold(LiveServiceStays):
    """What the reason names is not established or decided, or is over (R14)."""

    text = say(
        "%(service)s is live, and %(ground)s asks for nothing now: a requirement is established and not yet met, a need is "
        "decided and not yet fulfilled."
    )


class GroundIsHerOwn(LiveServiceStays):
    """What the reason names comes from the person who makes the change (R14)."""

    text = say(
        "%(service)s is live, and %(ground)s comes from %(person)s, who changes it: somebody else must ask for the change."
    )


class NobodyOwns(LiveServiceStays):
    """Nobody is its owner."""

    keeper_may: ClassVar[bool] = True

    text = say(
        "Nobody is on record as the owner of %(service)s, so only whoever keeps the picture can change it while it "
        "is live, or name an owner."
    )


class OnlyOwnerChanges(LiveServiceStays):
    """Somebody else than its owner changes what it promises."""

    text = say(
        "%(person)s cannot change what %(service)s promises while it is live; only %(owner)s, who owns it, can, or "
        "whoever keeps the picture."
    )
