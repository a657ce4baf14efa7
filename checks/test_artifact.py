"""What checks/artifact.py says of a folder that is too large, and of one that is not."""

import random
import tempfile
import unittest
from pathlib import Path

import artifact


class Artifact(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_a_large_one_is_named_with_its_size_and_the_limit(self):
        (self.folder / "lib").mkdir()
        # Nothing that can be packed.
        (self.folder / "lib" / "some.jar").write_bytes(random.Random(1).randbytes(1_200_000))
        self.assertEqual(f"{self.folder} has 1.2 MB as a zip, more than 1", artifact.trouble(self.folder, limit=1))

    def test_what_packs_well_is_measured_packed(self):
        (self.folder / "page.css").write_bytes(bytes(3_000_000))
        self.assertIsNone(artifact.trouble(self.folder, limit=1))


if __name__ == "__main__":
    unittest.main()
