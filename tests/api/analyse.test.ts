import { analysisSchema } from '@snout/contract';
import { createInMemoryGallery } from '@snout/core/testing';
import { describe, expect, it } from 'vitest';
import { answerOf, createService, form } from './service.ts';
import { testNose, testPhoto } from './test-photo.ts';

const service = createService(createInMemoryGallery());

async function analyse(photos: readonly Uint8Array<ArrayBuffer>[], query = '') {
  const { status, body } = await answerOf(service.request(`/api/analyse${query}`, { method: 'POST', body: form(photos) }));
  expect(status).toBe(200);
  return analysisSchema.parse(body).photos;
}

describe('POST /api/analyse', () => {
  it('gives the heads of each photo with box, quality and reasons, and no templates', async () => {
    const photos = await analyse([await testPhoto({ animal: 'rex', species: 'dog' }, { animal: 'mia', quality: 20 }), await testPhoto()]);
    expect(photos).toMatchObject([
      {
        kind: 'analysed',
        photo: 'a.jpg',
        width: 1000,
        height: 1000,
        heads: [
          { species: 'dog', box: [100, 100, 250, 250], quality: { score: 80, reasons: [] } },
          { species: 'cat', quality: { score: 20, reasons: ['hold-still'] } },
        ],
      },
      { kind: 'analysed', photo: 'b.jpg', heads: [] },
    ]);
    expect(JSON.stringify(photos)).not.toContain('template');
  });

  it('finds the nose in a photo that is said to show one, with what would make a better close-up', async () => {
    const photos = [
      await testNose({ animal: 'rex', quality: 30 }),
      await testPhoto({ animal: 'rex' }),
      await testNose({ animal: 'rex', view: 1 }),
    ];
    const { body } = await answerOf(
      service.request('/api/analyse', { method: 'POST', body: form(photos, { views: JSON.stringify(['nose', 'nose', 'face']) }) }),
    );
    expect(analysisSchema.parse(body).photos).toMatchObject([
      { heads: [], nose: { leather: [300, 350, 700, 650], quality: { score: 30, reasons: ['hold-still'] } } },
      { heads: [{}], nose: null },
      { heads: [], nose: null },
    ]);
  });

  it('gives templates when they are asked for', async () => {
    const [photo] = await analyse([await testPhoto({ animal: 'rex' })], '?templates=true');
    expect(photo?.kind === 'analysed' && photo.heads[0]?.template?.vector).toHaveLength(256);
  });

  it('names the photos that cannot be read and does the others', async () => {
    const photos = await analyse([new Uint8Array(), await testPhoto({ animal: 'rex' }), new TextEncoder().encode('hello')]);
    expect(photos).toMatchObject([
      { kind: 'problem', photo: 'a.jpg', problem: { kind: 'unreadable', reason: 'empty-file' } },
      { kind: 'analysed', photo: 'b.jpg' },
      { kind: 'problem', photo: 'c.jpg', problem: { kind: 'unreadable', reason: 'not-an-image' } },
    ]);
  });

  it.each([
    ['no photo', () => form([], { name: 'x' }), 'photos'],
    ['text in place of a photo', () => form([], { photos: 'x' }), 'photos.0'],
    ['too many photos', () => form(Array.from({ length: 21 }, () => new Uint8Array(1))), 'photos'],
  ])('refuses %s', async (_, body, field) => {
    const { body: problem } = await answerOf(service.request('/api/analyse', { method: 'POST', body: body() }));
    expect(problem).toMatchObject({ status: 400, code: 'invalid-request', errors: [{ field }] });
  });

  it('refuses a flag that is neither true nor false', async () => {
    const response = service.request('/api/analyse?templates=yes', { method: 'POST', body: form([await testPhoto()]) });
    expect(await answerOf(response)).toMatchObject({ status: 400, body: { errors: [{ field: 'templates' }] } });
  });
});
