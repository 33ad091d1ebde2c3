"""Grows the labels by self-training: a detector's own sure findings on photos whose species is known, for the next round.

Writes work/grown-labels/<source>.json: [{file, boxes, species, marks, mark_mask, box_weight, ignore}], file relative to
the data folder. What is doubtful becomes an area in which nothing is judged.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import cv2
import numpy as np

from ..copies import copies_of
from .photos import ALIGNED_BOX, ALIGNED_MARKS, Photo, fold_of, read_aligned_dogs, read_yolo
from .predict import overlap, predict_averaged, released
from .train import VALIDATION_FOLD

# Of the photos without labels, those whose name hashes below this are never trained on: test photos come from among them.
UNLABELLED_TEST_FOLD = 0.06
# Between the two nothing is judged. Below, findings are hardly ever heads when looked at, and leaving them unjudged (seen: from 0.25 on) takes the hard
# examples out of training: dark blobs become heads.
SURE, DOUBTFUL = 0.42, 0.38
SEEN, HIDDEN = 0.6, 0.15
# A found box is worth little as a lesson in drawing boxes: it would only repeat the finder's own habits.
FOUND_BOX, CHECKED_BOX, ALIGNED_FACE_BOX = 0.15, 0.5, 0.1


def marks_of(row: np.ndarray) -> tuple[list, list]:
    confidence = row[12:15]
    mask = np.where(confidence >= SEEN, 1, np.where(confidence < HIDDEN, 0, -1))
    return row[6:12].reshape(3, 2).round(1).tolist(), mask.tolist()


def entry_of(file: str, rows: np.ndarray, species: int, weight: float) -> dict | None:
    sure = [r for r in rows if r[4:6].max() >= SURE]
    if not sure:
        return None
    marks, masks = zip(*(marks_of(r) for r in sure), strict=True)
    return {
        "file": file, "boxes": [r[:4].round(1).tolist() for r in sure], "species": [species] * len(sure), "marks": list(marks),
        "mark_mask": list(masks), "box_weight": [weight] * len(sure),
        "ignore": [r[:4].round(1).tolist() for r in rows if r[4:6].max() < SURE],
    }


def check_cat_boxes(photo: Photo, rows: np.ndarray, file: str) -> dict:
    """Drawn boxes stay, moved halfway to a finding that agrees; findings nobody drew are not judged."""
    boxes, marks, masks, weights, used = [], [], [], [], set()
    for box in photo.boxes:
        fits = sorted(((overlap(np.concatenate([box, np.zeros(12)]), r), i) for i, r in enumerate(rows)), reverse=True)
        if fits and fits[0][0] >= 0.5:
            row = rows[fits[0][1]]
            used.add(fits[0][1])
            point, mask = marks_of(row)
            boxes.append(((box + row[:4]) / 2).round(1).tolist()), marks.append(point), masks.append(mask), weights.append(CHECKED_BOX)
        else:
            boxes.append(box.round(1).tolist()), marks.append([[0, 0]] * 3), masks.append([-1] * 3), weights.append(0.4)
    ignore = [r[:4].round(1).tolist() for i, r in enumerate(rows) if i not in used]
    return {"file": file, "boxes": boxes, "species": [1] * len(boxes), "marks": marks, "mark_mask": masks, "box_weight": weights, "ignore": ignore}


def check_aligned_dog(rows: np.ndarray, file: str) -> dict | None:
    known = np.concatenate([ALIGNED_BOX, np.zeros(12)])
    fits = [r for r in rows if overlap(known, r) >= 0.4 and r[4:6].max() >= SURE]
    if not fits:
        return None
    row = fits[0]
    points, mask = marks_of(row)
    near = np.linalg.norm(np.array(points) - ALIGNED_MARKS, axis=1) < 25
    mask = [m if n else -1 for m, n in zip(mask, near, strict=True)]
    others = [r[:4].round(1).tolist() for r in rows if r is not row]
    return {"file": file, "boxes": [row[:4].round(1).tolist()], "species": [0], "marks": [points], "mark_mask": [mask],
            "box_weight": [ALIGNED_FACE_BOX], "ignore": others}


def held_out(data: Path) -> list[Path]:
    """Every photo that figures are reported on or chosen by, for the detector."""
    heads = [p for p in sorted((data / "heads").glob("*.jpg")) if fold_of(p.name) < VALIDATION_FOLD]
    unlabelled = [p for source in ("unlabelled-dogs", "unlabelled-cats") for p in unlabelled_photos(data / source, test=True)]
    return heads + sorted((data / "cat-head-boxes" / "val").glob("*.jpg")) + unlabelled


def unlabelled_photos(folder: Path, test: bool) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file() and (fold_of(p.name) < UNLABELLED_TEST_FOLD) == test)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--only", nargs="*", default=["unlabelled-cats", "cat-head-boxes", "unlabelled-dogs", "dog-faces"])
    args = parser.parse_args()
    cv2.setNumThreads(1)
    candidates = released(args.weights)
    out = args.work / "grown-labels"
    out.mkdir(parents=True, exist_ok=True)
    kept_away = held_out(args.data)
    for source in args.only:
        entries, asked = [], 0
        if source.startswith("unlabelled"):
            species, sides = (1, (224, 288)) if source == "unlabelled-cats" else (0, (320, 416))
            paths = unlabelled_photos(args.data / source, test=False)
            copies = copies_of(paths, kept_away)
            print(f"{source}: {len(copies)} photos left out: copies of photos that figures are reported on", flush=True)
            for path in (p for p in paths if p not in copies):
                asked += 1
                image = cv2.imread(str(path), cv2.IMREAD_COLOR)
                if image is None:
                    continue
                rows = predict_averaged(candidates, image, DOUBTFUL, sides)
                entries.append(entry_of(str(path.relative_to(args.data)), rows, species, FOUND_BOX))
        elif source == "cat-head-boxes":
            photos = read_yolo(args.data / source / "train")
            copies = copies_of([p.path for p in photos], kept_away)
            for photo in (p for p in photos if p.path not in copies):
                asked += 1
                rows = predict_averaged(candidates, cv2.imread(str(photo.path)), DOUBTFUL, (320, 416))
                entries.append(check_cat_boxes(photo, rows, str(photo.path.relative_to(args.data))))
        else:
            dogs = [d for d in sorted(p.name for p in (args.data / source).iterdir()) if fold_of(d) >= VALIDATION_FOLD]
            for photo in read_aligned_dogs(args.data / source, dogs, 2):
                asked += 1
                rows = predict_averaged(candidates, cv2.imread(str(photo.path)), DOUBTFUL, (192, 224))
                entries.append(check_aligned_dog(rows, str(photo.path.relative_to(args.data))))
        kept = [e for e in entries if e]
        (out / f"{source}.json").write_text(json.dumps(kept))
        print(f"{source}: {len(kept)} of {asked} photos kept, {sum(len(e['boxes']) for e in kept)} heads", flush=True)


if __name__ == "__main__":
    main()
