export { createSignIn, type SignInOptions } from './create-sign-in.ts';
