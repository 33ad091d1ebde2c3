"""What the local features are taught: to know a mark again in another photo, among all marks of that photo and of other animals.

Marks are found in both views of a picture. The partner of a mark is what the second view's own keypoints have at its place, so that the
network sees how places, sizes and turns really differ; where they have none, its own frame led there by the known warp, and shaken. Vectors:
softmax over all marks of the batch, in both directions (as InfoNCE, van den Oord et al. 2018); the other pictures' marks are wrong answers too,
because a nose must be told from other noses. Trust: the probability that the mark is found again and known again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from .warps import Warp, sample

# Sharpness of the softmax; marks of one picture nearer than this, in pixels, are not wrong answers for each other.
TEMPERATURE, NEAR = 0.06, 5.0
# How far a mark found again may lie from where it should, in its sizes; in size, as a logarithm; in turn, radians.
OFF, OFF_SIZE, OFF_TURN = 1.0, 0.42, 0.6
# Deviation of what a frame is shaken by: place in sizes, logarithm of the size, turn in radians.
SHAKEN, SHAKEN_SIZE, SHAKEN_TURN = 0.25, 0.12, 0.14


@dataclass
class Partners:
    """Of marks of view A: frames in view B [B,K,4] and their octave [B,K]; `seen`: both views show the place and it stays as it is; `shown`: B's
    frame shows it; `again`: B's own keypoints have it. All [B,K], 0 or 1."""

    frames: Tensor
    octave: Tensor
    seen: Tensor
    shown: Tensor
    again: Tensor


def led(frames: Tensor, a: Warp, b: Warp, mask: Tensor, side: int) -> tuple[Tensor, Tensor, Tensor]:
    """Frames of view A [B,K,4] → where view B has them, whether the picture shows and `mask` [B,1,S,S] keeps the place, and whether B shows it."""
    unit = lambda at: at * 2 / side - 1
    step = 1.5
    shifts = torch.tensor([[0.0, 0.0], [step, 0.0], [0.0, step]], device=frames.device)
    places = (frames[:, :, None, :2] + shifts).flatten(1, 2)
    picture = a.to_picture(unit(places))
    there = ((b.to_view(picture) + 1) * side / 2).unflatten(1, (-1, 3))
    picture = picture.unflatten(1, (-1, 3))[:, :, 0]
    right, down = (there[:, :, 1] - there[:, :, 0]) / step, (there[:, :, 2] - there[:, :, 0]) / step
    area = (right[..., 0] * down[..., 1] - right[..., 1] * down[..., 0]).clamp(0.01, 100)
    turn = torch.atan2(right[..., 1] - down[..., 0], right[..., 0] + down[..., 1])
    out = torch.cat([there[:, :, 0], (frames[..., 2] * area.sqrt())[..., None], (frames[..., 3] + turn)[..., None]], 2)
    kept = (picture.abs().amax(-1) < 0.99) & (sample(mask, picture)[:, 0] > 0.5)
    shown = (out[..., :2] > 8).all(2) & (out[..., :2] < side - 8).all(2)
    return out, kept, shown


def partners(frames: Tensor, octave: Tensor, others: tuple[Tensor, Tensor, Tensor], warps: tuple[Warp, Warp], mask: Tensor, side: int,
             random: torch.Generator) -> Partners:
    """`frames`, `octave`: of view A; `others`: frames, octaves and found of view B."""
    wanted, kept, shown = led(frames, *warps, mask, side)
    there, there_octave, found = others
    size = wanted[..., 2]
    far = torch.cdist(wanted[..., :2], there[..., :2]) / size[..., None] / OFF
    grown = (wanted[:, :, None, 2].log() - there[:, None, :, 2].log()).abs() / OFF_SIZE
    turned = wrapped(wanted[:, :, None, 3] - there[:, None, :, 3]).abs() / OFF_TURN
    worst = torch.maximum(torch.maximum(far, grown), turned).masked_fill(found[:, None] < 0.5, 1e9)
    best = worst.min(2)
    again = best.values < 1
    noise = torch.randn(wanted.shape, device=wanted.device, generator=random)
    place = wanted[..., :2] + noise[..., :2] * size[..., None] * SHAKEN
    shaken = torch.cat([place, (size * torch.exp(noise[..., 2] * SHAKEN_SIZE))[..., None], (wanted[..., 3] + noise[..., 3] * SHAKEN_TURN)[..., None]], 2)
    own = there.gather(1, best.indices[..., None].expand(-1, -1, 4))
    # A mark may have wandered into another octave of a view that shows it larger.
    likely = (octave.float() + (size / frames[..., 2]).log2()).round().clamp(0, 2).long()
    return Partners(torch.where(again[..., None], own, shaken), torch.where(again, there_octave.gather(1, best.indices), likely),
                    (kept & shown).float(), shown.float(), again.float())


def wrapped(angle: Tensor) -> Tensor:
    return torch.remainder(angle + math.pi, 2 * math.pi) - math.pi


def losses(one: Tensor, other: Tensor, trust: Tensor, frames: Tensor, partner: Partners, found: Tensor, temperature: float) -> tuple[Tensor, Tensor, Tensor]:
    """`one`, `other` [B,K,64], `trust` [B,K] logits of view A; `found` [B,K]. Returns the vectors' loss, trust's, and the share known again."""
    batch, count = frames.shape[:2]
    usable = (partner.seen * found).flatten() > 0.5
    logits = one.flatten(0, 1) @ other.flatten(0, 1).T / temperature
    near = block((torch.cdist(frames[..., :2], frames[..., :2]) < NEAR) | (torch.cdist(partner.frames[..., :2], partner.frames[..., :2]) < NEAR))
    itself = torch.eye(batch * count, dtype=torch.bool, device=one.device)
    logits = logits.masked_fill((near | ~usable | ~usable[:, None]) & ~itself, -1e4)
    forth, back = F.log_softmax(logits, 1).diagonal(), F.log_softmax(logits, 0).diagonal()
    total = usable.sum().clamp_min(1)
    loss = -((forth + back) * usable).sum() / (2 * total)
    with torch.no_grad():
        right = (forth + back).exp().reshape(batch, count) * partner.seen
        counted = partner.shown * found
    honest = (F.binary_cross_entropy_with_logits(trust, right * partner.again, reduction="none") * counted).sum() / counted.sum().clamp_min(1)
    return loss, honest, ((forth + back).exp() > 0.25)[usable].float().mean()


def block(pairs: Tensor) -> Tensor:
    """[B,K,K] of pairs within pictures → [B * K,B * K], false between pictures."""
    batch, count = pairs.shape[:2]
    out = torch.zeros(batch, count, batch, count, dtype=torch.bool, device=pairs.device)
    which = torch.arange(batch, device=pairs.device)
    out[which, :, which] = pairs
    return out.reshape(batch * count, batch * count)
