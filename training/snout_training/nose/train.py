"""Trains the network that finds the leather of a nose: `python -m snout_training.nose.train --help`. Seeded, resumable, CPU or CUDA."""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .evaluate import figures
from .model import CELLS, NoseNet
from .samples import Packed, Sample


def batch_of(samples: list[Sample], device: torch.device) -> dict[str, Tensor]:
    on = lambda values: torch.from_numpy(np.ascontiguousarray(values)).to(device)
    # The pictures are BGR, as OpenCV reads them.
    images = np.stack([s.image[..., ::-1] for s in samples]).transpose(0, 3, 1, 2)
    nostrils = np.stack([s.nostrils if s.nostrils is not None else np.zeros((2, 2)) for s in samples])
    return {
        "images": on(images).float() / 127.5 - 1,
        "present": on(np.array([s.present for s in samples], np.float32)),
        "leather": on(np.stack([s.leather for s in samples])),
        "nostrils": on(targets(nostrils)),
        "has_nostrils": on(np.array([s.nostrils is not None for s in samples], np.float32)),
    }


def targets(nostrils: np.ndarray, spread: float = 0.8) -> np.ndarray:
    """[B,2,2] in cells → [B,2,576]: a small hill around each place, of sum 1."""
    axis = np.arange(CELLS) + 0.5
    hill = lambda v: np.exp(-((axis - v[..., None]) ** 2) / (2 * spread**2))
    maps = hill(nostrils[..., 1])[..., :, None] * hill(nostrils[..., 0])[..., None, :]
    maps = maps.reshape(*nostrils.shape[:2], -1)
    return (maps / np.maximum(maps.sum(-1, keepdims=True), 1e-9)).astype(np.float32)


def losses(model: NoseNet, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    presence, maps = model(batch["images"])
    known = (batch["leather"] >= 0).float() * (0.3 + 0.7 * batch["present"])[:, None, None]
    leather = F.binary_cross_entropy_with_logits(maps[:, 0], batch["leather"].clamp_min(0), reduction="none")
    nostrils = -(maps[:, 1:].flatten(2).log_softmax(-1) * batch["nostrils"]).sum(-1).mean(1)
    has = batch["has_nostrils"]
    return {
        "presence": F.binary_cross_entropy_with_logits(presence, batch["present"]),
        "leather": (leather * known).sum() / known.sum(),
        "nostrils": 0.3 * (nostrils * has).sum() / has.sum().clamp_min(1),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", type=Path, default=Path("work/nose-region/pictures.npz"))
    parser.add_argument("--out", type=Path, default=Path("work"))
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--minutes", type=float, default=1e9, help="the schedule ends at this time if it comes before --steps")
    parser.add_argument("--batch", type=int, default=48)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    began = time.time()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(args.seed)
    pictures, held = Packed(args.pictures, "train"), Packed(args.pictures, "validation")
    model = NoseNet().to(device)
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=0.02)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    args.out.mkdir(parents=True, exist_ok=True)
    checkpoint, step = args.out / "nose-region.checkpoint.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True, map_location=device)
        model.load_state_dict(state["model"]), optimiser.load_state_dict(state["optimiser"])
        average, step, began = state["average"], state["step"], began - state["spent"]
        print(f"resumed at step {step}", flush=True)
    progress, saved = 0.0, time.time()
    while progress < 1:
        progress = min(1.0, max(step / args.steps, (time.time() - began) / 60 / args.minutes))
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1.0, (step + 1) / 100) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * progress)))
        rng = np.random.default_rng((args.seed, step))
        found = losses(model.train(), batch_of([pictures.draw(rng) for _ in range(args.batch)], device))
        optimiser.zero_grad(set_to_none=True)
        sum(found.values()).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        keep = min(0.995, (step + 1) / (step + 10))
        for key, value in model.state_dict().items():
            average[key].lerp_(value, 1 - keep) if value.dtype.is_floating_point else average[key].copy_(value)
        step += 1
        if step % 100 == 0:
            print(f"step {step} {(time.time() - began) / 60:.2f} min {progress:.3f} " + " ".join(f"{k} {float(v.detach()):.3f}" for k, v in found.items()), flush=True)
        if time.time() - saved > 60:
            saved = time.time()
            torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "average": average, "step": step, "spent": time.time() - began}, checkpoint)
        if step % 1000 == 0 or progress >= 1:
            shadow = NoseNet().to(device)
            shadow.load_state_dict(average)
            print(figures(shadow.eval(), held, 600), flush=True)
            torch.save(average, args.out / "nose-region.pt")
    checkpoint.unlink(missing_ok=True)
    print(f"done after {step} steps, {(time.time() - began) / 60:.2f} min", flush=True)


if __name__ == "__main__":
    main()
