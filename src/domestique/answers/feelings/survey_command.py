"""``domestique survey``: send a survey's invitations, remind, note what came back, report."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer
from django.conf import settings
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.feelings.survey_paper import survey_report_pdf
from domestique.answers.feelings.surveys import SurveyPage, survey_page
from domestique.cli.options import AsJson, today
from domestique.cli.pdf import write_file
from domestique.cli.printing import print_json, print_table
from domestique.cli.refusing import tell_refusal
from domestique.parties.queries import organisation_of, today_of
from domestique.records.ability import Ability
from domestique.satisfaction.surveys import mailing_actions
from domestique.satisfaction.surveys.invitation import Invited, Invitee, Why
from domestique.satisfaction.surveys.mailing_actions import remind as remind_silent
from domestique.vocabulary.speech import day, spoken

Which: TypeAlias = Annotated[str, typer.Argument(help="The survey's id, for example SV3.")]
Address: TypeAlias = Annotated[
    str,
    typer.Option(
        help="Where people reach the pages, for the links; DOMESTIQUE_ADDRESS if not given."
    ),
]
application = typer.Typer(
    help="Send a survey's invitations, remind once, note what came back, report.",
    no_args_is_help=True,
)


@application.callback()
@permit(Ability.WORK_WITH_CUSTOMERS)
def survey() -> None:
    """Say who may send a survey, and note what came back."""


@application.command()
def send(
    survey: Which,
    to: Annotated[
        Path | None,
        typer.Option(
            help="Ask the addresses in this file: a line each, e-mail[,language[,customer]]."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell who would be invited, and who is spared.")
    ] = False,
    address: Address = "",
) -> None:
    """Invite everybody the survey asks, each by a link of her own; who was asked lately is spared."""
    asked = mailing_actions.survey_named(survey)
    on = today_of(organisation_of(present_viewer()), today())
    people = _people_in(to) if to else mailing_actions.people_asked(asked)
    choice = mailing_actions.choice_for(asked, people, on)
    if not dry_run:
        _tell(
            mailing_actions.invite(
                present_viewer(), asked, address or settings.PUBLIC_ADDRESS, on, people
            )
        )
    else:
        typer.echo(_("%(count)s would be invited.") % {"count": len(choice.invited)})
    _tell_spared(choice)


@application.command()
def remind(survey: Which, address: Address = "") -> None:
    """Remind those who have not answered, once; the new link takes the old one's place."""
    asked = mailing_actions.survey_named(survey)
    on = today_of(organisation_of(present_viewer()), today())
    _tell(remind_silent(present_viewer(), asked, address or settings.PUBLIC_ADDRESS, on))


@application.command()
def bounced(
    survey: Which,
    addresses: Annotated[list[str], typer.Argument(help="The e-mail addresses that came back.")],
) -> None:
    """Note letters that came back: they do not count as delivered."""
    known = mailing_actions.mark_bounced(mailing_actions.survey_named(survey), addresses)
    typer.echo(
        _("%(known)s of %(given)s were invited, and count as not delivered.")
        % {"known": known, "given": len(addresses)}
    )


@application.command()
def report(
    survey: Which,
    path: Annotated[Path | None, typer.Argument(help="The PDF to write, if one is wanted.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show how many have answered and what they said, with its doubt; small groups are hidden."""
    page = survey_page(present_viewer(), survey, today())
    if page is None:
        mailing_actions.survey_named(survey)
        return
    if path:
        write_file(path, survey_report_pdf(page))
        return
    if as_json:
        print_json(_for_machines(page))
        return
    rows = [
        [one.number, one.text, spoken(one.says), spoken(one.change) if one.change else ""]
        for one in page.results
    ]
    title = f"{page.line.survey.name}: {spoken(page.line.rate)}"
    if page.waits:
        typer.echo(title)
        typer.echo(spoken(page.waits))
        return
    print_table(title, ["", _("question"), _("answers"), _("change")], rows, numeric=[0])


def _for_machines(page: SurveyPage) -> dict[str, object]:
    returns = page.line.returns
    return {
        "survey": page.line.survey.id,
        "delivered": returns.delivered,
        "bounced": returns.bounced,
        "answers": returns.sheets,
        "questions": [
            {"number": one.number, "question": one.text, "says": one.says, "change": one.change}
            for one in page.results
        ],
    }


def _people_in(file: Path) -> list[Invitee]:
    """Read addresses, a line each; language and customer may follow after commas."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        tell_refusal(_("%(path)s cannot be read: %(reason)s.") % {"path": file, "reason": error})
    people = []
    for number, line in enumerate(lines, 1):
        email, language, customer = [*(part.strip() for part in line.split(",")), "", "", ""][:3]
        if email and "@" not in email:
            tell_refusal(
                _("Line %(number)s of %(path)s: “%(email)s” is not an e-mail address.")
                % {"number": number, "path": file, "email": email}
            )
        if email:
            people.append(Invitee(email, email, language, customer))
    return people


def _tell(sent: mailing_actions.LettersSent) -> None:
    typer.echo(
        _("%(sent)s letters sent, %(bounced)s addresses refused.")
        % {"sent": sent.sent, "bounced": sent.bounced}
    )


def _tell_spared(choice: Invited) -> None:
    reasons = {
        Why.NO_ADDRESS: _("no e-mail address is known"),
        Why.INVITED: _("invited already"),
        Why.RESTS: _("was asked lately"),
    }
    rows = [
        [one.invitee.person, reasons[one.why], day(one.until) if one.until else ""]
        for one in choice.spared
    ]
    if rows:
        print_table(_("Spared"), [_("person"), _("why"), _("until")], rows)
