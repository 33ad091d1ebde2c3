export { createOutboxMailSender, type OutboxSettings } from './create-outbox-mail-sender.ts';
export { createSmtpMailSender, type SmtpSettings } from './create-smtp-mail-sender.ts';
