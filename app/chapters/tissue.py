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

            A second limit was seen in mice, and it is no shield. Their bodies turned
            mitragynine into the stronger 7-OH only so fast. But 7-OH itself showed no such
            limit, and it is sold ready made.
            """,
        ),
        Figure("reserve"),
        Retelling("""
            The article does not say that tissues differ. Without proof it says that
            pain relief from kratom is less strong than from older opioids, because kratom
            switches the receptor on only in part.
            """),
        Known(),
        Oversimplified("""
            In the model the effect with fewer spare receptors levels off lower but later.
            That alone does not explain what was seen of buprenorphine in people: breathing
            was slowed up to a ceiling, while pain relief still grew over the range
            tested. We found no such study of kratom in people.
            """),
    ),
)
