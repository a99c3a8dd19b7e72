import { Module } from '@nestjs/common';
import { TimelineModule } from '../timeline/timeline.module.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';

@Module({
  imports: [TimelineModule],
  controllers: [MetricsController],
  providers: [Metrics],
  exports: [Metrics],
})
export class TelemetryModule {}
