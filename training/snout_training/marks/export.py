"""Exports the local-feature network: `python -m snout_training.marks.export --weights work/marks.pt --out work/marks.onnx`.

ONNX, fp16 weights, computing in float32; compared with PyTorch on made-up pixels, and timed on one core.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from ..mobilenet import fold_batch_norm
from ..release.graphs import forget_origin, halve_weights
from .model import MarkNet, MarksGraph

NAMES = ("scores", "descriptors")
# Largest difference to PyTorch that fp16 weights may make: scores are 0 to 1; descriptors are compared by the cosine of each.
SCORE_TOLERANCE, COSINE_LEAST = 0.02, 0.999


def export(model: MarkNet, out: Path, side: int = 320) -> MarksGraph:
    graph = MarksGraph(model).eval()
    fold_batch_norm(graph)
    example = torch.from_numpy(pixels(1, side, side))
    sizes = {1: torch.export.Dim("h", min=2, max=64) * 32, 2: torch.export.Dim("w", min=2, max=64) * 32}
    program = torch.onnx.export(graph, (example,), input_names=["crop"], output_names=list(NAMES), dynamo=True,
                                dynamic_shapes=(sizes,), opset_version=18, optimize=True)
    program.save(str(out))
    exported = onnx.load(str(out))
    halve_weights(exported.graph)
    forget_origin(exported)
    onnx.checker.check_model(exported)
    out.unlink()
    for leftover in out.parent.glob(out.name + ".data"):
        leftover.unlink()
    onnx.save(exported, str(out), save_as_external_data=False)
    return graph


def pixels(seed: int, height: int, width: int) -> np.ndarray:
    """uint8 [1,H,W,3]: soft blobs with grain, so that scores differ from place to place."""
    rng = np.random.default_rng(seed)
    coarse = torch.from_numpy(rng.random((1, 3, height // 16, width // 16), np.float32))
    image = torch.nn.functional.interpolate(coarse, size=(height, width), mode="bicubic").numpy() * 200 + rng.normal(0, 8, (1, 3, height, width))
    return np.ascontiguousarray(image.clip(0, 255).astype(np.uint8).transpose(0, 2, 3, 1))


def session_of(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def compare(graph: MarksGraph, session: onnxruntime.InferenceSession) -> None:
    for seed, (height, width) in enumerate([(320, 320), (192, 256)], 3):
        crop = pixels(seed, height, width)
        with torch.no_grad():
            wanted = [t.numpy() for t in graph(torch.from_numpy(crop))]
        got = session.run(list(NAMES), {"crop": crop})
        score = float(np.abs(got[0] - wanted[0]).max())
        unit = [d / np.linalg.norm(d, axis=-1, keepdims=True) for d in (got[1], wanted[1])]
        cosine = float((unit[0] * unit[1]).sum(-1).min())
        print(f"{height} x {width}: scores differ by at most {score:.5f}, descriptors' cosine is at least {cosine:.5f}")
        if score > SCORE_TOLERANCE or cosine < COSINE_LEAST:
            raise SystemExit(f"onnxruntime and PyTorch differ: allowed are {SCORE_TOLERANCE} and {COSINE_LEAST}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, help="what train.py made; without it an untrained network, to measure its time")
    parser.add_argument("--out", type=Path, default=Path("work/marks.onnx"))
    args = parser.parse_args()
    torch.manual_seed(1)
    model = MarkNet()
    if args.weights:
        model.load_state_dict(torch.load(args.weights, weights_only=True, map_location="cpu"))
    graph = export(model, args.out)
    session = session_of(args.out)
    compare(graph, session)
    crop = pixels(9, 320, 320)
    times = []
    for _ in range(30):
        began = time.perf_counter()
        session.run(None, {"crop": crop})
        times.append(1000 * (time.perf_counter() - began))
    parameters = sum(p.numel() for p in model.parameters())
    print(f"{args.out}: {args.out.stat().st_size / 2**20:.2f} MiB, {parameters / 1e6:.2f} M parameters; "
          f"320 x 320 on one core: median {np.median(times):.1f} ms, least {min(times):.1f} ms, of 30")


if __name__ == "__main__":
    main()
