"""Packs what the nose-leather network is trained on: `python -m snout_training.nose.pack --help`.

* Drawn close-ups with the box of the leather and the nostrils: exact (packages/drawn-pets, export-noses.ts --photos).
* Faces in real photos, as the product's own detector finds them (`snout embed`): where the nose is, and how wide the leather will be about. The outline is
  not known, so a band around it is not learned from.
* Places of the same photos without a nose.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import cv2
import numpy as np

from ..detector.photos import fold_of
from ..marks.pack import joined

# Side of every packed picture, px, and of the square around a nose in a real photo, in sides of the head's box.
SIDE, REACH = 192, 0.8
# Width of the leather in distances of the eyes, and its height in widths: judged by eye on 40 training photos.
WIDTH = {"dog": 0.5, "cat": 0.3}
HEIGHT = {"dog": 0.78, "cat": 0.72}
VALIDATION_FOLD = 0.1
# Landmarks that the detector is less sure of are not learned from.
SURE = 0.6


def square(image: np.ndarray, centre: np.ndarray, side: float) -> np.ndarray:
    scale = SIDE / side
    affine = np.array([[scale, 0, SIDE / 2 - scale * centre[0]], [0, scale, SIDE / 2 - scale * centre[1]]])
    smooth = cv2.GaussianBlur(image, (0, 0), 0.4 / scale) if scale < 0.6 else image
    return cv2.warpAffine(smooth, affine, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)


def faces(photos: Path, found: Path) -> tuple[list[np.ndarray], list[list[float]], list[np.ndarray], list[bool], list[bool]]:
    """Squares around noses with [cx, cy, w, h] of the leather in shares of the side; squares without a nose; of each, held out?"""
    pictures, labels, empty, held, empty_held = [], [], [], [], []
    for line in found.read_text().splitlines():
        photo = json.loads(line)
        image = cv2.imread(str(photos / Path(photo["file"]).name))
        if image is None or photo.get("error"):
            continue
        name = Path(photo["file"]).name
        is_held = fold_of(f"nose {name}") < VALIDATION_FOLD
        rng = np.random.default_rng(int(fold_of(name) * 2**32))
        noses = []
        for head in photo["heads"]:
            box, marks = np.array(head["box"]), head["landmarks"]
            nose, eyes = marks["nose"], [marks["leftEye"], marks["rightEye"]]
            if nose is None:
                continue
            centre, side = np.array(nose[:2], float), REACH * float(max(box[2:] - box[:2]))
            noses.append((centre, side))
            if min(box[2:] - box[:2]) < 60 or None in eyes or head["score"] < SURE:
                continue
            apart = float(np.linalg.norm(np.array(eyes[0][:2], float) - np.array(eyes[1][:2], float)))
            # Seen from the side the eyes are near each other, and the width of the leather is not known.
            if apart < 0.3 * min(box[2:] - box[:2]):
                continue
            width = WIDTH[head["species"]] * apart / side
            pictures.append(square(image, centre, side)), held.append(is_held)
            labels.append([0.5, 0.5, width, HEIGHT[head["species"]] * width])
            # The same head without its nose: what lies beside it, at the size of a close-up of a nose.
            for turn in rng.uniform(0, 2 * np.pi, 2):
                other = centre + side * 0.75 * np.array([np.cos(turn), np.sin(turn) - 0.35])
                empty.append(square(image, other, side * rng.uniform(0.35, 0.7))), empty_held.append(is_held)
        h, w = image.shape[:2]
        for _ in range(2):
            side = min(h, w) * rng.uniform(0.2, 0.5)
            at = rng.uniform(side / 2, np.array([w, h]) - side / 2)
            if all(np.abs(at - centre).max() > (side + reach) / 2 for centre, reach in noses):
                empty.append(square(image, at, side)), empty_held.append(is_held)
    return pictures, labels, empty, held, empty_held


def drawn(folder: Path) -> tuple[list[np.ndarray], list[list[float]]]:
    """Close-ups with [x0, y0, x1, y1] of the leather and x, y of both nostrils, in shares of the side."""
    pictures, labels = [], []
    for nose in sorted(folder.iterdir()):
        for photo in json.loads((nose / "nose.json").read_text()):
            image = cv2.imread(str(nose / photo["file"]))
            pictures.append(cv2.resize(image, (SIDE, SIDE), interpolation=cv2.INTER_AREA))
            labels.append((np.array([*photo["leather"], *photo["nostrils"][0], *photo["nostrils"][1]]) / image.shape[0]).tolist())
    return pictures, labels


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", type=Path, required=True, help="folder of training photos: see marks/pack.py, training_photos")
    parser.add_argument("--found", type=Path, required=True, help="what `snout embed` prints of them")
    parser.add_argument("--noses", type=Path, required=True, help="folder with train/ and validation/ of drawn close-ups")
    parser.add_argument("--out", type=Path, default=Path("work/nose-region/pictures.npz"))
    args = parser.parse_args()
    pictures, labels, empty, held, empty_held = faces(args.photos, args.found)
    lists = {"faces": pictures, "empty": empty}
    arrays = {"faces_labels": np.array(labels, np.float32), "faces_held": np.array(held), "empty_held": np.array(empty_held)}
    for split in ("train", "validation"):
        lists[f"drawn_{split}"], drawn_labels = drawn(args.noses / split)
        arrays[f"drawn_{split}_labels"] = np.array(drawn_labels, np.float32)
    for name, images in lists.items():
        arrays[name], arrays[f"{name}_ends"] = joined(images)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez(args.out, **arrays)
    print(", ".join(f"{len(v)} {k}" for k, v in lists.items()), f"in {args.out}, {args.out.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
