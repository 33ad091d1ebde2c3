declare const payload: unique symbol;

/** A kind of job by its name, with the type of what a job of this kind is told. Whoever enqueues needs no more than this. */
export interface JobKind<Payload extends object> {
  readonly name: string;
  /** Only a type: never there at run time. */
  readonly [payload]?: Payload;
}

/** Lower-case words with hyphens, a verb first: the name is also that of the queue in the database. */
const NAME = /^[a-z]+(-[a-z]+)*$/;

/** `name`: for example "deliver-webhook". @throws RangeError for another form. */
export function jobKind<Payload extends object>(name: string): JobKind<Payload> {
  if (!NAME.test(name)) throw new RangeError(`A kind of job is named in lower-case words with hyphens, not ${JSON.stringify(name)}.`);
  return { name };
}
