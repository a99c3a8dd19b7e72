import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from '../http/express.js';
import { Metrics } from './metrics.js';

@Controller()
export class MetricsController {
  constructor(@Inject(Metrics) private readonly metrics: Metrics) {}

  /** Prometheus text. */
  @Get('metrics')
  read(@Req() request: Request, @Res() response: Response): void {
    this.metrics.write(request, response);
  }
}
