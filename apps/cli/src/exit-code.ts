/** What the exit code of `snout` says. Printed by `snout --help`; scripts may rely on it. */
export const EXIT = {
  /** Done. For a question (identify, verify, enrol): the answer is yes. */
  ok: 0,
  /** The answer is no: not this pet, unknown, a person must look, or the pet may be enrolled already. */
  no: 1,
  /** The command line is wrong: unknown option, missing file or folder, no such pet, nothing to compare. */
  usage: 2,
  /** Some photos could not be used: each is named on stderr; everything else was done. */
  badPhotos: 3,
  /** The surroundings do not allow it: models missing or changed, database in use or damaged, disk full. */
  environment: 4,
  /** A defect of the program. */
  defect: 5,
  /** Stopped by Ctrl-C: what was reported as done is done, nothing is half done. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_CODES_HELP = `
Exit codes:
  0    done; for a question (identify, verify, enrol): yes
  1    the answer is no: not this pet, unknown, a person must look, or possibly enrolled already
  2    the command line is wrong: unknown option, missing file, no such pet
  3    some photos could not be used (each is named on stderr); everything else was done
  4    models missing or changed, database in use, disk full
  5    a defect of Snout
  130  stopped by Ctrl-C; nothing is left half done`;
