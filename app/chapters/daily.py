"""If you take kratom daily: what is known, who helps, what helps."""

from mureceptor.report import care
from page.parts import Chapter, Fold, Known, Retelling, Section

CHAPTER = Chapter(
    key="daily",
    path="daily",
    name="If you take kratom daily",
    headline="Stopping can be hard: help is there.",
    lead="Treatment of opioid dependence saves lives. How well it works for kratom is not known.",
    parts=(
        care.BOX,
        care.withdrawal(),
        care.helps(),
        Fold("Dependence and use disorder", (care.two_words(),)),
        Section(
            "Kratom instead of other opioids: no trial found",
            """
            We found no trial that shows whether kratom helps people off stronger opioids,
            and for how many it fails. Some people report that it helped them. Nothing here
            asks anyone to go back. Who wants to change something can ask for care first.
            """,
        ),
        Retelling("""
            The article says that dependence on kratom is possible, and asks people to
            use it with care. It does not say what to do about it, or who helps.
            """),
        Known(),
    ),
)
