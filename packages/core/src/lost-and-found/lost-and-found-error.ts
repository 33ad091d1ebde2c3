/** Codes of violations around found animals. */
export const LOST_AND_FOUND_ERROR_CODES = ['found-ticket-over', 'found-message-empty', 'found-messages-too-many'] as const;
export type LostAndFoundErrorCode = (typeof LOST_AND_FOUND_ERROR_CODES)[number];

/** The message says what is wrong and what to do; `code` is what programs look at. */
export class LostAndFoundError extends Error {
  readonly code: LostAndFoundErrorCode;

  constructor(code: LostAndFoundErrorCode, message: string) {
    super(message);
    this.name = 'LostAndFoundError';
    this.code = code;
  }
}
