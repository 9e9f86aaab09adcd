import { call, flow, get, post } from './api.js';
import { chip, dialog, h, s, time, toast } from './dom.js';

const states = ['running', 'completed', 'failed', 'timedOut', 'needsAttention', 'suspended', 'cancelled', 'terminated', 'pending'];
const verbs = { cancel: 'Cancel', terminate: 'Terminate', suspend: 'Suspend', resume: 'Resume', retry: 'Retry' };

export async function flowsPage(main, _, query) {
  const filter = { state: new Set((query.get('state') ?? '').split(',').filter(Boolean)), pipeline: query.get('pipeline') ?? '', idPrefix: query.get('idPrefix') ?? '', batch: query.get('batch') ?? '' };
  const catalog = await get('api/pipelines');
  const chosen = new Set();
  let cursor = null;
  const body = h('tbody');
  const chart = h('div');
  const more = h('button', { type: 'button', onclick: () => load(true) }, 'More');
  const bulk = h('div', { className: 'row' });

  const remember = () => {
    const q = new URLSearchParams();
    if (filter.state.size) q.set('state', [...filter.state].join(','));
    for (const name of ['pipeline', 'idPrefix', 'batch']) if (filter[name]) q.set(name, filter[name]);
    history.replaceState(null, '', `#/flows${q.size ? `?${q}` : ''}`);
    return q;
  };

  async function load(next) {
    const q = remember();
    q.set('top', '50');
    if (next && cursor) q.set('cursor', cursor);
    const page = await get(`api/flows?${q}`);
    cursor = page.next;
    const rows = page.items.map(row);
    if (next) body.append(...rows);
    else body.replaceChildren(...(rows.length ? rows : [h('tr', {}, h('td', { colSpan: 6, className: 'empty' }, 'Nothing here. ', h('a', { href: '#/start' }, 'Start a flow')))]));
    if (!next) chart.replaceChildren(histogram(page.items));
    more.hidden = !cursor;
  }

  const row = (item) => h('tr', {},
    h('td', {}, h('input', { type: 'checkbox', 'aria-label': `Choose ${item.id}`, checked: chosen.has(item.id), onchange: (e) => { if (e.target.checked) chosen.add(item.id); else chosen.delete(item.id); showBulk(); } })),
    h('td', { className: 'mono' }, h('a', { href: `#/flows/${encodeURIComponent(item.id)}` }, item.id)),
    h('td', {}, item.pipeline),
    h('td', {}, chip(item.state)),
    h('td', {}, time(item.createdAt)),
    h('td', { className: 'small' }, item.error?.message ?? [item.progress?.stage, item.progress?.message ?? item.waitingFor].filter(Boolean).join(' · ')));

  function showBulk() {
    bulk.replaceChildren(...(chosen.size === 0 ? [] : [h('span', { className: 'soft' }, `${chosen.size} chosen`),
      ...Object.entries(verbs).map(([verb, label]) => h('button', { type: 'button', className: verb === 'terminate' ? 'danger' : '', onclick: () => each(label, (id) => post(flow(id, verb))) }, label)),
      h('button', { type: 'button', className: 'danger', onclick: async () => { if (await dialog('Purge', h('p', {}, `Remove ${chosen.size} ended flows with their history? This cannot be undone.`), 'Purge', 'danger')) each('Purge', (id) => call('DELETE', flow(id))); } }, 'Purge')]));
  }

  async function each(label, work) {
    const results = await Promise.allSettled([...chosen].map(work));
    const bad = results.filter((r) => r.status === 'rejected');
    toast(bad.length ? `${label}: ${results.length - bad.length} done, ${bad.length} refused. ${bad[0].reason.message}` : `${label}: ${results.length} done`, bad.length > 0);
    chosen.clear();
    showBulk();
    load();
  }

  const stateButtons = states.map((state) => h('button', {
    type: 'button', 'aria-pressed': String(filter.state.has(state)),
    onclick: (e) => { if (!filter.state.delete(state)) filter.state.add(state); e.currentTarget.setAttribute('aria-pressed', String(filter.state.has(state))); load(); },
  }, state));
  const text = (name, label) => h('input', { placeholder: label, 'aria-label': label, value: filter[name], onchange: (e) => { filter[name] = e.target.value.trim(); load(); } });
  main.replaceChildren(
    h('div', { className: 'row' }, h('h1', {}, 'Flows'), h('span', { className: 'grow' }), h('button', { type: 'button', onclick: purgeDialog }, 'Purge old…'), h('a', { href: '#/start' }, h('button', { type: 'button', className: 'primary' }, 'Start a flow'))),
    h('div', { className: 'card filters' }, h('div', { className: 'row' }, stateButtons),
      h('div', { className: 'row', style: 'margin-top:10px' },
        h('select', { 'aria-label': 'Pipeline', onchange: (e) => { filter.pipeline = e.target.value; load(); } }, h('option', { value: '' }, 'all pipelines'), catalog.items.map((p) => h('option', { value: p.name, selected: p.name === filter.pipeline }, p.name))),
        text('idPrefix', 'id starts with'), text('batch', 'batch'))),
    h('div', { className: 'card' }, chart, bulk,
      h('table', {}, h('thead', {}, h('tr', {}, ['', 'Id', 'Pipeline', 'State', 'Created', 'Where it stands'].map((t) => h('th', {}, t)))), body),
      h('div', { className: 'row' }, more)));
  await load();
  const timer = setInterval(() => { if (!document.hidden && chosen.size === 0 && body.rows.length <= 50) load().catch(() => {}); }, 3000);
  return () => clearInterval(timer);

  async function purgeDialog() {
    const values = await dialog('Purge ended flows', h('div', {},
      h('label', { className: 'field' }, h('span', {}, 'Created before'), h('input', { type: 'datetime-local', name: 'to', required: true })),
      h('label', { className: 'field' }, h('span', {}, 'State'), h('select', { name: 'state' }, h('option', { value: '' }, 'every ended state'), ['completed', 'failed', 'timedOut', 'cancelled', 'terminated', 'needsAttention'].map((x) => h('option', { value: x }, x))))), 'Purge', 'danger');
    if (!values) return;
    const q = new URLSearchParams({ to: new Date(values.to).toISOString() });
    if (values.state) q.set('state', values.state);
    try { toast(`${(await call('DELETE', `api/flows?${q}`)).purged} purged`); load(); } catch (e) { toast(e.message, true); }
  }
}

// When the flows of this page were created, by state: thirty bars.
function histogram(items) {
  if (items.length < 2) return '';
  const times = items.map((i) => Date.parse(i.createdAt));
  const from = Math.min(...times), span = Math.max(...times) - from || 1;
  const bars = Array.from({ length: 30 }, () => ({ good: 0, bad: 0 }));
  items.forEach((item, n) => { bars[Math.min(29, Math.floor((times[n] - from) / span * 30))][/failed|terminated|timedOut|needs/.test(item.state) ? 'bad' : 'good']++; });
  const most = Math.max(...bars.map((b) => b.good + b.bad));
  const svg = s('svg', { viewBox: '0 0 600 48', width: '100%', height: '48', preserveAspectRatio: 'none', role: 'img', 'aria-label': 'Flows created over time' });
  bars.forEach((b, n) => {
    const good = b.good / most * 44, bad = b.bad / most * 44;
    if (good) svg.append(s('rect', { class: 'bar', x: n * 20 + 1, y: 46 - good, width: 18, height: good }));
    if (bad) svg.append(s('rect', { class: 'bar bad', x: n * 20 + 1, y: 46 - good - bad, width: 18, height: bad }));
  });
  return svg;
}
