"""How customers feel, asked once for all pages."""

from __future__ import annotations

from domestique.parties.models import Customer, Organisation
from domestique.records.remembering import while_these_stay
from domestique.satisfaction.models import Pulse
from domestique.satisfaction.queries import satisfaction_seen_by

satisfaction_remembered = while_these_stay(Customer, Organisation, Pulse)(satisfaction_seen_by)
