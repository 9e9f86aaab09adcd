import { dialog, h } from './dom.js';

const slot = 'mediaflows.key';
let asking = null;

export const key = {
  get: () => sessionStorage.getItem(slot) ?? '',
  set: (value) => sessionStorage.setItem(slot, value),
  // Kept for this tab only: it never reaches a URL, a cookie or local storage.
  ask: (message) => asking ??= dialog('API key', h('div', {},
    h('p', {}, message ?? 'The embedded host prints the path of its key file when it starts; on Azure it is a function key. It is kept for this tab only.'),
    h('label', { className: 'field' }, h('span', {}, 'Key'), h('input', { name: 'key', type: 'password', autocomplete: 'off', required: true }))), 'Use it')
    .then((values) => { asking = null; if (values?.key) key.set(values.key.trim()); return Boolean(values?.key); }),
};

export class Problem extends Error {
  constructor(status, document) {
    super(document?.detail ?? document?.title ?? `The host answered ${status}.`);
    this.status = status;
    this.document = document ?? {};
  }
}

export async function call(method, path, body, headers) {
  for (let tries = 0; ; tries++) {
    const answer = await fetch(path, {
      method,
      headers: { 'x-functions-key': key.get(), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'omit',
    });
    if ((answer.status === 401 || answer.status === 403) && tries < 2 && await key.ask(tries ? 'That key was refused.' : undefined)) continue;
    const text = await answer.text();
    let document = null;
    try { document = text ? JSON.parse(text) : null; } catch { document = null; }
    if (!answer.ok) throw new Problem(answer.status, document);
    return document;
  }
}

export const get = (path) => call('GET', path);
export const post = (path, body) => call('POST', path, body ?? {});
export const flow = (id, verb) => `api/flows/${encodeURIComponent(id)}${verb ? `/${verb}` : ''}`;

// Server-sent events over fetch, because the browser's own EventSource cannot send a key. Reconnects until stopped.
export function watch(id, onStatus, onEnd) {
  const stop = new AbortController();
  let last = null;
  (async () => {
    while (!stop.signal.aborted) {
      try {
        const answer = await fetch(flow(id, 'events'), { headers: { 'x-functions-key': key.get(), ...(last ? { 'last-event-id': last } : {}) }, signal: stop.signal });
        if (answer.status === 204) return onEnd();
        if (!answer.ok) return;
        const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
        let text = '';
        for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
          text += chunk.value;
          for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
            const event = Object.fromEntries(text.slice(0, end).split('\n').filter((l) => !l.startsWith(':')).map((l) => [l.slice(0, l.indexOf(':')), l.slice(l.indexOf(':') + 2)]));
            text = text.slice(end + 2);
            if (event.id) last = event.id;
            if (event.data) onStatus(JSON.parse(event.data));
            if (event.event === 'end') return onEnd();
          }
        }
      } catch (e) {
        if (stop.signal.aborted) return;
      }
      await new Promise((r) => setTimeout(r, 1500));
    }
  })();
  return () => stop.abort();
}
