"""How customers feel, asked once for all pages."""

from __future__ import annotations

from domestique.records.memory.remembering import while_unchanged
from domestique.satisfaction.queries import satisfaction_seen_by

satisfaction_remembered = while_unchanged(satisfaction_seen_by)
