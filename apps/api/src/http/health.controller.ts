import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../configuration.js';
import {
  damageOf,
  EVENT_LOG,
  type EventLog,
  isDurable,
  sentenceOf,
  unavailabilityOf,
} from '../store/event-log.js';
import { Timelines } from '../timeline/timelines.js';
import type { Response } from './express.js';
import { Readiness } from './readiness.js';

@Controller()
export class HealthController {
  constructor(
    @Inject(Timelines) private readonly timelines: Timelines,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'log'>,
  ) {}

  /**
   * Whether the log is whole, followed and within reach. 503 with a sentence otherwise; what was read is served all the same.
   * Anybody may ask: it names no file, folder or host.
   */
  @Get('healthz')
  health(@Res() response: Response): void {
    const damage = damageOf(this.log) ?? this.timelines.fault;
    const fault = damage ?? unavailabilityOf(this.log);
    const { position, basis } = this.timelines.current;
    const body = {
      status: damage ? 'damaged' : fault ? 'unavailable' : 'ok',
      position,
      basis,
      log: { kind: this.configuration.log.kind, durable: isDurable(this.configuration.log) },
      damaged: damage !== null,
      ...(fault && { sentence: sentenceOf(fault) }),
    };
    response.status(fault ? 503 : 200).json(body);
  }

  /**
   * Whether a balancer may send anybody here: from the moment the log is read until the server is asked to stop, with how
   * far the reading has come before (`starting`: events read, and how many there are), but not while the log is out of reach. `?for=reading` asks for readers alone: they are answered from memory all the while, and
   * with one log behind all replicas there would be nobody else to send them to.
   */
  @Get('readyz')
  ready(@Query('for') asked: unknown, @Res() response: Response): void {
    const unavailable = asked !== 'reading' && unavailabilityOf(this.log) !== null;
    const starting = this.timelines.starting.progress;
    const status = this.readiness.stopping
      ? 'stopping'
      : starting
        ? 'starting'
        : unavailable
          ? 'unavailable'
          : 'ready';
    response
      .status(status === 'ready' ? 200 : 503)
      .json({ status, position: this.timelines.current.position, ...(starting && { starting }) });
  }
}
