// Elements are built from data and text nodes only: nothing that a provider or a user wrote is ever parsed as HTML.
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== 'list') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((c) => c !== undefined && c !== null && c !== false));
  return element;
}

export function s(tag, props, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(props ?? {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function toast(text, bad) {
  const element = h('div', { className: bad ? 'toast bad' : 'toast' }, text);
  document.getElementById('toasts').append(element);
  setTimeout(() => element.remove(), bad ? 9000 : 4000);
}

export const chip = (state) => h('span', { className: `chip s-${state}` }, state);

export const json = (value) => h('pre', {}, typeof value === 'string' ? value : JSON.stringify(value, null, 2));

export function time(value) {
  if (!value) return '';
  const date = new Date(value);
  return h('time', { dateTime: value, title: value }, date.toLocaleString([], { dateStyle: 'short', timeStyle: 'medium' }));
}

export function duration(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
  return `${Math.floor(ms / 3_600_000)} h ${Math.round((ms % 3_600_000) / 60_000)} min`;
}

export function copyable(text) {
  return h('div', { className: 'command' }, h('code', {}, text),
    h('button', { type: 'button', onclick: async () => { await navigator.clipboard.writeText(text); toast('Copied'); } }, 'Copy'));
}

// A modal that resolves with the form's values, or null when it is closed.
export function dialog(title, body, action, className) {
  return new Promise((resolve) => {
    const form = h('form', { method: 'dialog' }, h('h2', {}, title), body,
      h('div', { className: 'row' }, h('span', { className: 'grow' }), h('button', { type: 'button', onclick: () => modal.close() }, 'Close'),
        action && h('button', { className: className ?? 'primary', value: 'ok' }, action)));
    const modal = h('dialog', { onclose: () => { modal.remove(); resolve(modal.returnValue === 'ok' ? Object.fromEntries(new FormData(form)) : null); } }, form);
    document.body.append(modal);
    modal.showModal();
  });
}
