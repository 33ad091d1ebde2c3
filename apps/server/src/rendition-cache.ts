/** Most bytes of pictures kept. A page of 50 pets is some 1 MiB of crops. */
const DEFAULT_MAX_BYTES = 32 * 1024 * 1024;

/** Pictures made lately, so that a page of pets does not decode the same photos again and again. Least recently used go first. */
export class RenditionCache {
  readonly #entries = new Map<string, Uint8Array>();
  readonly #making = new Map<string, Promise<Uint8Array>>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes = DEFAULT_MAX_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /** The picture of `key`, made now when it is not kept. Several callers wait for one making. */
  async get(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const kept = this.#entries.get(key);
    if (kept) {
      this.#entries.delete(key);
      this.#entries.set(key, kept);
      return kept;
    }
    const underWay = this.#making.get(key);
    if (underWay) return underWay;
    const making = make();
    this.#making.set(key, making);
    try {
      const made = await making;
      this.#keep(key, made);
      return made;
    } finally {
      this.#making.delete(key);
    }
  }

  #keep(key: string, picture: Uint8Array): void {
    this.#entries.set(key, picture);
    this.#bytes += picture.byteLength;
    for (const [oldest, bytes] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#entries.delete(oldest);
      this.#bytes -= bytes.byteLength;
    }
  }
}
