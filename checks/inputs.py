"""What a state machine takes, by the word of the program itself: `./syncstep check`, which builds itself where it must."""

import functools
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What each machine calls its input.
NOUNS = {"sync": "request", "pipeline": "pipeline"}


@functools.cache
def trouble(machine, text):
    """What is wrong with a text as the input of a machine, or nothing."""
    checked = subprocess.run(
        [ROOT / "syncstep", "check", "-", "--machine", machine], input=text, capture_output=True, encoding="utf-8"
    )
    if checked.returncode == 0:
        return None
    if checked.returncode == 1:
        return f"no valid {NOUNS[machine]}: {checked.stdout.removeprefix('InvalidRequest: ').strip()}"
    said = checked.stderr.strip()
    if "is not JSON" in said:
        return f"its {NOUNS[machine]} is not JSON: {said.partition('is not JSON: ')[2]}"
    raise RuntimeError(f"./syncstep check could not tell whether a {NOUNS[machine]} is valid:\n{said}")
