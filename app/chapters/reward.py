"""Reward and mood: what mu receptors do to the cells that drive wanting."""

from mureceptor.report.mood import mood
from page.parts import Chapter, Figure, Known, Oversimplified, Retelling, Section

CHAPTER = Chapter(
    key="reward",
    path="reward",
    name="Reward and mood",
    headline="Mu receptors let go of a brake on reward.",
    lead="In slices of rat brain, opioids quieted the cells that hold reward cells back. For "
    "kratom and mood, the signs point both ways.",
    parts=(
        Figure("reward"),
        Section(
            "A brake, and what lets go of it",
            """
            Some nerve cells deep in the brain give off dopamine, a signal that makes
            what just happened worth doing again. We call them reward cells. Other cells
            nearby hold them back, like a brake. In slices of rat brain, opioids did not
            touch the reward cells. They quieted the brake, through mu receptors.
            """,
        ),
        mood(),
        Retelling("""
            The article says that the mu receptor has a large part in reward and
            addiction, and that kratom lifts mood, likely because it switches this
            receptor on. It does not say how.
            """),
        Known(),
        Oversimplified("""
            The same receptors that let reward cells go also slow breathing. And mood is
            not one switch: in people, what was measured and what was told do not agree.
            """),
    ),
)
