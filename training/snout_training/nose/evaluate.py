"""Figures of the nose-leather network on held-out pictures, and sheets to look at: `python -m snout_training.nose.evaluate --help`."""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np
import torch

from .model import CELLS, SIDE, NoseGraph, NoseNet
from .samples import Packed, Sample


def run(graph: NoseGraph, image: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
    """BGR crop → probability of a nose, leather [24,24], both nostrils in cells."""
    with torch.no_grad():
        out = graph(torch.from_numpy(np.ascontiguousarray(image[None, :, :, ::-1]))).numpy()[0]
    leather, *nostrils = out[1:].reshape(3, CELLS, CELLS)
    return float(out[0]), leather, np.stack([place(m) for m in nostrils])


def place(shares: np.ndarray) -> np.ndarray:
    """Mean place around the highest cell: as the product does it (packages/vision/src/nose)."""
    y, x = np.unravel_index(shares.argmax(), shares.shape)
    rows, cols = slice(max(0, y - 2), y + 3), slice(max(0, x - 2), x + 3)
    part = shares[rows, cols]
    ys, xs = np.mgrid[rows, cols][:, : part.shape[0], : part.shape[1]]
    return np.array([(xs * part).sum(), (ys * part).sum()]) / part.sum() + 0.5


def box_of(leather: np.ndarray) -> np.ndarray | None:
    """Extent of the leather at 0.5, between cells, of the largest piece, px of the crop."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats((leather > 0.5).astype(np.uint8))
    if count < 2:
        return None
    largest = 1 + stats[1:, cv2.CC_STAT_AREA].argmax()
    kept = np.where(labels == largest, leather, np.minimum(leather, 0.5))
    edges = [*crossing(kept.max(0)), *crossing(kept.max(1))]
    return np.array([edges[0], edges[2], edges[1], edges[3]]) * SIDE / CELLS


def crossing(profile: np.ndarray) -> tuple[float, float]:
    over = np.nonzero(profile > 0.5)[0]
    first, last = over[0], over[-1]
    low = first + 0.5 - (profile[first] - 0.5) / max(1e-6, profile[first] - profile[first - 1]) if first > 0 else 0.0
    high = last + 0.5 + (profile[last] - 0.5) / max(1e-6, profile[last] - profile[last + 1]) if last + 1 < len(profile) else float(len(profile))
    return float(low), float(high)


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    size = np.maximum(0, np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])).prod()
    return float(size / ((a[2:] - a[:2]).prod() + (b[2:] - b[:2]).prod() - size))


def figures(model: NoseNet, held: Packed, count: int) -> str:
    graph, rng = NoseGraph(model), np.random.default_rng(7)
    drawn, real, empty = [], [], []
    for _ in range(count):
        sample = held.draw(rng)
        presence, leather, nostrils = run(graph, sample.image)
        if not sample.present:
            empty.append(presence)
        elif sample.box is None:
            found = box_of(leather)
            real.append((presence, inside(sample, found)))
        else:
            drawn.append((presence, *errors(sample, leather, nostrils)))
    d, r = np.array(drawn), np.array(real)
    return (f"drawn noses {len(d)}: found {np.mean(d[:, 0] > 0.5):.3f}, IoU >= 0.5 {np.mean(d[:, 1] >= 0.5):.3f}, median IoU {np.median(d[:, 1]):.3f}, "
            f"nostrils off by {np.nanmedian(d[:, 2]):.3f} widths; real noses {len(r)}: found {np.mean(r[:, 0] > 0.5):.3f}, around the place that the detector gives "
            f"{np.mean(r[:, 1]):.3f}; without a nose {len(empty)}: taken for one {np.mean(np.array(empty) > 0.5):.3f}")


def errors(sample: Sample, leather: np.ndarray, nostrils: np.ndarray) -> tuple[float, float]:
    found = box_of(leather)
    wanted = np.clip(sample.box, 0, SIDE)
    off = np.nan if sample.nostrils is None else np.linalg.norm(nostrils - sample.nostrils, axis=1).mean() * SIDE / CELLS / (sample.box[2] - sample.box[0])
    return (0.0 if found is None else overlap(found, wanted)), off


def inside(sample: Sample, found: np.ndarray | None) -> bool:
    """The middle of what was found lies in what is certainly leather."""
    if found is None:
        return False
    x, y = ((found[:2] + found[2:]) / 2 * CELLS / SIDE).astype(int).clip(0, CELLS - 1)
    return bool(sample.leather[y, x] == 1)


def sheet(graph: NoseGraph, samples: list[Sample], out: Path) -> None:
    cells = []
    for sample in samples:
        presence, leather, nostrils = run(graph, sample.image)
        cell = cv2.resize(sample.image, (192, 192), interpolation=cv2.INTER_CUBIC)
        found = box_of(leather)
        if found is not None and presence > 0.5:
            a, b = (found[:2] * 2).astype(int), (found[2:] * 2).astype(int)
            cv2.rectangle(cell, tuple(int(v) for v in a), tuple(int(v) for v in b), (0, 255, 255), 1)
            for x, y in nostrils * 192 / CELLS:
                cv2.circle(cell, (int(x), int(y)), 3, (255, 0, 255), 1)
        cv2.putText(cell, f"{presence:.2f}", (3, 188), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (0, 255, 0), 1)
        cells.append(cell)
    rows = [np.hstack(cells[i : i + 8]) for i in range(0, len(cells) - len(cells) % 8, 8)]
    cv2.imwrite(str(out), np.vstack(rows))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, default=Path("work/nose-region.pt"))
    parser.add_argument("--pictures", type=Path, default=Path("work/nose-region/pictures.npz"))
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--sheet", type=Path, help="draws real held-out noses and places without one, to look at")
    args = parser.parse_args()
    model = NoseNet()
    model.load_state_dict(torch.load(args.weights, weights_only=True, map_location="cpu"))
    held = Packed(args.pictures, "validation")
    print(figures(model.eval(), held, args.count))
    if args.sheet:
        rng = np.random.default_rng(3)
        sheet(NoseGraph(model), [held.real(rng) for _ in range(32)] + [held.nothing(rng) for _ in range(16)], args.sheet)


if __name__ == "__main__":
    main()
