import { startReceiver } from '@snout/outbound/testing';
import { z } from 'zod';
import { startMailSink } from './mail-sink.ts';

/** A webhook or a mail as it came. */
export interface Receipt {
  /** Same for the attempts of one message. */
  readonly id: string;
  /** What it is about; equal for messages of the same thing. */
  readonly about: string;
  /** All that it says. */
  readonly body: string;
  /** Of the service's lives, the one that sent it. */
  readonly life: number;
}

/** Where the service's webhooks and mails go. */
export interface Messages {
  readonly webhookOrigin: string;
  readonly smtpUrl: string;
  readonly webhooks: readonly Receipt[];
  readonly mails: readonly Receipt[];
  /** The newest link in the mails to an address. */
  linkTo(address: string): string | undefined;
  /** Resolves when the next mail to the address came. */
  nextMailTo(address: string): Promise<void>;
  /** Receipts from now on are of this life, and nobody hears of them. */
  begin(life: number): void;
  /** `hear` hears of each receipt before the service is told of it; when it says true, the service is told nothing. */
  listen(hear: (what: 'webhook' | 'mail') => boolean): void;
  close(): Promise<void>;
}

const eventSchema = z.object({ type: z.string(), data: z.object({ petId: z.string() }) });

/** `about` of webhooks: path, event and pet; of mails: the address. */
export async function startMessages(): Promise<Messages> {
  const webhooks: Receipt[] = [];
  const mails: Receipt[] = [];
  const waiting = new Map<string, (() => void)[]>();
  let life = 0;
  let hear: (what: 'webhook' | 'mail') => boolean = () => false;

  const receiver = await startReceiver((response, { path, headers, body }) => {
    const text = body.toString();
    const { type, data } = eventSchema.parse(JSON.parse(text));
    webhooks.push({ id: headers['webhook-id'] ?? '', about: webhookAbout(path, type, data.petId), body: text, life });
    if (!hear('webhook')) response.end();
  });
  const sink = await startMailSink(({ messageId, to, text }) => {
    mails.push({ id: messageId, about: to, body: text, life });
    for (const resolve of waiting.get(to) ?? []) resolve();
    waiting.delete(to);
    return !hear('mail');
  });
  return {
    webhookOrigin: receiver.url,
    smtpUrl: sink.url,
    webhooks,
    mails,
    linkTo: (address) => mails.findLast(({ about }) => about === address)?.body.match(/https?:\/\/\S+/)?.[0],
    nextMailTo: (address) =>
      new Promise((resolve) => {
        waiting.set(address, [...(waiting.get(address) ?? []), resolve]);
      }),
    begin(number) {
      life = number;
      hear = () => false;
    },
    listen(listener) {
      hear = listener;
    },
    async close() {
      await receiver.close();
      await sink.close();
    },
  };
}

export function webhookAbout(path: string, event: string, petId: string): string {
  return `${path} ${event} ${petId}`;
}
