"""Naloxone, and time: how fast drugs let go, and why it may be needed again."""

from page.parts import Chapter, Figure, Known, Oversimplified, Retelling, Section

CHAPTER = Chapter(
    key="naloxone",
    path="naloxone",
    name="Naloxone, and time",
    headline="Naloxone may be needed more than once.",
    lead="It takes receptors without pushing. While it leaves, an opioid that is still there "
    "takes them back.",
    parts=(
        Figure("returning"),
        Section(
            "Why naloxone may have to be given again",
            """
            Naloxone leaves the blood before fentanyl or buprenorphine does. While it
            goes, an opioid that is still there takes its receptors back. How much comes
            back depends on how much there was of both, and on how tight the opioid
            holds on.

            After kratom, too, slow breathing is a reason to give naloxone. Do not count on
            it for a racing heart, seizure or extreme unrest, which kratom can also bring. Those
            need emergency care of their own.
            """,
        ),
        Figure("staying"),
        Section(
            "Sudden withdrawal",
            """
            Withdrawal can come at once. A blocker, a drug that takes receptors without
            pushing, leaves a body without the effect that it has come to expect. A drug
            of low push can do the same after one of high push. Hard as that is, it is
            no reason to hold naloxone back from somebody who hardly breathes.
            """,
        ),
        Retelling("""
            The article does not mention overdose, naloxone, or what to do when somebody
            does not wake up.
            """),
        Known(),
        Oversimplified("""
            It speaks of how strongly a drug acts, and never of how long. How long a
            drug holds on and how long it stays in the blood are two things, and both
            decide whether help lasts.
            """),
    ),
)
