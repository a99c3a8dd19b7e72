import { Controller, Get, Inject, Res } from '@nestjs/common';
import { damageOf, EVENT_LOG, type EventLog } from '../store/event-log.js';
import { Timelines } from '../timeline/timelines.js';
import type { Response } from './express.js';

@Controller()
export class HealthController {
  constructor(
    @Inject(Timelines) private readonly timelines: Timelines,
    @Inject(EVENT_LOG) private readonly log: EventLog,
  ) {}

  /** Whether the log is whole and followed. 503 with a sentence otherwise; what is intact is served all the same. */
  @Get('healthz')
  health(@Res() response: Response): void {
    const fault = damageOf(this.log) ?? this.timelines.fault;
    const { position, basis } = this.timelines.current;
    const body = {
      status: fault ? 'damaged' : 'ok',
      position,
      basis,
      damaged: fault !== null,
      ...(fault && { sentence: fault.message }),
    };
    response.status(fault ? 503 : 200).json(body);
  }

  /** Whether questions can be answered. The server listens only once the log is read, so it is as soon as it answers. */
  @Get('readyz')
  ready(@Res() response: Response): void {
    response.status(200).json({ status: 'ready', position: this.timelines.current.position });
  }
}
