"""Trains the local-feature network by itself: two "photos" of one picture, the way between them known.

`python -m snout_training.marks.train --help`. Warps, light and camera are made on the device that trains. Seeded, resumable, CPU or CUDA.
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path

import torch
from torch import Tensor, nn

from .features import learned
from .keypoints import evened
from .loss import TEMPERATURE, losses, partners
from .model import WIDTH, MarkNet
from .photometry import FLOOR, Darkroom
from .pictures import Pictures
from .score import baselines, held_out_pairs, report
from .warps import draw_pair

def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", type=Path, default=Path("work/gpu-marks/pictures.npz"))
    parser.add_argument("--out", type=Path, default=Path("work"))
    parser.add_argument("--name", default="marks")
    parser.add_argument("--steps", type=int, default=12000)
    parser.add_argument("--minutes", type=float, default=1e9, help="the schedule ends at this time if it comes before --steps; reading pictures counts")
    parser.add_argument("--photos", type=int, default=12, help="in a batch")
    parser.add_argument("--noses", type=int, default=12, help="in a batch")
    parser.add_argument("--side", type=int, default=320, help="of a view, a multiple of 32")
    parser.add_argument("--points", type=int, default=224, help="marks of a picture that are learned from at a time")
    parser.add_argument("--width", type=float, default=WIDTH, help="of a patch, in sizes of its mark")
    parser.add_argument("--temperature", type=float, default=TEMPERATURE)
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of random ones; what is shown is hard from the first step on")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--held-out", type=int, default=48, help="most held-out photos, and as many noses, for the figures")
    args = parser.parse_args()
    began = time.time()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(args.seed)
    torch.backends.cudnn.benchmark = True
    random = torch.Generator(device=device).manual_seed(args.seed)
    pictures = Pictures(args.pictures, device)
    print(f"{len(pictures.photos)} photos and {len(pictures.colours)} drawn noses, {len(pictures.held[0])} and {len(pictures.held[1])} held out, "
          f"on {device}, read in {time.time() - began:.1f} s", flush=True)
    model = MarkNet(args.width).to(device)
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True, map_location=device))
    weights = [p for p in model.parameters() if p.ndim > 1]
    plain = [p for p in model.parameters() if p.ndim <= 1]
    optimiser = torch.optim.AdamW([{"params": weights, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}], lr=args.rate, betas=(0.9, 0.98))
    average = {k: v.clone() for k, v in model.state_dict().items()}
    args.out.mkdir(parents=True, exist_ok=True)
    checkpoint, step = args.out / f"{args.name}.checkpoint.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True, map_location=device)
        model.load_state_dict(state["model"]), optimiser.load_state_dict(state["optimiser"])
        average, step, began = state["average"], state["step"], began - state["spent"]
        random.manual_seed(args.seed + step)
        print(f"resumed at step {step}", flush=True)
    pairs = held_out_pairs(*pictures.held_out(args.held_out), args.side)
    noses = len(pictures.held_out(args.held_out)[1])
    report(baselines(), pairs, noses)
    saved, seen, progress, tests = time.time(), {}, 0.0, 1
    while progress < 1:
        progress = min(1.0, max(step / args.steps, (time.time() - began) / 60 / args.minutes))
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1.0, (step + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))
        model.train()
        found = train_step(model, pictures, args, random, progress, device)
        optimiser.zero_grad(set_to_none=True)
        (found["vectors"] + found["trust"]).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        keep = min(0.998, (step + 1) / (step + 10))
        with torch.no_grad():
            for key, value in model.state_dict().items():
                average[key].lerp_(value, 1 - keep) if value.dtype.is_floating_point else average[key].copy_(value)
        step += 1
        if step % 50 == 0 or step <= 3:
            seen = {k: float(v.detach()) for k, v in found.items()}
            print(f"step {step} {(time.time() - began) / 60:.2f} min {progress:.3f} " + " ".join(f"{k} {v:.3f}" for k, v in seen.items()), flush=True)
        if time.time() - saved > 60:
            saved = time.time()
            torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "average": average, "step": step,
                        "spent": time.time() - began}, checkpoint)
        if progress > tests / 4 or progress >= 1:
            tests += 1
            shadow = MarkNet(args.width).to(device)
            shadow.load_state_dict(average)
            report({"learned": learned(shadow)}, pairs, noses)
            torch.save(average, args.out / f"{args.name}.pt")
    checkpoint.unlink(missing_ok=True)
    print(f"done after {step} steps, {(time.time() - began) / 60:.2f} min", flush=True)


def train_step(model: MarkNet, pictures: Pictures, args: argparse.Namespace, random: torch.Generator, progress: float, device: torch.device) -> dict[str, Tensor]:
    with torch.no_grad():
        # Gentle at first: a network that knows nothing learns nothing from what is hard.
        strength = min(1.0, (0.8 if args.start else 0.3) + 1.4 * progress)
        colours, heights = pictures.batch(args.photos, args.noses, random)
        a, b = draw_pair(len(colours), device, random, strength)
        room = Darkroom(device, random, strength)
        views = torch.cat([room.photos(colours, args.noses, heights, warp, args.side) for warp in (a, b)])
        mask = torch.ones_like(colours[:, :1])
        mask[args.photos :] = (heights > FLOOR / 2).float()
        atlas, frames, octave, found = model.keypoints(evened(views))
        (frames, frames_b), (octave, octave_b), (found, found_b) = (t.chunk(2) for t in (frames, octave, found))
        # Some of the marks of view A, found ones first.
        some = (found + torch.rand(found.shape, device=device, generator=random)).topk(args.points, 1).indices
        frames, octave, found = frames.gather(1, some[..., None].expand(-1, -1, 4)), octave.gather(1, some), found.gather(1, some)
        partner = partners(frames, octave, (frames_b, octave_b, found_b), (a, b), mask, args.side, random)
        patches = model.patches(atlas, torch.cat([frames, partner.frames]), torch.cat([octave, partner.octave]))
    with torch.autocast(device.type, torch.bfloat16):
        vectors, trust = model.net(patches.contiguous(memory_format=torch.channels_last))
    one, other = vectors.reshape(2, *found.shape, -1)
    loss, honest, known = losses(one, other, trust.reshape(2, *found.shape)[0], frames, partner, found, args.temperature)
    seen = (partner.seen * found).sum().clamp_min(1)
    return {"vectors": loss, "trust": honest, "known": known, "again": (partner.again * partner.seen * found).sum() / seen}


if __name__ == "__main__":
    main()
