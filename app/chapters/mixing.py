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
            Each drug that is added pulls the effect toward its own top. A drug with
            more push pulls it up. A drug with less push pulls it down, but only once
            the effect is above that drug’s own top. The point where this turns is the
            switch-over.

            Naloxone has no push at all, so it pulls any effect down. It has to win the
            receptors first. That takes more of it where there is more opioid, and where
            the opioid’s grip is tighter. Mix a drug with a blocker in a fixed
            proportion, and the mix has a lower top: the more blocker, the lower.

            None of this protects anybody. Alcohol and sedatives slow breathing by
            another road. They add to what an opioid does, and this model has no curve
            for them.
            """,
        ),
        Section(
            "Binding takes time",
            """
            So far all drugs were at balance. In truth each one needs time to let go of
            a receptor. In cells, naloxone lets go in seconds, fentanyl in minutes, and
            buprenorphine much later. How much later is not settled: studies do not
            agree.
            """,
        ),
        Figure("staying"),
        Section(
            "Why naloxone may have to be given again",
            """
            Naloxone leaves the blood before fentanyl or buprenorphine does. While it
            goes, an opioid that is still there takes its receptors back. How much comes
            back depends on how much there was of both, and on how tight the opioid
            holds on.

            After kratom, too, slow breathing is a reason to give naloxone: among ten
            people poisoned by it, naloxone worked at once in two and not in a third. It
            does not calm a fast heart, a fit or agitation, which kratom can also bring.
            Those need emergency care of their own.

            Naloxone can wear off before the opioid does. Call 911, and stay with the
            person.
            """,
        ),
        Figure("returning"),
        Retelling("""
            The article looks at kratom alone. It says that kratom’s partial action
            makes it milder than other opioids, and asks people to use it with care. It
            does not say what happens beside another opioid, a sedative or alcohol.
            """),
        Known(),
        Oversimplified("""
            A top that was drawn for one drug says nothing about two. In deaths around
            kratom, other drugs are often found too.
            """),
    ),
)
