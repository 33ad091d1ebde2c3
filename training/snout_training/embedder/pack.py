"""Packs crops of cats with one photo each: `python -m snout_training.embedder.pack --data … --work work`."""

from __future__ import annotations

import argparse
from pathlib import Path

from .faces import pack_single_cats


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("work"))
    args = parser.parse_args()
    labels = [args.work / "grown-labels" / f"{name}.json" for name in ("cat-head-boxes", "unlabelled-cats")]
    pack_single_cats(args.data, labels, args.work / "single-cats.npy")


if __name__ == "__main__":
    main()
