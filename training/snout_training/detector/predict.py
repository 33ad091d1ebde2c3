"""Runs a detector on a photo as the product does: letterbox to 416, candidates, non-maximum suppression, a close look at each.
And slower but surer, for labels: the mean over mirrored and resized looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
import torch

from .model import HeadDetector, decode

INPUT_SIDE = 416

# RGB uint8 canvas [H,W,3] → decoded rows [N,16] in its pixels.
Candidates = Callable[[np.ndarray], np.ndarray]


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
    """Greedy non-maximum suppression over decoded rows [N,16], whatever the species; best first."""
    rows = rows[np.argsort(-rows[:, 4:6].max(1))]
    kept: list[np.ndarray] = []
    while len(rows):
        kept.append(rows[0])
        rows = rows[1:][overlaps(rows[0], rows[1:]) < iou]
    return np.array(kept, np.float32).reshape(-1, 16)


def overlaps(row: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """IoU of one box with each of `rows` [N,4 or more]."""
    size = np.maximum(np.minimum(row[2:4], rows[:, 2:4]) - np.maximum(row[:2], rows[:, :2]), 0)
    inter = size.prod(1)
    area = lambda r: (r[..., 2] - r[..., 0]) * (r[..., 3] - r[..., 1])
    return inter / np.maximum(1e-6, area(row) + area(rows) - inter)


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    return float(overlaps(a, b[None])[0])


def released(path: Path) -> Candidates:
    """Candidates of an exported detector."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return lambda canvas: session.run(None, {"image": canvas[None]})[0]


def trained(model: HeadDetector) -> Candidates:
    """Candidates of a detector in training."""

    @torch.no_grad()
    def rows(canvas: np.ndarray) -> np.ndarray:
        x = torch.from_numpy(canvas).permute(2, 0, 1)[None].float() / 127.5 - 1
        raw, cells = model(x.contiguous(memory_format=torch.channels_last))
        return decode(raw, cells)[0].numpy()

    return rows


def predict(candidates: Candidates, image: np.ndarray, threshold: float, iou: float = 0.5, side: int = INPUT_SIDE) -> np.ndarray:
    """BGR photo → rows [K,16] in pixels of the photo, best first."""
    canvas, scale = letterbox(image, side)
    rows = candidates(np.ascontiguousarray(canvas[:, :, ::-1]))
    rows = rows[rows[:, 4:6].max(1) >= threshold]
    rows = suppress(rows, iou)
    rows[:, :4] /= scale
    rows[:, 6:12] /= scale
    return rows


# As `closeLook` of the released manifest: see packages/vision/src/pipeline/close-look.ts.
CLOSE_FROM, CLOSE_SCALE, CLOSE_SIDE, CLOSE_AT_MOST = 0.15, 2.5, 224, 8


def predict_closely(candidates: Candidates, image: np.ndarray, threshold: float, iou: float = 0.5) -> np.ndarray:
    """As `predict`, and each row averaged with what a look from near shows there; its score counts 0 when that is nothing."""
    first = predict(candidates, image, CLOSE_FROM, iou)
    rows = [*(look_closely(candidates, image, row) for row in first[:CLOSE_AT_MOST]), *first[CLOSE_AT_MOST:]]
    rows = np.array(rows, np.float32).reshape(-1, 16)
    return suppress(rows[rows[:, 4:6].max(1) >= threshold], iou)


def look_closely(candidates: Candidates, image: np.ndarray, row: np.ndarray) -> np.ndarray:
    step = CLOSE_SCALE * max(row[2] - row[0], row[3] - row[1]) / CLOSE_SIDE
    corner = (row[:2] + row[2:4]) / 2 - step * CLOSE_SIDE / 2
    # Warp has no area filter: blur first.
    source = cv2.GaussianBlur(image, (0, 0), 0.35 * step) if step > 2 else image
    to_canvas = np.array([[1 / step, 0, -corner[0] / step], [0, 1 / step, -corner[1] / step]], np.float32)
    canvas = cv2.warpAffine(source, to_canvas, (CLOSE_SIDE, CLOSE_SIDE), flags=cv2.INTER_LINEAR, borderValue=(114, 114, 114))
    near = candidates(np.ascontiguousarray(canvas[:, :, ::-1]))
    near = near[near[:, 4:6].max(1) >= 0.05].copy()
    for start in (0, 2, 6, 8, 10):
        near[:, start : start + 2] = near[:, start : start + 2] * step + corner
    near = near[overlaps(row, near) >= 0.4]
    out = row.copy()
    if len(near) == 0:
        out[4:6] /= 2
        return out
    best = near[np.argmax(near[:, 4:6].max(1))]
    share = best[4:6].max() / (best[4:6].max() + row[4:6].max())
    out += share * (best - row)
    out[4:6] = (row[4:6] + best[4:6]) / 2
    return out


def mirrored(rows: np.ndarray, width: float) -> np.ndarray:
    """Rows found in the mirror image → rows in the photo: sides and eyes change names."""
    out = rows.copy()
    out[:, [0, 2]] = width - rows[:, [2, 0]]
    out[:, [6, 8, 10]] = width - rows[:, [8, 6, 10]]
    out[:, [7, 9, 11]] = rows[:, [9, 7, 11]]
    out[:, 12:15] = rows[:, [13, 12, 14]]
    return out


def predict_averaged(candidates: Candidates, image: np.ndarray, threshold: float, sides: tuple[int, ...], iou: float = 0.5) -> np.ndarray:
    """Rows [K,16] as `predict`, each the mean over the looks (each side, as it is and mirrored) weighted by score.

    A score is the mean over all looks: one that did not see the head counts as 0.
    """
    looks = []
    for side in sides:
        looks.append(predict(candidates, image, threshold / 2, iou, side))
        looks.append(mirrored(predict(candidates, np.ascontiguousarray(image[:, ::-1]), threshold / 2, iou, side), image.shape[1]))
    everything = np.concatenate(looks)
    out = []
    for seed in suppress(everything, iou):
        group = []
        for rows in looks:
            near = max(rows, key=lambda r: overlap(seed, r), default=None)
            if near is not None and overlap(seed, near) >= iou:
                group.append(near)
        weights = np.array([r[4:6].max() for r in group])
        mean = (np.stack(group) * weights[:, None]).sum(0) / weights.sum()
        mean[4:6] = np.stack([r[4:6] for r in group]).sum(0) / len(looks)
        if mean[4:6].max() >= threshold:
            out.append(mean)
    return suppress(np.array(out, np.float32).reshape(-1, 16), iou)
