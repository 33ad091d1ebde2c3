"""Fits the embedder's calibration on individuals that no model was trained on, and writes it into its model.json.

Mated comparisons come from the validation individuals alone. Non-mated ones too, and besides from every validation photo against single
photos of thousands of other animals (training individuals, cut alike), so that thresholds down to an FMR of 1e-5 are measured and not
guessed. At each FMR the stricter of the two thresholds is kept.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import cv2
import numpy as np
import onnxruntime

from ..embedder.faces import Faces, read_cats, read_dogs
from ..embedder.model import DIMENSIONS
from ..sampling import whole_crop

RATES = (1e-1, 3e-2, 1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5)
# At least this many comparisons above a threshold, or the rate is not claimed.
FEWEST = 5
# The faces of cat-faces are cut to about 0.75 head boxes; packed single cats show 1.6.
CAT_FACE_SHARE = 0.75 / 1.6


def embed(session: onnxruntime.InferenceSession, pixels: list[np.ndarray], side: int) -> np.ndarray:
    rows = []
    for start in range(0, len(pixels), 32):
        batch = np.stack([np.ascontiguousarray(whole_crop(p, side)[:, :, ::-1]) for p in pixels[start : start + 32]])
        rows.append(session.run(["templates"], {"crops": batch})[0])
    # Behind the template stands whether it is a head at all.
    return np.concatenate(rows)[:, :DIMENSIONS]


def logistic(mated: np.ndarray, non_mated: np.ndarray) -> tuple[float, float]:
    """P(same | s) = 1 / (1 + exp(-(slope s + intercept))), both classes weighing alike; Newton's method."""
    s = np.concatenate([mated, non_mated])
    y = np.concatenate([np.ones(len(mated)), np.zeros(len(non_mated))])
    w = np.where(y == 1, 0.5 / len(mated), 0.5 / len(non_mated))
    a, b = 10.0, -5.0
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(a * s + b, -40, 40)))
        g = np.array([(w * (p - y) * s).sum(), (w * (p - y)).sum()])
        v = w * p * (1 - p)
        h = np.array([[(v * s * s).sum(), (v * s).sum()], [(v * s).sum(), v.sum()]]) + 1e-9 * np.eye(2)
        step = np.linalg.solve(h, g)
        a, b = a - step[0], b - step[1]
    return float(a), float(b)


def thresholds(scores: np.ndarray) -> dict[float, float]:
    ordered = np.sort(scores)[::-1]
    # FMR counts comparisons at or above the threshold, so it lies just above the first one that must stay out.
    return {r: float(np.nextafter(ordered[int(r * len(ordered))], 2)) for r in RATES if r * len(ordered) >= FEWEST}


def fit(known: np.ndarray, labels: np.ndarray, strangers: np.ndarray, data: str) -> dict:
    """known [N,256] of validation individuals, strangers [M,256] of others."""
    similarity = known @ known.T
    upper = np.triu_indices(len(known), 1)
    same = labels[upper[0]] == labels[upper[1]]
    mated, own = similarity[upper][same], similarity[upper][~same]
    wide = (known @ strangers.T).ravel()
    slope, intercept = logistic(mated, own)
    near, far = thresholds(own), thresholds(wide)
    points, gap = [], 0.0
    for rate in RATES:
        # Strangers come from another source and are told apart more easily. Where only they are measured, the gap seen at
        # the rarest rate that both reach is added.
        if rate in near and rate in far:
            gap = max(0.0, near[rate] - far[rate])
            points.append({"fmr": rate, "threshold": round(max(near[rate], far[rate]), 4)})
        elif rate in far:
            points.append({"fmr": rate, "threshold": round(min(1.0, far[rate] + gap), 4)})
    print(f"{data}\n  slope {slope:.2f} intercept {intercept:.2f}")
    for p in points:
        print(f"  FMR {p['fmr']:g}: threshold {p['threshold']:.3f} (own {near.get(p['fmr'], float('nan')):.3f}, strangers {far.get(p['fmr'], float('nan')):.3f}), "
              f"TAR {100 * (mated >= p['threshold']).mean():.1f} %")
    return {
        "slope": round(slope, 3), "intercept": round(intercept, 3), "fmr": points,
        "n": {"individuals": int(len(np.unique(labels))), "photos": int(len(labels)), "mated": int(same.sum()), "nonMated": int((~same).sum() + wide.size)},
        "data": data,
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--models", type=Path, default=Path("../models"))
    args = parser.parse_args()
    path = args.models / "face-embedder" / "model.json"
    manifest = json.loads(path.read_text())
    side = manifest["input"]["side"]
    session = onnxruntime.InferenceSession(str(args.models / "face-embedder" / "weights.onnx"), providers=["CPUExecutionProvider"])
    dogs, cats = read_dogs(args.data, "validation"), read_cats(args.data)
    rng = np.random.default_rng(1)
    trained: Faces = read_dogs(args.data, "train")
    one_each = [int(rng.choice(np.flatnonzero(trained.labels == i))) for i in range(len(trained.names))]
    single = np.load(args.work / "single-cats.npy", mmap_mode="r")
    chosen = np.sort(rng.permutation(len(single))[:3000])
    edge = round(single.shape[1] * (1 - CAT_FACE_SHARE) / 2)
    strange_cats = [cv2.resize(np.ascontiguousarray(single[i][edge:-edge, edge:-edge]), (side, side)) for i in chosen]
    manifest["calibration"] = {"species": {
        "dog": fit(embed(session, list(dogs.pixels), side), dogs.labels, embed(session, [trained.pixels[i] for i in one_each], side),
                   "dog-faces: validation individuals, and they against one photo of each training individual"),
        "cat": fit(embed(session, read_unsquared(args.data, cats), side), cats.labels, embed(session, strange_cats, side),
                   "cat-faces, and they against 3,000 single cats"),
    }}
    path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")


def read_unsquared(data: Path, cats: Faces) -> list[np.ndarray]:
    """The files themselves: packing has made them square already, which would scale them twice."""
    return [cv2.imread(str(data / "cat-faces" / f), cv2.IMREAD_COLOR) for f in cats.files]


if __name__ == "__main__":
    main()
