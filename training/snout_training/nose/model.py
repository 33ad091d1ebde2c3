"""The network that finds the leather of a nose: half a U, 0.3 million parameters."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

# Side of the crop that it looks at, and of its maps: the leather and each nostril.
SIDE, CELLS, MAPS = 96, 24, 3


def block(inputs: int, outputs: int, stride: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True),
        nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True),
    )


class NoseNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 16, 3, 2, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(inplace=True))
        self.down = nn.ModuleList([block(16, 24, 2), block(24, 40, 2), block(40, 64, 2)])
        self.across = nn.ModuleList([nn.Conv2d(40, 40, 1), nn.Conv2d(24, 40, 1)])
        self.deep = nn.Conv2d(64, 40, 1)
        self.up = nn.ModuleList([block(40, 40, 1), block(40, 40, 1)])
        self.maps = nn.Conv2d(40, MAPS, 1)
        self.presence = nn.Linear(64, 1)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """[B,3,96,96] in [-1,1] → log-odds of a nose [B], and of each map [B,3,24,24] (leather; left and right nostril)."""
        x = self.stem(x)
        seen = []
        for down in self.down:
            x = down(x)
            seen.append(x)
        presence = self.presence(x.mean((2, 3)))[:, 0]
        y = self.deep(x)
        for up, across, skip in zip(self.up, self.across, (seen[1], seen[0]), strict=True):
            y = up(F.interpolate(y, scale_factor=2.0, mode="bilinear", align_corners=False) + across(skip))
        return presence, self.maps(y)


class NoseGraph(nn.Module):
    """What is exported."""

    def __init__(self, model: NoseNet) -> None:
        super().__init__()
        self.model = model

    def forward(self, crop: Tensor) -> Tensor:
        """uint8 [1,96,96,3] → [1,1729]: probability of a nose, then row by row the probability of leather in each cell and the shares of each nostril."""
        presence, maps = self.model(crop.permute(0, 3, 1, 2).float() / 127.5 - 1)
        leather = torch.sigmoid(maps[:, :1])
        nostrils = maps[:, 1:].flatten(2).softmax(-1)
        return torch.cat([torch.sigmoid(presence)[:, None], leather.flatten(1), nostrils.flatten(1)], 1)
