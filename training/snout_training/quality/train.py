"""Trains the quality model: `python -m snout_training.quality.train --help`.

Utility is what the embedder makes of a photo: how near its template lies to the individual's other photos. Sharpness, light,
visibility and glare are learned from defects of known degree. Frontality is not: the product reads it off the landmarks.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from pathlib import Path

import cv2
import numpy as np
import torch
from torch.nn import functional as F

from ..embedder.augment import warp
from ..embedder.faces import Faces, crop_around, read_dogs
from ..embedder.model import FaceEmbedder
from ..embedder.train import embed
from .model import FACTORS, HeadQuality
from .spoil import cover, relight, shine, unfocus

# Head boxes per crop side, as the product cuts them, give or take.
CROP_SCALE = 1.25
# Only the order of similarities matters for utility, and fewer pixels take half the time.
UTILITY_SIDE = 128


def frontality_of(marks: np.ndarray, mask: np.ndarray) -> float | None:
    """1: the nose lies midway between the eyes; 0: half an eye distance or more to the side, or an eye is hidden."""
    if (mask == 0)[:2].any() and (mask == 1).sum() >= 1:
        return 0.0
    if not (mask == 1).all():
        return None
    eyes = marks[1] - marks[0]
    distance = float(np.linalg.norm(eyes))
    if distance < 1:
        return None
    along = float((marks[2] - (marks[0] + marks[1]) / 2) @ eyes) / distance**2
    return float(np.clip(1 - 2 * abs(along), 0, 1))


def spoiled(image: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, dict[str, float]]:
    """Half of the pictures stay as they are, the others get one or two defects."""
    factors = {"sharpness": 1.0, "light": 0.5, "visibility": 1.0, "glare": 0.0}
    if rng.random() < 0.4:
        return image, factors
    kinds = rng.permutation(4)[: 1 + int(rng.random() < 0.3)]
    for kind in sorted(kinds, key=lambda k: (2, 3, 1, 0).index(k)):
        name, defect = (("sharpness", unfocus), ("light", relight), ("visibility", cover), ("glare", shine))[kind]
        image, factors[name] = defect(image, rng)
    return image, factors


def headed_crops(data: Path, work: Path, side: int, most: int) -> tuple[list[np.ndarray], list[float | None], list[float]]:
    """Crops around labelled heads with their frontality and their own sharpness (few pixels are unsharp from the start)."""
    entries = [(data / e["file"], e) for name in ("unlabelled-cats", "unlabelled-dogs") for e in json.loads((work / "grown-labels" / f"{name}.json").read_text())]
    rng = np.random.default_rng(5)
    crops, frontal, sharp = [], [], []
    for i in rng.permutation(len(entries))[:most]:
        path, entry = entries[i]
        image = cv2.imread(str(path), cv2.IMREAD_COLOR)
        box, marks, mask = (np.array(entry[k][0], np.float32) for k in ("boxes", "marks", "mark_mask"))
        length = float(max(box[2:] - box[:2]))
        if length < 40:
            continue
        crops.append(crop_around(image, box, marks, mask == 1, CROP_SCALE * 1.12, side))
        frontal.append(frontality_of(marks, mask))
        sigma = 0.5 * max(0.0, side / CROP_SCALE / length - 1)
        sharp.append(1 / (1 + (sigma * 160 / side / 2) ** 2))
    return crops, frontal, sharp


def dog_samples(dogs: Faces, embedder: FaceEmbedder, side: int, count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Pictures and targets [N,5] (NaN: not known) with utility from the individual's other photos."""
    clean = embed(embedder, dogs.pixels, UTILITY_SIDE)
    sums = np.zeros((len(dogs.names), clean.shape[1]), np.float32)
    np.add.at(sums, dogs.labels, clean)
    chosen = rng.permutation(np.resize(np.arange(len(dogs.labels)), count))
    pictures, targets = [], np.full((count, len(FACTORS)), np.nan, np.float32)
    for row, i in enumerate(chosen):
        image, factors = spoiled(warp(dogs.pixels[i], side, rng, (0.72, 0.95), rng.random() < 0.5), rng)
        pictures.append(image)
        for name, value in factors.items():
            targets[row, FACTORS.index(name)] = value
    pixels = np.stack(pictures)
    vectors = embed(embedder, pixels, UTILITY_SIDE)
    others = sums[dogs.labels[chosen]] - clean[chosen]
    others /= np.linalg.norm(others, axis=1, keepdims=True)
    similarity = (vectors * others).sum(1)
    targets[:, 0] = scaled(similarity)
    return pixels, targets


def cat_samples(work: Path, data: Path, embedder: FaceEmbedder, side: int, count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """One photo per cat or dog: utility is what the defect leaves of the template."""
    crops, frontal, sharp = headed_crops(data, work, side, count)
    targets = np.full((len(crops), len(FACTORS)), np.nan, np.float32)
    pictures = []
    for row, crop in enumerate(crops):
        image, factors = spoiled(warp(crop, side, rng, (0.85, 0.95), False), rng)
        pictures.append(image)
        for name, value in factors.items():
            targets[row, FACTORS.index(name)] = value
        targets[row, FACTORS.index("sharpness")] *= sharp[row]
    pixels = np.stack(pictures)
    similarity = (embed(embedder, pixels, UTILITY_SIDE) * embed(embedder, np.stack(crops), UTILITY_SIDE)).sum(1)
    known = np.array([f if f is not None else 0.5 for f in frontal])
    # A profile keeps its own template but matches few others: half of the utility hangs on the pose.
    targets[:, 0] = scaled(similarity, high=0.97) * (0.6 + 0.4 * known)
    return pixels, targets


def scaled(similarity: np.ndarray, low: float = 0.1, high: float | None = None) -> np.ndarray:
    high = float(np.quantile(similarity, 0.9)) if high is None else high
    return np.clip((similarity - low) / (high - low), 0, 1).astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--embedder", type=Path, required=True)
    parser.add_argument("--side", type=int, default=160)
    parser.add_argument("--dogs", type=int, default=7000)
    parser.add_argument("--others", type=int, default=4000)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    packed = args.work / "quality-samples.npz"
    if packed.exists():
        pixels, targets = (np.load(packed)[k] for k in ("pixels", "targets"))
    else:
        embedder = FaceEmbedder()
        embedder.load_state_dict(torch.load(args.embedder, weights_only=True))
        embedder = embedder.eval().to(memory_format=torch.channels_last)
        dogs = dog_samples(read_dogs(args.data, "train"), embedder, args.side, args.dogs, rng)
        others = cat_samples(args.work, args.data, embedder, args.side, args.others, rng)
        pixels, targets = np.concatenate([dogs[0], others[0]]), np.concatenate([dogs[1], others[1]])
        np.savez(packed, pixels=pixels, targets=targets)
    print(f"{len(pixels)} pictures; mean targets {dict(zip(FACTORS, np.nanmean(targets, 0).round(2).tolist(), strict=True))}", flush=True)
    order = rng.permutation(len(pixels))
    held, used = order[: len(order) // 12], order[len(order) // 12 :]
    model = HeadQuality().to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.01)
    batch, began = 64, time.time()
    steps = args.epochs * (len(used) // batch)
    for step in range(steps):
        progress = max(step / steps, (time.time() - began) / 60 / args.minutes)
        if progress >= 1:
            break
        if step % (len(used) // batch) == 0:
            used = rng.permutation(used)
        for group in optimiser.param_groups:
            group["lr"] = 2e-3 * min(1, (step + 1) / 100) * 0.5 * (1 + math.cos(math.pi * progress))
        at = (step % (len(used) // batch)) * batch
        rows = used[at : at + batch]
        x = tensor_of(pixels[rows])
        if rng.random() < 0.5:
            x = x.flip(3)
        target = torch.from_numpy(targets[rows])
        model.train()
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(x)
        known = ~target.isnan()
        loss = F.binary_cross_entropy_with_logits(logits.float()[known], target[known])
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        if (step + 1) % 100 == 0:
            print(f"step {step + 1}/{steps} {(time.time() - began) / 60:.1f} min loss {loss.item():.4f}", flush=True)
    model.eval()
    with torch.no_grad():
        got = np.concatenate([model(tensor_of(pixels[held[i : i + 64]])).sigmoid().numpy() for i in range(0, len(held), 64)])
    for i, name in enumerate(FACTORS):
        known = ~np.isnan(targets[held, i])
        r = np.corrcoef(got[known, i], targets[held][known, i])[0, 1]
        print(f"{name}: correlation on held-out pictures {r:.3f} (n = {known.sum()})")
    torch.save(model.state_dict(), args.work / "quality.pt")


def tensor_of(pixels: np.ndarray) -> torch.Tensor:
    x = torch.from_numpy(np.ascontiguousarray(pixels[:, :, :, ::-1])).permute(0, 3, 1, 2).float() / 127.5 - 1
    return x.contiguous(memory_format=torch.channels_last)


if __name__ == "__main__":
    main()
