import { once } from 'node:events';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface SunkMail {
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
}

/** A mail server that keeps what it is given. */
export interface MailSink {
  /** For SMTP_URL. */
  readonly url: string;
  close(): Promise<void>;
}

/** `took` hears of each mail, and says whether the sender is told that it was taken. */
export async function startMailSink(took: (mail: SunkMail) => boolean): Promise<MailSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of stream) chunks.push(chunk as Buffer);
      } catch (error) {
        // The sender is gone in the middle of a mail: it was not taken.
        return done(error instanceof Error ? error : new Error(String(error)));
      }
      const { messageId = '', text = '' } = await PostalMime.parse(Buffer.concat(chunks));
      if (took({ messageId, to: session.envelope.rcptTo[0]?.address ?? '', text })) done();
    },
  });
  // Connections of a killed process break.
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
