"""What breaks it: a ceiling is drawn for one drug alone."""

from page.parts import Chapter, Figure, Known, Oversimplified, Retelling, Section

CHAPTER = Chapter(
    key="mixing",
    path="mixing",
    name="What breaks it: mixing",
    headline="A ceiling is drawn for one drug alone.",
    lead="Add a second drug with more push, and the effect breaks through the first one’s top.",
    parts=(
        Figure("mixing"),
        Section(
            "Two drugs, one set of receptors",
            """
            None of this protects anybody. Alcohol and sedatives slow breathing by
            another road. They add to what an opioid does, and this model has no curve
            for them.

            Why is a partial drug on a full one no shield? The figure shows one
            receptor at balance. In a body nobody can set both amounts, and
            more of the full drug wins the receptors back. In somebody who depends on the
            full drug, the partial one can set off withdrawal.

            Each drug that is added pulls the effect toward its own top. A drug with
            more push pulls it up. A drug with less push pulls it up too, where the effect
            is below that drug’s own top. It pulls down only what
            is above that.

            Naloxone has to win the receptors before it can do anything. That takes more
            of it where there is more opioid, and where the opioid’s grip is tighter. It
            has no push at all, so what it wins lowers any effect.
            """,
        ),
        Retelling("""
            The article does not say what happens beside another opioid, a sedative or
            alcohol. It looks at kratom alone, and asks people to use it with care. Without
            proof it says that kratom is milder than other opioids, as it acts in part.
            """),
        Known(),
        Oversimplified("""
            A top that was drawn for one drug says nothing about two. In deaths around
            kratom, other drugs are often found too.
            """),
    ),
)
