"""What a speaker's window says of its room: the script that the browser runs."""

import json
import subprocess
from pathlib import Path

from mureceptor.live import contract

SCRIPTS = Path(contract.__file__).with_name("browser")
READER = Path(__file__).with_name("stage_room.mjs")
CUT = "No connection to the room. This page goes on trying."
APART = "Some phones may not follow just now. The server goes on trying."


def test_it_says_quietly_what_keeps_phones_away_and_takes_it_back(
    node: str, tmp_path: Path
) -> None:
    (tmp_path / "package.json").write_text('{"type": "module"}')
    for name in ("stage_room.js", "room_line.js", "storage.js"):
        (tmp_path / name).write_text((SCRIPTS / name).read_text("utf-8"))
    command = [node, str(READER), str(tmp_path / "stage_room.js")]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(run.stdout) == [
        ["connects", ""],
        ["open", ""],
        ["heard", ""],
        ["broker away", APART],
        ["broker back", ""],
        ["lost", CUT],
        ["tries", CUT],
        ["back", ""],
        ["dead", CUT],
        ["back again", ""],
        ["left", ""],
    ]
