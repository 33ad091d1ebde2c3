"""What the nose-leather network sees while it is trained: drawn noses in close-ups and in real faces, real noses, and no nose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from .model import CELLS, SIDE

# Shares of what is shown.
CLOSE, PASTED, REAL = 0.4, 0.18, 0.24
# Of the close-ups, so many go on beyond the photo: black, as the product sees what is outside.
CUT = 0.25
# Of a real nose's guessed half axes: within this it is leather, beyond that it is not, between them nobody knows.
INSIDE, OUTSIDE = 0.6, 1.7


@dataclass
class Sample:
    """`leather`: 1, 0 or -1 (not known) a cell. `nostrils`: x, y of both in cells, or None where nobody knows or there are none."""

    image: np.ndarray
    present: bool
    leather: np.ndarray
    nostrils: np.ndarray | None
    box: np.ndarray | None


class Packed:
    def __init__(self, path: Path, split: str):
        held = split == "validation"
        packed = np.load(path)
        read = lambda name: [cv2.imdecode(packed[name][a:b], cv2.IMREAD_COLOR) for a, b in zip([0, *packed[f"{name}_ends"][:-1]], packed[f"{name}_ends"], strict=True)]
        self.drawn, self.drawn_labels = read(f"drawn_{split}"), packed[f"drawn_{split}_labels"]
        faces, empty = read("faces"), read("empty")
        self.faces = [f for f, h in zip(faces, packed["faces_held"], strict=True) if h == held]
        self.faces_labels = packed["faces_labels"][packed["faces_held"] == held]
        self.empty = [f for f, h in zip(empty, packed["empty_held"], strict=True) if h == held]

    def draw(self, rng: np.random.Generator) -> Sample:
        kind = rng.random()
        if kind < CLOSE:
            return self.close_up(rng)
        if kind < CLOSE + PASTED:
            return self.pasted(rng)
        return self.real(rng) if kind < CLOSE + PASTED + REAL else self.nothing(rng)

    def close_up(self, rng: np.random.Generator) -> Sample:
        """A drawn nose, from filling the crop to a quarter of it; beyond the drawing something else."""
        i = rng.integers(len(self.drawn))
        image, label = self.drawn[i], self.drawn_labels[i] * self.drawn[i].shape[0]
        width = label[2] - label[0]
        target = SIDE * np.exp(rng.uniform(np.log(0.25), np.log(0.95)))
        affine = way(rng, (label[:2] + label[2:4]) / 2, target / width, room=max(0.0, (SIDE - target) / 2))
        back = warped(self.empty[rng.integers(len(self.empty))], way(rng, np.full(2, 96.0), rng.uniform(0.5, 1.2), room=20))
        sample = finished(pasted_on(back, image, affine, rng), label, affine, rng)
        return cut_off(sample, rng) if rng.random() < CUT else sample

    def pasted(self, rng: np.random.Generator) -> Sample:
        """A drawn nose where a real face has its own."""
        i, j = rng.integers(len(self.drawn)), rng.integers(len(self.faces))
        label, face = self.drawn_labels[i] * self.drawn[i].shape[0], self.faces_labels[j] * self.faces[j].shape[0]
        width = face[2] * rng.uniform(1.0, 1.5)
        target = SIDE * np.exp(rng.uniform(np.log(0.2), np.log(0.6)))
        affine = way(rng, face[:2], target / width, room=max(0.0, (SIDE - target) / 2.5))
        back = warped(self.faces[j], affine)
        onto = way_between((label[:2] + label[2:4]) / 2, face[:2], width / (label[2] - label[0]))
        full = np.vstack([affine, [0, 0, 1]]) @ np.vstack([onto, [0, 0, 1]])
        only = leather_mask(self.drawn[i].shape[0], label)
        return finished(pasted_on(back, self.drawn[i], full[:2], rng, only), label, full[:2], rng)

    def real(self, rng: np.random.Generator) -> Sample:
        j = rng.integers(len(self.faces))
        face = self.faces_labels[j] * self.faces[j].shape[0]
        target = SIDE * np.exp(rng.uniform(np.log(0.18), np.log(0.6)))
        affine = way(rng, face[:2], target / face[2], room=max(0.0, (SIDE - target) / 2.5))
        image = photographed(warped(self.faces[j], affine), rng)
        distance = ellipse(affine, face[:2], face[2:] / 2)
        leather = np.where(distance < INSIDE, 1, np.where(distance > OUTSIDE, 0, -1)).astype(np.float32)
        return Sample(image, True, leather, None, None)

    def nothing(self, rng: np.random.Generator) -> Sample:
        image = warped(self.empty[rng.integers(len(self.empty))], way(rng, np.full(2, 96.0), np.exp(rng.uniform(np.log(0.5), np.log(1.3))), room=10))
        return Sample(photographed(image, rng), False, np.zeros((CELLS, CELLS), np.float32), None, None)


def way(rng: np.random.Generator, centre: np.ndarray, scale: float, room: float) -> np.ndarray:
    """2 × 3, from a picture to the crop: turned by up to 30°, somewhat stretched, mirrored never (nostrils have sides: the left one in the crop comes first)."""
    angle = np.deg2rad(rng.normal(0, 12) if rng.random() < 0.7 else rng.uniform(-35, 35))
    stretch = np.exp(rng.normal(0, 0.07))
    linear = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) @ np.diag([stretch, 1 / stretch])
    aim = SIDE / 2 + rng.uniform(-1, 1, 2) * room
    return np.concatenate([linear, (aim - linear @ centre)[:, None]], 1)


def way_between(centre: np.ndarray, aim: np.ndarray, scale: float) -> np.ndarray:
    return np.array([[scale, 0, aim[0] - scale * centre[0]], [0, scale, aim[1] - scale * centre[1]]])


def warped(image: np.ndarray, affine: np.ndarray) -> np.ndarray:
    scale = np.sqrt(abs(np.linalg.det(affine[:, :2])))
    smooth = cv2.GaussianBlur(image, (0, 0), 0.35 / scale) if scale < 0.6 else image
    return cv2.warpAffine(smooth, affine.astype(np.float32), (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)


def leather_mask(side: int, label: np.ndarray) -> np.ndarray:
    """1 on the leather and somewhat around it, soft at the edge."""
    mask = np.zeros((side, side), np.float32)
    centre, half = (label[:2] + label[2:4]) / 2, (label[2:4] - label[:2]) / 2
    cv2.ellipse(mask, tuple(int(v) for v in centre), tuple(int(v) for v in half * 1.12), 0, 0, 360, 1.0, -1)
    return cv2.GaussianBlur(mask, (0, 0), 0.06 * half[0])


def pasted_on(back: np.ndarray, image: np.ndarray, affine: np.ndarray, rng: np.random.Generator, only: np.ndarray | None = None) -> np.ndarray:
    side = image.shape[0]
    mask = only if only is not None else np.ones((side, side), np.float32)
    if only is None:
        # The drawing's edge is not to be what gives it away.
        soft = int(rng.integers(1, side // 10))
        mask[:soft] = mask[-soft:] = mask[:, :soft] = mask[:, -soft:] = 0
        mask = cv2.GaussianBlur(mask, (0, 0), soft / 2)
    place = cv2.warpAffine(mask, affine.astype(np.float32), (SIDE, SIDE), flags=cv2.INTER_LINEAR)[..., None]
    return (warped(image, affine) * place + back * (1 - place)).astype(np.uint8)


def finished(image: np.ndarray, label: np.ndarray, affine: np.ndarray, rng: np.random.Generator) -> Sample:
    centre, half = (label[:2] + label[2:4]) / 2, (label[2:4] - label[:2]) / 2
    leather = (ellipse(affine, centre, half, power=2.5) < 1).astype(np.float32)
    to_crop = lambda p: affine[:, :2] @ p + affine[:, 2]
    nostrils = np.stack([to_crop(label[4:6]), to_crop(label[6:8])]) * CELLS / SIDE
    extent = np.sqrt(((affine[:, :2] * half) ** 2).sum(1))
    box = np.concatenate([to_crop(centre) - extent, to_crop(centre) + extent])
    if not 0.04 < leather.mean() < 0.98 or (nostrils < 0).any() or (nostrils > CELLS).any():
        nostrils = None
    return Sample(photographed(image, rng), True, leather, nostrils, box)


def cut_off(sample: Sample, rng: np.random.Generator) -> Sample:
    """The photo ends within the leather, of which a quarter to nine tenths remain. What is beyond is black and no leather."""
    x0, y0, x1, y1 = sample.box
    share, side = rng.uniform(0.25, 0.9), rng.integers(4)
    image, leather, box = sample.image.copy(), sample.leather.copy(), sample.box.copy()
    cell = SIDE / CELLS
    if side < 2:
        at = int(np.clip(x0 + share * (x1 - x0) if side == 0 else x1 - share * (x1 - x0), 4, SIDE - 4))
        dark, none = (np.s_[:, at:], np.s_[:, int(round(at / cell)) :]) if side == 0 else (np.s_[:, :at], np.s_[:, : int(round(at / cell))])
        box[2 if side == 0 else 0] = at
    else:
        at = int(np.clip(y0 + share * (y1 - y0) if side == 2 else y1 - share * (y1 - y0), 4, SIDE - 4))
        dark, none = (np.s_[at:], np.s_[int(round(at / cell)) :]) if side == 2 else (np.s_[:at], np.s_[: int(round(at / cell))])
        box[3 if side == 2 else 1] = at
    image[dark], leather[none] = 0, 0
    return Sample(image, True, leather, None, box)


def ellipse(affine: np.ndarray, centre: np.ndarray, half: np.ndarray, power: float = 2.0) -> np.ndarray:
    """Of each cell's middle, how far out it lies: 1 on the (super)ellipse around `centre` of the picture."""
    axis = (np.arange(CELLS) + 0.5) * SIDE / CELLS
    x, y = np.meshgrid(axis, axis)
    back = cv2.invertAffineTransform(affine)
    u = (back[0, 0] * x + back[0, 1] * y + back[0, 2] - centre[0]) / half[0]
    v = (back[1, 0] * x + back[1, 1] * y + back[1, 2] - centre[1]) / half[1]
    return (np.abs(u) ** power + np.abs(v) ** power) ** (1 / power)


def photographed(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Light, colour, focus, motion, noise and JPEG of another camera."""
    if rng.random() < 0.25:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 2.0))
    if rng.random() < 0.12:
        kernel, reach, angle = np.zeros((9, 9), np.float32), rng.uniform(1.5, 4), rng.uniform(0, np.pi)
        along = (reach * np.array([np.cos(angle), np.sin(angle)])).round().astype(int)
        cv2.line(kernel, (int(4 - along[0]), int(4 - along[1])), (int(4 + along[0]), int(4 + along[1])), 1.0)
        image = cv2.filter2D(image, -1, kernel / kernel.sum())
    x = image.astype(np.float32) / 255
    if rng.random() < 0.1:
        x = np.repeat(x.mean(2, keepdims=True), 3, 2)
    x = np.clip(x, 0, 1) ** np.exp(rng.normal(0, 0.3)) * np.exp(rng.normal(0, 0.2, 3) * 0.4 + rng.normal(0, 0.2))
    x += rng.normal(0, rng.uniform(0, 0.04), x.shape)
    image = np.clip(x * 255, 0, 255).astype(np.uint8)
    if rng.random() < 0.4:
        image = cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(40, 95))])[1], cv2.IMREAD_COLOR)
    return image
