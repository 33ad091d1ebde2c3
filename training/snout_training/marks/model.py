"""The local features: what a mark looks like, in numbers, and how far it can be trusted.

Keypoints as in keypoints.py; a patch of each, turned and sized as its frame says, goes through a small network in the family of L2-Net and
HardNet (Tian et al. 2017, Mishchuk et al. 2017), which learns to tell it from others whatever the light, wetness and focus.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..mobilenet import ConvBN
from .keypoints import Keypoints, evened, sample_atlas

DESCRIPTOR = 64
# Samples along a patch, and its width in sizes of the mark: 28 knew more than 20 and 14 (Lowe's descriptor has 12).
PATCH, WIDTH = 32, 28.0
# ITU-R BT.601.
LUMA = (0.299, 0.587, 0.114)


class PatchNet(nn.Module):
    """Patches [N,1,32,32], each with mean 0 and deviation 1 → vectors [N,64] of length 1, and the logit of being found again and matched rightly [N]."""

    def __init__(self, widths: tuple[int, int, int, int] = (16, 24, 48, 64)):
        super().__init__()
        first, half, quarter, eighth = widths
        self.look = nn.Sequential(ConvBN(1, first, 5, 2), ConvBN(first, half, 3), ConvBN(half, quarter, 3, 2), ConvBN(quarter, quarter, 3),
                                  ConvBN(quarter, eighth, 3, 2))
        self.describe = nn.Conv2d(eighth, DESCRIPTOR, PATCH // 8)
        self.trust = nn.Sequential(nn.Conv2d(eighth, 32, PATCH // 8), nn.ReLU(), nn.Conv2d(32, 1, 1))

    def forward(self, patches: Tensor) -> tuple[Tensor, Tensor]:
        seen = self.look(patches)
        return F.normalize(self.describe(seen).flatten(1).float(), dim=1), self.trust(seen.detach()).flatten().float()


class MarkNet(nn.Module):
    """`width`: of a patch, in sizes of its mark."""

    def __init__(self, width: float = WIDTH):
        super().__init__()
        self.keypoints = Keypoints()
        self.net = PatchNet()
        axis = (torch.arange(PATCH) + 0.5) * 2 / PATCH - 1
        y, x = torch.meshgrid(axis, axis, indexing="ij")
        self.register_buffer("lattice", torch.stack([x, y], -1).reshape(-1, 2) * width / 2, persistent=False)

    def patches(self, atlas: Tensor, frames: Tensor, octave: Tensor) -> Tensor:
        """frames [B,K,4] → [B * K,1,PATCH,PATCH], evened in brightness and contrast."""
        cos, sin = torch.cos(frames[..., 3]) * frames[..., 2], torch.sin(frames[..., 3]) * frames[..., 2]
        u, v = self.lattice[:, 0], self.lattice[:, 1]
        x = frames[..., :1] + cos[..., None] * u - sin[..., None] * v
        y = frames[..., 1:2] + sin[..., None] * u + cos[..., None] * v
        seen = sample_atlas(atlas, torch.stack([x, y], 3), octave)
        seen = seen - seen.mean(2, keepdim=True)
        deviation = seen.square().mean(2, keepdim=True).add(1e-3).sqrt()
        return (seen / deviation).reshape(-1, 1, PATCH, PATCH)

    def forward(self, x: Tensor) -> Tensor:
        """Grey [B,1,H,W], 0 to 1 → [B,MOST,3 + 64]: x, y in pixels, score 0 to 1, vector. Rows that fill up are 0."""
        atlas, frames, octave, found = self.keypoints(evened(x))
        vectors, trust = self.net(self.patches(atlas, frames, octave))
        rows = torch.cat([frames[..., :2], trust.sigmoid().reshape(found.shape)[..., None], vectors.reshape(*found.shape, DESCRIPTOR)], 2)
        return rows * found[..., None]


def grey(pixels: Tensor) -> Tensor:
    """RGB [B,3,H,W], 0 to 1 → [B,1,H,W]."""
    weights = torch.tensor(LUMA, device=pixels.device, dtype=pixels.dtype).view(1, 3, 1, 1)
    return (pixels * weights).sum(1, keepdim=True)


class MarksGraph(nn.Module):
    """What is exported: raw pixels in, marks out."""

    def __init__(self, model: MarkNet):
        super().__init__()
        self.model = model

    def forward(self, crop: Tensor) -> Tensor:
        """uint8 RGB [1,H,W,3] → [512, 3 + 64], see MarkNet."""
        return self.model(grey(crop.permute(0, 3, 1, 2).float() / 255))[0]
