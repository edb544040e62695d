"""The ceiling: it belongs to the drug and the tissue, and people differ."""

from mureceptor.report.relief import relief
from page.parts import Chapter, Figure, Known, Oversimplified, Retelling, Section

CHAPTER = Chapter(
    key="ceiling",
    path="ceiling",
    name="The ceiling",
    headline="The ceiling belongs to the drug and the tissue, and people differ.",
    lead="With every receptor taken, buprenorphine leaves breathing at a bit under half. "
    "Fentanyl’s curve goes to zero.",
    parts=(
        Figure("breathing"),
        Section(
            "Where a ceiling comes from",
            """
            A drug that pushes only partly stops short even when it holds every
            receptor. That is the receptor’s ceiling. How high it lies depends on the
            tissue too: where there are spare receptors, the same push goes further.

            There may be a second ceiling. In mice, the body turned mitragynine into the
            stronger 7-OH only so fast. Given ready-made, 7-OH showed no such limit in
            mice.
            """,
        ),
        Figure("guess"),
        Figure("reserve"),
        relief(),
        Retelling("""
            The article calls kratom’s hold on the receptor partial, and takes that as a
            reason why it is milder than other opioids. It does not mention breathing at
            all.
            """),
        Known(),
        Oversimplified("""
            A ceiling is an average over people, for one drug alone, in one tissue. It
            can lie high, and another drug can break through it. In the model the
            pathway with fewer spare receptors levels off lower but later. That alone
            does not explain why people given buprenorphine showed a ceiling for
            breathing but none for pain relief over the range tested.
            """),
    ),
)
