"""Sorts the photos that coats are calibrated on into folders that the product reads: `python -m snout_training.marks.validation --help`.

OUT/dog/<id>/ holds the validation dogs of dog-faces, OUT/cat/<id>/ all of cat-faces: individuals that no network was trained on.
`snout calibrate --modality coat --cropped OUT` then fits with the product's own matching, of which there is no second one here.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from ..embedder.faces import split_of


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("work/coats-validation"))
    args = parser.parse_args()
    dogs = [p for p in sorted((args.data / "dog-faces").iterdir()) if split_of(p.name) == "validation"]
    cats = sorted((args.data / "cat-faces").iterdir())
    for species, individuals in (("dog", dogs), ("cat", cats)):
        for individual in individuals:
            shutil.copytree(individual, args.out / species / individual.name, dirs_exist_ok=True)
        print(f"{len(individuals)} {species}s in {args.out / species}")


if __name__ == "__main__":
    main()
