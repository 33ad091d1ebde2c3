"""Packs crops of animals with one photo each: `python -m snout_training.embedder.pack --data … --work work`."""

from __future__ import annotations

import argparse
from pathlib import Path

from .faces import pack_singles


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("work"))
    args = parser.parse_args()
    for kind, species, sources in (("dogs", 0, ("unlabelled-dogs",)), ("cats", 1, ("cat-head-boxes", "unlabelled-cats"))):
        labels = [args.work / "grown-labels" / f"{name}.json" for name in sources]
        pack_singles(args.data, labels, species, args.work / f"single-{kind}.npy")


if __name__ == "__main__":
    main()
