"""Where the files under test are."""

import sys
import tempfile
from pathlib import Path

TRAINING = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TRAINING), str(TRAINING / 'annotation')]


def folder():
    return tempfile.TemporaryDirectory()
