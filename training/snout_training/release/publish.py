"""Exports the five models into the product: `python -m snout_training.release.publish --help`.

Writes models/<name>/weights.onnx, model.json, golden.json, and checks the ONNX file against PyTorch. The product's own loader verifies all of
it at every start, and its tests do.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import nn

from ..detector.model import HeadDetector
from ..marks.features import LEAST, marks_of
from ..marks.model import MarkNet, MarksGraph
from ..nose.model import SIDE as NOSE_SIDE
from ..nose.model import NoseGraph, NoseNet
from ..quality.model import FACTORS, HeadQuality
from ..sampling import head_crop, roll_of
from ..mobilenet import fold_batch_norm
from .restore import read_embedders, restore
from .graphs import DetectorGraph, EmbedderGraph, QualityGraph, export

ALIGN = {"minConfidence": 0.6, "maxRoll": 45}


def ramp(seed: int, shape: tuple[int, ...]) -> np.ndarray:
    """Golden pixels: value at flat index i = (i * 31 + seed * 17 + (i >> 7) * 7) & 255."""
    i = np.arange(int(np.prod(shape)), dtype=np.int64)
    return ((i * 31 + seed * 17 + (i >> 7) * 7) & 255).astype(np.uint8).reshape(shape)


def load(model: nn.Module, path: Path) -> nn.Module:
    model.load_state_dict(torch.load(path, weights_only=True, map_location="cpu"))
    return model.eval()


def detector_graph(paths: list[Path]) -> nn.Module:
    return DetectorGraph([released_detector(p) if p.suffix == ".onnx" else load(HeadDetector(), p) for p in paths])


def released_detector(path: Path) -> HeadDetector:
    model = HeadDetector().eval()
    fold_batch_norm(model)
    return restore(model, path)


def embedder_graph(paths: list[Path]) -> nn.Module:
    *weights, within, head = paths
    return EmbedderGraph(read_embedders(weights), torch.load(within, weights_only=True), torch.load(head, weights_only=True))


def quality_graph(path: Path) -> nn.Module:
    return QualityGraph(load(HeadQuality(), path))


def marks_graph(path: Path) -> nn.Module:
    return MarksGraph(load(MarkNet(), path))


def nose_graph(path: Path) -> nn.Module:
    return NoseGraph(load(NoseNet(), path))


def golden(graph: nn.Module, weights: Path, names: tuple[str, str], shapes: list[tuple[int, ...]], tolerance: float, generator: str = "ramp") -> list[dict]:
    """Golden vectors by onnxruntime, checked against PyTorch with full-precision weights. `generator`: of the pixels, see golden-vectors.ts."""
    session = onnxruntime.InferenceSession(str(weights), providers=["CPUExecutionProvider"])
    rows, worst = [], 0.0
    for seed, shape in enumerate(shapes, 1):
        pixels = {"ramp": ramp, "blobs": blobs}[generator](seed, shape)
        got = session.run([names[1]], {names[0]: pixels})[0]
        with torch.no_grad():
            want = graph(torch.from_numpy(pixels)).numpy()
        worst = max(worst, float((np.abs(got - want) / np.maximum(1.0, np.abs(want))).max()))
        rows.append({"input": {"generator": generator, "seed": seed, "shape": list(shape)}, "output": [round(float(v), 5) for v in got.ravel()]})
    if worst > tolerance:
        raise SystemExit(f"{weights}: onnxruntime and PyTorch differ by {worst:.5f}, allowed are {tolerance}")
    print(f"{weights}: onnxruntime and PyTorch differ by at most {worst:.6f}")
    return rows


def write(folder: Path, manifest: dict, rows: list[dict], precision: str) -> None:
    weights = folder / "weights.onnx"
    data = weights.read_bytes()
    manifest["weights"] = {"file": "weights.onnx", "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "precision": precision}
    (folder / "golden.json").write_text(json.dumps(rows) + "\n")
    (folder / "model.json").write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")


def parity_fixture(out: Path) -> None:
    """Crops of made-up pictures, for the product's test that both sides look at a head alike."""
    cases = []
    for seed, (width, height, box, eyes) in enumerate([
        (320, 240, [90.0, 40.0, 210.0, 170.0], None), (320, 240, [90.5, 40.25, 210.0, 170.0], [[120.0, 90.0], [180.0, 110.0]]),
        (640, 480, [10.0, 20.0, 470.0, 460.0], [[150.0, 200.0], [310.0, 120.0]]), (200, 200, [150.0, 140.0, 220.0, 230.0], None),
        (90, 120, [20.0, 30.0, 62.0, 70.0], [[30.0, 50.0], [52.0, 44.0]]),
    ], 1):
        y, x = np.mgrid[0:height, 0:width]
        image = np.stack([(x * 3 + y * 5 + c * 40 + seed * 17 + ((x >> 4) ^ (y >> 4)) * 11) & 255 for c in range(3)], -1).astype(np.uint8)
        marks = np.array(eyes) if eyes else np.zeros((2, 2))
        roll = roll_of(marks, np.array([0.9, 0.9] if eyes else [0.0, 0.0]), ALIGN["minConfidence"], ALIGN["maxRoll"])
        crop = head_crop(image, np.array(box), roll, 1.25, 64)
        point = lambda p: {"x": p[0], "y": p[1], "confidence": 0.9}
        cases.append({
            "image": {"generator": "ramp2d", "seed": seed, "width": width, "height": height},
            "head": {"box": box, "landmarks": {"leftEye": point(eyes[0]), "rightEye": point(eyes[1])} if eyes else None},
            "scale": 1.25, "side": 64, "align": ALIGN, "cropBase64": base64.b64encode(crop.tobytes()).decode(),
        })
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(cases) + "\n")


def marks_fixture(weights: Path, out: Path) -> None:
    """Marks that the exported network and marks_of() find in made-up pixels, for the product's test that both find the same."""
    shape = (1, 320, 320, 3)
    session = onnxruntime.InferenceSession(str(weights), providers=["CPUExecutionProvider"])
    rows = session.run(["marks"], {"crop": blobs(5, shape)})[0]
    marks = marks_of(rows)
    points, vectors = marks.points, marks.vectors
    found = sorted((float(v) for v in rows[:, 2] if v > LEAST), reverse=True)
    if len(points) < 20:
        raise SystemExit(f"{weights} finds {len(points)} marks in made-up pixels: too few to compare the product with")
    coded = lambda values: base64.b64encode(np.ascontiguousarray(values, "<f4").tobytes()).decode()
    fixture = {"pixels": {"generator": "blobs", "seed": 5, "shape": list(shape)}, "model": hashlib.sha256(weights.read_bytes()).hexdigest(),
               "points": points.astype(float).round(3).tolist(), "scores": [round(v, 5) for v in found], "vectors": coded(vectors)}
    out.write_text(json.dumps(fixture) + "\n")


def blobs(seed: int, shape: tuple[int, ...]) -> np.ndarray:
    """Soft spots of many sizes, which the local features can find (the ramp has thousands of equals): whole numbers alone, so that every
    machine makes the same."""
    y, x = np.mgrid[0 : shape[1], 0 : shape[2]].astype(np.int64)
    value = np.zeros(shape[1:3], np.int64)
    for k in range(60):
        at = [(seed * 7919 + k * k * 31 + k * step) % size for step, size in ((137, shape[2]), (251, shape[1]))]
        reach = 9 + (k * 53) % 120
        near = np.maximum(0, reach - (x - at[0]) ** 2 - (y - at[1]) ** 2)
        value += (1 if k % 2 else -1) * near * 90 // reach
    return np.repeat((128 + value).clip(0, 255).astype(np.uint8)[None, :, :, None], 3, 3)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--models", type=Path, default=Path("../models"))
    parser.add_argument("--fixtures", type=Path, default=Path("../packages/vision/fixtures"))
    parser.add_argument("--detector", type=Path, nargs="+", help=".pt or a released single .onnx; the mean of several is one model")
    parser.add_argument("--embedder", type=Path, nargs="+",
                        help="the networks (.pt, or an .onnx as face-embedder-1 was), then what within.py and head_or_not.py made of them")
    parser.add_argument("--quality", type=Path)
    parser.add_argument("--marks", type=Path, help="what marks/train.py made; then fit its calibration with the product, see training/README.md")
    parser.add_argument("--nose", type=Path, help="what nose/train.py made")
    args = parser.parse_args()
    settings = json.loads((Path(__file__).parent / "settings.json").read_text())
    torch.set_num_threads(2)
    side = settings["side"]
    # The embedder's weights are int8: its log-odds differ by about a hundredth.
    # Boxes are exponentials: with fp16 weights, cells without a head differ by per cents (golden pictures have no heads). Where a head is found in
    # real photos, boxes differ by less than 0.2 px and scores by less than 0.002.
    free = torch.export.Dim.DYNAMIC
    jobs = (
        ("head-detector", args.detector, detector_graph, ("image", "candidates"), (1, 416, 320, 3), {1: free, 2: free}, [(1, 96, 128, 3), (1, 160, 64, 3)], 0.05),
        ("face-embedder", args.embedder, embedder_graph, ("crops", "templates"), (2, side, side, 3), {0: free}, [(1, side, side, 3), (2, side, side, 3)], 0.02),
        ("head-quality", args.quality, quality_graph, ("crops", "factors"), (2, side, side, 3), {0: free}, [(1, side, side, 3), (2, side, side, 3)], 0.01),
        ("marks", args.marks, marks_graph, ("crop", "marks"), (1, 320, 320, 3), {}, [(1, 320, 320, 3)], 0.02),
        ("nose-region", args.nose, nose_graph, ("crop", "nose"), (1, NOSE_SIDE, NOSE_SIDE, 3), {}, [(1, NOSE_SIDE, NOSE_SIDE, 3)], 0.02),
    )
    for name, weights, graph_of, names, example, dynamic, shapes, tolerance in jobs:
        if weights is None:
            continue
        folder = args.models / name
        folder.mkdir(parents=True, exist_ok=True)
        precision = settings[name].pop("precision")
        graph = graph_of(weights).eval()
        export(graph, torch.from_numpy(ramp(7, example)), names, dynamic, folder / "weights.onnx", int8=precision == "int8")
        rows = golden(graph, folder / "weights.onnx", names, shapes, tolerance, "blobs" if name == "marks" else "ramp")
        manifest = {**settings[name], "golden": {"file": "golden.json", "tolerance": 0.01, "relativeTolerance": 0.01}}
        old = folder / "model.json"
        if name == "face-embedder" and old.exists():
            # Fitted after export by `snout calibrate --write`; it stays until the next fit.
            manifest["calibration"] = json.loads(old.read_text()).get("calibration", settings[name]["calibration"])
        write(folder, manifest, rows, precision)
        if name == "marks":
            marks_fixture(folder / "weights.onnx", args.fixtures / "marks-parity.json")
    parity_fixture(args.fixtures / "crop-parity.json")


if __name__ == "__main__":
    main()
