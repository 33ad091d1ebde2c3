"""The local-feature network: where marks are, how they look, how far they can be trusted.

In the family of XFeat (Potje et al. 2024), ALIKE (Zhao et al. 2022) and R2D2 (Revaud et al. 2019): a small pyramid, its levels
added up at a quarter of the resolution, where the descriptors are; keypoints at full resolution from 4 × 4 cells (as in SuperPoint,
DeTone et al. 2018, with 8 × 8), because the beads of a nose are 6 to 12 pixels wide in a 320-px crop.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..mobilenet import ConvBN

CELL = 4
DESCRIPTOR = 64
# ITU-R BT.601.
LUMA = (0.299, 0.587, 0.114)


class MarkNet(nn.Module):
    """x [B,1,H,W], grey, 0 to 1, H and W multiples of 32 → `heat` [B,1,H,W] and `reliability` [B,1,H/4,W/4], both logits, and
    `descriptors` [B,64,H/4,W/4], not normalised: the caller interpolates them at a keypoint first."""

    def __init__(self, widths: tuple[int, int, int, int, int] = (8, 24, 48, 80, 112)):
        super().__init__()
        full, half, quarter, eighth, sixteenth = widths
        self.at1 = ConvBN(1, full, 3)
        self.at2 = nn.Sequential(ConvBN(full, half, 3, 2), ConvBN(half, half, 3))
        self.at4 = nn.Sequential(ConvBN(half, quarter, 3, 2), ConvBN(quarter, quarter, 3), ConvBN(quarter, quarter, 3))
        self.at8 = nn.Sequential(ConvBN(quarter, eighth, 3, 2), ConvBN(eighth, eighth, 3), ConvBN(eighth, eighth, 3))
        self.at16 = nn.Sequential(ConvBN(eighth, sixteenth, 3, 2), ConvBN(sixteenth, sixteenth, 3), ConvBN(sixteenth, sixteenth, 3))
        self.lift = nn.ModuleList([ConvBN(w, DESCRIPTOR, 1, act=False) for w in (quarter, eighth, sixteenth)])
        self.fuse = nn.Sequential(ConvBN(DESCRIPTOR, DESCRIPTOR, 3), ConvBN(DESCRIPTOR, DESCRIPTOR, 1))
        self.describe = nn.Conv2d(DESCRIPTOR, DESCRIPTOR, 1)
        self.trust = nn.Sequential(ConvBN(DESCRIPTOR, 32, 1), nn.Conv2d(32, 1, 1))
        self.locate = nn.Sequential(ConvBN(quarter + DESCRIPTOR, 64, 1), ConvBN(64, 32, 3), nn.Conv2d(32, CELL * CELL, 1))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x = evened(x)
        quarter = self.at4(self.at2(self.at1(x)))
        eighth = self.at8(quarter)
        sixteenth = self.at16(eighth)
        size = quarter.shape[2:]
        rise = lambda y: F.interpolate(y, size=size, mode="bilinear", align_corners=False)
        fused = self.fuse(self.lift[0](quarter) + rise(self.lift[1](eighth)) + rise(self.lift[2](sixteenth)))
        heat = F.pixel_shuffle(self.locate(torch.cat([quarter, fused], 1)), CELL)
        return heat, self.trust(fused), self.describe(fused)


def grey(pixels: Tensor) -> Tensor:
    """RGB [B,3,H,W], 0 to 1 → [B,1,H,W]."""
    weights = torch.tensor(LUMA, device=pixels.device, dtype=pixels.dtype).view(1, 3, 1, 1)
    return (pixels * weights).sum(1, keepdim=True)


def evened(x: Tensor) -> Tensor:
    """Grey with local brightness and contrast evened out, so that a black nose and a pink one, sun and shade, look alike."""
    mean = spread(x)
    deviation = (spread(x * x) - mean * mean).clamp_min(0).add(4e-4).sqrt()
    return ((x - mean) / deviation).clamp(-3, 3)


def spread(x: Tensor) -> Tensor:
    """Mean over some 48 pixels around, by way of a small picture."""
    small = F.avg_pool2d(x, 8)
    small = F.avg_pool2d(small, 5, 1, 2, count_include_pad=False)
    return F.interpolate(small, size=x.shape[2:], mode="bilinear", align_corners=False)


def scores_of(heat: Tensor, trust: Tensor) -> Tensor:
    """Logits of the network → [B,1,H,W], 0 to 1: how sure a mark is there and can be told from others."""
    return heat.sigmoid() * F.interpolate(trust, size=heat.shape[2:], mode="bilinear", align_corners=False).sigmoid()


class MarksGraph(nn.Module):
    """What is exported: raw pixels in, what a matcher needs out, as one list so that every runtime reads one output."""

    def __init__(self, model: MarkNet):
        super().__init__()
        self.model = model

    def forward(self, crop: Tensor) -> Tensor:
        """uint8 RGB [1,H,W,3] → [H/4 · W/4, 16 + 64], a row a cell of 4 × 4 pixels: the scores of its pixels, then its descriptor."""
        heat, trust, descriptors = self.model(grey(crop.permute(0, 3, 1, 2).float() / 255))
        cells = torch.cat([F.pixel_unshuffle(scores_of(heat, trust), CELL), descriptors], 1)
        return cells[0].flatten(1).T
