import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../configuration.js';
import { damageOf, EVENT_LOG, type EventLog, openEventLog } from './event-log.js';
import { seedRecord } from './seeding/seed-record.js';

/** Opens the log and, before anybody reads it, brings the shipped record into it. */
async function openAndSeed(configuration: Configuration): Promise<EventLog> {
  const log = await openEventLog(configuration.log);
  const damage = damageOf(log);
  if (damage) say(`Nothing is loaded into the log. ${damage.message}`);
  else if (configuration.seed) await seed(log);
  return log;
}

async function seed(log: EventLog): Promise<void> {
  const began = performance.now();
  const { appended, differing } = await seedRecord(log, (done, of) =>
    say(`Loading the record into the log: ${done} of ${of} events.`),
  );
  if (appended > 0)
    say(`The record is loaded: ${appended} events in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  if (differing.length > 0) {
    say(
      `${differing.length} events of the catalogue differ from the log and were left as they are: ${differing.slice(0, 5).join(', ')}${differing.length > 5 ? ' …' : ''}. Append an erratum (correctEvent) for each, or start with a new data folder.`,
    );
  }
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

@Module({
  providers: [{ provide: EVENT_LOG, useFactory: openAndSeed, inject: [CONFIGURATION] }],
  exports: [EVENT_LOG],
})
export class StoreModule implements OnApplicationShutdown {
  constructor(@Inject(EVENT_LOG) private readonly log: EventLog) {}

  async onApplicationShutdown(): Promise<void> {
    await this.log.close();
  }
}
