import type { Ids } from './ids.port.ts';

/** Ids of which the first is given: an enrolment asks for the pet's before all others. */
export function startingWith(first: string, rest: Ids): Ids {
  let used = false;
  return {
    next() {
      if (used) return rest.next();
      used = true;
      return first;
    },
  };
}
