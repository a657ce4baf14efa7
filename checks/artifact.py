"""Fails when a built function, packed as it is uploaded, has more than its limit: what is downloaded into each new environment, and
what each snapshot holds. Needs `sam build`.
"""

import io
import re
import sys
import zipfile

from lambda_host import ROOT

BUILD = ROOT / ".aws-sam" / "build"
LIMIT_MEGABYTES = 10


def folders():
    """The built folders; functions of one source may share one."""
    return sorted({BUILD / name for name in re.findall(r"CodeUri: (\S+)", (BUILD / "template.yaml").read_text())})


def megabytes(folder):
    """The size of a folder as a zip."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(folder.rglob("*")):
            packed.write(file, file.relative_to(folder))
    return len(archive.getvalue()) / 1e6


def trouble(folder, limit=LIMIT_MEGABYTES):
    """That it is too large, or nothing."""
    size = megabytes(folder)
    return f"{folder} has {size:.1f} MB as a zip, more than {limit}" if size > limit else None


def main():
    found = folders()
    if not found:
        sys.exit(f"{BUILD / 'template.yaml'} names no built function")
    too_large = [each for each in map(trouble, found) if each]
    print("\n".join(too_large) or f"Each built function has at most {LIMIT_MEGABYTES} MB as a zip")
    sys.exit(1 if too_large else 0)


if __name__ == "__main__":
    main()
