"""Deaths and surveys: what was counted, with all who were counted."""

from mureceptor.report import pictures
from page.parts import Chapter, Known, Still

CHAPTER = Chapter(
    key="records",
    path="records",
    name="Deaths and surveys",
    headline=pictures.found(),
    lead=pictures.judged(),
    parts=(Still(pictures.deaths), Still(pictures.surveys), Known()),
)
