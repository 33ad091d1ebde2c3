/** English texts of the match view; they come with it. */
export const matchEn = {
  match: {
    title: 'What the coats have in common',
    looking: 'Laying the photos side by side …',
    show: 'What is drawn',
    lines: 'Lines',
    heat: 'Where it agrees',
    stored: 'Photo of {{name}}',
    agreeing: '{{agreeing}} of {{of}} marks of face and coat agree.',
    drawn: 'Lines join {{count}} of them.',
    says: {
      supports: 'That supports that it is the same animal.',
      doubts: 'That raises doubt that it is the same animal.',
      silent: 'That says little either way.',
    },
    fewMarks: 'A photo shows too few marks to say anything: take a sharper one from nearer.',
    rare: {
      measured_dog: 'Two different dogs agree this well in about 1 of {{number}} comparisons.',
      measured_cat: 'Two different cats agree this well in about 1 of {{number}} comparisons.',
      'at-most_dog': 'Two different dogs agree this well in fewer than 1 of {{number}} comparisons.',
      'at-most_cat': 'Two different cats agree this well in fewer than 1 of {{number}} comparisons.',
      'at-least_dog': 'Two different dogs agree this well in more than 1 of {{number}} comparisons.',
      'at-least_cat': 'Two different cats agree this well in more than 1 of {{number}} comparisons.',
    },
    measuredOn: 'Measured on {{animals}} animals, in {{comparisons}} comparisons of two different ones.',
    best: 'Of {{count}} stored photos this is the one in which most agrees; the figures allow for that.',
    face: 'Snout decides by the face. The coat can only support that or raise doubt.',
    picture: 'Both heads side by side, yours on the left. {{words}}',
  },
};
