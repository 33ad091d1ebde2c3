"""Known ways from a view to its picture: a homography, then a smooth shift as of skin. Places are -1 to 1 over the square, x first."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

# Knots of the smooth shift, and the finer lattice on which it is tabulated.
KNOTS, TABLE = 5, 48


@dataclass
class Warp:
    """`matrix` [B,3,3], view → picture; `shift` [B,2,TABLE,TABLE], added in the picture."""

    matrix: Tensor
    shift: Tensor

    def to_picture(self, view: Tensor) -> Tensor:
        """[B,N,2] → [B,N,2]."""
        plain = apply(self.matrix, view)
        return plain + self.shift_at(plain)

    def to_view(self, picture: Tensor) -> Tensor:
        """The inverse: the shift is small and smooth, so that going back by its value converges quickly."""
        plain = picture
        for _ in range(7):
            plain = picture - self.shift_at(plain)
        return apply(torch.linalg.inv(self.matrix), plain)

    def shift_at(self, place: Tensor) -> Tensor:
        return sample(self.shift, place, padding="border").transpose(1, 2)


def apply(matrix: Tensor, points: Tensor) -> Tensor:
    homogeneous = torch.cat([points, torch.ones_like(points[..., :1])], -1) @ matrix.transpose(1, 2)
    return homogeneous[..., :2] / homogeneous[..., 2:].clamp_min(0.05)


def sample(maps: Tensor, points: Tensor, padding: str = "zeros") -> Tensor:
    """maps [B,C,H,W] at points [B,N,2] → [B,C,N], bilinear."""
    return F.grid_sample(maps, points[:, :, None], mode="bilinear", padding_mode=padding, align_corners=False)[..., 0]


def lattice(side: int, device: torch.device) -> Tensor:
    """[side², 2], the places of a view's pixels."""
    axis = (torch.arange(side, device=device) + 0.5) * 2 / side - 1
    y, x = torch.meshgrid(axis, axis, indexing="ij")
    return torch.stack([x, y], -1).reshape(-1, 2)


def draw_pair(count: int, device: torch.device, random: torch.Generator, strength: float = 1.0) -> tuple[Warp, Warp]:
    """Two views of each of `count` pictures: of about the same part, each with its own pose. `strength` 1 is the full range."""
    number = lambda low, high, *shape: low + (high - low) * torch.rand(count, *shape, device=device, generator=random)
    extent = torch.exp(number(math.log(0.5), math.log(0.98)))
    centre = number(-1, 1, 2) * (1 - extent)[:, None] * 0.9
    roll = number(-0.5, 0.5)
    return tuple(draw_view(extent, centre, roll, strength, number) for _ in range(2))


def draw_view(extent: Tensor, centre: Tensor, roll: Tensor, strength: float, number) -> Warp:
    count, device = len(extent), extent.device
    zoom = extent * torch.exp(number(-0.28, 0.28) * strength)
    angle = roll + number(-0.42, 0.42) * strength
    stretch = torch.exp(number(-0.16, 0.16) * strength)
    shear = number(-0.14, 0.14) * strength
    cos, sin = torch.cos(angle), torch.sin(angle)
    linear = torch.stack([torch.stack([cos, -sin], -1), torch.stack([sin, cos], -1)], 1)
    pulled = torch.stack([torch.stack([stretch, shear], -1), torch.stack([torch.zeros_like(shear), 1 / stretch], -1)], 1)
    matrix = torch.eye(3, device=device).repeat(count, 1, 1)
    matrix[:, :2, :2] = linear @ pulled * zoom[:, None, None]
    matrix[:, :2, 2] = centre + number(-0.12, 0.12, 2) * extent[:, None] * strength
    tilt = torch.eye(3, device=device).repeat(count, 1, 1)
    tilt[:, 2, :2] = number(-0.2, 0.2, 2) * strength
    knots = (number(-1, 1, 2, KNOTS, KNOTS)) * (number(0, 0.035) * strength)[:, None, None, None]
    shift = F.interpolate(knots, size=(TABLE, TABLE), mode="bicubic", align_corners=True)
    return Warp(matrix @ tilt, shift)
