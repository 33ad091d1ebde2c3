"""Recall, false heads, species and landmark error of a detector on labelled photos."""

from __future__ import annotations

import numpy as np

from .photos import Photo
from .predict import Candidates, overlap, predict_closely


def evaluate(candidates: Candidates, photos: list[Photo], smallest: float = 40.0, threshold: float = 0.05) -> dict:
    """Greedy matching at IoU 0.5, best score first. Heads under `smallest` px (longest side) are not asked for."""
    scores, hits, species, errors, asked, ious = [], [], [], [], 0, []
    for photo in photos:
        rows = predict_closely(candidates, photo.pixels, threshold)
        free = list(range(len(photo.boxes)))
        side = (photo.boxes[:, 2:] - photo.boxes[:, :2]).max(1) if len(photo.boxes) else np.zeros(0)
        asked += int((side >= smallest).sum())
        for row in rows:
            fits = [(overlap(row, photo.boxes[g]), g) for g in free]
            best, g = max(fits, default=(0.0, -1))
            if best >= 0.5:
                free.remove(g)
                if side[g] < smallest:
                    continue
                ious.append(best)
                species.append(int(row[5] > row[4]) == photo.species[g])
                seen = photo.mark_mask[g] == 1
                delta = np.linalg.norm(row[6:12].reshape(3, 2) - photo.marks[g], axis=1)
                errors.extend((delta[seen] / side[g]).tolist())
            elif is_centred_in(row, photo.ignore):
                continue
            scores.append(float(row[4:6].max())), hits.append(best >= 0.5)
    order = np.argsort(-np.array(scores))
    return {
        "photos": len(photos), "heads": asked, "scores": np.array(scores)[order], "hits": np.array(hits, bool)[order],
        "species": np.array(species), "errors": np.array(errors), "ious": np.array(ious),
    }


def is_centred_in(row: np.ndarray, areas: np.ndarray) -> bool:
    """Within an area in which the person who labelled could not tell."""
    x, y = (row[0] + row[2]) / 2, (row[1] + row[3]) / 2
    return bool(((areas[:, 0] <= x) & (x <= areas[:, 2]) & (areas[:, 1] <= y) & (y <= areas[:, 3])).any())


def operating_point(result: dict, threshold: float) -> dict:
    above = result["scores"] >= threshold
    hits = int((result["hits"] & above).sum())
    false = int((~result["hits"] & above).sum())
    return {"threshold": threshold, "recall": hits / max(1, result["heads"]), "false_per_photo": false / max(1, result["photos"]), "false": false, "hits": hits}


def summary(result: dict) -> str:
    points = [operating_point(result, t) for t in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)]
    text = " | ".join(f"t{p['threshold']:.2f} R{p['recall']:.3f} F{p['false_per_photo']:.3f}" for p in points)
    return (f"{result['photos']} photos {result['heads']} heads; {text}; species {result['species'].mean():.3f}; "
            f"landmarks median {np.median(result['errors']):.4f}; IoU mean {result['ious'].mean():.3f}")
