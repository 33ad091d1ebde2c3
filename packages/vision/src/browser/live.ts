export type { LiveFrame, LiveHead, LiveLook } from './live-look.ts';
export { LIVE_FRAME_SIDE, LIVE_NOSE_SIDE, type LiveSight, type LiveSightOptions, startLiveSight } from './start-live-sight.ts';
