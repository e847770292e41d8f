"""Django's entry to the room."""

from django.apps import AppConfig


class RelationsConfig(AppConfig):
    """The relations room as Django knows it."""

    name = "domestique.relations"

    def ready(self) -> None:
        """Say who may enter the records of this room, and services, whose changes rest on needs."""
        from domestique.portfolio.models import Service
        from domestique.records.ability import Ability
        from domestique.records.door import set_guards
        from domestique.records.guard import Guard
        from domestique.relations import guard_queries as facts
        from domestique.relations import guards, models
        from domestique.relations.service_guard import service

        team, named, anybody = guards.TEAM, guards.for_managers, (Ability.CHANGE_RECORDS,)
        raising, seeing = (Ability.RAISE_NEED, *team), (Ability.SEE_OWN, *team)
        working, around = (Ability.TRIAGE, Ability.RAISE_NEED, *seeing), facts.managers_around
        by_team = Guard(team, lacking=guards.for_the_team)
        set_guards(
            {
                Service: Guard(anybody, service, facts.around_services),
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
