"""Facts about live services, in every way in: what S03, whose owner is Noor, promises (R14)."""

from __future__ import annotations

from gated import Fact

NOOR = "Noor Rahimi"
ASKED = "as N01 asks"
"""N01 is decided, about S03, and comes from Elif."""
MET = "RQ3: seen the day after"
"""RQ3 is met, and about S19."""
PROMISES = (
    ("the level", {"availability_target": "99.95"}),
    ("the hours", {"service_hours": "Mon-Fri 07-18"}),
    ("the time to restore", {"rto_minutes": "30"}),
    ("the unit", {"unit": "basket"}),
    ("the purpose", {"purpose": "Riders buy bikes."}),
    ("the state", {"state": "retiring"}),
)
ITS_OWNER = f"only {NOOR}, who owns it, can"

FACTS = (
    *(
        Fact(f"{what} of a live service, as a decided need asks", "services", {"id": "S03", **cells}, "N", ITS_OWNER, why=ASKED)
        for what, cells in PROMISES
    ),
    *(
        Fact(f"{what} of a live service, without a ground", "services", {"id": "S03", **cells}, "", "")
        for what, cells in PROMISES
    ),
    Fact("a live service, as another service's requirement asks", "services", {"id": "S03", "rto_minutes": "30"}, "", "",
         why=MET),
    Fact("the name of a live service", "services", {"id": "S03", "name_en": "Bike shop"}, "N", ITS_OWNER),
    Fact("the owner of a live service", "services", {"id": "S03", "owner": "Tuomas Heikkilä"}, "N", ITS_OWNER),
    Fact("a hard need of a live service, as a decided need asks", "dependencies",
         {"service": "S03", "needs": "T01", "kind": "hard"}, "N", ITS_OWNER, is_new=True, why=ASKED),
    Fact("a hard need of a live service, without a ground", "dependencies",
         {"service": "S03", "needs": "T01", "kind": "hard"}, "", "", is_new=True),
    Fact("a hard need that becomes a soft one, without a ground", "dependencies",
         {"service": "S03", "needs": "T08", "kind": "soft"}, "", ""),
    Fact("a soft need of a live service", "dependencies", {"service": "S03", "needs": "T01", "kind": "soft"}, "ETNGP", "",
         is_new=True),
    Fact("a live service in another package, as a decided need asks", "packages", {"id": "P7", "services": "S05 S18"}, "N",
         ITS_OWNER, why=ASKED),
    Fact("a live service in another package, without a ground", "packages", {"id": "P7", "services": "S05 S18"}, "", ""),
    Fact("the name of a package", "packages", {"id": "P7", "name": "Shop"}, "ETNGP", ""),
    Fact("another price of a live service, without a ground, listed", "prices",
         {"service": "S03", "from": "2027-01-01", "unit_price": "40000"}, "P", "the IT controller", is_new=True),
)  # fmt: skip
