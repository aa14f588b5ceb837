export const startInEnglish = () => ({
  title: 'Which photos have an animal in them?',
  lead: 'Plug in the card, drop its folder here, and Fieldsift tells blank photos from animals, people and vehicles, burst by burst, on this machine alone.',
  steps: [
    'Drop the folder of a card: every photo is sifted here, and blank ones are put apart from animals, people and vehicles.',
    'Look at what is doubtful: press Q, then Enter where the label is right and another key where it is wrong.',
    'Save your tables, or copies of photos that show nobody.',
  ],
  drop: 'Drop one or several folders anywhere on this page',
  formats: 'JPEG, PNG, WebP and AVIF, in folders as deep as you like',
  noPhotos: 'No photos at hand?',
  samples: 'Try it with sample photos',
  drawn: 'They are drawn by the program, not photographed.',
  facts: [
    {
      name: 'Private.',
      text: 'No photo, no result and no statistic leaves this machine.',
    },
    {
      name: 'Offline.',
      text: 'After this first visit it needs no network, not even to start.',
    },
    { name: 'Patient.', text: 'Close the lid, pull the plug: it goes on where it was.' },
  ],
});
