"""A step after training that costs nothing at run time: `python -m snout_training.embedder.within --help`.

Within-class covariance normalisation (Hatch, Kajarekar, Stolcke 2006): directions in which vectors of one animal differ from photo to photo
count less. How they differ is measured on the training dogs, and serves cats as well; how far the covariance is drawn towards the identity
is chosen on validation individuals. Of several networks' vectors side by side 256 directions stay. Random photos of single cats beside the dogs' were tried: cats 11.5 → 11.3 % EER, dogs 4.9 → 5.2 %.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from ..release.restore import read_embedders
from .faces import read_cats, read_dogs
from .metrics import figures, text
from .model import DIMENSIONS
from .train import embed


def covariance_within(vectors: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """vectors [N,D], labels [N] from 0 on, each with two vectors or more → [D,D] of trace 1: covariance around each label's own mean."""
    means = np.stack([vectors[labels == i].mean(0) for i in range(labels.max() + 1)])
    covariance = np.cov((vectors - means[labels]).T)
    return covariance / np.trace(covariance)


def whitening(covariance: np.ndarray, towards_identity: float) -> np.ndarray:
    """[D,D] W such that vectors @ W have the identity as (drawn in) covariance. `towards_identity`: in units of the mean variance."""
    size = len(covariance)
    drawn_in = covariance + towards_identity * np.trace(covariance) / size * np.eye(size)
    return np.linalg.inv(np.linalg.cholesky(drawn_in)).T


def narrowing(vectors: np.ndarray) -> np.ndarray:
    """vectors [N,D] → [D,256]: the 256 directions in which they are longest, so that angles change least. D = 256 stays as it is."""
    size = vectors.shape[1]
    return np.eye(size) if size == DIMENSIONS else np.linalg.eigh(vectors.T @ vectors)[1][:, -DIMENSIONS:]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--weights", type=Path, nargs="+", required=True, help="the networks: .pt, or an .onnx as face-embedder-1 was")
    parser.add_argument("--side", type=int, default=160)
    parser.add_argument("--towards-identity", type=float, nargs="*", default=[0.01, 0.03, 0.1, 0.3, 1.0])
    args = parser.parse_args()
    model = read_embedders(args.weights).to(memory_format=torch.channels_last)
    vectors = lambda faces: embed(model, faces.pixels, args.side)
    trained = read_dogs(args.data, "train")
    known = vectors(trained)
    covariance = covariance_within(known, trained.labels)
    singles = np.load(args.work / "single-cats.npy", mmap_mode="r")
    # Narrowing must keep what tells cats apart as well: as many cats as dogs.
    everyone = np.concatenate([known, embed(model, singles[:: len(singles) // len(trained.names)], args.side)])
    judged = [(faces.labels, vectors(faces)) for faces in (read_dogs(args.data, "validation"), read_cats(args.data))]
    best, kept, words = -np.inf, np.eye(DIMENSIONS), ""
    for drawn in args.towards_identity:
        matrix = whitening(covariance, drawn)
        matrix = matrix @ narrowing(everyone @ matrix)
        matrix /= np.linalg.norm(matrix, 2)
        rows = []
        for labels, given in judged:
            turned = given @ matrix
            rows.append(figures(turned / np.linalg.norm(turned, axis=1, keepdims=True), labels))
        # As in polish.py: few equal errors, many true matches at FMR 1 %, both species alike.
        score = sum(f["tar@0.01"] - 2 * f["eer"] for f in rows)
        print(f"towards identity {drawn:g}: dogs {text(rows[0])} | cats {text(rows[1])} | {score:.4f}", flush=True)
        if score > best:
            best, kept, words = score, matrix, f"towards identity {drawn:g}"
    torch.save(torch.from_numpy(kept.astype(np.float32)), args.work / "within.pt")
    print(f"kept: {words}")


if __name__ == "__main__":
    main()
