import { duration, h, s } from './dom.js';

const opens = { TaskScheduled: 'activity', SubOrchestrationInstanceCreated: 'sub-orchestration', TimerCreated: 'timer' };
const closes = { TaskCompleted: '', TaskFailed: 'bad', SubOrchestrationInstanceCompleted: '', SubOrchestrationInstanceFailed: 'bad', TimerFired: 'timer', TimerCanceled: 'timer' };

// One bar per task from its schedule to its end: what took how long, what runs now, what was tried again.
export function timeline(events, now) {
  const bars = [];
  const open = new Map();
  for (const e of events) {
    const at = Date.parse(e.timestamp);
    if (opens[e.type]) {
      const bar = { name: e.name ?? e.instanceId ?? opens[e.type], kind: opens[e.type], from: at, to: null, look: 'open', attempt: e.attempt };
      bars.push(bar);
      open.set(`${opens[e.type]}${e.taskId}`, bar);
    } else if (e.type in closes) {
      const kind = e.type.startsWith('Task') ? 'activity' : e.type.startsWith('Sub') ? 'sub-orchestration' : 'timer';
      const bar = open.get(`${kind}${e.taskId}`);
      if (bar) { bar.to = at; bar.look = closes[e.type]; }
    } else if (/^(Execution|Event|Orchestrator(?!Started|Completed))/.test(e.type)) {
      bars.push({ name: e.name ? `${e.type}: ${e.name}` : e.type, from: at, to: at, look: /Fail|Terminat/.test(e.type) ? 'bad' : '', point: true });
    }
  }
  if (bars.length === 0) return h('p', { className: 'soft' }, 'Nothing recorded yet.');
  const shown = bars.slice(-60);
  const from = Math.min(...shown.map((b) => b.from));
  const to = Math.max(...shown.map((b) => b.to ?? now), from + 1);
  const left = 280, width = 900, line = 20;
  const x = (t) => left + (t - from) / (to - from) * (width - left - 70);
  const svg = s('svg', { viewBox: `0 0 ${width} ${shown.length * line + 22}`, width: '100%', role: 'img', 'aria-label': 'Timeline of activities, timers and sub-orchestrations' });
  for (let n = 0; n <= 4; n++) {
    const t = from + (to - from) * n / 4;
    svg.append(s('line', { x1: x(t), x2: x(t), y1: 0, y2: shown.length * line }), text(x(t), shown.length * line + 14, `+${duration(t - from)}`, 'middle'));
  }
  shown.forEach((bar, n) => {
    const end = bar.to ?? now;
    const name = `${bar.name}${bar.attempt > 1 ? ` (try ${bar.attempt})` : ''}`;
    svg.append(text(4, n * line + 14, name.length > 44 ? `${name.slice(0, 43)}…` : name, 'start', name));
    svg.append(s('rect', { class: `bar ${bar.look}`, x: x(bar.from), y: n * line + 4, width: bar.point ? 4 : Math.max(3, x(end) - x(bar.from)), height: 12, rx: 2 }, s('title', {}, `${name}: ${bar.point ? new Date(bar.from).toISOString() : duration(end - bar.from)}${bar.to === null ? ', not finished' : ''}`)));
    if (!bar.point) svg.append(text(Math.min(x(end) + 5, width - 60), n * line + 14, bar.to === null ? '…' : duration(end - bar.from), 'start'));
  });
  return h('div', {}, shown.length < bars.length && h('p', { className: 'small soft' }, `The last ${shown.length} of ${bars.length}.`), svg);
}

function text(x, y, content, anchor, title) {
  const element = s('text', { x, y, 'text-anchor': anchor }, content);
  if (title) element.append(s('title', {}, title));
  return element;
}
