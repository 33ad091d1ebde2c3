"""Finds the same photo under another name: several sources of the data folder hold the same pictures, squashed or resized.

A copy of a test photo among the training photos would make its figure worthless.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import cv2
import numpy as np

SIDE = 16
# Correlation of thumbnails. Measured on `heads` and `cat-head-boxes` against the unlabelled photos: 243 pairs at 0.985 or
# more, each the same picture, and none between 0.9 and 0.985.
SAME = 0.95


def thumbnail(path: Path) -> np.ndarray:
    """[SIDE²] grey values of the whole photo squashed to a square, mean 0, length 1."""
    image = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    if image is None:
        raise ValueError(f"{path} is not a readable photo")
    small = cv2.resize(cv2.resize(image, (96, 96), interpolation=cv2.INTER_AREA), (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    values = small.astype(np.float32).ravel()
    values -= values.mean()
    return values / max(1e-6, float(np.linalg.norm(values)))


def thumbnails(paths: Iterable[Path]) -> np.ndarray:
    return np.stack([thumbnail(p) for p in paths])


def copies_of(paths: list[Path], held_out: list[Path]) -> set[Path]:
    """Those of `paths` that show the same picture as one of `held_out`."""
    likeness = thumbnails(paths) @ thumbnails(held_out).T
    return {path for path, best in zip(paths, likeness.max(1), strict=True) if best >= SAME}


def first_of_each(paths: list[Path]) -> list[Path]:
    """`paths` without those that show the same picture as an earlier one."""
    looks = thumbnails(paths)
    first = np.empty_like(looks)
    kept: list[Path] = []
    for path, look in zip(paths, looks, strict=True):
        if not kept or float((first[: len(kept)] @ look).max()) < SAME:
            first[len(kept)] = look
            kept.append(path)
    return kept
