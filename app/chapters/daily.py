"""If you take kratom daily: what is known, who helps, what helps."""

from mureceptor.report import care
from page.parts import Chapter, Fold, Known, Retelling, Section

CHAPTER = Chapter(
    key="daily",
    path="daily",
    name="If you take kratom daily",
    headline="Nobody has to stop alone.",
    lead="Treatment of opioid dependence saves lives. How well it works for kratom is not known.",
    parts=(
        care.BOX,
        care.withdrawal(),
        care.helps(),
        Fold("Dependence and use disorder", (care.two_words(),)),
        Section(
            "Off opioids, by kratom",
            """
            Some people report that they got off stronger opioids with kratom. We found no
            trial that could tell for how many it works, and for how many it does not.
            Nothing here asks anyone to go back. Who wants to change something can ask for
            care first.
            """,
        ),
        Retelling("""
            The article says that dependence on kratom is possible, and asks people to
            use it with care. It does not say what to do about it, or who helps.
            """),
        Known(),
    ),
)
