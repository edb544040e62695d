"""The receptor: one receptor carries pain relief, reward and breathing."""

from page.parts import Body, Chapter, Figure, Known, Oversimplified, Place, Retelling, Section

BODY = Body(
    title="One mu receptor: pain relief, reward, slower breathing",
    places=(
        Place("Brain", "Pain relief and reward, and with repeated use dependence.", "animals"),
        Place("Brainstem", "Breathing: opioids slow it, and can stop it.", "people"),
        Place("Spinal cord", "Pain relief.", "animals"),
        Place("Gut", "Constipation.", "people"),
    ),
    caption="One receptor carries all of this, so these effects come as one package. "
    "Our drawing, not to scale; the sources are at the end of the page.",
)

CHAPTER = Chapter(
    key="receptor",
    path="receptor",
    name="The receptor",
    headline="One receptor carries pain relief, reward and breathing.",
    lead="Mu receptors sit in the brain, brainstem, spinal cord and gut. The more of a drug "
    "there is, the more of them it takes.",
    parts=(
        Figure("receptor"),
        BODY,
        Section(
            "Why it fills up more and more slowly",
            """
            A receptor is a protein on a nerve cell, a docking place for signals. Drugs
            let go of it all the time and take hold again. While most receptors are
            free, twice the amount takes nearly twice as many. Once most are taken, few
            are left to take. How tightly a drug holds on is called its grip. The amount
            that takes half of the receptors measures it.
            """,
        ),
        Retelling("""
            The article names mu receptors in the brain and spinal cord. It gives
            them a large part in pain, reward and addiction, and says that switching
            them on eases pain and lifts mood.
            """),
        Known(),
        Oversimplified("""
            The list stops too early. The same receptor slows breathing, which is the
            main way opioids kill. It also sits on nerves of the gut, where it causes
            constipation. These effects come as one package. How much of each a person
            feels depends on more than the receptor.
            """),
    ),
)
