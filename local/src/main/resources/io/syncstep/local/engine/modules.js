// A CommonJS loader for the packages that Java put into `packages`, and what stands in for the ones that are not carried.
(function (global) {
  'use strict';

  const PLAIN_PATH = /^\$(\.[A-Za-z_][A-Za-z0-9_]*)*$/;

  // Most paths are plain, and a walk is quicker than a JSONPath library. It is right, too, where the library is not: it
  // finds no value in an input that is null, 0, false or "".
  function walk(path, json) {
    let value = json;
    for (const key of path.split('.').slice(1)) {
      if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
      value = value[key];
    }
    return value;
  }

  const queries = (library) => ({
    JSONPath: (query) =>
      PLAIN_PATH.test(query.path) ? walk(query.path, query.json) : library.JSONPath(query),
  });

  // AWS knows one wildcard, `*`, which `\*` escapes. The package that is named here knows `?` as well, stops at a line
  // break, and throws where the value is no text.
  function wildcard(pattern) {
    const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const parts = pattern.match(/\\.|\*|[^\\*]+/gs) ?? [];
    const source = parts.map((part) => (part === '*' ? '[^]*' : literal(part.replace(/^\\(.)$/s, '$1')))).join('');
    const expression = new RegExp(`^${source}$`);
    return (text) => typeof text === 'string' && expression.test(text);
  }

  const loaded = {
    // Java refuses what can't be run; the validator's other findings are for the validators that CI runs.
    'asl-validator': () => ({ isValid: true }),
    'wildcard-match': wildcard,
    // Every task is answered by Java.
    '@aws-sdk/client-lambda': {},
    '@aws-sdk/credential-providers': {},
  };

  function load(name) {
    if (!Object.hasOwn(loaded, name)) {
      const module = { exports: {} };
      global.packages[name](module.exports, load, module);
      loaded[name] = name === 'jsonpath-plus' ? queries(module.exports) : module.exports;
    }
    return loaded[name];
  }

  global.syncstep.load = load;
})(globalThis);
