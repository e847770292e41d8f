"""Django's entry to the room."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """The parties room as Django knows it."""

    name = "domestique.parties"

    def ready(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.parties import guards, models
        from domestique.parties.guard_queries import heads_of_units, units_of_customers
        from domestique.records.ability import Ability
        from domestique.records.door import set_guards
        from domestique.records.guard import Guard, keepers_own

        anybody = Guard((Ability.CHANGE_RECORDS,))
        team = (Ability.WORK_WITH_CUSTOMERS, Ability.CHANGE_RECORDS)
        role = Guard((Ability.GIVE_ROLES,), lacking=guards.others_give_roles)
        set_guards(
            {
                models.Organisation: keepers_own(guards.CLOCK),
                models.Supplier: anybody,
                models.Person: anybody,
                models.TeamPeriod: anybody,
                models.Orderer: Guard(team),
                models.Unit: Guard(team, guards.role_of_unit, units_of_customers),
                models.Customer: Guard(
                    (*team, Ability.SEE_OWN),
                    guards.customer_role,
                    heads_of_units,
                    opens=guards.is_proposed,
                ),
                models.Mandate: Guard((Ability.SEE_OWN, Ability.CHANGE_RECORDS), guards.mandate),
                models.CustomerTeam: role,
                models.TeamMember: role,
                models.RoleInIt: role,
            }
        )
