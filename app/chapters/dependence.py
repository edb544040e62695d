"""Over time: a low-push drug still builds dependence, in this model."""

from mureceptor.report import care
from page.parts import Chapter, Figure, Known, Oversimplified, Retelling, Section

CHAPTER = Chapter(
    key="dependence",
    path="dependence",
    name="Over time: dependence",
    headline="In this model a low-push drug still builds dependence.",
    lead="How kratom compares in people is not known. Dependence: the body has come to expect "
    "a drug.",
    parts=(
        Figure("weeks"),
        Section(
            "What wears down, and what comes back",
            """
            In this model, each time a drug switches receptors on, a little signalling
            is lost. That is tolerance: the same effect takes a larger amount. A
            high-push drug has receptors to spare: its top hardly falls, though the same
            amount acts like far less of it.

            A low-push drug has nothing to spare, so any loss lowers its top. Whether it
            also loses less is open: in this model that depends on what wears signalling
            down, and studies point both ways.

            After the stop, signalling comes back within weeks in this model, and
            tolerance goes. The amount that a body was used to then meets a body that is
            not used to it. After a break from heroin or a like opioid, the same amount
            can kill.
            """,
        ),
        Figure("plasma", folded="What is in the blood is not what is felt: one intake, measured"),
        Figure("dependence", folded="All together: every curve of these weeks, and more to set"),
        care.SHORT_BOX,
        Retelling("""
            Disputed, and we found no study in people that shows it: the article says that
            kratom may lead to addiction less often than older opioids. It adds that
            dependence is possible, and not how it comes about, or what a break does.
            """),
        Known(),
        Oversimplified("""
            A lower push is no shield: in the model it builds dependence too. As both
            drugs take equally many receptors there, low push may look better than it is. People
            who write about it, for or against, have had ties to the trade.
            """),
    ),
)
