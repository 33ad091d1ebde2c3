"""Runs a detector on a photo as the product does: letterbox to 416, candidates, non-maximum suppression."""

from __future__ import annotations

import cv2
import numpy as np
import torch

from .model import HeadDetector, decode

INPUT_SIDE = 416


def letterbox(image: np.ndarray, side: int = INPUT_SIDE) -> tuple[np.ndarray, float]:
    """Any image to one whose longer side is `side`, at top left of a grey canvas with sides of multiples of 32."""
    h, w = image.shape[:2]
    scale = side / max(h, w)
    nh, nw = max(1, round(h * scale)), max(1, round(w * scale))
    resized = cv2.resize(image, (nw, nh), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    canvas = np.full((-(-nh // 32) * 32, -(-nw // 32) * 32, image.shape[2]), 114, np.uint8)
    canvas[:nh, :nw] = resized
    return canvas, scale


def suppress(rows: np.ndarray, iou: float) -> np.ndarray:
    """Greedy non-maximum suppression over decoded rows [N,16], whatever the species."""
    rows = rows[np.argsort(-rows[:, 4:6].max(1))]
    kept: list[np.ndarray] = []
    for row in rows:
        if all(overlap(row, other) < iou for other in kept):
            kept.append(row)
    return np.array(kept, np.float32).reshape(-1, 16)


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    size = np.maximum(np.minimum(a[2:4], b[2:4]) - np.maximum(a[:2], b[:2]), 0)
    inter = size[0] * size[1]
    area = lambda r: (r[2] - r[0]) * (r[3] - r[1])
    return float(inter / max(1e-6, area(a) + area(b) - inter))


@torch.no_grad()
def predict(model: HeadDetector, image: np.ndarray, threshold: float, iou: float = 0.5, side: int = INPUT_SIDE) -> np.ndarray:
    """BGR photo → rows [K,16] in pixels of the photo, best first."""
    canvas, scale = letterbox(image, side)
    x = torch.from_numpy(np.ascontiguousarray(canvas[:, :, ::-1])).permute(2, 0, 1)[None].float() / 127.5 - 1
    raw, cells = model(x.contiguous(memory_format=torch.channels_last))
    rows = decode(raw, cells)[0].numpy()
    rows = rows[rows[:, 4:6].max(1) >= threshold]
    rows = suppress(rows, iou)
    rows[:, :4] /= scale
    rows[:, 6:12] /= scale
    return rows
