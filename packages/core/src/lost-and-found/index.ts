export * from './allow-finding.ts';
export * from './found-pets-store.port.ts';
export * from './leave-found-message.ts';
export * from './lost-and-found-error.ts';
export * from './search-found-pet.ts';
