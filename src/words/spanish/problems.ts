import { phrasebook, type Phrase } from '../phrasebook.ts';

/** What can be wrong with a field, as it stands behind its name. */
const fieldPhrases: Phrase[] = [
  ['is missing. Add it.', 'falta. Añádalo.'],
  [
    'has the name of an earlier label; every label needs its own.',
    'tiene el nombre de una etiqueta anterior; cada una necesita el suyo.',
  ],
  ['is there twice; each label has its own.', 'está dos veces; cada etiqueta tiene el suyo.'],
  [
    "must be a list of labels, in the order of the model's outputs, or names numbered from 0.",
    'debe ser una lista de etiquetas en el orden de las salidas del modelo, o nombres numerados desde 0.',
  ],
  ['must be 0 or more.', 'debe ser 0 o más.'],
  [
    'must be 1; a higher number needs a newer version of this app.',
    'debe ser 1; un número mayor necesita una versión más nueva de esta aplicación.',
  ],
  ['must be 64 hex digits; see `sha256sum`.', 'debe tener 64 cifras hexadecimales; véase `sha256sum`.'],
  ['must be a finite number.', 'debe ser un número finito.'],
  ['must be a list of class numbers.', 'debe ser una lista de números de clase.'],
  ['must be a list of files.', 'debe ser una lista de archivos.'],
  ['must be a list of models.', 'debe ser una lista de modelos.'],
  [
    'must be a list of regions; empty for the whole country.',
    'debe ser una lista de regiones; vacía para todo el país.',
  ],
  [
    'must be a list of runtimes, best first.',
    'debe ser una lista de entornos de ejecución, el mejor primero.',
  ],
  ['must be a list of strides, in pixels.', 'debe ser una lista de pasos, en píxeles.'],
  ['must be a number, without quotes.', 'debe ser un número, sin comillas.'],
  [
    'must be a path inside the pack: relative, with "/" and without "..".',
    'debe ser una ruta dentro del paquete: relativa, con «/» y sin «..».',
  ],
  ['must be a whole number.', 'debe ser un número entero.'],
  ['must be above 0; use [1, 1, 1] for none.', 'debe ser mayor que 0; use [1, 1, 1] para ninguna.'],
  ['must be an object, in braces.', 'debe ser un objeto, entre llaves.'],
  ['must be an object from country to regions.', 'debe ser un objeto de países a regiones.'],
  ['must be an object from label to role.', 'debe ser un objeto de etiquetas a funciones.'],
  ['must be an object from taxon to its rules.', 'debe ser un objeto de taxones a sus reglas.'],
  [
    'must be an object that names a model, for example { "id": "lookout" }.',
    'debe ser un objeto que nombre un modelo, por ejemplo { "id": "lookout" }.',
  ],
  ['must be an object with "allow", "block" or both.', 'debe ser un objeto con "allow", "block" o ambos.'],
  ['must be an object with "name" and "role".', 'debe ser un objeto con "name" y "role".'],
  ['must be at least 1.', 'debe ser al menos 1.'],
  ['must be at most 2.', 'debe ser como mucho 2.'],
  ['must be from 0 to 1.', 'debe estar entre 0 y 1.'],
  ['must be from 0 to 255.', 'debe estar entre 0 y 255.'],
  [
    'must be lower-case letters, digits, ".", "_" and "-".',
    'debe tener solo minúsculas, cifras, «.», «_» y «-».',
  ],
  ['must be text, in quotes.', 'debe ser texto, entre comillas.'],
  [
    'must be the three capital letters of a country, such as "KEN".',
    'deben ser las tres mayúsculas de un país, como "KEN".',
  ],
  [
    'must be the two capital letters of a state, such as "CA".',
    'deben ser las dos mayúsculas de un estado, como "CA".',
  ],
  ['must be three numbers, one for each colour channel.', 'deben ser tres números, uno por canal de color.'],
  ['must be true or false, without quotes.', 'debe ser true o false, sin comillas.'],
  [
    'must be two numbers: what black and white become, for example [0, 1].',
    'deben ser dos números: en qué se convierten el negro y el blanco, por ejemplo [0, 1].',
  ],
  ['must go from the lower to the higher number.', 'debe ir del número menor al mayor.'],
  [
    'must have "antialias": false to have a "roundTrip"; with true, levels are rounded as Pillow does.',
    'debe tener "antialias": false para tener "roundTrip"; con true, los niveles se redondean como hace Pillow.',
  ],
  [
    'must have "antialias": true unless its "interpolation" is "bilinear".',
    'debe tener "antialias": true salvo que su "interpolation" sea "bilinear".',
  ],
  [
    'must have "bytes" and "sha256"; only those of the model may be left open (null).',
    'debe tener "bytes" y "sha256"; solo los del modelo pueden quedar abiertos (null).',
  ],
  [
    'must have "pixels", "share" or both; of both, the lesser counts.',
    'debe tener "pixels", "share" o ambos; de los dos cuenta el menor.',
  ],
  [
    'must have "range": [0, 255], "mean": [0, 0, 0] and "std": [1, 1, 1] when its "type" is "uint8".',
    'debe tener "range": [0, 255], "mean": [0, 0, 0] y "std": [1, 1, 1] cuando su "type" es "uint8".',
  ],
  [
    'must have a "resize.shorterSide" of at least its width and its height.',
    'debe tener un "resize.shorterSide" de al menos su ancho y su alto.',
  ],
  [
    'must have a width and height that are multiples of "resize.multipleOf".',
    'debe tener un ancho y un alto que sean múltiplos de "resize.multipleOf".',
  ],
  [
    'must have the "id" of a pack, as its manifest gives it, or the "hash" under which the app keeps it.',
    'debe tener el "id" de un paquete, como lo da su manifiesto, o el "hash" con el que lo guarda la aplicación.',
  ],
  ['must hold a stride.', 'debe contener un paso.'],
  ['must hold at least one label.', 'debe contener al menos una etiqueta.'],
  ['must hold exactly one file of kind "model".', 'debe contener exactamente un archivo de tipo "model".'],
  ['must name at least one model.', 'debe nombrar al menos un modelo.'],
  ['must name at least one runtime.', 'debe nombrar al menos un entorno de ejecución.'],
  ['must name at least two models.', 'debe nombrar al menos dos modelos.'],
  [
    'must name the outputs "labels", "boxes" and "scores".',
    'debe nombrar las salidas "labels", "boxes" y "scores".',
  ],
  ['must not be empty.', 'no debe estar vacío.'],
  [
    'names a file that is no JSON list of names, and no JSON object from number to name.',
    'nombra un archivo que no es ni una lista JSON de nombres ni un objeto JSON de números a nombres.',
  ],
  ['must be one of {0}.', 'debe ser uno de {0}.'],
  ['must be an object with {0}: {1}.', 'debe ser un objeto con {0}: {1}.'],
  [
    'has {0} numbers for {1} labels. Give one for each label, in the same order.',
    'tiene {0} números para {1} etiquetas. Dé uno por etiqueta, en el mismo orden.',
  ],
  [
    'is {0}, but "output.decoder" is {1}, which is for a {2}. Change one of them.',
    'es {0}, pero "output.decoder" es {1}, que es para «{2}». Cambie uno de los dos.',
  ],
  ['must be {0} or {1}.', 'debe ser {0} o {1}.'],
  ['must be {0}.', 'debe ser {0}.'],
];

/** What can be wrong with a recipe or a manifest as a whole. */
const sentences: Phrase[] = [
  [
    'The file must hold one JSON object, in braces.',
    'El archivo debe contener un objeto JSON, entre llaves.',
  ],
  [
    '"labels" is missing. Add it, or name a text file with one label per line in "labelFile".',
    'Falta "labels". Añádalo, o nombre en "labelFile" un archivo de texto con una etiqueta por línea.',
  ],
  [
    'The model of hash {0} is not here. Bring it in first.',
    'El modelo con el hash {0} no está aquí. Tráigalo primero.',
  ],
  ['The model {0} is not here. Bring it in first.', 'El modelo {0} no está aquí. Tráigalo primero.'],
  [
    'There are {0} models {1} ({2}). Name one by its "version" or its "hash".',
    'Hay {0} modelos {1} ({2}). Nombre uno por su "version" o su "hash".',
  ],
  [
    '“{0}” shares no animal with the other models, so there is nothing to average. Give the same "taxon" or name to labels that mean the same, or choose models of one region.',
    '«{0}» no comparte ningún animal con los demás modelos, así que no hay nada que promediar. Dé el mismo "taxon" o nombre a las etiquetas que significan lo mismo, o elija modelos de una misma región.',
  ],
  [
    '“{0}” is a detector, but {1} takes classifiers. Choose another model.',
    '«{0}» es un detector, pero aquí hacen falta clasificadores. Elija otro modelo.',
  ],
  [
    '“{0}” has no label of role "animal", so nothing would be cut out.',
    '«{0}» no tiene ninguna etiqueta de función "animal", así que no se recortaría nada.',
  ],
  [
    '“{0}” has no label of role "animal", so it cannot say whether one is there.',
    '«{0}» no tiene ninguna etiqueta de función "animal", así que no puede decir si hay uno.',
  ],
  [
    '“{0}” has no label of role "animal", so it cannot name one.',
    '«{0}» no tiene ninguna etiqueta de función "animal", así que no puede ponerle nombre.',
  ],
  [
    '“{0}” has no label with a "taxon", which SpeciesNet\'s rules need. Give its labels a "taxon", or set "naming" to "threshold".',
    '«{0}» no tiene ninguna etiqueta con "taxon", que las reglas de SpeciesNet necesitan. Dé un "taxon" a sus etiquetas, o ponga "naming" en "threshold".',
  ],
  [
    '“{0}” is a classifier and gives no boxes. Choose a detector for the first step.',
    '«{0}» es un clasificador y no da recuadros. Elija un detector para el primer paso.',
  ],
  ['“{0}” is named twice. Name each model once.', '«{0}» se nombra dos veces. Nombre cada modelo una vez.'],
  [
    'The licence of “{0}” is not accepted yet. Choose "Use" beside it once.',
    'La licencia de «{0}» aún no se ha aceptado. Elija «Usar» a su lado una vez.',
  ],
  ['The file is far too long for a recipe.', 'El archivo es demasiado largo para una receta.'],
  [
    'The file is no JSON: {0}. Open it in a text editor that checks JSON.',
    'El archivo no es JSON: {0}. Ábralo en un editor de texto que compruebe JSON.',
  ],
];

const ofField = phrasebook(fieldPhrases);
const whole = phrasebook(sentences);

/** What is wrong with a manifest or a recipe, in Spanish; names of fields stay as they stand in the file. */
export function problemInSpanish(text: string): string {
  const known = whole(text);
  if (known !== null) return known;
  const [, field, said = ''] = /^("[^"]+") (.*)$/s.exec(text) ?? [];
  const translated = ofField(said);
  return field === undefined || translated === null ? text : `${field} ${translated}`;
}
