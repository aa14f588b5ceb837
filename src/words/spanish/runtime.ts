import type { Messages } from '../english.ts';
import type { Formats } from '../formats.ts';

export const runtimeInSpanish = (f: Formats): Messages['models']['runtime'] => {
  const milliseconds = (value: number): string => `${f.decimal(value, value < 10 ? 1 : 0)} ms`;
  const speeds = (graphics: number, cores: number, processor: number): string =>
    `${milliseconds(graphics)} por foto; ${cores === 1 ? 'un núcleo' : `${f.count(cores)} núcleos juntos`} del procesador, ${milliseconds(processor)}`;
  return {
    untried: 'La primera clasificación prueba si el procesador gráfico da las mismas respuestas más deprisa.',
    again: 'Probar de nuevo',
    againFor: (model) => ` en la próxima clasificación con ${model}`,
    madeForWasm: 'Lo calcula el procesador, para el que está hecho este modelo.',
    noAdapter: 'Lo calcula el procesador: el navegador no ofrece aquí ningún procesador gráfico.',
    notFetched:
      'Lo calcula el procesador: lo que maneja el procesador gráfico aún no está en este equipo. Inicie una clasificación una vez con conexión.',
    faster: (graphics, cores, processor) =>
      `Lo calcula el procesador gráfico, que da las mismas respuestas más deprisa (${speeds(graphics, cores, processor)}).`,
    slower: (graphics, cores, processor) =>
      `Lo calcula el procesador: el procesador gráfico da las mismas respuestas, pero más despacio (${speeds(graphics, cores, processor)}).`,
    different: (difference, tolerance) =>
      `Lo calcula el procesador: el procesador gráfico da otras respuestas (las puntuaciones difieren en ${difference}; se admite ${f.decimal(tolerance, 4)}), así que no se confía en él.`,
    beyondMeasure: 'más de lo medible',
    failed: (detail) => `Lo calcula el procesador: el procesador gráfico falló al probarlo (${detail}).`,
    lost: (detail) =>
      `Lo calcula el procesador desde que el procesador gráfico falló en esta clasificación (${detail}). No se pierde ninguna foto: las que estaban en curso se miraron de nuevo.`,
  };
};
