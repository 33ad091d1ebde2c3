"""Verification and identification figures for tuning. The published ones come from `snout evaluate`."""

from __future__ import annotations

import numpy as np


def figures(vectors: np.ndarray, labels: np.ndarray) -> dict[str, float]:
    """vectors [N,D] of length 1. Every pair once; rank-1 leaves one out and asks only individuals with two photos or more."""
    similarity = vectors @ vectors.T
    same = labels[:, None] == labels[None]
    upper = np.triu(np.ones_like(same), 1)
    mated, non_mated = similarity[same & upper], similarity[~same & upper]
    np.fill_diagonal(similarity, -2)
    counts = np.bincount(labels)
    asked = counts[labels] > 1
    rank1 = float((labels[similarity.argmax(1)] == labels)[asked].mean())
    out = {"rank1": rank1, "eer": equal_error_rate(mated, non_mated)}
    ordered = np.sort(non_mated)
    for rate in (1e-2, 1e-3):
        threshold = ordered[int(np.ceil(len(ordered) * (1 - rate))) - 1]
        out[f"tar@{rate:g}"] = float((mated > threshold).mean())
    return out


def equal_error_rate(mated: np.ndarray, non_mated: np.ndarray) -> float:
    mated, non_mated = np.sort(mated), np.sort(non_mated)
    thresholds = np.quantile(np.concatenate([mated, non_mated[:: max(1, len(non_mated) // 200000)]]), np.linspace(0, 1, 4001))
    fnmr = np.searchsorted(mated, thresholds, "left") / len(mated)
    fmr = 1 - np.searchsorted(non_mated, thresholds, "left") / len(non_mated)
    i = int(np.argmin(np.abs(fnmr - fmr)))
    return float((fnmr[i] + fmr[i]) / 2)


def text(f: dict[str, float]) -> str:
    return f"EER {100 * f['eer']:.2f} % rank-1 {100 * f['rank1']:.1f} % TAR@1% {100 * f['tar@0.01']:.1f} % TAR@0.1% {100 * f['tar@0.001']:.1f} %"
