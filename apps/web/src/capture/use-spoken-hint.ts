import { useEffect, useRef } from 'react';
import { isDueToSay, type Spoken, type SteadyHint } from './steady-hint.ts';

interface SpokenHint {
  readonly hint: SteadyHint;
  /** The hint in words. */
  readonly words: string;
  /** BCP 47 tag of the words. */
  readonly language: string;
  readonly enabled: boolean;
}

/** Whether this browser can speak at all. */
export const canSpeak = (): boolean => 'speechSynthesis' in globalThis;

/** Says the hint on the screen when it is new, and again when nothing changes for long. Silent once disabled or gone. */
export function useSpokenHint({ hint, words, language, enabled }: SpokenHint): void {
  const spoken = useRef<Spoken>({ hint: null, at: 0 });
  // After every frame: a hint that stays is due again without any change.
  useEffect(() => {
    const now = performance.now();
    if (!enabled || !canSpeak() || !isDueToSay(hint, spoken.current, now)) return;
    spoken.current = { hint: hint.shown, at: now };
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = language;
    // One at a time: an old hint is no longer true.
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  });
  useEffect(() => {
    if (!enabled || !canSpeak()) return;
    return () => speechSynthesis.cancel();
  }, [enabled]);
}
