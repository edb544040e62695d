"""The chapters in reading order: one record and one file each."""

from dataclasses import dataclass
from typing import Final

from mureceptor.report import claims, records

TALK: Final = "present"  # the URL path of the live-demo mode
TITLE: Final = "The mu receptor, explained"
DESCRIPTION: Final = (
    "Kratom, the mu-opioid receptor, and why a drug that acts only partly is not safe for that."
)


@dataclass(frozen=True)
class Chapter:
    """A chapter: its file in this folder, its URL path, its name in lists and titles.

    `headline` is its finding, `lead` the retelling's first sentence: they are said even where the
    page itself cannot be shown.
    """

    key: str
    path: str
    name: str
    headline: str
    lead: str


CHAPTERS: Final = (
    Chapter(
        "short",
        "",
        "The short version",
        "Partial does not mean safe.",
        "Kratom acts, in part, on the receptor through which opioids slow breathing.",
    ),
    Chapter(
        "receptor",
        "receptor",
        "The receptor",
        "One receptor carries pain relief, reward and breathing.",
        (
            "Mu receptors sit in the brain, brainstem, spinal cord and gut. The more of a drug "
            "there is, the more of them it takes."
        ),
    ),
    Chapter(
        "activation",
        "activation",
        "Grip, push, amount",
        "How tightly a drug holds on says nothing about how hard it pushes.",
        (
            "Buprenorphine grips more tightly than fentanyl. Yet it slowed breathing to about "
            "half, where fentanyl stopped it."
        ),
    ),
    Chapter(
        "agonists",
        "agonists",
        "Partial and full",
        "One drug, many tops: the test decides.",
        "7-OH reached about a fifth of the signal in one test, and nearly all of it in another.",
    ),
    Chapter(
        "ceiling",
        "ceiling",
        "The ceiling",
        "The ceiling belongs to the drug and the tissue, and people differ.",
        (
            "With every receptor taken, buprenorphine leaves breathing at a bit under half. "
            "Fentanyl\u2019s curve goes to zero."
        ),
    ),
    Chapter(
        "mixing",
        "mixing",
        "What breaks it: mixing",
        "A ceiling is drawn for one drug alone.",
        "Add a second drug with more push, and the effect breaks through the first one\u2019s top.",
    ),
    Chapter(
        "dependence",
        "dependence",
        "Over time: dependence",
        "In this model a low-push drug still builds dependence.",
        (
            "How kratom compares in people is not known. Dependence: the body has come to expect "
            "a drug."
        ),
    ),
    Chapter(
        "claims",
        "claims",
        "The article, checked",
        claims.headline(),
        claims.lead(),
    ),
    Chapter(
        "sandbox",
        "sandbox",
        "Build your own",
        "Build your own drug, and see what each knob does.",
        "Set grip, push and amount, add a second drug or a third, and pin a view to compare.",
    ),
    Chapter(
        "model",
        "model",
        "The model and its limits",
        "The model errs mostly on the mild side.",
        records.lead(),
    ),
)
