"""What the local features are taught: found again, told apart, and honest about where they cannot be.

Keypoints: the two heat maps of a pair agree and have peaks (cosine and peakiness of R2D2, Revaud et al. 2019). Descriptors: dual softmax
over corresponding points (as XFeat, Potje et al. 2024), other pictures' points among the wrong answers, because a nose must be told from
other noses. Reliability: the probability that the right answer is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from .warps import Warp, lattice, sample

# Patch in which one peak is wanted, in pixels; sharpness of the softmax; wrong answers nearer than this, in pixels, are not wrong.
PATCH, TEMPERATURE, NEAR = 12, 0.06, 5.0


@dataclass
class Pair:
    """Places of view B that show what the pixels of view A show: [B,side²,2], and whether both do: [B,side²]."""

    partner: Tensor
    visible: Tensor
    side: int


def correspond(a: Warp, b: Warp, mask: Tensor | None, side: int) -> Pair:
    """`mask` [B,1,S,S]: of the pictures, over 0.5 where places can be found again (not on hair that moves); None for everywhere."""
    count, device = len(a.matrix), a.matrix.device
    picture = a.to_picture(lattice(side, device).expand(count, -1, -1))
    partner = b.to_view(picture)
    visible = (picture.abs().amax(-1) < 0.99) & (partner.abs().amax(-1) < 0.98)
    if mask is not None:
        visible &= sample(mask, picture)[:, 0] > 0.5
    return Pair(partner, visible, side)


def chosen_points(heat: Tensor, pair: Pair, count: int, random: torch.Generator) -> Tensor:
    """[B,count] indices into view A's pixels: half where the heat of a block is highest, half anywhere, visible ones first."""
    batch, side = len(heat), pair.side
    noise = torch.rand(batch, side * side, device=heat.device, generator=random)
    pooled, where = F.max_pool2d(heat.float(), 8, return_indices=True)
    peaks = torch.zeros(batch, side * side, device=heat.device)
    peaks.scatter_(1, where.flatten(1), 1.0)
    # Among peaks and among the rest by lot; the invisible last.
    half = count // 2
    first = (peaks * (1 + noise) * (0.1 + pair.visible)).topk(half, 1).indices
    rest = (noise * (0.1 + pair.visible)).scatter(1, first, -1).topk(count - half, 1).indices
    return torch.cat([first, rest], 1)


def descriptor_losses(one: tuple[Tensor, Tensor], other: tuple[Tensor, Tensor], points: Tensor, pair: Pair) -> tuple[Tensor, Tensor, Tensor]:
    """`one`, `other`: (descriptors, reliability logits) of views A and B; points [B,K]. Returns descriptor loss, reliability loss, share right."""
    batch, side = len(points), pair.side
    take = lambda t: t.gather(1, points[..., None].expand(-1, -1, t.shape[-1]))
    at_a = lattice(side, points.device)[points]
    at_b = take(pair.partner)
    seen = pair.visible.gather(1, points).float()
    unit = lambda maps, at: F.normalize(sample(maps.float(), at, padding="border"), dim=1)
    da, db = unit(one[0], at_a), unit(other[0], at_b.clamp(-1, 1))
    logits = da.transpose(1, 2) @ db / TEMPERATURE
    scale = side / 2
    near = (torch.cdist(at_a, at_a) * scale < NEAR) | (torch.cdist(at_b, at_b) * scale < NEAR)
    itself = torch.eye(points.shape[1], dtype=torch.bool, device=points.device)
    hidden = seen[:, None] < 0.5
    logits = logits.masked_fill((near | hidden | hidden.transpose(1, 2)) & ~itself, -1e4)
    # The neighbour in the batch is of the same kind: photos first, noses last.
    strangers_b = (da.transpose(1, 2) @ db.roll(1, 0) / TEMPERATURE).masked_fill(hidden.roll(1, 0), -1e4)
    strangers_a = (db.transpose(1, 2) @ da.roll(1, 0) / TEMPERATURE).masked_fill(hidden.roll(1, 0), -1e4)
    forth = F.log_softmax(torch.cat([logits, strangers_b], 2), 2).diagonal(dim1=1, dim2=2)
    back = F.log_softmax(torch.cat([logits.transpose(1, 2), strangers_a], 2), 2).diagonal(dim1=1, dim2=2)
    total = seen.sum().clamp_min(1)
    loss = -((forth + back) * seen).sum() / (2 * total)
    sure = ((forth + back).exp() * seen).detach()
    trust = [sample(t.float(), at, padding="border")[:, 0] for t, at in ((one[1], at_a), (other[1], at_b.clamp(-1, 1)))]
    counted = torch.stack([torch.ones_like(seen), (at_b.abs().amax(-1) < 1).float()])
    honest = F.binary_cross_entropy_with_logits(torch.stack(trust), sure.expand(2, -1, -1), reduction="none")
    return loss, (honest * counted).sum() / counted.sum(), (sure > 0.25).float().sum() / total


def keypoint_losses(heat_a: Tensor, heat_b: Tensor, pair: Pair) -> tuple[Tensor, Tensor]:
    """1 - agreement and 1 - peakiness, each 0 to 1, over overlapping patches."""
    side = pair.side
    a, b = heat_a.float().sigmoid(), heat_b.float().sigmoid()
    carried = sample(b, pair.partner).reshape(-1, 1, side, side)
    seen = pair.visible.float().reshape(-1, 1, side, side)
    patches = lambda x: F.unfold(x, PATCH, stride=PATCH // 2).transpose(1, 2)
    whole = patches(seen).mean(2)
    ua, ub = F.normalize(patches(a * seen), dim=2), F.normalize(patches(carried * seen), dim=2)
    weight = (whole > 0.6).float()
    agreement = ((ua * ub).sum(2) * weight).sum() / weight.sum().clamp_min(1)
    peak = lambda x: (F.max_pool2d(x, PATCH + 1, 1, PATCH // 2) - F.avg_pool2d(x, PATCH + 1, 1, PATCH // 2)).mean()
    return 1 - agreement, 1 - (peak(a) + peak(b)) / 2
