"""Where a scene's caution goes: the script that the browser runs, on places of every kind."""

import json
import random
import subprocess
from pathlib import Path
from typing import Any

from mureceptor.live import contract

SCRIPT = Path(contract.__file__).with_name("browser") / "stage_caution.js"


def placed(node: str, folder: Path, cases: list[Any]) -> list[float | None]:
    module = folder / "caution.mjs"
    module.write_text(SCRIPT.read_text("utf-8"))
    code = (
        f"import {{ clearOf }} from {json.dumps(module.as_uri())};"
        f"process.stdout.write(JSON.stringify({json.dumps(cases)}"
        ".map((each) => clearOf(...each) ?? null)))"
    )
    command = [node, "--input-type=module", "-e", code]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return list(json.loads(run.stdout))


def test_it_goes_to_the_nearest_place_that_is_free(node: str, tmp_path: Path) -> None:
    dice = random.Random(19)  # noqa: S311
    cases: list[Any] = []
    for _ in range(300):
        tops = [dice.randrange(100) for _ in range(dice.randrange(5))]
        taken = [{"top": top, "bottom": top + dice.randrange(1, 15)} for top in tops]
        cases.append([dice.randrange(101), dice.randrange(1, 50), taken, {"top": 0, "bottom": 100}])
    homeless = 0
    for (top, height, taken, within), at in zip(cases, placed(node, tmp_path, cases), strict=True):
        free = [
            place
            for place in range(within["top"], within["bottom"] - height + 1)
            if all(each["bottom"] <= place or each["top"] >= place + height for each in taken)
        ]
        if not free:
            homeless += 1
            assert at is None
        else:
            assert at in free
            assert abs(at - top) == min(abs(place - top) for place in free)
    assert 10 < homeless < 290
