import { describe, expect, it } from 'vitest';
import { cropRegion } from './photo-renderer.ts';

describe('cropRegion', () => {
  it('is a square around the head with space', () => {
    expect(cropRegion([400, 400, 500, 480], { width: 1000, height: 1000 })).toEqual({ left: 385, top: 375, width: 130, height: 130 });
  });

  it('is moved to lie inside the photo', () => {
    expect(cropRegion([0, 900, 100, 1000], { width: 1000, height: 1000 })).toEqual({ left: 0, top: 870, width: 130, height: 130 });
  });

  it('is shrunk to the shorter side of the photo', () => {
    expect(cropRegion([0, 0, 1000, 100], { width: 1000, height: 100 })).toEqual({ left: 450, top: 0, width: 100, height: 100 });
  });
});
