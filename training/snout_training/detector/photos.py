"""The labelled photos of the head detector, in one form, from every source of the data folder."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

LONGEST_SIDE = 512
# Mean places of eyes and nose in the 224-px aligned dog faces (DogFaceNet), measured on their mean image.
ALIGNED_MARKS = np.array([[85.0, 88.0], [140.0, 88.0], [112.0, 150.0]], np.float32)
ALIGNED_BOX = np.array([44.0, 36.0, 180.0, 186.0], np.float32)


@dataclass
class Photo:
    """Pixels are BGR uint8. `marks` [G,3,2]; `mark_mask` [G,3]: 1 seen, 0 hidden, -1 not labelled."""

    path: Path
    source: str
    boxes: np.ndarray
    species: np.ndarray
    marks: np.ndarray
    mark_mask: np.ndarray
    box_weight: np.ndarray
    ignore: np.ndarray = field(default_factory=lambda: np.zeros((0, 4), np.float32))
    pixels: np.ndarray | None = None
    # [K,4] in pixels of the loaded photo: what an earlier detector took for heads and is none. Drawn more often.
    traps: np.ndarray = field(default_factory=lambda: np.zeros((0, 4), np.float32))

    def load(self) -> "Photo":
        """Reads the pixels once, shrunk to LONGEST_SIDE, and scales the labels with them."""
        if self.pixels is None:
            image = cv2.imread(str(self.path), cv2.IMREAD_COLOR)
            if image is None:
                raise ValueError(f"{self.path} is not a readable photo")
            scale = min(1.0, LONGEST_SIDE / max(image.shape[:2]))
            if scale < 1:
                image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
                self.boxes, self.marks, self.ignore = self.boxes * scale, self.marks * scale, self.ignore * scale
            self.pixels = image
        return self


def fold_of(name: str) -> float:
    """A stable number in [0, 1) for a file name: decides the split."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 2**32


def read_heads_json(folder: Path, source: str) -> list[Photo]:
    return read_labels(folder / "heads.json", folder, source)


def read_labels(path: Path, folder: Path, source: str) -> list[Photo]:
    """Labels in the format of heads.json, of photos below `folder`; `ignore` holds areas in which nothing is judged."""
    photos = []
    for entry in json.loads(path.read_text()):
        heads = entry["heads"]
        marks = np.zeros((len(heads), 3, 2), np.float32)
        mask = np.zeros((len(heads), 3), np.float32)
        for i, head in enumerate(heads):
            for j, key in enumerate(("leftEye", "rightEye", "nose")):
                if head[key] is not None:
                    marks[i, j], mask[i, j] = head[key], 1
        photos.append(Photo(
            folder / entry["file"], source,
            np.array([h["box"] for h in heads], np.float32).reshape(-1, 4),
            np.array([0 if h["species"] == "dog" else 1 for h in heads], np.int64),
            marks, mask, np.array([h.get("boxWeight", 1.0) for h in heads], np.float32),
            np.array(entry.get("ignore", []), np.float32).reshape(-1, 4),
        ))
    return photos


def read_yolo(folder: Path) -> list[Photo]:
    """Cat boxes without landmarks, drawn a little tighter than ours: the box counts half."""
    photos = []
    for label in sorted(folder.glob("*.txt")):
        image = label.with_suffix(".jpg")
        if not image.exists():
            continue
        pixels = cv2.imread(str(image), cv2.IMREAD_COLOR)
        h, w = pixels.shape[:2]
        rows = np.array([list(map(float, line.split())) for line in label.read_text().splitlines() if line.strip()], np.float32).reshape(-1, 5)
        centre, size = rows[:, 1:3] * (w, h), rows[:, 3:5] * (w, h)
        n = len(rows)
        photos.append(Photo(
            image, "cat-head-boxes", np.concatenate([centre - size / 2, centre + size / 2], 1).astype(np.float32),
            np.ones(n, np.int64), np.zeros((n, 3, 2), np.float32), np.full((n, 3), -1, np.float32), np.full(n, 0.5, np.float32),
        ))
    return photos


def read_aligned_dogs(folder: Path, individuals: list[str], per_individual: int) -> list[Photo]:
    photos = []
    for name in individuals:
        for path in sorted((folder / name).glob("*.jpg"))[:per_individual]:
            photos.append(Photo(
                path, "dog-faces", ALIGNED_BOX[None].copy(), np.zeros(1, np.int64), ALIGNED_MARKS[None].copy(),
                np.full((1, 3), -1, np.float32), np.zeros(1, np.float32),
            ))
    return photos
