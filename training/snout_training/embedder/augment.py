"""Random photos from one face crop: pose by small warps, and the defects of the capture domain."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

_NOISE = np.random.default_rng(0).normal(0, 1, 1 << 20).astype(np.float32)


def warp(image: np.ndarray, side: int, rng: np.random.Generator, zoom: tuple[float, float], flip: bool) -> np.ndarray:
    """`zoom`: range of the shown region's side as a share of the image's side (log-uniform)."""
    h, w = image.shape[:2]
    scale = side / (max(h, w) * np.exp(rng.uniform(np.log(zoom[0]), np.log(zoom[1]))))
    angle = np.deg2rad(np.clip(rng.normal(0, 10), -25, 25))
    stretch = np.exp(rng.normal(0, 0.07))
    shear = rng.normal(0, 0.06)
    linear = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    linear = linear @ np.array([[stretch, shear], [0, 1 / stretch]]) * scale
    if flip:
        linear = linear @ np.diag([-1.0, 1.0])
    centre = np.array([w / 2, h / 2])
    aim = np.array([side / 2, side / 2]) + rng.normal(0, 0.045, 2) * side
    offset = aim - linear @ centre
    matrix = np.eye(3)
    matrix[:2, :2], matrix[:2, 2] = linear, offset
    if rng.random() < 0.4:
        tilt = np.eye(3)
        tilt[2, :2] = rng.normal(0, 0.12, 2) / side
        to_middle, back = np.eye(3), np.eye(3)
        to_middle[:2, 2], back[:2, 2] = -side / 2, side / 2
        matrix = back @ tilt @ to_middle @ matrix
    fill = (0, 0, 0) if rng.random() < 0.7 else tuple(int(v) for v in rng.integers(0, 256, 3))
    return cv2.warpPerspective(image, matrix, (side, side), flags=cv2.INTER_LINEAR, borderValue=fill)


def turn_away(x: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A head turned a little, as far as one picture can show it: one half wider, the other narrower; likewise up and down."""
    side = x.shape[0]
    yaw, pitch = rng.normal(0, 0.13), rng.normal(0, 0.09)
    u = np.linspace(-1, 1, side, dtype=np.float32)
    # Zero at both edges and steepest in the middle, so that the picture's frame stays filled.
    shift = (1 - u**2) * side / 2
    xs, ys = np.meshgrid(np.arange(side, dtype=np.float32) + yaw * shift, np.arange(side, dtype=np.float32) + pitch * shift, indexing="xy")
    return cv2.remap(x, xs, ys, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def light(x: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Exposure, contrast, gamma and colour cast through one table per channel, then saturation."""
    ramp = np.arange(256, dtype=np.float32) / 255
    gamma, gain, lift = np.exp(rng.normal(0, 0.25)), np.exp(rng.normal(0, 0.25)), rng.normal(0, 0.05)
    cast = np.exp(rng.normal(0, 0.08, 3))
    table = np.stack([np.clip((ramp**gamma) * gain * c + lift, 0, 1) * 255 for c in cast], 1).astype(np.uint8)
    x = cv2.LUT(x, table[:, None, :].transpose(1, 0, 2))
    if rng.random() < 0.6:
        grey = cv2.cvtColor(cv2.cvtColor(x, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
        keep = 0.0 if rng.random() < 0.08 else float(rng.uniform(0.4, 1.5))
        x = cv2.addWeighted(x, keep, grey, 1 - keep, 0)
    if rng.random() < 0.2:
        # Light from one side.
        side = x.shape[0]
        direction = rng.normal(0, 1, 2)
        direction /= np.linalg.norm(direction)
        ys, xs = np.mgrid[0:side, 0:side].astype(np.float32) / side - 0.5
        gradient = 1 + rng.uniform(0.2, 0.9) * (xs * direction[0] + ys * direction[1])
        x = np.clip(x * gradient[..., None], 0, 255).astype(np.uint8)
    return x


def degrade(x: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Few pixels, focus, motion, noise, compression."""
    side = x.shape[0]
    if rng.random() < 0.25:
        small = int(rng.uniform(0.3, 0.9) * side)
        x = cv2.resize(cv2.resize(x, (small, small), interpolation=cv2.INTER_AREA), (side, side), interpolation=cv2.INTER_LINEAR)
    chance = rng.random()
    if chance < 0.15:
        x = cv2.GaussianBlur(x, (0, 0), rng.uniform(0.4, 1.8))
    elif chance < 0.23:
        length = int(rng.integers(3, 9))
        kernel = np.zeros((length, length), np.float32)
        cv2.line(kernel, (0, int(rng.integers(length))), (length - 1, int(rng.integers(length))), 1.0)
        x = cv2.filter2D(x, -1, kernel / max(1.0, float(kernel.sum())))
    if rng.random() < 0.2:
        start = int(rng.integers(0, len(_NOISE) - x.size))
        noise = _NOISE[start : start + x.size].reshape(x.shape) * rng.uniform(2, 14)
        x = np.clip(x + noise, 0, 255).astype(np.uint8)
    if rng.random() < 0.15:
        _, data = cv2.imencode(".jpg", x, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(20, 80))])
        x = cv2.imdecode(data, cv2.IMREAD_COLOR)
    return x


def hide(x: np.ndarray, rng: np.random.Generator, chance: float = 0.35) -> np.ndarray:
    """Something in front of a part of the face."""
    if rng.random() < chance:
        side = x.shape[0]
        w, h = (int(rng.uniform(0.12, 0.5) * side) for _ in range(2))
        px, py = int(rng.integers(0, side - w + 1)), int(rng.integers(0, side - h + 1))
        x = x.copy()
        if rng.random() < 0.5:
            x[py : py + h, px : px + w] = rng.integers(0, 256, 3)
        else:
            x[py : py + h, px : px + w] = rng.integers(0, 256, (h, w, 3))
    return x


@lru_cache
def head_mask(side: int, head: tuple[float, float]) -> np.ndarray:
    """Soft ellipse around the head, [side, side, 1] in 0..1."""
    ys, xs = (np.mgrid[0:side, 0:side].astype(np.float32) + 0.5) / side - 0.5
    distance = np.sqrt((xs / head[0]) ** 2 + (ys / head[1]) ** 2)
    return np.clip((1.12 - distance) / 0.12, 0, 1)[..., None]


def swap_background(image: np.ndarray, other: np.ndarray, head: tuple[float, float]) -> np.ndarray:
    """A sofa must not identify a dog: outside the head's ellipse comes another photo, turned and unsharp."""
    mask = head_mask(image.shape[0], head)
    behind = cv2.GaussianBlur(cv2.flip(other, -1), (0, 0), 4).astype(np.float32)
    return (image * mask + behind * (1 - mask)).astype(np.uint8)


def random_photo(image: np.ndarray, side: int, rng: np.random.Generator, zoom: tuple[float, float], flip: bool) -> np.ndarray:
    """BGR crop → BGR uint8 [side, side, 3]."""
    x = warp(image, side, rng, zoom, flip)
    if rng.random() < 0.6:
        x = turn_away(x, rng)
    x = light(x, rng)
    x = degrade(x, rng)
    return hide(x, rng)
