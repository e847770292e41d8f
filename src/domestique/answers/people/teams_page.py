"""Customer teams, and the dossier a customer is handed over with."""

from domestique.answers.people.hand_over import hand_over
from domestique.answers.people.hand_over_paper import hand_over_pdf
from domestique.answers.people.teams import team_page, teams_page
from domestique.records.ability import Ability
from domestique.web.pages import page

TEAMS = page(("teams/", "teams"), Ability.SEE_PICTURE, teams_page, "teams/teams.html")
TEAM = page(("teams/<team:team_id>/", "team"), Ability.SEE_PICTURE, team_page, "teams/team.html")
HAND_OVER = page(
    ("customers/<customer:customer_id>/hand-over/", "hand-over"),
    Ability.SEE_PICTURE,
    hand_over,
    "hand_over/hand_over.html",
    "dossier",
    paper=(hand_over_pdf, "hand-over-{}"),
)
