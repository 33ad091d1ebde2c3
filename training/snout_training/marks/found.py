"""Marks of every photo of the test and validation sets, learned ones and SIFT's and ORB's, for the product to compare by its own rule.

`python -m snout_training.marks.found --data $DATA --sets validation` (or test, which is for figures, not for choosing). Then, in the root,
`node bench/src/run-marks-figures.ts` writes docs/evaluation/marks.md. The same crops for all three kinds: square, 320 px.

OUT/<set>.json: {"individuals": [a number a photo], "kinds": {kind: {"dimensions", "counts": [marks of each photo]}}}; OUT/<set>.<kind>.bin: of
each photo its points (x, y), then its vectors, float32, little endian.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import onnxruntime

from ..embedder.faces import split_of
from .evaluate import TestSet, drawn_noses, faces, simulated_cattle
from .features import Extractor, classical, marks_of

# Of a test dog and of a validation animal; all that there are of most.
TEST_PHOTOS, VALIDATION_PHOTOS = 3, 6


def released(weights: Path) -> Extractor:
    session = onnxruntime.InferenceSession(str(weights), providers=["CPUExecutionProvider"])
    return lambda image: marks_of(session.run(["marks"], {"crop": image[None]})[0])


def test_sets(data: Path, noses: Path, split: str) -> Iterator[tuple[str, TestSet]]:
    for rung in ("easy", "middle", "hard"):
        yield f"noses-{rung}", drawn_noses(noses, rung)
    dogs = sorted(p.name for p in (data / "dog-faces").iterdir() if split_of(p.name) == split)
    yield "dogs", faces(data / "dog-faces", dogs, TEST_PHOTOS if split == "test" else VALIDATION_PHOTOS, "dogs' faces")
    if split == "validation":
        yield "cats", faces(data / "cat-faces", sorted(p.name for p in (data / "cat-faces").iterdir()), VALIDATION_PHOTOS, "cats' faces")
    yield "cattle", simulated_cattle(data, split)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--noses", type=Path, help="drawn photos of the split; work/noses-<split> unless given")
    parser.add_argument("--split", choices=["validation", "test"], required=True)
    parser.add_argument("--sets", nargs="+", help="only these, e.g. noses-hard dogs")
    parser.add_argument("--weights", type=Path, default=Path("../models/marks/weights.onnx"))
    parser.add_argument("--out", type=Path, default=Path("work/found"))
    args = parser.parse_args()
    cv2.setNumThreads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    extractors = {"learned": released(args.weights), "sift": classical("sift"), "orb": classical("orb")}
    for name, test in test_sets(args.data, args.noses or Path(f"work/noses-{args.split}"), args.split):
        if args.sets and name not in args.sets:
            continue
        kinds = {}
        for kind, extract in extractors.items():
            marks = [extract(image) for image in test.images]
            flat = np.concatenate([np.concatenate([m.points.ravel(), m.vectors.ravel()]) for m in marks]).astype("<f4")
            flat.tofile(args.out / f"{args.split}-{name}.{kind}.bin")
            kinds[kind] = {"dimensions": max(m.vectors.shape[1] for m in marks), "counts": [len(m.points) for m in marks]}
        (args.out / f"{args.split}-{name}.json").write_text(json.dumps({"individuals": test.labels.tolist(), "kinds": kinds}) + "\n")
        print(f"{args.split}-{name}: {len(test.images)} photos of {len(set(test.labels.tolist()))} individuals", flush=True)


if __name__ == "__main__":
    main()
