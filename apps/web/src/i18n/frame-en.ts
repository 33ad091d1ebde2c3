/** English texts of what surrounds the pages, and of the settings. */
export const frameEn = {
  navigation: {
    label: 'Sections',
    pets: 'Pets',
    newPet: 'Add',
    identify: 'Identify',
    organisations: 'Team',
    settings: 'Settings',
    loading: 'Loading …',
    notFound: 'There is no such page',
    notFoundHint: 'The address may be mistyped, or from an older version of Snout.',
    toPets: 'To the pets',
    broken: 'This page could not be loaded. The network may be away, or Snout was updated meanwhile. Reload to try again.',
    reload: 'Reload',
  },
  settings: {
    title: 'Settings',
    intro: 'Your account, and how Snout looks in this browser.',
    scheme: 'Appearance',
    schemes: { auto: 'As the device', light: 'Light', dark: 'Dark' },
    install: 'Install Snout on this device',
    installHint: 'It then opens like any other app, without the bars of the browser.',
    installYes: 'Install',
    about: 'About this Snout',
  },
} as const;
