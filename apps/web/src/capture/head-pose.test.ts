import { expect, it } from 'vitest';
import { headShare, turnOf } from './head-pose.ts';
import { FRAME, head } from './testing/sightings.ts';

it.each([-0.8, -0.3, 0, 0.5])('reads a turn of %d from the nose between the eyes', (turn) => {
  expect(turnOf(head({ turn }))).toBeCloseTo(turn);
});

it('does not mind a head that leans', () => {
  const { box, landmarks } = head({ turn: 0.4 });
  const rolled = (point: readonly [number, number] | null, angle = 0.6) => {
    const [x, y] = [(point?.[0] ?? 0) - 320, (point?.[1] ?? 0) - 240];
    return [320 + x * Math.cos(angle) - y * Math.sin(angle), 240 + x * Math.sin(angle) + y * Math.cos(angle)] as const;
  };
  const turned = { leftEye: rolled(landmarks.leftEye), rightEye: rolled(landmarks.rightEye), nose: rolled(landmarks.nose) };
  expect(turnOf({ box, landmarks: turned })).toBeCloseTo(0.4);
});

it.each([
  ['the nose left of the only eye', { leftEye: null, rightEye: [300, 200], nose: [250, 230] }, -1],
  ['the nose right of the only eye', { leftEye: [300, 200], rightEye: null, nose: [360, 230] }, 1],
  ['one eye at the left of the head, no nose', { leftEye: [250, 200], rightEye: null, nose: null }, -1],
  ['one eye at the right of the head, no nose', { leftEye: null, rightEye: [390, 200], nose: null }, 1],
] as const)('takes a head with %s for one in profile', (_, landmarks, side) => {
  const turn = turnOf({ box: head().box, landmarks });
  expect(Math.sign(turn ?? 0)).toBe(side);
  expect(Math.abs(turn ?? 0)).toBeGreaterThan(1);
});

it('does not guess a turn from nothing', () => {
  const { box, landmarks } = head();
  expect(turnOf({ box, landmarks: { leftEye: null, rightEye: null, nose: [1, 1] } })).toBeNull();
  expect(turnOf({ box, landmarks: { ...landmarks, nose: null } })).toBeNull();
  expect(turnOf({ box, landmarks: { ...landmarks, rightEye: landmarks.leftEye } })).toBeNull();
});

it('measures in shares of the shorter side of the frame', () => {
  expect(headShare(head({ eyes: 100 }), FRAME)).toBeCloseTo(270 / 480);
});
