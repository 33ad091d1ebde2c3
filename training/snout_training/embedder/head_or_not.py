"""Teaches the embedder to say whether a crop shows a head at all: `python -m snout_training.embedder.head_or_not --help`.

The detector takes ears, paws and knots of fur for heads now and then. The embedder sees each finding from near with features of its own, so a
linear layer on them knows better. It learns from what the released detector finds: in photos labelled by eye every finding is known to be a head
or not; in the unlabelled ones, which show one animal nearly always, weak findings beside a sure one are not.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from ..detector.grow import held_out, unlabelled_photos
from ..detector.photos import Photo, fold_of, read_heads_json, read_labels
from ..detector.predict import Candidates, overlaps, predict_closely, released
from ..detector.train import CHECKED, CHECKED_VALIDATION, TEST_FOLD, VALIDATION_FOLD
from ..copies import copies_of
from ..release.restore import read_embedders
from .faces import crop_around
from .model import FaceEmbedders

FOUND_FROM, SURE, WEAK = 0.15, 0.6, 0.3
CROP_SCALE, SIDE = 1.25, 160
# Columns of what is known of a finding: photo, detector's score, IoU with the best head, that head's number, IoU with an area not judged.
PHOTO, SCORE, IOU, HEAD, IGNORED = range(5)


def findings(candidates: Candidates, photos: list[Photo]) -> tuple[np.ndarray, np.ndarray]:
    """Crops [N,S,S,3] BGR of all findings, and [N,5] of what is known of them."""
    crops, known = [], []
    for number, photo in enumerate(photos):
        image = cv2.imread(str(photo.path), cv2.IMREAD_COLOR)
        for row in predict_closely(candidates, image, FOUND_FROM):
            heads = overlaps(row, photo.boxes) if len(photo.boxes) else np.zeros(1)
            ignored = overlaps(row, photo.ignore).max() if len(photo.ignore) else 0.0
            crops.append(crop_of(image, row))
            known.append((number, row[4:6].max(), heads.max(), heads.argmax(), ignored))
    return np.stack(crops), np.array(known)


def weak_findings(candidates: Candidates, paths: list[Path]) -> np.ndarray:
    """Crops of weak findings beside a sure one."""
    crops = []
    for path in paths:
        image = cv2.imread(str(path), cv2.IMREAD_COLOR)
        rows = [] if image is None else predict_closely(candidates, image, FOUND_FROM)
        if len(rows) < 2 or rows[0][4:6].max() < SURE:
            continue
        apart = overlaps(rows[0], rows) < 0.05
        crops.extend(crop_of(image, row) for row in rows[apart] if row[4:6].max() < WEAK)
    return np.stack(crops)


def crop_of(image: np.ndarray, row: np.ndarray) -> np.ndarray:
    return crop_around(image, row[:4], row[6:12].reshape(3, 2), row[12:15] >= 0.6, CROP_SCALE, SIDE)


@torch.no_grad()
def features(model: FaceEmbedders, crops: np.ndarray) -> Tensor:
    """[N,1280 K]: mean of the crop's and its mirror image's, as in the exported graph."""
    rows = []
    for start in range(0, len(crops), 32):
        x = torch.from_numpy(np.ascontiguousarray(crops[start : start + 32, :, :, ::-1])).permute(0, 3, 1, 2).float() / 127.5 - 1
        x = x.contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            rows.append((model.features(x) + model.features(x.flip(3))).float() / 2)
    return torch.cat(rows)


def fit(x: Tensor, y: Tensor, shrink: float) -> tuple[Tensor, Tensor]:
    """Logistic regression on standardised features, given back for features as they are: weights [D], bias [1]."""
    mean, spread = x.mean(0), x.std(0) + 1e-3
    z = (x - mean) / spread
    weight, bias = torch.zeros(x.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, bias], max_iter=300)

    def closure() -> Tensor:
        optimiser.zero_grad()
        loss = F.binary_cross_entropy_with_logits(z @ weight + bias, y) + shrink * weight.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    plain = weight.detach() / spread
    return plain, bias.detach() - plain @ mean


def log_odds(p: np.ndarray) -> np.ndarray:
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def curve(scores: np.ndarray, known: np.ndarray, photos: list[Photo]) -> list[tuple[float, float, float]]:
    """(false heads a photo, recall of heads of 40 px or more, threshold) at every threshold, fewest false heads first."""
    wanted = {(i, j) for i, p in enumerate(photos) for j, b in enumerate(p.boxes) if max(b[2:] - b[:2]) >= 40}
    hit: set[tuple[int, int]] = set()
    false, rows = 0, []
    for i in np.argsort(-scores):
        head = (int(known[i, PHOTO]), int(known[i, HEAD]))
        if known[i, IOU] >= 0.5 and head not in hit:
            hit.add(head)
        elif known[i, IGNORED] <= 0.3:
            false += 1
        rows.append((false / len(photos), len(hit & wanted) / len(wanted), float(scores[i])))
    return rows


def best_recalls(rows: list[tuple[float, float, float]], limits: tuple[float, ...] = (0.03, 0.05, 0.1, 0.15, 0.2)) -> list[tuple[float, float]]:
    """(recall, threshold) at each limit of false heads a photo."""
    return [max(((r, t) for f, r, t in rows if f <= limit), default=(0.0, 1.0)) for limit in limits]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--detector", type=Path, default=Path("../models/head-detector/weights.onnx"))
    parser.add_argument("--weights", type=Path, nargs="+", required=True, help="the embedder's networks: .pt, or an .onnx as face-embedder-1 was")
    parser.add_argument("--unlabelled", type=int, default=1500, help="photos of each kind without labels")
    parser.add_argument("--shrink", type=float, nargs="*", default=[0.01, 0.03, 0.1, 0.3])
    parser.add_argument("--parts", type=float, nargs="*", default=[0.15, 0.25, 0.35, 0.5], help="weight of this answer beside the detector's")
    args = parser.parse_args()
    cv2.setNumThreads(1)
    candidates = released(args.detector)
    model = read_embedders(args.weights).to(memory_format=torch.channels_last)
    heads = read_heads_json(args.data / "heads", "heads")
    judged = [p for p in heads if TEST_FOLD <= fold_of(p.path.name) < VALIDATION_FOLD] + read_labels(CHECKED_VALIDATION, args.data, "validation")
    labelled = [p for p in heads if fold_of(p.path.name) >= VALIDATION_FOLD] + read_labels(CHECKED, args.data, "labelled by eye")
    packed = args.work / "findings.npz"
    if not packed.exists():
        kept_away, rng, weak = held_out(args.data), np.random.default_rng(1), []
        for name in ("unlabelled-cats", "unlabelled-dogs"):
            paths = unlabelled_photos(args.data / name, test=False)
            copies = copies_of(paths, kept_away)
            weak.append(weak_findings(candidates, [p for p in (paths[i] for i in rng.permutation(len(paths))[: args.unlabelled]) if p not in copies]))
        crops, known = findings(candidates, labelled)
        judged_crops, judged_known = findings(candidates, judged)
        np.savez(packed, crops=crops, known=known, judged_crops=judged_crops, judged_known=judged_known, weak=np.concatenate(weak))
    found = np.load(packed)
    known, judged_known = found["known"], found["judged_known"]
    is_head, is_none = known[:, IOU] >= 0.5, (known[:, IOU] < 0.25) & (known[:, IGNORED] < 0.25)
    print(f"{is_head.sum()} heads, {is_none.sum()} findings that are none, {len(found['weak'])} weak ones beside a sure one; judged on {len(judged)} photos", flush=True)
    x = torch.cat([features(model, found["crops"][is_head | is_none]), features(model, found["weak"])])
    y = torch.cat([torch.from_numpy(is_head[is_head | is_none].astype(np.float32)), torch.zeros(len(found["weak"]))])
    z = features(model, found["judged_crops"])
    alone = best_recalls(curve(log_odds(judged_known[:, SCORE]), judged_known, judged))
    print("detector alone: " + " ".join(f"{r:.3f}" for r, _ in alone) + "  (recall at 0.03, 0.05, 0.1, 0.15, 0.2 false heads a photo)", flush=True)
    best = -1.0
    for shrink in args.shrink:
        weight, bias = fit(x, y, shrink)
        answers = (z @ weight + bias).numpy()
        for part in args.parts:
            recalls = best_recalls(curve(log_odds(judged_known[:, SCORE]) + part * answers, judged_known, judged))
            score = float(np.mean([r for r, _ in recalls]))
            print(f"shrink {shrink:g}, part {part:g}: " + " ".join(f"{r:.3f}" for r, _ in recalls) + f" | {score:.4f}", flush=True)
            if score > best:
                best, kept = score, {"weight": weight, "bias": bias}
                words = json.dumps({"shrink": shrink, "part": part, "thresholds": [round(float(1 / (1 + np.exp(-t))), 4) for _, t in recalls]})
    torch.save(kept, args.work / "head-or-not.pt")
    print(f"kept: {words}")


if __name__ == "__main__":
    main()
