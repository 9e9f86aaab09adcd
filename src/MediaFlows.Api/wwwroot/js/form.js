import { h } from './dom.js';

// A form from a JSON Schema: plain members get fields of their own, everything nested a JSON field. What is left empty is not sent.
export function form(schema, example) {
  const readers = new Map();
  const setters = new Map();
  const required = new Set(schema?.required ?? []);
  const rows = Object.entries(schema?.properties ?? {}).map(([name, member]) => {
    const types = [member.type ?? []].flat().filter((t) => t !== 'null');
    const label = h('span', {}, name, required.has(name) ? ' *' : '');
    const note = member.description && h('small', {}, member.description);
    let input;
    if (member.enum) {
      input = h('select', {}, h('option', { value: '' }, ''), member.enum.filter((v) => v !== null).map((v) => h('option', { value: String(v) }, String(v))));
      readers.set(name, () => input.value === '' ? undefined : types.includes('integer') ? Number(input.value) : input.value);
    } else if (types.includes('boolean') && types.length === 1) {
      input = h('select', {}, ['', 'true', 'false'].map((v) => h('option', { value: v }, v)));
      readers.set(name, () => input.value === '' ? undefined : input.value === 'true');
    } else if (types.length > 0 && types.every((t) => ['integer', 'number', 'string'].includes(t)) && types.some((t) => t !== 'string')) {
      input = h('input', { type: 'number', step: types.includes('number') ? 'any' : '1' });
      readers.set(name, () => input.value === '' ? undefined : Number(input.value));
    } else if (types.length === 1 && types[0] === 'string') {
      input = h('input', { placeholder: typeof example[name] === 'string' ? example[name] : '' });
      readers.set(name, () => input.value === '' ? undefined : input.value);
    } else {
      input = h('textarea', { placeholder: JSON.stringify(example[name] ?? {}), spellcheck: false });
      readers.set(name, () => input.value.trim() === '' ? undefined : JSON.parse(input.value));
    }
    setters.set(name, (value) => { input.value = String(value); });
    return h('label', { className: 'field' }, label, note, input);
  });
  return {
    element: h('div', {}, rows),
    read: () => Object.fromEntries([...readers].map(([name, read]) => [name, read()]).filter(([, value]) => value !== undefined)),
    set: (name, value) => setters.get(name)?.(value),
  };
}
