"""Assignment of cells to heads, and the loss."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

# Longest side of a head, in pixels of the network's input, that a level may answer for; ranges overlap on purpose.
LEVEL_RANGE = {8: (0.0, 72.0), 16: (40.0, 176.0), 32: (112.0, 1e9)}
# Cells within this share of the half side around the centre are positive.
CENTRE_SHARE = 0.35


def assign(heads: Tensor, cells: Tensor) -> Tensor:
    """heads [G,4] boxes, cells [N,3] → index of the head for each cell, or -1 (background), [N]."""
    owner = torch.full((len(cells),), -1, dtype=torch.long)
    if len(heads) == 0:
        return owner
    centre, side = (heads[:, :2] + heads[:, 2:]) / 2, heads[:, 2:] - heads[:, :2]
    longest = side.amax(1)
    delta = (cells[:, None, :2] - centre[None]).abs()
    radius = torch.maximum(side[None] * 0.5 * CENTRE_SHARE, cells[:, None, 2:] * 0.75)
    inside = (delta <= radius).all(-1)
    low = torch.zeros_like(cells[:, 2])
    high = torch.zeros_like(cells[:, 2])
    for stride, (a, b) in LEVEL_RANGE.items():
        low[cells[:, 2] == stride], high[cells[:, 2] == stride] = a, b
    inside &= (longest[None] >= low[:, None]) & (longest[None] < high[:, None])
    # A cell within two heads belongs to the smaller one.
    cost = torch.where(inside, longest[None].expand_as(inside), torch.inf)
    best, index = cost.min(1)
    return torch.where(best.isfinite(), index, owner)


def giou(a: Tensor, b: Tensor) -> tuple[Tensor, Tensor]:
    """Row by row IoU and generalised IoU (Rezatofighi et al. 2019) of boxes [M,4]."""
    area_a = (a[:, 2:] - a[:, :2]).prod(1)
    area_b = (b[:, 2:] - b[:, :2]).prod(1)
    inter = (torch.minimum(a[:, 2:], b[:, 2:]) - torch.maximum(a[:, :2], b[:, :2])).clamp(min=0).prod(1)
    union = area_a + area_b - inter
    hull = (torch.maximum(a[:, 2:], b[:, 2:]) - torch.minimum(a[:, :2], b[:, :2])).prod(1)
    iou = inter / union.clamp(min=1e-6)
    return iou, iou - (hull - union) / hull.clamp(min=1e-6)


def detection_loss(raw: Tensor, decoded: Tensor, cells: Tensor, batch: list[dict]) -> dict[str, Tensor]:
    """`batch`: per photo `boxes` [G,4], `species` [G] (0 dog, 1 cat), `marks` [G,3,2], `mark_mask` [G,3] (1 seen, 0 hidden,
    -1 not labelled), `box_weight` [G], `ignore` [K,4] areas where nothing is judged."""
    logits, scores_target = [], []
    box_losses, mark_losses, vis_losses, weights = [], [], [], []
    judged = []
    for i, truth in enumerate(batch):
        owner = assign(truth["boxes"], cells)
        target = torch.zeros_like(raw[i, :, :2])
        keep = torch.ones(len(cells))
        for area in truth["ignore"]:
            inside = ((cells[:, :2] >= area[:2]) & (cells[:, :2] <= area[2:])).all(1)
            keep[inside] = 0
        positive = owner >= 0
        keep[positive] = 1
        if positive.any():
            which = owner[positive]
            pred = decoded[i, positive]
            boxes = truth["boxes"][which]
            iou, g = giou(pred[:, :4], boxes)
            weight = truth["box_weight"][which]
            # Quality focal loss: the score learns how well the box fits; badly known boxes count as well fitting.
            fit = torch.maximum(iou.detach().clamp(0.3, 1), 1 - weight)
            target[positive, truth["species"][which]] = fit
            box_losses.append((1 - g) * weight)
            side = (boxes[:, 2:] - boxes[:, :2]).amax(1)
            mask = truth["mark_mask"][which]
            distance = (pred[:, 6:12].reshape(-1, 3, 2) - truth["marks"][which]) / side[:, None, None]
            error = F.smooth_l1_loss(distance, torch.zeros_like(distance), reduction="none", beta=0.03).sum(-1)
            mark_losses.append((error * (mask == 1)).sum(1))
            vis = F.binary_cross_entropy_with_logits(raw[i, positive, 12:15], mask.clamp(min=0), reduction="none")
            vis_losses.append((vis * (mask >= 0)).sum(1))
            weights.append(torch.ones(len(which)))
        logits.append(raw[i, :, :2]), scores_target.append(target), judged.append(keep)
    logit, target = torch.stack(logits), torch.stack(scores_target)
    modulate = (logit.sigmoid() - target).detach().abs().pow(2)
    cls = F.binary_cross_entropy_with_logits(logit, target, reduction="none") * modulate
    cls = (cls.sum(-1) * torch.stack(judged)).sum()
    count = max(1, sum(len(w) for w in weights))
    zero = raw.sum() * 0
    box = torch.cat(box_losses).sum() if box_losses else zero
    mark = torch.cat(mark_losses).sum() if mark_losses else zero
    vis = torch.cat(vis_losses).sum() if vis_losses else zero
    return {"cls": 2 * cls / count, "box": 6 * box / count, "mark": 4 * mark / count, "vis": 0.2 * vis / count}
