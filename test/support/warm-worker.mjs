/**
 * Runs the built program again and again in one thread, each time with arguments, environment and streams of its own.
 * What a call costs is then its work, not the start of Node and cold code.
 */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

const { port, signal, entry } = workerData;
const { main } = createRequire(import.meta.url)(entry);

function capture(stream) {
  const chunks = [];
  // A call listens to its streams' errors; that many calls are no leak.
  stream.setMaxListeners(0);
  stream.write = (chunk, encoding, done) => {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    const told = typeof encoding === 'function' ? encoding : done;
    if (told) queueMicrotask(() => told(null));
    return true;
  };
  return () => Buffer.concat(chunks).toString('utf8');
}

async function call(args, env) {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.argv = [process.execPath, entry, ...args];
  process.exitCode = undefined;
  const stdout = capture(process.stdout);
  const stderr = capture(process.stderr);
  let failure = '';
  try {
    await main(args);
  } catch (error) {
    failure = String(error?.stack ?? error);
  }
  const code = failure ? 70 : (process.exitCode ?? 0);
  process.exitCode = 0;
  return { code, stdout: stdout(), stderr: stderr() + failure };
}

parentPort.on('message', async ({ args, env }) => {
  port.postMessage(await call(args, env));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
