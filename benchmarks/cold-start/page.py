"""The place of the figures in docs/performance.md."""

import re
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
MARKS = re.compile(r"(<!-- cold-start: .*? -->\n).*?(<!-- cold-start: end -->)", re.S)


def check(page=PAGE):
    """Ends with a message where figures would have no place: before they are measured, not after."""
    if not MARKS.search(page.read_text()):
        sys.exit(f"{page} has no place for the figures: <!-- cold-start: … --> and, below, <!-- cold-start: end -->")


def write(text, page=PAGE):
    page.write_text(MARKS.sub(lambda marks: f"{marks[1]}{text}\n{marks[2]}", page.read_text()))
