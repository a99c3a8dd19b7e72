import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../configuration.js';
import { EVENT_LOG, type EventLog } from '../store/event-log.js';
import { StoreModule } from '../store/store.module.js';
import { Snapshots } from './snapshot/snapshots.js';
import { Timelines } from './timelines.js';

@Module({
  imports: [StoreModule],
  providers: [
    {
      provide: Timelines,
      useFactory: (log: EventLog, { recordsInMemory, snapshotFile }: Configuration) => {
        const say = (line: string) => process.stdout.write(`${line}\n`);
        const snapshots = snapshotFile === null ? undefined : new Snapshots(snapshotFile, { say });
        return Timelines.following(log, { say, recordsInMemory, snapshots });
      },
      inject: [EVENT_LOG, CONFIGURATION],
    },
  ],
  exports: [Timelines, StoreModule],
})
export class TimelineModule implements OnApplicationShutdown {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  async onApplicationShutdown(): Promise<void> {
    this.timelines.stop();
    await this.timelines.settled();
  }
}
