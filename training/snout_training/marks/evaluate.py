"""Figures for tuning: how well marks tell two photos of one animal from photos of two, with SIFT and ORB beside.

`python -m snout_training.marks.evaluate --data $DATA --noses work/noses-validation --weights work/marks.pt`. The score of two photos is
the number of matches that agree on one homography. Validation animals only; published figures are those of found.py.

Sets: drawn noses of each rung (two photos a nose); cattle muzzles, of which the data folder has one picture an animal, so that their
second "photo" is made by the warps and light of training: a figure on simulated pairs; dogs' and cats' faces, real photos of different days.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch

from ..detector.photos import fold_of
from ..embedder.faces import split_of, square
from ..embedder.metrics import equal_error_rate
from .features import RATIO, Extractor, Marks, classical, inliers, learned, match
from .model import MarkNet
from .pack import cattle_pictures
from .photometry import Darkroom
from .pictures import SIDE
from .warps import draw_pair


@dataclass
class TestSet:
    """images [N], RGB uint8 [SIDE,SIDE,3]; labels [N], one number per animal."""

    name: str
    images: list[np.ndarray]
    labels: np.ndarray


def read(path: Path) -> np.ndarray:
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if image is None:
        raise ValueError(f"{path} is not a readable photo")
    return np.ascontiguousarray(square(image, SIDE)[:, :, ::-1])


def drawn_noses(folder: Path, rung: str) -> TestSet:
    paths = sorted(folder.glob(f"nose-*/{rung}-*.jpg"))
    if not paths:
        raise SystemExit(f"{folder} has no photos of drawn noses: make them with packages/drawn-pets/src/nose/export-noses.ts --photos 2")
    names = sorted({p.parent.name for p in paths})
    return TestSet(f"drawn noses, {rung}", [read(p) for p in paths], np.array([names.index(p.parent.name) for p in paths]))


def simulated_cattle(data: Path, split: str = "validation") -> TestSet:
    pictures = []
    for path in cattle_pictures(data, split):
        image = cv2.imread(str(path), cv2.IMREAD_COLOR)
        h, w = image.shape[:2]
        side = min(h, w)
        # Muzzles lie a little below the middle.
        top, left = int((h - side) * 0.6), (w - side) // 2
        pictures.append(cv2.resize(image[top : top + side, left : left + side], (SIDE, SIDE), interpolation=cv2.INTER_AREA)[:, :, ::-1])
    colours = torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).float() / 255
    random = torch.Generator().manual_seed(12)
    room = Darkroom(colours.device, random)
    images = []
    for warp in draw_pair(len(colours), colours.device, random):
        view = room.photos(colours, 0, colours[:0, :1], warp, SIDE)
        images.extend((view * 255).byte().permute(0, 2, 3, 1).expand(-1, -1, -1, 3).numpy())
    return TestSet("cattle muzzles, simulated pairs", [np.ascontiguousarray(i) for i in images], np.tile(np.arange(len(colours)), 2))


def faces(folder: Path, individuals: list[str], photos: int, name: str) -> TestSet:
    """`photos` of each individual, drawn by the hash of their names."""
    images, labels = [], []
    for label, individual in enumerate(individuals):
        files = sorted((folder / individual).iterdir(), key=lambda p: fold_of(f"{individual}/{p.name}"))[:photos]
        if len(files) > 1:
            images.extend(read(f) for f in files), labels.extend([label] * len(files))
    return TestSet(name, images, np.array(labels))


def scores(marks: list[Marks], ratio: float) -> np.ndarray:
    """[N,N], symmetric: inliers of every pair."""
    out = np.zeros((len(marks), len(marks)), int)
    for i in range(len(marks)):
        for j in range(i):
            out[i, j] = out[j, i] = inliers(marks[i], marks[j], match(marks[i], marks[j], ratio))
    return out


def evaluate(test: TestSet, name: str, extract: Extractor) -> None:
    began = time.time()
    marks = [extract(image) for image in test.images]
    similarity = scores(marks, RATIO[name])
    same = test.labels[:, None] == test.labels[None]
    upper = np.triu(np.ones_like(same), 1)
    mated, non_mated = similarity[same & upper].astype(float), similarity[~same & upper].astype(float)
    np.fill_diagonal(similarity, -1)
    first = np.array([similarity[i][same[i] & (np.arange(len(same)) != i)].max() > similarity[i][~same[i]].max() for i in range(len(same))])
    print(f"{test.name} | {name} | EER {100 * equal_error_rate(mated, non_mated):.1f} % ({len(mated)} mated, {len(non_mated)} non-mated) | "
          f"rank-1 {first.sum()} of {len(first)} | inliers, median: mated {np.median(mated):.0f}, non-mated {np.median(non_mated):.0f}, "
          f"their 99.9th percentile {np.quantile(non_mated, 0.999):.0f} | marks {np.mean([len(m.points) for m in marks]):.0f} | "
          f"{time.time() - began:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--noses", type=Path, default=Path("work/noses-validation"))
    parser.add_argument("--weights", type=Path, help="what train.py made; without it an untrained network")
    parser.add_argument("--features", nargs="+", choices=["learned", "sift", "orb"], default=["learned", "sift", "orb"])
    parser.add_argument("--sets", nargs="+", choices=["noses", "cattle", "dogs", "cats"], default=["noses", "cattle", "dogs", "cats"])
    args = parser.parse_args()
    cv2.setNumThreads(1)
    torch.manual_seed(1)
    model = MarkNet()
    if args.weights:
        model.load_state_dict(torch.load(args.weights, weights_only=True, map_location="cpu"))
    extractors = {"learned": learned(model), "sift": classical("sift"), "orb": classical("orb")}
    tests: list[TestSet] = []
    if "noses" in args.sets:
        tests += [drawn_noses(args.noses, rung) for rung in ("easy", "middle", "hard")]
    if "cattle" in args.sets:
        tests.append(simulated_cattle(args.data))
    if "dogs" in args.sets:
        folder = args.data / "dog-faces"
        dogs = sorted(p.name for p in folder.iterdir() if split_of(p.name) == "validation")
        tests.append(faces(folder, dogs, 2, "dogs' faces"))
    if "cats" in args.sets:
        folder = args.data / "cat-faces"
        tests.append(faces(folder, sorted(p.name for p in folder.iterdir()), 4, "cats' faces"))
    for test in tests:
        for name in args.features:
            evaluate(test, name, extractors[name])


if __name__ == "__main__":
    main()
