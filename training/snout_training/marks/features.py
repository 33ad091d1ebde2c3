"""Marks of a grey or colour crop and their matching: the learned ones, and SIFT and ORB of OpenCV beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import torch

from .keypoints import MOST
from .model import MarkNet, grey

# Least score of a learned mark.
LEAST = 0.02
# Ratio test (Lowe 2004), by kind; largest distance from the model in pixels of a 320-px crop: skin moves.
RATIO = {"learned": 0.93, "sift": 0.85, "orb": 0.95}
TOLERANCE = 6.0


@dataclass
class Marks:
    """points [N,2] in pixels (centres at k + 0.5), vectors [N,D] of length 1."""

    points: np.ndarray
    vectors: np.ndarray


Extractor = Callable[[np.ndarray], Marks]


def marks_of(rows: np.ndarray) -> Marks:
    """Rows of the network (model.py) → those that score enough, surest first. The product does the same (packages/vision/src/marks/pick-marks.ts)."""
    kept = rows[rows[:, 2] > LEAST]
    kept = kept[np.argsort(-kept[:, 2], kind="stable")]
    return Marks(np.ascontiguousarray(kept[:, :2]), np.ascontiguousarray(kept[:, 3:]))


def learned(model: MarkNet) -> Extractor:
    """Takes uint8 [H,W,3] RGB; H and W multiples of 32."""
    model.eval()
    device = next(model.parameters()).device

    @torch.no_grad()
    def extract(image: np.ndarray) -> Marks:
        pixels = torch.from_numpy(np.ascontiguousarray(image)).to(device).permute(2, 0, 1)[None].float() / 255
        return marks_of(model(grey(pixels))[0].cpu().numpy())

    return extract


def classical(kind: str) -> Extractor:
    """`kind`: sift (RootSIFT, Arandjelović and Zisserman 2012) or orb, with limits low enough for dark leather."""
    if kind == "sift":
        detector = cv2.SIFT_create(nfeatures=MOST, contrastThreshold=0.01, edgeThreshold=15)
    else:
        detector = cv2.ORB_create(nfeatures=MOST, fastThreshold=5, edgeThreshold=12, patchSize=24)

    def extract(image: np.ndarray) -> Marks:
        found, vectors = detector.detectAndCompute(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), None)
        points = np.array([k.pt for k in found], np.float32).reshape(-1, 2) + 0.5
        if vectors is None:
            return Marks(points[:0], np.zeros((0, 1), np.float32))
        if kind == "sift":
            vectors = np.sqrt(vectors / np.maximum(vectors.sum(1, keepdims=True), 1e-6))
        else:
            # 256 bits as -1 and 1: the squared distance is proportional to the number of bits that differ.
            vectors = (np.unpackbits(vectors, axis=1).astype(np.float32) * 2 - 1) / 16
        # detectAndCompute may return a few more than asked for, where several score alike.
        return Marks(points[:MOST], vectors[:MOST])

    return extract


def match(a: Marks, b: Marks, ratio: float) -> np.ndarray:
    """Pairs of indices [M,2]: each other's nearest, and clearly nearer than the second nearest."""
    if min(len(a.points), len(b.points)) < 2:
        return np.zeros((0, 2), int)
    cosine = a.vectors @ b.vectors.T
    nearest, rows = cosine.argmax(1), np.arange(len(cosine))
    mutual = cosine.argmax(0)[nearest] == rows
    first = cosine[rows, nearest]
    cosine[rows, nearest] = -2
    # Distance of unit vectors from their cosine; both squared.
    kept = mutual & (1 - first <= ratio**2 * (1 - cosine.max(1)))
    return np.stack([rows[kept], nearest[kept]], 1)


def inliers(a: Marks, b: Marks, pairs: np.ndarray) -> int:
    """How many pairs agree on one homography that neither folds nor squeezes; RANSAC with a fixed seed."""
    if len(pairs) < 5:
        return 0
    cv2.setRNGSeed(1)
    matrix, kept = cv2.findHomography(a.points[pairs[:, 0]], b.points[pairs[:, 1]], cv2.RANSAC, TOLERANCE, maxIters=1000, confidence=0.999)
    if matrix is None:
        return 0
    scale = float(np.linalg.det(matrix[:2, :2]))
    return int(kept.sum()) if 0.1 < scale < 10 else 0
