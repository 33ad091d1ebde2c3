/** English texts about taking one's data along, and having it erased. */
export const dataEn = {
  data: {
    exportTitle: 'Export everything',
    exportDo: 'Download the zip',
    eraseTitle: 'Erase everything',
    eraseOpen: 'Erase everything …',
    person: {
      title: 'Your data',
      exportText: 'Your account, your pets with their history, and all photos as they were, in one zip file.',
      eraseText: 'Your account, your pets and all their photos are deleted for good.',
      dialogTitle: 'Erase everything?',
      forGood: 'This cannot be undone. Nobody can sign in to the account any more from the moment you confirm.',
      begun: 'Everything is being erased. A mail will say when it is done. Goodbye!',
      leave: 'Leave',
    },
    organisation: {
      title: 'Data of the organisation',
      exportText: 'Its pets with their history, and all photos as they were, in one zip file.',
      eraseText: 'The organisation, its pets and all their photos are deleted for good. Its members keep their own accounts.',
      dialogTitle: 'Erase the organisation?',
      forGood:
        'This cannot be undone. From the moment you confirm, no member and no key gets in any more. Members keep their own accounts.',
      begun: 'The organisation is being erased. A mail will say when it is done.',
      leave: 'To your organisations',
    },
    pets_one: '{{count}} pet with its photos and history is deleted.',
    pets_other: '{{count}} pets with their photos and history are deleted.',
    backups: 'Backups that may still hold something are deleted within {{count}} days. A last mail says when all is done.',
    exportFirst: 'Export everything first',
    shared_one: 'Also erase {{count}} pet that others care for. They lose it too.',
    shared_other: 'Also erase {{count}} pets that others care for. They lose them too.',
    sharedHow: 'To leave a pet to those who care for it, hand it over on its page first.',
    orphaned: 'Without you nobody would own {{names}}. Make somebody else an owner first, or erase it first.',
    operatorStays: 'This account runs the installation. It can be erased when it is the last one here.',
    type: 'Type {{what}} to confirm',
    password: 'Your password',
    passwordWhy:
      'You signed in a while ago. Without a password: sign out, sign in by a mailed link or a passkey, and come back within ten minutes.',
    keep: 'Keep everything',
    doErase: 'Erase for good',
  },
} as const;
