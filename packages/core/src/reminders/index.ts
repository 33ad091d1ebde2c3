export * from './photo-times.ts';
export * from './reminder-store.port.ts';
export * from './send-photo-reminders.ts';
