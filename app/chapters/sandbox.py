"""Build your own: every knob of the model, and one view pinned against another."""

from page.parts import Chapter, Figure, Section

CHAPTER = Chapter(
    key="sandbox",
    path="sandbox",
    name="Build your own",
    headline="Build your own drug.",
    lead="Three tasks, then play with every knob.",
    parts=(
        Figure("sandbox"),
        Section(
            "What the knobs are",
            """
            Grip is how tightly a drug holds on. Push is how strongly a taken receptor
            is switched on. Spare receptors are what the tissue makes of a push.
            Signalling left is what tolerance has not used up. Steepness is how abruptly
            the tissue answers.

            Everything you set stands in the address of this page, the kept view too.
            Copy the address to share what you see.
            """,
        ),
    ),
)
