"""Face embedder: MobileNetV2 with its last stride removed, GeM pooling, 256 numbers of unit length."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..mobilenet import ConvBN, MobileNetV2

DIMENSIONS = 256


class FaceEmbedder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.backbone = MobileNetV2(last_stride=1)
        # The start's own last convolution, so that it loads with the rest.
        self.widen = ConvBN(320, 1280, 1)
        self.power = nn.Parameter(torch.tensor(3.0))
        self.project = nn.Linear(1280, DIMENSIONS, bias=False)
        self.neck = nn.BatchNorm1d(DIMENSIONS)
        nn.init.orthogonal_(self.project.weight)
        # Margin losses on the unit sphere want no shift in the neck (BNNeck, Luo et al. 2019).
        self.neck.bias.requires_grad_(False)

    def features(self, x: Tensor) -> Tensor:
        """x [B,3,S,S] in [-1,1] → pooled features [B,1280] (generalised mean, Radenović et al. 2018)."""
        f = self.widen(self.backbone(x)[2]).float()
        p = self.power.clamp(1, 6)
        return f.clamp(min=1e-4).pow(p).mean((2, 3)).pow(1 / p)

    def vectors(self, features: Tensor) -> Tensor:
        """[B,1280] → [B,256], length 1."""
        return F.normalize(self.neck(self.project(features)), dim=1)

    def forward(self, x: Tensor) -> Tensor:
        """x [B,3,S,S] in [-1,1] → [B,256], length 1."""
        return self.vectors(self.features(x))


class FaceEmbedders(nn.Module):
    """K networks that look at the same crop: trained apart, they make other mistakes."""

    def __init__(self, models: list[FaceEmbedder]):
        super().__init__()
        self.models = nn.ModuleList(models)

    def features(self, x: Tensor) -> Tensor:
        """x [B,3,S,S] in [-1,1] → [B,1280 K]."""
        return torch.cat([model.features(x) for model in self.models], 1)

    def vectors(self, features: Tensor) -> Tensor:
        """[B,1280 K] → [B,256 K], length 1; the networks count alike."""
        parts = features.chunk(len(self.models), 1)
        return torch.cat([model.vectors(part) for model, part in zip(self.models, parts, strict=True)], 1) / len(self.models) ** 0.5

    def forward(self, x: Tensor) -> Tensor:
        """x [B,3,S,S] in [-1,1] → [B,256 K], length 1."""
        return self.vectors(self.features(x))
