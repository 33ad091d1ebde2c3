import { API_SCOPES, ORGANISATION_KINDS, ROLES } from '@snout/core/accounts';
import { z } from 'zod';
import { withoutControlCharacters } from './field-fault.ts';
import { givenTimeSchema } from './time.ts';

/** Tells in whose name a request is made; without it, everything that the person's tenants have, and what is made is the person's own. */
export const TENANT_HEADER = 'snout-tenant';

export const roleSchema = z.enum(ROLES).meta({ id: 'Role' });
export type RoleDto = z.infer<typeof roleSchema>;
export const organisationKindSchema = z.enum(ORGANISATION_KINDS).meta({ id: 'OrganisationKind' });
export type OrganisationKindDto = z.infer<typeof organisationKindSchema>;
export const apiScopeSchema = z.enum(API_SCOPES).meta({ id: 'ApiScope' });
export type ApiScopeDto = z.infer<typeof apiScopeSchema>;
export const localeSchema = z.enum(['en', 'zh-CN']).meta({ id: 'Locale' });

const time = z.string().meta({ description: 'ISO 8601, UTC.' });
export const emailSchema = z.email().max(254);
const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine(...withoutControlCharacters);
export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 128;
const newPasswordSchema = z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH);

const membershipSchema = z
  .object({
    tenant: z.object({
      id: z.string(),
      kind: z.enum(['personal', ...ORGANISATION_KINDS]),
      name: z.string(),
    }),
    role: roleSchema,
  })
  .meta({ id: 'Membership' });

export const meSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean().meta({ description: 'Photos are stored for verified addresses only.' }),
    isOperator: z.boolean().meta({ description: 'Runs this installation.' }),
    memberships: z.array(membershipSchema).meta({ description: "The person's own tenant first." }),
  })
  .meta({ id: 'Me' });
export type MeDto = z.infer<typeof meSchema>;

export const sessionListSchema = z
  .object({
    sessions: z.array(
      z.object({
        id: z.string(),
        isThis: z.boolean().meta({ description: 'The one that asks.' }),
        userAgent: z.string().nullable(),
        ipAddress: z.string().nullable(),
        createdAt: time,
        expiresAt: time,
      }),
    ),
  })
  .meta({ id: 'SessionList' });

/** What of the sign-in library's answer about a passkey concerns the person. */
export const passkeyListSchema = z
  .array(
    z.object({
      id: z.string(),
      name: z.string().nullish().meta({ description: 'As the person calls it.' }),
      deviceType: z.string().meta({ description: '`singleDevice`: stays on one device. `multiDevice`: is copied to others.' }),
      createdAt: time.nullish(),
    }),
  )
  .meta({ id: 'PasskeyList' });

export const organisationSchema = z.object({ id: z.string(), kind: organisationKindSchema, name: z.string() }).meta({ id: 'Organisation' });
export const newOrganisationSchema = z.object({ kind: organisationKindSchema, name: nameSchema });

export const memberListSchema = z
  .object({
    members: z.array(z.object({ userId: z.string(), name: z.string(), email: z.string(), role: roleSchema, since: time })),
  })
  .meta({ id: 'MemberList' });
export const memberRoleSchema = z.object({ role: roleSchema });

export const memberInvitationSchema = z
  .object({
    id: z.string(),
    organisation: z.object({ id: z.string(), name: z.string() }),
    email: z.string(),
    role: roleSchema,
    inviter: z.string().meta({ description: 'Name.' }),
    createdAt: time,
    expiresAt: time,
  })
  .meta({ id: 'MemberInvitation' });
export type MemberInvitationDto = z.infer<typeof memberInvitationSchema>;
export const memberInvitationListSchema = z.object({ invitations: z.array(memberInvitationSchema) }).meta({ id: 'MemberInvitationList' });
export const newMemberInvitationSchema = z.object({ email: emailSchema, role: roleSchema });

export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string().meta({ description: 'First characters, to tell keys apart.' }),
    scopes: z.array(apiScopeSchema),
    createdAt: time,
    expiresAt: time.nullable(),
    lastUsedAt: time.nullable().meta({ description: 'ISO 8601, UTC; to the hour.' }),
  })
  .meta({ id: 'ApiKey' });
export const apiKeyListSchema = z.object({ keys: z.array(apiKeySchema) }).meta({ id: 'ApiKeyList' });
export const newApiKeySchema = z.object({
  name: nameSchema,
  scopes: z.array(apiScopeSchema).min(1).max(API_SCOPES.length),
  expiresAt: givenTimeSchema.nullable().default(null),
});
export const madeApiKeySchema = z
  .object({
    key: apiKeySchema,
    secret: z.string().meta({ description: 'For `Authorization: Bearer …`. Shown this once.' }),
  })
  .meta({ id: 'MadeApiKey' });

/** What people do not type: the database takes no NUL in a text, wherever it is looked up. */
const handedOut = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine(...withoutControlCharacters);

/** Somewhere on this page. */
const pathSchema = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])/, 'A path on this service.');

export const SIGN_IN_FORMS = {
  signUp: z.object({
    name: nameSchema,
    email: emailSchema,
    password: newPasswordSchema,
    locale: localeSchema.default('en').meta({ description: 'Of mails.' }),
  }),
  signIn: z.object({ email: emailSchema, password: z.string().max(MAX_PASSWORD_LENGTH), rememberMe: z.boolean().default(true) }),
  email: z.object({ email: emailSchema }),
  emailThenPath: z.object({ email: emailSchema, callbackURL: pathSchema.default('/') }),
  token: z.object({ token: handedOut(2000), callbackURL: pathSchema.default('/') }),
  resetPassword: z.object({ token: handedOut(200), newPassword: newPasswordSchema }),
  changePassword: z.object({
    currentPassword: z.string().max(MAX_PASSWORD_LENGTH),
    newPassword: newPasswordSchema,
    revokeOtherSessions: z.boolean().default(true),
  }),
  updateMe: z.object({ name: nameSchema.optional(), locale: localeSchema.optional() }),
  passkey: z.object({
    response: z.record(z.string(), z.unknown()).refine((given) => !JSON.stringify(given).includes('\\u0000'), 'No NUL.'),
    name: nameSchema.optional(),
  }),
  id: z.object({ id: handedOut(100) }),
  passkeyName: z.object({ id: handedOut(100), name: nameSchema }),
} as const;
