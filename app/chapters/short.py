"""The short version: partial means a lower top, not a safe top."""

from page.parts import Chapter, Figure, Known, Oversimplified, Retelling, Section

CHAPTER = Chapter(
    key="short",
    path="",
    name="The short version",
    headline="Partial does not mean safe.",
    lead="Kratom acts, in part, on the receptor through which opioids slow breathing.",
    parts=(
        Figure("short"),
        Section(
            "Full and partial",
            """
            An agonist is a drug that takes a receptor and turns it on. A full one comes
            close to the largest effect there can be. A partial one stops short of that,
            even with every receptor taken. How far up a drug can go is its top. The
            top of one drug differs from tissue to tissue.
            """,
        ),
        Section(
            "Leaf, and what is sold beside it",
            """
            Kratom is a tree of Southeast Asia, and what is made from its leaf. Strong
            7-OH in tablets and drinks is another thing: an opioid stronger than mitragynine.
            What is found of the one need not hold for the other.
            """,
        ),
        Retelling("""
            “The article” is “Understanding the Mu Receptor and Its Interaction with
            Kratom”, a short text for the public. These pages started from it and check
            it.

            It introduces the mu receptor, a docking place on nerve cells that opioids use.
            It says that compounds in kratom dock there too, but switch the receptor on only
            partly. Without proof it concludes from this that kratom is milder than
            classic opioids. A lower top need not be a safe one.
            """),
        Known(),
        Oversimplified("""
            A drug that pushes only partly has a lower top. That says nothing about how
            little of it is needed, how tightly it holds on, or whether its top is low
            enough to be safe.
            """),
    ),
)
