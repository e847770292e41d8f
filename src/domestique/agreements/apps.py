"""Django's entry to the room."""

from domestique.records import guarded_room


class AgreementsConfig(guarded_room.GuardedRoom):
    """The agreements room as Django knows it."""

    name = "domestique.agreements"

    def declare(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.agreements import guards, models
        from domestique.agreements.guard_queries import (
            around_agreements,
            around_amendments,
            around_lines,
        )
        from domestique.records.ability import Ability
        from domestique.records.door import set_guards
        from domestique.records.guard import Guard

        team = (Ability.WORK_WITH_CUSTOMERS, Ability.CHANGE_RECORDS)
        set_guards(
            {
                models.Agreement: Guard(
                    (*team, Ability.SEE_OWN),
                    guards.agreement,
                    around_agreements,
                    stays=guards.text_stands,
                    gates=guards.GATES,
                ),
                models.AgreementLine: Guard(
                    (*team, Ability.SEE_OWN),
                    guards.agreement_line,
                    around_lines,
                    stays=guards.line_stands,
                    gates=guards.LINE_GATES,
                    keepers=guards.transcription,
                ),
                models.Amendment: Guard(
                    (*team, Ability.SEE_OWN),
                    guards.amendment,
                    around_amendments,
                    stays=guards.amendment_stands,
                    gates=guards.AMENDMENT_GATES,
                ),
            }
        )
