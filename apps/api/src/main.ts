import { ConfigurationFault, readConfiguration } from './configuration.js';
import { listen } from './start-api.js';

try {
  // As the first process of a container nothing else ends it. Before it listens there is nothing that has to be closed: the
  // log stands a kill at any moment.
  let stop = (): void => {
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop());
  const configuration = readConfiguration(process.env);
  const api = await listen(configuration);
  let stopping = false;
  stop = () => {
    if (stopping) return;
    stopping = true;
    api.close().then(
      () => process.exit(0),
      (error: unknown) => stopWith(error),
    );
  };
  await api.ready;
  if (!stopping)
    process.stdout.write(
      `The API answers at ${api.url}/graphql; the data is in ${configuration.dataFolder}.\n`,
    );
} catch (error) {
  stopWith(error);
}

function stopWith(error: unknown): never {
  const sentences = error instanceof ConfigurationFault ? error.sentences : [sentenceOf(error)];
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  const { code, message, port, address } = error as NodeJS.ErrnoException & {
    port?: number;
    address?: string;
  };
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program; set API_PORT to a free one.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST: "${address ?? ''}" is not an address of this machine; leave it out for 127.0.0.1.`;
  return message ?? String(error);
}
