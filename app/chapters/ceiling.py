"""The ceiling, as it was measured in people: an average, and people differ."""

from mureceptor.report.relief import relief
from page.parts import Chapter, Figure, Known, Oversimplified, Retelling, Section

CHAPTER = Chapter(
    key="ceiling",
    path="ceiling",
    name="The ceiling",
    headline="A ceiling is an average, and people differ.",
    lead="With every receptor taken, buprenorphine leaves breathing at a bit under half. "
    "Fentanyl’s curve goes to zero.",
    parts=(
        Figure("breathing"),
        Section(
            "What a ceiling is",
            """
            Give more and more of a drug that pushes only partly, and at some point its
            effect stops growing: every receptor is taken. That height is its ceiling.
            It can lie deep in danger. It differs from one person to the next, and from
            one tissue to the next.
            """,
        ),
        relief(),
        Retelling("""
            The article does not mention breathing at all. Without proof it says that
            kratom, as its hold on the receptor is partial, is milder than other opioids.
            """),
        Known(),
        Oversimplified("""
            A ceiling can lie high, and another drug can break through it. It is an
            average over people, for one drug alone, in one tissue.
            """),
    ),
)
