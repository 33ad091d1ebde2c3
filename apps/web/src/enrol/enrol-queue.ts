import { type EnrolmentDto, enrolmentSchema, type SpeciesDto } from '@snout/contract';
import { type PhotoToSend, snoutApi } from '../api/snout-api.ts';
import { browserQueue } from '../upload/browser-queue.ts';
import { keptRecords } from '../upload/kept-records.ts';
import type { UploadJob } from '../upload/upload-job.ts';
import { createUploadQueue, type UploadQueue } from '../upload/upload-queue.ts';

/** An enrolment as it is sent. */
export interface EnrolRequest {
  readonly name: string;
  readonly species: SpeciesDto | null;
  readonly photos: readonly PhotoToSend[];
  readonly allowDuplicate: boolean;
  readonly sameAnimal: boolean;
  readonly tenant?: string | null;
}

export type EnrolJob = UploadJob<EnrolRequest, EnrolmentDto>;
export type EnrolQueue = UploadQueue<EnrolRequest, EnrolmentDto>;

/** The queue of enrolments: they survive a lost network and a reload, and are done once. */
export function createEnrolQueue(): EnrolQueue {
  return createUploadQueue<EnrolRequest, EnrolmentDto>({
    ...browserQueue('enrol'),
    records: keptRecords('uploads', (value) => (isJob(value) ? value : null)),
    send: (request, idempotencyKey) => snoutApi.enrol({ ...request, idempotencyKey }),
  });
}

/** Written by this page; an answer that the page of today does not understand is of no use to it. */
function isJob(value: unknown): value is EnrolJob {
  if (typeof value !== 'object' || value === null || !('state' in value) || !('content' in value)) return false;
  const { state } = value as EnrolJob;
  return state.kind !== 'sent' || enrolmentSchema.safeParse(state.answer).success;
}
