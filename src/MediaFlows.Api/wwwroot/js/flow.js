import { call, flow, get, post, watch } from './api.js';
import { batchCard } from './batch.js';
import { chip, copyable, dialog, duration, h, json, time, toast } from './dom.js';
import { timeline } from './timeline.js';
import { webhookCard } from './webhooks.js';

const ended = new Set(['completed', 'failed', 'timedOut', 'cancelled', 'terminated', 'needsAttention']);
const actions = [
  { verb: 'retry', label: 'Retry', when: ['failed', 'timedOut', 'needsAttention'], decides: true },
  { verb: 'resume', label: 'Resume', when: ['suspended', 'timedOut', 'needsAttention'], decides: true },
  { verb: 'suspend', label: 'Suspend', when: ['running', 'pending'] },
  { verb: 'cancel', label: 'Cancel', when: ['running', 'pending', 'suspended'] },
  { verb: 'terminate', label: 'Terminate', when: ['running', 'pending', 'suspended'], danger: true },
];

export async function flowPage(main, id) {
  const view = h('div');
  const events = h('div');
  let stages = [];
  main.replaceChildren(view, events);

  async function refresh() {
    const status = await get(flow(id));
    stages = stages.length ? stages : await get(`api/pipelines/${encodeURIComponent(status.pipeline)}`).then((p) => p.stages ?? [], () => []);
    view.replaceChildren(head(status), h('div', { className: 'split' }, h('div', {}, ...[where(status), status.pipeline === 'mediaflows.batch' && batchCard(status, follow), webhookCard(status, soon), result(status)].filter(Boolean)), side(status)));
    const page = await get(`${flow(id, 'history')}?top=1000`);
    events.replaceChildren(h('div', { className: 'card' }, h('h2', {}, 'Timeline'), timeline(page.events, Date.now())), historyTable(page));
    return status;
  }

  const head = (status) => h('div', { className: 'row', style: 'margin-bottom:12px' },
    h('h1', { style: 'margin:0' }, status.pipeline), chip(status.state), h('span', { className: 'mono soft' }, status.id), h('span', { className: 'grow' }),
    actions.filter((a) => a.when.includes(status.state)).map((a) => h('button', { type: 'button', className: a.danger ? 'danger' : '', onclick: () => act(a, status) }, a.verb === 'retry' && status.pipeline === 'mediaflows.batch' ? 'Retry failed items' : a.label)),
    ended.has(status.state) && h('button', { type: 'button', className: 'danger', onclick: purge }, 'Purge'));

  function where(status) {
    const p = status.progress ?? {};
    const at = stages.indexOf(p.stage);
    return h('div', { className: `card ${status.state === 'needsAttention' ? 'attention' : status.error ? 'error' : ''}` }, h('h2', {}, 'Where it stands'),
      stages.length > 0 && h('div', { className: 'stages' }, stages.map((stage, n) => h('div', { className: `stage ${status.state === 'completed' || n < at ? 'done' : n === at ? 'now' : ''}` }, stage))),
      status.error && h('div', {}, h('p', {}, h('strong', {}, status.error.code), ' ', status.error.message), status.error.hint && h('p', { className: 'soft' }, status.error.hint)),
      p.bytesTotal > 0 && h('div', {}, h('progress', { max: p.bytesTotal, value: p.bytesSent ?? 0 }), h('span', { className: 'small soft' }, `${((p.bytesSent ?? 0) / 1048576).toFixed(1)} of ${(p.bytesTotal / 1048576).toFixed(1)} MiB`)),
      p.percent !== undefined && h('progress', { max: 100, value: p.percent }),
      h('dl', {}, pairs({
        'waiting for': status.waitingFor, 'next wake': status.nextWakeAt && `${new Date(status.nextWakeAt).toLocaleTimeString()} (in ${duration(Math.max(0, Date.parse(status.nextWakeAt) - Date.now()))})`,
        [status.pipeline === 'mediaflows.batch' ? 'pass' : 'poll']: p.attempt && `${p.attempt}${p.maxAttempts ? ` of ${p.maxAttempts}` : ''}`, 'provider job': p.providerJobId ?? status.providerJobId, 'provider says': p.providerState, message: p.message,
      })),
      command(status));
  }

  const result = (status) => h('div', {},
    status.output !== undefined && h('div', { className: 'card' }, h('h2', {}, 'Output'), json(status.output)),
    status.error?.document && h('div', { className: 'card' }, h('h2', {}, 'Output'), json(status.error.document)),
    h('div', { className: 'card' }, h('h2', {}, 'Input'), json(status.input ?? {})));

  const side = (status) => h('div', {},
    h('div', { className: 'card' }, h('h2', {}, 'Instance'), h('dl', {}, pairs({
      version: status.version, created: time(status.createdAt), updated: time(status.updatedAt), ended: time(status.endedAt),
      took: status.endedAt && duration(Date.parse(status.endedAt) - Date.parse(status.createdAt)), batch: status.batch && h('a', { href: `#/flows?batch=${encodeURIComponent(status.batch)}` }, status.batch), resumes: status.resumes || null,
      parent: status.parentId && h('a', { href: `#/flows/${encodeURIComponent(status.parentId)}` }, status.parentId),
      ...Object.fromEntries(Object.entries(status.tags ?? {}).map(([k, v]) => [`tag ${k}`, v])),
    }))),
    (status.children?.length ?? 0) > 0 && h('div', { className: 'card' }, h('h2', {}, 'Sub-orchestrations'),
      status.children.map((c) => h('div', { className: 'row' }, chip(c.state), h('a', { className: 'mono', href: `#/flows/${encodeURIComponent(c.id)}` }, c.id)))));

  async function act(action, status) {
    const fields = [h('label', { className: 'field' }, h('span', {}, 'Reason'), h('input', { name: 'reason' }))];
    if (action.decides && status.state === 'needsAttention' && status.error?.code !== 'MF2010') {
      fields.push(h('label', { className: 'field' }, h('span', {}, 'Provider job to adopt'), h('small', {}, 'The id from the provider’s console: nothing is submitted.'), h('input', { name: 'jobId' })),
        h('label', { className: 'field' }, h('input', { type: 'checkbox', name: 'resubmit', value: 'true' }), ' Submit again. The first submit may have been carried out, so this may be paid twice.'));
    }
    const values = await dialog(`${action.label} ${id}`, h('div', {}, fields), action.label, action.danger ? 'danger' : 'primary');
    if (!values) return;
    const body = {};
    if (values.reason) body.reason = values.reason;
    if (values.jobId) body.jobId = values.jobId;
    if (values.resubmit) body.resubmit = true;
    try { await post(flow(id, action.verb), body); toast(`${action.label}: recorded`); follow(); } catch (e) { toast(e.message, true); }
  }

  async function purge() {
    if (!await dialog(`Purge ${id}`, h('p', {}, 'Removes the flow with its history, ledger entries and blobs. This cannot be undone.'), 'Purge', 'danger')) return;
    try { await call('DELETE', flow(id)); location.hash = '#/flows'; } catch (e) { toast(e.message, true); }
  }

  let stop = null;
  let pending = false;
  function soon() {
    if (pending) return;
    pending = true;
    setTimeout(() => { pending = false; refresh().catch((e) => toast(e.message, true)); }, 250);
  }
  function follow() {
    stop?.();
    stop = watch(id, soon, soon);
    soon();
  }

  const status = await refresh();
  if (!ended.has(status.state)) follow();
  return () => stop?.();
}

function pairs(values) {
  return Object.entries(values).filter(([, v]) => v !== undefined && v !== null && v !== '' && v !== false).flatMap(([k, v]) => [h('dt', {}, k), h('dd', {}, v)]);
}

function command(status) {
  const verb = { timedOut: 'resume', failed: 'retry', needsAttention: 'retry', suspended: 'resume' }[status.state] ?? (ended.has(status.state) ? 'show' : 'watch');
  return copyable(`mediaflows flows ${verb} ${status.id}${status.state === 'needsAttention' && status.error?.code !== 'MF2010' ? ' --job-id ID' : ''}`);
}

function historyTable(page) {
  const rows = page.events.map((e) => {
    const detail = e.error ?? e.result ?? e.input ?? e.fireAt ?? e.reason ?? e.instanceId;
    return h('tr', {}, h('td', { className: 'right soft' }, String(e.sequence)), h('td', {}, time(e.timestamp)), h('td', {}, e.type), h('td', { className: 'mono' }, e.name ?? ''), h('td', { className: 'right' }, e.taskId === undefined ? '' : String(e.taskId)),
      h('td', {}, detail !== undefined && h('details', {}, h('summary', { className: 'small soft' }, e.error?.message ?? (typeof detail === 'string' ? detail : 'show')), json(detail))));
  });
  return h('div', { className: 'card' }, h('h2', {}, `History (${page.events.length}${page.next ? '+' : ''} events)`),
    h('table', {}, h('thead', {}, h('tr', {}, ['#', 'Time', 'Event', 'Name', 'Task', 'Detail'].map((t) => h('th', {}, t)))), h('tbody', {}, rows)));
}
