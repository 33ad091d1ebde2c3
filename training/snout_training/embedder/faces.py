"""Face crops for the embedder, packed once as one array per source, and the split by individual."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from ..copies import first_of_each
from ..detector.photos import fold_of

PACKED_SIDE = 224
# Packed crops of animals with one photo show this many times the head's box, so that zoom and turning stay inside the photo.
SINGLE_CONTEXT = 1.6
# By individual: a sixth is the test split, never looked at in tuning; a twenty-fifth is for validation.
TEST_SHARE, VALIDATION_SHARE = 1 / 6, 1 / 25


@dataclass
class Faces:
    """pixels [N,S,S,3] BGR uint8; labels [N] index into names (one per individual)."""

    pixels: np.ndarray
    labels: np.ndarray
    names: list[str]
    files: list[str]


def split_of(individual: str) -> str:
    fold = fold_of(f"dog {individual}")
    return "test" if fold < TEST_SHARE else "validation" if fold < TEST_SHARE + VALIDATION_SHARE else "train"


def square(image: np.ndarray, side: int) -> np.ndarray:
    """Whole image to side × side: aspect kept, centred, black around. The product's `--cropped`."""
    h, w = image.shape[:2]
    scale = side / max(h, w)
    nh, nw = max(1, round(h * scale)), max(1, round(w * scale))
    resized = cv2.resize(image, (nw, nh), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    out = np.zeros((side, side, 3), np.uint8)
    y, x = (side - nh) // 2, (side - nw) // 2
    out[y : y + nh, x : x + nw] = resized
    return out


def read_individuals(folder: Path, names: list[str], side: int = PACKED_SIDE) -> Faces:
    pixels, labels, files = [], [], []
    for i, name in enumerate(names):
        for path in sorted((folder / name).iterdir()):
            image = cv2.imread(str(path), cv2.IMREAD_COLOR)
            if image is None:
                continue
            pixels.append(square(image, side)), labels.append(i), files.append(f"{name}/{path.name}")
    return Faces(np.stack(pixels), np.array(labels), names, files)


def read_dogs(data: Path, split: str) -> Faces:
    folder = data / "dog-faces"
    return read_individuals(folder, [d for d in sorted(p.name for p in folder.iterdir()) if split_of(d) == split])


def read_cats(data: Path) -> Faces:
    folder = data / "cat-faces"
    return read_individuals(folder, sorted(p.name for p in folder.iterdir()))


def crop_around(image: np.ndarray, box: np.ndarray, marks: np.ndarray, seen: np.ndarray, scale: float, side: int) -> np.ndarray:
    """Square around the box's centre, turned so that two well seen eyes are level; black outside the photo.

    box [4], marks [3,2], in pixels of the photo; seen [3] bool.
    """
    centre = (box[:2] + box[2:]) / 2
    extent = max(box[2:] - box[:2]) * scale
    angle = 0.0
    if seen[0] and seen[1]:
        delta = marks[1] - marks[0]
        angle = float(np.arctan2(delta[1], delta[0]))
        if abs(angle) > np.pi / 4:
            angle = 0.0
    k = side / extent
    c, s = np.cos(-angle) * k, np.sin(-angle) * k
    linear = np.array([[c, -s], [s, c]])
    matrix = np.concatenate([linear, (np.array([side / 2, side / 2]) - linear @ centre)[:, None]], 1)
    if k < 1:
        image = cv2.GaussianBlur(image, (0, 0), 0.35 / k)
    return cv2.warpAffine(image, matrix, (side, side), flags=cv2.INTER_LINEAR)


def pack_singles(data: Path, labels: list[Path], species: int, out: Path) -> None:
    """Crops of animals with one photo each, from the grown labels [{file, boxes, species, marks, mark_mask}]. species: 0 dog, 1 cat."""
    crops = []
    entries = {data / e["file"]: e for path in labels for e in json.loads(path.read_text())}
    # The same picture twice would be two animals to the training, which then learns to tell an animal from itself.
    for entry in (entries[p] for p in first_of_each(list(entries))):
        image = cv2.imread(str(data / entry["file"]), cv2.IMREAD_COLOR)
        if image is None:
            continue
        for i, box in enumerate(np.array(entry["boxes"], np.float32).reshape(-1, 4)):
            if entry["species"][i] != species or max(box[2:] - box[:2]) < 36:
                continue
            marks = np.array(entry["marks"][i], np.float32)
            seen = np.array(entry["mark_mask"][i]) == 1
            crops.append(crop_around(image, box, marks, seen, SINGLE_CONTEXT, 176))
    np.save(out, np.stack(crops))
    print(f"{len(crops)} animals packed in {out}")
