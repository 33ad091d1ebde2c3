"""Averages the weights of two trainings of one model: `python -m snout_training.blend LATE EARLY --part 0.5 --out FILE`."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def blend(late: dict, early: dict, part: float) -> dict:
    """`part`: share of `early`, 0 to 1. Counters, which are whole numbers, come from `late`."""
    return {k: v * (1 - part) + early[k] * part if v.dtype.is_floating_point else v for k, v in late.items()}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("late", type=Path)
    parser.add_argument("early", type=Path)
    parser.add_argument("--part", type=float, default=0.5)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    late, early = (torch.load(p, weights_only=True) for p in (args.late, args.early))
    torch.save(blend(late, early, args.part), args.out)


if __name__ == "__main__":
    main()
