"""A CSV gone through by Python's reader, and nothing done with it."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

with Path(sys.argv[1]).open(encoding="utf-8", newline="") as rows:
    for _ in csv.reader(rows):
        pass
