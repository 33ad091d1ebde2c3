import type { BoxDto, EnrolmentDto } from '@snout/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react';
import { ApiError } from '../api/api-error.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { chosenTenant } from '../tenant/chosen-tenant.ts';
import type { UploadState } from '../upload/upload-job.ts';
import { changeDraft, type Draft, type DraftChange, emptyDraft, type NewPhoto, photosToSend, type SeenPhoto } from './enrol-draft.ts';
import { createEnrolQueue, type EnrolJob } from './enrol-queue.ts';
import type { KeptDraft } from './kept-draft.ts';
import { useKeptDraft } from './use-kept-draft.ts';

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
  readonly addPhotos: (photos: readonly AddedPhoto[]) => void;
  readonly submit: () => void;
  readonly answer: (answer: EnrolAnswer) => void;
  readonly startAgain: () => void;
  readonly done: EnrolDone | null;
  readonly pending: boolean;
  /** How the request to the service stands; null: none was made. */
  readonly upload: UploadState<EnrolmentDto> | null;
  readonly retry: () => void;
  /** Takes the request back; the draft stays. */
  readonly callOff: () => void;
  /** Snout is looking for heads in photos just chosen. */
  readonly checking: boolean;
  readonly checkError: Error | null;
  readonly error: Error | null;
}

/** A photo to add, with the head that a person drew in it. */
export interface AddedPhoto {
  readonly file: File;
  readonly drawn: BoxDto | null;
  /** A close-up; absent: the face. */
  readonly view?: 'nose';
}

/** The state of one enrolment from the first photo to the answer; draft and request outlive the page. */
export function useEnrolment(): Enrolment {
  const [draft, change] = useReducer(changeDraft, undefined, emptyDraft);
  const nextId = useRef(0);
  const number = (photos: readonly AddedPhoto[]) => photos.map((photo): NewPhoto => ({ id: nextId.current++, ...photo }));
  const check = useCheck((seen) => change({ kind: 'photos-seen', seen }));
  const upload = useEnrolUpload();

  const edit = (made: DraftChange) => {
    if (made.kind !== 'photos-seen') upload.forget();
    change(made);
  };
  useKeptDraft(draft, upload.done !== null, ({ name, species, idempotencyKey, photos: kept }: KeptDraft) => {
    const photos = number(kept);
    change({
      kind: 'restored',
      draft: { name, species, idempotencyKey, photos: photos.map((photo) => ({ ...photo, seen: null, chosen: null })) },
    });
    if (photos.length > 0) check.mutate(photos);
  });
  const said = upload.job?.content ?? { allowDuplicate: false, sameAnimal: false };
  const request = (more: Partial<typeof said>) => ({
    name: draft.name,
    species: draft.species,
    photos: photosToSend(draft.photos),
    allowDuplicate: said.allowDuplicate,
    sameAnimal: said.sameAnimal,
    tenant: chosenTenant(),
    ...more,
  });

  return {
    draft,
    change: edit,
    submit: () => upload.send(request({}), draft.idempotencyKey),
    addPhotos: (added) => {
      const photos = number(added);
      edit({ kind: 'photos-added', photos });
      check.mutate(photos);
    },
    answer: (answer) => {
      if (answer.kind === 'add-to') upload.addTo(answer.petId, photosToSend(draft.photos));
      else upload.send(request(answer.kind === 'another-animal' ? { allowDuplicate: true } : { sameAnimal: true }), draft.idempotencyKey);
    },
    startAgain: () => edit({ kind: 'emptied' }),
    done: upload.done,
    pending: upload.pending,
    upload: upload.job?.state ?? null,
    retry: upload.retry,
    callOff: upload.forget,
    checking: check.isPending,
    checkError: check.error,
    error: upload.error,
  };
}

function useCheck(onSeen: (seen: ReadonlyMap<number, SeenPhoto>) => void) {
  return useMutation({
    mutationFn: async (photos: readonly NewPhoto[]) => {
      const { photos: seen } = await snoutApi.analyse(photos);
      return new Map(photos.flatMap(({ id }, index): [number, SeenPhoto][] => (seen[index] ? [[id, seen[index]]] : [])));
    },
    onSuccess: onSeen,
  });
}

/** The request in the queue, of which a browser has one at a time, and the photos given to a pet that was there already. */
function useEnrolUpload() {
  const queries = useQueryClient();
  const [queue] = useState(createEnrolQueue);
  useEffect(() => {
    void queue.resume();
    return queue.close;
  }, [queue]);
  const job: EnrolJob | undefined = useSyncExternalStore(queue.subscribe, queue.jobs)[0];
  const addTo = useMutation({
    mutationFn: (to: { readonly petId: string; readonly photos: EnrolJob['content']['photos'] }) =>
      snoutApi.addPhotos(to.petId, to.photos, true),
    // The request that led to the question has been answered by this one.
    onSuccess: () => job && queue.remove(job.id),
  });
  const done = doneOf(job, addTo.data);
  useEffect(() => {
    if (done?.enrolment.pet.id) void queries.invalidateQueries({ queryKey: QUERY_KEYS.pets });
  }, [queries, done?.enrolment.pet.id]);
  const refusal = job?.state.kind === 'refused' ? job.state.failure : null;
  return {
    job,
    done,
    pending: job?.state.kind === 'sending' || job?.state.kind === 'waiting' || addTo.isPending,
    error: addTo.error ?? (refusal && new ApiError(refusal)),
    retry: queue.retry,
    send: (content: EnrolJob['content'], idempotencyKey: string) =>
      void (job ? queue.change(job.id, content) : queue.add(content, idempotencyKey)),
    addTo: (petId: string, photos: EnrolJob['content']['photos']) => addTo.mutate({ petId, photos }),
    forget: () => {
      addTo.reset();
      if (job) void queue.remove(job.id);
    },
  };
}

function doneOf(job: EnrolJob | undefined, added: EnrolmentDto | undefined): EnrolDone | null {
  if (added) return { kind: 'added', enrolment: added };
  return job?.state.kind === 'sent' ? { kind: 'enrolled', enrolment: job.state.answer } : null;
}
