"""Django's entry to the room."""

from domestique.records import guarded_room


class RelationsConfig(guarded_room.GuardedRoom):
    """The relations room as Django knows it."""

    name = "domestique.relations"

    def declare(self) -> None:
        """Say who may enter the records of this room, and services, whose changes rest on needs."""
        from domestique.costing.models import Price
        from domestique.portfolio.models import Dependency, Package, Service
        from domestique.records.ability import Ability
        from domestique.records.door import set_grounds, set_guards
        from domestique.records.guard import Grounded, Guard
        from domestique.relations import guard_queries as facts
        from domestique.relations import guards, models
        from domestique.relations import service_guard as live

        team, named, anybody = guards.TEAM, guards.for_managers, (Ability.CHANGE_RECORDS,)
        raising, seeing = (Ability.RAISE_NEED, *team), (Ability.SEE_OWN, *team)
        working, around = (Ability.TRIAGE, Ability.RAISE_NEED, *seeing), facts.managers_around
        by_team = Guard(team, lacking=guards.for_the_team)
        set_guards(
            {
                Service: Guard(
                    anybody, live.service, facts.around_services, gates=live.SERVICE_GATES
                ),
                Dependency: Guard(
                    anybody,
                    live.owned(live.in_its_needs),
                    facts.around_needs_of_services,
                    gates=live.NEEDS_GATES,
                ),
                Package: Guard(
                    anybody,
                    live.owned(live.in_its_packages),
                    facts.around_packages,
                    gates=live.PACKAGE_GATES,
                ),
                models.Need: Guard(working, guards.need, facts.around_needs, named, guards.follows),
                models.NeedStep: Guard(working, guards.need_step, facts.around_steps, named),
                models.Preparation: Guard(raising, None, around(models.Preparation), named),
                models.Requirement: Guard(
                    seeing,
                    guards.requirement,
                    facts.around_requirements,
                    named,
                    gates=guards.REQUIREMENT_GATES,
                ),
                models.Escalation: Guard(team, None, around(models.Escalation), named),
                models.Option: Guard(raising, guards.option, around(models.Option), named),
                models.Decision: Guard(
                    seeing,
                    guards.decision,
                    facts.around_decisions,
                    named,
                    stays=guards.decision_stands,
                    gates=guards.DECISION_GATES,
                    keepers=guards.minutes,
                ),
                models.Contact: Guard(
                    (Ability.SAY, *team), guards.contact, lacking=guards.for_the_team
                ),
                models.Promise: by_team,
                models.Meeting: Guard((), guards.meeting),
                models.MeetingItem: by_team,
                models.Cadence: Guard(anybody),
                models.CustomerActivity: Guard(anybody),
            }
        )
        set_grounds(
            {
                Service: Grounded(live.groundless(live.in_its_row), facts.around_services),
                Dependency: Grounded(
                    live.groundless(live.in_its_needs), facts.around_needs_of_services
                ),
                Package: Grounded(live.groundless(live.in_its_packages), facts.around_packages),
                Price: Grounded(
                    live.groundless(live.in_its_price), facts.around_prices, insists=False
                ),
            }
        )
