// The parts of a browser's or Node's world that the interpreter uses and a bare JavaScript engine lacks.
// Time comes from outside: `now` is told with each message, and timers are kept by the event loop in Java.
(function (global) {
  'use strict';

  let lastTimer = 0;
  const timers = new Map();

  global.setTimeout = (action, millis, ...args) => {
    const id = ++lastTimer;
    timers.set(id, () => action(...args));
    global.syncstep.send({ type: 'schedule', timer: id, millis: Math.max(0, Math.ceil(Number(millis) || 0)) });
    return id;
  };

  global.clearTimeout = (id) => {
    if (timers.delete(id)) global.syncstep.send({ type: 'cancel', timer: id });
  };

  const RealDate = global.Date;
  let now = 0;
  global.Date = class Date extends RealDate {
    constructor(...args) {
      if (args.length === 0) super(now);
      else super(...args);
    }
    static now() {
      return now;
    }
  };

  class Event {
    constructor(type) {
      this.type = type;
    }
  }

  class EventTarget {
    #listeners = [];
    addEventListener(type, listener, options) {
      this.#listeners.push({ type, listener, once: Boolean(options && options.once) });
    }
    removeEventListener(type, listener) {
      this.#listeners = this.#listeners.filter((each) => each.type !== type || each.listener !== listener);
    }
    dispatchEvent(event) {
      const called = this.#listeners.filter((each) => each.type === event.type);
      this.#listeners = this.#listeners.filter((each) => each.type !== event.type || !each.once);
      called.forEach((each) => each.listener.call(this, event));
      return true;
    }
  }

  class AbortSignal extends EventTarget {
    aborted = false;
    reason = undefined;
    static any(signals) {
      const any = new AbortController();
      for (const signal of signals) {
        if (signal.aborted) any.abort(signal.reason);
        else signal.addEventListener('abort', () => any.abort(signal.reason), { once: true });
      }
      return any.signal;
    }
  }

  class AbortController {
    signal = new AbortSignal();
    abort(reason) {
      if (this.signal.aborted) return;
      this.signal.aborted = true;
      this.signal.reason = reason;
      this.signal.dispatchEvent(new Event('abort'));
    }
  }

  class TextEncoder {
    encode(text) {
      return Uint8Array.from(unescape(encodeURIComponent(String(text))), (char) => char.charCodeAt(0));
    }
  }

  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

  global.btoa = (bytes) => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 3) {
      const [a, b, c] = [0, 1, 2].map((n) => bytes.charCodeAt(i + n) || 0);
      text += ALPHABET[a >> 2] + ALPHABET[((a & 3) << 4) | (b >> 4)];
      text += i + 1 < bytes.length ? ALPHABET[((b & 15) << 2) | (c >> 6)] : '=';
      text += i + 2 < bytes.length ? ALPHABET[c & 63] : '=';
    }
    return text;
  };

  global.atob = (text) => {
    let bytes = '';
    let held = 0;
    let bits = 0;
    for (const char of text.replace(/=+$/, '')) {
      held = (held << 6) | ALPHABET.indexOf(char);
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes += String.fromCharCode((held >> bits) & 255);
      }
    }
    return bytes;
  };

  Promise.withResolvers ??= function () {
    const settled = {};
    settled.promise = new Promise((resolve, reject) => Object.assign(settled, { resolve, reject }));
    return settled;
  };

  Object.assign(global, { Event, EventTarget, AbortSignal, AbortController, TextEncoder });

  global.syncstep = {
    send: (message) => host.send(JSON.stringify(message)),
    setNow: (millis) => {
      now = millis;
    },
    fire: (id) => {
      const action = timers.get(id);
      timers.delete(id);
      if (action) action();
    },
  };
})(globalThis);
