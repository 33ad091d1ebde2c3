"""Sheets for labelling heads by eye: `python -m snout_training.detector.sheets --help`.

Draws photos, four to a sheet, under a grid in percent of their sides, with a detector's findings if there are any, and reads
what a person writes of them back into labels: [{"file", "heads": [{"species", "box": [x0,y0,x1,y1], "leftEye": [x,y]|null,
"rightEye", "nose"}], "unsure": [[x0,y0,x1,y1]]}], all in percent of width and height.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import cv2
import numpy as np

CELL, COLUMNS = 560, 2


def cell_of(image: np.ndarray, title: str, found: list[list[float]]) -> np.ndarray:
    """`found`: boxes in percent. The photo, enlarged to fill the cell, under the grid."""
    room = CELL - 40
    scale = room / max(image.shape[:2])
    photo = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    h, w = photo.shape[:2]
    for i, (x0, y0, x1, y1) in enumerate(found):
        a, b = (int(x0 * w / 100), int(y0 * h / 100)), (int(x1 * w / 100), int(y1 * h / 100))
        cv2.rectangle(photo, a, b, (255, 255, 0), 1)
        cv2.putText(photo, f"#{i}", (a[0] + 2, a[1] + 12), cv2.FONT_HERSHEY_SIMPLEX, 0.4, (255, 255, 0), 1)
    cell = np.full((CELL, CELL, 3), 255, np.uint8)
    cell[40 : 40 + h, 30 : 30 + w] = photo
    for k in range(0, 101, 10):
        x, y = 30 + min(w - 1, k * w // 100), 40 + min(h - 1, k * h // 100)
        if 0 < k < 100:
            strip = cell[40 : 40 + h, x]
            strip[:] = strip // 2 + 127 * (k == 50) // 2 + 48
            strip = cell[y, 30 : 30 + w]
            strip[:] = strip // 2 + 127 * (k == 50) // 2 + 48
        cv2.putText(cell, str(k), (x - 6, 36), cv2.FONT_HERSHEY_SIMPLEX, 0.35, (0, 0, 200), 1)
        cv2.putText(cell, str(k), (2, y + 4), cv2.FONT_HERSHEY_SIMPLEX, 0.35, (0, 0, 200), 1)
    cv2.putText(cell, title, (30, 16), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (0, 0, 0), 1)
    return cell


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--list", type=Path, required=True, help='[{"file": relative to --data, "found"?: [[x0,y0,x1,y1] in percent]}]')
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    entries = json.loads(args.list.read_text())
    per_sheet = COLUMNS * COLUMNS
    for start in range(0, len(entries), per_sheet):
        cells = [np.full((CELL, CELL, 3), 255, np.uint8)] * per_sheet
        for i, entry in enumerate(entries[start : start + per_sheet]):
            image = cv2.imread(str(args.data / entry["file"]), cv2.IMREAD_COLOR)
            cells[i] = cell_of(image, f"{start + i}: {entry['file']}", entry.get("found", []))
        rows = [np.concatenate(cells[r : r + COLUMNS], 1) for r in range(0, per_sheet, COLUMNS)]
        cv2.imwrite(str(args.out / f"sheet-{start // per_sheet:03d}.png"), np.concatenate(rows))
    print(f"{len(entries)} photos on {-(-len(entries) // per_sheet)} sheets in {args.out}")


if __name__ == "__main__":
    main()
