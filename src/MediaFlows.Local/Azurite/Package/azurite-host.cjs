'use strict';
// Runs Azurite in this process. Azurite alone keeps its index in memory and writes it every five seconds; here every change of the index is
// on file before its request is answered, so what was answered survives the death of any process.
const fs = require('fs');
const http = require('http');
const path = require('path');

const end = () => {
  process.emit('SIGTERM');
  // Open keep-alive connections would hold a graceful close back for long. Nothing is lost by not waiting: the journals hold it.
  setTimeout(() => process.exit(0), 1500);
};

// The pipes that nobody reads any more must not end it before Azurite has closed.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

// Standard input closes when the process that started this one ends, however it ended: Azurite cannot outlive it.
process.stdin.on('end', end).on('error', end).resume();

// Ctrl-C on a terminal reaches every process of the group; the starter decides when storage may go, after its own work is saved.
const once = process.once;
process.once = function (event, listener) {
  return event === 'SIGINT' ? this : once.call(this, event, listener);
};
process.on('SIGINT', () => {});

// Who uses the folder, for the next one that wants to (AzuriteFolder.cs): process id and start time in milliseconds.
const at = process.argv.indexOf('--location');
if (at > 0) {
  const owner = path.join(process.argv[at + 1], 'azurite-host.pid');
  fs.mkdirSync(process.argv[at + 1], { recursive: true });
  fs.writeFileSync(owner, `${process.pid} ${Math.round(Date.now() - process.uptime() * 1000)}`);
  process.on('exit', () => fs.rmSync(owner, { force: true }));
}

// One journal per index file: `<index>.log.<number>`, one JSON line per change. A document is written whole the first time in each journal;
// after that only what was appended to its block list, which would otherwise be written once more with every block.
class Journal {
  constructor(file) {
    this.file = file;
    this.number = Math.max(0, ...Journal.of(file)) + 1;
    this.written = new WeakMap();
  }

  static of(file) {
    const start = path.basename(file) + '.log.';
    const names = fs.existsSync(path.dirname(file)) ? fs.readdirSync(path.dirname(file)) : [];
    return names.filter(n => n.startsWith(start)).map(n => Number(n.slice(start.length))).sort((a, b) => a - b);
  }

  name(number) {
    return `${this.file}.log.${number}`;
  }

  add(change) {
    this.handle ??= fs.openSync(this.name(this.number), 'a', 0o600);
    // The line break comes first, so that a line which was cut off by a full disk spoils no later one. A request whose change is not written fails.
    const line = Buffer.from('\n' + JSON.stringify(change));
    if (fs.writeSync(this.handle, line) < line.length) throw new Error(`${this.name(this.number)} could not be written whole.`);
  }

  put(collection, document) {
    const blocks = document.committedBlocksInOrder;
    const before = this.written.get(document);
    if (Array.isArray(blocks) && before?.blocks === blocks && before.length <= blocks.length) {
      this.add({ in: collection, put: { ...document, committedBlocksInOrder: undefined }, from: before.length, blocks: blocks.slice(before.length) });
    } else {
      this.add({ in: collection, put: document });
    }

    this.written.set(document, { blocks, length: blocks?.length });
  }

  // The index as it is now is about to be written: later changes go to a new journal, and those before are dropped once it is there.
  turn() {
    if (this.handle !== undefined) fs.closeSync(this.handle);
    this.handle = undefined;
    this.written = new WeakMap();
    const saved = this.number++;
    return () => Journal.of(this.file).filter(n => n <= saved).forEach(n => fs.rmSync(this.name(n), { force: true }));
  }

  // Puts what the journals hold into an index that was read. Changes that it has already make no difference.
  replay(index) {
    const collections = new Map(index.collections.map(c => [c.name, { of: c, documents: new Map(c.data.map(d => [d.$loki, d])) }]));
    for (const number of Journal.of(this.file)) {
      for (const line of fs.readFileSync(this.name(number), 'utf8').split('\n')) {
        const change = read(line);
        const collection = change && collections.get(change.in);
        if (!collection) continue;
        const { of, documents } = collection;
        if (change.drop !== undefined) {
          change.drop.forEach(id => documents.delete(id));
          continue;
        }

        const document = change.put;
        if (change.blocks) document.committedBlocksInOrder = [...(documents.get(document.$loki)?.committedBlocksInOrder ?? []).slice(0, change.from), ...change.blocks];
        documents.set(document.$loki, document);
        of.maxId = Math.max(of.maxId, document.$loki);
      }
    }

    for (const { of, documents } of collections.values()) {
      of.data = [...documents.values()];
      of.idIndex = null;
    }

    return index;
  }
}

// A line may be half written: its request was never answered well.
function read(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const Loki = require(require.resolve('lokijs', { paths: [path.dirname(require.resolve('azurite/package.json'))] }));
const journals = new Map();
const journalOf = file => journals.get(file) ?? journals.set(file, new Journal(file)).get(file);
const owner = Symbol('journal');
const patch = (type, name, make) => {
  type.prototype[name] = make(type.prototype[name]);
};

patch(Loki, 'addCollection', add => function (...args) {
  const collection = add.apply(this, args);
  if (this.persistenceMethod === 'fs') Object.defineProperty(collection, owner, { value: journalOf(this.filename), configurable: true });
  return collection;
});
patch(Loki.Collection, 'insertOne', insert => function (...args) {
  const document = insert.apply(this, args);
  if (document) this[owner]?.put(this.name, document);
  return document;
});
patch(Loki.Collection, 'update', update => function (document) {
  const result = update.call(this, document);
  if (!Array.isArray(document)) this[owner]?.put(this.name, document);
  return result;
});
patch(Loki.Collection, 'remove', remove => function (document) {
  const id = typeof document === 'number' ? document : document?.$loki;
  const result = remove.call(this, document);
  if (id !== undefined) this[owner]?.add({ in: this.name, drop: [id] });
  return result;
});
patch(Loki.Collection, 'removeBatchByPositions', remove => function (positions) {
  const ids = positions.map(p => this.data[p]?.$loki);
  const result = remove.call(this, positions);
  if (ids.length > 0) this[owner]?.add({ in: this.name, drop: ids });
  return result;
});
patch(Loki.LokiFsAdapter, 'saveDatabase', save => function (file, text, callback) {
  const saved = journalOf(file).turn();
  save.call(this, file, text, error => {
    if (!error) saved();
    callback(error);
  });
});
patch(Loki.LokiFsAdapter, 'loadDatabase', load => function (file, callback) {
  load.call(this, file, text => {
    if (typeof text !== 'string' || Journal.of(file).length === 0) return callback(text);
    callback(journalOf(file).replay(JSON.parse(text)));
  });
});
patch(Loki, 'loadDatabaseInternal', load => function (options, callback) {
  load.call(this, options, error => {
    if (!error) this.collections.forEach(c => c.ensureAllIndexes(true));
    callback(error);
  });
});

// A stop closes idle connections first, so that Azurite's own close can end.
patch(http.Server, 'close', close => function (...args) {
  const result = close.apply(this, args);
  this.closeAllConnections?.();
  return result;
});

require(require.resolve('azurite/dist/src/azurite.js'));
