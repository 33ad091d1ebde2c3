/** The checks of the service, for a page that says at once what is wrong with a number. */
export { checkMicrochip, describeMicrochip } from '@snout/core/pets';
