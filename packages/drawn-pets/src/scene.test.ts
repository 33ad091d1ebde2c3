import { describe, expect, it } from 'vitest';
import { DECOYS } from './decoy.ts';
import { DEMO_PHOTOS, drawDemoScene } from './demo-scene.ts';
import { drawScene, type Scene, type SceneHead } from './scene.ts';

const small = { width: 160, height: 120 };
const candid = (photoSeed: number): Scene => drawScene({ ...small, pets: [photoSeed, `${photoSeed}b`], photoSeed });
const landmarks = (head: SceneHead) => [head.leftEye, head.rightEye, head.nose].filter((point) => point !== null);

describe('a scene', () => {
  it('is the same drawing for the same seeds and another for another photo', () => {
    expect(candid(3)).toEqual(candid(3));
    expect(candid(3).svg).not.toBe(drawScene({ ...small, pets: [3, '3b'], photoSeed: 4 }).svg);
  });

  it('keeps boxes inside the frame and landmarks inside boxes', () => {
    for (let seed = 0; seed < 15; seed++) {
      for (const head of candid(seed).heads) {
        const [x0, y0, x1, y1] = head.box;
        expect(x0).toBeGreaterThanOrEqual(0);
        expect(y0).toBeGreaterThanOrEqual(0);
        expect(x1).toBeLessThanOrEqual(small.width);
        expect(y1).toBeLessThanOrEqual(small.height);
        expect(x1 - x0).toBeGreaterThan(5);
        for (const [x, y] of landmarks(head)) {
          expect(x).toBeGreaterThanOrEqual(x0);
          expect(x).toBeLessThanOrEqual(x1);
          expect(y).toBeGreaterThanOrEqual(y0);
          expect(y).toBeLessThanOrEqual(y1);
        }
        if (head.leftEye !== null && head.rightEye !== null) expect(head.leftEye[0]).toBeLessThanOrEqual(head.rightEye[0]);
      }
    }
  });

  it('shows eyes over the nose in a posed frontal portrait, near the size asked for', () => {
    for (let seed = 0; seed < 10; seed++) {
      const head = drawDemoScene('portrait', seed, { size: 160 }).heads[0];
      expect(head?.view).toBe('frontal');
      const [leftEye, rightEye, nose, box] = [head?.leftEye, head?.rightEye, head?.nose, head?.box];
      if (!leftEye || !rightEye || !nose || !box) throw new Error(`portrait ${seed} lacks a landmark`);
      expect(leftEye[1]).toBeLessThan(nose[1]);
      expect(rightEye[1]).toBeLessThan(nose[1]);
      expect(leftEye[0]).toBeLessThan(nose[0]);
      expect(rightEye[0]).toBeGreaterThan(nose[0]);
      expect((box[2] - box[0]) / 160).toBeGreaterThan(0.4);
      expect((box[2] - box[0]) / 160).toBeLessThan(0.95);
    }
  });

  it('hides the far eye in profile', () => {
    const hidden = Array.from(
      { length: 12 },
      (_, seed) => drawScene({ ...small, pets: [seed], photoSeed: seed, view: 'profile', candid: false }).heads[0],
    ).filter((head) => head !== undefined && (head.leftEye === null || head.rightEye === null));
    expect(hidden.length).toBeGreaterThan(6);
  });

  it('rolls heads to both sides, up to about 45 degrees', () => {
    const rolls = Array.from(
      { length: 30 },
      (_, seed) => drawScene({ ...small, pets: [seed], photoSeed: seed, view: 'frontal' }).heads[0],
    ).flatMap((head) =>
      head?.leftEye && head.rightEye
        ? [(Math.atan2(head.rightEye[1] - head.leftEye[1], head.rightEye[0] - head.leftEye[0]) * 180) / Math.PI]
        : [],
    );
    expect(Math.max(...rolls)).toBeGreaterThan(10);
    expect(Math.min(...rolls)).toBeLessThan(-10);
    expect(Math.max(...rolls.map(Math.abs))).toBeLessThan(60);
  });

  it('has no heads without pets, whatever else stands there', () => {
    expect(drawScene({ ...small, pets: [], photoSeed: 1 }).heads).toEqual([]);
    for (const decoy of DECOYS) expect(drawScene({ ...small, pets: [], photoSeed: 1, decoys: [decoy] }).heads).toEqual([]);
  });

  it('draws every named demo photo', () => {
    for (const photo of DEMO_PHOTOS) {
      const expected = photo === 'empty' || photo === 'person' || photo === 'plush' ? 0 : 1;
      expect(drawDemoScene(photo, 5, { size: 128 }).heads.length).toBe(expected);
    }
  });
});
