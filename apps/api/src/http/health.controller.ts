import { Controller, Get, Inject, Res } from '@nestjs/common';
import { damageOf, EVENT_LOG, type EventLog } from '../store/event-log.js';
import { Timelines } from '../timeline/timelines.js';
import type { Response } from './express.js';
import { Readiness } from './readiness.js';

@Controller()
export class HealthController {
  constructor(
    @Inject(Timelines) private readonly timelines: Timelines,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(Readiness) private readonly readiness: Readiness,
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

  /** Whether a balancer may send questions here: from the moment the log is read until the server is asked to stop. */
  @Get('readyz')
  ready(@Res() response: Response): void {
    const { stopping } = this.readiness;
    response
      .status(stopping ? 503 : 200)
      .json({ status: stopping ? 'stopping' : 'ready', position: this.timelines.current.position });
  }
}
