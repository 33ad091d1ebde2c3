"""Training canvases for the head detector: scale, in-plane rotation, collage, and the defects of phone photos."""

from __future__ import annotations

import cv2
import numpy as np

from .photos import Photo

FEWEST_PIXELS = 14.0
# Of a photo in which an earlier detector was wrong, so often the place where it was is looked at in place of a head.
TRAP_SHARE = 0.35


def rotated_box(box: np.ndarray, affine: np.ndarray) -> np.ndarray:
    """Bounds of the ellipse within the box after the affine map: a head is rounder than its box."""
    centre = affine[:, :2] @ ((box[:2] + box[2:]) / 2) + affine[:, 2]
    half = (box[2:] - box[:2]) / 2
    extent = np.sqrt(((affine[:, :2] * half) ** 2).sum(1))
    return np.concatenate([centre - extent, centre + extent])


def place(photo: Photo, canvas: np.ndarray, region: tuple[int, int, int, int], rng: np.random.Generator, wide: bool) -> dict:
    """Draws `photo` into `region` (x0, y0, x1, y1) of `canvas`; returns the labels in pixels of the canvas."""
    x0, y0, x1, y1 = region
    width, height = x1 - x0, y1 - y0
    image = photo.pixels
    h, w = image.shape[:2]
    angle = rng.uniform(-45, 45) if rng.random() < 0.35 else rng.normal(0, 5)
    flip = rng.random() < 0.5
    trapped = len(photo.traps) > 0 and rng.random() < TRAP_SHARE
    if trapped or (len(photo.boxes) and rng.random() < 0.93):
        pivots = photo.traps if trapped else photo.boxes
        pivot = pivots[rng.integers(len(pivots))]
        centre = (pivot[:2] + pivot[2:]) / 2
        side = max(pivot[2:] - pivot[:2])
        largest = 1.1 * min(width, height)
        target = np.exp(rng.uniform(np.log(20), np.log(largest)))
        scale = target / side
        # Shrinking far below the region leaves mostly border; enlarging far leaves mush.
        scale = np.clip(scale, 0.55 * min(width / w, height / h) if not wide else 0.0, 3.0)
        slack = max(0.0, (min(width, height) - side * scale) / 2)
        aim = np.array([width / 2, height / 2]) + rng.uniform(-1, 1, 2) * slack
    else:
        centre = rng.uniform(0.2, 0.8, 2) * (w, h)
        scale = max(width / w, height / h) * rng.uniform(0.7, 2.0)
        aim = np.array([width / 2, height / 2])
    stretch = np.exp(rng.normal(0, 0.06))
    rad = np.deg2rad(angle)
    linear = np.array([[np.cos(rad), -np.sin(rad)], [np.sin(rad), np.cos(rad)]]) * scale
    linear = linear @ np.diag([stretch * (-1 if flip else 1), 1 / stretch])
    affine = np.concatenate([linear, (aim - linear @ centre)[:, None]], 1).astype(np.float32)
    border = tuple(int(v) for v in rng.integers(0, 256, 3)) if rng.random() < 0.5 else (114, 114, 114)
    if scale < 0.5:
        # Warp has no area filter: blur first.
        image = cv2.GaussianBlur(image, (0, 0), 0.35 / scale)
    canvas[y0:y1, x0:x1] = cv2.warpAffine(image, affine, (width, height), flags=cv2.INTER_LINEAR, borderValue=border)
    return transformed_labels(photo, affine, region)


def transformed_labels(photo: Photo, affine: np.ndarray, region: tuple[int, int, int, int]) -> dict:
    x0, y0, x1, y1 = region
    offset = np.array([x0, y0], np.float32)
    low, high = offset, np.array([x1, y1], np.float32)
    boxes, marks, masks, species, weights, ignore = [], [], [], [], [], []
    for i in range(len(photo.boxes)):
        full = rotated_box(photo.boxes[i], affine) + np.tile(offset, 2)
        clipped = np.concatenate([np.maximum(full[:2], low), np.minimum(full[2:], high)])
        size = np.maximum(clipped[2:] - clipped[:2], 0)
        visible = size.prod() / max(1e-6, (full[2:] - full[:2]).prod())
        if visible < 0.05:
            continue
        if visible < 0.5 or size.max() < FEWEST_PIXELS:
            ignore.append(clipped)
            continue
        points = photo.marks[i] @ affine[:, :2].T + affine[:, 2] + offset
        mask = photo.mark_mask[i].copy()
        outside = ((points < low) | (points >= high)).any(1)
        mask[outside & (mask == 1)] = 0
        # "Left" is further left in the picture: after a flip or a turn the eyes change names.
        if mask[0] == 1 and mask[1] == 1:
            swap = points[0, 0] > points[1, 0]
        else:
            swap = affine[0, 0] < 0
        if swap:
            points, mask = points[[1, 0, 2]], mask[[1, 0, 2]]
        boxes.append(clipped), marks.append(points), masks.append(mask)
        species.append(photo.species[i]), weights.append(photo.box_weight[i] * box_trust(affine))
    for area in photo.ignore:
        full = rotated_box(area, affine) + np.tile(offset, 2)
        clipped = np.concatenate([np.maximum(full[:2], low), np.minimum(full[2:], high)])
        if (clipped[2:] > clipped[:2]).all():
            ignore.append(clipped)
    return {"boxes": boxes, "marks": marks, "mark_mask": masks, "species": species, "box_weight": weights, "ignore": ignore}


def box_trust(affine: np.ndarray) -> float:
    """How much a turned box is worth as a lesson, 0.25 to 1: the ellipse guesses where ears and jaw come to lie."""
    angle = np.arctan2(affine[1, 0], affine[0, 0])
    return 1.0 - 0.75 * abs(np.sin(2 * angle))


def spoil(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Light, colour, focus, motion, noise and compression of phone photos."""
    x = image.astype(np.float32)
    if rng.random() < 0.8:
        x = x * np.exp(rng.normal(0, 0.3)) + rng.normal(0, 12)
        x = x * np.exp(rng.normal(0, 0.08, 3)).astype(np.float32)
        mean = x.mean(2, keepdims=True)
        x = mean + (x - mean) * rng.uniform(0.3, 1.5)
    if rng.random() < 0.06:
        x = np.repeat(x.mean(2, keepdims=True), 3, 2)
    x = np.clip(x, 0, 255).astype(np.uint8)
    if rng.random() < 0.2:
        x = cv2.GaussianBlur(x, (0, 0), rng.uniform(0.4, 2.0))
    elif rng.random() < 0.08:
        length = int(rng.integers(3, 10))
        kernel = np.zeros((length, length), np.float32)
        cv2.line(kernel, (0, int(rng.integers(length))), (length - 1, int(rng.integers(length))), 1.0)
        x = cv2.filter2D(x, -1, kernel / max(1.0, kernel.sum()))
    if rng.random() < 0.25:
        noise = rng.normal(0, rng.uniform(2, 14), x.shape[:2] + (1,)).astype(np.float32)
        x = np.clip(x + noise, 0, 255).astype(np.uint8)
    if rng.random() < 0.25:
        ok, data = cv2.imencode(".jpg", x, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 90))])
        x = cv2.imdecode(data, cv2.IMREAD_COLOR)
    return x


def canvas_of(pick: "callable", size: int, rng: np.random.Generator) -> tuple[np.ndarray, dict]:
    """One training canvas of size × size (RGB) and its labels; `pick()` gives a loaded photo."""
    canvas = np.full((size, size, 3), 114, np.uint8)
    labels: dict = {"boxes": [], "marks": [], "mark_mask": [], "species": [], "box_weight": [], "ignore": []}
    if rng.random() < 0.35:
        cx, cy = (int(rng.uniform(0.35, 0.65) * size) for _ in range(2))
        regions = [(0, 0, cx, cy), (cx, 0, size, cy), (0, cy, cx, size), (cx, cy, size, size)]
    else:
        regions = [(0, 0, size, size)]
    for region in regions:
        part = place(pick(), canvas, region, rng, wide=rng.random() < 0.15)
        for key, value in part.items():
            labels[key].extend(value)
    image = spoil(canvas, rng)
    shapes = {"boxes": (-1, 4), "marks": (-1, 3, 2), "mark_mask": (-1, 3), "box_weight": (-1,), "ignore": (-1, 4)}
    out = {key: np.array(labels[key], np.float32).reshape(shape) for key, shape in shapes.items()}
    out["species"] = np.array(labels["species"], np.int64)
    return image[:, :, ::-1], out
