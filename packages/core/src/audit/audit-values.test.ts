import { describe, expect, it } from 'vitest';
import { auditChange, auditValues } from './index.ts';

describe('what the audit log keeps of a record', () => {
  it('leaves out secrets and contacts by the name of the field', () => {
    const record = {
      name: 'Mia',
      email: 'ada@example.org',
      ownerPhone: '1',
      homeAddress: 'x',
      passwordHash: 'y',
      apiKey: 'z',
      secrets: [1],
    };
    expect(auditValues(record)).toEqual({
      name: 'Mia',
      email: '(left out)',
      ownerPhone: '(left out)',
      homeAddress: '(left out)',
      passwordHash: '(left out)',
      apiKey: '(left out)',
      secrets: '(left out)',
    });
  });

  it('keeps plain values, cuts long ones, and tells the rest by its size', () => {
    const record = {
      weight: 4.5,
      neutered: true,
      born: new Date('2026-01-02T00:00:00Z'),
      notes: 'n'.repeat(300),
      photos: [1, 2],
      other: {},
      gone: undefined,
    };
    expect(auditValues(record)).toEqual({
      weight: 4.5,
      neutered: true,
      born: '2026-01-02T00:00:00.000Z',
      notes: `${'n'.repeat(200)}…`,
      photos: '(2 entries)',
      other: '(object)',
      gone: null,
    });
  });

  it('keeps of a change only what differs', () => {
    expect(auditChange({ name: 'Mia', sex: 'female', chip: null }, { name: 'Mimi', sex: 'female', chip: null, breed: 'pug' })).toEqual({
      before: { name: 'Mia' },
      after: { name: 'Mimi', breed: 'pug' },
    });
  });
});
