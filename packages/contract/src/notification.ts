import { OPTIONAL_MAIL_KINDS } from '@snout/core/notifications';
import { z } from 'zod';

export const optionalMailKindSchema = z.enum(OPTIONAL_MAIL_KINDS).meta({ id: 'OptionalMailKind' });
export type OptionalMailKindDto = z.infer<typeof optionalMailKindSchema>;
export const mailPreferencesSchema = z
  .object({ mails: z.array(z.object({ kind: optionalMailKindSchema, isWanted: z.boolean() })) })
  .meta({ id: 'MailPreferences', description: 'Mails that are not listed answer something that somebody just did, and always come.' });
export const mailPreferenceSchema = z.object({ isWanted: z.boolean() });

export const pushKeySchema = z
  .object({ publicKey: z.string().meta({ description: '`applicationServerKey` of the Push API: P-256, uncompressed, base64url.' }) })
  .meta({ id: 'PushKey' });

const endpointSchema = z.url({ protocol: /^https$/ }).max(2000);
const BASE64URL = /^[A-Za-z0-9_-]+={0,2}$/;

/** `PushSubscription.toJSON()` of a browser. */
export const newPushSubscriptionSchema = z.object({
  endpoint: endpointSchema,
  keys: z.object({
    p256dh: z.string().min(87).max(88).regex(BASE64URL),
    auth: z.string().min(22).max(24).regex(BASE64URL),
  }),
});
export const pushEndpointSchema = z.object({ endpoint: endpointSchema });
