"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.laboratory import OWN_AMOUNT
from mureceptor.views.parameter import Choice
from mureceptor.views.state import State, field_of

LABORATORY: Final = Choice(
    label="Laboratory",
    options={
        "kruegel": "Kruegel 2016: mitragynine, 7-OH",
        "obeng": "Obeng 2021: 7-OH, mitragynine",
        "bhowmik": "Bhowmik 2021: 7-OH, buprenorphine",
        "xu": "Xu 2011: morphine, DAMGO",
        "bot": "Bot 1998: fentanyl, morphine",
        "borgland": "Borgland 2003: methadone, DAMGO",
    },
    default="obeng",
    help="Whose test the figure shows. Each has its own cells, its own reading and its own 100 %.",
)


@dataclass(frozen=True)
class Agonists(State):
    """What one laboratory found."""

    amount: float = field_of(OWN_AMOUNT)
    laboratory: str = field_of(LABORATORY)
