import type { en } from './en.ts';

/** The texts of another language: the keys of the English ones. Only English has a singular (_one) of its own. */
export type Translation = Words<typeof en>;

export type Words<Texts> = {
  readonly [Key in keyof Texts as Key extends `${string}_one` ? never : Key]: Texts[Key] extends string ? string : Words<Texts[Key]>;
};
