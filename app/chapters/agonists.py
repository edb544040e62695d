"""Partial and full: one drug, many tops."""

from mureceptor.report import leaf
from page.parts import Chapter, Figure, Fold, Known, Oversimplified, Retelling, Section

CHAPTER = Chapter(
    key="agonists",
    path="agonists",
    name="Partial and full",
    headline="One drug, many tops: the test decides.",
    lead="By a later text, 7-OH reached about a fifth of the signal in one test, and nearly all "
    "of it in another.",
    parts=(
        Figure("tops"),
        Section(
            "What a test reads",
            """
            Cells with mu receptors sit in a dish. A drug is added and the cells’ reply
            is read. Some tests read the shape of the receptor itself: they amplify
            little. One, GTP-gamma-S binding, reads the first switch behind it. Others read
            that switch come apart. Further on, a weak push can look nearly full: there
            cAMP falls, and that is much amplified.

            Each test sets its own 100 %. So a height means something only beside its
            test. How much a test amplifies is told here in words, in our order: we read
            no number for it.

            Move the control, and upright lines show the model. It takes one push for
            each drug from a test that amplifies little, then lets the test amplify
            more. For mitragynine there is no line: we read of no such test of it. And
            the model does not explain all: buprenorphine came out lower in a test that
            amplifies more than in one that amplifies some.
            """,
        ),
        Fold(
            "What is in the leaf, and what becomes of it",
            (leaf.shares(), leaf.grid(), leaf.road()),
        ),
        Retelling("""
            How far in part depends on the test, and the article names none. It says that
            kratom switches the mu receptor on only in part. Without proof it adds:
            with a milder result than other opioids.
            """),
        Known(),
        Oversimplified("""
            “Partial” is not a fixed mark on a drug. It comes from a drug and a test
            together. One paper made 7-OH look weak in one test and nearly full in the
            next. The article speaks of kratom as one thing, yet its compounds differ.
            A low top says nothing about how little of a drug is needed, or whether it
            is safe.

            Nor does no push in a dish mean no effect. Rats that had learned to
            press a lever for morphine pressed it for mitragynine most of the time. In cells
            the same laboratory saw no push at all. Two other laboratories saw some.
            """),
    ),
)
