"""Where a ceiling lies: the same drug stops at another height in another tissue."""

from page.parts import Chapter, Figure, Known, Oversimplified, Retelling, Section

CHAPTER = Chapter(
    key="tissue",
    path="tissue",
    name="Where a ceiling lies",
    headline="Where a ceiling lies depends on the tissue, too.",
    lead="In the model one drug stops below half in one tissue, and comes close to full in "
    "another.",
    parts=(
        Figure("guess"),
        Section(
            "Where a ceiling comes from",
            """
            A drug that pushes only partly stops short even when it holds every
            receptor. That is the receptor’s ceiling. How high it lies depends on the
            tissue too: where there are spare receptors, the same push goes further.

            A second limit can be gone round. In mice, the body turned mitragynine into
            the stronger 7-OH only so fast. Given ready-made, 7-OH showed no such limit
            in mice.
            """,
        ),
        Figure("reserve"),
        Retelling("""
            The article does not say that tissues differ. It says that pain relief from
            kratom is less strong than from older opioids, because kratom switches the
            receptor on only in part.
            """),
        Known(),
        Oversimplified("""
            In the model the pathway with fewer spare receptors levels off lower but
            later. That alone does not explain why people given buprenorphine showed a
            ceiling for breathing but none for pain relief over the range tested.
            """),
    ),
)
