/** English texts of the insurer's desk of applications; they come with its page. */
export const applicationsEn = {
  applications: {
    title: 'Applications',
    intro: 'Those in which something was found wait for a person. Nothing is refused by likeness: you decide, and say why.',
    which: 'Which applications',
    states: { referred: 'To decide', accepted: 'Accepted', declined: 'Declined' },
    none: { referred: 'Nothing waits for a decision.', accepted: 'None yet.', declined: 'None yet.' },
    more: 'Show more',
    made: 'Asked for {{at}}',
    cover: 'Cover "{{tier}}" from {{day}}',
    thisAnimal: 'The animal in this application',
    knownAnimal: 'An animal that you know',
    reasons: {
      'looks-like-known':
        'It looks like an animal that you know. Two different animals look this alike in about 1 of {{number}} comparisons.',
      'same-file': 'A photo file is stored for an animal that you know.',
      'same-photo': 'A photo is a copy of one of an animal that you know.',
      'same-microchip': 'An animal that you know carries the same chip number.',
      'photo-used-elsewhere': "A photo is stored for somebody else's pet.",
      'photo-of-screen': 'A photo may show a screen. About 1 in 20 real photos is taken for one.',
      'age-unproven': 'The age is not certain, and the price or the cover depends on it.',
    },
    decided: { accepted: 'Accepted:', declined: 'Declined:' },
    why: 'Why',
    whyHint: 'The applicant can read it.',
    whyMissing: 'Say why.',
    accept: 'Accept',
    decline: 'Decline',
    noMore:
      'By the rules of the product it cannot be insured any more: the animal is too old by now, or another version is sold. Decline it and say so.',
  },
} as const;
