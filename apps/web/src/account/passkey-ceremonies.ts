import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { accountApi, type Ceremony } from '../api/account-api.ts';
import { ApiError } from '../api/api-error.ts';

/**
 * `cancelled`: the person or the device said no. `known`: this device has a passkey for the account already. `other-address`: the page
 * was opened under another name than passkeys are made for. `impossible`: anything else the browser says.
 */
export type PasskeyTrouble = 'cancelled' | 'known' | 'other-address' | 'impossible';

export class PasskeyError extends Error {
  readonly trouble: PasskeyTrouble;

  constructor(trouble: PasskeyTrouble) {
    super(trouble);
    this.name = 'PasskeyError';
    this.trouble = trouble;
  }
}

/** Whether this browser has passkeys at all: pages that are neither local nor encrypted have none. */
export function hasPasskeys(): boolean {
  return 'PublicKeyCredential' in window;
}

/** Signs in with a passkey that the person picks. @throws PasskeyError, ApiError */
export async function signInWithPasskey(): Promise<void> {
  const options = await accountApi.passkeySignInOptions();
  const response = await ceremony(async ({ startAuthentication }) => startAuthentication({ optionsJSON: asRequest(options) }));
  await accountApi.passkeySignIn(response);
}

/** Makes a passkey on this device and adds it to the account. @throws PasskeyError, ApiError */
export async function addPasskey(name: string): Promise<void> {
  const options = await accountApi.passkeyOptions();
  const response = await ceremony(async ({ startRegistration }) => startRegistration({ optionsJSON: asCreation(options) }));
  await accountApi.addPasskey(response, name);
}

type Library = typeof import('@simplewebauthn/browser');

async function ceremony<Response>(run: (library: Library) => Promise<Response>): Promise<Response> {
  const library = await import('@simplewebauthn/browser').catch(() => {
    throw new ApiError({ kind: 'offline' });
  });
  try {
    return await run(library);
  } catch (error) {
    throw new PasskeyError(troubleOf(error));
  }
}

const TROUBLES: Readonly<Record<string, PasskeyTrouble>> = {
  ERROR_CEREMONY_ABORTED: 'cancelled',
  ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED: 'known',
  ERROR_INVALID_DOMAIN: 'other-address',
  ERROR_INVALID_RP_ID: 'other-address',
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  SecurityError: 'other-address',
};

function troubleOf(error: unknown): PasskeyTrouble {
  if (!(error instanceof Error)) return 'impossible';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return TROUBLES[code] ?? TROUBLES[error.name] ?? 'impossible';
}

/** The service makes them by the standard (Web Authentication level 3, parse...OptionsFromJSON), and the browser checks them. */
function asRequest(options: Ceremony): PublicKeyCredentialRequestOptionsJSON {
  return options as PublicKeyCredentialRequestOptionsJSON;
}

function asCreation(options: Ceremony): PublicKeyCredentialCreationOptionsJSON {
  return options as unknown as PublicKeyCredentialCreationOptionsJSON;
}
