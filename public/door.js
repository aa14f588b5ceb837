/*
 * Says in plain words what this browser lacks, where it could not start the app. In the JavaScript of 2009, and before
 * everything else, so that old browsers read it; the page then has no #app, and nothing starts.
 */
(function () {
  'use strict';

  var least = { chrome: '110', firefox: '115', safari: '16.4' };

  var english = {
    title: 'Fieldsift cannot start in this browser',
    lacks: function (list) {
      return (
        'This browser lacks what Fieldsift needs (' +
        list +
        '). Use Chrome or Edge from version ' +
        least.chrome +
        ', Firefox from ' +
        least.firefox +
        ' or Safari from ' +
        least.safari +
        '. Nothing that was stored is lost.'
      );
    },
    insecure: function (address) {
      return (
        'The address ' +
        address +
        ' is not a secure one, so the browser gives no storage to it. Open Fieldsift at an address that begins with ' +
        'https://, or on this computer itself at http://localhost.'
      );
    },
    refused:
      'This browser keeps no data for this page: its storage is refused, by blocked cookies, a setting or a private ' +
      'window. Allow cookies and site data for this address, or use a normal window, then reload.',
    modules: 'JavaScript modules',
    language: 'the JavaScript of 2023',
    simd: 'WebAssembly with SIMD',
    canvas: 'drawing in the background, OffscreenCanvas',
  };

  var spanish = {
    title: 'Fieldsift no puede empezar en este navegador',
    lacks: function (list) {
      return (
        'A este navegador le falta lo que Fieldsift necesita (' +
        list +
        '). Use Chrome o Edge desde la versión ' +
        least.chrome +
        ', Firefox desde la ' +
        least.firefox +
        ' o Safari desde la ' +
        least.safari +
        '. No se perdió nada de lo guardado.'
      );
    },
    insecure: function (address) {
      return (
        'La dirección ' +
        address +
        ' no es segura, así que el navegador no le da almacenamiento. Abra Fieldsift en una dirección que empiece por ' +
        'https://, o en este mismo equipo en http://localhost.'
      );
    },
    refused:
      'Este navegador no guarda datos de esta página: su almacenamiento está denegado, por cookies bloqueadas, un ajuste ' +
      'o una ventana privada. Permita las cookies y los datos de este sitio, o use una ventana normal, y recargue.',
    modules: 'módulos de JavaScript',
    language: 'el JavaScript de 2023',
    simd: 'WebAssembly con SIMD',
    canvas: 'dibujar en segundo plano, OffscreenCanvas',
  };

  /** Returns whether a check holds; one that throws does not. */
  function holds(check) {
    try {
      return Boolean(check());
    } catch (error) {
      return false;
    }
  }

  /** What the app needs of a browser; each came with the version named, or an earlier one. */
  var needs = {
    modules: function () {
      return 'noModule' in document.createElement('script');
    },
    // Chrome 110, Firefox 115, Safari 16; the expression Safari 16.4.
    language: function () {
      return [].toSorted && [].findLast && Object.hasOwn && new RegExp('(?<!a)b').test('b');
    },
    // Chrome 91, Firefox 89, Safari 16.4. A module of one function that splats, then counts the bits of 128.
    simd: function () {
      var bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0];
      var body = [10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
      return WebAssembly.validate(new Uint8Array(bytes.concat(body)));
    },
    // Chrome 69, Firefox 105, Safari 16.4.
    canvas: function () {
      return new OffscreenCanvas(1, 1).getContext('2d');
    },
  };

  /** Returns false where the browser has no databases at all; one that refuses them is told of by the app. */
  function hasStorage() {
    try {
      return Boolean(window.indexedDB);
    } catch (error) {
      return true;
    }
  }

  /** Returns what stands in the way, a sentence each; empty where nothing does. */
  function obstacles(words) {
    var missing = [];
    var sentences = [];
    for (var need in needs) if (!holds(needs[need])) missing.push(words[need]);
    if (missing.length > 0) sentences.push(words.lacks(missing.join('; ')));
    if (window.isSecureContext === false) sentences.push(words.insecure(window.location.origin));
    else if (missing.length === 0 && !hasStorage()) sentences.push(words.refused);
    return sentences;
  }

  function element(name, text) {
    var made = document.createElement(name);
    if (text) made.appendChild(document.createTextNode(text));
    return made;
  }

  var isSpanish = /^es\b/i.test(navigator.language || '');
  var words = isSpanish ? spanish : english;
  var sentences = obstacles(words);
  if (sentences.length === 0) return;
  document.documentElement.lang = isSpanish ? 'es' : 'en';
  var door = element('main');
  door.id = 'door';
  door.setAttribute('role', 'alert');
  door.appendChild(element('h1', words.title));
  for (var index = 0; index < sentences.length; index += 1) door.appendChild(element('p', sentences[index]));
  var app = document.getElementById('app');
  app.parentNode.replaceChild(door, app);
})();
