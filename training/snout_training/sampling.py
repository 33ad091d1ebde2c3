"""Crop and letterbox sampling, number for number as the product does it (packages/vision/src/pipeline)."""

from __future__ import annotations

import cv2
import numpy as np


def box_shrink(image: np.ndarray, k: int) -> np.ndarray:
    """Means of k × k blocks from the top left; blocks at the far edges average only the pixels that exist."""
    if k <= 1:
        return image
    h, w, c = image.shape
    rows, cols = -(-h // k), -(-w // k)
    padded = np.zeros((rows * k, cols * k, c), np.int64)
    padded[:h, :w] = image
    sums = padded.reshape(rows, k, cols, k, c).sum((1, 3))
    high = np.minimum(np.arange(1, rows + 1) * k, h) - np.arange(rows) * k
    wide = np.minimum(np.arange(1, cols + 1) * k, w) - np.arange(cols) * k
    n = (high[:, None] * wide[None])[..., None]
    return ((2 * sums + n) // (2 * n)).astype(np.uint8)


def sample(image: np.ndarray, x: np.ndarray, y: np.ndarray, step: float, fill: int) -> np.ndarray:
    """Bilinear values at continuous places (pixel centres at k + 0.5) of an image shrunk to near its output size."""
    h, w = image.shape[:2]
    k = max(1, int(np.floor(step)))
    shrunk = box_shrink(image, k)
    out = cv2.remap(shrunk, (x / k - 0.5).astype(np.float32), (y / k - 0.5).astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    out[(x < 0) | (x >= w) | (y < 0) | (y >= h)] = fill
    return out


def roll_of(marks: np.ndarray, confidence: np.ndarray, least: float, largest: float) -> float:
    """Angle of the line of the eyes in radians, or 0 when an eye is not well seen or the angle exceeds `largest` degrees."""
    if confidence[0] < least or confidence[1] < least:
        return 0.0
    delta = marks[1] - marks[0]
    roll = float(np.arctan2(delta[1], delta[0]))
    return roll if abs(np.rad2deg(roll)) <= largest else 0.0


def head_crop(image: np.ndarray, box: np.ndarray, roll: float, scale: float, side: int) -> np.ndarray:
    """Square of scale × the box's longer side around its centre, turned by `roll`; black outside the photo."""
    centre = (box[:2] + box[2:]) / 2
    extent = scale * float(max(box[2:] - box[:2]))
    axis = (np.arange(side) + 0.5) / side - 0.5
    u, v = np.meshgrid(axis, axis)
    x = centre[0] + extent * (u * np.cos(roll) - v * np.sin(roll))
    y = centre[1] + extent * (u * np.sin(roll) + v * np.cos(roll))
    return sample(image, x, y, extent / side, 0)


def whole_crop(image: np.ndarray, side: int) -> np.ndarray:
    """The whole image as one crop: aspect kept, centred, black around."""
    h, w = image.shape[:2]
    return head_crop(image, np.array([0.0, 0.0, w, h]), 0.0, 1.0, side)


def letterbox(image: np.ndarray, longer: int, multiple: int = 32, padding: int = 114) -> tuple[np.ndarray, np.ndarray]:
    """Photo → network input, and the factors (x, y) from its pixels back to the photo's."""
    h, w = image.shape[:2]
    longest = max(h, w)
    nw, nh = (max(1, int(np.floor(v * longer / longest + 0.5))) for v in (w, h))
    back = np.array([w / nw, h / nh])
    xs, ys = (np.arange(nw) + 0.5) * back[0], (np.arange(nh) + 0.5) * back[1]
    x, y = np.meshgrid(xs, ys)
    out = np.full((-(-nh // multiple) * multiple, -(-nw // multiple) * multiple, 3), padding, np.uint8)
    out[:nh, :nw] = sample(image, x, y, longest / longer, padding)
    return out, back
