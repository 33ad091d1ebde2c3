"""Matching score on pairs of views with known warps: of held-out pictures, against SIFT and ORB."""

from __future__ import annotations

import cv2
import numpy as np
import torch
from torch import Tensor

from .features import Extractor, classical, match, RATIO
from .model import MarkNet
from .photometry import Darkroom
from .warps import Warp, draw_pair

# A match is right when it lands within this many pixels of where the warp leads.
RIGHT = 3.0


def held_out_pairs(colours: Tensor, heights: Tensor, side: int, seed: int = 77) -> tuple[np.ndarray, np.ndarray, Warp, Warp]:
    """colours [N,3,S,S], the last of them the noses of `heights`. Two uint8 RGB views of each, and their warps; always the same."""
    random = torch.Generator(device=colours.device).manual_seed(seed)
    room = Darkroom(colours.device, random)
    a, b = draw_pair(len(colours), colours.device, random)
    views = [room.photos(colours, len(heights), heights, w, side) for w in (a, b)]
    images = [(v.clamp(0, 1) * 255).byte().permute(0, 2, 3, 1).expand(-1, -1, -1, 3).cpu().numpy() for v in views]
    return images[0], images[1], a, b


def matching_score(extract: Extractor, ratio: float, pairs: tuple[np.ndarray, np.ndarray, Warp, Warp]) -> np.ndarray:
    """[N,3] per pair: right matches over marks of the first view that the second shows; share of matches that are right; right matches."""
    ones, others, a, b = pairs
    rows = []
    for i, (one, other) in enumerate(zip(ones, others, strict=True)):
        side = one.shape[0]
        ma, mb = extract(one), extract(other)
        pick = lambda w: Warp(w.matrix[i : i + 1], w.shift[i : i + 1])
        at = torch.from_numpy(ma.points).to(a.matrix.device)[None] * 2 / side - 1
        with torch.no_grad():
            wanted = pick(b).to_view(pick(a).to_picture(at))[0].cpu().numpy()
        common = int((np.abs(wanted).max(1, initial=0) < 1).sum()) if len(wanted) else 0
        found = match(ma, mb, ratio)
        error = np.linalg.norm((wanted[found[:, 0]] + 1) * side / 2 - mb.points[found[:, 1]], axis=1)
        right = int((error < RIGHT).sum())
        rows.append([right / max(1, common), right / max(1, len(found)), right])
    return np.array(rows)


def report(extractors: dict[str, Extractor], pairs: tuple[np.ndarray, np.ndarray, Warp, Warp], noses: int) -> None:
    cv2.setNumThreads(1)
    photos = len(pairs[0]) - noses
    for name, extract in extractors.items():
        rows = matching_score(extract, RATIO[name], pairs)
        line = []
        for kind, part in (("photos", rows[:photos]), ("noses", rows[photos:])):
            score, precision, right = part.mean(0)
            line.append(f"{kind} (n={len(part)}): matching score {score:.3f}, precision {precision:.3f}, right matches {right:.1f}")
        print(f"  {name}: " + "; ".join(line), flush=True)


def baselines() -> dict[str, Extractor]:
    return {"sift": classical("sift"), "orb": classical("orb")}
