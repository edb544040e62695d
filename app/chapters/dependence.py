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
            is lost. That is tolerance: the same amount does less. It is more than a
            lower top. The whole curve moves, so that the same effect takes a larger
            amount. A high-push drug has receptors to spare, so its top hardly falls
            while its curve moves far.

            A low-push drug has nothing to spare, so the same loss costs it more of its
            effect. In this model its push wears signalling down less. Let receptors
            taken wear it down, and both lose the same: see which top falls further.
            Studies point both ways.

            After the stop, signalling comes back within weeks in this model, and
            tolerance goes. The amount that a body was used to then meets a body that is
            not used to it. After a break from heroin or a like opioid, the same amount
            can kill.
            """,
        ),
        Section(
            "Sudden withdrawal",
            """
            Withdrawal can also come at once. A blocker, a drug that takes receptors
            without pushing, leaves the body without the effect that it expects. A drug
            of low push can do the same after one of high push. The model shows that
            moment only, not what follows it.

            One thing this model never shows: withdrawal set off by a low-push drug
            after another low-push drug. Yet one person who took 7-OH had withdrawal
            when buprenorphine was started.
            """,
        ),
        Section(
            "What is in the blood is not what is felt",
            """
            The weeks above rest on a made-up amount that rises and falls with each
            intake. Mitragynine itself has been measured in the blood. Most of it goes
            within hours, and a small rest stays for days. That rest is not an effect.
            Taken for one, it would make withdrawal look softer than anyone has shown.
            """,
        ),
        Figure("plasma"),
        Figure("dependence", folded="All together: every curve of these weeks, and more to set"),
        care.BOX,
        care.two_words(),
        care.helps(),
        Section(
            "Off opioids, by kratom",
            """
            Some people got off stronger opioids with kratom and say that it helped. It
            is their own report, and we take it as that. We found no trial that could
            tell for how many it works, and for how many it does not. Nothing here asks
            anyone to go back. Who wants to change something can ask for care first.
            """,
        ),
        Retelling("""
            The article says that kratom may lead to addiction less often than older
            opioids, because it turns the receptor on only in part. It adds that
            dependence is still possible and asks people to use it with care. It does
            not say how dependence comes about, what withdrawal is, or what a break does
            to tolerance.
            """),
        Known(),
        Oversimplified("""
            A lower push is no shield. In the model it makes dependence weaker but does
            not prevent it, and what happens in people depends on much that the model
            leaves out. We found no study in people that compares dependence on kratom
            with dependence on another opioid. People who write about it, for or
            against, have had ties to the trade.
            """),
    ),
)
