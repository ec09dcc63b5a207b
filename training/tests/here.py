"""Where the files under test are."""

import sys
import tempfile
from pathlib import Path

TRAINING = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TRAINING))


def folder():
    return tempfile.TemporaryDirectory()
