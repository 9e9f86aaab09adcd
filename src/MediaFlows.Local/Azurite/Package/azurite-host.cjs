'use strict';
// Runs Azurite in this process and ends when standard input closes: the only holder of its other end is the process that started us, so
// Azurite cannot outlive it, however that one died.
const end = () => {
  process.emit('SIGTERM');
  // Open keep-alive connections would hold a graceful close back for long.
  setTimeout(() => process.exit(0), 1500);
};
process.stdin.on('end', end).on('error', end).resume();

// Ctrl-C on a terminal reaches every process of the group; the starter decides when storage may go, after its own work is saved.
const once = process.once;
process.once = function (event, listener) {
  return event === 'SIGINT' ? this : once.call(this, event, listener);
};
process.on('SIGINT', () => {});

require(require.resolve('azurite/dist/src/azurite.js'));
