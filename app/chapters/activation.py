"""Grip, push, amount: three things that one word, strong, mixes up."""

from page.parts import Chapter, Figure, Known, Oversimplified, Retelling, Section

CHAPTER = Chapter(
    key="activation",
    path="activation",
    name="Grip, push, amount",
    headline="A tight grip is not a hard push.",
    lead="Fentanyl stopped breathing in volunteers. Buprenorphine, which grips more tightly, "
    "took away about half of it.",
    parts=(
        Figure("strong"),
        Section(
            "Three words for “strong”",
            """
            Grip is how tightly a drug holds the receptor. Push is how hard it turns the
            receptor on. The amount needed is how little of it gives half of its own
            top, the most it can do.
            """,
        ),
        Figure("drugmap", folded="Real drugs on one map, and one to move among them"),
        Section(
            "Real drugs",
            """
            Grip and push belong to the drug. The amount needed follows from both: on
            the map, move the made-up drug left or up, and the mark at half its top moves
            left. Less of it is needed either way. Of these two, only push moves the
            top. The tissue moves it too, and so does the test: the next chapters.

            Grip comes from one test for all drugs, mostly as a band: a line spans the
            band, since no one point was read. Push comes from two tests. In cells it is
            how far a signal fell, and the shade is one standard error to each side.
            In people it is how far breathing fell. The made-up drug’s push is its top
            in the model, so its height is like those of real drugs but not the same.

            Let all real drugs be shown. Then mitragynine, the main compound of much
            kratom leaf, and 7-OH are wide, hollow bars: all that sources say of their
            grip. For mitragynine they differ a hundredfold. That is drawn, not hidden.
            Their push is from one test; the next chapter shows what other tests made of
            it.
            """,
        ),
        Retelling("""
            Too simple, as a tight hold is no hard push: the article says that usual
            opioids hold on to the receptor tightly, kratom partly and more gently, and
            that kratom therefore acts more weakly.
            """),
        Known(),
        Oversimplified("""
            Holding on and acting are two things. The grips of usual opioids lie far apart.
            Buprenorphine’s is one of the tightest, and it still pushes only in part.
            And a drug with a low top may need very little to get there.
            """),
    ),
)
