import { get, post } from './api.js';
import { dialog, h, time, toast } from './dom.js';

// Messages that could not be worked on, what the hub paid today, and the limits at the providers.
export async function ingestPage(main) {
  const charges = await get('api/charges');
  const poison = await get('api/ingest/poison').then((p) => p.items, (e) => e);
  const limits = await get('api/limits').then((l) => l.items, (e) => e);
  const requeue = async (query, what) => {
    if (!await dialog('Requeue', h('p', {}, `Send ${what} back to the queue? What started something before starts nothing twice.`), 'Requeue')) return;
    try { toast(`${(await post(`api/ingest/poison/requeue?${query}`)).requeued} sent back`); ingestPage(main); } catch (e) { toast(e.message, true); }
  };
  main.replaceChildren(h('h1', {}, 'Ingest'),
    h('div', { className: 'card' }, h('h2', {}, 'Charged submits today'),
      charges.most === undefined ? h('p', { className: 'soft' }, 'The hub has no daily limit (MEDIAFLOWS_MAX_CHARGES_PER_DAY), so it keeps no count.')
        : h('div', {}, h('p', { className: charges.count >= charges.most ? 's-needsAttention' : '' }, `${charges.count} of ${charges.most} on ${charges.day} (UTC)${charges.count >= charges.most ? ': flows wait for attention instead of paying.' : ''}`), h('progress', { max: charges.most || 1, value: charges.count }))),
    h('div', { className: 'card' }, h('h2', {}, 'Limits at providers'),
      limits instanceof Error ? h('p', { className: 'soft' }, limits.message)
        : limits.length === 0 ? h('p', { className: 'soft' }, 'No provider is limited (MEDIAFLOWS_LIMIT_<PROVIDER>_JOBS, …_SUBMITS_PER_MINUTE, …_CALLS_PER_SECOND).') : limitsTable(limits)),
    h('div', { className: 'card' },
      h('div', { className: 'row' }, h('h2', {}, 'Messages that could not be worked on'), h('span', { className: 'grow' }),
        poison.length > 0 && h('button', { type: 'button', onclick: () => requeue('all=true', 'every message') }, 'Requeue all')),
      poison instanceof Error ? h('p', { className: 'soft' }, poison.message)
        : poison.length === 0 ? h('p', { className: 'empty' }, 'None.')
          : h('div', { className: 'wide' }, h('table', {}, h('thead', {}, h('tr', {}, ['Given up', 'Reason', 'Deliveries', 'Message', ''].map((t) => h('th', {}, t)))),
            h('tbody', {}, poison.map((p) => h('tr', {}, h('td', {}, time(p.quarantinedAt)), h('td', {}, p.reason), h('td', { className: 'right' }, String(p.deliveries)),
              h('td', {}, h('details', {}, h('summary', { className: 'mono small' }, p.body.length > 80 ? `${p.body.slice(0, 79)}…` : p.body), h('pre', {}, p.body))),
              h('td', {}, h('button', { type: 'button', onclick: () => requeue(`id=${encodeURIComponent(p.id)}`, 'this message') }, 'Requeue')))))))));
}

// What is not limited stays empty.
function limitsTable(items) {
  const columns = ['Provider', 'Running', 'Waiting', 'Submits a minute', 'Calls a second', ''];
  return h('div', { className: 'wide' }, h('table', {}, h('thead', {}, h('tr', {}, columns.map((t, i) => h('th', { className: i > 0 && i < 5 ? 'right' : '' }, t)))),
    h('tbody', {}, items.map(({ provider, limits, running, waiting, limiter }) => h('tr', {}, h('td', {}, provider),
      h('td', { className: 'right' }, limits.jobs === undefined ? '' : `${running ?? 0} of ${limits.jobs}`),
      h('td', { className: waiting > 0 ? 'right s-needsAttention' : 'right' }, limits.jobs === undefined && limits.submitsPerMinute === undefined ? '' : String(waiting)),
      h('td', { className: 'right' }, String(limits.submitsPerMinute ?? '')), h('td', { className: 'right' }, String(limits.callsPerSecond ?? '')),
      h('td', {}, limiter && h('a', { className: 'mono', href: `#/flows/${encodeURIComponent(limiter)}` }, limiter)))))));
}
