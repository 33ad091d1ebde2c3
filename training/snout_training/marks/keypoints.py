"""Where marks are: blobs of every size that stand out in scale space, each with the way its surroundings point.

Extrema of differences of Gaussians (Lowe 2004) in a grey picture evened in brightness and contrast, so that black leather and pink leather
have as many. Nothing is learned here: of two photos of one nose the same beads must be found at the same place, size and turn, and blobs do
that better than the network before did. Which of them can be trusted, the network says that looks at them (model.py). Everything is written in
operations that ONNX has, with sizes that are known before.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

# An octave begins with a blur of FIRST of its pixels and has so many scales; the camera's own blur, in pixels of the picture.
FIRST, SCALES, OCTAVES, CAMERA = 1.0, 3, 3, 0.5
# So much more an extremum of each octave counts when the strongest are kept: photos out of focus have only the larger ones in common.
PREFERENCE = (1.0, 1.5, 2.0)
# Extrema looked at, and marks kept; strip without marks at a picture's edge, in pixels; least difference (of evened grey); largest ratio
# of the curvatures along and across (Lowe: 10; hairs are longer).
CANDIDATES, MOST, EDGE, LEAST, LONGEST = 896, 512, 6, 0.02, 12.0
# Turn: side of the lattice of samples, their distance in sizes of the mark, spread of their weights in samples, bins, sharpness (a power of 2).
LATTICE, STEP, SPREAD, BINS, SQUARINGS = 12, 0.75, 2.2, 24, 5


def evened(x: Tensor) -> Tensor:
    """Grey [B,1,H,W] with local brightness and contrast evened out, so that a black nose and a pink one, sun and shade, look alike."""
    mean = spread(x)
    deviation = (spread(x * x) - mean * mean).clamp_min(0).add(4e-4).sqrt()
    return ((x - mean) / deviation).clamp(-3, 3)


def spread(x: Tensor) -> Tensor:
    """Mean over some 48 pixels around, by way of a small picture."""
    small = F.avg_pool2d(x, 8)
    small = F.avg_pool2d(small, 5, 1, 2, count_include_pad=False)
    return F.interpolate(small, size=x.shape[2:], mode="bilinear", align_corners=False)


def gaussian(sigma: float, reach: int) -> Tensor:
    axis = torch.arange(-reach, reach + 1).float()
    kernel = torch.exp(-0.5 * (axis / sigma) ** 2)
    return kernel / kernel.sum()


class ScaleSpace(nn.Module):
    """evened grey [B,1,H,W], H and W multiples of 32 → the octaves' first pictures side by side and their differences of Gaussians."""

    def __init__(self) -> None:
        super().__init__()
        levels = [FIRST * 2 ** (i / SCALES) for i in range(1, SCALES + 3)]
        blurs = [math.sqrt(level**2 - FIRST**2) for level in levels]
        self.reach = math.ceil(3 * blurs[-1])
        self.register_buffer("levels", torch.stack([gaussian(b, self.reach) for b in blurs]), persistent=False)
        first = math.sqrt(FIRST**2 - CAMERA**2)
        self.first_reach = math.ceil(3.5 * first)
        self.register_buffer("first", gaussian(first, self.first_reach)[None], persistent=False)

    def forward(self, x: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Returns the atlas [B,1,H,W * 3/2] (see `place_in_atlas`) and, an octave each, differences [B,SCALES + 2,h,w]."""
        base = blurred(x, self.first, self.first_reach)
        firsts, differences = [], []
        for _ in range(OCTAVES):
            stack = torch.cat([base, blurred(base, self.levels, self.reach)], 1)
            firsts.append(base)
            differences.append(stack[:, 1:] - stack[:, :-1])
            base = F.avg_pool2d(stack[:, SCALES : SCALES + 1], 2)
        height = x.shape[2]
        column = torch.cat([firsts[1], F.pad(firsts[2], (0, firsts[2].shape[3], 0, height // 4))], 2)
        return torch.cat([firsts[0], column], 3), differences


def blurred(x: Tensor, kernels: Tensor, reach: int) -> Tensor:
    """[B,1,H,W] by each of the kernels [N,2 * reach + 1] → [B,N,H,W]; the edge repeats."""
    count = len(kernels)
    down = F.conv2d(F.pad(x, (0, 0, reach, reach), mode="replicate"), kernels[:, None, :, None])
    return F.conv2d(F.pad(down, (reach, reach, 0, 0), mode="replicate"), kernels[:, None, None, :], groups=count)


def extrema(d: Tensor) -> Tensor:
    """differences [B,N,h,w] → the same shape: how much an extremum over its 26 neighbours differs, 0 elsewhere and in the outermost layers."""
    inner = d[:, 1:-1]
    most = lambda t: torch.maximum(torch.maximum(t[:, :-2], t[:, 2:]), t[:, 1:-1])
    high = (inner >= most(F.max_pool2d(d, 3, 1, 1))) & (inner > LEAST)
    low = (inner <= -most(F.max_pool2d(-d, 3, 1, 1))) & (inner < -LEAST)
    return F.pad(inner.abs() * (high | low).float(), (0, 0, 0, 0, 1, 1))


def preference(height: int, width: int, octave: int) -> Tensor:
    """What the octave's extrema are multiplied by: 0 in the strip at the edge."""
    edge = max(2, math.ceil(EDGE / 2**octave))
    mask = torch.zeros(1, 1, height, width)
    mask[:, :, edge:-edge, edge:-edge] = PREFERENCE[octave]
    return mask


class Keypoints(nn.Module):
    """evened grey [B,1,H,W] → atlas, frames [B,MOST,4] (x, y, size sigma, in pixels, and turn in radians), octave [B,MOST], found [B,MOST].

    In the order of octave, scale and place, so that two machines that round otherwise give one list. `found`: 1, or 0 for what fills up.
    """

    def __init__(self) -> None:
        super().__init__()
        self.space = ScaleSpace()
        axis = (torch.arange(LATTICE) - (LATTICE - 1) / 2) * STEP
        y, x = torch.meshgrid(axis, axis, indexing="ij")
        self.register_buffer("around", torch.stack([x, y], -1).reshape(-1, 2), persistent=False)
        within = torch.arange(LATTICE - 2) - (LATTICE - 3) / 2
        weight = torch.exp(-0.5 * (within / SPREAD) ** 2)
        self.register_buffer("weight", (weight[:, None] * weight).reshape(-1, 1), persistent=False)
        ways = torch.arange(BINS) * (2 * math.pi / BINS)
        self.register_buffer("ways", torch.stack([ways.cos(), ways.sin()]), persistent=False)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        height, width = x.shape[2:]
        atlas, differences = self.space(x)
        flat = torch.cat([d.flatten(1) for d in differences], 1)
        peaks = torch.cat([(extrema(d) * preference(*d.shape[2:], o).to(d)).flatten(1) for o, d in enumerate(differences)], 1)
        strong, chosen = peaks.topk(CANDIDATES, 1)
        octave, index, wide, layer = place_of(chosen, height, width)
        column, row = index % wide, torch.div(index, wide, rounding_mode="floor")
        # What fills up lies anywhere, also at the edge: its neighbours are looked for inside.
        safe = chosen.clamp(layer + wide + 1, flat.shape[1] - layer - wide - 2)
        at = lambda shift: flat.gather(1, safe + shift)
        here, right, left, below, above, larger, smaller = (at(s) for s in (0 * wide, 0 * wide + 1, 0 * wide - 1, wide, -wide, layer, -layer))
        xx, yy, ss = right + left - 2 * here, below + above - 2 * here, larger + smaller - 2 * here
        xy = (at(wide + 1) + at(-wide - 1) - at(wide - 1) - at(1 - wide)) / 4
        gx, gy, gs = (right - left) / 2, (below - above) / 2, (larger - smaller) / 2
        area, trace = xx * yy - xy * xy, xx + yy
        blob = (strong > LEAST) & (area > 1e-9) & (trace * trace < area * ((LONGEST + 1) ** 2 / LONGEST))
        solid = torch.where(blob, area, torch.ones_like(area))
        off_x, off_y = (-(yy * gx - xy * gy) / solid).clamp(-0.6, 0.6), (-(xx * gy - xy * gx) / solid).clamp(-0.6, 0.6)
        off_s = (-gs / torch.where(ss.abs() > 1e-9, ss, torch.ones_like(ss))).clamp(-0.5, 0.5)
        scale = torch.div(row, torch.div(layer, wide, rounding_mode="floor"), rounding_mode="floor")
        row = row - scale * torch.div(layer, wide, rounding_mode="floor")
        unit = torch.pow(2.0, octave.float())
        sigma = FIRST * unit * torch.pow(2.0, (scale.float() + off_s) / SCALES)
        frames = torch.stack([(column + 0.5 + off_x) * unit, (row + 0.5 + off_y) * unit, sigma], 2)
        kept = (strong * blob.float()).topk(MOST, 1)
        # Back in the order of place.
        order = torch.where(kept.values > 0, chosen.gather(1, kept.indices), flat.shape[1] + kept.indices).topk(MOST, 1, largest=False).indices
        picked = kept.indices.gather(1, order)
        found = (kept.values.gather(1, order) > 0).float()
        take = picked[..., None].expand(-1, -1, 3)
        frames, octave = frames.gather(1, take), octave.gather(1, picked)
        return atlas, torch.cat([frames, self.turn(atlas, frames, octave)[..., None]], 2), octave, found

    def turn(self, atlas: Tensor, frames: Tensor, octave: Tensor) -> Tensor:
        """[B,K]: the commonest direction of the grey's slope around each mark, radians."""
        places = frames[:, :, None, :2] + self.around * frames[:, :, None, 2:3]
        seen = sample_atlas(atlas, places, octave).unflatten(2, (LATTICE, LATTICE))
        gx = (seen[:, :, 1:-1, 2:] - seen[:, :, 1:-1, :-2]).flatten(2)
        gy = (seen[:, :, 2:, 1:-1] - seen[:, :, :-2, 1:-1]).flatten(2)
        steep = (gx * gx + gy * gy + 1e-12).sqrt()
        near = 0.5 + 0.5 * (torch.stack([gx / steep, gy / steep], 3) @ self.ways)
        for _ in range(SQUARINGS):
            near = near * near
        share = (near * (steep[..., None] * self.weight)).sum(2)
        best = share.argmax(2, keepdim=True)
        beside = lambda step: share.gather(2, (best + step + BINS) % BINS)[..., 0]
        before, top, after = beside(-1), beside(0), beside(1)
        bend = (before + after - 2 * top).clamp_max(-1e-9)
        return (best[..., 0].float() + ((before - after) / (2 * bend)).clamp(-0.5, 0.5)) * (2 * math.pi / BINS)


def place_of(flat: Tensor, height: int, width: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Index into all octaves' differences → octave, index within the octave, the octave's width, and pixels of one of its layers."""
    octave, start = torch.zeros_like(flat), torch.zeros_like(flat)
    end = 0
    for o in range(1, OCTAVES):
        end += (SCALES + 2) * (height >> (o - 1)) * (width >> (o - 1))
        later = (flat >= end).long()
        octave, start = octave + later, torch.where(later > 0, end, start)
    wide, layer = torch.full_like(flat, width), torch.full_like(flat, height * width)
    for o in range(1, OCTAVES):
        wide = torch.where(octave == o, width >> o, wide)
        layer = torch.where(octave == o, (height >> o) * (width >> o), layer)
    return octave, flat - start, wide, layer


def sample_atlas(atlas: Tensor, places: Tensor, octave: Tensor) -> Tensor:
    """The octaves' first pictures at places [B,K,P,2], in pixels of the picture, each mark from its octave → [B,K,P], bilinear."""
    high, wide = atlas.shape[2], atlas.shape[3]
    width = wide * 2 // 3
    unit = torch.pow(2.0, octave.float())[..., None]
    x = torch.minimum((places[..., 0] / unit).clamp_min(0.5), width / unit - 0.5) + (octave > 0).float()[..., None] * width
    y = torch.minimum((places[..., 1] / unit).clamp_min(0.5), high / unit - 0.5) + (octave > 1).float()[..., None] * (high // 2)
    grid = torch.stack([x * (2 / wide) - 1, y * (2 / high) - 1], 3)
    return F.grid_sample(atlas, grid, mode="bilinear", padding_mode="border", align_corners=False)[:, 0]
