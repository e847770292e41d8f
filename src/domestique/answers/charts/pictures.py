"""Tags for charts and sparklines: a drawing that needs no script, with the words that say the same."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from domestique.answers.customer.customer import CustomerPage
from domestique.answers.feelings.value import ValueSheet
from domestique.answers.feelings.value_chart import VALUE_SIZE, value_words
from domestique.answers.money.bills import BillPage
from domestique.answers.money.money_charts import bill_height, bill_words
from domestique.answers.today.customer_rows import CustomerRow
from domestique.answers.today.customers_chart import (
    customers_height,
    customers_words,
    is_drawable,
)
from domestique.costing.bills.bill import Bill
from domestique.telling.trends import sparks_of
from domestique.web.pictures.spark import draw_spark
from domestique.web.pictures.theme import NARROW

register = template.Library()


@register.inclusion_tag("parts/chart.html")
def level_chart(service: str, name: str) -> dict[str, Any]:
    """Show a year of a service's level."""
    words = gettext("Level of %(service)s over twelve months, with the promise dotted.")
    return _chart("level", words % {"service": name}, (560, 190), service=service)


@register.inclusion_tag("parts/chart.html")
def budget_chart(service: str, name: str) -> dict[str, Any]:
    """Show how much of the allowed downtime a service used month by month."""
    words = gettext("How much of the downtime its promise allows %(service)s used, by month.")
    return _chart("budget", words % {"service": name}, (560, 170), service=service)


@register.inclusion_tag("parts/chart.html")
def value_chart(sheet: ValueSheet) -> dict[str, Any]:
    """Show what services are worth to a customer against what they cost her."""
    return _chart("value", value_words(sheet), VALUE_SIZE, customer=sheet.id)


@register.inclusion_tag("parts/chart.html")
def bill_chart(page: BillPage) -> dict[str, Any]:
    """Show how a bill moved from its plan."""
    size = (640, bill_height(sum(bool(row.change) for row in page.rows)))
    return _chart("bill", bill_words(page), size, customer=page.id, currency=page.currency)


@register.inclusion_tag("parts/chart.html")
def steps_chart(page: CustomerPage) -> dict[str, Any]:
    """Show on a customer's own page how her bill moved."""
    size = (640, bill_height(sum(bool(line.change) for line in page.lines)))
    words = gettext("From the plan to the charge of %(customer)s, service by service.")
    return _chart("bill", words % {"customer": page.name}, size, customer=page.customer.id)


@register.inclusion_tag("parts/chart.html")
def months_chart(customer: str, name: str) -> dict[str, Any]:
    """Show what a customer was charged month by month against her plan."""
    words = gettext("Charge of %(customer)s month by month; the tick is the plan.")
    return _chart("months", words % {"customer": name}, (560, 200), customer=customer)


@register.inclusion_tag("parts/chart.html")
def customers_chart(*groups: Sequence[CustomerRow]) -> dict[str, Any]:
    """Show all customers by charge and mood, or say that no charge is known yet."""
    rows = [row for group in groups for row in group]
    if not is_drawable(rows):
        return {"nothing": gettext("Nothing can be drawn yet: no charge is known.")}
    return _chart("customers", customers_words(rows), (980, customers_height(rows)))


def _chart(name: str, words: str, size: tuple[int, int], **asked: str) -> dict[str, Any]:
    drawing, narrow, night = reverse("chart-drawing", args=[name]), "narrow", "night"
    return {
        "words": words,
        "day": _address(drawing, **asked),
        "night": _address(drawing, **asked, theme=night),
        "narrow_day": _address(drawing, **asked, size=narrow),
        "narrow_night": _address(drawing, **asked, size=narrow, theme=night),
        "spec": _address(reverse("chart-spec", args=[name]), **asked),
        "width": size[0],
        "height": size[1],
        "narrow": NARROW,
    }


def _address(path: str, **asked: str) -> str:
    return f"{path}?{urlencode(asked)}" if asked else path


@register.simple_tag
def sparks(bill: Bill | None) -> dict[str, tuple[int | None, ...]]:
    """Return the newest months of every service of a bill, for ``trend``."""
    return sparks_of(bill)


@register.simple_tag
def trend(values: Mapping[str, tuple[int | None, ...]], service: str) -> SafeString | str:
    """Show one service's newest months as a sparkline; there is one in every row, so it is written here."""
    spark = draw_spark(values.get(service, ()))
    if spark is None:
        return ""
    return format_html(
        '<svg class="trend" width="72" height="18" viewBox="0 0 72 18" aria-hidden="true" focusable="false">'
        '{}<circle{} cx="{}" cy="{}" r="2"/></svg>',
        format_html_join("", '<path d="{}"/>', ((path,) for path in spark.paths)),
        mark_safe(' class="open"') if spark.is_open else "",
        f"{spark.dot[0]:g}",
        f"{spark.dot[1]:g}",
    )
