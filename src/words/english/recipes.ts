import type { Formats } from '../formats.ts';

export const recipesInEnglish = (f: Formats) => ({
  title: 'Several models together',
  lead: 'One model finds animals and another names them, or several are averaged. What each of them said is kept apart, so that one that joins later is the only one to run.',
  make: 'Put models together',
  inUse: 'In use',
  use: 'Use',
  remove: 'Remove',
  goneModel: 'a model that is gone',
  form: {
    name: 'Name',
    nameHint: 'deer of the north',
    kind: 'What they do',
    kinds: {
      crops: 'find animals, then name each of them',
      gated: 'empty or animal, then which one',
      ensemble: 'average several classifiers',
    },
    finds: 'Finds animals',
    gates: 'Says whether an animal is there',
    choose: 'choose a model',
    naming: 'A name is given',
    namings: {
      threshold: 'from a score you can set',
      speciesnet: 'by SpeciesNet’s rules, rolled up where unsure',
    },
    rule: 'Together by',
    rules: {
      mean: 'mean of the scores',
      'top-five': 'five best of each, summed',
    },
    averaged: 'Classifiers to average',
    names: 'Names animals',
    noClassifier: 'There is no classifier here yet. Bring one in above.',
    cancel: 'Cancel',
    submit: 'Keep and use',
  },
  /** What a recipe does, in sentences. */
  says: {
    single: (model: string) => `${model} looks at every photo.`,
    crops: (detector: string, floor: number) =>
      `${detector} finds animals. Each from ${f.percent(floor)} is cut out.`,
    namedFrom: (classifiers: string, from: number) =>
      `It is named by ${classifiers} from a score of ${f.percent(from)}.`,
    namedBySpeciesNet: (classifiers: string) =>
      `It is named by ${classifiers} and the rules of SpeciesNet’s ensemble: a wider group where no species can be believed.`,
    gated: (gate: string, from: number) =>
      `${gate} says whether an animal is there, from ${f.percent(from)}.`,
    ensemble: (models: string) => `${models} look at every photo.`,
    rules: {
      mean: 'The mean of their scores counts.',
      'top-five': 'The five best of each are summed and divided by their number.',
    },
  },
  panel: {
    title: (recipe: string) => `Recipe: ${recipe}`,
    fields: {
      floor: 'Cut out from, %',
      nameFrom: 'Name from, %',
      blankFrom: 'Drop as blank from, %',
      animalFrom: 'Animal from, %',
    },
    lookAgain: (photos: number) =>
      `${f.counted(photos, 'photo', 'photos')} must be looked at again, because the recipe now asks a model for more than it has seen. Until then they count as not sifted.`,
    run: 'Look at them now',
  },
  /** What is wrong with a recipe, from the app's own words for it. */
  problem: (text: string) => text,
});
