import { useEffect, useRef, useState } from 'react';
import type { Draft } from './enrol-draft.ts';
import { DRAFT_KEY, type KeptDraft, keepDraft, keptDrafts } from './kept-draft.ts';

/** Keeps the draft in the browser after every change until it is `done`, and gives the one of before to `restore`, once. */
export function useKeptDraft(draft: Draft, done: boolean, restore: (kept: KeptDraft) => void): void {
  const [drafts] = useState(keptDrafts);
  const [looked, setLooked] = useState(false);
  const restoring = useRef(restore);
  restoring.current = restore;
  useEffect(() => {
    let over = false;
    drafts
      .get(DRAFT_KEY)
      .catch(() => undefined)
      .then((kept) => {
        if (over) return;
        if (kept) restoring.current(kept);
        setLooked(true);
      });
    return () => {
      over = true;
    };
  }, [drafts]);
  const { name, photos, species, idempotencyKey } = draft;
  // What Snout has seen in the photos is no change of the draft: the key is the same then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the photos.
  useEffect(() => {
    if (!looked) return;
    const empty = done || (name === '' && photos.length === 0 && species === null);
    // A browser that cannot keep it (a full disk) still has it on the page.
    (empty ? drafts.remove(DRAFT_KEY) : drafts.put(DRAFT_KEY, keepDraft(draft))).catch(() => undefined);
  }, [drafts, looked, done, idempotencyKey]);
}
