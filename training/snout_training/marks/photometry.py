"""Takes a "photo" of a picture through a warp, on the device that trains: light, shine, shadow, focus, shake, resolution, noise, JPEG."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from .model import LUMA
from .warps import Warp, lattice, sample

# See packages/drawn-pets/src/nose/export-noses.ts: hair is 0 in a height picture, the bottom of a groove FLOOR.
FLOOR = 40 / 255
KERNEL = 15
# Luminance table of ITU-T T.81, annex K.
QUANTISATION = torch.tensor([
    [16, 11, 10, 16, 24, 40, 51, 61], [12, 12, 14, 19, 26, 58, 60, 55], [14, 13, 16, 24, 40, 57, 69, 56], [14, 17, 22, 29, 51, 87, 80, 62],
    [18, 22, 37, 56, 68, 109, 103, 77], [24, 35, 55, 64, 81, 104, 113, 92], [49, 64, 78, 87, 103, 121, 120, 101], [72, 92, 95, 98, 112, 100, 103, 99],
], dtype=torch.float32)


class Darkroom:
    """Draws all that is random of a batch of photos from one generator, so that a seed gives the same photos."""

    def __init__(self, device: torch.device, random: torch.Generator, strength: float = 1.0):
        self.device, self.random, self.strength = device, random, strength

    def number(self, low: float, high: float, *shape: int) -> Tensor:
        return low + (high - low) * torch.rand(*shape, device=self.device, generator=self.random)

    def normal(self, *shape: int) -> Tensor:
        return torch.randn(*shape, device=self.device, generator=self.random)

    def field(self, count: int, knots: tuple[int, int], side: int) -> Tensor:
        """Smooth numbers, about -1 to 1: [count,1,side,side]."""
        return F.interpolate(self.number(-1, 1, count, 1, *knots), size=(side, side), mode="bicubic", align_corners=True)

    def photos(self, colours: Tensor, noses: int, heights: Tensor, warp: Warp, side: int) -> Tensor:
        """colours [B,3,S,S], 0 to 1, the last `noses` of them drawn noses with `heights` [noses,1,S,S] → grey views [B,1,side,side]."""
        count = len(colours)
        places = warp.to_picture(lattice(side, self.device).expand(count, -1, -1))
        # Another camera weighs colours otherwise.
        weights = torch.tensor(LUMA, device=self.device) * torch.exp(0.35 * self.normal(count, 3))
        pictures = (colours * (weights / weights.sum(1, keepdim=True))[:, :, None, None]).sum(1, keepdim=True)
        view = sample(pictures, places, padding="zeros").reshape(count, 1, side, side)
        if noses:
            coded = sample(heights, places[-noses:]).reshape(noses, 1, side, side)
            view = torch.cat([view[:-noses], self.lit_leather(view[-noses:], coded, warp.matrix[-noses:])])
        return self.develop(self.shine_and_shade(view))

    def lit_leather(self, albedo: Tensor, coded: Tensor, matrix: Tensor) -> Tensor:
        """Light on beads and grooves (Lambert, and Blinn 1977 for the shine of a film of water), and hair that lies otherwise in each photo."""
        count, side = len(albedo), albedo.shape[-1]
        leather = ((coded - FLOOR / 2) / (FLOOR / 2)).clamp(0, 1)
        height = ((coded - FLOOR) / (1 - FLOOR)).clamp(0, 1)
        column = lambda low, high: self.number(low, high, count, 1, 1, 1)
        zoom = torch.linalg.det(matrix[:, :2, :2]).abs().sqrt()[:, None, None, None]
        # Beads are 0.01 to 0.03 of the square's half width high; one pixel of the view is 2 · zoom / side of it.
        steep = column(0.008, 0.032) * side / (2 * zoom) * leather
        right, down = difference(height, 3) * steep, difference(height, 2) * steep
        axis = torch.linspace(-1, 1, side, device=self.device)
        right = right - column(0.1, 0.7) * (axis.view(1, 1, 1, -1) - column(-0.5, 0.5))
        down = down - column(0.1, 0.7) * (axis.view(1, 1, -1, 1) - column(-0.5, 0.5))
        size = (1 + right**2 + down**2).rsqrt()
        angle, up = column(0, 2 * math.pi), column(0.15, 1.0)
        flat = (1 - up**2).clamp_min(0).sqrt()
        lx, ly = flat * torch.cos(angle), flat * torch.sin(angle)
        dot = lambda x, y, z: ((-right * x - down * y + z) * size).clamp(0, 1)
        diffuse = ((dot(lx, ly, up) + 0.15) / 1.15).clamp(0, 1)
        half = (lx**2 + ly**2 + (up + 1) ** 2).sqrt()
        wet = column(0, 1) ** 1.5 * (0.5 + 0.5 * self.field(count, (5, 5), side)).clamp(0, 1)
        cosine = dot(lx / half, ly / half, (up + 1) / half)
        glint = (0.06 + 0.1 * wet) * cosine**9 + 1.05 * wet * cosine ** (24 + 70 * wet)
        key = column(0.2, 0.8)
        skin = albedo * (1 - 0.2 * wet) * (0.55 + 0.45 * height) * (0.9 - 0.5 * key + key * 1.1 * diffuse) + key * glint
        knots = (70, 18) if torch.rand((), device=self.device, generator=self.random) < 0.5 else (18, 70)
        hair = albedo * (0.8 + 0.3 * self.field(count, knots, side)) * (0.9 - 0.5 * key + 0.6 * key)
        return skin * leather + hair * (1 - leather)

    def shine_and_shade(self, view: Tensor) -> Tensor:
        count, side = len(view), view.shape[-1]
        column = lambda low, high: self.number(low, high, count, 1, 1, 1)
        sometimes = lambda share: (column(0, 1) < share).float()
        light = torch.exp(0.6 * self.strength * column(0, 1) * self.field(count, (3, 3), side))
        edge = torch.sigmoid(column(5, 40) * (self.field(count, (4, 4), side) + column(-0.6, 0.2)))
        shadow = 1 - sometimes(0.3) * column(0.2, 0.6) * edge
        # Glare: smooth spots of light that hide what is under them.
        glare = sometimes(0.25) * column(0.2, 0.9) * (3 * (self.field(count, (7, 7), side) - column(0.45, 0.8))).clamp(0, 1)
        return view * light * shadow + glare

    def develop(self, view: Tensor) -> Tensor:
        count = len(view)
        column = lambda low, high: self.number(low, high, count, 1, 1, 1)
        mean = view.mean((2, 3), keepdim=True).clamp_min(0.05)
        view = (view / mean).clamp(0, 6) * column(0.18, 0.6)
        view = view.clamp(1e-4, 1) ** torch.exp(0.25 * self.normal(count, 1, 1, 1))
        view = self.blurred(view)
        coarse = torch.rand((), device=self.device, generator=self.random)
        if coarse < 0.35:
            # A small photo shown larger; one factor a batch, as a resized batch has one size.
            side = view.shape[-1]
            small = int(side * (0.45 + 0.5 * float(torch.rand((), device=self.device, generator=self.random))))
            view = F.interpolate(F.interpolate(view, size=(small, small), mode="bilinear", antialias=True), size=(side, side), mode="bilinear", align_corners=False)
        view = view + self.normal(*view.shape) * column(0, 1) ** 2 * 0.05 * self.strength
        return self.as_jpeg(view.clamp(0, 1))

    def blurred(self, view: Tensor) -> Tensor:
        """Half of the photos a little or much out of focus, a sixth shaken: each with a kernel of its own."""
        count = len(view)
        column = lambda low, high: self.number(low, high, count, 1, 1)
        axis = torch.arange(KERNEL, device=self.device) - KERNEL // 2
        y, x = axis.view(1, -1, 1).float(), axis.view(1, 1, -1).float()
        spread = 0.3 + (column(0, 1) < 0.5) * column(0, 1) ** 1.5 * 2.4 * self.strength
        angle, length = column(0, math.pi), (column(0, 1) < 0.16) * column(1, 5) * self.strength
        along, across = x * torch.cos(angle) + y * torch.sin(angle), y * torch.cos(angle) - x * torch.sin(angle)
        kernel = torch.exp(-0.5 * (across / spread) ** 2 - 0.5 * (along / (spread**2 + (length / 1.7) ** 2).sqrt()) ** 2)
        kernel = kernel / kernel.sum((1, 2), keepdim=True)
        padded = F.pad(view.transpose(0, 1), [KERNEL // 2] * 4, mode="reflect")
        return F.conv2d(padded, kernel[:, None], groups=count).transpose(0, 1)

    def as_jpeg(self, view: Tensor) -> Tensor:
        """Rounds the cosine transform of 8 × 8 blocks as a JPEG of quality 35 to 100 does."""
        count, side = len(view), view.shape[-1]
        quality = self.number(35, 100, count, 1, 1, 1)
        factor = torch.where(quality < 50, 50 / quality, 2 - quality / 50).clamp_min(0.02)
        table = (QUANTISATION.to(self.device) * factor / 255).clamp_min(1 / 255)
        basis = cosines(self.device)
        blocks = view.reshape(count, side // 8, 8, side // 8, 8).permute(0, 1, 3, 2, 4).reshape(count, -1, 8, 8)
        rounded = (basis @ (blocks - 0.5) @ basis.T / table).round() * table
        blocks = basis.T @ rounded @ basis + 0.5
        return blocks.reshape(count, side // 8, side // 8, 8, 8).permute(0, 1, 3, 2, 4).reshape(count, 1, side, side).clamp(0, 1)


def difference(x: Tensor, axis: int) -> Tensor:
    """Half the difference of the neighbours; edges wrap, which no one sees."""
    return (x.roll(-1, axis) - x.roll(1, axis)) / 2


def cosines(device: torch.device) -> Tensor:
    """Rows of the orthonormal discrete cosine transform of length 8."""
    k = torch.arange(8, device=device, dtype=torch.float32)
    rows = torch.cos(math.pi * (2 * k[None] + 1) * k[:, None] / 16) * 0.5
    rows[0] *= math.sqrt(0.5)
    return rows
