"""Deaths and surveys: what was counted, with all who were counted."""

from mureceptor.report import counted
from page.parts import Chapter, Known

CHAPTER = Chapter(
    key="records",
    path="records",
    name="Deaths and surveys",
    headline=counted.found(),
    lead=counted.judged(),
    parts=(counted.deaths(), counted.surveys(), Known()),
)
