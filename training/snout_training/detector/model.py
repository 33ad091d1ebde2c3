"""Head detector: MobileNetV2, a feature pyramid at strides 8, 16 and 32, one anchor-free head shared by the levels.

Per cell: quality scores for dog and cat, box as distances to the four sides, three landmarks, three landmark visibilities.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..mobilenet import ConvBN, MobileNetV2

STRIDES = (8, 16, 32)
WIDTH = 96
# Scores, box, landmarks, visibilities.
OUTPUTS = 2 + 4 + 6 + 3


class Separable(nn.Sequential):
    def __init__(self, channels: int):
        super().__init__(ConvBN(channels, channels, 3, depthwise=True, act=False), ConvBN(channels, channels, 1))


class HeadDetector(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.backbone = MobileNetV2(last_stride=2)
        self.lateral = nn.ModuleList(ConvBN(c, WIDTH, 1) for c in (32, 96, 320))
        self.smooth = nn.ModuleList(Separable(WIDTH) for _ in STRIDES)
        self.cls_tower = nn.Sequential(Separable(WIDTH), Separable(WIDTH))
        self.reg_tower = nn.Sequential(Separable(WIDTH), Separable(WIDTH))
        self.cls_out = nn.Conv2d(WIDTH, 2, 1)
        self.reg_out = nn.Conv2d(WIDTH, OUTPUTS - 2, 1)
        nn.init.normal_(self.cls_out.weight, std=0.01)
        nn.init.normal_(self.reg_out.weight, std=0.01)
        # Prior of one positive in a hundred cells, as in focal loss (Lin et al. 2017).
        nn.init.constant_(self.cls_out.bias, -4.6)
        nn.init.zeros_(self.reg_out.bias)
        self.level_scale = nn.Parameter(torch.ones(len(STRIDES)))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """x: [B,3,H,W] in [-1,1]. Returns raw outputs [B,N,15] and cells [N,3] (centre x, y, stride; pixels)."""
        c3, c4, c5 = self.backbone(x)
        p5 = self.lateral[2](c5)
        p4 = self.lateral[1](c4) + F.interpolate(p5, scale_factor=2.0, mode="nearest")
        p3 = self.lateral[0](c3) + F.interpolate(p4, scale_factor=2.0, mode="nearest")
        outs, cells = [], []
        for level, feature in enumerate((p3, p4, p5)):
            f = self.smooth[level](feature)
            cls = self.cls_out(self.cls_tower(f))
            reg = self.reg_out(self.reg_tower(f)) * self.level_scale[level]
            outs.append(torch.cat([cls, reg], 1).flatten(2).transpose(1, 2).float())
            cells.append(grid(feature.shape[2], feature.shape[3], STRIDES[level], x.device))
        return torch.cat(outs, 1), torch.cat(cells)


def grid(rows: int, cols: int, stride: int, device: torch.device) -> Tensor:
    ys = (torch.arange(rows, device=device) + 0.5) * stride
    xs = (torch.arange(cols, device=device) + 0.5) * stride
    yy, xx = torch.meshgrid(ys, xs, indexing="ij")
    return torch.stack([xx.flatten(), yy.flatten(), torch.full_like(xx.flatten(), stride)], 1)


def decode(raw: Tensor, cells: Tensor) -> Tensor:
    """[B,N,15] raw to [B,N,16]: box x0,y0,x1,y1, dog and cat scores, three landmarks x,y, three visibilities, spare 0."""
    x, y, s = cells[:, 0], cells[:, 1], cells[:, 2]
    # exp keeps sides positive; four strides is the middle of a level's range.
    sides = raw[..., 2:6].clamp(-5, 4).exp() * (4 * s)[None, :, None] * 0.5
    box = torch.stack([x - sides[..., 0], y - sides[..., 1], x + sides[..., 2], y + sides[..., 3]], -1)
    centre = torch.stack([x, y, x, y, x, y], -1)
    marks = centre + raw[..., 6:12] * (4 * s)[None, :, None] * 0.5
    spare = torch.zeros_like(raw[..., :1])
    return torch.cat([box, raw[..., :2].sigmoid(), marks, raw[..., 12:15].sigmoid(), spare], -1)
