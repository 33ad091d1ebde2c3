import type { EnrolmentDto } from '@snout/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useReducer, useRef } from 'react';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { changeDraft, type Draft, type DraftChange, emptyDraft, photosToSend, type SeenPhoto } from './enrol-draft.ts';

/** What a person answers when Snout asks back. */
export type EnrolAnswer =
  | { readonly kind: 'another-animal' }
  | { readonly kind: 'same-animal' }
  | { readonly kind: 'add-to'; readonly petId: string };

/** How the enrolment ended. */
export interface EnrolDone {
  readonly kind: 'enrolled' | 'added';
  readonly enrolment: EnrolmentDto;
}

interface Enrolment {
  readonly draft: Draft;
  readonly change: (change: DraftChange) => void;
  readonly addPhotos: (files: readonly File[]) => void;
  readonly submit: (said: Said) => void;
  readonly answer: (answer: EnrolAnswer) => void;
  readonly startAgain: () => void;
  readonly done: EnrolDone | null;
  readonly pending: boolean;
  /** Snout is looking for heads in photos just chosen. */
  readonly checking: boolean;
  readonly checkError: Error | null;
  readonly error: Error | null;
}

/** What a person has said in this draft. */
interface Said {
  readonly allowDuplicate?: boolean;
  readonly sameAnimal?: boolean;
}

/** The state of one enrolment from the first photo to the answer. */
export function useEnrolment(): Enrolment {
  const queries = useQueryClient();
  const [draft, change] = useReducer(changeDraft, undefined, emptyDraft);
  const said = useRef<Said>({});
  const nextId = useRef(0);
  const refresh = () => queries.invalidateQueries({ queryKey: QUERY_KEYS.pets });

  const check = useMutation({
    mutationFn: async (photos: readonly { readonly id: number; readonly file: File }[]) => {
      const { photos: seen } = await snoutApi.analyse(photos.map(({ file }) => file));
      return new Map(photos.flatMap(({ id }, index): [number, SeenPhoto][] => (seen[index] ? [[id, seen[index]]] : [])));
    },
    onSuccess: (seen) => change({ kind: 'photos-seen', seen }),
  });

  const save = useMutation({
    mutationFn: async (addTo: string | null): Promise<EnrolDone> => {
      const photos = photosToSend(draft.photos);
      const { allowDuplicate = false, sameAnimal = false } = said.current;
      if (addTo !== null) return { kind: 'added', enrolment: await snoutApi.addPhotos(addTo, photos, true) };
      return { kind: 'enrolled', enrolment: await snoutApi.enrol({ ...draft, photos, allowDuplicate, sameAnimal }) };
    },
    onSuccess: refresh,
  });

  const submit = (more: Said) => {
    said.current = { ...said.current, ...more };
    save.mutate(null);
  };
  const edit = (made: DraftChange) => {
    if (made.kind !== 'photos-seen') forgetAnswers();
    change(made);
  };
  const forgetAnswers = () => {
    said.current = {};
    save.reset();
  };

  return {
    draft,
    change: edit,
    submit,
    addPhotos: (files) => {
      const photos = files.map((file) => ({ id: nextId.current++, file }));
      edit({ kind: 'photos-added', photos });
      check.mutate(photos);
    },
    answer: (answer) => {
      if (answer.kind === 'add-to') save.mutate(answer.petId);
      else submit(answer.kind === 'another-animal' ? { allowDuplicate: true } : { sameAnimal: true });
    },
    startAgain: () => edit({ kind: 'emptied' }),
    done: save.data ?? null,
    pending: save.isPending,
    checking: check.isPending,
    checkError: check.error,
    error: save.error,
  };
}
