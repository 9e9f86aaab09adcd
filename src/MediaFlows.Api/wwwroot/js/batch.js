import { get, key, post } from './api.js';
import { chip, dialog, h, toast } from './dom.js';

const path = (id, tail) => `api/batches/${encodeURIComponent(id)}${tail ?? ''}`;
const shown = 200;

// Counts, estimate, charges and their limit of a batch.
export function batchCard(status, changed) {
  const items = status.progress?.items;
  const charges = status.charges;
  const setLimit = async () => {
    const values = await dialog('Charge limit', h('div', {}, h('p', {}, `${charges.count} charged submits so far. Items that the limit held back go on once there is room.`),
      h('label', { className: 'field' }, h('span', {}, 'Most charged submits'), h('small', {}, 'Those made included; empty for no limit.'), h('input', { name: 'most', type: 'number', min: '0', step: '1', value: charges.most ?? '' }))), 'Set limit');
    if (!values) return;
    try { await post(path(status.id, '/limit'), { maxCharges: values.most === '' ? null : Number(values.most) }); toast('Limit set'); changed(); } catch (e) { toast(e.message, true); }
  };
  return h('div', { className: 'card' }, h('h2', {}, 'Items'),
    items && h('div', { className: 'tiles' }, tile('in all', items.total), tile('done', items.done, 's-completed'), tile('failed', items.failed, items.failed ? 's-failed' : ''), tile('to do', items.running),
      tile(charges?.most === undefined ? 'charged' : `charged, of ${charges.most}`, charges?.count ?? items.charged, charges && charges.count >= charges.most ? 's-needsAttention' : '')),
    charges && charges.count >= charges.most && h('p', { className: 's-needsAttention' }, 'The charge limit is reached: items wait for attention instead of paying.'),
    h('div', { className: 'row' }, h('a', { href: `#/results/${encodeURIComponent(status.id)}` }, h('button', { type: 'button', className: 'primary' }, 'Results')),
      charges && !['completed', 'cancelled', 'terminated'].includes(status.state) && h('button', { type: 'button', onclick: setLimit }, 'Charge limit…'),
      h('span', { className: 'soft small' }, status.progress?.message ?? '')));
}

const tile = (label, count, look) => h('div', { className: 'tile' }, h('strong', { className: look ?? '' }, (count ?? 0).toLocaleString()), h('span', {}, label));

export async function resultsPage(main, id, query) {
  const wanted = query.get('state') ?? '';
  const status = await get(path(id, '?children=false'));
  const rows = [];
  const more = await read(id, (r) => { if (!wanted || r.state === wanted) rows.push(r); return rows.length <= shown; });
  const pick = h('select', { 'aria-label': 'State', onchange: (e) => { location.hash = `#/results/${encodeURIComponent(id)}${e.target.value ? `?state=${e.target.value}` : ''}`; } },
    ['', 'completed', 'failed', 'timedOut', 'needsAttention', 'cancelled'].map((s) => h('option', { value: s, selected: s === wanted }, s || 'every state')));
  main.replaceChildren(
    h('div', { className: 'row' }, h('h1', {}, 'Results'), chip(status.state), h('a', { className: 'mono', href: `#/flows/${encodeURIComponent(id)}` }, id), h('span', { className: 'grow' }), pick,
      h('button', { type: 'button', onclick: () => download(id) }, 'Download')),
    h('div', { className: 'card' }, rows.length === 0 ? h('p', { className: 'empty' }, 'No results of this kind yet.') : h('div', { className: 'wide' },
      h('table', {}, h('thead', {}, h('tr', {}, ['#', 'Key', 'State', 'Flow', 'What'].map((t) => h('th', {}, t)))), h('tbody', {}, rows.slice(0, shown).map(row)))),
    more && h('p', { className: 'soft small' }, `The first ${shown}. Download has them all; the command line too: mediaflows batch results ${id}`)));
}

const row = (r) => h('tr', {}, h('td', { className: 'right soft' }, String(r.index)), h('td', {}, r.key ?? ''), h('td', {}, chip(r.state)), h('td', {}, r.flow ?? ''),
  h('td', { className: 'small' }, r.error && h('div', {}, r.error.code, ' ', r.error.message), r.id && h('a', { className: 'mono', href: `#/flows/${encodeURIComponent(r.id)}` }, r.id)));

// Reads line by line and stops as soon as enough is here: a batch may have a million. True when there was more.
async function read(id, take) {
  const stop = new AbortController();
  const answer = await fetch(path(id, '/results'), { headers: { 'x-functions-key': key.get() }, credentials: 'omit', signal: stop.signal });
  if (!answer.ok) throw new Error(`The host answered ${answer.status}.`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const lines = (text + chunk.value).split('\n');
    text = lines.pop();
    for (const line of lines) {
      if (line && !take(JSON.parse(line))) { stop.abort(); return true; }
    }
  }
  return false;
}

async function download(id) {
  try {
    const answer = await fetch(path(id, '/results'), { headers: { 'x-functions-key': key.get() }, credentials: 'omit' });
    if (!answer.ok) throw new Error(`The host answered ${answer.status}.`);
    const link = h('a', { href: URL.createObjectURL(await answer.blob()), download: `${id}.results.jsonl` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (e) {
    toast(e.message, true);
  }
}
