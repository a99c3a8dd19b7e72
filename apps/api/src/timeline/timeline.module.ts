import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../configuration.js';
import { EVENT_LOG, type EventLog } from '../store/event-log.js';
import { StoreModule } from '../store/store.module.js';
import { Timelines } from './timelines.js';

@Module({
  imports: [StoreModule],
  providers: [
    {
      provide: Timelines,
      useFactory: (log: EventLog, { recordsInMemory }: Configuration) =>
        Timelines.following(log, { say: (line) => process.stdout.write(`${line}\n`), recordsInMemory }),
      inject: [EVENT_LOG, CONFIGURATION],
    },
  ],
  exports: [Timelines, StoreModule],
})
export class TimelineModule implements OnApplicationShutdown {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  onApplicationShutdown(): void {
    this.timelines.stop();
  }
}
