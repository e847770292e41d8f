"""Django's entry to the room."""

from domestique.records import guarded_room


class PartiesConfig(guarded_room.GuardedRoom):
    """The parties room as Django knows it."""

    name = "domestique.parties"

    def declare(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.parties import guard_queries as facts
        from domestique.parties import guards, models
        from domestique.parties.people_actions import people_named
        from domestique.records.ability import Ability
        from domestique.records.door import set_guards, set_naming
        from domestique.records.guard import Guard, keepers_own

        anybody = Guard((Ability.CHANGE_RECORDS,))
        team = (Ability.WORK_WITH_CUSTOMERS, Ability.CHANGE_RECORDS)
        role = Guard((Ability.GIVE_ROLES,), lacking=guards.others_give_roles, gates=guards.OF_ROLES)
        set_naming(people_named)
        set_guards(
            {
                models.Organisation: keepers_own(guards.CLOCK),
                models.Supplier: anybody,
                models.Person: Guard(
                    (Ability.CHANGE_RECORDS,),
                    guards.person,
                    facts.people_with_roles,
                    gates=guards.OF_PEOPLE,
                ),
                models.TeamPeriod: anybody,
                models.Orderer: Guard(
                    team, guards.orderer, facts.customers_above, gates=guards.OF_ORDERERS
                ),
                models.Unit: Guard(
                    team, guards.role_of_unit, facts.units_of_customers, gates=guards.OF_UNITS
                ),
                models.Customer: Guard(
                    (*team, Ability.SEE_OWN),
                    guards.customer_role,
                    facts.heads_of_units,
                    opens=guards.is_proposed,
                    gates=guards.OF_CUSTOMERS,
                ),
                models.Mandate: Guard(
                    (Ability.SEE_OWN, Ability.CHANGE_RECORDS),
                    guards.mandate,
                    facts.mandates_of_customers,
                    gates=guards.OF_MANDATES,
                ),
                models.CustomerTeam: role,
                models.TeamMember: role,
                models.RoleInIt: role,
            }
        )
