"""Quality of a head crop: five factors from a small convolutional network that sees the crop's full resolution."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from ..mobilenet import ConvBN, InvertedResidual

FACTORS = ("utility", "sharpness", "light", "visibility", "glare")


class HeadQuality(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(
            ConvBN(3, 16, 3, 2), InvertedResidual(16, 24, 2, 3), InvertedResidual(24, 24, 1, 3), InvertedResidual(24, 40, 2, 4),
            InvertedResidual(40, 40, 1, 4), InvertedResidual(40, 64, 2, 4), InvertedResidual(64, 64, 1, 4), ConvBN(64, 160, 1),
        )
        self.out = nn.Sequential(nn.Linear(320, 96), nn.ReLU(), nn.Linear(96, len(FACTORS)))

    def forward(self, x: Tensor) -> Tensor:
        """x [B,3,S,S] in [-1,1] → logits [B,5]; the factor is the sigmoid."""
        f = self.features(x).float()
        # The mean tells light and focus, the largest what is somewhere in the picture: a highlight, a bar.
        return self.out(torch.cat([f.mean((2, 3)), f.amax((2, 3))], 1))
