import type { Messages } from '../english.ts';

export const startInSpanish = (): Messages['start'] => ({
  title: '¿En qué fotos hay un animal?',
  lead: 'Inserte la tarjeta, suelte aquí su carpeta y Fieldsift distingue las fotos vacías de las que tienen animales, personas y vehículos, ráfaga a ráfaga, solo en este equipo.',
  steps: [
    'Suelte la carpeta de una tarjeta: aquí se clasifica cada foto, y las vacías se apartan de los animales, las personas y los vehículos.',
    'Mire lo dudoso: pulse Q, luego Intro donde la etiqueta es correcta y otra tecla donde no lo es.',
    'Guarde sus tablas, o copias de fotos en las que no aparece nadie.',
  ],
  drop: 'Suelte una o varias carpetas en cualquier lugar de esta página',
  formats: 'JPEG, PNG, WebP y AVIF, en carpetas tan profundas como quiera',
  noPhotos: '¿No tiene fotos a mano?',
  samples: 'Probar con fotos de muestra',
  drawn: 'Las dibuja el programa; no son fotografías.',
  facts: [
    {
      name: 'Privado.',
      text: 'Ninguna foto, ningún resultado y ninguna estadística salen de este equipo.',
    },
    {
      name: 'Sin conexión.',
      text: 'Después de esta primera visita no necesita red, ni siquiera para arrancar.',
    },
    { name: 'Paciente.', text: 'Cierre la tapa, tire del cable: sigue donde estaba.' },
  ],
});
