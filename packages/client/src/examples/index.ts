export { registerAndFind } from './register-and-find.ts';
