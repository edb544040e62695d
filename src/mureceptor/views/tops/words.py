"""One drug, many tops, in words."""

from mureceptor.evidence import ligands
from mureceptor.marks.look import KINDS
from mureceptor.views.phrases import NBSP, Table, as_set, decimals, ink, per_cent
from mureceptor.views.tops.numbers import ADDS, DRUGS, LEAST, MOST, START, Numbers, Top, tops


def sentence(now: Numbers) -> str:
    """Say what one drug came to in two tests, or what the model makes of one push in another."""
    if now.amplification == START.amplification:
        return (
            f"Two tests of one paper: {_measured(LEAST)} where the test amplifies little, "
            f"{_measured(MOST)} where it amplifies much. {_start(now)}"
        )
    tests = [
        _in_model(drug, f"from {per_cent(START.tops[drug])} to {per_cent(share)}")
        for drug, share in now.tops.items()
    ]
    return (
        f"Let the test amplify {as_set(now.amplification)} times as much, and the same push "
        f"goes further in the model: {', '.join(tests)}. The test has changed, not the drug."
    )


def _start(now: Numbers) -> str:
    if now.drugs != DRUGS:
        return "Same drug."
    start = ", ".join(_in_model(drug, per_cent(share)) for drug, share in now.tops.items())
    return f"In the model each starts from a test that amplifies little: {start}."


def _measured(top: Top) -> str:
    return ink(top.kind, f"{ligands()[top.drug].name} {top.printed}{NBSP}%")


def _in_model(drug: str, words: str) -> str:
    ligand = ligands()[drug]
    return ink(KINDS[ligand.kind], f"{ligand.name} {words}")


def table(_now: Numbers) -> Table:
    """Tabulate what each test found of each drug, the tests that add least first."""
    tests = list(dict.fromkeys(top.test for adds in ADDS for top in tops() if top.adds == adds))
    return {
        "columns": [
            "Test",
            "It amplifies",
            "Cells with",
            "Its 100 %",
            *(f"{ligands()[drug].name}, top %" for drug in DRUGS),
            "How read",
        ],
        "rows": [_row([top for top in tops() if top.test == test]) for test in tests],
    }


def _row(found: list[Top]) -> list[str]:
    row = found[0].row
    values = {top.drug: "no signal" if top.row.no_signal else _in_full(top) for top in found}
    return [
        f"{row.laboratory}: {row.assay}",
        row.amplifies,
        row.species,
        row.reference,
        *(values.get(drug, "not read") for drug in DRUGS),
        ", ".join(dict.fromkeys(top.row.reading for top in found)),
    ]


def _in_full(top: Top) -> str:
    if top.spread:
        return f"{top.printed} ({decimals(top.low)} to {decimals(top.high)})"
    return top.printed
