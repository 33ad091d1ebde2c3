import { API_PATHS, apiPath, madeInvitationSchema, webhookListSchema } from '@snout/contract';
import { idOf } from './demo-client.ts';
import type { DemoDeps, DemoScene } from './demo-deps.ts';
import type { DemoEvent } from './demo-world.ts';
import { numbered, photoForm } from './photo-form.ts';

/** Photos that are added later are numbered from here on. */
const ADDED_FROM = 11;

/** Lets one thing happen; may be repeated when it was cut off. Gives the id of what was made, or nothing. */
export async function playEvent(deps: DemoDeps, scene: DemoScene, event: DemoEvent): Promise<string> {
  const { client } = deps;
  const person = scene.personOf(event.by.person);
  const tenantId = scene.tenantOf(event.by);
  const ofPet = (path: Parameters<typeof apiPath>[0], key: string) => apiPath(path, { petId: scene.petOf(key).id });
  const ofTenant = (path: Parameters<typeof apiPath>[0]) => apiPath(path, { tenantId: tenantId ?? '' });

  switch (event.kind) {
    case 'edit':
      await client.ask(person, { method: 'PATCH', path: ofPet(API_PATHS.petProfile, event.pet), body: event.profile, tenantId });
      return '';
    case 'photos': {
      const body = await photoForm(deps, scene.petOf(event.pet).pet, numbered(event.photos, ADDED_FROM));
      const key = `photos ${event.pet}`;
      await client.ask(person, { method: 'POST', path: ofPet(API_PATHS.petPhotos, event.pet), body, tenantId, key });
      return '';
    }
    case 'carer':
    case 'transfer': {
      const invite = { method: 'POST', path: ofPet(API_PATHS.petInvitations, event.pet), body: { kind: event.kind } } as const;
      const made = await client.ask(person, { ...invite, tenantId, key: `${event.kind} ${event.pet}` });
      const { id, token } = madeInvitationSchema.parse(made);
      const accept = { method: 'POST', path: API_PATHS.invitationAccept, body: { token }, doneBefore: ['invitation-over'] } as const;
      await client.ask(scene.personOf(event.to.person), { ...accept, tenantId: scene.tenantOf(event.to) });
      return id;
    }
    case 'offer': {
      const invite = { method: 'POST', path: ofPet(API_PATHS.petInvitations, event.pet), body: { kind: event.offered } } as const;
      return idOf(await client.ask(person, { ...invite, tenantId, key: `offer ${event.offered} ${event.pet}` }));
    }
    case 'merge': {
      const body = { petId: scene.petOf(event.other).id };
      const path = ofPet(API_PATHS.petMerges, event.pet);
      return idOf(await client.ask(person, { method: 'POST', path, body, tenantId, key: `merge ${event.pet}` }), 'merge');
    }
    case 'archive':
      await client.ask(person, { method: 'PUT', path: ofPet(API_PATHS.petArchived, event.pet), body: { archived: true }, tenantId });
      return '';
    case 'invite-member': {
      const { email, role } = event;
      const path = ofTenant(API_PATHS.invitations);
      return idOf(await client.ask(person, { method: 'POST', path, body: { email, role }, key: `invite ${email}` }));
    }
    case 'webhook': {
      const { url, events, description } = event;
      const path = ofTenant(API_PATHS.webhooks);
      // This creation takes no key.
      const { webhooks } = webhookListSchema.parse(await client.ask(person, { path }));
      const there = webhooks.find((webhook) => webhook.url === url);
      return there?.id ?? idOf(await client.ask(person, { method: 'POST', path, body: { url, events, description } }), 'webhook');
    }
    case 'api-key': {
      const { name, scopes } = event;
      const path = ofTenant(API_PATHS.apiKeys);
      return idOf(await client.ask(person, { method: 'POST', path, body: { name, scopes }, key: `api-key ${name}` }), 'key');
    }
  }
}
