"""``domestique bill``: what is charged against what was planned, and why it moved."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.money.costs_command import as_money
from domestique.answers.money.year_end import YearEnd, whole_year, year_end_of
from domestique.cli.options import AsJson, Explained
from domestique.cli.pdf import refuse_customer
from domestique.cli.printing import print_json, print_reckoning, print_table
from domestique.cli.refusing import tell_refusal
from domestique.costing.bills.bill import Bill, BillLine
from domestique.costing.bills.bill_figure import agreed_instead, explain_line
from domestique.costing.bills.forecast import explain_forecast, forecast_year
from domestique.costing.queries import bill_of
from domestique.costing.variance import Variance
from domestique.portfolio.queries import service_names
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say
from domestique.records.ability import Ability
from domestique.vocabulary.speech import money, spoken

PARTS = ("volume", "price", "currency", "total")
FORECAST = ("expected", "low", "plan", "high", "actual_to_date", "planned_rest")


@permit(Ability.SEE_OWN)
def bill(
    customer: Annotated[str, typer.Option(help="The customer's id, for example C10.")],
    first: Annotated[str, typer.Option("--from", help="First month, for example 2026-01.")],
    last: Annotated[str, typer.Option("--to", help="Last month, for example 2026-10.")],
    currency: Annotated[
        str, typer.Option(help="Show it in another currency, for example the customer's own.")
    ] = "",
    as_json: AsJson = False,
    explain: Explained = False,
) -> None:
    """Show a customer's bill against plan, and how much of the difference is volume, price and currency."""
    viewer = present_viewer()
    months = Month.parse(first), Month.parse(last)
    if months[1] < months[0]:
        tell_refusal(
            _("--from %(first)s is after --to %(last)s; give the earlier month first.")
            % {"first": first, "last": last}
        )
    found = bill_of(viewer, customer, *months, currency)
    if found is None:
        refuse_customer(customer)
    if as_json:
        whole = whole_year(viewer, customer, months[1].year, currency)
        print_json({**_bill_answer(found), "forecast": _forecast_answer(whole)})
        return
    _print_bill(found, service_names(viewer))
    _tell_year_end(year_end_of(whole_year(viewer, customer, months[1].year, currency)))
    for line in found.lines if explain else ():
        print_reckoning(line.service, explain_line(found, line))


def _amount(minor: int | None, currency: str) -> Decimal | None:
    return None if minor is None else from_minor(minor, currency)


def _bill_answer(found: Bill) -> dict[str, Any]:
    amount = partial(_amount, currency=found.currency)

    def parts(variance: Variance[int] | None) -> dict[str, Decimal | None] | None:
        return {name: amount(getattr(variance, name)) for name in PARTS} if variance else None

    return {
        "customer": found.customer,
        "currency": found.currency,
        "from": str(found.first),
        "to": str(found.last),
        "planned": amount(found.planned),
        "actual": amount(found.actual),
        "variance": parts(found.variance),
        "lines": [
            {
                "service": line.service,
                "unit_kind": line.unit_kind,
                "planned": amount(line.planned),
                "actual": amount(line.actual),
                "variance": parts(line.variance),
                "months_missing": [str(month) for month in line.months_missing],
                **_agreed_answer(line),
                "against_list": amount(line.against_list),
            }
            for line in found.lines
        ],
        "against_list": amount(found.against_list),
        "open_plan": amount(found.open_plan),
        "months_missing": [str(month) for month in found.months_missing],
        "notes": list(found.notes),
    }


def _agreed_answer(line: BillLine) -> dict[str, Decimal | None]:
    """Answer the two prices of the newest month in which the one agreed with the customer differs; else ``null``."""
    month = line.beside_list
    agreed, listed = (month.charged, month.listed) if month else (None, None)
    return {
        "agreed_price": agreed.amount if agreed else None,
        "list_price": listed.amount if listed else None,
    }


def _forecast_answer(whole: Bill | None) -> dict[str, Any] | None:
    """Answer where the year of the bill's last month is heading; ``null`` where nothing is known of it."""
    if whole is None or whole.actual is None:
        return None
    forecast = forecast_year(whole)

    return {
        "year": whole.last.year,
        **{name: _amount(getattr(forecast, name), whole.currency) for name in FORECAST},
        "run_rate": forecast.run_rate,
        "grade": explain_forecast(whole).grade.value,
    }


def _row(line: BillLine, currency: str, names: Mapping[str, str]) -> list[str]:
    variance = line.variance
    parts = () if variance is None else (variance.volume, variance.price, variance.currency)
    return [
        line.service,
        names.get(line.service, line.service),
        as_money(line.planned, currency),
        _("not known") if line.actual is None else as_money(line.actual, currency),
        *([as_money(part, currency) for part in parts] or ["–"] * 3),
    ]


def _print_bill(found: Bill, names: Mapping[str, str]) -> None:
    rows = [_row(line, found.currency, names) for line in found.lines]
    columns = [
        _("id"),
        _("service"),
        _("planned"),
        _("actual"),
        _("volume"),
        _("price"),
        _("currency"),
    ]
    title = _("Bill of %(customer)s, %(first)s to %(last)s, %(currency)s") % {
        "customer": found.customer, "first": found.first, "last": found.last, "currency": found.currency,
    }  # fmt: skip
    print_table(title, columns, rows, numeric=[2, 3, 4, 5, 6])
    actual = _amount(found.actual, found.currency)
    typer.echo(
        _("Planned %(planned)s, actual %(actual)s.")
        % {
            "planned": money(from_minor(found.planned, found.currency), found.currency),
            "actual": money(actual, found.currency),
        }
    )
    for note in [*_about_agreed_prices(found, names), *_about_open_months(found), *found.notes]:
        typer.echo(f"· {spoken(note)}")


def _about_agreed_prices(found: Bill, names: Mapping[str, str]) -> list[Sentence]:
    """Say which prices agreed with the customer differ from the list."""
    return [
        say("%(service)s: %(told)s", service=names.get(line.service, line.service), told=told)
        for line in found.lines
        if (told := agreed_instead(line))
    ]


def _tell_year_end(ahead: YearEnd | None) -> None:
    """Say where the year is heading; nothing while there is no month to judge by."""
    if ahead is None:
        return
    currency = ahead.figure.unit
    amounts = {
        "expected": ahead.figure.value,
        "low": ahead.low,
        "high": ahead.high,
        "plan": ahead.year_plan,
    }
    told = _(
        "At this pace %(year)s ends at %(expected)s, between %(low)s and %(high)s; "
        "%(plan)s was planned (an estimate, grade %(grade)s)."
    )
    written = {name: money(amount, currency) for name, amount in amounts.items()}
    typer.echo(told % {"year": ahead.year, "grade": ahead.figure.grade.value, **written})


def _about_open_months(found: Bill) -> list[Sentence]:
    """Say which months are in no sum because nobody has closed them, and what was planned for them."""
    if not found.open_plan and not found.months_missing:
        return []
    return [
        say(
            "Not closed, and in no sum above: %(months)s. Planned for what is not known: %(planned)s %(currency)s.",
            months=", ".join(str(month) for month in found.months_missing) or "–",
            planned=from_minor(found.open_plan, found.currency),
            currency=found.currency,
        )
    ]
