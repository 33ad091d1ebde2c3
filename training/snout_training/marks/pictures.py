"""Reads what pack.py packed, and needs nothing but the file: training may run where the data folder is not."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor

# Side of every picture, in pixels, once read.
SIDE = 320


class Pictures:
    """All pictures on the device: photos and noses' colours [N,3,S,S], noses' heights [M,1,S,S], uint8."""

    def __init__(self, path: Path, device: torch.device):
        packed = np.load(path)
        part = lambda values, held: torch.from_numpy(np.ascontiguousarray(values[held])).to(device)
        planar = lambda values: np.ascontiguousarray(values.transpose(0, 3, 1, 2))
        photos = planar(unpacked(path, "photos", cv2.IMREAD_COLOR))
        colours = planar(unpacked(path, "colours", cv2.IMREAD_COLOR))
        heights = unpacked(path, "heights", cv2.IMREAD_GRAYSCALE)[:, None]
        held_photos, held_noses = packed["photo_held"], packed["nose_held"]
        self.photos, self.colours, self.heights = (part(v, ~h) for v, h in ((photos, held_photos), (colours, held_noses), (heights, held_noses)))
        self.held = tuple(part(v, h) for v, h in ((photos, held_photos), (colours, held_noses), (heights, held_noses)))

    def batch(self, photos: int, noses: int, random: torch.Generator) -> tuple[Tensor, Tensor]:
        """Colours [photos + noses,3,S,S] and heights [noses,1,S,S], 0 to 1; half of them mirrored."""
        # No picture twice in a batch: its marks would be wrong answers for themselves.
        draw = lambda n, most: torch.randperm(most, device=random.device, generator=random)[:n]
        which = draw(noses, len(self.colours))
        colours = torch.cat([self.photos[draw(photos, len(self.photos))], self.colours[which]]).float() / 255
        heights = self.heights[which].float() / 255
        if torch.rand((), device=random.device, generator=random) < 0.5:
            return colours.flip(3), heights.flip(3)
        return colours, heights

    def held_out(self, most: int) -> tuple[Tensor, Tensor]:
        photos, colours, heights = (t[:most].float() / 255 for t in self.held)
        return torch.cat([photos, colours]), heights


def unpacked(path: Path, name: str, flags: int) -> np.ndarray:
    """Pictures of a list of the packed file, each resized to SIDE: [N,SIDE,SIDE,3] RGB or [N,SIDE,SIDE], uint8."""
    packed = np.load(path)
    data, ends = packed[name], packed[f"{name}_ends"]
    out = []
    for start, end in zip([0, *ends[:-1]], ends, strict=True):
        image = cv2.imdecode(data[start:end], flags)
        image = cv2.resize(image, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
        out.append(image[..., ::-1] if image.ndim == 3 else image)
    return np.stack(out)
