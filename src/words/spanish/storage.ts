import type { Messages } from '../english.ts';
import type { Formats } from '../formats.ts';

export const storageInSpanish = (f: Formats): Messages['storage'] => ({
  obstacles: {
    title: 'Fieldsift no puede empezar aquí',
    refused:
      'Este navegador no guarda datos de esta página: su almacenamiento está denegado, por cookies bloqueadas, un ajuste o una ventana privada. Permita las cookies y los datos de este sitio, o use una ventana normal, y recargue.',
    newer:
      'En este navegador se abrió una versión más nueva de Fieldsift, que guarda los muestreos de otra forma. Recargue esta página para usar también esa versión. No se pierde nada.',
    blocked:
      'Otra pestaña tiene aún abierta una versión anterior de Fieldsift. Cierre esa pestaña: esta continuará sola. No se pierde nada.',
    slow: 'El navegador aún no ha abierto su almacenamiento. Cierre otras pestañas de Fieldsift; si no basta, reinicie el navegador. Esta página continuará sola.',
    full: 'El disco está lleno y el navegador no puede abrir su almacenamiento. Libere espacio y recargue. Nada de lo guardado se pierde.',
    failed: (detail) =>
      `El navegador no pudo abrir su almacenamiento (${detail}). Reinicie el navegador y recargue esta página.`,
    reload: 'Recargar',
  },
  noFiles:
    'Este navegador no guarda archivos aquí, como en una ventana privada: las fotos se clasifican con el modelo incluido, y no se conserva ningún modelo que usted añada.',
  unkept: {
    full: 'El disco está lleno, y lo último que usted dijo o ajustó no está en él.',
    other: (detail) => `El navegador no pudo guardar lo último que usted dijo o ajustó (${detail}).`,
    holds: 'Vale hasta que se cierre esta página. Libere espacio e inténtelo de nuevo.',
    retry: 'Intentar de nuevo',
  },
  tabs: {
    alsoOpen: (others) =>
      `Este muestreo también está abierto en ${f.counted(others, 'otra pestaña', 'otras pestañas')}. Lo que se dice o ajusta en una vale en todas.`,
    deleted: (name) => `«${name}» se borró en otra pestaña.`,
  },
  clockBehind: (last) =>
    `El reloj de este equipo va por detrás de su última revisión (${last}). Lo que diga ahora cuenta igualmente como lo más nuevo. Compruebe la fecha y la hora del equipo.`,
  background: {
    failed: (what, detail) =>
      `${what === null ? 'Algo salió mal' : `«${what}» no funcionó`}: ${detail}. Recargue la página si no continúa.`,
    full: (what) =>
      `El disco está lleno${what === null ? '' : `, por eso «${what}» no funcionó`}. Libere espacio e inténtelo de nuevo. No se perdió nada de lo guardado.`,
  },
});
