"""Defects with a known degree: each returns the picture and the factor that a judge should read off it."""

from __future__ import annotations

import cv2
import numpy as np


def unfocus(x: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """Out of focus, moved, or few pixels. Sharpness 1 / (1 + (sigma / 2 px)²) for a crop of 160 px."""
    side = x.shape[0]
    unit = side / 160
    kind = rng.integers(3)
    if kind == 0:
        sigma = float(np.exp(rng.uniform(np.log(0.3), np.log(6.0)))) * unit
        x = cv2.GaussianBlur(x, (0, 0), sigma)
    elif kind == 1:
        small = int(np.exp(rng.uniform(np.log(20), np.log(side))))
        x = cv2.resize(cv2.resize(x, (small, small), interpolation=cv2.INTER_AREA), (side, side), interpolation=cv2.INTER_LINEAR)
        sigma = 0.5 * (side / small - 1)
    else:
        length = int(rng.integers(2, 22) * unit) + 1
        kernel = np.zeros((length, length), np.float32)
        angle = rng.uniform(0, np.pi)
        middle = (length - 1) / 2
        dx, dy = np.cos(angle) * middle, np.sin(angle) * middle
        cv2.line(kernel, (round(middle - dx), round(middle - dy)), (round(middle + dx), round(middle + dy)), 1.0)
        x = cv2.filter2D(x, -1, kernel / max(1.0, float(kernel.sum())))
        # Standard deviation of a uniform stroke.
        sigma = length / np.sqrt(12)
    return x, float(1 / (1 + (sigma / unit / 2) ** 2))


def relight(x: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """Under- or overexposure by up to three stops, with the noise of dark photos. Light 0.5 is right, 0 dark, 1 blown out."""
    stops = rng.uniform(-3.2, 2.0)
    linear = (x.astype(np.float32) / 255) ** 2.2 * 2**stops
    y = np.clip(linear, 0, 1) ** (1 / 2.2) * 255
    if stops < 0:
        y = y + rng.normal(0, 1.5 - stops * 1.5, x.shape)
    light = 0.5 + stops / 6.4 if stops < 0 else 0.5 + stops / 4
    return np.clip(y, 0, 255).astype(np.uint8), float(light)


def cover(x: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """Hand, bar, leash, other things before the face. Visibility: share of the central ellipse that is left."""
    side = x.shape[0]
    mask = np.zeros((side, side), np.uint8)
    colour = tuple(int(v) for v in rng.integers(0, 256, 3))
    kind = rng.integers(3)
    if kind == 0:
        for _ in range(int(rng.integers(1, 6))):
            a, b = rng.uniform(0, side, 2), rng.uniform(0, side, 2)
            cv2.line(mask, tuple(int(v) for v in a), tuple(int(v) for v in b), 1, int(rng.uniform(0.02, 0.09) * side) + 1)
    elif kind == 1:
        centre = tuple(int(v) for v in rng.uniform(0.2, 0.8, 2) * side)
        axes = tuple(int(v) for v in rng.uniform(0.1, 0.35, 2) * side)
        cv2.ellipse(mask, centre, axes, float(rng.uniform(0, 180)), 0, 360, 1, -1)
    else:
        edge = int(rng.uniform(0.2, 0.65) * side)
        mask[:edge] = 1
        mask = np.rot90(mask, int(rng.integers(4))).copy()
    texture = cv2.resize(rng.integers(-25, 26, (12, 12, 3)).astype(np.float32), (side, side))
    thing = np.clip(np.array(colour, np.float32) + texture, 0, 255)
    y = np.where(mask[..., None] > 0, thing, x).astype(np.uint8)
    face = np.zeros((side, side), np.uint8)
    cv2.ellipse(face, (side // 2, side // 2), (int(0.36 * side), int(0.38 * side)), 0, 0, 360, 1, -1)
    hidden = float((mask * face).sum() / face.sum())
    return y, float(np.clip(1 - 1.6 * hidden, 0, 1))


def shine(x: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """Flash or lamp on wet or smooth surfaces, veiling glare. Glare 0 none, 1 much."""
    side = x.shape[0]
    layer = np.zeros((side, side), np.float32)
    for _ in range(int(rng.integers(1, 5))):
        centre = tuple(int(v) for v in rng.uniform(0.2, 0.8, 2) * side)
        axes = tuple(int(v) + 1 for v in rng.uniform(0.02, 0.16, 2) * side)
        cv2.ellipse(layer, centre, axes, float(rng.uniform(0, 180)), 0, 360, 1.0, -1)
    layer = cv2.GaussianBlur(layer, (0, 0), rng.uniform(0.01, 0.06) * side) * rng.uniform(0.7, 1.3)
    y = np.clip(x.astype(np.float32) + 255 * layer[..., None], 0, 255).astype(np.uint8)
    return y, float(np.clip(layer.mean() * 10, 0, 1))
