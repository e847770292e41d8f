"""What the reckoning of impact refuses, one exception for each refusal."""

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class ServiceNotInStructure(Refusal):
    """A need or a question names a service that the structure does not hold."""

    text = say(
        "There is no service %(service)s; add it to the services, or name one that is there."
    )


class HardNeedsFormCycle(Refusal):
    """Services that cannot start without each other: no order of restoration exists."""

    text = say(
        "These services need each other and none can start first: %(cycle)s; "
        "make one of these needs soft."
    )


class ServiceNotAffected(Refusal):
    """A question about a service that does not fall with what is lost."""

    text = say("%(service)s does not fall with what is lost; ask for an affected service.")


class CrewsFewerThanOne(Refusal):
    """Nobody is there to restore anything."""

    text = say("%(crews)s crews can restore nothing; at least 1 is needed.")


class RestoreMinutesBelowZero(Refusal):
    """A service that would be back before its restoration began."""

    text = say(
        "Restoring %(service)s is said to take %(minutes)s minutes; "
        "it must be 0 or more, or left empty when it is not known."
    )


class AssumedMinutesBelowZero(Refusal):
    """An assumption that would bring services back before their restoration began."""

    text = say("The assumed %(minutes)s minutes a step must be 0 or more.")


class PromiseNotBroken(Refusal):
    """A repair is asked for where there is nothing to repair."""

    text = say(
        "%(service)s has no broken promise in this plan; ask for one of the services that are late."
    )


class ServiceWishedTwice(Refusal):
    """A ranking in which one service stands at two places."""

    text = say("The wish of %(by)s ranks %(service)s twice; each service has one place.")


class WeightBelowZero(Refusal):
    """A wish that would count against what it asks for."""

    text = say("The wish of %(by)s has the weight %(weight)s; a weight must be 0 or more.")
