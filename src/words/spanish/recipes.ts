import type { Messages } from '../english.ts';
import type { Formats } from '../formats.ts';
import { problemInSpanish } from './problems.ts';

export const recipesInSpanish = (f: Formats): Messages['recipes'] => ({
  title: 'Varios modelos juntos',
  lead: 'Un modelo encuentra animales y otro les pone nombre, o se hace la media de varios. Lo que dijo cada uno se guarda aparte, así que solo se ejecuta el que se añade.',
  make: 'Unir modelos',
  inUse: 'En uso',
  use: 'Usar',
  remove: 'Quitar',
  goneModel: 'un modelo que ya no está',
  form: {
    name: 'Nombre',
    nameHint: 'ciervos del norte',
    kind: 'Qué hacen',
    kinds: {
      crops: 'encontrar animales y poner nombre a cada uno',
      gated: 'vacía o animal, y después cuál',
      ensemble: 'hacer la media de varios clasificadores',
    },
    finds: 'Encuentra animales',
    gates: 'Dice si hay un animal',
    choose: 'elija un modelo',
    naming: 'El nombre se da',
    namings: {
      threshold: 'desde una puntuación que usted fija',
      speciesnet: 'según las reglas de SpeciesNet; un grupo mayor ante la duda',
    },
    rule: 'Se unen por',
    rules: {
      mean: 'la media de las puntuaciones',
      'top-five': 'las cinco mejores de cada uno, sumadas',
    },
    averaged: 'Clasificadores que se promedian',
    names: 'Pone nombre a los animales',
    noClassifier: 'Aún no hay ningún clasificador aquí. Traiga uno más arriba.',
    cancel: 'Cancelar',
    submit: 'Guardar y usar',
  },
  says: {
    single: (model) => `${model} mira todas las fotos.`,
    crops: (detector, floor) =>
      `${detector} encuentra animales. Cada uno a partir del ${f.percent(floor)} se recorta.`,
    namedFrom: (classifiers, from) =>
      `Le pone nombre ${classifiers}, a partir de una puntuación del ${f.percent(from)}.`,
    namedBySpeciesNet: (classifiers) =>
      `Le ponen nombre ${classifiers} y las reglas del conjunto de SpeciesNet: un grupo mayor donde no se puede creer ninguna especie.`,
    gated: (gate, from) => `${gate} dice si hay un animal, a partir del ${f.percent(from)}.`,
    ensemble: (models) => `${models} miran todas las fotos.`,
    rules: {
      mean: 'Cuenta la media de sus puntuaciones.',
      'top-five': 'Las cinco mejores de cada uno se suman y se dividen por el número de modelos.',
    },
  },
  panel: {
    title: (recipe) => `Receta: ${recipe}`,
    fields: {
      floor: 'Recortar desde, %',
      nameFrom: 'Dar nombre desde, %',
      blankFrom: 'Descartar como vacía desde, %',
      animalFrom: 'Animal desde, %',
    },
    lookAgain: (photos) =>
      `Hay que mirar de nuevo ${f.counted(photos, 'foto', 'fotos')}, porque la receta pide ahora a un modelo más de lo que ha visto. Hasta entonces cuentan como no clasificadas.`,
    run: 'Mirarlas ahora',
  },
  problem: problemInSpanish,
});
