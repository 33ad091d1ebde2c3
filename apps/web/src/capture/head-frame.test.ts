import { describe, expect, it } from 'vitest';
import { frameAt, frameBetween, growFrame, moveFrame } from './head-frame.ts';

const photo = { width: 400, height: 300 };

describe('a head marked by hand', () => {
  it('is a square around a tap, pushed into the photo', () => {
    expect(frameAt([200, 150], photo)).toEqual([140, 90, 260, 210]);
    expect(frameAt([5, 295], photo)).toEqual([0, 180, 120, 300]);
  });

  it('lies between the corners that were drawn, whatever the direction', () => {
    expect(frameBetween([300, 200], [100, 50], photo)).toEqual([100, 50, 300, 200]);
    expect(frameBetween([-20, 10], [100, 900], photo)).toEqual([0, 10, 100, 300]);
  });

  it('is taken for a tap when the corners are next to each other', () => {
    expect(frameBetween([200, 150], [203, 152], photo)).toEqual(frameAt([200, 150], photo));
  });

  it('moves and grows with the keyboard and stays in the photo', () => {
    expect(moveFrame([140, 90, 260, 210], [0.1, -0.1], photo)).toEqual([170, 60, 290, 180]);
    expect(moveFrame([140, 90, 260, 210], [9, 9], photo)).toEqual([280, 180, 400, 300]);
    expect(growFrame([140, 90, 260, 210], 1.5, photo)).toEqual([110, 60, 290, 240]);
    expect(growFrame([140, 90, 260, 210], 99, photo)).toEqual([0, 0, 400, 300]);
    const [x0, , x1] = growFrame([140, 90, 260, 210], 0, photo);
    expect(x1 - x0).toBe(15);
  });
});
