"""Links the training photos whose noses are learned from into one folder: `python -m snout_training.nose.photos --data $DATA`.

Left out is what marks/pack.py leaves out: photos and individuals that figures are reported or settings chosen on, and copies of them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..marks.pack import training_photos

COUNTS = {"dog-faces": 150, "heads": 400, "cat-head-boxes": 250, "unlabelled-cats": 100, "unlabelled-dogs": 350}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("work/nose-region/photos"))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    photos = training_photos(args.data, COUNTS)
    for path in photos:
        link = args.out / "__".join(path.relative_to(args.data).parts)
        if not link.exists():
            link.symlink_to(path.resolve())
    print(f"{len(photos)} photos in {args.out}")


if __name__ == "__main__":
    main()
