"""``domestique run-sheet``: the run sheet of a restoration as a PDF."""

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.restoration.run_sheet import run_sheet as sheet_of_loss
from domestique.answers.restoration.run_sheet_paper import run_sheet_pdf
from domestique.cli.options import CrewsAtWork, During, Lost, ids_given, today
from domestique.cli.pdf import Target, write_file
from domestique.records.ability import Ability


@permit(Ability.SEE_SERVICES)
def run_sheet(
    path: Target,
    lost: Lost,
    crews: CrewsAtWork = None,
    during: During = "",
) -> None:
    """Write the run sheet of a restoration, for the drawer: crew by crew, with room for the real times."""
    sheet = sheet_of_loss(present_viewer(), ids_given(lost), crews, today(), during=during)
    write_file(path, run_sheet_pdf(sheet))
