"""Every view of the explainer, one record each; what the entries mean stands in `view.py`."""

from typing import Any, Final

from mureceptor.describe import agonists as agonists_words
from mureceptor.describe import breathing as breathing_words
from mureceptor.describe import dependence as dependence_words
from mureceptor.describe import guess as guess_words
from mureceptor.describe import mitragynine as mitragynine_words
from mureceptor.describe import mixing as mixing_words
from mureceptor.describe import own as own_words
from mureceptor.describe import plasma as plasma_words
from mureceptor.describe import receptor as receptor_words
from mureceptor.describe import reserve as reserve_words
from mureceptor.describe import returning as returning_words
from mureceptor.describe import sandbox as sandbox_words
from mureceptor.describe import short as short_words
from mureceptor.describe import staying as staying_words
from mureceptor.figures import (
    agonists,
    breathing,
    dependence,
    guess,
    mitragynine,
    mixing,
    own,
    plasma,
    receptor,
    reserve,
    returning,
    sandbox,
    short,
    staying,
)
from mureceptor.states import (
    Agonists,
    Binding,
    Breathing,
    Dependence,
    Guess,
    Mitragynine,
    Mixing,
    Own,
    Plasma,
    Reserve,
    Returning,
    Sandbox,
    Short,
    Staying,
)
from mureceptor.view import View


def _built(**fields: Any) -> dict[str, float | str]:
    """Return a whole state of the sandbox: all but what is pinned is set."""
    state = vars(Sandbox(**fields))
    return {field: value for field, value in state.items() if field != "pin"}


VIEWS: Final = {
    view.name: view
    for view in (
        View(
            name="short",
            state=Short,
            controls=("amount",),
            draw=short.draw,
            sentence=short_words.sentence,
            table=short_words.table,
            beside=True,
            title="Partial means a lower top, not a safe top",
            tag="model",
            tag_words="model",
            note="Two textbook drugs. Kratom’s own curve in people is not known.",
            tries=(
                ("Half of the receptors taken", {"amount": 1}),
                ("Where the full agonist is at half its top", {"amount": 0.04642}),
                ("Almost every receptor taken", {"amount": 100}),
            ),
        ),
        View(
            name="receptor",
            state=Binding,
            controls=("amount",),
            draw=receptor.draw,
            sentence=receptor_words.sentence,
            table=receptor_words.table,
            beside=True,
            title="How 100 receptors fill up",
            tag="model",
            tag_words="model",
            note="Any one drug. How many receptors kratom takes in a person is not known.",
            tries=(
                ("Half of the receptors taken", {"amount": 1}),
                ("A tenth of that amount", {"amount": 0.1}),
                ("A hundred times that amount", {"amount": 100}),
            ),
        ),
        View(
            name="own",
            state=Own,
            controls=("grip", "push"),
            draw=own.draw,
            sentence=own_words.sentence,
            table=own_words.table,
            beside=True,
            handle="xy",
            title="Grip against push",
            tag="cells",
            tag_words="cells and people; made-up drug: model",
            note="No kratom compound is here: sources disagree on its grip.",
            tries=(
                ("1,000 times tighter, same push", {"grip": 0.3162, "push": 90}),
                ("Same grip, half the top", {"grip": 316.2, "push": 45}),
                ("Tighter and weaker, same amount needed", {"grip": 100, "push": 70}),
            ),
        ),
        View(
            name="mitragynine",
            state=Mitragynine,
            controls=("amount",),
            draw=mitragynine.draw,
            sentence=mitragynine_words.sentence,
            table=mitragynine_words.table,
            title="Mitragynine: a third of the signal in one laboratory, none in another",
            tag="cells",
            tag_words="cells",
            note="Human receptor, two tests, each with its own 100 %. Curves: model.",
            caution="No signal in a dish does not mean no effect in a person.",
            tries=(
                ("Half of each drug’s own top", {"amount": 1}),
                ("A tenth of it", {"amount": 0.1}),
                ("As much as the scale goes", {"amount": 1000}),
            ),
        ),
        View(
            name="agonists",
            state=Agonists,
            controls=("amount",),
            draw=agonists.draw,
            sentence=agonists_words.sentence,
            table=agonists_words.table,
            beside=True,
            title="Choose the laboratory",
            tag="cells",
            tag_words="cells",
            note="Compare no heights across laboratories: each has its own 100 %. Curves: model.",
            tries=(
                ("Fentanyl, morphine and nalbuphine", {"laboratory": "bot"}),
                ("Morphine beside DAMGO", {"laboratory": "xu"}),
                ("Methadone: a top without a curve", {"laboratory": "borgland"}),
            ),
        ),
        View(
            name="breathing",
            state=Breathing,
            controls=("taken",),
            draw=breathing.draw,
            sentence=breathing_words.sentence,
            table=breathing_words.table,
            title="Breathing against receptors taken",
            tag="fitted",
            tag_words="model fitted to people; simulated spread",
            caution="We found no such curve for kratom, mitragynine or 7-OH.",
            tries=(
                ("Half of the receptors taken", {"taken": 50}),
                ("Where the two curves cross", {"taken": 62}),
                ("Every receptor taken", {"taken": 100}),
            ),
        ),
        View(
            name="guess",
            state=Guess,
            controls=("height",),
            on_axis=False,
            draw=guess.draw,
            sentence=guess_words.sentence,
            table=guess_words.table,
            title="Take a guess: the same drug, ten times the spare receptors",
            tag="model",
            tag_words="model",
            note="A textbook drug. Nobody has to guess: read on, or show the answer.",
            tries=(
                ("I think its top stays where it was", {"height": 41, "answer": "shown"}),
                ("I think it goes all the way", {"height": 100, "answer": "shown"}),
            ),
            handle="y",
        ),
        View(
            name="reserve",
            state=Reserve,
            controls=("amplification",),
            on_axis=False,
            draw=reserve.draw,
            sentence=reserve_words.sentence,
            table=reserve_words.table,
            title="One drug, two tops",
            tag="model",
            tag_words="model",
            note="A textbook drug. For kratom in people none of this is known.",
            tries=(
                ("The same spare receptors for both", {"amplification": 1, "push": "low"}),
                ("A high push", {"push": "high", "formation": "ready"}),
                ("Made in the body, only so fast", {"push": "low", "formation": "made"}),
            ),
        ),
        View(
            name="dependence",
            state=Dependence,
            controls=("stop",),
            draw=dependence.draw,
            sentence=dependence_words.sentence,
            table=dependence_words.table,
            beside=True,
            title="The same amount, low and high push",
            tag="model",
            tag_words="model",
            note="We found no such curve measured for kratom.",
            caution="After a break, the same amount of an opioid can kill. Do not stop or switch "
            "alone: care exists. SAMHSA, 1\u2011800\u2011662\u20114357 (US).",
            tries=(
                ("Only one week", {"stop": 7}),
                ("A low-push drug given at the end", {"given": "low", "stop": 28}),
                ("The same loss for both drugs", {"driver": "taken", "given": "nothing"}),
            ),
            plot={"narrow": 436, "wide": 412},
        ),
        View(
            name="plasma",
            state=Plasma,
            controls=("since",),
            draw=plasma.draw,
            sentence=plasma_words.sentence,
            table=plasma_words.table,
            title="Mitragynine in the blood after one intake",
            tag="fitted",
            tag_words="model fitted to people",
            note="Averages of five people, one tea. The tail does not say how long effects last.",
            tries=(
                ("At its peak", {"since": 1}),
                ("Two days later", {"since": 48}),
            ),
        ),
        View(
            name="sandbox",
            state=Sandbox,
            controls=(
                "amount1",
                "grip1",
                "push1",
                "spare",
                "amount2",
                "grip2",
                "push2",
                "amount3",
                "grip3",
                "push3",
                "left",
                "steepness",
            ),
            draw=sandbox.draw,
            sentence=sandbox_words.sentence,
            table=sandbox_words.table,
            title="Effect against the amount of drug 1",
            tag="model",
            tag_words="model",
            note="Drugs of your own making, one receptor, at balance. No real drug.",
            caution="Not protection. One receptor, at balance; real mixtures kill.",
            tries=(
                ("Chapter 1: a full agonist", _built(push1=19.95)),
                ("Chapter 5: a partial one, spare receptors", _built(spare=10)),
                ("Chapter 6: a partial one on a full one", _built(drugs="2", push2=19.95)),
                (
                    "Chapter 6: a blocker on a full one",
                    _built(drugs="2", push1=19.95, push2=0.01),
                ),
                ("Chapter 7: tolerance", _built(left=0.4)),
            ),
            together=False,
            unused=lambda state: [
                f"{field}{number}"
                for number in range(int(state.drugs) + 1, 4)
                for field in ("amount", "grip", "push")
            ],
        ),
        View(
            name="mixing",
            state=Mixing,
            controls=("added", "there"),
            draw=mixing.draw,
            sentence=mixing_words.sentence,
            table=mixing_words.table,
            beside=True,
            title="Two drugs at one receptor",
            tag="model",
            tag_words="model",
            note="Sedatives and alcohol break the ceiling by another road that this model does not "
            "contain.",
            caution="Not protection. One receptor, at balance; real mixtures kill.",
            tries=(
                (
                    "Add a partial agonist to a full one",
                    {"mixed": "partial-on-full", "there": 1, "added": 31.62},
                ),
                (
                    "Add naloxone to a full agonist",
                    {"mixed": "naloxone-on-full", "there": 1, "added": 100},
                ),
                (
                    "7-OH beside mitragynine, as stand-ins",
                    {"mixed": "7oh-on-mitragynine", "there": 10, "added": 10},
                ),
            ),
        ),
        View(
            name="staying",
            state=Staying,
            controls=("gone",),
            draw=staying.draw,
            sentence=staying_words.sentence,
            table=staying_words.table,
            beside=True,
            title="How long a drug holds on, once it is gone",
            tag="cells",
            tag_words="cells; the wide band also fits to people",
            note="Binding in a dish, not an effect in a body.",
            tries=(
                ("One second", {"gone": 0.01778}),
                ("One minute", {"gone": 1}),
                ("About one hour", {"gone": 63.1}),
            ),
        ),
        View(
            name="returning",
            state=Returning,
            controls=("blocking",),
            on_axis=False,
            draw=returning.draw,
            sentence=returning_words.sentence,
            table=returning_words.table,
            title="Naloxone leaves before the opioid",
            tag="model",
            tag_words="model; binding from cells, blood from people",
            note="Both levels are made up. Not a guide to when or how much.",
            caution="Naloxone can wear off before the opioid does. Call 911, and stay.",
            tries=(
                ("Little naloxone", {"blocking": 10, "opioid": "fentanyl"}),
                ("Much naloxone", {"blocking": 1000, "opioid": "fentanyl"}),
                ("An opioid that holds on tight", {"blocking": 100, "opioid": "buprenorphine"}),
            ),
        ),
    )
}
